package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Board is a table of things to press. Tab comes to it once; the arrow keys go from one thing to the next.
type Board struct {
	widget.BaseWidget
	squares []square // row by row, and in a square from the top down
	at      int      // the one at the cursor
	focus   bool
	box     *fyne.Container
}

// square is something to press, at its place in the table.
type square struct {
	*Press
	row, column int
}

// NewBoard returns an empty board.
func NewBoard() *Board {
	b := &Board{box: container.NewStack()}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer belongs to fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.box) }

// Clear takes all things away, to be placed anew; the cursor stays where it was in the table.
func (b *Board) Clear() { b.squares = nil }

// Place adds something to press at a place of the table. Rows come one after the other.
func (b *Board) Place(p *Press, row, column int) *Press {
	b.squares = append(b.squares, square{p, row, column})
	return p
}

// Display shows content, in which all that was placed stands.
func (b *Board) Display(content fyne.CanvasObject) {
	b.box.Objects = []fyne.CanvasObject{content}
	b.box.Refresh()
	b.Refresh()
	b.at = max(min(b.at, len(b.squares)-1), 0)
	if b.focus && b.at < len(b.squares) {
		b.squares[b.at].setFocus(true)
	}
}

func (b *Board) inside() fyne.CanvasObject { return b.box }

// FocusGained belongs to fyne.Focusable.
func (b *Board) FocusGained() { b.focus = true; b.goTo(b.at) }

// FocusLost belongs to fyne.Focusable.
func (b *Board) FocusLost() {
	b.focus = false
	if b.at < len(b.squares) {
		b.squares[b.at].setFocus(false)
	}
}

// TypedRune belongs to fyne.Focusable.
func (b *Board) TypedRune(rune) {}

// TypedKey belongs to fyne.Focusable.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	if b.at >= len(b.squares) {
		handOn(b, e)
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		b.goTo(b.beside(-1))
	case fyne.KeyRight:
		b.goTo(b.beside(1))
	case fyne.KeyUp:
		b.goTo(b.along(-1))
	case fyne.KeyDown:
		b.goTo(b.along(1))
	case fyne.KeyHome:
		b.goTo(0)
	case fyne.KeyEnd:
		b.goTo(len(b.squares) - 1)
	default:
		b.squares[b.at].pressed(e)
	}
}

// goTo moves the cursor.
func (b *Board) goTo(at int) {
	if at >= len(b.squares) {
		return
	}
	b.squares[b.at].setFocus(false)
	b.at = at
	b.squares[at].setFocus(true)
}

// beside returns the nearest thing of the row at that side, or the one at the cursor.
func (b *Board) beside(by int) int {
	from, best := b.squares[b.at], b.at
	for i, s := range b.squares {
		away := (s.column - from.column) * by
		if s.row == from.row && away > 0 && (best == b.at || away < (b.squares[best].column-from.column)*by) {
			best = i
		}
	}
	return best
}

// along returns the next thing of the square in that direction, or else the nearest of the next row that has any.
func (b *Board) along(by int) int {
	from, best := b.squares[b.at], b.at
	away := func(i int) int { return max(b.squares[i].column-from.column, from.column-b.squares[i].column) }
	for i := b.at + by; i >= 0 && i < len(b.squares); i += by {
		s := b.squares[i]
		switch {
		case s.row == from.row && s.column == from.column:
			return i
		case s.row == from.row:
		case best == b.at || s.row == b.squares[best].row && away(i) < away(best):
			best = i
		}
	}
	return best
}
