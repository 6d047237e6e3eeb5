package widget

import "fyne.io/fyne/v2"

// NewPick returns a list of a number of lines, of which pick is told the one that is picked.
func NewPick(length int, create func() fyne.CanvasObject, update func(i int, line fyne.CanvasObject), pick func(i int)) *List {
	l := NewList(func() int { return length }, create, update)
	l.OnSelected = pick
	return l
}
