package table

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"tiengtrong/app/syllable"
)

// oldEncoding is an encoding whose text is met inside newer files, where its bytes became Western letters.
type oldEncoding struct {
	name  string
	fonts string // how the names of its fonts begin, in lower case
	fix   func(string) string
}

var oldEncodings = []oldEncoding{{"tcvn3", ".vn", fromTCVN3}, {"vni", "vni-", fromVNI}}

// repair reads old text inside a newer file, such as a workbook first typed in .VnTime, and mends what was lost on
// the way here. forced names how the text was typed; "" leaves that to the text itself.
func (s *Sheet) repair(forced string) {
	isOld, garbled := s.Encoding == "tcvn3" || s.Encoding == "vni", ""
	if !isOld && forced == "" {
		garbled = s.garbled()
	}
	for _, old := range oldEncodings {
		if !isOld && (forced == old.name || garbled != "" && vietnamese(old.fix(garbled)).share() >= 0.7) {
			s.convert(old.fix, forced != "")
			s.Encoding = strings.TrimSuffix(s.Encoding, "+"+old.name) + "+" + old.name
			break
		}
	}
	m := mending{s, map[Place]string{}}
	m.each(func(_ int, cell string) string { return withoutUnseen(misread(cell)) })
	m.twice()
	if strings.HasSuffix(s.Encoding, "tcvn3") {
		m.each(func(_ int, cell string) string { return lastHorns(lostHorns(cell)) })
		m.each(s.capitals())
	}
	m.record()
}

// garbled returns the cells that may be text of an old encoding.
func (s *Sheet) garbled() string {
	var b strings.Builder
	s.each(func(cell string) string {
		if western(cell) && !vietnamese(cell).whole() {
			b.WriteString(cell + "\n")
		}
		return cell
	})
	return b.String()
}

// convert changes the cells that fix makes more Vietnamese, or every one that may be old. "Líp" may be lớp or líp:
// such cells follow what most cells of the sheet are.
func (s *Sheet) convert(fix func(string) string, every bool) {
	gain := func(cell string) float64 { return vietnamese(fix(cell)).share() - vietnamese(cell).share() }
	mostly := 0
	s.each(func(cell string) string {
		switch {
		case western(cell) && gain(cell) > 0:
			mostly++
		case vietnamese(cell).legal > 0 && !western(cell), gain(cell) < 0:
			mostly--
		}
		return cell
	})
	s.each(func(cell string) string {
		if !western(cell) {
			return cell
		}
		if g := gain(cell); every || g > 0 || g == 0 && mostly > 0 && vietnamese(cell).legal > 0 {
			s.sample(cell, fix(cell))
			return fix(cell)
		}
		return cell
	})
}

func (s *Sheet) each(change func(string) string) {
	for _, row := range s.Rows {
		for i, cell := range row {
			row[i] = change(cell)
		}
	}
}

// sample keeps the first few cells that a conversion changes.
func (s *Sheet) sample(before, after string) {
	const enough = 60
	sample := Sample{before, after}
	if before != after && len(s.Samples) < enough && !slices.Contains(s.Samples, sample) {
		s.Samples = append(s.Samples, sample)
	}
}

// westernHead reads the beginning of a text file as Western text, as which old text shows without its font.
func westernHead(data []byte) string {
	const enough = 64 << 10
	text, _ := fromBytes("windows-1252", data[:min(len(data), enough)]) // which no bytes fail
	return text
}

// sampleRows shows what the encoding of a text file made of its cells, read as Western text before.
func (s *Sheet) sampleRows(before [][]string) {
	for i, row := range before[:min(len(before), len(s.Rows))] {
		for c, cell := range row[:min(len(row), len(s.Rows[i]))] {
			s.sample(cell, s.Rows[i][c])
		}
	}
}

// mending changes cells that came here damaged, and remembers what they held.
type mending struct {
	sheet  *Sheet
	before map[Place]string
}

func (m mending) each(change func(column int, cell string) string) {
	for r, row := range m.sheet.Rows {
		for c, cell := range row {
			if row[c] = change(c, cell); row[c] == cell {
				continue
			}
			if _, ok := m.before[Place{r, c}]; !ok {
				m.before[Place{r, c}] = cell
			}
		}
	}
}

// record lists the changes in the order of the cells.
func (m mending) record() {
	for place, before := range m.before {
		if after := m.sheet.Rows[place.Row][place.Column]; after != before {
			m.sheet.Repairs = append(m.sheet.Repairs, Repair{place, before, after})
		}
	}
	slices.SortFunc(m.sheet.Repairs, func(a, b Repair) int { return cmp.Or(a.Row-b.Row, a.Column-b.Column) })
}

// misread mends the words of a cell whose UTF-8 was once read as Western or Vietnamese Windows text: "Nguyá»…n" is
// Nguyễn.
func misread(cell string) string {
	if !strings.ContainsAny(cell, "ÃĂÄÆº»") { // what the first or second byte of every Vietnamese letter is read as
		return cell
	}
	words := strings.Split(cell, " ")
	for i, word := range words {
		words[i] = misreadWord(word)
	}
	return strings.Join(words, " ")
}

func misreadWord(word string) string {
	for _, e := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1258} {
		text, ok := bytesOf(e, word)
		if t := vietnamese(text); ok && utf8.ValidString(text) && t.legal > 0 && t.whole() {
			return norm.NFC.String(text)
		}
	}
	return word
}

// bytesOf writes text in a single-byte encoding. Bytes that have no character there were read as controls.
func bytesOf(e *charmap.Charmap, text string) (string, bool) {
	var b strings.Builder
	for _, r := range text {
		c, ok := e.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0xa0 {
			c, ok = byte(r), true
		}
		if !ok {
			return "", false
		}
		b.WriteByte(c)
	}
	return b.String(), true
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// twice mends Unicode text that was converted from TCVN3 once more: "Chỳng tụi" is Chúng tôi. It may have none of the
// letters that such a conversion replaces. A cell is mended when two of its words tell, or when the sheet does.
func (m mending) twice() {
	mended, told := 0, 0
	m.sheet.each(func(cell string) string {
		switch {
		case isASCII(cell):
		case strings.ContainsAny(cell, onceOnly):
			told--
		case onceMore(cell, false) != cell:
			mended++
			told++
		}
		return cell
	})
	if mended == 0 {
		return
	}
	m.each(func(_ int, cell string) string {
		certain := onceMore(cell, false)
		if strings.ContainsAny(cell, onceOnly) || told <= 0 && differentWords(cell, certain) == 0 {
			return cell
		}
		if likely := onceMore(cell, true); told > 0 || differentWords(cell, likely) > 1 {
			return likely
		}
		return cell
	})
}

func differentWords(a, b string) int {
	x, y, n := strings.Fields(a), strings.Fields(b), 0
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			n++
		}
	}
	return n
}

// lostHorns gives back the ư of TCVN3, whose code is a soft hyphen that many programs drop: "trờng" is trường. A word
// is changed only where it is no syllable, and ư makes one of it in one way.
func lostHorns(cell string) string { return eachWord(cell, lostHorn) }

// eachWord changes the words of a text and leaves what stands between them.
func eachWord(text string, change func(word string) string) string {
	var b strings.Builder
	for rest := text; rest != ""; {
		word, other := cutWhile(rest, unicode.IsLetter)
		b.WriteString(change(word))
		other, rest = cutWhile(other, func(r rune) bool { return !unicode.IsLetter(r) })
		b.WriteString(other)
	}
	return b.String()
}

func cutWhile(text string, is func(rune) bool) (head, tail string) {
	n := strings.IndexFunc(text, func(r rune) bool { return !is(r) })
	if n < 0 {
		n = len(text)
	}
	return text[:n], text[n:]
}

// longestSyllable is more than the bytes of any Vietnamese syllable, "nghiêng" with its tone.
const longestSyllable = 24

func lostHorn(word string) string {
	if isASCII(word) || len(word) > longestSyllable || syllable.Is(strings.ToLower(word)) {
		return word
	}
	horn, found := "ư", ""
	if word == strings.ToUpper(word) {
		horn = "Ư"
	}
	for i := range word {
		longer := word[:i] + horn + word[i:]
		switch {
		case !syllable.Is(strings.ToLower(longer)):
		case found != "":
			return word
		default:
			found = longer
		}
	}
	return cmp.Or(found, word)
}

// western tells whether text has characters outside ASCII, and no letters that Western Europe does not have.
func western(text string) bool {
	found := false
	for _, r := range text {
		if r > 0xff && unicode.In(r, unicode.L, unicode.Mn) {
			return false
		}
		found = found || r > 0xa0 && r <= 0xff
	}
	return found
}
