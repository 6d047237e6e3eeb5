package export_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf/conform"
	"tiengtrong/print/pdf/pdftest"
)

// notPaper are the kinds of paperwork for other programs.
var notPaper = []export.Kind{export.Workbooks, export.Calendars}

// TestArchivedDocumentsConform writes every kind of document that a school keeps. A new kind of paperwork is among them by
// itself, and fails here until the event has something to print of it, or notPaper tells that it is none.
func TestArchivedDocumentsConform(t *testing.T) {
	for _, kind := range export.Archived() {
		if slices.Contains(notPaper, kind) {
			continue
		}
		p := issued(t, kind)
		p.Event.Asks = []app.Ask{{Audience: "Học sinh", Points: []string{"Đọc sách mỗi ngày"}}}
		run := app.NewRun(p.Event.Ceremonies[0])
		run, _ = run.Do(app.Action{Step: app.StepStart, At: time.Date(2025, 10, 1, 7, 0, 0, 0, time.Local)})
		p.Run = &run
		documents := 0
		for _, f := range exported(t, p) {
			if filepath.Ext(f.Path) == ".pdf" {
				documents++
				pdftest.Check(t, f.Path)
				pdftest.Conforms(t, f.Path, conform.A2b)
			}
		}
		if documents == 0 {
			t.Errorf("nothing is printed of %s", kind)
		}
	}
}
