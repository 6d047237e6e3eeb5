package ui

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
	"tiengtrong/ui/widget"
)

// maxRecent is how many files the program remembers.
const maxRecent = 8

// recent lists the files that were open last, newest first.
func (w *Window) recent() []string {
	var list []string
	if json.Unmarshal([]byte(w.app.Preferences().String(prefRecent)), &list) != nil {
		return nil
	}
	return list
}

func (w *Window) remember(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	list := slices.DeleteFunc(w.recent(), func(p string) bool { return p == path })
	list = append([]string{path}, list...)
	data, err := json.Marshal(list[:min(len(list), maxRecent)])
	if err != nil {
		return // strings always marshal
	}
	w.app.Preferences().SetString(prefRecent, string(data))
	w.app.Preferences().SetString(prefFolder, filepath.Dir(path))
}

// lastFile returns the file to open at the start, or "".
func (w *Window) lastFile() string {
	if list := w.recent(); len(list) > 0 && w.app.Preferences().BoolWithFallback(prefReopen, true) {
		return list[0]
	}
	return ""
}

func (w *Window) switchReopen() {
	p := w.app.Preferences()
	p.SetBool(prefReopen, !p.BoolWithFallback(prefReopen, true))
	w.menu.build(w)
}

func (w *Window) lastFolder() string { return w.app.Preferences().String(prefFolder) }

// fileError says what is wrong with a file in a sentence.
func (w *Window) fileError(err error) string {
	if f := (*file.Error)(nil); errors.As(err, &f) {
		return w.say("file."+string(f.Code), "path", f.Path)
	}
	return err.Error()
}

// openPath puts the event of a file into the window, unless another window has it and people think better of it.
func (w *Window) openPath(path string) {
	if w.openElsewhere(path) {
		w.askTwice(path, func() {}, func() { w.readPath(path) })
		return
	}
	w.readPath(path)
}

// readPath reads a file beside the UI goroutine and puts its event into the window.
func (w *Window) readPath(path string) {
	var e *app.Event
	var err error
	w.busy(w.say("open.reading", "name", filepath.Base(path)), func() { e, err = file.Open(path) }, func() {
		if err != nil {
			w.tellError(w.fileError(err))
			return
		}
		w.open(e, path)
		w.offerRuns()
	})
}

func (w *Window) askOpen() {
	w.unsaved(func() {
		w.pick(wanted{title: w.say("open.title"), action: w.say("action.open-file"), endings: []string{file.Ending}, start: w.lastFolder()}, w.openPath)
	})
}

func (w *Window) save() { w.saveThen(func() {}) }

// saveThen saves, asking for a name where there is none, and goes on when the file is whole.
func (w *Window) saveThen(then func()) {
	if w.path == "" {
		w.saveAsThen(then)
		return
	}
	w.saveTo(w.path, then)
}

func (w *Window) saveAs() { w.saveAsThen(func() {}) }

func (w *Window) saveAsThen(then func()) {
	name := w.fileName()
	if w.path == "" {
		name = fileNameOf(w.doc.Event().Title) + file.Ending
	}
	w.pick(wanted{title: w.say("save-as.title"), action: w.say("action.save"), endings: []string{file.Ending}, name: name,
		saving: true, start: w.lastFolder()}, func(path string) { w.saveTo(path, then) })
}

// fileNameOf makes a file name of a title; letters keep their marks, which every system of today takes.
func fileNameOf(title string) string {
	name := []rune(app.Clean(title))
	for i, r := range name {
		if slices.Contains([]rune(`/\:*?"<>|`), r) || r == '\n' {
			name[i] = '-'
		}
	}
	if len(name) == 0 {
		return "su-kien"
	}
	return string(name[:min(len(name), 80)])
}

// saveTo writes the event to a file, unless somebody else has written to it since it was read: then people choose.
// One save waits for another: what the first has written is not somebody else's.
func (w *Window) saveTo(path string, then func()) {
	if w.writing {
		w.toSave = append(w.toSave, func() { w.saveTo(path, then) })
		return
	}
	now := file.StampOf(path)
	if path != w.path || now == (file.Stamp{}) || now == w.stamp {
		w.writeTo(path, then)
		return
	}
	var s *sheet
	stay := button(w.say("answer.cancel"), false, func() { s.close() })
	over := button(w.say("changed.over"), false, func() { s.close(); w.writeTo(path, then) })
	other := button(w.say("changed.other"), true, func() { s.close(); w.saveAsThen(then) })
	s = w.newSheet(w.say("changed.title"), 520, widget.NewWords(w.say("changed.text", "name", filepath.Base(path)), widget.Look{Wrap: true}), stay, over, other)
	w.win.Canvas().Focus(other)
}

// writeTo writes the version that is seen now beside the UI goroutine; later edits stay unsaved.
func (w *Window) writeTo(path string, then func()) {
	e, doc := w.doc.Event(), w.doc
	var err error
	w.writing = true
	w.jobs.run(func() { err = file.Save(path, e) }, func() {
		defer w.saveNext()
		if err != nil {
			w.tellError(w.fileError(err))
			return
		}
		doc.MarkSaved(e)
		if w.doc == doc {
			w.path = path
			w.hold(path)
			w.remember(path)
			w.menu.build(w)
			w.showTitle()
			if !doc.Dirty() {
				w.dropCopy(e.ID)
			}
			w.hint(w.say("state.saved-as", "path", path))
		}
		then()
	})
}

// saveNext takes up the save that waited for one that is over.
func (w *Window) saveNext() {
	w.writing = false
	if len(w.toSave) > 0 {
		next := w.toSave[0]
		w.toSave = w.toSave[1:]
		next()
	}
}

// askNew offers the templates and an empty event.
func (w *Window) askNew() { w.unsaved(func() { w.templates(w.say("new.title"), false) }) }

// welcome greets who came without a file.
func (w *Window) welcome() { w.templates(w.say("welcome.title"), true) }

// templates shows what an event can begin with; with recent files too, at the start.
func (w *Window) templates(title string, withRecent bool) {
	list, err := intake.Templates(assets.Sub("."))
	if err != nil {
		w.tellError(err.Error())
		return
	}
	var s *sheet
	line := func(name, about string, do func()) *widget.Tap {
		return startLine(name, about, func() { s.close(); do() })
	}
	box := widget.Column(6)
	for _, t := range list {
		name, about := w.say("template."+t.Name), ""
		if t.Name == intake.SampleName {
			name, about = w.say("new.sample"), w.say("new.sample-about")
		}
		box.Add(line(name, about, func() { w.begin(t.Name) }))
	}
	box.Add(line(w.say("new.empty"), w.say("new.empty-about"), func() { w.open(app.NewEvent(), "") }))
	first := box.Objects[0]
	content, width := fyne.CanvasObject(widget.Fixed(widget.Scrolled(box, 0), 0, 430)), float32(520)
	buttons := []fyne.CanvasObject{button(w.say("answer.cancel"), false, func() { s.close() })}
	if withRecent {
		buttons = append(buttons, widget.NewLabelled(w.say("action.open"), icon("open"), func() { s.close(); w.askOpen() }))
		if recent := w.recent(); len(recent) > 0 {
			old := widget.Column(6)
			for _, path := range recent {
				old.Add(line(filepath.Base(path), filepath.Dir(path), func() { w.openPath(path) }))
			}
			first = old.Objects[0]
			width = 880
			content = widget.Columns(2, 18,
				w.titled("welcome.recent", widget.Fixed(widget.Scrolled(old, 0), 0, 410)),
				w.titled("welcome.new", widget.Fixed(widget.Scrolled(box, 0), 0, 410)))
		}
	}
	s = w.newSheet(title, width, content, buttons...)
	w.win.Canvas().Focus(first.(fyne.Focusable))
}

// startLine is one way to begin.
func startLine(name, about string, do func()) *widget.Tap {
	words := widget.Column(1, widget.NewWords(name, widget.Look{Bold: true}))
	if about != "" {
		words.Add(widget.NewWords(about, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}))
	}
	return widget.NewTap(widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(words, 10, 14)), 10, do)
}

// titled sets a small title above the content.
func (w *Window) titled(phrase string, content fyne.CanvasObject) fyne.CanvasObject {
	title := widget.NewWords(w.say(phrase), widget.Look{Bold: true, Color: widget.ColorMuted})
	return container.NewBorder(widget.Inset(title, 3, 2), nil, nil, nil, content)
}

// begin opens a new event from a template, where its facts are typed. It counts as unsaved as soon as it is edited.
func (w *Window) begin(template string) { w.beginThen(template, w.askFacts) }

func (w *Window) beginThen(template string, then func()) {
	var e *app.Event
	var err error
	w.jobs.run(func() { e, err = intake.NewFrom(assets.Sub("."), template) }, func() {
		if err != nil {
			w.tellError(err.Error())
			return
		}
		w.open(e, "")
		then()
	})
}

// pictureTaker is a page on which a picture can be dropped.
type pictureTaker interface {
	// takesPicture returns what gives a picture to what is seen at a place of the window; nil where nothing takes one.
	takesPicture(at fyne.Position) func(e *app.Event, picture string)
}

// takerAt returns what gives a picture to what it was dropped onto. Where nothing takes one, the chosen poster does.
func (w *Window) takerAt(at fyne.Position) func(e *app.Event, picture string) {
	if page, ok := w.pages[w.current].(pictureTaker); ok {
		if use := page.takesPicture(at); use != nil {
			return use
		}
	}
	posters := w.turnTo("posters").(*gallery[app.Poster])
	return posters.giveTo(posters.edit.chosen)
}

// dropped takes files that were dropped onto the window: an event is opened, a list is imported, a picture goes to what it
// was dropped onto.
func (w *Window) dropped(at fyne.Position, files []fyne.URI) {
	for _, f := range files {
		path, ending := f.Path(), strings.ToLower(f.Extension())
		switch {
		case ending == file.Ending:
			w.unsaved(func() { w.openPath(path) })
		case slices.Contains(imageEndings, ending):
			w.loadImage(path, w.takerAt(at))
		case slices.Contains(tableEndings, ending):
			w.readTable(path, w.turnTo("certificates").(*certificatesPage).roster.take)
		default:
			w.tellError(w.say("drop.unknown", "path", f.Name()))
		}
		return // one at a time: each may ask something
	}
}
