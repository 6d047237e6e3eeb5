package print

import (
	"strings"
	"sync"

	"rsc.io/qr/coding"
)

// codeLevel is the error correction of our codes: M, a seventh of a code may be scratched.
const codeLevel = coding.M

// codePlan says where the bits of codes of one version go: a plan takes longer to make than to fill.
type codePlan struct {
	*coding.Plan          // under the first mask
	others       [][]bool // for each mask the modules in which it differs from the first, row after row
}

// codePlans are made when they are needed first.
var codePlans = func() (plans [coding.MaxVersion + 1]func() codePlan) {
	for v := range plans {
		plans[v] = sync.OnceValue(func() codePlan { return newCodePlan(coding.Version(v)) })
	}
	return plans
}()

func newCodePlan(v coding.Version) codePlan {
	var p codePlan
	for mask := coding.Mask(0); mask < 8; mask++ {
		plan, err := coding.NewPlan(v, codeLevel, mask)
		if err != nil {
			panic(err) // of a version, level and mask that there are
		}
		if mask == 0 {
			p.Plan = plan
		}
		var differs []bool
		for y, row := range plan.Pixel {
			for x, pixel := range row {
				differs = append(differs, (pixel^p.Pixel[y][x])&coding.Black != 0)
			}
		}
		p.others = append(p.others, differs)
	}
	return p
}

// codeOf returns the modules of the QR code of a text, a row after the other, under the mask that ISO/IEC 18004 asks to be chosen:
// that with the least penalty. It is nil where the text is longer than any code holds: app.Check reports it.
func codeOf(text string) [][]bool {
	segments := segmentsOf(text)
	v := coding.Version(coding.MinVersion)
	for bitsOf(segments, v) > v.DataBytes(codeLevel)*8 {
		if v++; v > coding.MaxVersion {
			return nil
		}
	}
	plan := codePlans[v]()
	code, err := plan.Encode(segments...)
	if err != nil {
		return nil
	}
	first := modulesOf(code)
	best, least := first, codePenalty(first)
	for _, differs := range plan.others[1:] {
		masked := unlike(first, differs)
		if p := codePenalty(masked); p < least {
			best, least = masked, p
		}
	}
	return best
}

// unlike returns modules turned round where they differ.
func unlike(m [][]bool, differs []bool) [][]bool {
	out := square(len(m))
	for y, row := range m {
		for x, is := range row {
			out[y][x] = is != differs[y*len(m)+x]
		}
	}
	return out
}

// square returns a square of modules, all white.
func square(n int) [][]bool {
	rows, all := make([][]bool, n), make([]bool, n*n)
	for y := range rows {
		rows[y] = all[y*n : (y+1)*n : (y+1)*n]
	}
	return rows
}

// alphanumeric are the characters of which two take eleven bits (ISO/IEC 18004, 7.4.4).
const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

// segmentsOf parts a text into bytes and what follows them in alphanumeric characters, such as a signature.
func segmentsOf(text string) []coding.Encoding {
	head := strings.TrimRight(text, alphanumeric)
	tail := text[len(head):]
	if head != "" && len(tail) < 16 { // the head of a segment takes more than it spares
		return []coding.Encoding{coding.String(text)}
	}
	if head == "" {
		return []coding.Encoding{coding.Alpha(tail)}
	}
	return []coding.Encoding{coding.String(head), coding.Alpha(tail)}
}

func bitsOf(segments []coding.Encoding, v coding.Version) int {
	n := 0
	for _, s := range segments {
		n += s.Bits(v)
	}
	return n
}

func modulesOf(code *coding.Code) [][]bool {
	rows := square(code.Size)
	for y := range rows {
		for x := range rows[y] {
			rows[y][x] = code.Black(x, y)
		}
	}
	return rows
}

// codePenalty sums the four penalties of ISO/IEC 18004, 7.8.3: runs of one colour, blocks of four, what looks like a finder, and how
// far the black is from a half.
func codePenalty(m [][]bool) int {
	n, black, total := len(m), 0, 0
	column := make([]bool, n)
	for i, row := range m {
		for y := range m {
			column[y] = m[y][i]
		}
		total += linePenalty(row) + linePenalty(column)
		for x, is := range row {
			if is {
				black++
			}
			if i > 0 && x > 0 && is == row[x-1] && is == m[i-1][x] && is == m[i-1][x-1] {
				total += 3
			}
		}
	}
	percent := 100 * black / (n * n)
	return total + 10*(max(percent-50, 50-percent)/5)
}

// The eleven modules that look like a finder, black as ones, with four white ones behind or before.
const (
	finderThenWhite = 0b10111010000
	whiteThenFinder = 0b00001011101
)

func linePenalty(line []bool) int {
	total, run, bits := 0, 0, 0
	for i, is := range line {
		if i > 0 && is == line[i-1] {
			run++
		} else {
			run = 1
		}
		switch {
		case run == 5:
			total += 3
		case run > 5:
			total++
		}
		bits = bits << 1 & 0b11111111111
		if is {
			bits |= 1
		}
		if i >= 10 && (bits == finderThenWhite || bits == whiteThenFinder) {
			total += 40
		}
	}
	return total
}
