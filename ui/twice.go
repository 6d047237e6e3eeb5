package ui

import (
	"errors"
	"path/filepath"

	"tiengtrong/app/file"
	"tiengtrong/ui/widget"
)

// hold holds the file that is in the window now, in place of the one before, and remembers what it looks like on the disk.
func (w *Window) hold(path string) {
	w.held.Release()
	w.held, w.twice, w.stamp = nil, false, file.Stamp{}
	if path == "" {
		return
	}
	w.stamp = file.StampOf(path)
	if w.holds != "" {
		held, err := file.HoldEvent(w.holds, path)
		w.held, w.twice = held, errors.Is(err, file.ErrHeld)
	}
}

// openElsewhere tells whether another window has the file.
func (w *Window) openElsewhere(path string) bool {
	if w.holds == "" || path == w.path {
		return false
	}
	hold, err := file.HoldEvent(w.holds, path)
	hold.Release()
	return errors.Is(err, file.ErrHeld)
}

// askTwice says that another window has the file, and asks whether to open it here too.
func (w *Window) askTwice(path string, no, yes func()) {
	var s *sheet
	stay := button(w.say("twice.no"), true, func() { s.close(); no() })
	open := button(w.say("twice.yes"), false, func() { s.close(); yes() })
	s = w.newSheet(w.say("twice.title"), 520, widget.NewWords(w.say("twice.text", "name", filepath.Base(path)), widget.Look{Wrap: true}), open, stay)
	w.win.Canvas().Focus(stay)
}

// warnTwice asks about the file with which the program was started, where another window has it, and goes on.
func (w *Window) warnTwice(then func()) {
	if w.twice {
		w.askTwice(w.path, w.close, then)
		return
	}
	then()
}
