package table

import (
	"strings"
	"unicode"

	"tiengtrong/app/syllable"
)

// tally counts the characters outside ASCII of a text, and those of them that stand in Vietnamese syllables.
type tally struct{ legal, all int }

// share returns which part of the characters is legal, 0 where there are none.
func (t tally) share() float64 {
	if t.all == 0 {
		return 0
	}
	return float64(t.legal) / float64(t.all)
}

// whole tells whether nothing in the text speaks against Vietnamese.
func (t tally) whole() bool { return t.legal == t.all }

// vietnamese judges how much of text is Vietnamese by the words that have characters outside ASCII, since
// plain ones are the same in every encoding. Typographic signs count neither way.
func vietnamese(text string) tally {
	var t tally
	isPart := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r > 0xa0 && !strings.ContainsRune("«»°§©®²³×÷", r) && r < 0x2000
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !isPart(r) }) {
		n := 0
		for _, r := range word {
			if r > 0x7f {
				n++
			}
		}
		if n == 0 {
			continue
		}
		t.all += n
		if syllable.Is(strings.ToLower(word)) {
			t.legal += n
		}
	}
	return t
}
