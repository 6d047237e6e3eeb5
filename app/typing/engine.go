// Package typing turns the keys of a plain keyboard into Vietnamese, in Telex or VNI: what becomes a syllable is
// written as one, all other words stay as they were typed.
package typing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Method is a way of typing Vietnamese.
type Method string

// The methods.
const (
	Off   Method = ""
	Telex Method = "telex"
	VNI   Method = "vni"
)

// Engine tells how keys become Vietnamese. Modern is the spelling of tones as hoà, thuý; otherwise hòa, thúy.
type Engine struct {
	Method Method
	Modern bool
}

// Compose is the word that these keys write, while it may still go on.
func (e Engine) Compose(keys string) string {
	var w word
	for _, key := range keys {
		w = e.press(w, key)
	}
	return w.text(e.Modern)
}

// Typist types into fields of text. It remembers the keys of the word that it is at; where another one stands
// before the caret, it reads that anew.
type Typist struct {
	Engine
	shown string // the word as it stands in the text
	start int    // where the word starts, in bytes
	word  word
	quiet bool // until the end of the word: another input method writes it
}

// Type tells what a key does after the text before the caret: so many runes before the caret are replaced by other
// text. Key 0 tells that the word is left without typing anything.
func (t *Typist) Type(before string, key rune) (replace int, with string) {
	if t.Method != Off {
		t.look(before)
		if t.isKey(key) {
			from := t.shown
			t.enter(key)
			return change(from, t.shown)
		}
		replace, with = change(t.shown, t.word.settled(t.Modern))
		*t = Typist{Engine: t.Engine}
	}
	if key != 0 {
		with += string(key)
	}
	return replace, with
}

// look finds the word before the caret.
func (t *Typist) look(before string) {
	start := len(strings.TrimRightFunc(before, t.isKey))
	if shown := before[start:]; shown == "" || shown != t.shown || start != t.start {
		t.shown, t.start, t.word = shown, start, readWord(shown)
		t.word.closed = t.word.closed || isAddress(before)
	}
}

// enter adds a key to the word. A key that is no letter of a plain keyboard comes from another input method.
func (t *Typist) enter(key rune) {
	t.quiet = t.quiet || key > unicode.MaxASCII
	if t.quiet {
		t.word = word{keys: []rune(t.shown + string(key)), closed: true}
	} else {
		t.word = t.press(t.word, key)
	}
	t.shown = t.word.text(t.Modern)
}

// isKey tells whether a key belongs to a word. The digits of VNI do, so that what follows a number stays as it is.
func (t *Typist) isKey(key rune) bool {
	return unicode.IsLetter(key) || t.Method == VNI && unicode.IsDigit(key)
}

// isAddress tells whether the text ends in the address of a page or of a mailbox.
func isAddress(before string) bool {
	token := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	return strings.Contains(token, "://") || strings.Contains(token, "@") || strings.HasPrefix(token, "www.")
}

// change is the least that makes one text of another, from the end.
func change(from, to string) (replace int, with string) {
	for from != "" {
		r, n := utf8.DecodeRuneInString(from)
		if !strings.HasPrefix(to, string(r)) || r == utf8.RuneError {
			break
		}
		from, to = from[n:], to[n:]
	}
	return utf8.RuneCountInString(from), to
}
