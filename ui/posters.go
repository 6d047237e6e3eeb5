package ui

import (
	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// newPosters is the page of the posters.
func newPosters(w *Window) page {
	g := &gallery[app.Poster]{w: w, name: "posters", narrow: true, piece: func(p *app.Poster) *app.Piece { return &p.Piece }, layout: w.studio.Poster}
	g.value = func(e *app.Event, p app.Poster) any {
		return struct {
			poster app.Poster
			school app.School
			image  *app.Image
		}{e.FilledPoster(p), e.School, e.Image(p.Artwork)}
	}
	g.edit = &listEdit[app.Poster]{
		w: w, noun: "noun.poster", of: func(e *app.Event) *[]app.Poster { return &e.Posters },
		fresh: func(e *app.Event) app.Poster { return posterOf(e.Theme) },
		twin: func(_ *app.Event, p app.Poster) app.Poster {
			p = p.Duplicate()
			p.Name = copyOf(p.Name)
			return p
		},
	}
	g.take = func(p *app.Poster, picture string) { p.Artwork = picture }
	showsFinishing(g)
	f := newForm(w, g.edit.key, g.edit.current)
	g.form = f
	headline := func(p *app.Poster) *string { return &p.Title }
	title := widget.Column(6, f.lines("field.poster-title", 3, headline), wording(f, "field.poster-title", (*app.Event).Official, headline))
	body := f.lines("field.poster-body", 5, func(p *app.Poster) *string { return &p.Body })
	footer := f.text("field.poster-footer", func(p *app.Poster) *string { return &p.Footer })
	link := f.text("field.poster-link", func(p *app.Poster) *string { return &p.Link })
	artwork := choice(f, "field.poster-artwork", func() []option { return imageOptions(w) }, func(p *app.Poster) *string { return &p.Artwork })
	load := widget.NewLabelled(w.say("image.add"), icon("import"), func() { w.pickImage(g.giveTo(g.edit.chosen)) })
	presets := g.sizes(func(*app.Poster) []preset[app.Poster] { return posterSizes(w) })
	more := g.pieceFields(w.studio.Styles().Posters)
	ask := g.presets("field.poster-ask", "hint.no-ask", func(*app.Poster) []preset[app.Poster] { return posterAsks(w) })
	fields := widget.Column(11, title, body, ask, footer, link, more.style, artwork, load, presets, more.size, more.distance, more.order, more.name, more.place, more.hung)
	f.open = func() { g.tabs.Select(0) }
	inks := g.inkFields(w.studio.Styles().Posters, 1)
	for _, d := range app.PieceDuties {
		f.fields[inkField(d)].open = func() { g.tabs.Select(1) }
	}
	g.tabs = widget.NewSegments([]string{w.say("posters.design"), w.say("posters.inks")}, []fyne.CanvasObject{panel(fields), panel(inks)})
	g.build(func(sheet fyne.CanvasObject) fyne.CanvasObject {
		return beside(nil, 0, sheet, widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(g.tabs, 2, 6)), 300)
	})
	return g
}

// posterAsks are the asks whose points a poster may bear, and none.
func posterAsks(w *Window) []preset[app.Poster] {
	offer := func(words string, id app.ID) preset[app.Poster] {
		return preset[app.Poster]{words: words, is: func(p *app.Poster) bool { return p.Ask == id }, use: func(p *app.Poster) { p.Ask = id }}
	}
	list := []preset[app.Poster]{offer(w.say("hint.no-ask"), app.ID{})}
	for _, a := range w.doc.Event().Asks {
		list = append(list, offer(a.Audience, a.ID))
	}
	return list
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
