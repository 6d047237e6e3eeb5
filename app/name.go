package app

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// SplitName parts a Vietnamese name into họ, đệm and tên: the first word, those between, and the last one. A
// single word is the tên. Surnames of two words are not told apart: nothing in the name says that it has one.
func SplitName(name string) (family, middle, given string) {
	words := strings.Fields(Clean(name))
	switch n := len(words); n {
	case 0:
		return "", "", ""
	case 1:
		return "", "", words[0]
	default:
		return words[0], strings.Join(words[1:n-1], " "), words[n-1]
	}
}

// Tones is an order of the five written tones; the zero value is that of dictionaries.
type Tones string

// The two orders that lists are in.
const (
	DictionaryTones  Tones = "dictionary"  // ngang, huyền, hỏi, ngã, sắc, nặng: dictionaries and the Unicode CLDR
	SpreadsheetTones Tones = "spreadsheet" // ngang, huyền, sắc, hỏi, ngã, nặng: as spreadsheets taught many schools
)

// ToneOrders lists the orders in which people choose from them.
var ToneOrders = []Tones{DictionaryTones, SpreadsheetTones}

// marks lists the combining marks of the tones in their order.
func (t Tones) marks() string {
	if t == SpreadsheetTones {
		return "\u0300\u0301\u0309\u0303\u0323"
	}
	return "\u0300\u0309\u0303\u0301\u0323"
}

// CompareNames orders names as Vietnamese lists do: by tên, then đệm, then họ, each in the order of
// CompareWords. Names that differ only in spelling, hoà and hòa, keep a fixed order.
func CompareNames(a, b string) int {
	return cmp.Compare(DictionaryTones.nameKey(a), DictionaryTones.nameKey(b))
}

// CompareWords orders texts as a Vietnamese dictionary does, word by word: first by letters (a ă â b c d đ e ê …),
// then by tone (ngang, huyền, hỏi, ngã, sắc, nặng). Case does not count.
func CompareWords(a, b string) int {
	return cmp.Compare(DictionaryTones.key(a), DictionaryTones.key(b))
}

// nameKey returns a text whose order as bytes is that of names: to sort many, make each key once.
func (t Tones) nameKey(name string) string {
	family, middle, given := SplitName(name)
	return t.key(given) + t.key(middle) + t.key(family) + name
}

// alphabet is the order of letters: the Vietnamese ones, with the four of other languages in their Latin places.
const alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

// firstLetter stands in a key for the first letter of the alphabet: what is no letter comes before, in the order of
// Unicode.
const firstLetter = unicode.MaxRune - 100

// key returns a text whose order as bytes is that of words. A zero ends the letters of a word, and the text.
func (t Tones) key(text string) string {
	var b strings.Builder
	marks := t.marks()
	for _, word := range strings.Fields(strings.ToLower(text)) {
		tone := 0
		letters := norm.NFC.String(strings.Map(func(r rune) rune {
			if i := strings.IndexRune(marks, r); i >= 0 {
				tone = 1 + i
				return -1
			}
			return r
		}, norm.NFD.String(word)))
		for _, r := range letters {
			if i := strings.IndexRune(alphabet, r); i >= 0 {
				r = firstLetter + rune(i)
			}
			b.WriteRune(r)
		}
		b.WriteByte(0)
		b.WriteByte(byte(1 + tone))
	}
	b.WriteByte(0)
	return b.String()
}

// CompareClasses orders classes by the numbers and letters in their names: 1A2, 1A10, 2A1.
func CompareClasses(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a = cutChunk(a)
		y, b = cutChunk(b)
		if c := compareChunks(x, y); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

// cutChunk takes the digits, or the single letter, at the beginning of text.
func cutChunk(text string) (chunk, rest string) {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	if n == 0 {
		_, n = utf8.DecodeRuneInString(text)
	}
	return text[:n], text[n:]
}

func compareChunks(x, y string) int {
	xDigits, yDigits := isDigit(x[0]), isDigit(y[0])
	switch {
	case xDigits && yDigits:
		x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
	case xDigits != yDigits:
		return map[bool]int{true: -1, false: 1}[xDigits]
	}
	return cmp.Or(CompareWords(x, y), cmp.Compare(strings.ToLower(x), strings.ToLower(y)))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
