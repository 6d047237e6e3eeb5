package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field for text. Fill fills it without calling OnEdit, which is for what people type.
type Entry struct {
	widget.Entry
	OnEdit  func(text string)
	OnLeave func() // the field lost the focus; may be nil
	showing bool
}

// NewEntry returns a field of that many lines; one line ends at the Enter key.
func NewEntry(lines int) *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	e.MultiLine = lines > 1
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollNone
	if e.MultiLine {
		e.Wrapping = fyne.TextWrapWord
		e.Scroll = fyne.ScrollVerticalOnly
		e.SetMinRowsVisible(lines)
	} else {
		e.Scroll = fyne.ScrollHorizontalOnly
	}
	e.OnChanged = func(text string) {
		if !e.showing && e.OnEdit != nil {
			e.OnEdit(text)
		}
	}
	return e
}

// Fill puts a text into the field.
func (e *Entry) Fill(text string) {
	if e.Text == text {
		return
	}
	e.showing = true
	e.SetText(text)
	e.showing = false
}

// FocusLost belongs to fyne.Focusable.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// Parsed is a field of one line for a value that is read from what people type: a date, a time, a length. What
// can't be read is marked, and stays until it is mended or the field is left.
type Parsed[T comparable] struct {
	*Entry
	parse  func(string) (T, error)
	format func(T) string
	shown  T
}

// NewParsed returns a field whose text is read and written by these functions.
func NewParsed[T comparable](parse func(string) (T, error), format func(T) string, onEdit func(T)) *Parsed[T] {
	p := &Parsed[T]{Entry: NewEntry(1), parse: parse, format: format}
	p.AlwaysShowValidationError = true
	p.Validator = func(text string) error { _, err := parse(text); return err }
	p.OnEdit = func(text string) {
		if v, err := parse(text); err == nil && v != p.shown {
			p.shown = v
			onEdit(v)
		}
	}
	p.OnLeave = func() { p.Entry.Fill(format(p.shown)) }
	return p
}

// FillValue fills the field, unless what stands there already means this value.
func (p *Parsed[T]) FillValue(v T) {
	p.shown = v
	if typed, err := p.parse(p.Text); err == nil && typed == v && p.Text != "" {
		return
	}
	p.Entry.Fill(p.format(v))
}
