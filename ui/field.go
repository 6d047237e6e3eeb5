package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// form binds fields by hand to one thing of the event, a T. Showing fills the fields and edits nothing; typing
// edits the event through the document, one step of undo for each field.
type form[T any] struct {
	w      *Window
	read   func(*app.Event) *T                 // the thing, or nil where it is gone; it is never changed in place
	write  func(e *app.Event, change func(*T)) // changes the thing in a clone
	key    func() string                       // tells things apart for undo
	shows  []func(*T)
	first  *widget.Entry // the first field for text
	fields fields
	open   func() // shows the tab in which the fields stand; may be nil
	grew   bool   // a field became higher or lower
}

// newForm returns a form for a thing that of finds in any version of the event.
func newForm[T any](w *Window, key func() string, of func(*app.Event) *T) *form[T] {
	return &form[T]{w: w, read: of, key: key, fields: fields{}, write: func(e *app.Event, change func(*T)) {
		if t := of(e); t != nil {
			change(t)
		}
	}}
}

// show fills the fields from a version of the event.
func (f *form[T]) show(e *app.Event) {
	t := f.read(e)
	if t == nil {
		return
	}
	for _, show := range f.shows {
		show(t)
	}
	if f.grew {
		f.grew = false
		f.w.place.Refresh() // the toolkit makes room by itself, but never takes it back
	}
}

// add makes a field known by its phrase.
func (f *form[T]) add(phrase string, focus fyne.Focusable) {
	f.fields[phrase] = &field{focus: focus, open: func() {
		if f.open != nil {
			f.open()
		}
	}}
}

// edit changes the thing as one step of undo that is named after the field.
func (f *form[T]) edit(field string, change func(*T)) {
	if f.read(f.w.doc.Event()) == nil {
		return
	}
	label := f.w.say("undo.edit", "field", f.w.say(field))
	f.w.doc.Edit(label, field+"/"+f.key(), func(e *app.Event) { f.write(e, change) })
}

// begin puts the cursor into the first field, with all of its text selected, to be typed over.
func (f *form[T]) begin() {
	if f.first == nil {
		return
	}
	f.w.win.Canvas().Focus(f.first)
	f.first.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// labelled sets a field's name above it.
func (w *Window) labelled(field string, content fyne.CanvasObject) fyne.CanvasObject {
	return widget.Column(3, widget.NewWords(w.say(field), widget.Look{Size: widget.SizeSmall, Bold: true, Color: widget.ColorMuted}), content)
}

// text is a field for a text of one line.
func (f *form[T]) text(field string, at func(*T) *string) fyne.CanvasObject {
	return f.words(field, widget.NewLine(), at)
}

// lines is a field for text of several lines.
func (f *form[T]) lines(field string, n int, at func(*T) *string) fyne.CanvasObject {
	return f.words(field, widget.NewEntry(n), at)
}

// words binds a field to a text. The event keeps the text clean; what is being typed stays as it is.
func (f *form[T]) words(field string, entry *widget.Entry, at func(*T) *string) fyne.CanvasObject {
	f.bind(field, entry, at)
	return f.w.labelled(field, entry)
}

// bind is words without the label.
func (f *form[T]) bind(field string, entry *widget.Entry, at func(*T) *string) {
	f.add(field, entry)
	if f.first == nil {
		f.first = entry
	}
	f.shows = append(f.shows, func(t *T) {
		if app.Clean(entry.Text) != *at(t) {
			entry.Fill(*at(t))
		}
	})
	entry.OnEdit = func(text string) {
		text = app.Clean(text)
		if t := f.read(f.w.doc.Event()); t != nil && *at(t) != text {
			f.edit(field, func(t *T) { *at(t) = text })
		}
	}
	entry.OnLeave = f.w.doc.Seal
	entry.OnGrow = func() { f.grew = true }
}

// parsed is a field for a value that is read from what people type.
func parsed[T any, V comparable](f *form[T], field string, parse func(string) (V, error), format func(V) string, at func(*T) *V) *widget.Parsed[V] {
	entry := widget.NewParsed(parse, format, func(v V) { f.edit(field, func(t *T) { *at(t) = v }) })
	f.add(field, entry)
	f.shows = append(f.shows, func(t *T) { entry.FillValue(*at(t)) })
	return entry
}

// date is a field for a day, with a calendar to choose from.
func (f *form[T]) date(field string, at func(*T) *app.Date) fyne.CanvasObject {
	entry := parsed(f, field, app.ParseDate, app.Date.Short, at)
	entry.SetPlaceHolder(f.w.say("hint.date"))
	var open *widget.Tap
	open = widget.NewTap(widget.Inset(widget.Fixed(fynewidget.NewIcon(icon("calendar")), 18, 18), 7, 5), 7, func() {
		if t := f.read(f.w.doc.Event()); t != nil {
			f.w.pickDate(open, *at(t), func(d app.Date) { f.edit(field, func(t *T) { *at(t) = d }) })
		}
	})
	open.Tip = f.w.tip("month.open")
	return f.w.labelled(field, container.NewBorder(nil, nil, nil, open, entry))
}

// clock is a field for a time of day.
func (f *form[T]) clock(field string, at func(*T) *app.Clock) fyne.CanvasObject {
	entry := parsed(f, field, app.ParseClock, app.Clock.String, at)
	entry.SetPlaceHolder(f.w.say("hint.clock"))
	return f.w.labelled(field, entry)
}

// count is a field for a whole number from 0 to most.
func (f *form[T]) count(field string, most int, at func(*T) *int) fyne.CanvasObject {
	return f.w.labelled(field, parsed(f, field, parseCount(most), strconv.Itoa, at))
}

// parseCount reads a whole number from 0 to most; nothing is 0.
func parseCount(most int) func(string) (int, error) {
	return func(text string) (int, error) {
		text = strings.TrimSpace(text)
		if text == "" {
			return 0, nil
		}
		n, err := strconv.Atoi(text)
		if err == nil && (n < 0 || n > most) {
			err = fmt.Errorf("not from 0 to %d: %d", most, n)
		}
		return n, err
	}
}

// year is a field for a year; 0, of no year, is left empty.
func (f *form[T]) year(field string, at func(*T) *int) fyne.CanvasObject {
	return f.w.labelled(field, parsed(f, field, parseCount(2200), formatCount, at))
}

// usual is a field for a whole number that is left empty where the usual one holds.
func (f *form[T]) usual(field string, most, usual int, at func(*T) *int) fyne.CanvasObject {
	entry := parsed(f, field, parseCount(most), formatCount, at)
	entry.SetPlaceHolder(strconv.Itoa(usual))
	return f.w.labelled(field, entry)
}

// shift is a field for a length in millimetres that may go the other way, and is left empty where it is 0.
func (f *form[T]) shift(field string, at func(*T) *float64) fyne.CanvasObject {
	return f.w.labelled(field, parsed(f, field, parseShift, formatShift, at))
}

// parseShift reads millimetres with a sign: "-1,5"; nothing is 0.
func parseShift(text string) (float64, error) {
	text = strings.TrimSpace(strings.NewReplacer(",", ".", "−", "-", "mm", "").Replace(text))
	if text == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(text, 64)
	if err == nil && !(v >= -5000 && v <= 5000) {
		err = fmt.Errorf("not a length on paper: %q", text)
	}
	return v, err
}

// formatShift writes millimetres, and nothing for 0.
func formatShift(v float64) string {
	if v == 0 {
		return ""
	}
	return decimalComma(formatMM(v))
}

// points is a field for a size of type, which is left empty where the style's own holds.
func (f *form[T]) points(field string, at func(*T) *float64) fyne.CanvasObject {
	entry := parsed(f, field, parsePoints, formatShift, at)
	entry.SetPlaceHolder(f.w.say("hint.by-style"))
	return f.w.labelled(field, entry)
}

// parsePoints reads a size of type: "24", "24,5 pt"; nothing is 0.
func parsePoints(text string) (float64, error) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.ToLower(strings.TrimSpace(text)), "pt"))
	if text == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err == nil && !(v >= 0 && v <= 200) {
		err = fmt.Errorf("not a size of type: %q", text)
	}
	return v, err
}

// formatCount writes a whole number, and nothing for 0.
func formatCount(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// length is a field for a length in millimetres. It also takes "6 m", "90 cm" and a decimal comma.
func (f *form[T]) length(field string, at func(*T) *float64) fyne.CanvasObject {
	return f.w.labelled(field, parsed(f, field, parseMM, formatMM, at))
}

// parseMM reads a length: "6000", "6 m", "90cm", "0,9 m".
func parseMM(text string) (float64, error) {
	s, unit := strings.ToLower(strings.TrimSpace(text)), 1.0
	for _, u := range []struct {
		name string
		mm   float64
	}{{"mm", 1}, {"cm", 10}, {"m", 1000}} {
		if rest, ok := strings.CutSuffix(s, u.name); ok {
			s, unit = strings.TrimSpace(rest), u.mm
			break
		}
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err == nil && !(v >= 0 && v*unit <= 1e6) {
		err = fmt.Errorf("not a length: %q", text)
	}
	return v * unit, err
}

func formatMM(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// option is one choice: the code that the event keeps and the words that people read.
type option struct{ code, words string }

// choice is a field for one of a few codes. options are asked for each time, since some depend on the event.
func choice[T any, V ~string](f *form[T], field string, options func() []option, at func(*T) *V) fyne.CanvasObject {
	return f.w.labelled(field, widget.Framed(chooser(f, field, options, at, nil)))
}

// chooser is the list of a choice without its label; also is called with the thing when a code was chosen, in the
// same step.
func chooser[T any, V ~string](f *form[T], field string, options func() []option, at func(*T) *V, also func(*T)) *widget.Select {
	var codes []string
	list := widget.NewSelect(nil, nil)
	f.add(field, list)
	list.PlaceHolder = f.w.say("hint.choose")
	showing := false
	list.OnChanged = func(string) {
		i := list.SelectedIndex()
		if showing || i < 0 {
			return
		}
		if t := f.read(f.w.doc.Event()); t != nil && string(*at(t)) != codes[i] {
			f.edit(field, func(t *T) {
				*at(t) = V(codes[i])
				if also != nil {
					also(t)
				}
			})
		}
	}
	f.shows = append(f.shows, func(t *T) {
		showing = true
		defer func() { showing = false }()
		var words []string
		codes = nil
		for _, o := range options() {
			codes, words = append(codes, o.code), append(words, o.words)
		}
		list.Options = words
		for i, code := range codes {
			if code == string(*at(t)) {
				list.SetSelectedIndex(i)
				return
			}
		}
		list.ClearSelected()
	})
	return list
}

// named makes options of codes whose words are phrases: prefix.CODE.
func named[V ~string](w *Window, prefix string, codes []V) func() []option {
	return func() []option {
		list := make([]option, len(codes))
		for i, c := range codes {
			list[i] = option{string(c), w.say(prefix + "." + string(c))}
		}
		return list
	}
}

// check is a field for yes or no.
func (f *form[T]) check(field string, at func(*T) *bool) fyne.CanvasObject {
	box := widget.NewCheck(f.w.say(field), nil)
	box.OnChanged = func(on bool) {
		if t := f.read(f.w.doc.Event()); t != nil && *at(t) != on {
			f.edit(field, func(t *T) { *at(t) = on })
		}
	}
	f.shows = append(f.shows, func(t *T) { box.SetChecked(*at(t)) })
	return box
}

// section is a named group of fields.
func (w *Window) section(name string, fields ...fyne.CanvasObject) fyne.CanvasObject {
	head := widget.NewWords(w.say(name), widget.Look{Size: widget.SizeHeading, Bold: true})
	return widget.Column(12, append([]fyne.CanvasObject{head}, fields...)...)
}
