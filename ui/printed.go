package ui

import (
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// sheetChoice says which certificates an export writes, and whether the book notes that they are on paper.
type sheetChoice struct {
	trial     bool // the book notes nothing
	unprinted bool // those alone whose number is on no paper yet
	skip      bool // without those whose number certifies something else than they would say
}

// errAllPrinted says that no number waits to be printed.
var errAllPrinted = errors.New("no number waits to be printed")

// narrow leaves a plan the certificates that are chosen, and has the book note their numbers before any sheet appears. It
// returns the entries whose sheets are left out.
func (w *Window) narrow(plan *export.Plan) (skipped []*app.Entry, err error) {
	if !slices.Contains(plan.What, export.Certificates) {
		return nil, nil
	}
	if plan.Only == nil { // else somebody chose them one by one
		if w.certificates.unprinted && !plan.Unprinted() {
			return nil, errAllPrinted
		}
		if w.certificates.skip {
			skipped = plan.Event.Changed()
			plan.LeaveOut(skipped)
		}
	}
	plan.Trial = w.certificates.trial
	if !plan.Trial {
		done := *plan
		plan.Ready = func() error { return w.notePrinted(done) }
	}
	return skipped, nil
}

// notePrinted notes in the book that the numbers of a plan's certificates are on paper. It is called from the export.
func (w *Window) notePrinted(plan export.Plan) (err error) {
	fresh := map[app.ID][]app.ID{}
	for _, v := range plan.Fresh() {
		fresh[v.Certificate] = append(fresh[v.Certificate], v.Recipient)
	}
	w.jobs.await(func() {
		err = w.doc.Record(func(e *app.Event) error {
			for certificate, recipients := range fresh {
				e.MarkPrinted(certificate, app.DateOf(w.now()), recipients...)
			}
			return nil
		})
	})
	return err
}

func isCertificates(kind export.Kind) bool { return kind == export.Certificates }

// againWords warn that numbers are on paper already which an export of all certificates prints once more; "" where it
// prints none, or where somebody has chosen what is printed.
func (w *Window) againWords(e *app.Event, what []export.Kind) string {
	again, _ := e.Printed()
	if len(again) == 0 || w.certificates.unprinted || w.certificates.trial || !slices.ContainsFunc(what, isCertificates) {
		return ""
	}
	return w.say("print.again", "count", fmt.Sprint(len(again)), "number", again[0].Number, "date", again[0].Printed.Short())
}

// warnAgain shows that warning where an export is proofread.
func (p *printPage) warnAgain(e *app.Event, what []export.Kind) {
	words := p.w.againWords(e, what)
	p.again.RemoveAll()
	if p.again.Hidden = words == ""; words != "" {
		p.again.Add(p.w.note("warning", theme.ColorNameWarning, words))
	}
	p.again.Refresh()
}

// skippedWords name whose sheets were left out; "" where none were.
func (w *Window) skippedWords(skipped []*app.Entry) string {
	if len(skipped) == 0 {
		return ""
	}
	var names []string
	for _, v := range skipped {
		names = append(names, v.Facts.Name+" ("+v.Number+")")
	}
	return w.say("print.skipped", "count", fmt.Sprint(len(skipped)), "names", shortened(listed(names), 3*longestQuote))
}

// sheetChecks are the boxes of the choice of certificates; changed is called after one was ticked.
type sheetChecks struct {
	w     *Window
	box   *fyne.Container
	boxes []*widget.Check
}

func newSheetChecks(w *Window, changed func()) *sheetChecks {
	c := &sheetChecks{w: w, box: widget.Column(0)}
	for i, phrase := range []string{"print.unprinted", "print.skip-changed", "print.trial"} {
		c.boxes = append(c.boxes, widget.NewCheck(w.say(phrase), func(on bool) {
			if *c.values()[i] != on {
				*c.values()[i] = on
				changed()
			}
		}))
		c.box.Add(c.boxes[i])
	}
	return c
}

// values are what the boxes stand for, in their order.
func (c *sheetChecks) values() []*bool {
	return []*bool{&c.w.certificates.unprinted, &c.w.certificates.skip, &c.w.certificates.trial}
}

func (c *sheetChecks) show() {
	for i, on := range c.values() {
		c.boxes[i].SetChecked(*on)
	}
}
