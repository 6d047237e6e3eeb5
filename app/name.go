package app

import (
	"cmp"
	"slices"
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

// CompareNames orders names as Vietnamese lists do: by tên, then đệm, then họ, each in the order of
// CompareWords. Names that differ only in spelling, hoà and hòa, keep a fixed order.
func CompareNames(a, b string) int {
	aFamily, aMiddle, aGiven := SplitName(a)
	bFamily, bMiddle, bGiven := SplitName(b)
	return cmp.Or(CompareWords(aGiven, bGiven), CompareWords(aMiddle, bMiddle), CompareWords(aFamily, bFamily), cmp.Compare(a, b))
}

// CompareWords orders texts as a Vietnamese dictionary does, word by word: first by letters (a ă â b c d đ e ê …),
// then by tone (ngang, huyền, hỏi, ngã, sắc, nặng). Case does not count.
func CompareWords(a, b string) int {
	return slices.CompareFunc(strings.Fields(a), strings.Fields(b), func(a, b string) int {
		aLetters, aTone := weigh(a)
		bLetters, bTone := weigh(b)
		return cmp.Or(slices.Compare(aLetters, bLetters), cmp.Compare(aTone, bTone))
	})
}

// alphabet is the order of letters: the Vietnamese ones, with the four of other languages in their Latin places.
const alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

// toneOrder lists the marks of the tones in the order of dictionaries and of the Unicode CLDR.
const toneOrder = "\u0300\u0309\u0303\u0301\u0323"

// weigh returns the places of a word's letters in the alphabet, and that of its tone. What is no letter comes
// before all letters, in the order of Unicode.
func weigh(word string) (letters []int, tone int) {
	for _, r := range norm.NFC.String(strings.Map(func(r rune) rune {
		if i := strings.IndexRune(toneOrder, r); i >= 0 {
			tone = i + 1
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(word)))) {
		if i := strings.IndexRune(alphabet, r); i >= 0 {
			letters = append(letters, unicode.MaxRune+1+i)
			continue
		}
		letters = append(letters, int(r))
	}
	return letters, tone
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

// SortRecipients orders recipients by class, then by name.
func SortRecipients(list []*Recipient) {
	slices.SortStableFunc(list, func(a, b *Recipient) int {
		return cmp.Or(CompareClasses(a.Class, b.Class), CompareNames(a.Name, b.Name))
	})
}
