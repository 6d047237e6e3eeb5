package print

// block is a text set in lines. Its origin is the left end of the measure, on the first baseline.
type block struct {
	lines   []*Text
	size    Pt
	width   MM     // of the measure
	rise    MM     // height of the first line's capitals above the origin
	drop    MM     // last baseline below the origin
	ink     Rect   // box around the glyphs
	fits    bool   // within the limits
	missing []rune // letters that the setting's face lacks: the fallback face sets the text
	lost    []rune // letters that the fallback face lacks, too
	costly  bool   // a line ends inside of a compound
}

// empty tells whether there is nothing to print.
func (b *block) empty() bool { return len(b.lines) == 0 }

// height returns the distance from the top of the first line's capitals to the last baseline.
func (b *block) height() MM {
	if b.empty() {
		return 0
	}
	return b.rise + b.drop
}

// at returns the lines with the block's origin at x, y.
func (b *block) at(x, y MM) []Item {
	return b.appendAt(make([]Item, 0, len(b.lines)), x, y)
}

func (b *block) appendAt(items []Item, x, y MM) []Item {
	moved := make([]Text, len(b.lines))
	for i, line := range b.lines {
		moved[i] = *line
		moved[i].At = line.At.Add(x, y)
		items = append(items, &moved[i])
	}
	return items
}

// below returns the lines with the top of the first line's capitals at y.
func (b *block) below(x, y MM) []Item { return b.at(x, y+b.rise) }

// inkAt returns the box around the glyphs when the block's origin is at x, y.
func (b *block) inkAt(x, y MM) Rect { return Rect{b.ink.X + x, b.ink.Y + y, b.ink.W, b.ink.H} }
