package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// dateLike is a field for a day that is the event's until somebody types another; that one can be given up again.
func (f *form[T]) dateLike(field string, at func(*T) *app.Date, usual func(*app.Event) app.Date) fyne.CanvasObject {
	box := f.date(field, at)
	entry := f.fields[field].focus.(*widget.Parsed[app.Date])
	words := widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: theme.ColorNamePrimary, Wrap: true})
	back := widget.NewTap(words, 6, func() { f.edit(field, func(t *T) { *at(t) = app.Date{} }) })
	back.Tip = f.w.tip("follow.tip")
	back.Hide()
	f.shows = append(f.shows, func(t *T) {
		day := usual(f.w.doc.Event())
		hint := f.w.say("hint.date")
		if !day.IsZero() {
			hint = f.w.say("follow.event", "value", day.Short())
		}
		entry.SetPlaceHolder(hint)
		words.SetText(f.w.say("follow.own-date", "value", day.Short()))
		hide := at(t).IsZero() || day.IsZero() || *at(t) == day
		f.grew = f.grew || hide != back.Hidden
		back.Hidden = hide
	})
	return widget.Column(3, box, back)
}

// textLike is a field for a text that is another's until somebody types one here: phrase says whose, with its {value}.
func (f *form[T]) textLike(field, phrase string, at func(*T) *string, usual func(*app.Event) string) fyne.CanvasObject {
	entry := widget.NewLine()
	f.shows = append(f.shows, func(*T) {
		hint := ""
		if value := usual(f.w.doc.Event()); value != "" {
			hint = f.w.say(phrase, "value", value)
		}
		entry.SetPlaceHolder(hint)
	})
	return f.words(field, entry, at)
}

// signatory are the fields of who signs; usual is who does where nothing is typed, or nil.
func signatory[T any](f *form[T], at func(*T) *app.Signatory, usual func(*app.Event) app.Signatory) []fyne.CanvasObject {
	if usual == nil {
		usual = func(*app.Event) app.Signatory { return app.Signatory{} }
	}
	return []fyne.CanvasObject{
		widget.Columns(2, 12,
			f.textLike("field.signer-for", "follow.school", func(t *T) *string { return &at(t).For }, func(e *app.Event) string { return usual(e).For }),
			f.textLike("field.signer-title", "follow.school", func(t *T) *string { return &at(t).Title }, func(e *app.Event) string { return usual(e).Title })),
		f.textLike("field.signer-name", "follow.school", func(t *T) *string { return &at(t).Name }, func(e *app.Event) string { return usual(e).Name }),
	}
}

// dayOfNew is the day of a ceremony without one of its own; no day where each of an event's ceremonies needs one.
func dayOfNew(e *app.Event) app.Date { return e.DayOf(app.Ceremony{}) }
