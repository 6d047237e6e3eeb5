package print

import (
	"math"
	"slices"
	"sync"
	"sync/atomic"
	"unicode"
)

// glyphs are those of a face's glyphs that were asked for before, found without a lock: a line of text asks for each
// of its letters several times.
type glyphs struct {
	blocks [256]atomic.Pointer[[256]atomic.Pointer[Glyph]] // of the Basic Multilingual Plane
	beyond sync.Map                                        // rune → *Glyph
}

// of returns the glyph of a rune, or nil.
func (g *glyphs) of(r rune) *Glyph {
	if r < 0 || r > 0xFFFF {
		found, _ := g.beyond.Load(r)
		glyph, _ := found.(*Glyph)
		return glyph
	}
	if block := g.blocks[r>>8].Load(); block != nil {
		return block[r&0xFF].Load()
	}
	return nil
}

// keep remembers the glyph of a rune. Who comes second with the same rune changes nothing.
func (g *glyphs) keep(r rune, glyph *Glyph) {
	if r < 0 || r > 0xFFFF {
		g.beyond.Store(r, glyph)
		return
	}
	g.blocks[r>>8].CompareAndSwap(nil, new([256]atomic.Pointer[Glyph]))
	g.blocks[r>>8].Load()[r&0xFF].Store(glyph)
}

// pairs are the kerns of two runes of the Basic Multilingual Plane in a row. There are some thousand in a language, and
// each is shaped once. They are found without a lock: a place holds both runes and their kern, or nothing. Where too many
// want the same places, the last ones are shaped each time.
type pairs [1 << 13]atomic.Uint64

// probes is how many places a pair may have.
const probes = 8

// pairKey returns what the places of a pair hold above its kern, and the first of these places.
func pairKey(r, next rune) (key uint64, place int) {
	key = uint64(r)<<16 | uint64(next)
	return key << 32, int(uint32(key) * 0x9E3779B1 >> 19)
}

// of returns the kern of a pair, and whether it is known.
func (p *pairs) of(r, next rune) (kern float32, known bool) {
	key, place := pairKey(r, next)
	for i := range probes {
		switch held := p[(place+i)%len(p)].Load(); {
		case held == 0:
			return 0, false
		case held&^math.MaxUint32 == key:
			return math.Float32frombits(uint32(held)), true
		}
	}
	return 0, false
}

func (p *pairs) keep(r, next rune, kern float32) {
	key, place := pairKey(r, next)
	for i := range probes {
		if p[(place+i)%len(p)].CompareAndSwap(0, key|uint64(math.Float32bits(kern))) {
			return
		}
	}
}

// noRune stands for what follows the last rune of a line.
const noRune rune = 0

// Kerns returns what kerning adds to the advance of each rune of text, in thousandths of an em. A face's kerning is of
// pairs; only where a mark has no letter of its own is the line shaped as a whole.
func (f *Face) Kerns(text string) []float32 { return f.appendKerns(nil, []rune(text)) }

func (f *Face) appendKerns(kerns []float32, runes []rune) []float32 {
	if slices.ContainsFunc(runes, isCombining) {
		return append(kerns, f.shape(runes)...)
	}
	kerns = slices.Grow(kerns, len(runes))
	for i, r := range runes {
		next := noRune
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		kerns = append(kerns, f.pair(r, next))
	}
	return kerns
}

func isCombining(r rune) bool { return r >= 0x300 && unicode.Is(unicode.M, r) }

// pair shapes two runes, or finds what it was when they were shaped before.
func (f *Face) pair(r, next rune) float32 {
	if r > 0xFFFF || next > 0xFFFF {
		return f.shape([]rune{r, next})[0]
	}
	kern, known := f.pairs.of(r, next)
	if !known {
		runes := []rune{r, next}
		if next == noRune {
			runes = runes[:1]
		}
		kern = f.shape(runes)[0]
		f.pairs.keep(r, next, kern)
	}
	return kern
}
