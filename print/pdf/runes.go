package pdf

import (
	"fmt"
	"math/bits"

	"tiengtrong/print"
)

// runeSet is a set of runes of the Basic Multilingual Plane: the codes that text in a file can have.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) has(r rune) bool { return s[r>>6]&(1<<(r&63)) != 0 }

func (s *runeSet) add(r rune) { s[r>>6] |= 1 << (r & 63) }

// holds tells whether all runes of another set are in this one.
func (s *runeSet) holds(other *runeSet) bool {
	for i, word := range other {
		if word&^s[i] != 0 {
			return false
		}
	}
	return true
}

// merge adds the runes of another set.
func (s *runeSet) merge(other *runeSet) {
	for i, word := range other {
		s[i] |= word
	}
}

// list returns the runes in order.
func (s *runeSet) list() []rune {
	var out []rune
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			out = append(out, rune(i<<6+bits.TrailingZeros64(word)))
		}
	}
	return out
}

// runes are those that text in each face has used.
type runes map[*print.Face]*runeSet

// use notes the runes of a line, or finds why it cannot be set: its letters and kerns differ in number, or one of them
// has no glyph or lies beyond two-byte codes.
func (u runes) use(t *print.Text) error {
	used := u[t.Face]
	if used == nil {
		used = new(runeSet)
		u[t.Face] = used
	}
	n := 0
	for _, r := range t.String {
		n++
		switch {
		case r > 0xFFFF:
			return fmt.Errorf("text %q: %q (U+%04X) lies beyond the letters a PDF font of ours can hold", t.String, r, r)
		case used.has(r):
		case len(t.Face.Missing(string(r))) > 0:
			return fmt.Errorf("text %q: font %s has no %q (U+%04X)", t.String, t.Face.Name, r, r)
		default:
			used.add(r)
		}
	}
	if n != len(t.Kerns) {
		return fmt.Errorf("text %q has %d letters but %d kerns", t.String, n, len(t.Kerns))
	}
	return nil
}

// merge adds what others have used.
func (u runes) merge(other runes) {
	for face, set := range other {
		if u[face] == nil {
			u[face] = new(runeSet)
		}
		u[face].merge(set)
	}
}
