package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// GridColumn is a column of a Grid.
type GridColumn struct {
	Title string
	Width float32 // 0: a share of what the others leave
	Share float32
	Look  Look
	Plain bool   // keys write what they say, as in times and numbers
	Hint  string // in the empty field; may be ""
	Shown bool   // and never edited
}

// GridRow is a row as it is shown. Key tells it apart from others.
type GridRow[K comparable] struct {
	Key     K
	Heading bool // across all columns: the first cell is its name, which is edited, the second stands at the right
	Cells   []GridCell
	Before  GridNote // on the rule between the row above and this one
	Below   GridNote // under the cells
}

// GridCell is what stands in a cell, and what is edited there, which may be less.
type GridCell struct {
	Text  string
	Value string
	Faint bool
	Marks []GridMark // instead of a text
}

// GridMark is a small icon with a count beside it; "" where there is one.
type GridMark struct {
	Icon  fyne.Resource
	Count string
}

// GridNote is a quiet line; its zero value is none.
type GridNote struct {
	Text string
	Tone Tone
}

// Grid is a table of some dozens of rows that is worked in by keys. Rows are chosen, one or several; a cell is edited where
// it stands. It knows no list: what is typed, moved or removed it asks of whoever shows it, who displays the rows anew.
//
// F2, a letter, or a double click begins to edit a cell; Enter commits, Tab goes on to the next cell, Escape gives back
// what stood there.
type Grid[K comparable] struct {
	widget.BaseWidget
	shifter
	Columns  []GridColumn
	OnChoose func()                                                // other rows are chosen
	OnEdit   func(key K, column int, text string, last bool) error // text was typed into a cell; the last of it
	OnGiveUp func(key K)                                           // Escape left a cell of the row; may be nil
	OnAdd    func(below K)                                         // Enter on a row
	OnRemove func()                                                // the Delete key
	OnDrop   func(to int)                                          // the chosen rows were dragged to before row to
	OnMenu   func(at fyne.Position)                                // the secondary button or the menu key, at a place of the window
	OnClip   func(shortcut fyne.Shortcut)                          // copy, cut or paste
	rows     []GridRow[K]
	lines    []*gridLine[K]
	chosen   map[K]bool
	lead     int // the row at the cursor, or -1
	column   int // the column at the cursor
	anchor   int // from where rows are chosen with Shift
	focused  bool
	edit     gridEdit[K]
	drag     *gridDrag
	height   float32
	head     *fyne.Container
	sheet    *fyne.Container
	scroll   *container.Scroll
	drop     *canvas.Rectangle
	box      fyne.CanvasObject
}

// NewGrid returns an empty grid.
func NewGrid[K comparable](columns ...GridColumn) *Grid[K] {
	g := &Grid[K]{Columns: columns, chosen: map[K]bool{}, lead: -1, drop: canvas.NewRectangle(colorOf(ColorGold))}
	g.column = g.wide()
	g.drop.CornerRadius = 2
	g.drop.Hide()
	g.edit.field = newCellEntry()
	g.edit.field.onKey, g.edit.field.onFocus, g.edit.field.onShift = g.cellKey, g.resume, func(down bool) { g.shift = down }
	g.edit.field.OnEdit, g.edit.field.OnLeave, g.edit.field.OnGrow = g.cellTyped, g.commit, func() { g.arrange(); g.reveal() }
	g.edit.field.Hide()
	titles := make([]fyne.CanvasObject, len(columns))
	for i, c := range columns {
		titles[i] = NewWords(c.Title, Look{Size: SizeSmall, Bold: true, Color: ColorMuted, Align: c.Look.Align})
	}
	g.head = container.New(&gridHead[K]{g}, titles...)
	g.sheet = container.New(&gridLayout[K]{g}, g.drop, g.edit.field)
	g.scroll = container.NewVScroll(g.sheet)
	g.box = container.NewBorder(g.head, nil, nil, nil, g.scroll)
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer belongs to fyne.Widget.
func (g *Grid[K]) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.box) }

// Display draws the rows. Cursor and choice stay with their rows wherever these went, as does the cell that is edited; rows
// that came to others are chosen. The cursor's row stays in sight where it was, though notes made it or others higher.
func (g *Grid[K]) Display(rows []GridRow[K]) {
	before, lead, seen := g.rows, g.lead, g.seesLead()
	g.rows = rows
	g.keep(before)
	moved := lead != g.lead
	for len(g.lines) < len(rows) {
		g.lines = append(g.lines, newGridLine(g, len(g.lines)))
	}
	if len(g.sheet.Objects) != len(rows)+2 {
		objects := make([]fyne.CanvasObject, 0, len(rows)+2)
		for _, line := range g.lines[:len(rows)] {
			objects = append(objects, line)
		}
		g.sheet.Objects = append(objects, g.drop, g.edit.field)
	}
	g.followCell()
	for i, line := range g.lines[:len(rows)] {
		line.show(&rows[i])
	}
	g.paint()
	g.arrange()
	if moved || seen {
		g.reveal()
	}
}

// Column returns the column at the cursor.
func (g *Grid[K]) Column() int { return g.column }

// Field is the field in which a cell is edited.
func (g *Grid[K]) Field() *CellEntry { return g.edit.field }

// Edit edits the cell at the cursor.
func (g *Grid[K]) Edit() { g.begin(false) }

// Commit ends the editing of a cell, if any; what was typed stays.
func (g *Grid[K]) Commit() { g.commit() }

// Editing tells whether a cell is being edited.
func (g *Grid[K]) Editing() bool { return g.edit.on }

// Begin edits a cell of a row.
func (g *Grid[K]) Begin(key K, column int) {
	g.Choose(key)
	if g.lead >= 0 && g.rows[g.lead].Key == key {
		g.column = column
		g.begin(true)
	}
}

func (g *Grid[K]) paint() {
	for _, line := range g.lines[:len(g.rows)] {
		line.paint()
	}
}

// reveal scrolls the cursor's row into sight.
func (g *Grid[K]) reveal() {
	if g.lead < 0 || g.lead >= len(g.rows) {
		return
	}
	line := g.lines[g.lead]
	bring(g.scroll, line.Position().Y, line.Position().Y+line.Size().Height)
}

// seesLead tells whether something of the cursor's row is in sight.
func (g *Grid[K]) seesLead() bool {
	if g.lead < 0 || g.lead >= len(g.rows) {
		return false
	}
	line := g.lines[g.lead]
	top := line.Position().Y - g.scroll.Offset.Y
	return top < g.scroll.Size().Height && top+line.Size().Height > 0
}

// take gives the grid the focus.
func (g *Grid[K]) take() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
}

// FocusGained belongs to fyne.Focusable.
func (g *Grid[K]) FocusGained() { g.focused = true; g.paint() }

// FocusLost belongs to fyne.Focusable.
func (g *Grid[K]) FocusLost() { g.focused, g.shift = false, false; g.paint() }

// gridGap keeps rows from the bar that scrolls them.
const gridGap = 12

// widths shares a width among the columns.
func (g *Grid[K]) widths(width float32) []float32 {
	rest, shares := width, float32(0)
	for _, c := range g.Columns {
		rest -= c.Width
		shares += c.Share
	}
	widths := make([]float32, len(g.Columns))
	for i, c := range g.Columns {
		if widths[i] = c.Width; c.Width == 0 {
			widths[i] = max(rest, 0) * c.Share / shares
		}
	}
	return widths
}

// arrange lays the rows out anew where their heights have changed.
func (g *Grid[K]) arrange() {
	if before := g.height; g.place(g.sheet.Size().Width) != before {
		g.scroll.Refresh() // the sheet too, in its new height
	}
}

// place sets the rows one under the other, with the field over its cell, and returns their height.
func (g *Grid[K]) place(width float32) float32 {
	widths, y := g.widths(width-gridGap), float32(0)
	for i, line := range g.lines[:len(g.rows)] {
		height := line.fit(widths)
		line.Move(fyne.NewPos(0, y))
		line.Resize(fyne.NewSize(width-gridGap, height))
		if g.edit.on && i == g.lead {
			at, size := line.cellBox(g.edit.column)
			g.edit.field.Move(at.AddXY(0, y))
			g.edit.field.Resize(fyne.NewSize(size.Width, max(size.Height, g.edit.field.MinSize().Height)))
		}
		y += height
	}
	g.height = y
	return y
}

// gridLayout lays out the sheet of a grid, gridHead the titles of its columns.
type (
	gridLayout[K comparable] struct{ g *Grid[K] }
	gridHead[K comparable]   struct{ g *Grid[K] }
)

func (l *gridLayout[K]) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.g.place(size.Width) }

func (l *gridLayout[K]) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, l.g.height+8) }

func (l *gridHead[K]) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, width := range l.g.widths(size.Width - gridGap) {
		objects[i].Move(fyne.NewPos(x+theme.InnerPadding(), 0))
		objects[i].Resize(fyne.NewSize(width-2*theme.InnerPadding(), size.Height))
		x += width
	}
}

func (l *gridHead[K]) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height+8)
}
