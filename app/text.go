package app

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean returns text as the program keeps it: NFC, every kind of space a plain one, no runs of spaces, none
// at the ends, nothing invisible. Line breaks stay.
func Clean(text string) string {
	if isClean(text) {
		return text
	}
	text = strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, text)
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
		case isBlank(r), isInvisible(r):
			return false
		default:
			composed = false
		}
		before = r
	}
	return text == "" || before != ' ' && before != '\n' && (composed || norm.NFC.IsNormalString(text))
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// isInvisible tells whether a rune stands in words without being seen: soft hyphens, zero-width spaces and joiners, marks of
// direction, as texts bring along that were copied out of web pages.
func isInvisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200d' || r == '\u2060' || r == '\ufeff' || unicode.Is(unicode.Bidi_Control, r)
}

// Visible returns text with a name in the place of each rune in it that isn't seen or looks like a plain space: "Lê[U+00A0]Hoa".
func Visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		if isInvisible(r) || r > '~' && unicode.IsSpace(r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
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
