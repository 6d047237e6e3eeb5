package print

// alignment says where the lines of a paragraph stand in their column.
type alignment byte

const (
	flushLeft alignment = iota
	justified           // as flushLeft, with spaces widened until all lines but the last fill the column, as far as mostSpread allows
	centred
	flushRight
)

// prose is how a paragraph is set.
type prose struct {
	size     Pt
	leading  float64 // from baseline to baseline, in sizes
	align    alignment
	indent   MM // of the first line
	ink      Ink
	outlined bool // drawn as curves; else text that can be searched
}

// pitch returns the distance between baselines.
func (p prose) pitch() MM { return p.size.MM() * MM(p.leading) }

// ems converts a length to ems of the paragraph's size.
func (p prose) ems(length MM) float64 { return float64(length / p.size.MM()) }

// run is a stretch of text in one face. A space is set between one run and the next.
type run struct {
	face string
	text string
	caps bool // set in capitals; lines still break as in the text as it is written
}

// column is a text set in lines of one measure and one pitch. Nothing of it reaches out of its box.
type column struct {
	lines  []textLine
	width  MM
	pitch  MM
	struck bool // drawn through
}

// textLine is one line of a column: a text for each stretch of one face, placed from the line's upper left corner.
type textLine []*Text

func (c *column) height() MM { return MM(len(c.lines)) * c.pitch }

// part returns the lines from..to as a column of their own.
func (c *column) part(from, to int) *column {
	return &column{lines: c.lines[from:to], width: c.width, pitch: c.pitch, struck: c.struck}
}

// at returns the lines with the column's upper left corner at x, y.
func (c *column) at(x, y MM) []Item {
	var items []Item
	for i, l := range c.lines {
		for _, t := range l {
			moved := *t
			moved.At = t.At.Add(x, y+MM(i)*c.pitch)
			items = append(items, &moved)
		}
	}
	return items
}

// longest returns the length of the longest line.
func (c *column) longest() MM {
	longest := MM(0)
	for _, l := range c.lines {
		last := l[len(l)-1]
		longest = max(longest, last.At.X+last.Width()-l[0].At.X)
	}
	return longest
}

// baseline returns how far below the top of a line its baseline stands: the highest letter, Ẫ, and the lowest, g
// or Ạ, then have the same room above and below.
func (p prose) baseline(face *Face) MM {
	rise := -face.Glyph('Ẫ').Box.Y
	drop := max(face.Glyph('g').Box.Bottom(), face.Glyph('Ạ').Box.Bottom())
	return (p.pitch() + (rise-drop)*p.size.MM()) / 2
}

// mostSpread is by how many ems a space is widened at most to justify a line. Wider ones are holes: such a line stays short.
const mostSpread = 0.3

// line sets words in one line. Every line but the last of a justified paragraph fills the column.
func (p prose) line(words []word, width MM, first, last bool) textLine {
	start := MM(0)
	if first {
		start = p.indent
	}
	length, spaces := measureWords(words)
	free := width - start - MM(length)*p.size.MM()
	spread := 0.0
	switch p.align {
	case centred:
		start += free / 2
	case flushRight:
		start += free
	case justified:
		if !last && spaces > 0 {
			spread = max(p.ems(free)/float64(spaces), 0)
		}
		if spread > mostSpread {
			spread = 0
		}
	}
	return p.texts(words, Point{start, p.baseline(words[0].face)}, spread)
}

// texts makes the texts of a line, one for each stretch of a face, with the spaces widened by spread ems.
func (p prose) texts(words []word, at Point, spread float64) textLine {
	var out textLine
	var t *Text
	for i, w := range words {
		if i > 0 && !w.glued {
			t.String += " "
			t.Kerns = append(t.Kerns, float32(spread*1000))
		}
		if t == nil || t.Face != w.face {
			if t != nil {
				at.X += t.Width()
			}
			t = &Text{At: at, Face: w.face, Size: p.size, Ink: p.ink, Outlined: p.outlined}
			out = append(out, t)
		}
		t.String += w.text
		t.Kerns = append(t.Kerns, w.kerns...)
	}
	return out
}
