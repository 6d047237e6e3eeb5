package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
)

// field is a field of a form, to which a problem or a search can lead.
type field struct {
	focus fyne.Focusable
	open  func() // shows the tab in which it stands; may be nil
}

// fields are the fields of a page by their phrases.
type fields map[string]*field

// marker is a field in whose text a part can be marked.
type marker interface{ Mark(from, length int) }

// part is a part of a field's text, in characters, the first being 0; one without length is the cursor's place.
type part struct{ from, length int }

// goToField shows a subject and puts the cursor into one of its fields.
func (w *Window) goToField(s app.Subject, phrase string, mark part) {
	w.goTo(s)
	f := w.pages[w.current].fieldsOf(s.Kind)[phrase]
	if f == nil {
		return // people see the subject, at least
	}
	if f.open != nil {
		f.open()
	}
	w.place.Refresh()
	w.win.Canvas().Focus(f.focus)
	if m, ok := f.focus.(marker); ok {
		m.Mark(mark.from, mark.length)
	}
}

// goToProblem shows the place where a problem is to be mended, down to the words. The shop is the event's, and has a place
// of its own.
func (w *Window) goToProblem(p app.Problem) {
	if p.Code == "shop-bad-measure" {
		w.turnTo("print").reveal(p.Subject)
		return
	}
	phrase, mark := w.fieldOf(p)
	w.goToField(p.Subject, phrase, mark)
}

// fieldOf returns the field of a problem and what of it to mark: as the problem says, or as the code says, or where the
// words that the problem quotes stand.
func (w *Window) fieldOf(p app.Problem) (string, part) {
	if line := p.Args["line"]; line != "" {
		at, _ := strconv.Atoi(p.Args["at"]) // app writes numbers
		length, _ := strconv.Atoi(p.Args["length"])
		return "field.certificate-" + line, part{max(at-1, 0), length}
	}
	if duty := p.Args["ink"]; duty != "" {
		return inkField(app.Duty(duty)), part{}
	}
	if code := fieldOfCode[p.Code]; code != "" {
		return "field." + code, part{}
	}
	for _, quoted := range []string{p.Args["text"], p.Args["letter"], p.Args["image"]} {
		for text := range w.textsOf(p.Subject) {
			if start := strings.Index(flat(text.Text), flat(quoted)); start >= 0 && quoted != "" {
				return "field." + text.Field, part{len([]rune(flat(text.Text)[:start])), len([]rune(quoted))}
			}
		}
	}
	return "field." + fieldOfKind[p.Subject.Kind], part{}
}

// textsOf yields the texts of one subject.
func (w *Window) textsOf(s app.Subject) func(func(app.Text) bool) {
	return func(yield func(app.Text) bool) {
		for text := range w.doc.Event().Texts() {
			if text.Subject.Kind == s.Kind && text.Subject.ID == s.ID && !yield(text) {
				return
			}
		}
	}
}

// flat is a text in one line, as sheets quote it.
func flat(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// fieldOfKind is the field that problems without a field of their own lead to.
var fieldOfKind = map[app.SubjectKind]string{
	app.OfItem: "item-title", app.OfSlogan: "slogan-text", app.OfBanner: "banner-text", app.OfPoster: "poster-title",
	app.OfRecipient: "recipient-name",
}

// fieldOfCode tells in which field a problem is mended, where its code alone says so.
var fieldOfCode = map[string]string{
	"event-no-title":       "event-title",
	"event-no-school":      "school-name",
	"event-no-place":       "school-place",
	"event-no-date":        "event-from",
	"event-no-head":        "signer-title",
	"school-level":         "school-level",
	"event-dates-reversed": "event-from",

	"ceremony-no-title": "ceremony-title",
	"ceremony-no-date":  "ceremony-date",
	"ceremony-outside":  "ceremony-date",
	"ceremony-no-start": "ceremony-start",
	"ceremony-no-lead":  "ceremony-lead",

	"item-no-title":     "item-title",
	"item-no-minutes":   "item-minutes",
	"item-min-too-long": "item-minutes",
	"item-no-who":       "item-who",
	"double-booked":     "item-who",
	"item-overlap":      "item-hard-start",
	"item-gap":          "item-hard-start",

	"piece-bad-size":    "piece-width",
	"piece-no-copies":   "piece-copies",
	"hung-reversed":     "piece-hung-to",
	"hung-too-long":     "piece-hung-to",
	"hung-past-date":    "piece-status",
	"hung-overdue":      "piece-status",
	"no-such-material":  "banner-material",
	"image-missing":     "poster-artwork",
	"link-not-web":      "poster-link",
	"link-too-long":     "poster-link",
	"too-small-to-read": "piece-distance",

	"certificate-no-title":  "certificate-title",
	"certificate-no-issuer": "certificate-issuer",
	"certificate-bad-names": "certificate-name-min",
	"certificate-no-name":   "signer-name",
	"number-duplicate":      "certificate-number",

	"recipient-no-name":  "recipient-name",
	"recipient-odd-name": "recipient-name",
	"recipient-twice":    "recipient-name",
	"award-near-miss":    "recipient-award",
	"award-not-in-force": "recipient-award",
}
