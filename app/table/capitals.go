package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// capitals returns what gives back to a sheet read from TCVN3 the toned capitals, which that encoding lacks: "ánh" in
// "Trần ánh Dương", "TRầN" in a heading. The letters whose case is known decide: those of ASCII and Ă Â Ê Ô Ơ Ư Đ.
func (s *Sheet) capitals() func(column int, cell string) string {
	begin := map[int]int{} // by column: cells known to begin with a capital, less those known not to
	for _, row := range s.Rows {
		for i, cell := range row {
			begin[i] += caseOf(firstRune(cell))
		}
	}
	return func(column int, cell string) string { return capitals(cell, begin[column] > 0) }
}

// capitals restores the capitals of one cell. begins says that the cells of its column begin with one.
func capitals(cell string, begins bool) string {
	words := strings.Fields(cell)
	if len(words) == 0 {
		return cell
	}
	if everyWord(words, func(w string) bool { return wordCase(w) >= 0 }) && !everyWord(words, func(w string) bool { return wordCase(w) < 2 }) {
		return strings.ToUpper(cell)
	}
	isName := caseOf(firstRune(words[0])) >= 0 && len(words) > 1 && everyWord(words, func(w string) bool { return caseOf(firstRune(w)) >= 0 }) &&
		!everyWord(words, func(w string) bool { return caseOf(firstRune(w)) == 0 })
	for i, w := range words {
		switch {
		case wordCase(w) >= 2:
			words[i] = strings.ToUpper(w)
		case isName || i == 0 && begins && caseOf(firstRune(w)) == 0:
			words[i] = capitalized(w)
		}
	}
	return strings.Join(words, " ")
}

func everyWord(words []string, ok func(string) bool) bool {
	for _, w := range words {
		if !ok(w) {
			return false
		}
	}
	return true
}

// wordCase counts the letters known to be capital in a word; it is negative when one is known to be small.
func wordCase(word string) int {
	n := 0
	for _, r := range word {
		switch caseOf(r) {
		case 1:
			n++
		case -1:
			return -1
		}
	}
	return n
}

// caseOf returns 1 for a letter known to be capital, -1 for one known to be small, else 0.
func caseOf(r rune) int {
	if r > unicode.MaxASCII && !strings.ContainsRune("ĂÂÊÔƠƯĐăâêôơưđ", r) {
		return 0
	}
	switch {
	case unicode.IsUpper(r):
		return 1
	case unicode.IsLower(r):
		return -1
	}
	return 0
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func capitalized(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}
