package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// OnScroll is called when a view was scrolled, so that what a control tells does not stay behind; it may be nil.
var OnScroll func()

// NewView returns the content in a view that scrolls up and down. Fields in it pass the wheel on to the view, and come
// into sight when they get the focus.
func NewView(content fyne.CanvasObject) *container.Scroll {
	view := container.NewVScroll(content)
	view.OnScrolled = func(fyne.Position) { do(OnScroll) }
	adopt(content, nil, view)
	return view
}

// adopt tells the fields of a content which view scrolls them, and what they stand in.
func adopt(o fyne.CanvasObject, in []fyne.CanvasObject, view *container.Scroll) {
	in = append(in[:len(in):len(in)], o)
	switch o := o.(type) {
	case interface {
		fyne.CanvasObject
		sit(*seat)
	}:
		o.sit(&seat{in, view})
	case *fyne.Container:
		for _, part := range o.Objects {
			adopt(part, in, view)
		}
	}
}

// seat is where a field stands in a view.
type seat struct {
	in   []fyne.CanvasObject // from the view's content to the field itself
	view *container.Scroll
}

func (e *Entry) sit(s *seat) { e.seat = s }

// self is the Entry in whatever embeds it.
func (e *Entry) self() fyne.CanvasObject { return e }

// FocusGained belongs to fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.focus = true
	if e.seat != nil {
		e.seat.comeIntoSight()
	}
	comeIntoSight(e)
	e.follow()
}

// comeIntoSight scrolls the view no further than needed.
func (s *seat) comeIntoSight() {
	const air = 28 // a field's name stands above it
	s.show(-air, s.in[len(s.in)-1].Size().Height+air/2)
}

// show scrolls the view no further than needed for what lies between two heights of the field.
func (s *seat) show(top, bottom float32) {
	var at fyne.Position // the driver knows places of what was painted alone, and a page may be new
	for _, part := range s.in[1:] {
		at = at.Add(part.Position())
	}
	width, offset := s.in[len(s.in)-1].Size().Width, s.view.Offset
	offset.X = within(offset.X, s.view.Size().Width, at.X, at.X+width)
	offset.Y = within(offset.Y, s.view.Size().Height, max(at.Y+top, 0), at.Y+bottom)
	if offset != s.view.Offset {
		s.view.ScrollToOffset(offset)
	}
}

// bring scrolls a view up or down, as little as shows what reaches from one place in it to another.
func bring(view *container.Scroll, from, to float32) {
	length := view.Size().Height
	if length <= 0 {
		return
	}
	if at := within(view.Offset.Y, length, from, to); at != view.Offset.Y {
		view.ScrollToOffset(fyne.NewPos(view.Offset.X, at))
	}
}

// within returns the offset of a view of that length in which what reaches from one place to another is seen, its
// beginning at least.
func within(offset, length, from, to float32) float32 {
	if to > offset+length {
		offset = to - length
	}
	return min(offset, from)
}

// CreateRenderer belongs to fyne.Widget. It is the toolkit's field on a plane, with a sheet of glass above it that catches
// the wheel, since the field would swallow it.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	field := e.Entry.CreateRenderer()
	w := &wheel{entry: e}
	w.ExtendBaseWidget(w)
	for _, part := range field.Objects() {
		if inner, ok := part.(*container.Scroll); ok {
			e.inner = inner
		}
	}
	return &entryRenderer{onPlane(field), w}
}

type entryRenderer struct {
	fyne.WidgetRenderer
	wheel *wheel
}

// Objects belongs to fyne.WidgetRenderer.
func (r *entryRenderer) Objects() []fyne.CanvasObject {
	field := r.WidgetRenderer.Objects()
	return append(field[:len(field):len(field)], r.wheel)
}

// Layout belongs to fyne.WidgetRenderer.
func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

// wheel takes the mouse wheel over a field, and nothing else.
type wheel struct {
	widget.BaseWidget
	entry *Entry
}

// CreateRenderer belongs to fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled belongs to fyne.Scrollable: a field that shows all of its text leaves the wheel to the view around it.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case w.entry.seat != nil && w.entry.rows < mostRows:
		w.entry.seat.view.Scrolled(e)
	case w.entry.inner != nil:
		w.entry.inner.Scrolled(e)
	}
}
