package app

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean returns text as the program keeps it: NFC, every kind of space a plain one, no runs of spaces, none
// at the ends. Line breaks stay.
func Clean(text string) string {
	if isClean(text) {
		return text
	}
	lines := strings.Split(norm.NFC.String(strings.ReplaceAll(text, "\r\n", "\n")), "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.FieldsFunc(line, isBlank), " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// isClean tells whether text is as Clean would leave it; most text is.
func isClean(text string) bool {
	before, composed := ' ', true
	for _, r := range text {
		switch {
		case r > ' ' && r <= '~', r >= 'À' && r <= 'ʯ', r >= 'Ạ' && r <= 'ỹ': // as most are: nothing that NFC would change
		case r == ' ' && before != ' ' && before != '\n', r == '\n' && before != ' ':
		case isBlank(r):
			return false
		default:
			composed = false
		}
		before = r
	}
	return text == "" || before != ' ' && before != '\n' && (composed || norm.NFC.IsNormalString(text))
}

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u200b' || r == '\ufeff' || unicode.IsControl(r)
}

// Fold returns text as searches compare it: lower case, without diacritics, đ as d, no runs of spaces.
func Fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range Clean(text) {
		switch {
		case r < 0x80:
			b.WriteByte(foldASCII(byte(r)))
		case r-folded[0].first < lettersEach:
			b.WriteString(folded[0].letters[r-folded[0].first])
		case r-folded[1].first >= 0 && r-folded[1].first < lettersEach:
			b.WriteString(folded[1].letters[r-folded[1].first])
		default:
			b.WriteString(foldRune(r))
		}
	}
	return b.String()
}

func foldASCII(c byte) byte {
	switch {
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	case c == '\n':
		return ' '
	}
	return c
}

// foldRune returns a rune in lower case, without its marks.
func foldRune(r rune) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(string(unicode.ToLower(r))) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lettersEach is the length of the two stretches of Unicode in which the Vietnamese letters lie.
const lettersEach = 0x180

// folded are the two stretches, each rune folded beforehand: a list of 100,000 names is folded many times.
var folded = [2]foldedLetters{foldLetters(0x80), foldLetters(0x1E00)}

type foldedLetters struct {
	first   rune
	letters [lettersEach]string
}

func foldLetters(first rune) foldedLetters {
	f := foldedLetters{first: first}
	for i := range f.letters {
		f.letters[i] = foldRune(first + rune(i))
	}
	return f
}
