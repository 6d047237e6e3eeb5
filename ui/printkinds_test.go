package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

func TestPaperworkIsOfferedApart(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("print").(*printPage)
	if !slices.Equal(p.kinds(), export.Kinds) {
		t.Errorf("at first %v are chosen", p.kinds())
	}
	text := seen(w)
	for _, want := range []string{w.say("print.pieces"), w.say("print.paperwork"), "Kịch bản điều hành (", "Bản cam kết (3)", "Sổ khen thưởng (0 số)"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not show %q", want)
		}
	}
	if p.what[export.Reports] != nil {
		t.Error("a report is offered, which needs a run")
	}
}

func TestPaperworkIsWritten(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("print").(*printPage)
	for kind, box := range p.what {
		box.SetChecked(kind == export.RunSheets || kind == export.Speeches || kind == export.Calendars)
	}
	p.folder.SetText(filepath.Join(t.TempDir(), "in"))
	p.force.SetChecked(true)
	p.export()
	files, err := os.ReadDir(p.folder.Text)
	if err != nil || len(files) < 6 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	text := seen(w)
	for _, want := range []string{"văn bản để sửa", "lịch cho điện thoại, máy tính"} {
		if !strings.Contains(text, want) {
			t.Errorf("no file is called %q", want)
		}
	}
}

func TestProblemsOfPaperworkAreSaid(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) { e.Asks[0].Audience = "" })
	w.jobs.rest()
	w.goToProblem(app.Problem{Subject: app.Subject{Kind: app.OfAsk, ID: w.doc.Event().Asks[1].ID}})
	if v := w.pages["overview"].(*overviewPage); v.tabs.Selected() != 2 || v.asks.edit.chosen != w.doc.Event().Asks[1].ID {
		t.Error("a problem of an ask does not lead to it")
	}
}
