package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/ui/widget"
)

// rule is a thin line across.
func rule() fyne.CanvasObject {
	r := canvas.NewRectangle(theme.Color(widget.ColorLine))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

func spacer() fyne.CanvasObject { return layout.NewSpacer() }

// header is the top of a page: its name, a line about it, and what can be done at its right.
func (w *Window) header(name pageName, actions ...fyne.CanvasObject) (fyne.CanvasObject, *widget.Words) {
	about := widget.NewWords("", widget.Look{Color: widget.ColorMuted})
	title := widget.NewWords(w.say("page."+string(name)), widget.Look{Size: widget.SizeTitle, Bold: true})
	right := container.NewCenter(widget.Row(8, actions...))
	return widget.Inset(widget.Border(nil, nil, nil, right, widget.Fixed(widget.Column(2, title, about), 100, 0)), 14, pageMargin), about
}

// pageMargin is the room at the sides of a page.
const pageMargin = 24

// framed puts a page's content under its header.
func framed(head, body fyne.CanvasObject) fyne.CanvasObject {
	return widget.Border(head, nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 12, pageMargin, pageMargin), body))
}

// beside sets a column of a fixed width at the left and another one at the right of the body; either may be nil.
func beside(left fyne.CanvasObject, leftWidth float32, body, right fyne.CanvasObject, rightWidth float32) fyne.CanvasObject {
	const gap = 16
	side := func(o fyne.CanvasObject, width, before, after float32) fyne.CanvasObject {
		if o == nil {
			return nil
		}
		return container.New(layout.NewCustomPaddedLayout(0, 0, before, after), widget.Fixed(o, width, 0))
	}
	return widget.Border(nil, nil, side(left, leftWidth, 0, gap), side(right, rightWidth, gap, 0), body)
}

// below leaves room above the content.
func below(room float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(room, 0, 0, 0), content)
}

// panel is a column of fields in a card, which scrolls.
func panel(fields fyne.CanvasObject) fyne.CanvasObject {
	return widget.Inset(widget.NewView(widget.Inset(fields, 12, 14)), 2, 2)
}

// besideBar keeps as far from the right as rows do, which leave room for the bar that scrolls them.
func besideBar(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 1, 12), content)
}

// shares lays things side by side with a gap; each has its share of the width.
type shares struct {
	parts []float32
	gap   float32
}

// Layout belongs to fyne.Layout.
func (s *shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	free, x := size.Width-s.gap*float32(len(objects)-1), float32(0)
	for i, o := range objects {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(free*s.parts[i], size.Height))
		x += free*s.parts[i] + s.gap
	}
}

// MinSize belongs to fyne.Layout.
func (s *shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(s.gap*float32(len(objects)-1), 0)
	for _, o := range objects {
		size = fyne.NewSize(size.Width+o.MinSize().Width, max(size.Height, o.MinSize().Height))
	}
	return size
}

// storeys lays things one under the other with a gap; each has its share of the height.
type storeys shares

// Layout belongs to fyne.Layout.
func (s *storeys) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	free, y := size.Height-s.gap*float32(len(objects)-1), float32(0)
	for i, o := range objects {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, free*s.parts[i]))
		y += free*s.parts[i] + s.gap
	}
}

// MinSize belongs to fyne.Layout.
func (s *storeys) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }
