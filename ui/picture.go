package ui

import (
	"bytes"
	"os"
	"path/filepath"

	"tiengtrong/app"
	"tiengtrong/print"
)

// imageEndings are the pictures that the program reads.
var imageEndings = print.ArtworkEndings

// pickImage asks for a picture and takes it into the event; use says what it is for.
func (w *Window) pickImage(use func(e *app.Event, name string)) {
	w.pick(wanted{title: w.say("image.add"), action: w.say("action.open-file"), endings: imageEndings, start: w.lastFolder()},
		func(path string) { w.loadImage(path, use) })
}

// loadImage takes the picture at path into the event; use says what it is for.
func (w *Window) loadImage(path string, use func(e *app.Event, name string)) {
	var data []byte
	var err error
	w.jobs.run(func() {
		if data, err = os.ReadFile(path); err == nil {
			err = print.CheckArtwork(data)
		}
	}, func() {
		if err != nil {
			w.tellError(w.say("image.unreadable", "path", filepath.Base(path)))
			return
		}
		w.doc.Edit(w.say("undo.add-image"), "", func(e *app.Event) { use(e, addImage(e, filepath.Base(path), data)) })
	})
}

// addImage adds a picture to an event under a name that is free, unless the event has it already, and returns the
// name.
func addImage(e *app.Event, name string, data []byte) string {
	for have := e.Image(name); have != nil; have = e.Image(name) {
		if bytes.Equal(have.Data, data) {
			return name
		}
		name = "_" + name
	}
	e.Images = append(e.Images, &app.Image{Name: name, Data: data})
	return name
}

// imageOptions are the pictures of the event, and none.
func imageOptions(w *Window) []option {
	list := []option{{"", w.say("image.none")}}
	for _, im := range w.doc.Event().Images {
		list = append(list, option{im.Name, im.Name})
	}
	return list
}
