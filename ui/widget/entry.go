package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Typist turns the keys that are typed into any field into other text: so many runes before the caret are replaced.
// Key 0 tells that the word at the caret is left. It is nil where keys write what they say.
var Typist func(before string, key rune) (replace int, with string)

// Entry is a field for text. Fill fills it without calling OnEdit, which is for what people type. A field of
// several lines grows with its text, so that nothing in it is hidden.
type Entry struct {
	widget.Entry
	shifter
	OnEdit  func(text string)
	OnLeave func() // the field lost the focus; may be nil
	OnGrow  func() // the field became higher or lower; may be nil
	lines   int    // at least
	single  bool   // a text of one line, however many the field needs to show it
	rows    int    // now
	showing bool
	seat    *seat             // where a view scrolls it; nil where none does
	inner   *container.Scroll // what scrolls the field's own text; nil before the field is seen
	focus   bool              // the caret is here
	plain   bool              // keys write what they say
	stood   stood
}

// mostRows is how far a field grows.
const mostRows = 14

// NewEntry returns a field of at least that many lines; one of one line never grows.
func NewEntry(lines int) *Entry {
	e := newEntry(lines)
	e.ExtendBaseWidget(e)
	if lines > 1 {
		e.grows(lines)
	}
	return e
}

// newEntry returns a field that is not a widget yet: whoever it is a part of must extend it. A click asks the widget
// that was extended for the focus, and that must be the one that stands in the window.
func newEntry(lines int) *Entry {
	e := &Entry{lines: lines, rows: lines}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.OnChanged = e.changed
	return e
}

// NewLine returns a field for a text of one line that is shown whole, over several lines where it is long. Enter
// goes on to the next field.
func NewLine() *Entry {
	e := NewEntry(1)
	e.single = true
	e.grows(1)
	return e
}

func (e *Entry) grows(lines int) {
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(lines)
}

func (e *Entry) changed(text string) {
	if e.single && strings.Contains(text, "\n") {
		e.SetText(strings.ReplaceAll(text, "\n", " ")) // comes back here
		return
	}
	e.grow()
	if !e.showing && e.OnEdit != nil {
		e.OnEdit(text)
	}
}

// AcceptsTab belongs to fyne.Tabbable: Tab goes on to the next field from every field.
func (e *Entry) AcceptsTab() bool { return false }

// TypedRune belongs to fyne.Focusable.
func (e *Entry) TypedRune(key rune) {
	defer e.follow()
	if e.helped() {
		e.typed(key)
		return
	}
	e.write(string(key))
}

// helped tells whether the typist writes into the field. What is typed over a selection is only a letter.
func (e *Entry) helped() bool {
	return Typist != nil && !e.plain && !e.Disabled() && e.SelectedText() == ""
}

// typed writes what a key means at the caret, as one change.
func (e *Entry) typed(key rune) {
	_, place := e.span()
	replace, with := Typist(string([]rune(e.Text)[:place]), key)
	e.replace(place-replace, place, with)
}

// leaveWord tells the typist that the word at the caret is left without a letter.
func (e *Entry) leaveWord() {
	if e.helped() {
		e.typed(0)
	}
}

// Put writes a text at the caret as it is.
func (e *Entry) Put(text string) {
	e.write(text)
	e.follow()
}

// TypedKey belongs to fyne.Focusable.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	defer e.follow()
	if key.Name == fyne.KeyEscape || key.Name == fyne.KeyF1 {
		handOn(e, key)
		return
	}
	if asksForMenu(key) {
		e.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(12, e.Size().Height)})
		return
	}
	if e.single && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) {
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
			c.FocusNext()
		}
		return
	}
	switch {
	case key.Name == fyne.KeyBackspace:
		e.erase(charBefore)
	case key.Name == fyne.KeyDelete:
		e.erase(charBehind)
	case e.MultiLine && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter):
		e.leaveWord()
		e.write("\n")
	default:
		e.Entry.TypedKey(key)
	}
}

// Resize belongs to fyne.CanvasObject: another width may need another height.
func (e *Entry) Resize(size fyne.Size) {
	if size == e.Size() {
		return
	}
	defer e.follow()
	if size.Width == e.Size().Width {
		e.Entry.Resize(size)
		return
	}
	place := e.place()
	e.Entry.Resize(size)
	e.stand(place)
	e.grow()
}

// grow makes the field as high as its text.
func (e *Entry) grow() {
	if !e.MultiLine || e.Size().Width <= 0 {
		return
	}
	width := e.Size().Width - 2*(theme.InnerPadding()+theme.InputBorderSize())
	rows := min(max(wrappedLines(e.Text, width), e.lines), mostRows)
	if rows != e.rows {
		e.rows = rows
		e.SetMinRowsVisible(rows)
		if e.OnGrow != nil {
			e.OnGrow()
		}
	}
}

// wrappedLines counts the lines that a text takes in that width, broken between words.
func wrappedLines(text string, width float32) int {
	size, n := theme.TextSize(), 0
	space := fyne.MeasureText(" ", size, fyne.TextStyle{}).Width
	for _, line := range strings.Split(text, "\n") {
		n++
		x := float32(0)
		for _, word := range strings.Fields(line) {
			w := fyne.MeasureText(word, size, fyne.TextStyle{}).Width
			if x > 0 && x+space+w > width {
				n++
				x = 0
			}
			if x > 0 {
				x += space
			}
			x += w
		}
	}
	return n
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
	e.leaveWord()
	e.shift, e.focus = false, false
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// Parsed is a field of one line for a value that is read from what people type: a date, a time, a length. What
// can't be read is marked with the colour of errors, and is forgotten when the field is left. Escape gives back the value
// that stood there when the field got the focus; where that stands there, it goes on to the window.
type Parsed[T comparable] struct {
	*Entry
	parse  func(string) (T, error)
	format func(T) string
	onEdit func(T)
	shown  T
	before T // when the field got the focus
}

// NewParsed returns a field whose text is read and written by these functions.
func NewParsed[T comparable](parse func(string) (T, error), format func(T) string, onEdit func(T)) *Parsed[T] {
	p := &Parsed[T]{Entry: newEntry(1), parse: parse, format: format, onEdit: onEdit}
	p.ExtendBaseWidget(p)
	p.plain = true
	p.OnEdit = func(text string) {
		v, err := parse(text)
		p.mark(err)
		if err == nil {
			p.take(v)
		}
	}
	p.OnLeave = func() {
		p.Fill(format(p.shown))
		p.mark(nil)
	}
	return p
}

// take tells of a value unless it is the one that is known.
func (p *Parsed[T]) take(v T) {
	if v != p.shown {
		p.shown = v
		p.onEdit(v)
	}
}

// FocusGained belongs to fyne.Focusable.
func (p *Parsed[T]) FocusGained() {
	p.before = p.shown
	p.Entry.FocusGained()
}

// TypedKey belongs to fyne.Focusable.
func (p *Parsed[T]) TypedKey(key *fyne.KeyEvent) {
	if former := p.format(p.before); key.Name == fyne.KeyEscape && p.Text != former {
		p.Fill(former)
		p.mark(nil)
		p.take(p.before)
		return
	}
	p.Entry.TypedKey(key)
}

// mark shows whether what stands in the field can be read. The entry's own mark takes room even where there is
// no error.
func (e *Entry) mark(err error) {
	e.Validator = nil
	if err != nil {
		e.Validator = func(string) error { return err }
	}
	e.SetValidationError(err)
}

// FillValue fills the field, unless what stands there already means this value.
func (p *Parsed[T]) FillValue(v T) {
	if v != p.shown {
		p.before = v // it belongs to another thing, or was changed elsewhere
	}
	p.shown = v
	if typed, err := p.parse(p.Text); err == nil && typed == v && p.Text != "" {
		return
	}
	p.Fill(p.format(v))
}
