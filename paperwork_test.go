package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf/conform"
	"tiengtrong/print/pdf/pdftest"
)

// TestPaperworkOfTheSample exports all paperwork of the sample, and has other programs read every file back: what a
// school keeps is PDF/A-2b.
func TestPaperworkOfTheSample(t *testing.T) {
	studio, err := newStudio()
	if err != nil {
		t.Fatal(err)
	}
	e := sampleEvent(t)
	run := ranThrough(t, e.Ceremonies[0])
	plan := export.Plan{Event: e, Studio: studio, What: export.All()[len(export.Kinds):], For: export.Office, Dir: t.TempDir()}
	plan.Run = &run
	result, err := export.Run(context.Background(), plan, nil)
	if err != nil {
		t.Fatal(err, result.Problems)
	}
	for _, f := range result.Files {
		if filepath.Ext(f.Path) == ".pdf" {
			pdftest.Check(t, f.Path)
			pdftest.Conforms(t, f.Path, conform.A2b)
		}
	}
	for _, kind := range plan.What {
		if pieces(result.Files, kind) == 0 && kind != export.Register { // no number has been given
			t.Errorf("no file of kind %s", kind)
		}
	}
	for _, f := range result.Files {
		if want := map[export.Kind]string{export.RunSheets: "KỊCH BẢN ĐIỀU HÀNH", export.Scripts: "LỜI DẪN CHƯƠNG TRÌNH", export.Reports: "BÁO CÁO"}[f.Kind]; want != "" && filepath.Ext(f.Path) == ".pdf" &&
			!strings.Contains(pdftest.Text(t, f.Path), want) {
			t.Errorf("%s does not say %s", f.Path, want)
		}
	}
}

// ranThrough returns a run of the ceremony in which every item took its minutes.
func ranThrough(t *testing.T, c app.Ceremony) app.Run {
	t.Helper()
	run, now := app.NewRun(c), time.Date(2025, 10, 1, 7, 0, 0, 0, time.UTC)
	step := app.StepStart
	for _, it := range append([]app.Item{{}}, c.Program.Items...) {
		now = now.Add(time.Duration(it.Minutes) * time.Minute)
		next, ok := run.Do(app.Action{At: now, Step: step})
		if !ok {
			t.Fatalf("%s makes no sense at %s", step, now)
		}
		run, step = next, app.StepNext
	}
	return run
}
