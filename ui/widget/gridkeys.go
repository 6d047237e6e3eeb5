package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// AcceptsTab belongs to fyne.Tabbable: Tab goes from cell to cell; Escape leaves the grid.
func (g *Grid[K]) AcceptsTab() bool { return len(g.rows) > 0 }

// TypedRune belongs to fyne.Focusable: a letter begins to edit the cell anew.
func (g *Grid[K]) TypedRune(r rune) {
	if r == ' ' && g.shifted() { // chooses the row, as in a spreadsheet
		g.step(g.lead, false)
		return
	}
	if g.begin(true); g.edit.on {
		g.edit.field.TypedRune(r)
	}
}

// TypedKey belongs to fyne.Focusable.
func (g *Grid[K]) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		g.step(g.lead-1, g.shifted())
	case fyne.KeyDown:
		g.step(g.lead+1, g.shifted())
	case fyne.KeyPageUp:
		g.step(g.page(-1), g.shifted())
	case fyne.KeyPageDown:
		g.step(g.page(1), g.shifted())
	case fyne.KeyHome:
		g.goTo(0)
	case fyne.KeyEnd:
		g.goTo(len(g.Columns) - 1)
	case fyne.KeyLeft:
		g.goTo(g.column - 1)
	case fyne.KeyRight:
		g.goTo(g.column + 1)
	case fyne.KeyTab:
		if back := g.shifted(); !g.next(back) {
			g.leave(back)
		}
	case fyne.KeyF1:
		handOn(g, key)
	case fyne.KeyF2:
		g.begin(false)
	case fyne.KeyReturn, fyne.KeyEnter:
		if below, ok := g.Lead(); ok && g.OnAdd != nil {
			g.OnAdd(below)
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		if g.OnRemove != nil {
			g.OnRemove()
		}
	case fyne.KeyEscape:
		if len(g.chosen) > 1 {
			g.step(g.lead, false)
			return
		}
		g.leave(false)
	case desktop.KeyMenu, fyne.KeyF10:
		if key.Name == desktop.KeyMenu || g.shifted() {
			g.menuByKey()
		}
	}
}

// page returns the row that is a view's height up or down from the cursor, one at least.
func (g *Grid[K]) page(down int) int {
	height, at := g.scroll.Size().Height, g.lead
	for at+down >= 0 && at+down < len(g.rows) && height > 0 {
		at += down
		height -= g.lines[at].Size().Height
	}
	return at
}

// goTo moves the cursor to a column.
func (g *Grid[K]) goTo(column int) {
	g.column = min(max(column, 0), len(g.Columns)-1)
	g.paint()
}

// leave gives the focus to what comes after the grid, or stands before it.
func (g *Grid[K]) leave(back bool) {
	c := fyne.CurrentApp().Driver().CanvasForObject(g)
	switch {
	case c == nil:
	case back:
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
}

// TypedShortcut belongs to fyne.Shortcutable.
func (g *Grid[K]) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		if to, ok := map[fyne.KeyName]int{fyne.KeyHome: 0, fyne.KeyEnd: len(g.rows) - 1}[s.KeyName]; ok {
			g.step(to, s.Modifier&fyne.KeyModifierShift != 0)
		}
	case *fyne.ShortcutSelectAll:
		g.ChooseAll()
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste:
		if g.OnClip != nil {
			g.OnClip(s)
		}
	}
}

// menuByKey asks for the menu of the chosen rows, below the one at the cursor.
func (g *Grid[K]) menuByKey() {
	if g.OnMenu != nil && g.lead >= 0 && g.lead < len(g.rows) {
		line := g.lines[g.lead]
		g.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(line).AddXY(24, line.Size().Height))
	}
}
