package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

// bookOf returns a window on the print page, where certificates alone are chosen, all with a number in the book.
func bookOf(t *testing.T) (*Window, *printPage, string) {
	t.Helper()
	w, p, dir := printing(t, export.Office)
	w.record(func(e *app.Event) error { _, err := e.Issue(app.Issuing{}); return err }, func() {})
	for kind, box := range p.what {
		box.SetChecked(kind == export.Certificates)
	}
	return w, p, dir
}

func onPaper(w *Window) int {
	printed, _ := w.doc.Event().Printed()
	return len(printed)
}

// A trial leaves the book as it is; numbers are noted before any sheet appears, and then none waits.
func TestTheBookKnowsBeforeSheetsAppear(t *testing.T) {
	w, p, dir := bookOf(t)
	p.sheets.boxes[2].SetChecked(true)
	p.export()
	if names, _ := filepath.Glob(dir + "/*"); len(names) == 0 || onPaper(w) != 0 {
		t.Fatalf("a trial wrote %v, and %d numbers are noted", names, onPaper(w))
	}
	p.sheets.boxes[2].SetChecked(false)
	plan := export.Plan{Event: w.doc.Event(), Studio: w.studio, What: p.kinds(), For: export.Office, Dir: filepath.Join(t.TempDir(), "in")}
	if _, err := w.narrow(&plan); err != nil {
		t.Fatal(err)
	}
	note := plan.Ready
	plan.Ready = func() error {
		err := note()
		if names, _ := filepath.Glob(plan.Dir + "/*.pdf"); onPaper(w) != 412 || len(names) > 0 {
			t.Errorf("%d numbers are noted when %v appear", onPaper(w), names)
		}
		return err
	}
	if _, err := export.Run(context.Background(), plan, nil); err != nil {
		t.Fatal(err)
	}
	p.sheets.boxes[0].SetChecked(true)
	p.export()
	if !strings.Contains(p.doing.Text(), w.say("print.all-printed")) {
		t.Errorf("it is said: %q", p.doing.Text())
	}
}

// Where no number waits, the rest is written all the same, and it is said that no certificate is among it.
func TestWithoutCertificatesTheRestIsPrinted(t *testing.T) {
	w, p, dir := bookOf(t)
	p.export()
	if text := strings.Join(textsOf(p.again), " "); !strings.Contains(text, "412 số đã in từ trước") {
		t.Errorf("before all is printed once more it is said: %q", text)
	}
	for _, f := range glob(t, dir, "giay-khen") {
		if err := os.Remove(f); err != nil {
			t.Fatal(err)
		}
	}
	p.what[export.Programs].SetChecked(true)
	p.sheets.boxes[0].SetChecked(true)
	p.export()
	if len(glob(t, dir, "chuong-trinh")) == 0 || len(glob(t, dir, "giay-khen")) > 0 {
		t.Errorf("written were %v", glob(t, dir, ""))
	}
	if text := strings.Join(textsOf(p.results), " "); !strings.Contains(text, w.say("print.rest-only")) {
		t.Errorf("it is said: %s", text)
	}
	if len(textsOf(p.again)) > 0 {
		t.Errorf("a warning of sheets that aren't printed: %v", textsOf(p.again))
	}
}

// glob lists the files of a folder whose names begin so.
func glob(t *testing.T, dir, prefix string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, prefix+"*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// The register isn't offered for whom it isn't made, and it is said why.
func TestTheRegisterIsForTheOffice(t *testing.T) {
	_, p, _ := bookOf(t)
	p.what[export.Register].SetChecked(true)
	for _, use := range export.Uses {
		p.chooseUse(use)
		office := use == export.Office
		if offered := slices.Contains(p.kinds(), export.Register); offered != office || p.what[export.Register].Disabled() == office || p.why.Visible() == office {
			t.Errorf("for %s: offered %v, said %q", use, offered, p.why.Text())
		}
	}
}

// Sheets that say something else than the book stop an export, or stay behind and are named.
func TestSheetsThatDifferFromTheBookStayBehind(t *testing.T) {
	w, p, _ := bookOf(t)
	e := w.doc.Event()
	first := e.Rosters[0].Recipients[0]
	w.doc.Edit("", "", func(e *app.Event) {
		e.EditRoster(e.Rosters[0].ID, func(r *app.Roster) {
			r.EditRecipient(first.ID, func(p *app.Recipient) { p.Name = "Vũ Thùy Hà My" })
		})
	})
	w.jobs.rest()
	if !p.start.Disabled() {
		t.Error("the export isn't stopped")
	}
	p.sheets.boxes[1].SetChecked(true)
	p.export()
	if text := strings.Join(textsOf(p.results), " "); !strings.Contains(text, first.Name) || onPaper(w) != 411 {
		t.Errorf("%d numbers are noted; it is said: %s", onPaper(w), text)
	}
}

// Who closes the sheet while the register is signed has nothing changed.
func TestSigningCanBeStopped(t *testing.T) {
	w, _, _ := printing(t, export.Office)
	var waiting func()
	w.record(func(e *app.Event) error {
		waiting = w.jobs.paused // the hands have waited long enough
		waiting()
		for len(w.sheets) > 0 {
			w.sheets[0].close()
		}
		_, err := e.Issue(app.Issuing{})
		return err
	}, func() { t.Error("it went on") })
	if n := len(w.doc.Event().Entries()); n != 0 || waiting == nil {
		t.Errorf("%d numbers were issued", n)
	}
}
