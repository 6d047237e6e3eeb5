package typing

import (
	"slices"
	"strings"
	"unicode"

	"tiengtrong/app/syllable"
)

// letter is one letter of a word, in lower case, with its mark and without its tone.
type letter struct {
	r     rune
	upper bool
	short bool // an ư typed as w alone
}

// word is what is being typed. It is never changed in place.
type word struct {
	letters []letter
	tone    rune   // '1' to '5', or 0
	keys    []rune // that were typed; of a word that stood there already, its text
	last    rune   // the last key in lower case; 0 where it isn't known
	closed  bool   // no syllable: it stands as it was typed, and so will what follows
}

// readWord reads a word that stands in a text.
func readWord(text string) word {
	w := word{keys: []rune(text)}
	for _, r := range text {
		lower := unicode.ToLower(r)
		s, toned := sounds[lower]
		if toned {
			w.closed = w.closed || w.tone != 0
			w.tone, lower = s.tone, s.vowel
		}
		w.letters = append(w.letters, letter{r: lower, upper: unicode.IsUpper(r)})
	}
	w.closed = w.closed || !w.legal()
	return w
}

// text is how the word stands in the text.
func (w word) text(modern bool) string {
	if w.closed {
		return string(w.keys)
	}
	at := -1
	if w.tone != 0 {
		at = w.tonePlace(modern)
	}
	var b strings.Builder
	for i, l := range w.letters {
		r := l.r
		if i == at {
			r = written[sound{r, w.tone}]
		}
		if l.upper {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// settled is how the word stands when it is left: a word that has become no syllable is what its keys say.
func (w word) settled(modern bool) string {
	text := w.text(modern)
	if syllable.Is(strings.ToLower(text)) || w.abbreviates() || w.tone == 0 && w.spells(isVowel) {
		return text
	}
	return string(w.keys)
}

// plain is the word in lower case without its tone.
func (w word) plain() string {
	var b strings.Builder
	for _, l := range w.letters {
		b.WriteRune(l.r)
	}
	return b.String()
}

// spells tells whether all letters are of a kind.
func (w word) spells(kind func(rune) bool) bool {
	return !slices.ContainsFunc(w.letters, func(l letter) bool { return !kind(l.r) })
}

// abbreviates tells whether the word has no vowel, as QĐ and THPT, where only đ is made.
func (w word) abbreviates() bool {
	return w.spells(func(r rune) bool { return unicode.IsLetter(r) && !isVowel(r) })
}

// legal tells whether the word may be, or become, a syllable or an abbreviation. A syllable that ends in a stop
// takes only the tones sắc and nặng.
func (w word) legal() bool {
	if w.abbreviates() {
		return w.tone == 0
	}
	stop := strings.ContainsRune("ckpt", w.letters[len(w.letters)-1].r) || strings.HasSuffix(w.plain(), "ch")
	return begins(w.plain()) && (w.tone == 0 || w.tone == '1' || w.tone == '5' || !stop)
}

// nucleus is where the vowels stand, without the u of qu and the i of gi, which belong to the onset.
func (w word) nucleus() (from, to int) {
	l := w.letters
	for from < len(l) && !isVowel(l[from].r) {
		from++
	}
	next := func(i int) bool { return i < len(l) && isVowel(l[i].r) }
	onset := w.plain()
	if strings.HasPrefix(onset, "qu") || strings.HasPrefix(onset, "gi") && next(2) {
		from++
	}
	for to = from; next(to); to++ {
	}
	return from, to
}

// tonePlace is the letter that carries the tone, or -1: the last vowel with a mark; the last vowel before a
// consonant; otherwise the first of two and the middle of three. The modern spelling writes oà, oè, uỳ, the old
// one òa, òe, ùy.
func (w word) tonePlace(modern bool) int {
	from, to := w.nucleus()
	for i := to - 1; i >= from; i-- {
		if base(w.letters[i].r) != w.letters[i].r {
			return i
		}
	}
	switch {
	case from == to:
		return -1
	case to < len(w.letters):
		return to - 1
	case to-from >= 3:
		return from + 1
	}
	if modern && slices.Contains([]string{"oa", "oe", "uy"}, word{letters: w.letters[from:to]}.plain()) {
		return from + 1
	}
	return from
}
