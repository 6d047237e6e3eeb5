package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses too, that hands Escape on to the window, and that can tell what it does.
type Button struct {
	widget.Button
	Tip
}

// NewButton returns a button; a strong one is what most people want.
func NewButton(words string, strong bool, do func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = words, do
	if strong {
		b.Importance = widget.HighImportance
	}
	b.ExtendBaseWidget(b)
	return b
}

// NewLabelled returns a button with words and an icon.
func NewLabelled(words string, icon fyne.Resource, do func()) *Button {
	return NewTool(icon, words, Tip{}, do)
}

// NewTool returns a button with an icon, and words if there are any: without them it must have a tip.
func NewTool(icon fyne.Resource, words string, tip Tip, do func()) *Button {
	b := &Button{Tip: tip}
	b.Icon, b.Text, b.OnTapped = icon, words, do
	if words == "" {
		b.Importance = widget.LowImportance
	}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped belongs to fyne.Tappable.
func (b *Button) Tapped(e *fyne.PointEvent) {
	b.left()
	b.Button.Tapped(e)
}

// MouseIn belongs to desktop.Hoverable.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	b.pointed(b)
}

// MouseOut belongs to desktop.Hoverable.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	b.left()
}

// FocusGained belongs to fyne.Focusable.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	comeIntoSight(b)
	b.focused(b)
}

// FocusLost belongs to fyne.Focusable.
func (b *Button) FocusLost() {
	b.Button.FocusLost()
	b.left()
}

// TypedKey belongs to fyne.Focusable.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	b.left()
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyLeft, fyne.KeyRight:
		handOn(b, key)
	default:
		b.Button.TypedKey(key)
	}
}

// focus gives an object the focus, if it stands in a window.
func focus(o interface {
	fyne.CanvasObject
	fyne.Focusable
}) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(o)
	}
}

// handOn gives a key that an object has no use for to the window.
func handOn(o fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}
