package ui

import (
	"fmt"
	"image"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// printOptions are the choices that only some uses have.
type printOptions struct {
	w       *Window
	box     *fyne.Container
	fields  map[export.Use]fyne.CanvasObject
	sheets  *widget.Select
	overlap *widget.Parsed[float64]
	tiled   *fyne.Container // the overlap with its label
	lapMM   float64
	panels  *widget.Check
	outline *widget.Check
	pack    *widget.Check
	screens *widget.Select
	typed   *widget.Parsed[image.Point]
	pixels  image.Point
	cover   *widget.Check
	showing bool
}

func newPrintOptions(w *Window) *printOptions {
	o := &printOptions{w: w, lapMM: float64(print.StandardOverlap)}
	o.fields = map[export.Use]fyne.CanvasObject{export.Office: o.forOffice(), export.Shop: o.forShop(), export.Screen: o.forScreen()}
	o.box = container.NewStack()
	for _, use := range export.Uses {
		o.box.Add(o.fields[use])
	}
	return o
}

// adopt takes over what was chosen before.
func (o *printOptions) adopt(old *printOptions) {
	o.sheets.SetSelectedIndex(old.sheets.SelectedIndex())
	o.lapMM = old.lapMM
	o.overlap.FillValue(o.lapMM)
	o.set(old.pixels)
	for box, before := range map[*widget.Check]*widget.Check{
		o.panels: old.panels, o.outline: old.outline, o.pack: old.pack, o.cover: old.cover,
	} {
		box.SetChecked(before.Checked)
	}
}

// choose shows the options of a use.
func (o *printOptions) choose(use export.Use) {
	for u, fields := range o.fields {
		if u == use {
			fields.Show()
		} else {
			fields.Hide()
		}
	}
}

// of returns what is chosen for a use.
func (o *printOptions) of(use export.Use) export.Options {
	var chosen export.Options
	switch use {
	case export.Office:
		sheet := officeSheets[max(o.sheets.SelectedIndex(), 0)]
		if paper, err := export.ParsePaper(sheet.paper); err == nil && sheet.letters {
			chosen.Letters = paper
		} else if err == nil {
			chosen.Tile = paper
		}
		chosen.Overlap = print.MM(o.lapMM)
	case export.Shop:
		chosen.Panels, chosen.Outline = o.panels.Checked, o.outline.Checked
	case export.Screen:
		chosen.Pixels = o.pixels
		chosen.Cover = o.cover.Checked && o.pixels != image.Point{}
	}
	return chosen
}

// officeSheets are the ways in which an office prints large pieces.
var officeSheets = []struct {
	phrase, paper string
	letters       bool
}{
	{"sheets.whole", "", false}, {"sheets.tiled", "a4", false}, {"sheets.tiled", "a3", false},
	{"sheets.letters", "a4", true}, {"sheets.letters", "a3", true},
}

func (o *printOptions) forOffice() fyne.CanvasObject {
	var words []string
	for _, s := range officeSheets {
		words = append(words, o.w.say(s.phrase, "paper", strings.ToUpper(s.paper)))
	}
	o.overlap = widget.NewParsed(parseMM, formatMM, func(v float64) { o.lapMM = v })
	o.overlap.FillValue(o.lapMM)
	o.tiled = container.NewStack(o.w.labelled("sheets.overlap", o.overlap))
	o.sheets = widget.NewSelect(words, func(string) {
		o.tiled.Hidden = o.of(export.Office).Tile == nil
		o.tiled.Refresh()
	})
	o.sheets.SetSelectedIndex(0)
	return container.New(&shares{[]float32{0.62, 0.38}, 12}, o.w.labelled("sheets.how", widget.Framed(o.sheets)), o.tiled)
}

func (o *printOptions) forShop() fyne.CanvasObject {
	o.pack = widget.NewCheck(o.w.say("print.pack"), nil)
	o.panels = widget.NewCheck(o.w.say("print.panels"), nil)
	o.outline = widget.NewCheck(o.w.say("print.outline"), nil)
	return widget.Column(0, o.pack, o.panels, o.outline)
}

// screenSize is a size of pictures in use, in pixels.
type screenSize struct {
	phrase string
	size   image.Point
}

// screens are the sizes in use; the first leaves the size to the piece.
var screens = []screenSize{
	{"screen.own", image.Point{}}, {"screen.full-hd", image.Pt(1920, 1080)}, {"screen.4k", image.Pt(3840, 2160)},
	{"screen.square", image.Pt(1080, 1080)},
}

func (o *printOptions) forScreen() fyne.CanvasObject {
	var words []string
	for _, s := range screens {
		words = append(words, o.w.say(s.phrase, "size", formatPixels(s.size)))
	}
	o.screens = widget.NewSelect(words, func(string) {
		if i := o.screens.SelectedIndex(); i >= 0 && !o.showing {
			o.set(screens[i].size)
		}
	})
	o.screens.PlaceHolder = o.w.say("screen.typed")
	o.typed = widget.NewParsed(parsePixels, formatPixels, o.set)
	o.typed.SetPlaceHolder(o.w.say("hint.pixels"))
	o.cover = widget.NewCheck(o.w.say("screen.cover"), nil)
	o.set(image.Point{})
	sizes := container.New(&shares{[]float32{0.62, 0.38}, 12}, o.w.labelled("screen.preset", widget.Framed(o.screens)), o.w.labelled("screen.pixels", o.typed))
	return widget.Column(6, sizes, o.cover)
}

// set takes a size of pictures, and shows it in the list and in the field.
func (o *printOptions) set(size image.Point) {
	o.showing = true
	defer func() { o.showing = false }()
	o.pixels = size
	o.typed.FillValue(size)
	if i := slices.IndexFunc(screens, func(s screenSize) bool { return s.size == size }); i >= 0 {
		o.screens.SetSelectedIndex(i)
	} else {
		o.screens.ClearSelected()
	}
	if size == (image.Point{}) {
		o.cover.Disable()
	} else {
		o.cover.Enable()
	}
}

// parsePixels reads a size of a screen as people write it: "1920x1080", "1920 × 1080".
func parsePixels(text string) (image.Point, error) {
	return export.ParsePixels(strings.NewReplacer(" ", "", "×", "x", "*", "x").Replace(strings.TrimSpace(text)))
}

func formatPixels(p image.Point) string {
	if p == (image.Point{}) {
		return ""
	}
	return fmt.Sprintf("%d × %d", p.X, p.Y)
}

// detailWords tells what is special about a file: its panel, its sheets, its pixels, and how far it reads.
func (w *Window) detailWords(d export.Detail) string {
	var parts []string
	number := func(n int) string { return fmt.Sprint(n) }
	switch {
	case d.Panel > 0:
		parts = append(parts, w.say("print.file-panel", "panel", number(d.Panel), "panels", number(d.Panels)))
	case d.Panels > 1:
		parts = append(parts, w.say("print.file-panels", "panels", number(d.Panels)))
	}
	if d.Rows*d.Columns > 1 {
		parts = append(parts, w.say("print.file-tiled", "rows", number(d.Rows), "columns", number(d.Columns), "overlap", formatMM(d.OverlapMM)))
	}
	if d.WidthPX > 0 {
		parts = append(parts, w.say("print.file-pixels", "size", formatPixels(image.Pt(d.WidthPX, d.HeightPX))))
	}
	if d.ReadsM > 0 {
		parts = append(parts, w.readingWords(d.LetterMM, d.ReadsM, d.LimitM))
	} else if d.LetterMM > 0 {
		parts = append(parts, w.say("print.file-letters", "height", roughly(d.LetterMM)))
	}
	return strings.Join(parts, " · ")
}
