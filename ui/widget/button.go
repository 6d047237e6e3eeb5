package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses too, and that hands Escape on to the window.
type Button struct{ widget.Button }

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

// TypedKey belongs to fyne.Focusable.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeyEscape:
		handOn(b, key)
	default:
		b.Button.TypedKey(key)
	}
}

// handOn gives a key that an object has no use for to the window.
func handOn(o fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}
