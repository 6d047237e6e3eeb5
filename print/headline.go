package print

import (
	"bufio"
	"fmt"
	"io/fs"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"tiengtrong/app"
)

// compounds are the Vietnamese words of several syllables, in lower case, which a line must not break:
// "học tập".
type compounds map[string]bool

// loadCompounds reads compounds.txt, one compound a line; "#" begins a comment.
func loadCompounds(fsys fs.FS) (compounds, error) {
	file, err := fsys.Open("compounds.txt")
	if err != nil {
		return nil, fmt.Errorf("read compounds: %w", err)
	}
	defer file.Close()
	list := compounds{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if word := app.Clean(lines.Text()); word != "" && !strings.HasPrefix(word, "#") {
			list[strings.ToLower(word)] = true
		}
	}
	return list, lines.Err()
}

// The costs of ending a line after a word. A line's own cost is the square of its departure from the mean, so
// 0.04 outweighs a line that is 20 % too long.
const (
	phraseEnd   = -0.12 // after a comma, a dash, a full stop
	phraseStart = -0.03 // before "và", "để", "góp phần"
	anyWord     = 0.05
	clings      = 0.4  // after "của", "là", "các": words that lean on the next
	properName  = 0.7  // inside "Hải Phòng"
	compound    = 4    // inside "học tập", "năm 2025"
	loneWord    = 0.8  // a line of one word that is no phrase
	mustBreak   = -100 // where the user broke the line
)

// longestCompound is the number of syllables that a compound may have.
const longestCompound = 5

// phraseOpeners begin a phrase, so that a line may well end before them.
var phraseOpeners = wordSet("phải và để góp vì cho trong với của là từ tới đến theo nhằm thúc cùng bằng vào ra ở như mà thì nhân do khi nếu hãy tại hay hoặc")

// leaners belong to the word that follows them: a line should not end with them.
var leaners = wordSet("và để vì cho trong với của là từ tới đến theo nhằm cùng bằng vào ra ở như mà thì nhân do khi nếu hãy tại hay hoặc các những mỗi một không chưa được bị sẽ đã đang rất phải cần về lần thứ năm ngày tháng số lớp khóa kt")

// numbered are followed by a number that belongs to them.
var numbered = wordSet("năm ngày tháng số lớp khóa khoá quý thứ lần kỷ tuần bài điều học")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// breakCosts returns for each word of a text what it costs to end a line after it. A word that ends in "\n"
// must end its line.
func (c compounds) breakCosts(words []string) []float64 {
	plain := make([]string, len(words))
	for i, w := range words {
		plain[i] = strings.ToLower(strings.TrimFunc(w, isMark))
	}
	costs := make([]float64, len(words))
	for i := range words {
		costs[i] = c.costAfter(words, plain, i)
	}
	c.bind(words, plain, costs)
	for i, w := range words {
		if strings.HasSuffix(w, "\n") {
			costs[i] = mustBreak
		}
	}
	return costs
}

// costAfter judges the break between the words i and i+1 by these two alone.
func (c compounds) costAfter(words, plain []string, i int) float64 {
	if i+1 == len(words) {
		return 0
	}
	word, next := words[i], words[i+1]
	number := startsWithDigit(next)
	switch {
	case isDash(next) || isDash(word) && i > 0 && startsWithDigit(words[i-1]) && number:
		return compound // a dash stays with what precedes it; "2025 - 2026" stays whole
	case isDash(word) || strings.ContainsAny(lastRune(word), ",;:.!?"):
		return phraseEnd
	case number && (numbered[plain[i]] || startsWithDigit(word)), startsWithDigit(word) && unicode.IsLower(firstRune(next)):
		return compound
	case isProper(word) && isProper(next) && !(i == 0 || isDash(words[i-1])):
		return properName
	case leaners[plain[i]]:
		return clings
	case i > 0 && strings.ContainsAny(lastRune(words[i-1]), ",;:.!?"):
		return clings // one word of a phrase that has just begun stays with the rest: "học để làm, / học để sống"
	case phraseOpeners[plain[i+1]]:
		return phraseStart
	}
	return anyWord
}

// bind forbids the breaks inside of compounds, the longest first.
func (c compounds) bind(words, plain []string, costs []float64) {
	for i := 0; i < len(plain); i++ {
		for n := min(longestCompound, len(plain)-i); n > 1; n-- {
			if !c[strings.Join(plain[i:i+n], " ")] || marksInside(words[i:i+n]) {
				continue
			}
			for j := i; j < i+n-1; j++ {
				costs[j] = compound
			}
			i += n - 2 // the last syllable may begin another compound: "phong trào" and "trào lưu"
			break
		}
	}
}

func marksInside(words []string) bool {
	for _, w := range words[:len(words)-1] {
		if strings.TrimRightFunc(w, isMark) != w {
			return true
		}
	}
	return false
}

func isMark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func isDash(w string) bool {
	w = strings.TrimSpace(w)
	return w == "-" || w == "–" || w == "—" || w == "|" || w == "•" || w == "·"
}

func firstRune(w string) rune {
	r, _ := utf8.DecodeRuneInString(w)
	return r
}

func lastRune(w string) string {
	_, n := utf8.DecodeLastRuneInString(w)
	return w[len(w)-n:]
}

func startsWithDigit(w string) bool { return unicode.IsDigit(firstRune(w)) }

// isProper tells whether a word is capitalised like a name; words all in capitals tell nothing.
func isProper(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && strings.ToUpper(w[n:]) != w[n:]
}

// breakLines divides words into n lines of widths as equal as the costs of the breaks allow. It returns the
// index after the last word of each line, and the cost; nil where there are fewer words than lines.
func breakLines(widths func(from, to int) float64, costs []float64, n int) ([]int, float64) {
	count := len(costs)
	if n > count {
		return nil, math.Inf(1)
	}
	mean := max(widths(0, count), 1e-6) / float64(n) // marks alone may have no width
	best, prev := make([]float64, count+1), make([]float64, count+1)
	from := make([][]int, n)
	for j := range prev {
		prev[j] = math.Inf(1)
	}
	prev[0] = 0
	for line := range n {
		from[line] = make([]int, count+1)
		for j := range best {
			best[j] = math.Inf(1)
			for i := j - 1; i >= line; i-- {
				if i < j-1 && costs[i] == mustBreak {
					break // a line can't span a break that the user made
				}
				if math.IsInf(prev[i], 1) {
					continue
				}
				d := widths(i, j)/mean - 1
				cost := prev[i] + d*d
				if j < count && costs[j-1] != mustBreak {
					cost += costs[j-1]
				}
				if j-i == 1 && costs[i] > phraseEnd {
					cost += loneWord
				}
				if cost < best[j] {
					best[j], from[line][j] = cost, i
				}
			}
		}
		best, prev = prev, best
	}
	if math.IsInf(prev[count], 1) {
		return nil, math.Inf(1)
	}
	ends := make([]int, n)
	for line, j := n-1, count; line >= 0; line-- {
		ends[line] = j
		j = from[line][j]
	}
	return ends, prev[count]
}
