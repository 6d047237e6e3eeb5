package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Rows is a list of some dozens of rows, of which one is chosen. Rows are chosen by click and by the arrow keys,
// moved by dragging, and removed with Delete; Enter asks for a new one. For thousands of rows use a widget.List.
type Rows struct {
	widget.BaseWidget
	Create   func() fyne.CanvasObject
	Update   func(i int, content fyne.CanvasObject)
	OnSelect func(i int)
	OnMove   func(i, delta int)            // may be nil: rows can't be moved
	OnRemove func(i int)                   // the Delete key; may be nil
	OnEnter  func(i int)                   // the Enter key; may be nil
	OnMenu   func(i int, at fyne.Position) // the secondary button or the menu key, at a place of the window; may be nil
	OnCopy   func()                        // may be nil
	OnPaste  func()                        // may be nil
	rows     []*row
	box      *fyne.Container
	scroll   *container.Scroll
	length   int
	height   float32 // of all rows, when they were laid out last
	selected int
	focused  bool
}

// NewRows returns an empty list.
func NewRows(create func() fyne.CanvasObject, update func(i int, content fyne.CanvasObject)) *Rows {
	r := &Rows{Create: create, Update: update, selected: -1, box: Column(4)}
	r.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(1, 6, 1, 12), r.box))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.scroll) }

// Display draws length rows with the chosen one marked; -1 chooses none.
func (r *Rows) Display(length, selected int) {
	for len(r.rows) < length {
		r.rows = append(r.rows, newRow(r, len(r.rows)))
	}
	if length != r.length {
		r.length = length
		r.raise(nil)
	}
	moved := r.selected != selected
	r.selected = selected
	for _, row := range r.rows[:length] {
		row.paint()
	}
	r.Redraw()
	if moved {
		r.reveal()
	}
}

// Redraw draws the content of the rows anew.
func (r *Rows) Redraw() {
	for i, row := range r.rows[:r.length] {
		r.Update(i, row.content)
	}
	if height := r.box.MinSize().Height; height != r.height {
		r.height = height
		r.scroll.Refresh() // the box too, in its new height
	}
}

// Len returns how many rows are shown.
func (r *Rows) Len() int { return r.length }

// Selected returns the number of the chosen row, or -1.
func (r *Rows) Selected() int { return r.selected }

// At returns the number of the row that is seen at a place of the window, or -1.
func (r *Rows) At(at fyne.Position) int {
	inside := func(o fyne.CanvasObject) bool {
		p, size := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o)), o.Size()
		return p.X >= 0 && p.Y >= 0 && p.X < size.Width && p.Y < size.Height
	}
	return slices.IndexFunc(r.rows[:r.length], func(row *row) bool { return inside(r.scroll) && inside(row) })
}

func (r *Rows) choose(i int) {
	if i < 0 || i >= r.length {
		return
	}
	old := r.selected
	r.selected = i
	if old >= 0 && old < len(r.rows) {
		r.rows[old].paint()
	}
	r.rows[i].paint()
	r.reveal()
	if r.OnSelect != nil {
		r.OnSelect(i)
	}
}

// Enter gives the list the focus. Where no row is chosen, the first one is.
func (r *Rows) Enter() {
	if r.selected < 0 {
		r.choose(0)
	}
	focus(r)
}

// reveal scrolls the chosen row into sight.
func (r *Rows) reveal() {
	if r.selected < 0 || r.selected >= r.length {
		return
	}
	row := r.rows[r.selected]
	bring(r.scroll, row.Position().Y, row.Position().Y+row.Size().Height+4)
}

// raise draws a row above the others, or all in their order again for nil, without laying them out.
func (r *Rows) raise(top *row) {
	objects := make([]fyne.CanvasObject, 0, r.length)
	for _, row := range r.rows[:r.length] {
		if row != top {
			objects = append(objects, row)
		}
	}
	if top != nil {
		objects = append(objects, top)
	}
	r.box.Objects = objects
	canvas.Refresh(r.box)
}

// FocusGained belongs to fyne.Focusable.
func (r *Rows) FocusGained() { r.focused = true; r.repaint() }

// FocusLost belongs to fyne.Focusable.
func (r *Rows) FocusLost() { r.focused = false; r.repaint() }

func (r *Rows) repaint() {
	if r.selected >= 0 && r.selected < r.length {
		r.rows[r.selected].paint()
	}
}

// TypedRune belongs to fyne.Focusable.
func (r *Rows) TypedRune(rune) {}

// TypedKey belongs to fyne.Focusable.
func (r *Rows) TypedKey(e *fyne.KeyEvent) {
	if asksForMenu(e) {
		r.menuByKey()
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		r.choose(r.selected - 1)
	case fyne.KeyDown:
		r.choose(r.selected + 1)
	case fyne.KeyPageUp:
		r.choose(max(0, r.selected-r.page()))
	case fyne.KeyPageDown:
		r.choose(min(r.length-1, r.selected+r.page()))
	case fyne.KeyHome:
		r.choose(0)
	case fyne.KeyEnd:
		r.choose(r.length - 1)
	case fyne.KeyDelete:
		if r.OnRemove != nil && r.selected >= 0 {
			r.OnRemove(r.selected)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.OnEnter != nil {
			r.OnEnter(r.selected)
		}
	case fyne.KeyEscape, fyne.KeyF1:
		handOn(r, e)
	}
}

// TypedShortcut belongs to fyne.Shortcutable.
func (r *Rows) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		do(r.OnCopy)
	case *fyne.ShortcutPaste:
		do(r.OnPaste)
	default:
		atEnds(r, s)
	}
}

// page is how many rows a page of the list has, less one.
func (r *Rows) page() int {
	if r.selected < 0 || r.selected >= r.length {
		return 1
	}
	return max(1, int(r.scroll.Size().Height/(r.rows[r.selected].Size().Height+4))-1)
}

// menuByKey asks for the menu of the chosen row, below its beginning.
func (r *Rows) menuByKey() {
	if r.OnMenu == nil || r.selected < 0 || r.selected >= r.length {
		return
	}
	row := r.rows[r.selected]
	r.OnMenu(r.selected, fyne.CurrentApp().Driver().AbsolutePositionForObject(row).AddXY(24, row.Size().Height))
}

// row is one row of a list.
type row struct {
	widget.BaseWidget
	list    *Rows
	i       int
	content fyne.CanvasObject
	back    *canvas.Rectangle
	box     fyne.CanvasObject
	over    bool
	dragged float32
}

func newRow(list *Rows, i int) *row {
	w := &row{list: list, i: i, content: list.Create(), back: canvas.NewRectangle(nil)}
	w.back.CornerRadius = 8
	w.box = container.NewStack(w.back, w.content)
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer belongs to fyne.Widget.
func (w *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.box) }

func (w *row) paint() {
	w.back.FillColor, w.back.StrokeColor, w.back.StrokeWidth = colorOf(ColorCard), colorOf(ColorLine), 1
	switch {
	case w.dragged != 0:
		w.back.FillColor, w.back.StrokeColor = colorOf(ColorGoldSoft), colorOf(ColorGold)
	case w.i == w.list.selected:
		w.back.FillColor, w.back.StrokeColor = colorOf(ColorChosen), colorOf(theme.ColorNamePrimary)
		if w.list.focused {
			w.back.StrokeWidth = 2
		}
	case w.over:
		w.back.StrokeColor = colorOf(ColorGold)
	}
	w.back.Refresh()
}

// Tapped belongs to fyne.Tappable.
func (w *row) Tapped(*fyne.PointEvent) {
	focus(w.list)
	w.list.choose(w.i)
}

// Dragged belongs to fyne.Draggable.
func (w *row) Dragged(e *fyne.DragEvent) {
	if w.list.OnMove == nil {
		return
	}
	if w.dragged == 0 {
		w.list.raise(w)
	}
	w.dragged += e.Dragged.DY
	w.Move(w.Position().AddXY(0, e.Dragged.DY))
	w.paint()
}

// DragEnd belongs to fyne.Draggable. The row goes to where its middle was dropped.
func (w *row) DragEnd() {
	if w.list.OnMove == nil || w.dragged == 0 {
		return
	}
	w.dragged = 0
	middle, delta := w.Position().Y+w.Size().Height/2, 0
	for i, other := range w.list.rows[:w.list.length] {
		center := other.Position().Y + other.Size().Height/2
		if i < w.i && middle < center {
			delta--
		}
		if i > w.i && middle > center {
			delta++
		}
	}
	w.list.raise(nil)
	w.list.box.Layout.Layout(w.list.box.Objects, w.list.box.Size())
	w.paint()
	if delta != 0 {
		w.list.choose(w.i)
		w.list.OnMove(w.i, delta)
	}
}

// TappedSecondary belongs to fyne.SecondaryTappable.
func (w *row) TappedSecondary(e *fyne.PointEvent) {
	w.Tapped(e)
	if w.list.OnMenu != nil {
		w.list.OnMenu(w.i, e.AbsolutePosition)
	}
}

// MouseIn belongs to desktop.Hoverable.
func (w *row) MouseIn(*desktop.MouseEvent) { w.over = true; w.paint() }

// MouseMoved belongs to desktop.Hoverable.
func (w *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to desktop.Hoverable.
func (w *row) MouseOut() { w.over = false; w.paint() }
