package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
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

func TestTourSeesWhatWasDone(t *testing.T) {
	w := open(t, sample(t))
	w.startTour()
	w.tour.turn(1)
	if w.tour.did.Visible() {
		t.Fatal("nothing was done yet")
	}
	w.doc.Edit("", "", func(e *app.Event) { e.Ceremonies[0].Program.Items[0].Minutes = 25 })
	if !w.tour.did.Visible() {
		t.Error("the change was not noticed")
	}
}
