package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// holder is a widget of ours with other things in it.
type holder interface{ inside() fyne.CanvasObject }

// pathTo returns what stands in what from a root down to an object, both included; nil where it is not there.
func pathTo(root, o fyne.CanvasObject) []fyne.CanvasObject {
	if part, ok := root.(interface{ self() fyne.CanvasObject }); root == o || ok && part.self() == o {
		return []fyne.CanvasObject{o}
	}
	for _, part := range partsOf(root) {
		if !part.Visible() {
			continue
		}
		if path := pathTo(part, o); path != nil {
			return append([]fyne.CanvasObject{root}, path...)
		}
	}
	return nil
}

// partsOf returns what stands in an object, as far as the toolkit lets others know.
func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case holder:
		return []fyne.CanvasObject{o.inside()}
	}
	return nil
}

// comeIntoSight scrolls all views in which an object stands, no further than needed.
func comeIntoSight(o fyne.CanvasObject) {
	for _, s := range seatsOf(o) {
		s.comeIntoSight()
	}
}

// seatsOf returns where an object stands in all views of its window, the innermost first.
func seatsOf(o fyne.CanvasObject) (seats []*seat) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	path := pathTo(root, o)
	for i := len(path) - 2; i >= 0; i-- {
		if view, ok := path[i].(*container.Scroll); ok {
			seats = append(seats, &seat{path[i+1:], view})
		}
	}
	return seats
}

// follow brings the caret's line into sight, in every view around the field that has the focus.
func (e *Entry) follow() {
	if !e.focus || !e.MultiLine {
		return
	}
	const air = 8 // the field's edge is seen too
	line := e.CursorPosition().Y
	if e.inner != nil {
		line -= e.inner.Offset.Y
	}
	height := fyne.MeasureText("e", theme.TextSize(), e.TextStyle).Height
	if e.seat != nil {
		e.seat.show(line-air, line+height+air)
	}
	for _, s := range seatsOf(e) {
		s.show(line-air, line+height+air)
	}
}
