package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// The toolkit's controls swallow the keys that they have no use for. These hand Escape and F1 on to the window, and come
// into sight when they get the focus.

// isWindows tells whether a key belongs to the window, whatever has the focus.
func isWindows(key *fyne.KeyEvent) bool { return key.Name == fyne.KeyEscape || key.Name == fyne.KeyF1 }

// Select is a choice of one of some words.
type Select struct{ widget.Select }

// NewSelect returns a choice that calls changed when another one was chosen, by hand or not.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer belongs to fyne.Widget. It is the toolkit's choice on a plane.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return onPlane(s.Select.CreateRenderer())
}

// TypedKey belongs to fyne.Focusable. Enter opens the choice as Space does.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	switch {
	case isWindows(key):
		handOn(s, key)
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		s.Select.TypedKey(key)
	}
}

// FocusGained belongs to fyne.Focusable.
func (s *Select) FocusGained() {
	s.Select.FocusGained()
	comeIntoSight(s)
}

// Check is a box that is ticked or not.
type Check struct{ widget.Check }

// NewCheck returns a box that calls changed when it was ticked or not any more.
func NewCheck(words string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = words, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey belongs to fyne.Focusable. Space comes as a letter.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if isWindows(key) {
		handOn(c, key)
	}
}

// FocusGained belongs to fyne.Focusable.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	comeIntoSight(c)
}

// Secret is a field for a passphrase.
type Secret struct{ widget.Entry }

// NewSecret returns an empty field. Keys write what they say in it.
func NewSecret() *Secret {
	s := &Secret{}
	s.Password, s.Wrapping = true, fyne.TextWrap(fyne.TextTruncateClip)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer belongs to fyne.Widget. It is the toolkit's field on a plane.
func (s *Secret) CreateRenderer() fyne.WidgetRenderer {
	return onPlane(s.Entry.CreateRenderer())
}

// TypedKey belongs to fyne.Focusable.
func (s *Secret) TypedKey(key *fyne.KeyEvent) {
	if isWindows(key) {
		handOn(s, key)
		return
	}
	s.Entry.TypedKey(key)
}

// List is a list of any number of lines, of which one is picked by click, Space or Enter.
type List struct {
	widget.List
	lit int // the line at which the keys are
}

// NewList returns a list.
func NewList(length func() int, create func() fyne.CanvasObject, update func(i int, line fyne.CanvasObject)) *List {
	l := &List{}
	l.init(length, create, update)
	l.ExtendBaseWidget(l)
	return l
}

func (l *List) init(length func() int, create func() fyne.CanvasObject, update func(i int, line fyne.CanvasObject)) {
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnHighlighted = func(i int) { l.lit = i }
}

// TypedKey belongs to fyne.Focusable.
func (l *List) TypedKey(key *fyne.KeyEvent) {
	const page = 10
	switch {
	case isWindows(key):
		handOn(l, key)
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case key.Name == fyne.KeyHome:
		l.light(0)
	case key.Name == fyne.KeyEnd:
		l.light(l.Length() - 1)
	case key.Name == fyne.KeyPageUp:
		l.light(l.lit - page)
	case key.Name == fyne.KeyPageDown:
		l.light(l.lit + page)
	default:
		l.List.TypedKey(key)
	}
}

// light goes to a line, as far as the list goes.
func (l *List) light(i int) {
	if n := l.Length(); n > 0 {
		i = max(0, min(i, n-1))
		l.Highlight(i)
		l.ScrollTo(i)
	}
}

// TypedShortcut belongs to fyne.Shortcutable.
func (l *List) TypedShortcut(s fyne.Shortcut) { atEnds(l, s) }

// atEnds takes Ctrl+Home and Ctrl+End as what they are without Ctrl: a list has no other ends.
func atEnds(list fyne.Focusable, s fyne.Shortcut) {
	if s, ok := s.(*desktop.CustomShortcut); ok && (s.KeyName == fyne.KeyHome || s.KeyName == fyne.KeyEnd) {
		list.TypedKey(&fyne.KeyEvent{Name: s.KeyName})
	}
}
