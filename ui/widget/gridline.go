package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The room in a row.
const (
	cellTop    = 7  // above and below a cell's text
	noteHeight = 18 // of a note between rows
	markSize   = 14
)

// gridLine draws a row of a grid, and takes the pointer there.
type gridLine[K comparable] struct {
	widget.BaseWidget
	g             *Grid[K]
	i             int
	row           *GridRow[K]
	back, cursor  *canvas.Rectangle
	rule, ruleEnd *canvas.Rectangle // ruleEnd goes on after a note
	before, below *Words
	name, total   *Words // of a heading
	cells         []*Words
	marks         []*gridMark
	boxes         []fyne.Size // of the cells
	left          []float32   // where they begin
	fits          map[*Words]wordsFit
	top           float32 // below what stands between the rows
	over          bool
	grip          float32 // where in the row the pointer went down
	waiting       bool    // for the pointer to rise, to choose this row alone
	objects       []fyne.CanvasObject
}

// gridMark is an icon and a count.
type gridMark struct {
	icon  *widget.Icon
	count *Words
}

func newGridLine[K comparable](g *Grid[K], i int) *gridLine[K] {
	l := &gridLine[K]{g: g, i: i, back: canvas.NewRectangle(nil), cursor: canvas.NewRectangle(transparent),
		rule: canvas.NewRectangle(colorOf(ColorLine)), ruleEnd: canvas.NewRectangle(colorOf(ColorLine))}
	l.cursor.StrokeWidth, l.cursor.CornerRadius = 2, theme.InputRadiusSize()
	l.before = NewWords("", Look{Size: SizeSmall, Whole: true})
	l.below = NewWords("", Look{Size: SizeSmall, Wrap: true})
	l.name = NewWords("", Look{Bold: true, Color: ColorGoldText, Wrap: true})
	l.total = NewWords("", Look{Size: SizeSmall, Bold: true, Color: ColorGoldText, Whole: true})
	l.objects = []fyne.CanvasObject{l.back, l.rule, l.ruleEnd, l.before, l.below, l.name, l.total}
	for _, c := range g.Columns {
		look := c.Look
		look.Wrap, look.Whole = !c.Plain, c.Plain
		words := NewWords("", look)
		l.cells = append(l.cells, words)
		l.objects = append(l.objects, words)
	}
	l.objects = append(l.objects, l.cursor)
	l.fits = map[*Words]wordsFit{}
	l.boxes, l.left = make([]fyne.Size, len(g.Columns)), make([]float32, len(g.Columns))
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer belongs to fyne.Widget.
func (l *gridLine[K]) CreateRenderer() fyne.WidgetRenderer { return &gridLineRenderer[K]{l} }

// gridLineRenderer leaves the places to the grid, which knows the widths.
type gridLineRenderer[K comparable] struct{ l *gridLine[K] }

func (r *gridLineRenderer[K]) Destroy()                     {}
func (r *gridLineRenderer[K]) Layout(fyne.Size)             {}
func (r *gridLineRenderer[K]) MinSize() fyne.Size           { return fyne.Size{} }
func (r *gridLineRenderer[K]) Objects() []fyne.CanvasObject { return r.l.objects }
func (r *gridLineRenderer[K]) Refresh()                     { canvas.Refresh(r.l) }

// show fills the row.
func (l *gridLine[K]) show(row *GridRow[K]) {
	l.row = row
	note := func(words *Words, n GridNote) {
		words.SetText(n.Text)
		words.SetColor(n.Tone.Ink())
		words.Hidden = n.Text == ""
	}
	note(l.before, row.Before)
	note(l.below, row.Below)
	l.name.Hidden, l.total.Hidden = !row.Heading, !row.Heading
	marks := 0
	for i, words := range l.cells {
		words.Hidden = row.Heading
		if row.Heading {
			continue
		}
		cell := row.Cells[i]
		words.SetText(cell.Text)
		words.SetColor(l.g.inkOf(i, cell))
		for _, m := range cell.Marks {
			l.mark(marks).set(m)
			marks++
		}
	}
	for _, m := range l.marks[marks:] {
		m.set(GridMark{})
	}
	if row.Heading {
		l.name.SetText(row.Cells[0].Text)
		l.name.SetColor(map[bool]fyne.ThemeColorName{true: ColorMuted, false: ColorGoldText}[row.Cells[0].Faint])
		l.total.SetText(row.Cells[1].Text)
	}
}

func (g *Grid[K]) inkOf(column int, cell GridCell) fyne.ThemeColorName {
	switch look := g.Columns[column].Look; {
	case cell.Faint:
		return ColorMuted
	case look.Color != "":
		return look.Color
	}
	return theme.ColorNameForeground
}

// mark returns the i-th mark of the row.
func (l *gridLine[K]) mark(i int) *gridMark {
	if i == len(l.marks) {
		m := &gridMark{icon: widget.NewIcon(nil), count: NewWords("", Look{Size: SizeSmall, Color: ColorMuted, Whole: true})}
		l.marks = append(l.marks, m)
		l.objects = append(l.objects, m.icon, m.count)
	}
	return l.marks[i]
}

func (m *gridMark) set(mark GridMark) {
	m.icon.Hidden, m.count.Hidden = mark.Icon == nil, mark.Icon == nil
	m.count.SetText(mark.Count)
	if m.icon.Resource != mark.Icon {
		m.icon.SetResource(mark.Icon)
	}
}

// fit sets what is in the row for columns of these widths, and returns its height.
func (l *gridLine[K]) fit(widths []float32) float32 {
	width := float32(0)
	for i, w := range widths {
		l.left[i] = width
		width += w
	}
	l.top = l.fitBefore(width)
	height := float32(0)
	if l.row.Heading {
		height = l.fitHeading(width)
	} else {
		for i, words := range l.cells {
			height = max(height, l.fitWords(words, l.left[i], l.top+cellTop, widths[i])+2*cellTop)
		}
		l.fitMarks()
	}
	if l.g.edit.on && l.i == l.g.lead {
		height = max(height, l.g.edit.field.MinSize().Height)
	}
	for i, w := range widths {
		l.boxes[i] = fyne.NewSize(w, height)
	}
	y := l.top + height
	if !l.below.Hidden {
		x := l.left[l.g.wide()]
		y += l.fitWords(l.below, x, y-cellTop/2, width-x) + cellTop/2
	}
	l.back.Move(fyne.NewPos(0, l.top))
	l.back.Resize(fyne.NewSize(width, y-l.top))
	return y
}

// fitBefore sets what stands between the row above and this one, and returns its height: a rule, in which a note may stand.
func (l *gridLine[K]) fitBefore(width float32) float32 {
	l.rule.Hidden = l.i == 0 && l.before.Hidden
	l.ruleEnd.Hidden = l.before.Hidden
	if l.before.Hidden {
		l.rule.Resize(fyne.NewSize(width, 1))
		l.rule.Move(fyne.Position{})
		return 1
	}
	x, size := l.left[l.g.wide()]+theme.InnerPadding(), l.before.MinSize()
	l.before.Move(fyne.NewPos(x, 1))
	l.before.Resize(size)
	l.rule.Move(fyne.NewPos(0, noteHeight/2))
	l.rule.Resize(fyne.NewSize(x-8, 1))
	l.ruleEnd.Move(fyne.NewPos(x+size.Width+8, noteHeight/2))
	l.ruleEnd.Resize(fyne.NewSize(width-x-size.Width-8, 1))
	return noteHeight + 1
}

// wide returns the first column whose width is a share.
func (g *Grid[K]) wide() int {
	for i, c := range g.Columns {
		if c.Width == 0 {
			return i
		}
	}
	return 0
}

// wordsFit is how high a text is in a width. To ask the toolkit costs more than all else, so it is asked once.
type wordsFit struct {
	text          string
	width, height float32
}

// fitWords sets a text in a cell, and returns how high the cell must be.
func (l *gridLine[K]) fitWords(words *Words, x, y, width float32) float32 {
	width -= 2 * theme.InnerPadding()
	fit := l.fits[words]
	if fit.text != words.Text() || fit.width != width {
		words.Resize(fyne.NewSize(width, 1)) // its height depends on its width
		fit = wordsFit{words.Text(), width, words.MinSize().Height}
		words.Resize(fyne.NewSize(width, fit.height))
		l.fits[words] = fit
	}
	words.Move(fyne.NewPos(x+theme.InnerPadding(), y))
	return fit.height
}

func (l *gridLine[K]) fitHeading(width float32) float32 {
	pad, size := theme.InnerPadding(), l.total.MinSize()
	height := l.fitWords(l.name, 0, l.top+cellTop, width-size.Width-2*pad) + 2*cellTop
	l.total.Resize(size)
	l.total.Move(fyne.NewPos(width-size.Width-pad, l.top+(height-size.Height)/2))
	return height
}

// fitMarks sets the icons of the cells that have some.
func (l *gridLine[K]) fitMarks() {
	n := 0
	for i, cell := range l.row.Cells {
		x := l.left[i] + theme.InnerPadding()
		for range cell.Marks {
			m := l.marks[n]
			m.icon.Resize(fyne.NewSquareSize(markSize))
			m.icon.Move(fyne.NewPos(x, l.top+cellTop+2))
			size := m.count.MinSize()
			m.count.Resize(size)
			m.count.Move(fyne.NewPos(x+markSize+2, l.top+cellTop))
			x += markSize + 2 + size.Width + 5
			n++
		}
	}
}

// cellBox returns where a cell lies in the row: of a heading, its name.
func (l *gridLine[K]) cellBox(column int) (fyne.Position, fyne.Size) {
	if l.row.Heading {
		return fyne.NewPos(0, l.top), fyne.NewSize(l.total.Position().X-theme.InnerPadding(), l.boxes[0].Height)
	}
	return fyne.NewPos(l.left[column], l.top), l.boxes[column]
}

// paint colours the row as it is chosen, and rings the cell at the cursor.
func (l *gridLine[K]) paint() {
	g := l.g
	var fill color.Color = transparent
	switch chosen := g.chosen[l.row.Key]; {
	case chosen && g.drag != nil:
		fill = colorOf(ColorGoldSoft)
	case chosen:
		fill = colorOf(ColorChosen)
	case l.row.Heading:
		fill = colorOf(ColorGoldSoft)
	case l.over:
		fill = colorOf(theme.ColorNameHover)
	}
	l.back.FillColor, l.back.CornerRadius = fill, 6
	l.back.Refresh()
	l.cursor.Hidden = l.i != g.lead || g.edit.on || !g.focused
	if !l.cursor.Hidden && len(l.boxes) > 0 {
		at, size := l.cellBox(g.column)
		l.cursor.Move(at.AddXY(1, 1))
		l.cursor.Resize(size.SubtractWidthHeight(2, 2))
		l.cursor.StrokeColor = colorOf(theme.ColorNamePrimary)
	}
	l.cursor.Refresh()
}

// columnAt returns the column at a place of the row.
func (l *gridLine[K]) columnAt(x float32) int {
	column := 0
	for i, left := range l.left {
		if x >= left {
			column = i
		}
	}
	return column
}
