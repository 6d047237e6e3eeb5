package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/app/intake"
)

func TestRowsAreCopiedForSpreadsheets(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	clip := w.app.Clipboard()
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(rosterTab)
	people := e.RosterOf(e.Certificates[0]).Recipients
	p.roster.list.Select(2)
	p.roster.list.TypedShortcut(&fyne.ShortcutCopy{})
	if got := clip.Content(); !strings.HasPrefix(got, people[2].Name+"\t"+people[2].Class+"\t") || strings.Count(got, "\n") != 1 {
		t.Errorf("one recipient is copied as %q", got)
	}
	w.copyRows(true)
	roster, reading, err := intake.Paste(clip.Content(), intake.Choices{})
	if err != nil || len(roster.Recipients) != len(people) {
		t.Fatalf("of %d copied recipients %d come back: %v, %+v", len(people), len(roster.Recipients), err, reading.Columns)
	}
	for i, r := range roster.Recipients {
		if want := people[i]; r.Name != want.Name || r.Class != want.Class || r.Born != want.Born || r.Gender != want.Gender || r.Award != want.Award {
			t.Fatalf("recipient %d comes back as %+v, was %+v", i, *r, *want)
		}
	}
	p.tabs.Select(registerTab)
	w.copyRows(true)
	if lines := strings.Split(clip.Content(), "\r\n"); len(lines) != 414 || !strings.Contains(lines[1], p.register.lines[0].number) {
		t.Errorf("the register is copied as %d lines, the second %q", len(lines), lines[1])
	}
	w.turnTo("slogans")
	w.copyRows(true)
	if got := clip.Content(); strings.Count(got, "\r\n") != len(e.Slogans)+1 || !strings.Contains(got, e.Slogans[3].Text) {
		t.Errorf("slogans are copied as %q", got)
	}
	w.turnTo("print")
	clip.SetContent("as it was")
	w.copyRows(true)
	if clip.Content() != "as it was" {
		t.Error("a page without a list copied something")
	}
}

func TestCellsWithLineBreaksStayCells(t *testing.T) {
	if got, want := app.TSV([][]string{{"a\tb", "c\nd", "e \"f\""}}), "\"a\tb\"\t\"c\nd\"\t\"e \"\"f\"\"\"\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Slogans that were copied here, or in a spreadsheet, are pasted with source and year; those that are there already aren't.
func TestSlogansArePasted(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	p := w.turnTo("slogans").(*slogansPage)
	w.copyRows(true)
	board := w.app.Clipboard()
	board.SetContent(board.Content() + "Đọc một cuốn sách, mở một chân trời\tThư viện trường\t2024\r\n")
	w.win.Canvas().Focus(p.rows)
	p.rows.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	tapButton(t, w, w.say("intake.take"))
	got := w.doc.Event().Slogans
	last := got[len(got)-1]
	if len(got) != len(e.Slogans)+1 || last.Source != "Thư viện trường" || last.Year != 2024 {
		t.Errorf("%d slogans, the last is %+v", len(got), last)
	}
	board.SetContent("")
	p.pasteSlogans()
	if len(w.sheets) != 0 {
		t.Error("nothing on the clipboard opens a sheet")
	}
}
