package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/ui/widget"
)

// extend chooses the next lines of a list as Shift+↓ does.
func extend(l *widget.Lines, by int) {
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	for range by {
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// Several recipients are chosen, copied, and removed in one step, which brings all of them back.
func TestSeveralRecipientsAreCopiedAndRemoved(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(rosterTab)
	v := p.roster
	people := e.RosterOf(e.Certificates[0]).Recipients
	v.list.Select(2)
	extend(v.list, 3)
	if want := w.say("roster.several", "count", "4", "name", people[5].Name); v.count.Hidden || v.count.Text() != want {
		t.Errorf("it is said: %q, want %q", v.count.Text(), want)
	}
	v.list.TypedShortcut(&fyne.ShortcutCopy{})
	for i, row := range strings.Split(strings.TrimSpace(w.app.Clipboard().Content()), "\r\n") {
		if !strings.HasPrefix(row, people[2+i].Name+"\t") || i > 3 {
			t.Errorf("row %d is copied as %q", i, row)
		}
	}
	came, _, err := intake.Paste(w.app.Clipboard().Content(), intake.Choices{})
	if err != nil || len(came.Recipients) != 4 || came.Recipients[3].Name != people[5].Name || came.Recipients[3].Born != people[5].Born {
		t.Errorf("pasted here they come as %v, %v", came, err)
	}
	v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	left := w.doc.Event().Rosters[0].Recipients
	if len(left) != len(people)-4 || left[2] != people[6] || v.edit.chosen != people[6].ID || v.list.Chosen() != 2 {
		t.Errorf("%d recipients are left, line %d is chosen", len(left), v.list.Chosen())
	}
	w.doc.Undo()
	if got := w.doc.Event().Rosters[0].Recipients; !slices.Equal(got, people) {
		t.Errorf("undo brings back %d of %d", len(got), len(people))
	}
}

// Who is not seen in a search is not removed with those who are.
func TestOnlyRecipientsThatAreSeenAreRemoved(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(rosterTab)
	v := p.roster
	before := w.doc.Event().Rosters[0].Recipients
	v.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	v.finder.search.SetText("vu thuy ha mai")
	v.list.Enter()
	v.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	after := w.doc.Event().Rosters[0].Recipients
	if len(after) != len(before)-1 || slices.ContainsFunc(after, func(r *app.Recipient) bool { return app.Fold(r.Name) == "vu thuy ha mai" }) {
		t.Errorf("of %d recipients %d are left", len(before), len(after))
	}
}

// Several numbers are made void for one reason; those that are void already, or wait for a number, are left as they are.
func TestSeveralNumbersAreVoidedTogether(t *testing.T) {
	w, v := numbers(t)
	v.give(w.doc.Event().Certificates[0].ID, app.ByList)
	v.list.Select(3)
	test.Tap(v.void)
	reason(t, w).SetText("Thu hồi")
	tapButton(t, w, w.say("register.make-void"))
	v.list.Select(1)
	extend(v.list, 4)
	if want := w.say("register.several", "count", "5", "in-force", "4"); v.one.Text() != want || !v.again.Disabled() {
		t.Errorf("it is said: %q, want %q; printed again can be all of them: %v", v.one.Text(), want, !v.again.Disabled())
	}
	test.Tap(v.void)
	reason(t, w).SetText("Cấp nhầm người")
	tapButton(t, w, w.say("register.make-void"))
	got := ""
	for _, entry := range w.doc.Event().Entries()[:7] {
		switch {
		case entry.InForce():
			got += "."
		case entry.Void.Reason == "Thu hồi":
			got += "t"
		case entry.Void.Reason == "Cấp nhầm người":
			got += "n"
		}
	}
	if got != ".nntnn." {
		t.Errorf("the first numbers are %s", got)
	}
}

func TestPiecesAreCopiedForSpreadsheets(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	p := w.turnTo("banners").(*gallery[app.Banner])
	p.edit.choose(1)
	p.rows.TypedShortcut(&fyne.ShortcutCopy{})
	b := e.Banners[1]
	want := app.TSV([][]string{{b.Name, sizeWords(b.WidthMM, b.HeightMM), w.say("status." + string(b.Status)), b.Place, formatCount(b.Copies)}})
	if got := w.app.Clipboard().Content(); got != want {
		t.Errorf("a banner is copied as %q, want %q", got, want)
	}
	w.turnTo("posters")
	w.copyRows(true)
	if got := w.app.Clipboard().Content(); strings.Count(got, "\r\n") != len(e.Posters)+1 || !strings.HasPrefix(got, w.say("field.piece-name")+"\t") {
		t.Errorf("posters are copied as %q", got)
	}
}
