package ui

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// smallestScreen is how far from the corner of the first screen a window may stand to be put there again: farther away may
// be a screen that is not plugged in any more, and the window would never be found.
var smallestScreen = struct{ width, height int }{1000, 600}

// restore gives the window the size and the place that it had when it was closed last.
func (w *Window) restore() {
	p := w.app.Preferences()
	w.win.Resize(fyne.NewSize(float32(p.FloatWithFallback(prefWidth, 1280)), float32(p.FloatWithFallback(prefHeight, 800))))
	x, y := p.IntWithFallback(prefX, -1), p.IntWithFallback(prefY, -1)
	if d, ok := w.win.(desktop.Window); ok && x >= 0 && y >= 0 && x < smallestScreen.width && y < smallestScreen.height {
		d.RequestPosition(x, y)
		return
	}
	w.win.CenterOnScreen()
}

// rememberPlace keeps size and place for the next window.
func (w *Window) rememberPlace() {
	p, size := w.app.Preferences(), w.win.Canvas().Size()
	p.SetFloat(prefWidth, float64(size.Width))
	p.SetFloat(prefHeight, float64(size.Height))
	if x, y, known := standing(w.win); known {
		p.SetInt(prefX, x)
		p.SetInt(prefY, y)
	}
}

// standing tells where a window stands, as RequestPosition counts. The toolkit can put a window somewhere but does not tell
// where it is, though it knows: its window keeps that in two fields, which are read by their names. Where they are
// gone the window is centred, as before.
func standing(win fyne.Window) (x, y int, known bool) {
	v := reflect.Indirect(reflect.ValueOf(win))
	if v.Kind() != reflect.Struct {
		return 0, 0, false
	}
	left, top := v.FieldByName("xpos"), v.FieldByName("ypos")
	if !left.IsValid() || !top.IsValid() || !left.CanInt() || !top.CanInt() {
		return 0, 0, false
	}
	return int(left.Int()), int(top.Int()), true
}
