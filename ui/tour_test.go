package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print/export"
)

func TestFirstStartOffersTheTour(t *testing.T) {
	w := open(t, app.NewEvent())
	w.start()
	tapButton(t, w, w.say("tour.try"))
	if w.tour == nil || w.doc.Event().Title != sample(t).Title {
		t.Fatal("the tour does not begin on the sample event")
	}
	w.endTour()
	w.app.Preferences().SetString(prefRecent, "")
	w.start()
	if len(w.sheets) != 1 || w.tour != nil {
		t.Fatal("no welcome")
	}
	if top := w.win.Canvas().Overlays().Top(); strings.Contains(strings.Join(textsOf(top), "\n"), w.say("tour.try")) {
		t.Error("the tour is offered again")
	}
}

func TestWhoBeginsAloneSeesTheTemplates(t *testing.T) {
	w := open(t, app.NewEvent())
	w.start()
	tapButton(t, w, w.say("tour.own"))
	if len(w.sheets) != 1 || !w.app.Preferences().Bool(prefToured) {
		t.Error("no templates, or the tour will be offered again")
	}
}

// The rim and the card lie in the window, apart, in both languages and on a small screen.
func TestTourStandsBesideWhatItTells(t *testing.T) {
	w := open(t, sample(t))
	for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(1280, 690)} {
		for _, lang := range languages {
			w.useLanguage(lang)
			w.win.Resize(size)
			w.startTour()
			for i := range tourSteps {
				w.jobs.rest()
				card := boxOf(w.tour.card)
				if card.x < 0 || card.y < 0 || card.right > w.over.Size().Width || card.bottom > w.over.Size().Height {
					t.Errorf("%s, %v, step %d: the card lies at %v", lang, size, i+1, card)
				}
				if rim := boxOf(w.tour.rim); w.tour.rim.Visible() && card.meets(rim) {
					t.Errorf("%s, %v, step %d: the card at %v hides what is shown at %v", lang, size, i+1, card, rim)
				}
				w.key(&fyne.KeyEvent{Name: fyne.KeyRight})
			}
			if w.tour != nil || len(w.over.Objects) > 0 {
				t.Error("the tour does not end")
			}
		}
	}
}

type box struct{ x, y, right, bottom float32 }

func boxOf(o fyne.CanvasObject) box {
	return box{o.Position().X, o.Position().Y, o.Position().X + o.Size().Width, o.Position().Y + o.Size().Height}
}

func (b box) meets(c box) bool {
	return b.x < c.right && c.x < b.right && b.y < c.bottom && c.y < b.bottom
}

func TestTourGoesBothWaysAndCanBeLeft(t *testing.T) {
	w := open(t, sample(t))
	w.startTour()
	tapIn(t, w.over, w.say("tour.next"))
	if w.current != "program" {
		t.Errorf("after Next the window shows %s", w.current)
	}
	w.key(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if w.current != "overview" {
		t.Errorf("after ← the window shows %s", w.current)
	}
	w.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.tour != nil || !w.app.Preferences().Bool(prefToured) {
		t.Error("Escape does not end the tour")
	}
}

// Each step praises what it tells of, and nothing else.
func TestTourSeesWhatWasDone(t *testing.T) {
	w := open(t, sample(t))
	w.startTour()
	doings := map[string]func(){
		"pages":   func() { w.turnTo("slogans") },
		"program": func() { w.doc.Edit("", "", func(e *app.Event) { e.Ceremonies[0].Program.Items[0].Minutes = 25 }) },
		"slogans": func() { tapIn(t, w.pages["slogans"].content(), w.say("slogans.make-banner")) },
		"banners": func() { w.doc.Edit("", "", func(e *app.Event) { e.Banners[0].Text = "Khác" }) },
		"people":  func() { test.Type(rosterIn(w).finder.search, "ha mai") },
		"sheets":  func() { rosterIn(w).edit.choose(7) },
		"print": func() {
			p := w.pages["print"].(*printPage)
			p.folder.SetText(t.TempDir())
			w.jobs.rest()
			for kind, check := range p.what {
				check.SetChecked(kind == export.Calendars)
			}
			p.export()
			w.jobs.rest()
		},
	}
	for i, step := range tourSteps {
		w.jobs.rest()
		w.doc.Edit("", "", func(e *app.Event) { e.Basis += "." })
		if w.tour.did.Visible() {
			t.Errorf("%s: praised for nothing", step.name)
		}
		do := doings[step.name]
		if do == nil {
			continue
		}
		do()
		if !w.tour.did.Visible() {
			t.Errorf("%s: what was done is not noticed", step.name)
		}
		if i+1 < len(tourSteps) {
			w.tour.turn(1)
		}
	}
}

func TestTourEndsWhereAnotherEventOpens(t *testing.T) {
	w := open(t, sample(t))
	w.startTour()
	w.begin("nha-giao-20-11")
	w.jobs.rest()
	if w.tour != nil || len(w.over.Objects) > 0 {
		t.Error("the tour of the sample stands over another event")
	}
}

func TestCardHidesNothingThatItTellsOf(t *testing.T) {
	window, card := fyne.NewSize(1000, 800), fyne.NewSize(300, 200)
	rows := area{fyne.NewPos(330, 300), fyne.NewSize(340, 400)}
	for name, kept := range map[string]area{
		"nothing": {}, "right": {fyne.NewPos(700, 0), fyne.NewSize(300, 800)}, "left": {fyne.NewPos(0, 0), fyne.NewSize(300, 800)},
	} {
		a := area{cardPlace(rows, []area{kept}, card, window), card}
		if a.shared(rows) > 0 || a.shared(kept) > 0 {
			t.Errorf("%s kept: the card at %v hides it", name, a.at)
		}
	}
	if p := cardPlace(area{fyne.NewPos(0, 0), window}, nil, card, window); p.X+card.Width > window.Width || p.Y+card.Height > window.Height {
		t.Errorf("over all of the window the card stands at %v", p)
	}
}

// The file that was open is open again after the tour, whatever was tried in the sample.
func TestTheTourLeadsBackToTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "của trường.trong")
	e := app.NewEvent()
	e.Title = "Của trường"
	if err := file.Save(path, e); err != nil {
		t.Fatal(err)
	}
	w := open(t, app.NewEvent())
	w.readPath(path)
	for _, left := range []struct {
		name string
		do   func()
	}{
		{"left at once", func() { w.key(&fyne.KeyEvent{Name: fyne.KeyEscape}) }},
		{"walked", func() {
			for range tourSteps {
				w.key(&fyne.KeyEvent{Name: fyne.KeyRight})
			}
		}},
		{"begun again", func() { w.askTour(); w.endTour() }},
		{"with a change", func() {
			w.doc.Edit("", "", func(e *app.Event) { e.Title = "Thử" })
			w.endTour()
			tapButton(t, w, w.say("answer.dont-save"))
		}},
	} {
		w.askTour()
		if w.path != "" || w.tour == nil {
			t.Fatalf("%s: the sample is not open", left.name)
		}
		if left.do(); w.path != path || w.doc.Event().Title != e.Title || w.tour != nil {
			t.Errorf("%s: %q is open, %s", left.name, w.path, w.doc.Event().Title)
		}
	}
}

// Who starts the program for the first time with a file is offered the tour too, and goes on with the file.
func TestFirstStartWithAFileOffersTheTour(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mẫu.trong")
	if err := file.Save(path, sample(t)); err != nil {
		t.Fatal(err)
	}
	w, err := newWindow(test.NewTempApp(t), path, &jobs{inline: true})
	if err != nil {
		t.Fatal(err)
	}
	w.start()
	tapButton(t, w, w.say("tour.own"))
	if len(w.sheets) != 0 || w.path != path {
		t.Errorf("%d sheets lie over %q", len(w.sheets), w.path)
	}
	if w.start(); len(w.sheets) != 0 {
		t.Error("the tour is offered again")
	}
}
