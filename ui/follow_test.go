package ui

import (
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// A teacher types the event's day once: activity, certificate and banner have it; a day of their own is told, and can be
// given up.
func TestTheDayIsTypedOnce(t *testing.T) {
	w := open(t, app.NewEvent())
	w.begin("nha-giao-20-11")
	from := entryOf(t, w, "field.event-from")
	if w.win.Canvas().Focused() != w.pages["overview"].(*overviewPage).facts.event.fields["field.event-from"].focus {
		t.Error("a new event doesn't ask for its day")
	}
	from.SetText("20/11/2026")
	entryOf(t, w, "field.school-ward").SetText("phường Phù Liễn")
	e := w.doc.Event()
	if day := e.Held()[0].Date.Short(); day != "20/11/2026" {
		t.Errorf("the activity is on %q", day)
	}
	w.turnTo("program").(*programPage).tabs.Select(1)
	follows := w.say("follow.event", "value", "20/11/2026")
	if hint := entryOf(t, w, "field.ceremony-date").PlaceHolder; hint != follows {
		t.Errorf("the activity's date says %q", hint)
	}
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(designTab)
	date := entryOf(t, w, "field.certificate-date")
	if date.PlaceHolder != follows || date.Text != "" {
		t.Errorf("the signing date says %q", date.PlaceHolder)
	}
	if hint := entryOf(t, w, "field.certificate-dateline").PlaceHolder; hint != w.say("follow.school", "value", "Phù Liễn") {
		t.Errorf("the place says %q", hint)
	}
	date.SetText("25/11/2026")
	own := w.say("follow.own-date", "value", "20/11/2026")
	if !strings.Contains(strings.ReplaceAll(seen(w), "\n", " "), own) {
		t.Errorf("%q isn't seen", own)
	}
	for _, tap := range tapsIn(w, own) {
		tap.Tapped(nil)
	}
	if d := w.doc.Event().Certificates[0].Date; !d.IsZero() {
		t.Errorf("the day of its own is still %s", d)
	}
}

// An activity that has the event's day keeps it when another is added to several days; one step takes both back.
func TestAddingAnActivityKeepsTheDayOfTheFirst(t *testing.T) {
	e := app.NewEvent()
	e.From, e.To = app.Date{Year: 2026, Month: 11, Day: 16}, app.Date{Year: 2026, Month: 11, Day: 20}
	e.Ceremonies = []app.Ceremony{app.NewCeremony("Phát động", app.Date{})}
	w := open(t, e)
	before := w.doc.Event()
	w.turnTo("program").(*programPage).ceremonies.add()
	held := w.doc.Event().Held()
	if len(held) != 2 || held[0].Date != e.From || held[1].Date != e.From {
		t.Errorf("the activities are held on %s", held[0].Date)
	}
	if w.doc.Undo(); w.doc.Event() != before {
		t.Error("it takes more than one step back")
	}
}

// tapsIn returns what can be tapped and says these words.
func tapsIn(w *Window, words string) []*widget.Tap {
	var taps []*widget.Tap
	for o := range seenIn(w.win.Content()) {
		if tap, ok := o.(*widget.Tap); ok && strings.Join(textsOf(tap), " ") == words {
			taps = append(taps, tap)
		}
	}
	return taps
}

// An example in an empty field can't be taken for what was typed.
func TestExamplesSayThatTheyAreExamples(t *testing.T) {
	for _, lang := range languages {
		w := open(t, app.NewEvent())
		w.useLanguage(lang)
		for key, start := range map[string]string{"vi": "ví dụ", "en": "such as"} {
			for _, hint := range []string{"hint.date", "hint.clock", "hint.pixels"} {
				if key == lang && !strings.HasPrefix(w.say(hint), start) {
					t.Errorf("%s: %s is %q", lang, hint, w.say(hint))
				}
			}
		}
	}
}
