package ui

import (
	"fmt"
	"path/filepath"
	"strconv"

	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pack"
	"tiengtrong/ui/widget"
)

// packing tells whether a package for the print shop is to be written.
func (p *printPage) packing() bool { return p.use == export.Shop && p.options.pack.Checked }

// packed lets only those kinds be chosen that are made for the use, and says why others are not.
func (p *printPage) packed() {
	for kind, box := range p.what {
		if p.offers(kind) {
			box.Enable()
		} else {
			box.Disable()
		}
	}
	why := ""
	switch {
	case p.packing():
		why = p.w.say("print.pack-kinds")
	case !export.Serves(export.Register, p.use):
		why = p.w.say("print.register-office")
	}
	p.why.Hidden = why == ""
	p.why.SetText(why)
	p.options.panels.Enable()
	if p.packing() {
		p.options.panels.Disable() // a package holds the whole pieces
	}
}

// namePackage tells what a package orders, how much of it there is and what it may cost.
func (p *printPage) namePackage(r pack.Result) {
	w := p.w
	p.results.RemoveAll()
	p.warnForced(r.Problems)
	p.results.Add(widget.NewWords(filepath.Base(r.Path), widget.Look{Bold: true, Size: widget.SizeSmall, Wrap: true}))
	p.results.Add(widget.NewWords(w.totalWords(r.Ticket), widget.Look{Bold: true, Wrap: true}))
	for _, piece := range r.Ticket.Pieces {
		p.results.Add(widget.Column(0, widget.NewWords(piece.Name, widget.Look{Size: widget.SizeSmall, Wrap: true}),
			widget.NewWords(piece.Order, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true})))
	}
	p.done.Show()
}

// totalWords tells the area of all pieces of an order, and an estimate of their price.
func (w *Window) totalWords(t print.Ticket) string {
	area := func(v float64) string { return decimalComma(strconv.FormatFloat(v, 'f', 2, 64)) }
	return w.say("print.pack-total"+string(t.Pricing()), "area", area(t.AreaM2), "price", print.Dong(t.Price),
		"priced", area(t.PricedM2()), "open", area(t.OpenM2), "unpriced", fmt.Sprint(t.Unpriced))
}
