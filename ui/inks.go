package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/raster"
	"tiengtrong/ui/widget"
)

// inkField is the phrase of the field for the colour of a duty.
func inkField(d app.Duty) string { return "field.ink-" + string(d) }

// inkFields are the fields of a piece's colours, so many beside each other: each in per cent of the four plates, beside what
// it looks like, and the way back to the style's.
func (g *gallery[T]) inkFields(styles []print.Style, columns int) fyne.CanvasObject {
	w, blocks := g.w, widget.Columns(columns, 10)
	for _, d := range app.PieceDuties {
		blocks.Add(g.inkBlock(styles, d))
	}
	all := button(w.say("inks.all-by-style"), false, func() {
		g.form.edit("inks.all-by-style", func(t *T) { g.piece(t).Inks = app.OwnInks{} })
	})
	g.form.shows = append(g.form.shows, func(t *T) { enable(all, g.piece(t).Inks != app.OwnInks{}) })
	hint := widget.NewWords(w.say("inks.hint"), widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true})
	return widget.Column(12, hint, blocks, container.NewHBox(all))
}

// inkBlock are the fields of the colour of one duty.
func (g *gallery[T]) inkBlock(styles []print.Style, d app.Duty) fyne.CanvasObject {
	f, w, field := g.form, g.w, inkField(d)
	var now app.Ink // as it is printed
	set := func(o app.OwnInk) { f.edit(field, func(t *T) { *g.piece(t).Inks.Of(d) = o }) }
	plates := widget.Columns(len(app.Plates), 2)
	entries := make([]*widget.Parsed[float32], len(app.Plates))
	for i, plate := range app.Plates {
		entries[i] = widget.NewParsed(parseShare, formatShare, func(v float32) {
			next := now
			*next.Plate(i) = v
			set(app.OwnInk{Ink: next, Own: true})
		})
		entries[i].OnLeave = after(entries[i].OnLeave, w.doc.Seal)
		letter := widget.NewWords(plate, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Whole: true, Align: fyne.TextAlignCenter})
		plates.Add(widget.Border(nil, nil, container.NewCenter(widget.Fixed(letter, 12, 0)), nil, entries[i]))
	}
	f.add(field, entries[0])
	chip := canvas.NewRectangle(nil)
	chip.CornerRadius, chip.StrokeWidth, chip.StrokeColor = 4, 1, theme.Color(widget.ColorLine)
	words := widget.NewWords(w.say("inks.by-style"), widget.Look{Size: widget.SizeSmall, Color: theme.ColorNamePrimary, Whole: true})
	back := widget.NewTap(widget.Inset(words, 1, 5), 5, func() {
		w.doc.Seal() // a step of its own
		set(app.OwnInk{})
		w.doc.Seal()
	})
	f.shows = append(f.shows, func(t *T) {
		p := g.piece(t)
		inks := print.InksOf(styles, *p)
		now = *inks.Of(d)
		for i, entry := range entries {
			entry.FillValue(*now.Plate(i))
		}
		chip.FillColor = raster.RGB(now)
		chip.Refresh()
		back.Hidden = !p.Inks.Of(d).Own
		back.Refresh()
	})
	name := widget.NewWords(w.say(field), widget.Look{Size: widget.SizeSmall, Bold: true, Color: widget.ColorMuted})
	head := widget.Border(nil, nil, widget.Inset(widget.Fixed(chip, 26, 16), 2, 0), back, widget.Inset(name, 1, 8))
	return widget.Column(3, head, plates)
}

// after does one thing after the other.
func after(first, second func()) func() { return func() { first(); second() } }

// parseShare reads a share of ink in per cent: "40", "12,5 %"; nothing is 0.
func parseShare(text string) (float32, error) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	if text == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 32)
	if err == nil && !(v >= 0 && v <= 100) {
		err = fmt.Errorf("not a share of ink: %q", text)
	}
	return float32(v), err
}

func formatShare(v float32) string {
	return decimalComma(strconv.FormatFloat(float64(v), 'f', -1, 32))
}
