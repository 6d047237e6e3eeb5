package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pad makes any content a button that never takes the focus, so that Space and Enter stay keys of the window.
type Pad struct {
	widget.BaseWidget
	OnTap func()
	veil  *canvas.Rectangle
	box   fyne.CanvasObject
}

// NewPad returns the content as a button with corners of that radius.
func NewPad(content fyne.CanvasObject, corner float32, onTap func()) *Pad {
	p := &Pad{OnTap: onTap, veil: canvas.NewRectangle(transparent)}
	p.veil.CornerRadius = corner
	p.box = container.NewStack(content, p.veil)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer belongs to fyne.Widget.
func (p *Pad) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.box) }

// Tapped belongs to fyne.Tappable.
func (p *Pad) Tapped(*fyne.PointEvent) { p.OnTap() }

// MouseIn belongs to desktop.Hoverable.
func (p *Pad) MouseIn(*desktop.MouseEvent) {
	p.veil.FillColor = colorOf(theme.ColorNameHover)
	p.veil.Refresh()
}

// MouseMoved belongs to desktop.Hoverable.
func (p *Pad) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to desktop.Hoverable.
func (p *Pad) MouseOut() { p.veil.FillColor = transparent; p.veil.Refresh() }

// Cursor belongs to desktop.Cursorable.
func (p *Pad) Cursor() desktop.Cursor { return desktop.PointerCursor }
