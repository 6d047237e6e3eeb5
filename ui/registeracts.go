package ui

import (
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/app/seal"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// The usual reasons, to be changed or written anew. They stand in the book, which is Vietnamese.
var (
	voidReasons    = []string{"Viết sai họ tên", "Cấp nhầm người", "Thu hồi"}
	reprintReasons = []string{"Viết sai họ tên", "Sai lớp", "Bị rách, hỏng", "Bị thất lạc"}
)

// record changes the register, signs what that leaves unsigned where the school's key is on this machine, notes on the
// school's list what was withdrawn, and then calls then; what is refused is told. It works beside the UI goroutine, and who
// stops it has nothing changed.
func (w *Window) record(change func(*app.Event) error, then func()) {
	doc, before := w.doc, w.doc.Event()
	changed := before.Clone()
	var done seal.Signing
	var err error
	w.busy(w.say("register.busy"), func() {
		if err = change(changed); err == nil {
			done, err = signed(changed)
		}
	}, func() {
		if doc.Event().Register != before.Register { // somebody else's change came first
			w.record(change, then)
			return
		}
		if err == nil {
			err = doc.Record(func(e *app.Event) error {
				e.Register = changed.Register
				return nil
			})
		}
		if err == nil {
			err = done.Note()
		}
		if refused := (*app.BookError)(nil); errors.As(err, &refused) {
			w.tellError(w.say("register."+string(refused.Code), "number", refused.Number, "name", refused.Name))
		} else if err != nil {
			w.tellError(err.Error())
		} else {
			then()
		}
	})
}

// signed signs what the register of an event leaves unsigned.
func signed(e *app.Event) (seal.Signing, error) {
	store, err := seal.DefaultStore()
	if err != nil {
		return seal.Signing{}, err
	}
	return store.SignAsked(e)
}

// askIssue asks in which order who has no number gets one, and whether to go on.
func (v *registerView) askIssue() {
	w := v.w
	c := v.page.edit.current(w.doc.Event())
	if c == nil || v.issue.Disabled() {
		return
	}
	orders := make([]string, len(app.Orders))
	for i, order := range app.Orders {
		orders[i] = w.say("order." + string(order))
	}
	by := widget.NewSelect(orders, nil)
	by.SetSelectedIndex(max(0, slices.Index(app.Orders, w.handout.Order)))
	content := widget.Column(12,
		widget.NewWords(w.say("register.issue-text"), widget.Look{Wrap: true}),
		w.labelled("register.order", widget.Framed(by)))
	var s *sheet
	no := button(w.say("answer.cancel"), false, func() { s.close() })
	yes := button(w.say("register.issue-yes"), true, func() {
		s.close()
		v.give(c.ID, app.Orders[by.SelectedIndex()])
	})
	s = w.newSheet(w.say("register.issue-title"), 520, content, no, yes)
	w.win.Canvas().Focus(yes)
}

// give issues the numbers.
func (v *registerView) give(certificate app.ID, by app.Order) {
	w, fresh := v.w, 0
	w.record(func(e *app.Event) error {
		issuing := app.Issuing{Certificate: certificate, By: by, Tones: w.handout.Tones}
		if c := app.Find(e.Certificates, certificate); c != nil && e.SignedOn(*c).IsZero() {
			issuing.Date = app.DateOf(w.now())
		}
		entries, err := e.Issue(issuing)
		fresh = len(entries)
		return err
	}, func() { w.hint(w.say("register.issued-now", "count", fmt.Sprint(fresh))) })
}

// withdraw takes back the numbers that are on no paper yet.
func (v *registerView) withdraw() {
	w := v.w
	c := v.page.edit.current(w.doc.Event())
	if c == nil {
		return
	}
	w.confirm(w.say("register.withdraw"), w.say("register.withdraw-text"), func() {
		w.record(func(e *app.Event) error { return e.Withdraw(c.ID) }, func() {})
	})
}

// writeBook exports the sổ khen thưởng, as a document and as a workbook.
func (v *registerView) writeBook() {
	v.w.write(v.w.say("register.book"), export.Plan{Event: v.w.doc.Event(), Studio: v.w.studio, What: []export.Kind{export.Register}, For: export.Office,
		Dir: v.w.folderOf(export.Office)})
}

// makeVoid asks why, and takes those of the chosen numbers that are in force out of it: all, or none where one is refused.
func (v *registerView) makeVoid() {
	lines := v.inForce()
	about := lines[0].words()
	if n := len(lines); n > 1 {
		about = v.w.say("register.void-several", "count", fmt.Sprint(n), "first", lines[0].number, "last", lines[n-1].number)
	}
	v.w.askReason(v.w.say("register.make-void"), about, voidReasons, func(reason string) {
		v.w.record(func(e *app.Event) error {
			for _, l := range lines {
				if err := e.Void(l.number, reason, app.DateOf(v.w.now())); err != nil {
					return err
				}
			}
			return nil
		}, func() {})
	})
}

// printAgain prints the sheet with the chosen number again.
func (v *registerView) printAgain() { v.w.reprint(v.chosen[0].entry) }

// reprint asks why a sheet is printed again, notes it, and prints it.
func (w *Window) reprint(entry *app.Entry) {
	l := numberLine{entry.Number, entry, entry.Facts}
	w.askReason(w.say("register.reprint"), l.words(), reprintReasons, func(reason string) {
		w.record(func(e *app.Event) error { return e.Reprint(entry.Number, reason, app.DateOf(w.now())) }, func() {
			w.printSheet(entry.Certificate, entry.Recipient, entry.Facts.Name)
		})
	})
}

// markPrinted notes that the numbers of the certificate are on paper, from where none can be taken back.
func (v *registerView) markPrinted() {
	w := v.w
	if c := v.page.edit.current(w.doc.Event()); c != nil {
		w.confirm(w.say("register.mark-printed"), w.say("register.mark-printed-text"), func() {
			w.record(func(e *app.Event) error { e.MarkPrinted(c.ID, app.DateOf(w.now())); return nil }, func() {})
		})
	}
}

// askReason asks for a reason, which may be one of the usual ones.
func (w *Window) askReason(title, about string, usual []string, then func(reason string)) {
	entry := widget.NewLine()
	quick := widget.Row(6)
	for _, reason := range usual {
		b := button(reason, false, func() { entry.SetText(reason) })
		b.Importance = fynewidget.LowImportance
		quick.Add(b)
	}
	var s *sheet
	no := button(w.say("answer.cancel"), false, func() { s.close() })
	yes := button(title, true, func() { s.close(); then(entry.Text) })
	yes.Disable()
	entry.OnEdit = func(text string) { enable(yes, app.Clean(text) != "") }
	content := []fyne.CanvasObject{widget.NewWords(about, widget.Look{Bold: true, Wrap: true}), w.labelled("register.reason", entry), quick}
	s = w.newSheet(title, 560, widget.Column(12, content...), no, yes)
	w.win.Canvas().Focus(entry)
}
