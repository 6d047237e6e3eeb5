package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Press makes any content a button for the pointer. Its keys are the business of what holds it, as a Board does.
type Press struct {
	widget.BaseWidget
	Tip
	OnTap  func()
	OnMenu func(at fyne.Position) // the secondary button or the menu key; may be nil
	outer  fyne.CanvasObject      // what it is, or is a part of
	veil   *canvas.Rectangle
	box    fyne.CanvasObject
	over   bool
	focus  bool
}

// NewPress returns the content as a button with corners of that radius.
func NewPress(content fyne.CanvasObject, corner float32, onTap func()) *Press {
	p := &Press{}
	p.begin(p, content, corner, onTap)
	return p
}

func (p *Press) begin(outer fyne.Widget, content fyne.CanvasObject, corner float32, onTap func()) {
	p.OnTap, p.outer, p.veil = onTap, outer, canvas.NewRectangle(nil)
	p.veil.CornerRadius = corner
	p.box = container.NewStack(content, p.veil)
	p.ExtendBaseWidget(outer)
	p.paint()
}

// CreateRenderer belongs to fyne.Widget.
func (p *Press) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.box) }

// self is the Press or Tap in whatever embeds it.
func (p *Press) self() fyne.CanvasObject { return p.outer }

func (p *Press) paint() {
	p.veil.FillColor = transparent
	p.veil.StrokeWidth = 0
	if p.over {
		p.veil.FillColor = colorOf(theme.ColorNameHover)
	}
	if p.focus {
		p.veil.StrokeColor, p.veil.StrokeWidth = colorOf(ColorGold), 2
	}
	p.veil.Refresh()
}

// Tapped belongs to fyne.Tappable.
func (p *Press) Tapped(*fyne.PointEvent) {
	p.left()
	if p.OnTap != nil {
		p.OnTap()
	}
}

// TappedSecondary belongs to fyne.SecondaryTappable.
func (p *Press) TappedSecondary(e *fyne.PointEvent) {
	if p.OnMenu != nil {
		p.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn belongs to desktop.Hoverable.
func (p *Press) MouseIn(*desktop.MouseEvent) { p.over = true; p.paint(); p.pointed(p.outer) }

// MouseMoved belongs to desktop.Hoverable.
func (p *Press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to desktop.Hoverable.
func (p *Press) MouseOut() { p.over = false; p.paint(); p.left() }

// Cursor belongs to desktop.Cursorable.
func (p *Press) Cursor() desktop.Cursor { return desktop.PointerCursor }

// setFocus shows whether it has the focus; with it, it comes into sight.
func (p *Press) setFocus(focus bool) {
	p.focus = focus
	p.paint()
	if !focus {
		p.left()
		return
	}
	comeIntoSight(p.outer)
	p.focused(p.outer)
}

// pressed does what a key means to a button, as far as it means anything.
func (p *Press) pressed(e *fyne.KeyEvent) {
	p.left()
	switch {
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		p.Tapped(nil)
	case isWindows(e):
		handOn(p.outer, e)
	case asksForMenu(e) && p.OnMenu != nil:
		p.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(p.outer).AddXY(24, p.outer.Size().Height))
	}
}

// Tap is a Press that Tab comes to, and that Enter or Space press.
type Tap struct{ Press }

// NewTap returns the content as a button with corners of that radius.
func NewTap(content fyne.CanvasObject, corner float32, onTap func()) *Tap {
	t := &Tap{}
	t.begin(t, content, corner, onTap)
	return t
}

// FocusGained belongs to fyne.Focusable.
func (t *Tap) FocusGained() { t.setFocus(true) }

// FocusLost belongs to fyne.Focusable.
func (t *Tap) FocusLost() { t.setFocus(false) }

// TypedRune belongs to fyne.Focusable.
func (t *Tap) TypedRune(rune) {}

// goOn gives the focus to what comes next or before.
func (t *Tap) goOn(step func(fyne.Canvas)) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		step(c)
	}
}

// TypedKey belongs to fyne.Focusable. The arrows go on as Tab does.
func (t *Tap) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyRight:
		t.left()
		t.goOn(fyne.Canvas.FocusNext)
	case fyne.KeyUp, fyne.KeyLeft:
		t.left()
		t.goOn(fyne.Canvas.FocusPrevious)
	default:
		t.pressed(e)
	}
}
