package ui

import (
	"fmt"
	"image"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

// gallery is what the pages of posters and of banners have in common: the pieces with their pictures at the
// left, the chosen one as it will be printed in the middle, its fields at the right.
type gallery[T app.Identified] struct {
	w      *Window
	name   pageName
	box    fyne.CanvasObject
	about  *widget.Words
	edit   *listEdit[T]
	rows   *widget.Rows
	thumbs *thumbs
	form   *form[T]
	paper  *preview
	note   *widget.Words    // its size, and from how far the headline reads
	finish *widget.Check    // shows the finishing; nil where there is none
	tabs   *widget.Segments // of the fields; nil where all are seen at once
	none   fyne.CanvasObject
	main   fyne.CanvasObject
	narrow bool // the sheet stands beside the fields, not above them
	piece  func(*T) *app.Piece
	layout func(*app.Event, T) (*print.Page, []app.Problem)
	sheet  func(*app.Event, T) (*print.Page, []app.Problem) // what the preview shows; nil: the layout
	take   func(t *T, picture string)                       // gives it a picture of the event; nil where it has none
	value  func(*app.Event, T) any                          // what the picture depends on, to be compared
}

// build puts the page together around the chosen piece's sheet and fields, which arrange lays out.
func (g *gallery[T]) build(arrange func(sheet fyne.CanvasObject) fyne.CanvasObject) {
	w := g.w
	g.edit.began = g.form.begin
	g.edit.shown = func() { g.paper.fitNext(); g.show(w.doc.Event()) }
	g.thumbs = &thumbs{jobs: w.jobs, drawn: map[app.ID]thumb{}, show: func() { g.rows.Redraw() }}
	g.rows = widget.NewRows(newPieceRow, func(i int, o fyne.CanvasObject) {
		e := w.doc.Event()
		if list := g.edit.items(e); i < len(list) { // a small picture may come after its piece has gone
			t := list[i]
			o.(*pieceRow).set(w, *g.piece(&t), g.picture(e, t))
		}
	})
	g.edit.rows(g.rows)
	g.rows.OnCopy = func() { w.copyRows(false) }
	g.edit.more = func() []*fyne.MenuItem {
		return append(append(w.copyItems(), fyne.NewMenuItemSeparator()), w.statusItems(app.Subject{ID: g.edit.chosen})...)
	}
	g.paper = newPreview(w)
	g.paper.drawn = g.showSize
	g.note = widget.NewWords("", widget.Look{Color: widget.ColorMuted, Align: fyne.TextAlignCenter, Wrap: true})
	head, about := w.header(g.name)
	g.about = about
	left := widget.Border(nil, g.edit.tools(), nil, nil, g.rows)
	shown := []fyne.CanvasObject{g.paper.toggle("preview.safe", &g.paper.safe), g.paper.toggle("preview.person", &g.paper.beside)}
	if g.finish != nil {
		shown = append(shown, g.finish)
	}
	tools := g.paper.tools(true, shown...)
	if g.narrow {
		tools = widget.Column(0, g.paper.tools(true), container.NewHBox(shown...))
	}
	g.main = arrange(widget.Border(nil, below(6, widget.Column(0, g.note, tools)), nil, nil, g.paper))
	g.none = widget.Empty(tinted(string(g.name), widget.ColorGold), w.say(string(g.name)+".empty"), w.say(string(g.name)+".empty-hint"),
		button(w.say(string(g.name)+".add"), true, g.edit.add))
	g.box = framed(head, beside(left, 232, container.NewStack(g.main, g.none), nil, 0))
}

func (g *gallery[T]) picture(e *app.Event, t T) image.Image {
	return g.thumbs.of(t.Identity(), g.value(e, t), func() *print.Page {
		page, _ := g.layout(e, t)
		return page
	})
}

func (g *gallery[T]) content() fyne.CanvasObject      { return g.box }
func (g *gallery[T]) segments() *widget.Segments      { return g.tabs }
func (g *gallery[T]) list() lister                    { return g.edit }
func (g *gallery[T]) reveal(s app.Subject)            { g.edit.pick(s.ID) }
func (g *gallery[T]) fieldsOf(app.SubjectKind) fields { return g.form.fields }

// copied belongs to copier.
func (g *gallery[T]) copied(all bool) [][]string {
	e := g.w.doc.Event()
	row := func(t *T) []string {
		p := g.piece(t)
		return []string{p.Name, sizeWords(p.WidthMM, p.HeightMM), g.w.say("status." + string(p.Status)), p.Place, fmt.Sprint(p.Copies)}
	}
	if !all {
		if t := g.edit.current(e); t != nil {
			return [][]string{row(t)}
		}
		return nil
	}
	rows := [][]string{g.w.heads("field.piece-name", "piece.size", "field.piece-status", "field.piece-place", "field.piece-copies")}
	for _, t := range g.edit.items(e) {
		rows = append(rows, row(&t))
	}
	return rows
}

// giveTo gives a picture of the event to the piece of that identity.
func (g *gallery[T]) giveTo(id app.ID) func(e *app.Event, picture string) {
	return func(e *app.Event, picture string) {
		if t := app.Find(g.edit.items(e), id); t != nil {
			g.take(t, picture)
		}
	}
}

// takesPicture belongs to pictureTaker: the piece under the pointer takes it, or else the chosen one.
func (g *gallery[T]) takesPicture(at fyne.Position) func(e *app.Event, picture string) {
	if g.take == nil {
		return nil
	}
	if i := g.rows.At(at); i >= 0 {
		g.edit.choose(i)
	}
	return g.giveTo(g.edit.chosen)
}

func (g *gallery[T]) display(e *app.Event) { g.rows.Display(len(g.edit.items(e)), g.edit.settle(e)) }

func (g *gallery[T]) show(e *app.Event) {
	g.display(e)
	g.about.SetText(g.w.say(string(g.name)+".about", "count", fmt.Sprint(len(g.edit.items(e)))))
	t := g.edit.current(e)
	if t == nil {
		g.none.Show()
		g.main.Hide()
		g.paper.set(nil)
		return
	}
	g.none.Hide()
	g.main.Show()
	g.form.show(e)
	thing := *t
	lay := g.layout
	if g.sheet != nil {
		lay = g.sheet
	}
	g.paper.set(func() (*print.Page, []app.Problem) { return lay(e, thing) })
}

// showSize tells the size of the chosen piece, and from how far the sheet that was drawn last reads.
func (g *gallery[T]) showSize() {
	t := g.edit.current(g.w.doc.Event())
	if t == nil {
		return
	}
	reading, p := "", g.piece(t)
	if page := g.paper.page; page != nil && page.Capitals > 0 {
		reads := page.Legibility()
		reading = g.w.readingWords(float64(reads.Capitals), reads.Well, reads.Limit)
	}
	g.note.SetText(joined("  ·  ", sizeWords(p.WidthMM, p.HeightMM), reading))
}

// readingWords tells the height of a headline's capitals, and from how far they read.
func (w *Window) readingWords(capitalsMM, wellM, limitM float64) string {
	return w.say("reading.line", "height", roughly(capitalsMM), "well", roughly(wellM), "limit", roughly(limitM))
}

// roughly writes a measure with the digits that people can use: "152", "9,2".
func roughly(v float64) string {
	digits := 0
	if v < 10 {
		digits = 1
	}
	return decimalComma(strings.TrimSuffix(strconv.FormatFloat(v, 'f', digits, 64), ".0"))
}

// decimalComma writes a number as it is written in Vietnam.
func decimalComma(number string) string { return strings.Replace(number, ".", ",", 1) }

// sizeWords writes a size as print shops do: metres for what is large.
func sizeWords(width, height float64) string {
	if max(width, height) < 1500 {
		return formatMM(width) + " × " + formatMM(height) + " mm"
	}
	metres := func(mm float64) string {
		return decimalComma(strconv.FormatFloat(mm/1000, 'f', -1, 64))
	}
	return metres(width) + " × " + metres(height) + " m"
}

// pieceFields are the fields that posters and banners share.
type pieceFields struct{ style, size, distance, order, name, place, hung fyne.CanvasObject }

func (g *gallery[T]) pieceFields(styles []print.Style) pieceFields {
	f, w, at := g.form, g.w, g.piece
	return pieceFields{
		style: f.style(styles, func(t *T) *string { return &at(t).Style }),
		size: widget.Columns(2, 10,
			f.length("field.piece-width", func(t *T) *float64 { return &at(t).WidthMM }),
			f.length("field.piece-height", func(t *T) *float64 { return &at(t).HeightMM })),
		distance: f.metres("field.piece-distance", func(t *T) *float64 { return &at(t).Distance }),
		order: widget.Columns(2, 10,
			f.count("field.piece-copies", 100000, func(t *T) *int { return &at(t).Copies }),
			choice(f, "field.piece-status", named(w, "status", app.PieceStatuses), func(t *T) *app.PieceStatus { return &at(t).Status })),
		name:  f.text("field.piece-name", func(t *T) *string { return &at(t).Name }),
		place: f.text("field.piece-place", func(t *T) *string { return &at(t).Place }),
		hung: widget.Columns(2, 10,
			f.date("field.piece-hung-from", func(t *T) *app.Date { return &at(t).HungFrom }),
			f.date("field.piece-hung-to", func(t *T) *app.Date { return &at(t).HungTo })),
	}
}

// preset is a size to choose from; use also sets what comes with it.
type preset[T any] struct {
	words string
	is    func(*T) bool
	use   func(*T)
}

// sizes is the field that offers the usual sizes.
func (g *gallery[T]) sizes(presets func(*T) []preset[T]) fyne.CanvasObject {
	return g.presets("field.piece-preset", "hint.own-size", presets)
}

// presets is a field that offers what can be set at once.
func (g *gallery[T]) presets(field, hint string, presets func(*T) []preset[T]) fyne.CanvasObject {
	var now []preset[T]
	showing := false
	list := widget.NewSelect(nil, nil)
	list.PlaceHolder = g.w.say(hint)
	g.form.add(field, list)
	list.OnChanged = func(string) {
		if i := list.SelectedIndex(); i >= 0 && !showing {
			g.form.edit(field, func(t *T) { now[i].use(t) })
		}
	}
	g.form.shows = append(g.form.shows, func(t *T) {
		showing = true
		defer func() { showing = false }()
		now = presets(t)
		words := make([]string, len(now))
		for i, p := range now {
			words[i] = p.words
		}
		list.Options = words
		if i := slices.IndexFunc(now, func(p preset[T]) bool { return p.is(t) }); i >= 0 {
			list.SetSelectedIndex(i)
		} else {
			list.ClearSelected()
		}
	})
	return g.w.labelled(field, widget.Framed(list))
}
