package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tap makes any content a button: it can be clicked, reached by Tab, and pressed with Enter or Space.
type Tap struct {
	widget.BaseWidget
	Tip
	OnTap  func()
	OnMenu func(at fyne.Position) // the secondary button or the menu key; may be nil
	veil   *canvas.Rectangle
	box    fyne.CanvasObject
	over   bool
	focus  bool
}

// NewTap returns the content as a button with corners of that radius.
func NewTap(content fyne.CanvasObject, corner float32, onTap func()) *Tap {
	t := &Tap{OnTap: onTap, veil: canvas.NewRectangle(nil)}
	t.veil.CornerRadius = corner
	t.box = container.NewStack(content, t.veil)
	t.ExtendBaseWidget(t)
	t.paint()
	return t
}

// CreateRenderer belongs to fyne.Widget.
func (t *Tap) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.box) }

// self is the Tap in whatever embeds it.
func (t *Tap) self() fyne.CanvasObject { return t }

func (t *Tap) paint() {
	t.veil.FillColor = transparent
	t.veil.StrokeWidth = 0
	if t.over {
		t.veil.FillColor = colorOf(theme.ColorNameHover)
	}
	if t.focus {
		t.veil.StrokeColor, t.veil.StrokeWidth = colorOf(ColorGold), 2
	}
	t.veil.Refresh()
}

// Tapped belongs to fyne.Tappable.
func (t *Tap) Tapped(*fyne.PointEvent) {
	t.left()
	if t.OnTap != nil {
		t.OnTap()
	}
}

// TappedSecondary belongs to fyne.SecondaryTappable.
func (t *Tap) TappedSecondary(e *fyne.PointEvent) {
	if t.OnMenu != nil {
		t.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn belongs to desktop.Hoverable.
func (t *Tap) MouseIn(*desktop.MouseEvent) { t.over = true; t.paint(); t.pointed(t) }

// MouseMoved belongs to desktop.Hoverable.
func (t *Tap) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to desktop.Hoverable.
func (t *Tap) MouseOut() { t.over = false; t.paint(); t.left() }

// Cursor belongs to desktop.Cursorable.
func (t *Tap) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained belongs to fyne.Focusable.
func (t *Tap) FocusGained() { t.focus = true; t.paint(); comeIntoSight(t); t.focused(t) }

// FocusLost belongs to fyne.Focusable.
func (t *Tap) FocusLost() { t.focus = false; t.paint(); t.left() }

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
	t.left()
	switch {
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		t.Tapped(nil)
	case isWindows(e):
		handOn(t, e)
	case e.Name == fyne.KeyDown || e.Name == fyne.KeyRight:
		t.goOn(fyne.Canvas.FocusNext)
	case e.Name == fyne.KeyUp || e.Name == fyne.KeyLeft:
		t.goOn(fyne.Canvas.FocusPrevious)
	case asksForMenu(e) && t.OnMenu != nil:
		t.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(t).AddXY(24, t.Size().Height))
	}
}
