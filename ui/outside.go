package ui

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"

	"tiengtrong/ui/widget"
)

// xdgOpen opens a file or a folder on Linux and waits for the answer, which the toolkit doesn't: a computer without a
// program for a file would stay silent.
func xdgOpen(path string) error { return exec.Command("xdg-open", path).Run() }

// byURL opens a file or a folder as the toolkit does.
func (w *Window) byURL(path string) error {
	return w.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
}

// openOutside opens a file or a folder with the program that the system has for it.
func (w *Window) openOutside(path string) {
	whole, err := filepath.Abs(path)
	if err != nil {
		w.tellError(err.Error())
		return
	}
	w.jobs.run(func() { err = w.launch(whole) }, func() {
		if err != nil {
			w.tellNoViewer(whole)
		}
	})
}

// tellNoViewer says that nothing opens a file, and offers its folder; or that a folder doesn't open.
func (w *Window) tellNoViewer(path string) {
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		w.tellError(w.say("print.no-folder", "path", path))
		return
	}
	var s *sheet
	ok := button(w.say("answer.ok"), true, func() { s.close() })
	folder := button(w.say("print.open-folder"), false, func() { s.close(); w.openOutside(filepath.Dir(path)) })
	words := w.say("outside.no-viewer", "name", filepath.Base(path), "folder", filepath.Dir(path))
	s = w.newSheet(w.say("error.title"), 480, widget.NewWords(words, widget.Look{Wrap: true}), folder, ok)
	w.win.Canvas().Focus(ok)
}
