package ui

import (
	"maps"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// factsView holds the fields of the event and of the school: typed once, printed everywhere.
type factsView struct {
	box    fyne.CanvasObject
	event  *form[app.Event]
	school *form[app.School]
}

func newFacts(w *Window) *factsView {
	v := &factsView{
		event:  newForm(w, func() string { return "event" }, func(e *app.Event) *app.Event { return e }),
		school: newForm(w, func() string { return "school" }, func(e *app.Event) *app.School { return &e.School }),
	}
	e, s := v.event, v.school
	event := widget.Card(w.section("facts.event",
		e.text("field.event-title", func(e *app.Event) *string { return &e.Title }),
		e.lines("field.event-theme", 3, func(e *app.Event) *string { return &e.Theme }),
		e.lines("field.event-basis", 3, func(e *app.Event) *string { return &e.Basis }),
		widget.Columns(2, 12,
			e.date("field.event-from", func(e *app.Event) *app.Date { return &e.From }),
			e.date("field.event-to", func(e *app.Event) *app.Date { return &e.To }))))
	head := widget.Card(w.section("facts.head", signatory(s, func(s *app.School) *app.Signatory { return &s.Head }, nil)...))
	images := func() []option { return imageOptions(w) }
	school := widget.Card(w.section("facts.school",
		s.text("field.school-name", func(s *app.School) *string { return &s.Name }),
		s.text("field.school-parent", func(s *app.School) *string { return &s.Parent }),
		widget.Columns(2, 12,
			s.text("field.school-ward", func(s *app.School) *string { return &s.Ward }),
			s.text("field.school-city", func(s *app.School) *string { return &s.City }),
			s.textLike("field.school-place", "follow.ward", func(s *app.School) *string { return &s.Place }, func(e *app.Event) string { return e.School.DatePlace() }),
			s.text("field.school-code", func(s *app.School) *string { return &s.Code }),
			choice(s, "field.school-level", named(w, "level", app.Levels), func(s *app.School) *app.Level { return &s.Level }),
			s.textLike("field.school-year", "follow.day", func(s *app.School) *string { return &s.SchoolYear }, (*app.Event).SchoolYear)),
		choice(s, "field.school-logo", images, func(s *app.School) *string { return &s.Logo }),
		widget.NewLabelled(w.say("image.add"), icon("import"), func() { w.pickImage(useAsLogo) })))
	once := widget.NewWords(w.say("facts.once"), widget.Look{Color: widget.ColorMuted, Wrap: true})
	v.box = widget.Column(14, once, widget.Columns(2, 18, widget.Column(18, event, head), widget.Column(18, school)))
	return v
}

// useAsLogo makes a picture of the event the school's logo.
func useAsLogo(e *app.Event, picture string) { e.School.Logo = picture }

func (v *factsView) fields() fields {
	all := maps.Clone(v.event.fields)
	maps.Copy(all, v.school.fields)
	return all
}

func (v *factsView) show(e *app.Event) {
	v.event.show(e)
	v.school.show(e)
}
