package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// drop drops the program's icon onto a place of the window.
func drop(w *Window, at fyne.Position) {
	w.dropped(at, []fyne.URI{storage.NewFileURI("../assets/icons/app.png")})
}

func TestPictureGoesToThePosterUnderThePointer(t *testing.T) {
	w := open(t, sample(t))
	w.win.Resize(fyne.NewSize(1280, 800))
	g := w.turnTo("posters").(*gallery[app.Poster])
	w.jobs.rest()
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.rows)
	place := fyne.Position{}
	for y := float32(0); y < g.rows.Size().Height && g.rows.At(place) != 1; y += 5 {
		place = origin.AddXY(40, y)
	}
	drop(w, place)
	for i, p := range w.doc.Event().Posters {
		if (p.Artwork == "app.png") != (i == 1) {
			t.Errorf("poster %d has the picture %q", i, p.Artwork)
		}
	}
	if g.rows.Selected() != 1 {
		t.Errorf("the poster that took the picture isn't the chosen one, but %d", g.rows.Selected())
	}
	drop(w, fyne.NewPos(700, 300)) // the sheet: the chosen poster's, and the event has the picture
	w.doc.Undo()
	w.doc.Undo()
	if e := w.doc.Event(); e.Posters[1].Artwork != "" || len(e.Images) > 0 {
		t.Errorf("undone, the poster has %q, and the event %d pictures", e.Posters[1].Artwork, len(e.Images))
	}
}

func TestPictureGoesToWhatIsSeen(t *testing.T) {
	for _, test := range []struct {
		page pageName
		tab  int
		got  func(*app.Event) string
	}{
		{"overview", 0, func(e *app.Event) string { return e.Posters[0].Artwork }},
		{"overview", 1, func(e *app.Event) string { return e.School.Logo }},
		{"banners", 0, func(e *app.Event) string { return e.Posters[0].Artwork }},
		{"certificates", designTab, func(e *app.Event) string { return e.Posters[0].Artwork }},
		{"certificates", blankTab, func(e *app.Event) string { return e.Certificates[0].Blank.Scan }},
	} {
		w := open(t, sample(t))
		w.turnTo(test.page).(interface{ segments() *widget.Segments }).segments().Select(test.tab)
		drop(w, fyne.NewPos(700, 300))
		if got := test.got(w.doc.Event()); got != "app.png" {
			t.Errorf("%s, tab %d: %q", test.page, test.tab, got)
		}
	}
}
