package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// At twice the usual scale a screen of 1280 × 800 has room for 640 × 400: nothing may ask for more, and what does not fit
// is reached by scrolling.
func TestNothingOutgrowsASmallWindow(t *testing.T) {
	small := fyne.NewSize(640, 372) // below the menu
	w := open(t, sample(t))
	w.win.Resize(small)
	everyView(w, func(name pageName, tab int) {
		if size := w.win.Content().MinSize(); size.Width > small.Width || size.Height > small.Height {
			t.Errorf("%s, tab %d, wants %v", name, tab, size)
		}
		view := w.whole
		if want := view.Content.MinSize(); tab == 0 && (view.Content.Size().Width < want.Width || view.Content.Size().Height < want.Height) { // turning tabs is the driver's
			t.Errorf("%s, tab %d, has %v and needs %v", name, tab, view.Content.Size(), want)
		}
	})
	for name, show := range map[string]func(){
		"new": w.askNew, "open": w.askOpen, "welcome": w.welcome, "keys": w.keys, "calibrate": w.calibrate, "palette": w.commands, "find": w.findInEvent,
		"error": func() { w.tellError("x") },
	} {
		show()
		top := w.sheets[len(w.sheets)-1].popup
		if size := top.MinSize(); size.Width > small.Width || size.Height > small.Height {
			t.Errorf("the sheet %s wants %v", name, size)
		}
		w.sheets[len(w.sheets)-1].close()
	}
}

// standingWindow stands for the toolkit's, whose place is in two fields.
type standingWindow struct {
	fyne.Window
	xpos, ypos int
}

func TestPlaceOfAWindow(t *testing.T) {
	if x, y, known := standing(&standingWindow{xpos: 150, ypos: 90}); !known || x != 150 || y != 90 {
		t.Errorf("it stands at %d, %d: %v", x, y, known)
	}
	w := open(t, sample(t))
	if _, _, known := standing(w.win); known {
		t.Error("a window without a place has one")
	}
	w.rememberPlace() // without a place, the size at least
	if w.app.Preferences().Float(prefWidth) != 1280 || w.app.Preferences().Int(prefX) != 0 {
		t.Errorf("remembered %v, %v", w.app.Preferences().Float(prefWidth), w.app.Preferences().Int(prefX))
	}
	w.restore()
}
