package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// gridDrag is the dragging of the chosen rows.
type gridDrag struct {
	y  float32 // of the pointer, on the sheet
	to int     // before which row they would go
}

// MouseDown belongs to desktop.Mouseable: rows are chosen as the pointer goes down, so that they can be dragged at once.
func (l *gridLine[K]) MouseDown(e *desktop.MouseEvent) {
	g := l.g
	g.take()
	g.column, l.grip, l.waiting = l.columnAt(e.Position.X), e.Position.Y, false
	switch {
	case e.Modifier&fyne.KeyModifierShift != 0:
		g.step(l.i, true)
	case e.Modifier&(fyne.KeyModifierShortcutDefault|fyne.KeyModifierControl) != 0:
		g.toggle(l.i)
	case !g.chosen[l.row.Key]:
		g.step(l.i, false)
	default: // several may be dragged
		l.waiting = e.Button == desktop.MouseButtonPrimary
		g.lead = l.i
		g.chose()
	}
}

// MouseUp belongs to desktop.Mouseable.
func (l *gridLine[K]) MouseUp(*desktop.MouseEvent) {
	if l.waiting && l.g.drag == nil {
		l.g.step(l.i, false)
	}
	l.waiting = false
}

// DoubleTapped belongs to fyne.DoubleTappable.
func (l *gridLine[K]) DoubleTapped(*fyne.PointEvent) { l.g.begin(false) }

// TappedSecondary belongs to fyne.SecondaryTappable.
func (l *gridLine[K]) TappedSecondary(e *fyne.PointEvent) {
	if l.g.OnMenu != nil {
		l.g.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn belongs to desktop.Hoverable.
func (l *gridLine[K]) MouseIn(*desktop.MouseEvent) { l.over = true; l.paint() }

// MouseMoved belongs to desktop.Hoverable.
func (l *gridLine[K]) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to desktop.Hoverable.
func (l *gridLine[K]) MouseOut() { l.over = false; l.paint() }

// Dragged belongs to fyne.Draggable: a bar shows where the chosen rows would go.
func (l *gridLine[K]) Dragged(e *fyne.DragEvent) {
	g := l.g
	if g.OnDrop == nil || !g.chosen[l.row.Key] {
		return
	}
	if g.drag == nil {
		g.drag = &gridDrag{y: l.Position().Y + l.grip}
		g.paint()
	}
	g.drag.y += e.Dragged.DY + g.scrollAlong()
	g.drag.to = g.rowAt(g.drag.y)
	y := g.height
	if g.drag.to < len(g.rows) {
		y = g.lines[g.drag.to].Position().Y
	}
	g.drop.Move(fyne.NewPos(0, max(y-1, 0)))
	g.drop.Resize(fyne.NewSize(g.sheet.Size().Width-gridGap, 3))
	g.drop.Show()
}

// scrollAlong scrolls while the pointer is near an edge of the view, and returns by how much.
func (g *Grid[K]) scrollAlong() float32 {
	const edge, step = 28, 10
	before, at := g.scroll.Offset.Y, g.drag.y-g.scroll.Offset.Y
	switch {
	case at < edge:
		g.scroll.ScrollToOffset(fyne.NewPos(0, max(before-step, 0)))
	case at > g.scroll.Size().Height-edge:
		g.scroll.ScrollToOffset(fyne.NewPos(0, min(before+step, max(g.height-g.scroll.Size().Height, 0))))
	}
	return g.scroll.Offset.Y - before
}

// rowAt returns the row before which something goes that is dropped at a height of the sheet.
func (g *Grid[K]) rowAt(y float32) int {
	for i, line := range g.lines[:len(g.rows)] {
		if y < line.Position().Y+line.Size().Height/2 {
			return i
		}
	}
	return len(g.rows)
}

// DragEnd belongs to fyne.Draggable.
func (l *gridLine[K]) DragEnd() {
	g := l.g
	if g.drag == nil {
		return
	}
	to := g.drag.to
	g.drag, l.waiting = nil, false
	g.drop.Hide()
	g.paint()
	g.OnDrop(to)
}
