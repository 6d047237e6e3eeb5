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
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || unicode.IsControl(r)
}

// Fold returns text as searches compare it: lower case, without diacritics, đ as d, no runs of spaces.
func Fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(Clean(text))) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case r == '\n':
			b.WriteByte(' ')
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}
