package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Pick is a list from which one line is picked: with the arrow keys and Enter too. Escape goes on to the window.
type Pick struct{ widget.List }

// NewPick returns a list of that many lines.
func NewPick(length int, create func() fyne.CanvasObject, update func(i int, line fyne.CanvasObject), pick func(i int)) *Pick {
	p := &Pick{}
	p.Length, p.CreateItem, p.UpdateItem, p.OnSelected = func() int { return length }, create, update, pick
	p.ExtendBaseWidget(p)
	return p
}

// TypedKey belongs to fyne.Focusable.
func (p *Pick) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		handOn(p, key)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		p.List.TypedKey(key)
	}
}
