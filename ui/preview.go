package ui

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/raster"
	"tiengtrong/ui/widget"
)

// preview shows one sheet as it will be printed, drawn from the same print.Page as the PDF. It is laid out and
// drawn beside the UI goroutine; while one picture is in the making, only the newest wish is kept. The wheel
// zooms and dragging moves the sheet.
type preview struct {
	fynewidget.BaseWidget
	w        *Window
	source   layer         // lays out what is to be seen; nil: nothing
	wish     int           // counts what was set
	laid     int           // the wish that page is of
	page     *print.Page   // what was laid out last
	problems []app.Problem // found on it
	drawn    func()        // called when a sheet was drawn; may be nil
	bleed    bool          // show what lies outside the trim
	layers   bool          // show what is for people and not printed
	safe     bool          // show where words may stand
	beside   bool          // show a person beside the piece
	zoom     float64       // 1 fits the sheet into the view
	dx, dy   float64       // how far the sheet was moved, in units of the screen

	painter raster.Renderer
	drawing latest[drawing]
	desk    *canvas.Rectangle
	shade   *canvas.Rectangle
	sheet   *canvas.Image
	trim    *canvas.Rectangle // a dark line with a light one around it: seen on every ground
	halo    *canvas.Rectangle
	inner   *canvas.Rectangle // the safe area
	person  *canvas.Image
	note    *widget.Words
}

// layer lays out a page, and finds what is wrong on it.
type layer func() (*print.Page, []app.Problem)

// drawing is what was drawn and where it lies in the view.
type drawing struct {
	wish     int
	page     *print.Page
	problems []app.Problem
	picture  image.Image
	at, trim place
	safe     place // zero where it is not to be seen
	person   place
	err      error
}

// place is a rectangle in the view, in units of the screen.
type place struct{ x, y, w, h float64 }

// safeLine is how thick the line around the safe area is.
const safeLine = 1.5

func newPreview(w *Window) *preview {
	p := &preview{
		w: w, zoom: 1,
		desk:  canvas.NewRectangle(theme.Color(widget.ColorDesk)),
		shade: canvas.NewRectangle(theme.Color(theme.ColorNameShadow)),
		sheet: canvas.NewImageFromImage(nil),
		trim:  canvas.NewRectangle(nil),
		halo:  canvas.NewRectangle(nil),
		inner: canvas.NewRectangle(nil), person: canvas.NewImageFromResource(tinted("person", widget.ColorMuted)),
		note: widget.NewWords("", widget.Look{Color: theme.ColorNameError, Wrap: true}),
	}
	p.desk.CornerRadius = 10
	p.sheet.ScaleMode = canvas.ImageScaleFastest
	p.trim.StrokeWidth, p.trim.StrokeColor = 1, ink(0x1b1412)
	p.halo.StrokeWidth, p.halo.StrokeColor = 1, ink(0xffffff)
	p.inner.StrokeWidth, p.inner.StrokeColor = safeLine, ink(0x1fa37a)
	p.person.FillMode = canvas.ImageFillStretch
	p.inner.Hide()
	p.person.Hide()
	p.drawing = latest[drawing]{jobs: w.jobs, show: p.put}
	p.note.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// set names what is to be seen; nil shows an empty desk.
func (p *preview) set(source layer) {
	p.source = source
	p.wish++
	p.ask()
}

// ask has the sheet drawn as it is to be seen now.
func (p *preview) ask() {
	size := p.Size()
	if p.source == nil || size.Width < 8 || size.Height < 8 {
		p.sheet.Hide()
		p.shade.Hide()
		p.trim.Hide()
		p.halo.Hide()
		p.inner.Hide()
		p.person.Hide()
		return
	}
	v := view{w: float64(size.Width), h: float64(size.Height), zoom: p.zoom, dx: p.dx, dy: p.dy, bleed: p.bleed, layers: p.layers, safe: p.safe, beside: p.beside, scale: 1}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		v.scale = float64(c.Scale())
	}
	source, page, problems, wish := p.source, p.page, p.problems, p.wish
	if p.laid != wish {
		page = nil
	}
	p.drawing.ask(func() drawing {
		if page == nil {
			page, problems = source()
		}
		d := v.draw(&p.painter, page)
		d.problems, d.wish = problems, wish
		return d
	})
}

// view is how a sheet is looked at.
type view struct {
	w, h   float64 // of the view, in units of the screen
	zoom   float64
	dx, dy float64
	bleed  bool
	layers bool
	safe   bool
	beside bool
	scale  float64 // pixels of the screen to its unit
}

// deskMargin is the room around a sheet that fits the view.
const deskMargin = 22

func (v view) draw(painter *raster.Renderer, page *print.Page) drawing {
	if page == nil {
		return drawing{}
	}
	box := page.TrimBox()
	if v.bleed {
		box = page.MediaBox()
	}
	whole := box
	if v.beside {
		whole = box.Union(personBeside(page))
	}
	fit := min((v.w-2*deskMargin)/float64(whole.W), (v.h-2*deskMargin)/float64(whole.H))
	k := max(fit, 1e-6) * v.zoom // units of the screen to the millimetre
	x0 := v.w/2 + v.dx - float64(whole.X+whole.W/2)*k
	y0 := v.h/2 + v.dy - float64(whole.Y+whole.H/2)*k
	on := func(r print.Rect) place {
		return place{x0 + float64(r.X)*k, y0 + float64(r.Y)*k, float64(r.W) * k, float64(r.H) * k}
	}
	seen := on(box).within(v.w, v.h)
	area := print.Rect{X: print.MM((seen.x - x0) / k), Y: print.MM((seen.y - y0) / k), W: print.MM(seen.w / k), H: print.MM(seen.h / k)}
	d := drawing{page: page, at: seen, trim: on(page.TrimBox()).within(v.w, v.h)}
	if v.safe && page.Safe.W > 0 {
		d.safe = on(page.Safe).outset(safeLine).within(v.w, v.h) // the line covers no words that reach the edge
	}
	if v.beside {
		d.person = on(personBeside(page))
	}
	if seen.w > 0 && seen.h > 0 {
		painter.HideLayers = !v.layers
		d.picture, d.err = painter.Draw(page, area, k*v.scale)
	}
	return d
}

// personBeside is where a person of 1.6 m stands beside the finished piece, on the line of its lower edge.
func personBeside(page *print.Page) print.Rect {
	k := print.MM(max(page.Scale, 1))
	const tall, wide, gap = 1600, 480, 250 // millimetres
	return print.Rect{X: page.Trim.W + gap/k, Y: page.Trim.H - tall/k, W: wide / k, H: tall / k}
}

// within returns the part of r that lies in a view of that size.
func (r place) within(w, h float64) place {
	x, y := min(max(r.x, 0), w), min(max(r.y, 0), h)
	return place{x, y, max(min(r.x+r.w, w)-x, 0), max(min(r.y+r.h, h)-y, 0)}
}

func (r place) outset(by float64) place { return place{r.x - by, r.y - by, r.w + 2*by, r.h + 2*by} }

func (r place) of(o fyne.CanvasObject) {
	o.Move(fyne.NewPos(float32(r.x), float32(r.y)))
	o.Resize(fyne.NewSize(float32(r.w), float32(r.h)))
	o.Show()
}

// put shows what was drawn.
func (p *preview) put(d drawing) {
	if p.source == nil || d.page == nil {
		return
	}
	p.page, p.problems, p.laid = d.page, d.problems, d.wish
	if p.drawn != nil {
		p.drawn()
	}
	p.say(d)
	p.sheet.Image = d.picture
	d.at.of(p.sheet)
	place{d.at.x - 1, d.at.y - 1, d.at.w + 4, d.at.h + 5}.of(p.shade)
	p.shade.CornerRadius = 3
	d.trim.of(p.trim)
	d.trim.outset(1).of(p.halo)
	p.trim.Hidden, p.halo.Hidden = !p.bleed, !p.bleed
	showAt(p.inner, d.safe)
	showAt(p.person, d.person)
	p.sheet.Refresh()
	canvas.Refresh(p) // a part that was hidden until now is not yet known to the window's canvas
}

// showAt shows an object in its place, or hides it where that is empty.
func showAt(o fyne.CanvasObject, at place) {
	if at.w <= 0 || at.h <= 0 {
		o.Hide()
		return
	}
	at.of(o)
}

// say tells under the sheet what is gravely wrong with it.
func (p *preview) say(d drawing) {
	text := ""
	for _, problem := range d.problems {
		if problem.Severity == app.Error {
			text = p.w.problem(problem)
			break
		}
	}
	if d.err != nil {
		text = p.w.say("preview.failed", "reason", d.err.Error())
	}
	p.note.SetText(text)
	if p.note.Hidden != (text == "") {
		p.note.Hidden = text == ""
		p.w.place.Refresh()
	}
}

// CreateRenderer belongs to fyne.Widget.
func (p *preview) CreateRenderer() fyne.WidgetRenderer { return &previewRenderer{p} }

type previewRenderer struct{ p *preview }

func (r *previewRenderer) Destroy() {}

func (r *previewRenderer) Layout(size fyne.Size) {
	r.p.desk.Resize(size)
	r.p.ask()
}

func (r *previewRenderer) MinSize() fyne.Size { return fyne.NewSize(180, 120) }

func (r *previewRenderer) Refresh() { r.p.ask() }

func (r *previewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.desk, r.p.shade, r.p.person, r.p.sheet, r.p.halo, r.p.trim, r.p.inner}
}

// Dragged belongs to fyne.Draggable.
func (p *preview) Dragged(e *fyne.DragEvent) {
	p.dx += float64(e.Dragged.DX)
	p.dy += float64(e.Dragged.DY)
	p.ask()
}

// DragEnd belongs to fyne.Draggable.
func (p *preview) DragEnd() {}

// Scrolled belongs to fyne.Scrollable: the wheel zooms about the pointer.
func (p *preview) Scrolled(e *fyne.ScrollEvent) {
	size := p.Size()
	p.zoomBy(math.Pow(1.0025, float64(e.Scrolled.DY)*2), float64(e.Position.X-size.Width/2), float64(e.Position.Y-size.Height/2))
}

// The farthest that one can go into a sheet and away from it.
const (
	minZoom = 0.25
	maxZoom = 40
)

// zoomBy enlarges the sheet; the point at x, y from the middle of the view stays where it is.
func (p *preview) zoomBy(factor, x, y float64) {
	zoom := min(max(p.zoom*factor, minZoom), maxZoom)
	f := zoom / p.zoom
	p.dx, p.dy, p.zoom = x-(x-p.dx)*f, y-(y-p.dy)*f, zoom
	p.ask()
}

func (p *preview) fit() {
	p.zoom, p.dx, p.dy = 1, 0, 0
	p.ask()
}

// DoubleTapped belongs to fyne.DoubleTappable.
func (p *preview) DoubleTapped(*fyne.PointEvent) { p.fit() }

// Tapped belongs to fyne.Tappable: a click gives the sheet the keys.
func (p *preview) Tapped(*fyne.PointEvent) { p.w.win.Canvas().Focus(p) }

// FocusGained belongs to fyne.Focusable.
func (p *preview) FocusGained() { p.frame(theme.Color(theme.ColorNamePrimary), 2) }

// FocusLost belongs to fyne.Focusable.
func (p *preview) FocusLost() { p.frame(nil, 0) }

func (p *preview) frame(c color.Color, width float32) {
	p.desk.StrokeColor, p.desk.StrokeWidth = c, width
	p.desk.Refresh()
}

// TypedRune belongs to fyne.Focusable: plus and minus zoom, 0 fits.
func (p *preview) TypedRune(r rune) {
	if steps, ok := map[rune]int{'+': 1, '=': 1, '-': -1, '0': 0}[r]; ok {
		p.zoomStep(steps)
	}
}

// zoomStep enlarges the sheet by a step, or makes it smaller, or, for 0, fits it into the view.
func (p *preview) zoomStep(steps int) {
	if steps == 0 {
		p.fit()
		return
	}
	p.zoomBy(math.Pow(1.25, float64(steps)), 0, 0)
}

// TypedKey belongs to fyne.Focusable: the arrows move the sheet.
func (p *preview) TypedKey(e *fyne.KeyEvent) {
	const step = 40
	by := map[fyne.KeyName][2]float64{fyne.KeyLeft: {step, 0}, fyne.KeyRight: {-step, 0}, fyne.KeyUp: {0, step}, fyne.KeyDown: {0, -step}}[e.Name]
	if by == [2]float64{} {
		p.w.win.Canvas().OnTypedKey()(e) // it is the window's
		return
	}
	p.dx, p.dy = p.dx+by[0], p.dy+by[1]
	p.ask()
}

// Cursor belongs to desktop.Cursorable.
func (p *preview) Cursor() desktop.Cursor { return desktop.PointerCursor }

// tools are the buttons under a preview. withBleed adds the switch for what lies outside the trim.
func (p *preview) tools(withBleed bool, more ...fyne.CanvasObject) fyne.CanvasObject {
	row := container.NewHBox(
		p.w.tool("minus", "preview.smaller", func() { p.zoomBy(1/1.25, 0, 0) }),
		p.w.tool("fit", "preview.fit", p.fit),
		p.w.tool("add", "preview.larger", func() { p.zoomBy(1.25, 0, 0) }))
	if withBleed {
		row.Add(p.toggle("preview.bleed", &p.bleed))
	}
	row.Add(spacer())
	row.Objects = append(row.Objects, more...)
	return widget.Column(2, widget.Inset(p.note, 2, 10), row)
}

// toggle is a switch for something that the preview shows.
func (p *preview) toggle(phrase string, shown *bool) fyne.CanvasObject {
	return widget.NewCheck(p.w.say(phrase), func(on bool) { *shown = on; p.ask() })
}

// fitNext lets the next sheet that is set fit the view again.
func (p *preview) fitNext() { p.zoom, p.dx, p.dy = 1, 0, 0 }
