package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Whoever presses Ctrl++ several times in a row has a window of the size that it had on the screen.
func TestWindowKeepsItsSizeInEveryScale(t *testing.T) {
	w := open(t, sample(t))
	t.Setenv(scaleVariable, "1")
	w.win.Resize(fyne.NewSize(1500, 900))
	for range 3 {
		w.zoom(1)
		w.win.Resize(w.win.Canvas().Size().AddWidthHeight(300, 200)) // as the toolkit lets it grow
	}
	w.jobs.paused()
	if got, want := w.win.Canvas().Size(), scaled(fyne.NewSize(1500, 900), 1/1.5); got != want || w.scale() != 150 {
		t.Errorf("at %d %% the window has %v, not %v", w.scale(), got, want)
	}
}
