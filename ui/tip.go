package ui

import (
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/ui/widget"
)

// tip is what a control tells: the words of a phrase, and the shortcut that does the same.
func (w *Window) tip(phrase string, shortcut ...fyne.Shortcut) widget.Tip {
	words := w.say(phrase)
	for _, s := range shortcut {
		words += " (" + shortcutWords(s) + ")"
	}
	return widget.NewTip(words, w.tell)
}

// tell shows words beside a control when the rest is over, and takes away what was shown before.
func (w *Window) tell(of fyne.CanvasObject, words string, rest time.Duration) {
	if w.tipWait != nil {
		w.tipWait.Stop()
	}
	if w.tipOn != nil {
		widget.TipOver(w.tipOn, nil, "", fyne.Size{})
		w.tipOn = nil
	}
	if words == "" {
		return
	}
	w.tipWait = w.jobs.pause(rest, func() {
		w.tipOn = w.topmost()
		widget.TipOver(w.tipOn, of, words, w.win.Canvas().Size())
	})
}

// hush takes away what a control tells, since something else is shown now.
func (w *Window) hush() { w.tell(nil, "", 0) }

// topmost is the content of what lies over the window, or of the window.
func (w *Window) topmost() fyne.CanvasObject {
	if over, ok := w.win.Canvas().Overlays().Top().(*fynewidget.PopUp); ok {
		return over.Content
	}
	return w.win.Content()
}
