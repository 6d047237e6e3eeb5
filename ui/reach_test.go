package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
)

// focused returns the phrase of the field that has the focus, and what is selected in it.
func focused(w *Window, k app.SubjectKind) (phrase, selected string) {
	for phrase, f := range w.pages[w.current].fieldsOf(k) {
		if p, ok := w.pages[w.current].(*programPage); ok && f.focus == p.order.grid.Field() && phrase != itemCells[p.order.grid.Column()].field {
			continue // all cells have one field
		}
		if f.focus == w.win.Canvas().Focused() {
			if s, ok := f.focus.(interface{ SelectedText() string }); ok {
				selected = s.SelectedText()
			}
			return phrase, selected
		}
	}
	return "", ""
}

func TestProblemsLeadToTheWords(t *testing.T) {
	e := sample(t).Clone()
	cases := []struct {
		code, field, marked string
		spoil               func(*app.Event)
	}{
		{"event-no-title", "field.event-title", "", func(e *app.Event) { e.Title = "" }},
		{"event-no-place", "field.school-place", "", func(e *app.Event) { e.School.Place, e.School.Ward = "", "" }},
		{"ceremony-no-lead", "field.ceremony-lead", "", func(e *app.Event) { e.Ceremonies[1].Lead = "" }},
		{"item-no-who", "field.item-who", "", func(e *app.Event) { e.Ceremonies[1].Program.Items[2].Who = "" }},
		{"item-no-minutes", "field.item-minutes", "", func(e *app.Event) { e.Ceremonies[0].Program.Items[3].Minutes = 0 }},
		{"near-miss", "field.banner-text", "", func(e *app.Event) { e.Banners[1].Text = strings.Replace(e.Theme, "thịnh", "thinh", 1) }},
		{"hung-reversed", "field.piece-hung-to", "", func(e *app.Event) { e.Banners[1].HungFrom, e.Banners[1].HungTo = e.To, e.From }},
		{"missing-glyph", "field.banner-under", "☃", func(e *app.Event) { e.Banners[1].Under = "Tháng\nMười ☃ 2025" }},
		{"unknown-field", "field.certificate-citation", "{lớpp}", func(e *app.Event) { e.Certificates[0].Citation = "Học sinh {lớpp} giỏi" }},
		{"wording-unclosed", "field.certificate-detail", "{lớp", func(e *app.Event) { e.Certificates[0].Detail = "Học sinh {lớp" }},
		{"recipient-no-name", "field.recipient-name", "", func(e *app.Event) {
			e.EditRoster(e.Certificates[0].RosterID, func(r *app.Roster) {
				r.EditRecipient(r.Recipients[200].ID, func(p *app.Recipient) { p.Name = "" })
			})
		}},
	}
	for _, c := range cases {
		c.spoil(e)
	}
	w := open(t, e)
	w.jobs.rest()
	for _, c := range cases {
		i := slices.IndexFunc(w.problems, func(p app.Problem) bool { return p.Code == c.code })
		if i < 0 {
			t.Errorf("%s was not found", c.code)
			continue
		}
		w.goToProblem(w.problems[i])
		phrase, selected := focused(w, w.problems[i].Subject.Kind)
		if phrase != c.field || c.marked != "" && selected != c.marked {
			t.Errorf("%s led to %s with %q marked, want %s with %q", c.code, phrase, selected, c.field, c.marked)
		}
	}
}

// Each field that a code or a kind names is one of the page to which the problem leads.
func TestFieldsOfProblemsExist(t *testing.T) {
	w := open(t, sample(t))
	all := map[string]bool{}
	for kind, name := range placeOf {
		for phrase := range w.turnTo(name).fieldsOf(kind) {
			all[phrase] = true
		}
	}
	for code, f := range fieldOfCode {
		if !all["field."+f] {
			t.Errorf("%s leads to %s, which no page has", code, f)
		}
		if _, ok := w.phrases["problem."+code]; !ok {
			t.Errorf("there is no problem %s", code)
		}
	}
	for text := range w.doc.Event().Texts() {
		if !all["field."+text.Field] {
			t.Errorf("a text stands in %s, which no page has", text.Field)
		}
		all["field."+text.Field] = true // once
	}
}

func TestFocusedFieldsAreInTheirTab(t *testing.T) {
	w := open(t, sample(t))
	b := w.doc.Event().Banners[2]
	w.goToField(app.Subject{Kind: app.OfBanner, ID: b.ID}, "field.piece-place", part{})
	if tabs := tabsOf(w.pages["banners"]); tabs.Selected() != 1 {
		t.Error("the tab with the place is not seen")
	}
	w.goToField(app.Subject{Kind: app.OfBanner, ID: b.ID}, "field.banner-over", part{})
	if tabs := tabsOf(w.pages["banners"]); tabs.Selected() != 0 {
		t.Error("the tab with the words is not seen")
	}
	if w.win.Canvas().Focused() == fyne.Focusable(nil) {
		t.Error("nothing has the focus")
	}
}
