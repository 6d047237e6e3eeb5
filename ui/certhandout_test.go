package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// saved returns a window on the sample in a file of its own, so that what is written goes beside it.
func saved(t *testing.T) (*Window, *certificatesPage, string) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "tuan-le.trong")
	if err := file.Save(path, sample(t)); err != nil {
		t.Fatal(err)
	}
	w := open(t, sample(t))
	w.openPath(path)
	return w, w.turnTo("certificates").(*certificatesPage), filepath.Join(dir, "tuan-le-in", "van-phong")
}

func TestCertificatesAreWrittenAsTheyAreHandedOut(t *testing.T) {
	w, p, dir := saved(t)
	p.tabs.Select(handoutTab)
	v := p.handout
	v.order.SetSelected(w.say("order.name"))
	people := w.doc.Event().Rosters[0].Recipients
	if want := app.Arrange(people, app.ByName, app.DictionaryTones); !slices.Equal(v.places, want) {
		t.Errorf("listed are %v, want %v", v.places[:5], want[:5])
	}
	v.classes.SetChecked(true)
	v.calls.SetChecked(true)
	v.up.SetSelected(w.say("handout.n-up", "count", "2"))
	v.write()
	names := strings.Join(written(t, dir, "*"), " ")
	for _, want := range []string{"lop-1a1", "bia-goi", "goi-ten", "cach-cat"} {
		if !strings.Contains(names, want) {
			t.Errorf("no file %s among %s", want, names)
		}
	}
	if text := overlay(w); !strings.Contains(text, "goi-ten") && !strings.Contains(text, "lop-1a1") {
		t.Errorf("the files are not named:\n%s", text)
	}
	w.win.Canvas().Overlays().Top().Hide()
	w.useLanguage("en")
	again := w.turnTo("certificates").(*certificatesPage)
	again.tabs.Select(handoutTab)
	if !again.handout.classes.Checked || again.handout.order.Selected != w.say("order.name") {
		t.Error("what was chosen is forgotten with the language")
	}
}

func TestTooManyOnASheetIsSaid(t *testing.T) {
	w, p, _ := saved(t)
	p.tabs.Select(handoutTab)
	p.handout.up.SetSelected(w.say("handout.n-up", "count", "8"))
	p.handout.paper.SetSelected("A4")
	p.handout.write()
	if text := overlay(w); !strings.Contains(text, "không xếp vừa") {
		t.Errorf("it is said: %q", text)
	}
}

func TestOneSheetIsPrintedAndLaterWithAReason(t *testing.T) {
	w, p, dir := saved(t)
	p.tabs.Select(paperTab)
	p.paper.turn(7)
	p.paper.print()
	if names := written(t, dir, "*"); len(names) != 1 || !strings.HasSuffix(names[0], "-so-8-2025.pdf") {
		t.Fatalf("written were %v", names)
	}
	tapButton(t, w, w.say("answer.close"))
	p.register.give(w.doc.Event().Certificates[0].ID, app.ByList)
	p.register.markPrinted()
	if !w.doc.Event().Entries()[7].Printed.IsZero() {
		t.Error("what can't be undone was not asked about")
	}
	tapButton(t, w, w.say("register.mark-printed"))
	p.paper.print()
	reason(t, w).SetText("Bị rách")
	tapButton(t, w, w.say("register.reprint"))
	if again := w.doc.Event().Entries()[7].Reprints; len(again) != 1 || again[0].Reason != "Bị rách" {
		t.Errorf("the book has %+v", again)
	}
}

func TestTheRegisterIsWritten(t *testing.T) {
	w, p, dir := saved(t)
	p.tabs.Select(registerTab)
	p.register.writeBook()
	if text := overlay(w); !strings.Contains(text, w.say("writing.nothing")) {
		t.Errorf("of an empty register is said: %q", text)
	}
	tapButton(t, w, w.say("answer.close"))
	p.register.give(w.doc.Event().Certificates[0].ID, app.ByList)
	p.register.writeBook()
	if names := written(t, dir, "*"); len(names) != 2 || !strings.Contains(names[0], "so-khen-thuong") {
		t.Errorf("written were %v", names)
	}
}

func TestErrorsHoldOneSheetBack(t *testing.T) {
	w, p, dir := saved(t)
	w.doc.Edit("", "", func(e *app.Event) { e.School.Name = "" })
	p.tabs.Select(paperTab)
	p.paper.print()
	if _, err := os.Stat(dir); err == nil {
		t.Error("a sheet was written past an error")
	}
	tapButton(t, w, w.say("writing.force"))
	if len(written(t, dir, "*")) != 1 {
		t.Error("nothing was written though people insist")
	}
}
