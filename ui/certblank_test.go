package ui

import (
	"strings"
	"testing"

	"tiengtrong/app"
)

func TestOnBlanksOnlyWhatIsMissingIsPrinted(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(blankTab)
	if p.blank.sheet.page == nil {
		t.Fatal("no sheet is shown")
	}
	stands := func(lines ...string) string { return w.say("blank.stands", "lines", listed(lines)) }
	nation, title := w.say("blank.line-nation"), w.say("blank.line-title")
	if got := p.blank.stands.Text(); got != stands(nation, title) {
		t.Errorf("of the blank it is said: %q", got)
	}
	things := func() int { return len(p.blank.sheet.page.Items) + len(p.blank.sheet.page.Under.Items) }
	before := things()
	selectOf(t, w, "blank.line-title").SetSelected(w.say("show.always"))
	if got := w.doc.Event().Certificates[0].OnBlank(app.TitleLine); got.Show != app.Always {
		t.Errorf("the line is printed %q", got.Show)
	}
	if now := things(); now <= before {
		t.Errorf("the sheet has %d things, before the line was added %d", now, before)
	}
	if got := p.blank.stands.Text(); got != stands(nation) {
		t.Errorf("with the title printed it is said: %q", got)
	}
	entryOf(t, w, "blank.line-name").SetText("-1,5")
	if got := w.doc.Event().Certificates[0].OnBlank(app.NameLine); got.DXMM != -1.5 || got.DYMM != 0 {
		t.Errorf("the name is moved by %v, %v", got.DXMM, got.DYMM)
	}
	w.doc.Undo()
	if got := w.doc.Event().Certificates[0].OnBlank(app.NameLine); got.DXMM != 0 {
		t.Errorf("after undo the name is moved by %v", got.DXMM)
	}
}

func TestPrinterAndBlankGoWithTheFiles(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	w, p, dir := saved(t)
	c := app.Calibration{Printer: "Máy văn thư", WidthMM: 210, HeightMM: 297, ScaleX: 1, ScaleY: 1, OffsetX: 1}
	if err := keepPrinter(c); err != nil {
		t.Fatal(err)
	}
	p.tabs.Select(handoutTab)
	p.handout.printer.SetSelected("Máy văn thư")
	p.handout.blank.SetChecked(true)
	p.handout.write()
	if text := overlay(w); !strings.Contains(text, "chưa được căn chỉnh với giấy 297 × 210 mm") {
		t.Errorf("it is said: %q", text)
	}
	tapButton(t, w, w.say("answer.close"))
	p.handout.printer.SetSelectedIndex(0)
	p.handout.write()
	if names := written(t, dir, "*"); len(names) != 1 {
		t.Errorf("written were %v", names)
	}
}

// keepPrinter keeps the measures of a printer as if somebody had taken them.
func keepPrinter(c app.Calibration) error {
	p, path, err := readPrinters()
	if err == nil {
		err = p.Set(c).Save(path)
	}
	return err
}

func TestShiftsAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]float64{"": 0, "-1,5": -1.5, "−2 mm": -2, " 3.25": 3.25} {
		if got, err := parseShift(text); err != nil || got != want {
			t.Errorf("%q is read as %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"x", "9000", "nan"} {
		if got, err := parseShift(text); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}
