package ui

import (
	"os"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
)

// scaleVariable is where the toolkit reads how much larger than usual everything is drawn. It looks there again when the
// theme is set. Words, pictures and room grow together, so that nothing is cut off.
const scaleVariable = "FYNE_SCALE"

// scales are the sizes to choose from, in per cent.
var scales = []int{80, 90, 100, 110, 125, 150, 175, 200}

func (w *Window) scale() int { return w.app.Preferences().IntWithFallback(prefScale, 100) }

// useScale draws everything so large, in per cent. What the system asks for is the program's usual size.
func (w *Window) useScale(percent int) {
	if w.unscaled.IsZero() {
		w.unscaled = scaled(w.win.Canvas().Size(), float32(w.scale())/100)
	}
	w.app.Preferences().SetInt(prefScale, percent)
	w.applyScale()
	w.app.Settings().SetTheme(newTheme(w.prefersDark()))
	w.menu.build(w)
	w.hint(w.say("state.scale", "percent", strconv.Itoa(percent)))
	w.resizeSoon()
}

// resizeSoon gives the window the size on the screen that it had before: the toolkit lets it grow, and on a slow machine once more.
// Until the screen has come to rest, further steps go by that size and not by what the window just has.
func (w *Window) resizeSoon() {
	if w.scaling != nil {
		w.scaling.Stop()
	}
	resize := func() {
		if !w.unscaled.IsZero() {
			w.win.Resize(scaled(w.unscaled, 100/float32(w.scale())))
		}
	}
	w.scaling = w.jobs.pause(200*time.Millisecond, func() {
		resize()
		w.scaling = w.jobs.pause(time.Second, func() {
			resize()
			w.unscaled = fyne.Size{}
		})
	})
}

func scaled(size fyne.Size, by float32) fyne.Size { return fyne.NewSize(size.Width*by, size.Height*by) }

// applyScale tells the toolkit the scale of the preferences.
func (w *Window) applyScale() {
	usual, err := strconv.ParseFloat(w.usualScale, 64)
	if err != nil {
		usual = 1
	}
	os.Setenv(scaleVariable, strconv.FormatFloat(usual*float64(w.scale())/100, 'f', 2, 64)) // the name is well formed
}

// rescale goes to the next larger or smaller scale.
func (w *Window) rescale(steps int) {
	at := 0
	for i, percent := range scales {
		if percent <= w.scale() {
			at = i
		}
	}
	w.useScale(scales[max(0, min(at+steps, len(scales)-1))])
}

// zoom enlarges the sheet that has the focus by a step, or makes it smaller, or fits it for 0; where none has the focus, it
// does the same with all of the window.
func (w *Window) zoom(steps int) {
	sheet, ok := w.win.Canvas().Focused().(*preview)
	switch {
	case ok:
		sheet.zoomStep(steps)
	case steps == 0:
		w.useScale(100)
	default:
		w.rescale(steps)
	}
}
