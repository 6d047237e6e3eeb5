package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

// blankView says what is printed onto sheets that were printed before, phôi, and where; beside it lies the sheet of the
// recipient that was seen last, over the picture of such a sheet.
type blankView struct {
	w      *Window
	page   *certificatesPage
	box    fyne.CanvasObject
	form   *form[app.Certificate]
	sheet  *preview
	stands *widget.Words // what must stand on the blank already
}

// shows are the ways of printing a line, in the order of the choice.
var shows = []app.Show{app.Always, app.Never}

func newBlankView(w *Window, page *certificatesPage) *blankView {
	v := &blankView{w: w, page: page, sheet: newPreview(w), form: newForm(w, page.edit.key, page.edit.current)}
	f := v.form
	load := w.tool("import", "image.add", func() { w.pickImage(v.useAsScan()) })
	scan := widget.Border(nil, nil, nil, container.NewVBox(spacer(), load), choice(f, "field.blank-scan", func() []option { return imageOptions(w) }, func(c *app.Certificate) *string { return &c.Blank.Scan }))
	place := widget.Columns(4, 6,
		f.shift("field.blank-x", func(c *app.Certificate) *float64 { return &c.Blank.XMM }),
		f.shift("field.blank-y", func(c *app.Certificate) *float64 { return &c.Blank.YMM }),
		f.shift("field.blank-width", func(c *app.Certificate) *float64 { return &c.Blank.WidthMM }),
		f.shift("field.blank-height", func(c *app.Certificate) *float64 { return &c.Blank.HeightMM }))
	lines := widget.Column(4, v.head())
	for _, line := range app.Lines {
		lines.Add(v.line(line))
	}
	v.stands = widget.NewWords("", widget.Look{Bold: true, Wrap: true})
	fields := widget.Column(14,
		widget.Surface(widget.ColorGoldSoft, "", 10, widget.Inset(v.stands, 8, 12)),
		widget.NewWords(w.say("blank.hint"), widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}),
		w.section("blank.picture", scan, place), rule(), w.section("blank.lines", lines))
	right := widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(fields))
	left := widget.Border(nil, below(4, v.sheet.tools(false)), nil, nil, v.sheet)
	v.box = below(12, beside(nil, 0, left, right, 410))
	return v
}

// useAsScan returns what makes a picture of the event the scan of the chosen certificate's blank.
func (v *blankView) useAsScan() func(e *app.Event, picture string) {
	chosen := v.page.edit.chosen
	return func(e *app.Event, picture string) {
		if c := app.Find(e.Certificates, chosen); c != nil {
			c.Blank.Scan = picture
		}
	}
}

// lineColumns are the widths of a line's name, whether it is printed, and how far it is moved.
var lineColumns = columnsOf{0, 112, 58, 58}

func (v *blankView) head() fyne.CanvasObject {
	row := container.New(lineColumns)
	for _, key := range []string{"blank.line", "blank.show", "blank.dx", "blank.dy"} {
		row.Add(widget.NewWords(v.w.say(key), widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}))
	}
	return row
}

// line are the fields of one line.
func (v *blankView) line(line app.Line) fyne.CanvasObject {
	w := v.w
	words := make([]string, len(shows))
	for i, show := range shows {
		words[i] = w.say("show." + string(show))
	}
	var now app.BlankLine
	list := widget.NewSelect(words, nil)
	showing := false
	set := func(change func(*app.BlankLine)) {
		next := now
		change(&next)
		v.form.edit("blank.line-"+string(line), func(c *app.Certificate) { c.SetOnBlank(next) })
	}
	list.OnChanged = func(string) {
		if i := list.SelectedIndex(); !showing && i >= 0 {
			set(func(l *app.BlankLine) { l.Show = shows[i] })
		}
	}
	across := widget.NewParsed(parseShift, formatShift, func(mm float64) { set(func(l *app.BlankLine) { l.DXMM = mm }) })
	down := widget.NewParsed(parseShift, formatShift, func(mm float64) { set(func(l *app.BlankLine) { l.DYMM = mm }) })
	v.form.shows = append(v.form.shows, func(c *app.Certificate) {
		showing = true
		defer func() { showing = false }()
		now = c.BlankLine(line)
		for i, show := range shows {
			if show == c.OnBlank(line).Show {
				list.SetSelectedIndex(i)
			}
		}
		across.FillValue(now.DXMM)
		down.FillValue(now.DYMM)
	})
	return container.New(lineColumns, widget.NewWords(w.say("blank.line-"+string(line)), widget.Look{}), widget.Framed(list), across, down)
}

func (v *blankView) show(e *app.Event) {
	c := v.page.edit.current(e)
	if c == nil {
		return
	}
	v.form.show(e)
	var expected []string
	for _, line := range c.Expected() {
		expected = append(expected, v.w.say("blank.line-"+string(line)))
	}
	words := "blank.stands-nothing"
	if len(expected) > 0 {
		words = "blank.stands"
	}
	v.stands.SetText(v.w.say(words, "lines", listed(expected)))
	cert, at, studio := *c, max(v.page.at(e), 0), v.w.studio
	v.sheet.set(func() (*print.Page, []app.Problem) {
		batch := studio.Imprints(e, cert)
		if batch.Len() == 0 {
			return batch.OverScan(batch.Blank()), nil
		}
		page, problems := batch.Page(min(at, batch.Len()-1))
		return batch.OverScan(page), problems
	})
}
