package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// inkEntry is the field for the cyan of a duty.
func inkEntry(t *testing.T, f fields, d app.Duty) *widget.Parsed[float32] {
	t.Helper()
	field := f[inkField(d)]
	if field == nil {
		t.Fatalf("there is no field for %s", d)
	}
	return field.focus.(*widget.Parsed[float32])
}

func TestColoursOfAPieceAreItsOwnUntilTheyAreAsTheStyle(t *testing.T) {
	w := open(t, sample(t))
	g := w.turnTo("banners").(*gallery[app.Banner])
	g.tabs.Select(2)
	w.jobs.rest()
	cyan := inkEntry(t, g.form.fields, app.GroundInk)
	if cyan.Text != "0" {
		t.Fatalf("a red ground has %q of cyan", cyan.Text)
	}
	cyan.SetText("12,5")
	ground := func() app.OwnInk { return w.doc.Event().Banners[0].Inks.Ground }
	if want := (app.OwnInk{Ink: app.Ink{C: 12.5, M: 100, Y: 100, K: 4}, Own: true}); ground() != want {
		t.Fatalf("the ground is %+v, want %+v", ground(), want)
	}
	cyan.SetText("101")
	if ground().C != 12.5 {
		t.Errorf("101 per cent were taken as %v", ground().C)
	}
	pressWith(t, w.win.Content(), w.say("inks.by-style")).OnTap()
	if ground().Own || cyan.Text != "0" {
		t.Errorf("as the style, the ground is %+v, and the field shows %q", ground(), cyan.Text)
	}
	w.doc.Undo()
	if ground().C != 12.5 || cyan.Text != "12,5" {
		t.Errorf("undone, the ground is %+v, and the field shows %q", ground(), cyan.Text)
	}
	tapIn(t, w.win.Content(), w.say("inks.all-by-style"))
	if w.doc.Event().Banners[0].Inks != (app.OwnInks{}) {
		t.Error("not all is as the style")
	}
}

func TestAProblemOfAColourLeadsToItsField(t *testing.T) {
	w := open(t, sample(t))
	poster := w.doc.Event().Posters[2]
	w.doc.Edit("", "", func(e *app.Event) {
		e.Posters[2].Inks.Second = app.OwnInk{Ink: app.Ink{C: 100, M: 100, Y: 100, K: 40}, Own: true}
	})
	_, found := w.studio.Poster(w.doc.Event(), w.doc.Event().Posters[2])
	for _, p := range found {
		if p.Code != "ink-too-much" {
			continue
		}
		w.goToProblem(p)
		g := w.pages["posters"].(*gallery[app.Poster])
		if g.edit.chosen != poster.ID || g.tabs.Selected() != 1 || w.win.Canvas().Focused() != fyne.Focusable(inkEntry(t, g.form.fields, app.SecondInk)) {
			t.Errorf("it leads to tab %d, %v", g.tabs.Selected(), w.win.Canvas().Focused())
		}
		return
	}
	t.Errorf("340 per cent of ink are no problem: %v", found)
}

func TestShareOfInk(t *testing.T) {
	for _, test := range []struct {
		text string
		want float32
		ok   bool
	}{{"40", 40, true}, {" 12,5 % ", 12.5, true}, {"", 0, true}, {"100", 100, true}, {"100,1", 0, false}, {"-1", 0, false}, {"x", 0, false}, {"NaN", 0, false}} {
		got, err := parseShare(test.text)
		if (err == nil) != test.ok || test.ok && got != test.want {
			t.Errorf("%q: %v, %v", test.text, got, err)
		}
	}
}
