package table

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tcvn3 pairs the characters as which a TCVN 5712:1993 (VN3, "ABC") text shows without its .VnTime font with
// the letters that they stand for. Toned capitals are missing: people took a second font, .VnTimeH, which drew
// the small codes as capitals.
const tcvn3 = "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ" +
	"µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậ" +
	"ÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị" +
	"ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợ" +
	"ïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ"

// vniMarks are the characters that VNI-Windows sets after a vowel, with the combining marks that they stand for.
var vniMarks = map[rune]string{
	'ø': "\u0300", 'ù': "\u0301", 'û': "\u0309", 'õ': "\u0303", 'ï': "\u0323",
	'â': "\u0302", 'à': "\u0302\u0300", 'á': "\u0302\u0301", 'å': "\u0302\u0309", 'ã': "\u0302\u0303", 'ä': "\u0302\u0323",
	'ê': "\u0306", 'è': "\u0306\u0300", 'é': "\u0306\u0301", 'ú': "\u0306\u0309", 'ü': "\u0306\u0303", 'ë': "\u0306\u0323",
}

// vniLetters pairs the characters of VNI-Windows that are letters by themselves with those letters.
const vniLetters = "ôơÔƠöưÖƯñđÑĐííÍÍììÌÌæỉÆỈóĩÓĨòịÒỊîỵÎỴ"

var (
	tcvn3Letters = pairs(tcvn3)
	vniSingles   = pairs(vniLetters)
	vniPairs     = vniPairTable()
)

// pairs makes a map of a text in which each key is followed by its value.
func pairs(text string) map[rune]rune {
	runes, m := []rune(text), map[rune]rune{}
	for i := 0; i+1 < len(runes); i += 2 {
		m[runes[i]] = runes[i+1]
	}
	return m
}

// vniPairTable lists every vowel of VNI-Windows that is followed by a mark.
func vniPairTable() map[[2]rune]rune {
	table := map[[2]rune]rune{}
	for _, base := range "aeouyôöAEOUYÔÖ" {
		letter := base
		if single, ok := vniSingles[base]; ok {
			letter = single
		}
		for mark, combining := range vniMarks {
			composed := []rune(norm.NFC.String(string(letter) + combining))
			if len(composed) != 1 {
				continue
			}
			table[[2]rune{base, mark}] = composed[0]
			table[[2]rune{base, unicode.ToUpper(mark)}] = composed[0]
		}
	}
	return table
}

// fromTCVN3 reads TCVN3 text that was taken for Western text, in a single pass: replacing one letter after
// the other would turn "các" into "cỏc".
func fromTCVN3(text string) string {
	return strings.Map(func(r rune) rune {
		if letter, ok := tcvn3Letters[r]; ok {
			return letter
		}
		return r
	}, text)
}

// fromVNI reads VNI-Windows text that was taken for Western text, in a single pass.
func fromVNI(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		if i+1 < len(runes) {
			if letter, ok := vniPairs[[2]rune{runes[i], runes[i+1]}]; ok {
				b.WriteRune(letter)
				i++
				continue
			}
		}
		if letter, ok := vniSingles[runes[i]]; ok {
			b.WriteRune(letter)
			continue
		}
		b.WriteRune(runes[i])
	}
	return b.String()
}

// oldEncodings are the encodings whose text is met inside newer files, where its bytes became Western letters.
var oldEncodings = []struct {
	name string
	fix  func(string) string
}{{"tcvn3", fromTCVN3}, {"vni", fromVNI}}

// repair reads old text inside a newer file, such as a workbook first typed in .VnTime, and restores the
// capitals that TCVN3 can't write. A cell is changed only when that makes it more Vietnamese.
func (s *Sheet) repair() {
	if !strings.HasSuffix(s.Encoding, "tcvn3") && s.Encoding != "vni" {
		s.repairOld()
	}
	if !strings.HasSuffix(s.Encoding, "tcvn3") {
		return
	}
	s.restoreCapitals()
}

func (s *Sheet) repairOld() {
	var garbled strings.Builder
	s.each(func(cell string) string {
		if western(cell) && !vietnamese(cell).whole() {
			garbled.WriteString(cell + "\n")
		}
		return cell
	})
	for _, old := range oldEncodings {
		if vietnamese(old.fix(garbled.String())).share() >= 0.7 {
			s.Encoding += "+" + old.name
			s.repairFrom(old.fix)
			return
		}
	}
}

// repairFrom changes the cells that fix makes more Vietnamese. "Líp" may be lớp or líp: such cells follow what most
// cells of the sheet are.
func (s *Sheet) repairFrom(fix func(string) string) {
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
		if g := gain(cell); g > 0 || g == 0 && mostly > 0 && vietnamese(cell).legal > 0 {
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
