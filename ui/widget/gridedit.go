package widget

import "fyne.io/fyne/v2"

// gridEdit is the cell that is being edited.
type gridEdit[K comparable] struct {
	field  *CellEntry
	on     bool
	key    K
	column int
	before string // what stood there
	shown  string // what the row said last
	typing bool   // what was typed is being told
	typed  bool   // since the field was opened
}

// CellEntry is the field in a cell of a Grid: some of its keys are the grid's.
type CellEntry struct {
	*Entry
	onKey   func(fyne.KeyName) bool // tells whether it took the key
	onShift func(down bool)
	onFocus func()
}

func newCellEntry() *CellEntry {
	c := &CellEntry{Entry: newEntry(1)}
	c.single = true
	c.ExtendBaseWidget(c)
	c.grows(1)
	return c
}

// AcceptsTab belongs to fyne.Tabbable: Tab goes to the next cell.
func (c *CellEntry) AcceptsTab() bool { return true }

// TypedKey belongs to fyne.Focusable.
func (c *CellEntry) TypedKey(key *fyne.KeyEvent) {
	if !c.onKey(key.Name) {
		c.Entry.TypedKey(key)
	}
}

// KeyDown belongs to desktop.Keyable.
func (c *CellEntry) KeyDown(key *fyne.KeyEvent) {
	if isShift(key) {
		c.onShift(true)
	}
	c.Entry.KeyDown(key)
}

// KeyUp belongs to desktop.Keyable.
func (c *CellEntry) KeyUp(key *fyne.KeyEvent) {
	if isShift(key) {
		c.onShift(false)
	}
	c.Entry.KeyUp(key)
}

// FocusGained belongs to fyne.Focusable.
func (c *CellEntry) FocusGained() {
	c.Entry.FocusGained()
	c.onFocus()
}

func (c *CellEntry) focused() bool {
	in := fyne.CurrentApp().Driver().CanvasForObject(c)
	return in != nil && in.Focused() == fyne.Focusable(c)
}

// cell returns what stands in a column of a row, and whether it can be edited.
func (g *Grid[K]) cell(row, column int) (cell GridCell, editable bool) {
	r := &g.rows[row]
	if r.Heading {
		return r.Cells[0], true
	}
	return r.Cells[column], !g.Columns[column].Shown
}

// begin edits the cell at the cursor, with all of its text selected, or with the cursor behind it.
func (g *Grid[K]) begin(selected bool) {
	if g.lead < 0 || g.lead >= len(g.rows) {
		return
	}
	cell, editable := g.cell(g.lead, g.column)
	if !editable {
		return
	}
	e := &g.edit
	e.on, e.typed, e.key, e.column = true, false, g.rows[g.lead].Key, g.column
	e.before, e.shown = cell.Value, cell.Value
	heading := g.rows[g.lead].Heading
	e.field.plain = !heading && g.Columns[g.column].Plain
	e.field.SetPlaceHolder("")
	if !heading {
		e.field.SetPlaceHolder(g.Columns[g.column].Hint)
	}
	e.field.Fill(cell.Value)
	e.field.mark(nil)
	e.field.Show()
	g.place(g.sheet.Size().Width)
	g.reveal()
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(e.field)
	}
	e.field.Mark(len([]rune(cell.Value)), 0)
	if selected {
		e.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	g.paint()
}

// resume edits on when the window gets the focus back in which a cell was edited.
func (g *Grid[K]) resume() {
	if !g.edit.on {
		g.begin(false)
	}
}

// cellTyped tells what was typed into the cell.
func (g *Grid[K]) cellTyped(text string) {
	if g.edit.on {
		g.edit.typed = true
		g.edit.field.mark(g.tell(text, false))
	}
}

func (g *Grid[K]) tell(text string, last bool) error {
	g.edit.typing = true
	defer func() { g.edit.typing = false }()
	return g.OnEdit(g.edit.key, g.edit.column, text, last)
}

// followCell keeps the field in step with a row that was displayed anew: what somebody else changed shows in it, and
// without its row it closes.
func (g *Grid[K]) followCell() {
	e := &g.edit
	if !e.on {
		return
	}
	if key, ok := g.Lead(); !ok || key != e.key {
		e.on = false
		e.field.Hide()
		if e.field.focused() {
			g.take()
		}
		return
	}
	if cell, _ := g.cell(g.lead, e.column); cell.Value != e.shown {
		e.shown = cell.Value
		if !e.typing {
			e.field.Fill(cell.Value)
		}
	}
}

// commit ends the editing of a cell; what was typed stays. What can't be read is forgotten.
func (g *Grid[K]) commit() {
	if !g.edit.on {
		return
	}
	if g.edit.typed {
		g.tell(g.edit.field.Text, true)
	}
	g.close()
}

// giveBack ends the editing of a cell, and has in it what stood there before.
func (g *Grid[K]) giveBack() {
	if g.edit.typed {
		g.tell(g.edit.before, true)
	}
	g.close()
	g.take()
	if g.OnGiveUp != nil {
		g.OnGiveUp(g.edit.key)
	}
}

func (g *Grid[K]) close() {
	g.edit.on = false
	g.edit.field.Hide()
	g.arrange()
	g.paint()
}

// cellKey takes the keys that end the editing of a cell, or go on to another.
func (g *Grid[K]) cellKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape:
		g.giveBack()
	case fyne.KeyReturn, fyne.KeyEnter:
		g.edit.field.leaveWord()
		g.commit()
		g.take()
	case fyne.KeyTab:
		g.edit.field.leaveWord()
		g.commit()
		if !g.next(g.shifted()) {
			g.take()
			return true
		}
		g.begin(true)
	case fyne.KeyUp, fyne.KeyDown:
		if g.edit.field.rows > 1 {
			return false // it has lines to go through
		}
		g.commit()
		g.take()
		g.TypedKey(&fyne.KeyEvent{Name: key})
	default:
		return false
	}
	return true
}

// next moves the cursor to the next cell that is edited, or the one before, on to other rows too; false where there is none.
func (g *Grid[K]) next(back bool) bool {
	row, column := g.lead, g.column
	for {
		if g.rows[row].Heading { // is one cell
			column = map[bool]int{true: 0, false: len(g.Columns) - 1}[back]
		}
		if back {
			column--
		} else {
			column++
		}
		switch {
		case column < 0:
			row, column = row-1, len(g.Columns)-1
		case column >= len(g.Columns):
			row, column = row+1, 0
		}
		if row < 0 || row >= len(g.rows) {
			return false
		}
		if _, editable := g.cell(row, column); editable {
			break
		}
	}
	g.column = column
	if row != g.lead {
		g.step(row, false)
	}
	g.paint()
	return true
}
