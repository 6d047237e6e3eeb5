package widget

import "fyne.io/fyne/v2"

// Search is a field for what is looked for, above a list of what was found: keys that choose from the list are not the
// field's.
type Search struct {
	*Entry
	OnKey func(key fyne.KeyName) bool // tells whether it took the key
}

// NewSearch returns an empty field.
func NewSearch(onKey func(fyne.KeyName) bool) *Search {
	s := &Search{Entry: newEntry(1), OnKey: onKey}
	s.ExtendBaseWidget(s)
	return s
}

// Onward is what a search's keys do above a list that has keys of its own: Enter and ↓ enter it.
func Onward(enter func()) func(fyne.KeyName) bool {
	return func(key fyne.KeyName) bool {
		on := key == fyne.KeyReturn || key == fyne.KeyEnter || key == fyne.KeyDown
		if on {
			enter()
		}
		return on
	}
}

// TypedKey belongs to fyne.Focusable.
func (s *Search) TypedKey(key *fyne.KeyEvent) {
	if !s.OnKey(key.Name) {
		s.Entry.TypedKey(key)
	}
}
