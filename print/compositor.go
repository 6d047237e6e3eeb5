package print

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tiengtrong/app"
)

// compositor sets text in columns. It shapes each word once. It belongs to one goroutine.
type compositor struct {
	*Studio
	shaped  map[shapedKey]shapedWord
	missing []rune // letters that were set as "?" because a face has none; whoever reports them empties it
}

type shapedKey struct {
	face *Face
	text string
}

// shapedWord is a word as its face sets it.
type shapedWord struct {
	text    string
	kerns   []float32
	ems     float64 // length
	missing []rune
}

func newCompositor(s *Studio) *compositor {
	return &compositor{Studio: s, shaped: map[shapedKey]shapedWord{}}
}

// word is a word on its way into a line.
type word struct {
	shapedWord
	face  *Face
	glued bool    // the rest of a word that was too wide: no space stands before it
	cost  float64 // of ending a line after it; mustBreak where the user did
}

// set breaks the runs into lines of the given width. A word that is wider is broken, at a mark if it has one, so
// that no line is ever longer than its column.
func (c *compositor) set(p prose, width MM, runs ...run) *column {
	col := &column{width: width, pitch: p.pitch()}
	words := c.words(runs, p.ems(width-p.indent))
	from := 0
	for _, to := range p.breaks(words, p.ems(width)) {
		last := to == len(words) || words[to-1].cost == mustBreak
		col.lines = append(col.lines, p.line(words[from:to], width, from == 0, last))
		from = to
	}
	return col
}

// words cuts runs into shaped words, none of them longer than the given length.
func (c *compositor) words(runs []run, ems float64) []word {
	var words []word
	var texts []string
	for _, r := range runs {
		lines := strings.FieldsFunc(app.Clean(r.text), isNewline)
		if len(lines) == 0 {
			continue
		}
		for _, text := range strings.Split(strings.Join(lines, "\n "), " ") {
			texts = append(texts, text)
			text = strings.TrimSuffix(text, "\n")
			if r.caps {
				text = strings.ToUpper(text)
			}
			face := c.face(r.face)
			w := word{shapedWord: c.shape(face, text), face: face}
			words = append(words, w)
			c.note(w.missing)
		}
	}
	var out []word
	for i, cost := range c.compounds.breakCosts(texts) {
		parts := c.split(words[i], ems)
		parts[len(parts)-1].cost = penalty(cost, texts, i)
		out = append(out, parts...)
	}
	return out
}

// note remembers letters that a face lacks, each once.
func (c *compositor) note(missing []rune) {
	for _, r := range missing {
		if !slices.Contains(c.missing, r) {
			c.missing = append(c.missing, r)
		}
	}
}

// shape measures a word. A letter that its face lacks becomes "?".
func (c *compositor) shape(face *Face, text string) shapedWord {
	key := shapedKey{face, text}
	w, ok := c.shaped[key]
	if ok {
		return w
	}
	w.missing = face.Missing(text)
	w.text = substitute(text, w.missing)
	w.kerns = face.Kerns(w.text)
	i := 0
	for _, r := range w.text {
		w.ems += face.Glyph(r).Advance + float64(w.kerns[i])/1000
		i++
	}
	c.shaped[key] = w
	return w
}

// split breaks a word that is longer than a line into parts that are not.
func (c *compositor) split(w word, ems float64) []word {
	parts := []word{w}
	for {
		last := parts[len(parts)-1]
		n := last.fitting(ems)
		if last.ems <= ems || n == len(last.text) {
			return parts
		}
		head, tail := last, last
		head.shapedWord, head.cost = c.shape(w.face, last.text[:n]), 0
		tail.shapedWord, tail.glued = c.shape(w.face, last.text[n:]), true
		parts = append(parts[:len(parts)-1], head, tail)
	}
}

// fitting returns how many bytes of the word fit into a line: up to a mark in its second half, such as a hyphen, or
// else as many letters as there is room for, but at least one.
func (w word) fitting(ems float64) int {
	length, letters, mark, n := 0.0, 0, 0, 0
	for i, r := range w.text {
		length += w.face.Glyph(r).Advance + max(float64(w.kerns[n]), 0)/1000
		if n++; length > ems && n > 1 {
			break
		}
		letters = i + utf8.RuneLen(r)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && length > ems/2 {
			mark = letters
		}
	}
	if mark > 0 {
		return mark
	}
	return letters
}

// The costs of a paragraph's lines. A line's own cost is the square of the part of it that stays empty; where spaces
// are widened to fill it, a quarter of the square of what is added to each, in spaces.
const (
	lineCost     = 0.3  // of each line: fewer are better
	numberCost   = 16   // of ending a line inside "năm 2025" or "07:00 - 08:35"
	unitCost     = 8    // of ending a line inside "01 tháng": a number stays with what it counts
	compoundCost = 0.2  // of ending a line inside "học tập"
	nameCost     = 0.1  // of ending a line inside "Hải Phòng"
	stretchCost  = 4    // of a line with wide spaces, at most
	lonelyCost   = 0.28 // of a last line of one word
)

// penalty makes of a headline's cost of a break after word i the cost in a paragraph, where lines are many and a
// broken compound is no great harm.
func penalty(cost float64, words []string, i int) float64 {
	switch {
	case cost == mustBreak || i+1 == len(words):
		return cost
	case cost >= compound && (startsWithDigit(words[i+1]) || isDash(words[i+1])):
		return numberCost
	case isNumber(words[i]) && unicode.IsLower(firstRune(words[i+1])) && !phraseOpeners[words[i+1]]:
		return unitCost
	case cost >= compound:
		return compoundCost
	case cost >= properName:
		return nameCost
	case cost > 0:
		return cost / 10
	}
	return cost
}

// isNumber tells whether a word is a number without a mark after it: "01", "(02", "6,5".
func isNumber(word string) bool {
	return startsWithDigit(strings.TrimLeftFunc(word, isMark)) && startsWithDigit(lastRune(word))
}

// breaks returns the index after the last word of each line, for the least sum of costs: a line is not judged alone.
func (p prose) breaks(words []word, ems float64) []int {
	best, from := make([]float64, len(words)+1), make([]int, len(words)+1)
	for j := 1; j <= len(words); j++ {
		best[j] = math.Inf(1)
		length := 0.0
		for i := j - 1; i >= 0; i-- {
			length += words[i].ems
			if i+1 < j {
				if words[i].cost == mustBreak {
					break
				}
				length += words[i].spaceBefore(words[i+1])
			}
			room := ems
			if i == 0 {
				room -= p.ems(p.indent)
			}
			if length > room && i+1 < j {
				break
			}
			if cost := best[i] + p.lineCost(words[i:j], room-length, room, j == len(words)); cost < best[j] {
				best[j], from[j] = cost, i
			}
		}
	}
	var ends []int
	for j := len(words); j > 0; j = from[j] {
		ends = append(ends, j)
	}
	slices.Reverse(ends)
	return ends
}

// lineCost judges a line that is to be room ems long and has a part left free.
func (p prose) lineCost(words []word, free, room float64, last bool) float64 {
	end := words[len(words)-1]
	cost, ends := end.cost, last || end.cost == mustBreak
	if ends {
		cost = 0
	}
	switch {
	case ends && len(words) == 1 && p.align != centred:
		return lineCost + lonelyCost
	case ends && (p.align == flushLeft || p.align == justified):
		return lineCost
	case p.align == justified:
		_, spaces := measureWords(words)
		added := free / (float64(max(spaces, 1)) * end.face.Glyph(' ').Advance)
		return lineCost + min(added*added/4, stretchCost) + cost
	}
	return lineCost + free*free/(room*room) + cost
}

// spaceBefore returns the length of the space between two words, in ems.
func (w word) spaceBefore(next word) float64 {
	if next.glued {
		return 0
	}
	return w.face.Glyph(' ').Advance
}

// measureWords returns the length of a line of words, in ems, and the number of its spaces.
func measureWords(words []word) (ems float64, spaces int) {
	for i, w := range words {
		ems += w.ems
		if i+1 < len(words) && !words[i+1].glued {
			ems += w.spaceBefore(words[i+1])
			spaces++
		}
	}
	return ems, spaces
}
