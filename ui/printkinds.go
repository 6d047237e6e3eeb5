package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/print/export"
	"tiengtrong/print/pack"
	"tiengtrong/ui/widget"
)

// printable lists the kinds that the print page offers: all but reports, which need a run and are made on the stage.
func printable() []export.Kind {
	return slices.DeleteFunc(slices.Clone(export.All()), func(k export.Kind) bool { return k == export.Reports })
}

// isPaperwork tells whether a kind is the school's own paperwork, rather than a piece to be hung or handed out.
func isPaperwork(kind export.Kind) bool { return !slices.Contains(export.Kinds, kind) }

// kindChoices are the boxes of what is to be printed; the school's paperwork stands apart, and is not chosen at first.
func (p *printPage) kindChoices() fyne.CanvasObject {
	pieces, papers := widget.Columns(2, 4), widget.Columns(2, 4)
	for _, kind := range printable() {
		box := widget.NewCheck("", func(bool) { p.show(p.w.doc.Event()) })
		box.Checked = !isPaperwork(kind)
		p.what[kind] = box
		if isPaperwork(kind) {
			papers.Add(box)
		} else {
			pieces.Add(box)
		}
	}
	p.why = widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true})
	return widget.Column(10, p.w.titled("print.pieces", pieces), p.w.titled("print.paperwork", papers), p.why)
}

// kinds lists what is to be printed.
func (p *printPage) kinds() []export.Kind {
	var list []export.Kind
	for _, kind := range printable() {
		if p.what[kind].Checked && p.offers(kind) {
			list = append(list, kind)
		}
	}
	return list
}

// offers tells whether files of a kind are made for the use that is chosen.
func (p *printPage) offers(kind export.Kind) bool {
	return export.Serves(kind, p.use) && (!p.packing() || slices.Contains(pack.Kinds, kind))
}

// countKinds names each kind with how many of it there are, and adds up those that are chosen.
func (p *printPage) countKinds(e *app.Event, chosen []export.Kind) {
	p.count = 0
	for kind, box := range p.what {
		n := export.Count(e, kind)
		box.SetText(p.w.say("kind."+string(kind), "count", fmt.Sprint(n)))
		if slices.Contains(chosen, kind) {
			p.count += n
		}
	}
}

// fileWords tells how many pages a file has, and of what size, or what it is where it has none.
func (w *Window) fileWords(f export.File) string {
	key := "print.file"
	switch {
	case f.Pages == 0:
		return w.say("print.file-" + strings.TrimPrefix(filepath.Ext(f.Path), "."))
	case f.Scale > 1:
		key = "print.file-scaled"
	}
	return w.say(key, "pages", fmt.Sprint(f.Pages), "size", sizeWords(f.WidthMM, f.HeightMM), "scale", fmt.Sprint(f.Scale))
}
