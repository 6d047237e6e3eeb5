package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// calibration opens the sheet that measures printers, on a computer that knows none.
func calibration(t *testing.T) *Window {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	w, _, _ := saved(t)
	w.calibrate()
	return w
}

// fieldsOf lists the fields of the sheet that lies over the window.
func fieldsOf(w *Window) (texts []*widget.Entry, numbers []*widget.Parsed[float64]) {
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		switch o := o.(type) {
		case *widget.Entry:
			texts = append(texts, o)
		case *widget.Parsed[float64]:
			numbers = append(numbers, o)
		}
	}
	return texts, numbers
}

func TestPrinterIsMeasuredAndKept(t *testing.T) {
	w := calibration(t)
	texts, numbers := fieldsOf(w)
	if len(numbers) != 8 {
		t.Fatalf("there are %d fields for readings", len(numbers))
	}
	texts[0].SetText("Máy văn thư")
	texts[1].SetText("2")
	for i, reading := range []string{"20,5", "19,7", "19,5", "19,7", "19,5", "20,3", "20,5", "20,3"} { // half a millimetre to the right, 0.3 up
		numbers[i].SetText(reading)
	}
	if text := overlay(w); !strings.Contains(text, "0,50 mm sang phải, 0,30 mm lên trên") {
		t.Errorf("it is said:\n%s", text)
	}
	tapButton(t, w, w.say("calibrate.save"))
	p := w.printers()
	if len(p) != 1 || p[0].Printer != "Máy văn thư" || p[0].Tray != "2" || p[0].WidthMM != 297 {
		t.Errorf("kept is %+v", p)
	}
	if !strings.Contains(overlay(w), "Máy văn thư · 2") {
		t.Error("the printer is not listed")
	}
}

func TestReadingsThatContradictAreSaid(t *testing.T) {
	w := calibration(t)
	_, numbers := fieldsOf(w)
	for i := range numbers {
		numbers[i].SetText("20")
	}
	if text := overlay(w); !strings.Contains(text, "0,00 mm sang phải") {
		t.Errorf("of a printer that isn't off is said:\n%s", text)
	}
	numbers[3].SetText("21,5")
	if text := overlay(w); strings.Contains(text, "sang phải") || !strings.Contains(text, "góc") {
		t.Errorf("it is said:\n%s", text)
	}
}

func TestCalibrationSheetIsWritten(t *testing.T) {
	w := calibration(t)
	tapButton(t, w, w.say("calibrate.print"))
	if files := written(t, filepath.Dir(w.path), "*", "*", "to-can-chinh-297x210.pdf"); len(files) != 1 {
		t.Errorf("written were %v", files)
	}
}

func TestPrintersAreNamedOnce(t *testing.T) {
	a, b := app.Calibration{Printer: "A", WidthMM: 297}, app.Calibration{Printer: "A", Tray: "2", WidthMM: 297}
	a3 := a
	a3.WidthMM = 420
	if names, of := printerNames([]app.Calibration{a, b, a3}); strings.Join(names, ", ") != "A, A · 2" || len(of) != 2 {
		t.Errorf("the names are %q", names)
	}
}
