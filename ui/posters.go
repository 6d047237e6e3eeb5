package ui

import (
	"bytes"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

// newPosters is the page of the posters.
func newPosters(w *Window) page {
	g := &gallery[app.Poster]{w: w, name: "posters", piece: func(p *app.Poster) *app.Piece { return &p.Piece }, layout: w.studio.Poster}
	g.value = func(e *app.Event, p app.Poster) any {
		return struct {
			poster app.Poster
			school app.School
			image  *app.Image
		}{p, e.School, e.Image(p.Artwork)}
	}
	g.edit = &listEdit[app.Poster]{
		w: w, noun: "noun.poster", of: func(e *app.Event) *[]app.Poster { return &e.Posters },
		fresh: func(e *app.Event) app.Poster {
			p := app.NewPoster(newPosterName, e.Theme)
			p.Footer = e.School.Name
			return p
		},
		twin: func(_ *app.Event, p app.Poster) app.Poster {
			p = p.Duplicate()
			p.Name = copyOf(p.Name)
			return p
		},
	}
	f := newForm(w, g.edit.key, g.edit.current)
	g.form = f
	title := f.lines("field.poster-title", 3, func(p *app.Poster) *string { return &p.Title })
	body := f.lines("field.poster-body", 5, func(p *app.Poster) *string { return &p.Body })
	footer := f.text("field.poster-footer", func(p *app.Poster) *string { return &p.Footer })
	artwork := choice(f, "field.poster-artwork", func() []option { return imageOptions(w) }, func(p *app.Poster) *string { return &p.Artwork })
	load := fynewidget.NewButtonWithIcon(w.say("image.add"), icon("import"), func() { g.addImage() })
	presets := g.sizes(func(*app.Poster) []preset[app.Poster] { return posterSizes(w) })
	more := g.pieceFields(w.studio.Styles().Posters)
	fields := widget.Column(11, title, body, footer, more.style, artwork, load, presets, more.size, more.order, more.name, more.place, more.hung)
	g.build(func(sheet fyne.CanvasObject) fyne.CanvasObject {
		return beside(nil, 0, sheet, widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(fields)), 300)
	})
	return g
}

// posterSizes are the paper sizes, upright and across.
func posterSizes(w *Window) []preset[app.Poster] {
	var list []preset[app.Poster]
	for _, size := range app.PosterPresets {
		for _, turned := range []bool{false, true} {
			width, height, words := size.WidthMM, size.HeightMM, w.say("size.upright", "name", size.Code)
			if turned {
				width, height, words = height, width, w.say("size.across", "name", size.Code)
			}
			list = append(list, preset[app.Poster]{
				words: words,
				is:    func(p *app.Poster) bool { return p.WidthMM == width && p.HeightMM == height },
				use:   func(p *app.Poster) { p.WidthMM, p.HeightMM = width, height },
			})
		}
	}
	return list
}

// imageEndings are the pictures that the program reads.
var imageEndings = print.ArtworkEndings

// addImage asks for a picture and takes it into the event.
func (g *gallery[T]) addImage() {
	w := g.w
	w.pick(wanted{title: w.say("image.add"), action: w.say("action.open-file"), endings: imageEndings, start: w.lastFolder()}, g.loadImage)
}

// loadImage takes a picture into the event and gives it to the chosen piece.
func (g *gallery[T]) loadImage(path string) {
	w := g.w
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
		w.doc.Edit(w.say("undo.add-image"), "", func(e *app.Event) { takeImage(e, g, filepath.Base(path), data) })
	})
}

// takeImage adds the picture under a name that is free and gives it to the chosen poster.
func takeImage[T app.Identified](e *app.Event, g *gallery[T], name string, data []byte) {
	for e.Image(name) != nil {
		if bytes.Equal(e.Image(name).Data, data) {
			break
		}
		name = "_" + name
	}
	if e.Image(name) == nil {
		e.Images = append(e.Images, &app.Image{Name: name, Data: data})
	}
	if p, ok := any(g.edit.current(e)).(*app.Poster); ok && p != nil {
		p.Artwork = name
	}
}
