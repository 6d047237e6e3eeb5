package ui

import (
	"path/filepath"
	"sync"
	"time"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/ui/widget"
)

// keepPause is how long after an edit a copy of it is kept, at the latest. Edits within it share one copy.
const keepPause = 3 * time.Second

// keeper keeps a copy of what is in no file yet, for the case that the program does not end in peace.
type keeper struct {
	file.Copier            // its folder "" keeps nothing
	ours        *file.Hold // keeps other programs out of the folder
	disk        sync.Mutex // one job at a time writes or removes a copy
	waiting     bool       // an edit waits for its copy
}

// beginKeeping takes a folder for this program's copies, with what a crash has left.
func (w *Window) beginKeeping() {
	root, err := file.SystemRecovery()
	if err == nil {
		w.holds = filepath.Join(filepath.Dir(string(root)), "dang-mo")
		w.hold(w.path)
		w.keeper.Folder, w.keeper.ours, err = root.Begin()
	}
	if err != nil {
		w.hint(w.fileError(err))
	}
}

// askKeep has the event kept soon, if it is in no file.
func (w *Window) askKeep() {
	if w.keeper.Folder == "" || w.keeper.waiting || !w.doc.Dirty() {
		return
	}
	w.keeper.waiting = true
	w.jobs.pause(keepPause, w.keep)
}

// keep writes the copy beside the UI goroutine.
func (w *Window) keep() {
	w.keeper.waiting = false
	if !w.doc.Dirty() {
		return
	}
	e, path := w.doc.Event(), w.path
	var err error
	w.jobs.run(func() {
		w.keeper.disk.Lock()
		defer w.keeper.disk.Unlock()
		err = w.keeper.Keep(e, path)
	}, func() {
		if err != nil {
			w.hint(w.fileError(err))
		}
		if !w.doc.Dirty() { // saved, or another event was opened, meanwhile
			w.dropCopy(e.ID)
		}
	})
}

// dropCopy removes the copy of an event that is in its file, or that nobody wants any more.
func (w *Window) dropCopy(id app.ID) {
	if w.keeper.Folder == "" {
		return
	}
	w.keeper.disk.Lock()
	defer w.keeper.disk.Unlock()
	if err := w.keeper.Folder.Drop(id); err != nil {
		w.hint(w.fileError(err))
	}
}

// offerCopies offers one copy after the other to who started the program, until one is opened. Then comes what else
// the start has to say.
func (w *Window) offerCopies(found []file.Recovered, then func()) {
	if len(found) == 0 {
		then()
		return
	}
	r := found[0]
	title := r.Event.Title
	if title == "" {
		title = w.say("event.untitled")
	}
	where := w.say("file.unnamed")
	if r.Path != "" {
		where = filepath.Base(r.Path)
	}
	words := w.say("recovery.text", "event", title, "file", where,
		"time", r.At.Format("15:04"), "day", app.DateOf(r.At).Short())
	var s *sheet
	later := button(w.say("recovery.later"), false, func() { s.close(); then() })
	drop := button(w.say("recovery.drop"), false, func() {
		s.close()
		w.dropCopy(r.Event.ID)
		w.offerCopies(found[1:], then)
	})
	open := button(w.say("recovery.open"), true, func() { s.close(); w.openCopy(r) })
	s = w.newSheet(w.say("recovery.title"), 520, widget.NewWords(words, widget.Look{Wrap: true}), later, drop, open)
	w.win.Canvas().Focus(open)
}

// openCopy puts a copy into the window. It stays unsaved, and kept, until people save it.
func (w *Window) openCopy(r file.Recovered) {
	w.put(r.Event, r.Path)
	w.doc.MarkUnsaved()
	w.changed()
	w.hint(w.say("recovery.opened"))
}
