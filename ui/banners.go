package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// newBanners is the page of the banners.
func newBanners(w *Window) page {
	g := &gallery[app.Banner]{w: w, name: "banners", piece: func(b *app.Banner) *app.Piece { return &b.Piece }, layout: w.studio.Banner}
	g.value = func(e *app.Event, b app.Banner) any {
		return struct {
			banner app.Banner
			school app.School
		}{e.FilledBanner(b), e.School}
	}
	g.edit = &listEdit[app.Banner]{
		w: w, noun: "noun.banner", of: func(e *app.Event) *[]app.Banner { return &e.Banners },
		fresh: func(e *app.Event) app.Banner { return bannerOf(e.Theme) },
		twin: func(_ *app.Event, b app.Banner) app.Banner {
			b = b.Duplicate()
			b.Name = copyOf(b.Name)
			return b
		},
	}
	showsFinishing(g)
	f := newForm(w, g.edit.key, g.edit.current)
	g.form = f
	over := f.text("field.banner-over", func(b *app.Banner) *string { return &b.Over })
	headline := func(b *app.Banner) *string { return &b.Text }
	text := widget.Column(6, f.lines("field.banner-text", 3, headline), wording(f, "field.banner-text", (*app.Event).Official, headline))
	under := f.text("field.banner-under", func(b *app.Banner) *string { return &b.Under })
	kind := w.labelled("field.banner-kind", widget.Framed(chooser(f, "field.banner-kind", named(w, "banner-kind", app.BannerKinds),
		func(b *app.Banner) *app.BannerKind { return &b.Kind }, firstSize)))
	sizes := g.sizes(func(b *app.Banner) []preset[app.Banner] { return bannerSizes(b.Kind) })
	f.open = func() { g.tabs.Select(0) }
	more := g.pieceFields(w.studio.Styles().Banners)
	design := container.New(&shares{[]float32{0.315, 0.43, 0.255}, 16}, widget.Column(10, over, text),
		widget.Column(10, under, more.style, more.distance), widget.Column(10, kind, sizes, more.size))
	work := widget.Columns(2, 16, finishFields(g), widget.Column(10, more.name, more.order, more.place, more.hung))
	for _, phrase := range []string{"field.piece-name", "field.piece-copies", "field.piece-status", "field.piece-place", "field.piece-hung-from",
		"field.piece-hung-to", "field.banner-edge", "field.banner-eyelets", "field.banner-material"} {
		f.fields[phrase].open = func() { g.tabs.Select(1) }
	}
	inks := g.inkFields(w.studio.Styles().Banners, 3)
	for _, d := range app.PieceDuties {
		f.fields[inkField(d)].open = func() { g.tabs.Select(2) }
	}
	g.tabs = widget.NewSegments([]string{w.say("banners.design"), w.say("banners.work"), w.say("banners.inks")},
		[]fyne.CanvasObject{panel(design), panel(work), panel(inks)})
	g.build(func(sheet fyne.CanvasObject) fyne.CanvasObject {
		return widget.Border(nil, widget.Fixed(widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(g.tabs, 2, 6)), 0, 296), nil, nil, sheet)
	})
	return g
}

// firstSize gives a banner the first usual size of its kind.
func firstSize(b *app.Banner) {
	i := slices.IndexFunc(app.BannerPresets, func(p app.BannerPreset) bool { return p.Kind == b.Kind })
	b.WidthMM, b.HeightMM = app.BannerPresets[i].WidthMM, app.BannerPresets[i].HeightMM
}

func bannerSizes(kind app.BannerKind) []preset[app.Banner] {
	var list []preset[app.Banner]
	for _, size := range app.BannerPresets {
		if size.Kind != kind {
			continue
		}
		list = append(list, preset[app.Banner]{
			words: size.Code,
			is:    func(b *app.Banner) bool { return b.WidthMM == size.WidthMM && b.HeightMM == size.HeightMM },
			use:   func(b *app.Banner) { b.WidthMM, b.HeightMM = size.WidthMM, size.HeightMM },
		})
	}
	return list
}
