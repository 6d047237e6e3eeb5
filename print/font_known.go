package print

import (
	"strings"
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

// pairs are the kerns of two runes in a row, in thousandths of an em. There are some thousand in a language, and each
// is shaped once.
type pairs struct {
	lock  sync.RWMutex
	kerns map[[2]rune]float32
}

// noRune stands for what follows the last rune of a line.
const noRune rune = 0

// Kerns returns what kerning adds to the advance of each rune of text, in thousandths of an em. A face's kerning is of
// pairs; only where a mark has no letter of its own is the line shaped as a whole.
func (f *Face) Kerns(text string) []float32 {
	runes := []rune(text)
	if strings.ContainsFunc(text, isCombining) {
		return f.shape(runes)
	}
	kerns, known := make([]float32, len(runes)), 0
	runes = append(runes, noRune)
	f.pairs.lock.RLock()
	for ok := true; known < len(kerns); known++ {
		if kerns[known], ok = f.pairs.kerns[[2]rune(runes[known:])]; !ok {
			break
		}
	}
	f.pairs.lock.RUnlock()
	for i := known; i < len(kerns); i++ {
		kerns[i] = f.pair([2]rune(runes[i:]))
	}
	return kerns
}

func isCombining(r rune) bool { return r >= 0x300 && unicode.Is(unicode.M, r) }

// pair shapes two runes, or finds what it was when they were shaped before.
func (f *Face) pair(pair [2]rune) float32 {
	f.pairs.lock.Lock()
	defer f.pairs.lock.Unlock()
	kern, ok := f.pairs.kerns[pair]
	if !ok {
		if f.pairs.kerns == nil {
			f.pairs.kerns = map[[2]rune]float32{}
		}
		runes := pair[:]
		if pair[1] == noRune {
			runes = pair[:1]
		}
		kern = f.shape(runes)[0]
		f.pairs.kerns[pair] = kern
	}
	return kern
}
