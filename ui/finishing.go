package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

// showsFinishing lets a gallery's preview show how the chosen piece is finished, and offers that.
func showsFinishing[T interface {
	app.Identified
	print.Finished
}](g *gallery[T]) {
	studio := g.w.studio
	g.sheet = func(e *app.Event, piece T) (*print.Page, []app.Problem) {
		page, problems := g.layout(e, piece)
		finishing, more := studio.Finishing(e, piece, page)
		sheet := *page
		sheet.Items = append(slices.Clone(page.Items), studio.FinishingLayer(finishing))
		return &sheet, append(problems, more...)
	}
	g.finish = widget.NewCheck(g.w.say("preview.finishing"), func(on bool) { g.paper.layers = on; g.paper.ask() })
}

// finishFields are the fields of how a banner is made ready to be hung.
func finishFields(g *gallery[app.Banner]) fyne.CanvasObject {
	f, w := g.form, g.w
	usual := func() app.Finish { return usualFinish(g.edit.current(w.doc.Event())) }
	edges := w.orUsual(named(w, "edge", app.Edges[1:]), func() string { return string(usual().Edge) })
	eyelets := w.orUsual(named(w, "eyelets", []app.Choice{app.Yes, app.No}), func() string { return string(usual().Eyelets) })
	materials := w.orUsual(func() []option { return materialOptions(w.doc.Event(), g.edit.current(w.doc.Event())) },
		func() string { return usual().Material })
	return widget.Column(10,
		choice(f, "field.banner-edge", edges, func(b *app.Banner) *app.Edge { return &b.Finish.Edge }),
		choice(f, "field.banner-eyelets", eyelets, func(b *app.Banner) *app.Choice { return &b.Finish.Eyelets }),
		choice(f, "field.banner-material", materials, func(b *app.Banner) *string { return &b.Finish.Material }))
}

// usualFinish returns what each part of the chosen banner's finish is where it is left open.
func usualFinish(b *app.Banner) app.Finish {
	if b == nil {
		return app.Finish{}
	}
	open := func(change func(*app.Finish)) app.Finish {
		c := *b
		change(&c.Finish)
		return c.Finishing()
	}
	return app.Finish{
		Edge:     open(func(f *app.Finish) { f.Edge = app.UsualEdge }).Edge,
		Eyelets:  open(func(f *app.Finish) { f.Eyelets = app.Usual }).Eyelets,
		Material: open(func(f *app.Finish) { f.Material = "" }).Material,
	}
}

// orUsual adds the choice that leaves it open, with the words of what is usual then.
func (w *Window) orUsual(options func() []option, usual func() string) func() []option {
	return func() []option {
		list, code := options(), usual()
		words := code
		for _, o := range list {
			if o.code == code {
				words = o.words
			}
		}
		return append([]option{{"", w.say("finish.usual", "usual", words)}}, list...)
	}
}

// materialOptions are the shop's materials, and the banner's own where the shop no longer has it.
func materialOptions(e *app.Event, b *app.Banner) []option {
	var list []option
	shop := e.Printer()
	for _, m := range shop.Materials {
		list = append(list, option{m.Code, m.Name})
	}
	if b != nil && b.Finish.Material != "" && shop.Material(b.Finish.Material) == nil {
		list = append(list, option{b.Finish.Material, b.Finish.Material})
	}
	return list
}

// metres is a field for a distance in metres; 0, which asks for none, is left empty.
func (f *form[T]) metres(field string, at func(*T) *float64) fyne.CanvasObject {
	return f.w.labelled(field, parsed(f, field, parseMetres, formatMetres, at))
}

// mostMetres is farther than any words on a banner are read.
const mostMetres = 1000

// parseMetres reads a distance: "30", "12,5 m"; nothing is 0.
func parseMetres(text string) (float64, error) {
	s := strings.TrimSpace(strings.TrimSuffix(strings.ToLower(strings.TrimSpace(text)), "m"))
	if s == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err == nil && !(v >= 0 && v <= mostMetres) {
		err = fmt.Errorf("not a distance: %q", text)
	}
	return v, err
}

func formatMetres(v float64) string {
	if v == 0 {
		return ""
	}
	return decimalComma(strconv.FormatFloat(v, 'f', -1, 64))
}
