package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// gridPage is how many rows Page Up and Page Down go.
const gridPage = 8

// AcceptsTab belongs to fyne.Tabbable: Tab goes from cell to cell; Escape leaves the grid.
func (g *Grid[K]) AcceptsTab() bool { return len(g.rows) > 0 }

// KeyDown belongs to desktop.Keyable.
func (g *Grid[K]) KeyDown(key *fyne.KeyEvent) { g.shift = g.shift || isShift(key) }

// KeyUp belongs to desktop.Keyable.
func (g *Grid[K]) KeyUp(key *fyne.KeyEvent) { g.shift = g.shift && !isShift(key) }

// TypedRune belongs to fyne.Focusable: a letter begins to edit the cell anew.
func (g *Grid[K]) TypedRune(r rune) {
	if g.begin(true); g.edit.on {
		g.edit.field.TypedRune(r)
	}
}

// TypedKey belongs to fyne.Focusable.
func (g *Grid[K]) TypedKey(key *fyne.KeyEvent) {
	if step, ok := gridSteps[key.Name]; ok {
		g.step(step(g.lead, len(g.rows)), g.shifted())
		return
	}
	switch key.Name {
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

// gridSteps are the keys that move the cursor among n rows.
var gridSteps = map[fyne.KeyName]func(at, n int) int{
	fyne.KeyUp:       func(at, _ int) int { return at - 1 },
	fyne.KeyDown:     func(at, _ int) int { return at + 1 },
	fyne.KeyPageUp:   func(at, _ int) int { return at - gridPage },
	fyne.KeyPageDown: func(at, _ int) int { return at + gridPage },
	fyne.KeyHome:     func(_, _ int) int { return 0 },
	fyne.KeyEnd:      func(_, n int) int { return n - 1 },
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
	switch s.(type) {
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
