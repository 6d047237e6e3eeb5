package typing

import (
	"slices"
	"unicode"
)

// telex are the keys that do something in Telex: tones by their VNI key, 0 none, and marks.
var telex = map[rune]string{
	's': "1", 'f': "2", 'r': "3", 'x': "4", 'j': "5", 'z': "0", 'a': "6", 'e': "6", 'o': "6", 'w': "87", 'd': "9",
}

// signs tells which tone or marks a key asks for, by their VNI keys; "" for a letter.
func (e Engine) signs(key rune) string {
	if e.Method == Telex {
		return telex[key]
	}
	if key >= '0' && key <= '9' {
		return string(key)
	}
	return ""
}

// press is the word after one more key.
func (e Engine) press(w word, key rune) word {
	lower := unicode.ToLower(key)
	typed := w
	typed.keys, typed.last = append(slices.Clip(w.keys), key), lower
	if w.closed {
		return typed
	}
	signs := e.signs(lower)
	if next, ok := typed.toned(signs); ok {
		return next
	}
	if next, ok := e.mark(typed, signs, lower); ok {
		return next
	}
	if e.carries(w, signs, lower) {
		if w.last == 0 || w.last == lower {
			return e.undo(w, signs, key)
		}
		typed.closed = true
		return typed
	}
	return e.add(typed, key)
}

// toned gives the word another tone, or takes it away.
func (w word) toned(signs string) (word, bool) {
	if signs == "" || signs[0] > '5' {
		return w, false
	}
	tone := rune(signs[0])
	if tone == '0' {
		tone = 0
	}
	if from, to := w.nucleus(); from == to || w.tone == tone {
		return w, false
	}
	w.tone = tone
	return w, w.legal()
}

// mark puts the first mark that makes a legal word. In Telex a circumflex goes to the letter of its key.
func (e Engine) mark(w word, signs string, key rune) (word, bool) {
	for _, sign := range signs {
		for _, letters := range e.marks(w, sign, key) {
			next := w
			next.letters = letters
			if !slices.Equal(letters, w.letters) && next.legal() {
				return next, true
			}
		}
	}
	return w, false
}

// marks are the ways to put a mark on a word, the likeliest first.
func (e Engine) marks(w word, sign, key rune) [][]letter {
	var ways [][]letter
	if i := w.pair(); sign == '7' && i >= 0 {
		if i+2 < len(w.letters) || w.letters[i].r == 'ư' {
			ways = append(ways, w.with(i, 'ư', 'ơ'))
		}
		return append(ways, w.with(i+1, 'ơ'))
	}
	for i, l := range slices.Backward(w.letters) {
		to, ok := marked[sign][l.r]
		if !ok || !e.reaches(w, i, sign, key) {
			continue
		}
		ways = append(ways, w.with(i, to))
		if i > 0 && w.letters[i-1].r == 'ư' {
			ways = append(ways, w.with(i-1, 'u', to)) // ươ becomes uô
		}
	}
	return ways
}

// reaches tells whether a mark's key is meant for that letter. In an abbreviation only the last one takes a stroke.
func (e Engine) reaches(w word, i int, sign, key rune) bool {
	if sign == '9' && w.abbreviates() {
		return i == len(w.letters)-1
	}
	return sign != '6' || e.Method != Telex || base(w.letters[i].r) == key
}

// pair is where u and o stand side by side, with whatever mark, or -1.
func (w word) pair() int {
	for i := len(w.letters) - 2; i >= 0; i-- {
		if base(w.letters[i].r) == 'u' && base(w.letters[i+1].r) == 'o' {
			return i
		}
	}
	return -1
}

// with are the word's letters with other ones from i on.
func (w word) with(i int, runes ...rune) []letter {
	letters := slices.Clone(w.letters)
	for k, r := range runes {
		letters[i+k].r, letters[i+k].short = r, false
	}
	return letters
}

// carries tells whether the word has already what a key asks for.
func (e Engine) carries(w word, signs string, key rune) bool {
	if signs != "" && rune(signs[0]) == w.tone {
		return true
	}
	for i := range w.letters {
		if e.carried(w, i, signs, key) {
			return true
		}
	}
	return false
}

func (e Engine) carried(w word, i int, signs string, key rune) bool {
	r := w.letters[i].r
	for _, sign := range signs {
		if marked[sign][base(r)] == r && e.reaches(w, i, sign, key) {
			return true
		}
	}
	return false
}

// undo takes back what the same key did before and writes the key itself.
func (e Engine) undo(w word, signs string, key rune) word {
	undone := word{tone: w.tone, last: unicode.ToLower(key)}
	if rune(signs[0]) == w.tone {
		undone.tone = 0
	}
	for i, l := range w.letters {
		if e.carried(w, i, signs, undone.last) {
			if l.short {
				continue
			}
			l.r = base(l.r)
		}
		undone.letters = append(undone.letters, l)
	}
	undone.letters = append(undone.letters, letter{r: undone.last, upper: unicode.IsUpper(key)})
	undone.keys = []rune(undone.text(e.Modern))
	undone.closed = !undone.legal()
	return undone
}

// add is the word with the key's own letter at its end; in Telex a w after an onset is an ư.
func (e Engine) add(w word, key rune) word {
	upper := unicode.IsUpper(key)
	if e.Method == Telex && w.last == 'w' && len(w.letters) > 0 {
		if next := w.followed(letter{r: 'ư', upper: upper, short: true}); next.legal() {
			return next
		}
	}
	next := w.followed(letter{r: w.last, upper: upper})
	if i := w.pair(); i >= 0 && (w.letters[i].r == 'ư' || w.letters[i+1].r == 'ơ') {
		horned := next
		horned.letters = next.with(i, 'ư', 'ơ') // thuơ and ng, nưo and c
		if horned.legal() {
			return horned
		}
	}
	next.closed = !next.legal()
	return next
}

func (w word) followed(l letter) word {
	w.letters = append(slices.Clip(w.letters), l)
	return w
}
