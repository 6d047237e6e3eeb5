package print

import (
	"math"
	"slices"
	"strings"
	"sync"

	"tiengtrong/app"
)

// setting is how a text may be set: what is fixed, and the limits within which fit chooses.
type setting struct {
	face     *Face
	ink      Ink
	min, max Pt      // sizes
	lines    int     // at most
	tracking float32 // letter spacing, in thousandths of an em
	pitch    float64 // between baselines, at least, in cap heights
	align    float64 // 0 left, 0.5 centred, 1 right
	outlined bool
	capitals bool
}

// measured is a text as one long line, in ems: it is shaped once, then cut into lines.
type measured struct {
	setting
	missing, lost []rune // as in block
	runes         []rune
	kerns         []float32
	words         [][2]int  // first rune and the one after the last
	pens          []float64 // x before each rune, and after the last
	text          string    // clean, with a "\n" at the end of each word after which the user broke the line
	compounds     compounds
	costs         []float64 // see breakCosts
}

// measure shapes text. Where the setting's face lacks a letter, the whole line is set in the fallback face.
func (s *Studio) measure(text string, set setting) *measured {
	m := freeMeasured.Get().(*measured)
	*m = measured{setting: set, compounds: s.compounds, runes: m.runes[:0], kerns: m.kerns[:0], words: m.words[:0], pens: m.pens[:0]}
	m.text = app.Clean(text)
	line := m.text
	if strings.Contains(line, "\n") {
		m.text = strings.Join(strings.FieldsFunc(line, isNewline), "\n ")
		line = strings.ReplaceAll(m.text, "\n", "")
	}
	if set.capitals {
		line = strings.ToUpper(line)
	}
	if m.missing = set.face.Missing(line); m.missing != nil {
		m.face = s.face(fallbackFace)
		m.lost = m.face.Missing(line)
		line = substitute(line, m.lost)
	}
	for _, r := range line {
		m.runes = append(m.runes, r)
	}
	m.kerns = m.face.appendKerns(m.kerns, m.runes)
	m.cut()
	return m
}

// freeMeasured are texts whose room another one may take.
var freeMeasured = sync.Pool{New: func() any { return new(measured) }}

// free gives the text's room to another one: what was made of it stays.
func (m *measured) free() { freeMeasured.Put(m) }

func isNewline(r rune) bool { return r == '\n' }

// substitute exchanges runes that no face has, so that a gap can be seen; the problem is reported apart.
func substitute(line string, missing []rune) string {
	return strings.Map(func(r rune) rune {
		if slices.Contains(missing, r) {
			return '?'
		}
		return r
	}, line)
}

// cut finds the words and the pen's way.
func (m *measured) cut() {
	start, pen := 0, 0.0
	m.pens = append(m.pens, pen)
	for i, r := range m.runes {
		m.kerns[i] += m.tracking
		pen += m.face.Glyph(r).Advance + float64(m.kerns[i])/1000
		m.pens = append(m.pens, pen)
		if r == ' ' {
			m.words = append(m.words, [2]int{start, i})
			start = i + 1
		}
	}
	if len(m.runes) > 0 {
		m.words = append(m.words, [2]int{start, len(m.runes)})
	}
}

// breakCosts returns what it costs to end a line after each word. Most texts fit on one line, and nobody asks.
func (m *measured) breakCosts() []float64 {
	if m.costs == nil {
		m.costs = m.compounds.breakCosts(strings.Split(m.text, " "))
	}
	return m.costs
}

// width returns the length of a line of the words from..to, in ems.
func (m *measured) width(from, to int) float64 {
	last := m.words[to-1][1]
	return m.pens[last] - m.pens[m.words[from][0]] - float64(m.kerns[last-1])/1000
}

// line makes the text of the words from..to at the given size, its baseline beginning at the origin.
func (m *measured) line(from, to int, size Pt) *Text {
	a, b := m.words[from][0], m.words[to-1][1]
	kerns := slices.Clone(m.kerns[a:b])
	kerns[len(kerns)-1] = 0
	return &Text{Face: m.face, Size: size, Ink: m.ink, String: string(m.runes[a:b]), Kerns: kerns, Outlined: m.outlined}
}

// box returns the box around the glyphs of the words from..to, in ems from the beginning of their baseline.
func (m *measured) box(from, to int) (box Rect) {
	first := m.words[from][0]
	for i := first; i < m.words[to-1][1]; i++ {
		if glyph := m.face.Glyph(m.runes[i]).Box; glyph.W > 0 {
			glyph.X += MM(m.pens[i] - m.pens[first])
			box = box.Union(glyph)
		}
	}
	return box
}

// reach returns how far the glyphs of the words from..to go above and below their baseline, in ems.
func (m *measured) reach(from, to int) (above, below float64) {
	box := m.box(from, to)
	return max(0, -float64(box.Y)), max(0, float64(box.Bottom()))
}

// clearance is what stays free between the lowest mark of a line and the highest of the next, in cap heights.
const clearance = 0.2

// pitchOf returns the distance of the baselines of lines, in ems, at which no two glyphs touch.
func (m *measured) pitchOf(ends []int) float64 {
	caps := m.face.CapHeight()
	pitch, from := m.pitch*caps, 0
	if len(ends) == 1 {
		return pitch
	}
	lowest := 0.0
	for i, to := range ends {
		above, below := m.reach(from, to)
		if i > 0 {
			pitch = max(pitch, lowest+above+clearance*caps)
		}
		from, lowest = to, below
	}
	return pitch
}

// extent returns the height of the glyphs of all lines, in ems.
func (m *measured) extent(ends []int, pitch float64) float64 {
	first, _ := m.reach(0, ends[0])
	from := 0
	if len(ends) > 1 {
		from = ends[len(ends)-2]
	}
	_, last := m.reach(from, ends[len(ends)-1])
	return first + pitch*float64(len(ends)-1) + last
}

// widest returns the length of the longest line, in ems; it is never zero.
func (m *measured) widest(ends []int) float64 {
	widest, from := 1e-6, 0 // marks alone may have no width
	for _, to := range ends {
		widest = max(widest, m.width(from, to))
		from = to
	}
	return widest
}

// candidate is one way of breaking a text.
type candidate struct {
	ends  []int
	size  Pt
	pitch float64 // ems
	score float64
	cost  float64
}

// fit sets text in a measure of the given width, as large as its limits and the height allow; a height of 0
// does not limit. What doesn't fit is set in the smallest size, whole, and fits is false.
func (s *Studio) fit(text string, set setting, width, height MM) *block {
	m := s.measure(text, set)
	defer m.free()
	return m.fit(width, height)
}

// fitCalmly keeps the lines as the user made them, in a smaller size if need be, before it breaks them further.
func (s *Studio) fitCalmly(text string, set setting, width, height MM) *block {
	m := s.measure(text, set)
	m.lines, m.min = 1, max(set.min, set.max*0.62)
	if b := m.fit(width, height); b.fits {
		return b
	}
	m.lines, m.min = max(set.lines, m.lines), set.min
	return m.fit(width, height)
}

func (m *measured) fit(width, height MM) *block {
	if len(m.runes) == 0 {
		return &block{width: width, fits: true}
	}
	best := m.best(1, width, height)
	for _, part := range []float64{0.1, 0.01} {
		if best.size < m.min { // better a poor break than a text that doesn't fit
			best = m.best(part, width, height)
		}
	}
	fits := best.size >= m.min
	best.size = max(best.size, m.min)
	b := m.set(best, width)
	b.fits = fits
	return b
}

// best tries all numbers of lines that are allowed, with a part of the costs of breaks; the user's own breaks always
// are. No score is higher than the largest size.
func (m *measured) best(part float64, width, height MM) candidate {
	var best candidate
	least := strings.Count(m.text, "\n") + 1
	most := max(least, min(m.lines, len(m.words)))
	for n := least; n <= most && best.score < float64(m.max); n++ {
		if c := m.try(n, part, width, height); best.ends == nil || c.score > best.score {
			best = c
		}
	}
	return best
}

// breaks divides the text into n lines.
func (m *measured) breaks(n int, part float64) (ends []int, cost float64) {
	switch {
	case n > 1:
		return breakLines(m.width, scaled(m.breakCosts(), part), n)
	case len(m.words) == 1:
		return []int{1}, loneWord
	}
	return []int{len(m.words)}, 0
}

// scaled returns the costs made small, without the breaks that the user made becoming optional.
func scaled(costs []float64, part float64) []float64 {
	if part == 1 {
		return costs
	}
	out := slices.Clone(costs)
	for i, c := range out {
		if c != mustBreak {
			out[i] = c * part
		}
	}
	return out
}

// balance says how much larger a setting must be to outweigh a mean cost of one.
const balance = 2

// breaksCompound tells whether a line ends inside of a compound.
func (m *measured) breaksCompound(ends []int) bool {
	for _, to := range ends[:len(ends)-1] {
		if m.breakCosts()[to-1] == compound {
			return true
		}
	}
	return false
}

// try breaks the text into n lines and finds their size.
func (m *measured) try(n int, part float64, width, height MM) candidate {
	ends, cost := m.breaks(n, part)
	if ends == nil {
		return candidate{}
	}
	c := candidate{ends: ends, pitch: m.pitchOf(ends), cost: cost}
	c.size = min(m.max, (width / MM(m.widest(ends))).Pt())
	if height > 0 {
		c.size = min(c.size, (height / MM(m.extent(ends, c.pitch))).Pt())
	}
	c.score = float64(c.size) / (1 + balance*math.Max(cost, 0)/float64(n))
	if m.breaksCompound(ends) {
		c.score /= 10
	}
	if c.size < m.min {
		c.score /= 100 // only where nothing fits
	}
	return c
}

// set makes the lines of a candidate.
func (m *measured) set(c candidate, width MM) *block {
	em := c.size.MM()
	b := &block{size: c.size, width: width, rise: em * MM(m.face.CapHeight()), missing: m.missing, lost: m.lost, costly: m.breaksCompound(c.ends)}
	from := 0
	for i, to := range c.ends {
		t, ink := m.line(from, to, c.size), m.box(from, to)
		t.At = Point{m.indent(t, em*MM(m.width(from, to)), width), em * MM(c.pitch) * MM(i)}
		b.lines, b.drop = append(b.lines, t), t.At.Y
		b.ink = b.ink.Union(Rect{t.At.X + em*ink.X, t.At.Y + em*ink.Y, em * ink.W, em * ink.H})
		from = to
	}
	return b
}

// indent returns where a line so long begins. A mark at the end of a centred line hangs by half of its width: it
// weighs less than a letter.
func (m *measured) indent(t *Text, long, width MM) MM {
	free := width - long
	if m.align != 0.5 || free < 0 {
		return free * MM(m.align)
	}
	hang := MM(0)
	if r := t.String[len(t.String)-1]; strings.IndexByte(",.;:-", r) >= 0 {
		hang = t.Size.MM() * MM(t.Face.Glyph(rune(r)).Advance) / 2
	}
	return (free + min(hang, free)) / 2
}

// running sets paragraphs of text at one size: lines as full as the measure allows, a break inside of a
// compound only where the line would be too empty otherwise.
func (m *measured) running(size Pt, width MM) *block {
	if len(m.runes) == 0 {
		return &block{width: width, fits: true}
	}
	c := candidate{size: size}
	ems := float64(width / size.MM())
	for from := 0; from < len(m.words); {
		from = m.lineEnd(from, ems)
		c.ends = append(c.ends, from)
	}
	if ends, _ := breakLines(m.width, m.breakCosts(), len(c.ends)); ends != nil && m.widest(ends) <= ems {
		c.ends = ends // as many lines, but no word left alone
	}
	c.pitch = m.pitchOf(c.ends)
	b := m.set(c, width)
	b.fits = m.widest(c.ends) <= ems+1e-6
	return b
}

// lineEnd returns the index after the last word of the line that begins with the word from.
func (m *measured) lineEnd(from int, ems float64) int {
	best, costs := from+1, m.breakCosts()
	for to := from + 1; to <= len(m.words) && m.width(from, to) <= ems; to++ {
		if to == len(m.words) || costs[to-1] == mustBreak {
			return to
		}
		if costs[to-1] < properName || m.width(from, best) < 0.7*ems {
			best = to
		}
	}
	return best
}
