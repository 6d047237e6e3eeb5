package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	path := pathTo(root, o)
	for i := len(path) - 2; i >= 0; i-- {
		if view, ok := path[i].(*container.Scroll); ok {
			(&seat{path[i+1:], view}).comeIntoSight()
		}
	}
}
