package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

func numbers(t *testing.T) (*Window, *registerView) {
	t.Helper()
	w := open(t, sample(t))
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(registerTab)
	return w, p.register
}

func TestNumbersAreIssuedVoidedAndPrintedAgain(t *testing.T) {
	w, v := numbers(t)
	if len(v.lines) != 412 || v.lines[4].entry != nil || !strings.Contains(seen(w), w.say("register.state-waiting")) {
		t.Fatalf("%d numbers, the fifth %+v", len(v.lines), v.lines[4])
	}
	provisional := v.lines[4].number
	test.Tap(v.issue)
	tapButton(t, w, w.say("register.issue-yes"))
	if len(w.doc.Event().Entries()) != 412 || v.lines[4].number != provisional || v.lines[4].entry == nil {
		t.Fatalf("%d numbers were issued, the fifth is %q", len(w.doc.Event().Entries()), v.lines[4].number)
	}
	v.list.Select(4)
	test.Tap(v.void)
	reason(t, w).SetText("Viết sai họ tên")
	tapButton(t, w, w.say("register.make-void"))
	if e := w.doc.Event().Entry(provisional); e.InForce() || e.Void.Reason != "Viết sai họ tên" {
		t.Errorf("the number is %+v", e)
	}
	v.which.Choose(voidNumbers)
	if len(v.lines) != 1 || v.lines[0].number != provisional {
		t.Errorf("void numbers are %+v", v.lines)
	}
	v.which.Choose(waitingNumbers)
	if len(v.lines) != 1 || v.lines[0].number == provisional {
		t.Errorf("whose number is void waits for another one: %+v", v.lines)
	}
	v.which.Choose(issuedNumbers)
	v.list.Select(0)
	test.Tap(v.again)
	tapButton(t, w, "Bị rách, hỏng")
	tapButton(t, w, w.say("register.reprint"))
	if again := w.doc.Event().Entries()[0].Reprints; len(again) != 1 || again[0].Reason != "Bị rách, hỏng" {
		t.Errorf("reprints are %+v", again)
	}
}

// reason is the field in the sheet that asks for one; without it nothing is done.
func reason(t *testing.T, w *Window) *widget.Entry {
	t.Helper()
	entry, ok := w.win.Canvas().Focused().(*widget.Entry)
	if !ok {
		t.Fatalf("nobody asks for a reason: %T has the focus, above the page is seen %q", w.win.Canvas().Focused(), overlay(w))
	}
	return entry
}

func TestNumberIsNotVoidWithoutAReason(t *testing.T) {
	w, v := numbers(t)
	v.give(w.doc.Event().Certificates[0].ID, app.ByName)
	v.list.Select(0)
	test.Tap(v.void)
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if b, ok := o.(*widget.Button); ok && b.Text == w.say("register.make-void") && !b.Disabled() {
			t.Error("a number can be made void without a reason")
		}
	}
}

func TestNumbersFollowTheOrderThatIsChosen(t *testing.T) {
	w, v := numbers(t)
	v.give(w.doc.Event().Certificates[0].ID, app.ByName)
	people := w.doc.Event().Rosters[0].Recipients
	first := people[app.Arrange(people, app.ByName, app.DictionaryTones)[0]]
	if e := w.doc.Event().Entries()[0]; e.Recipient != first.ID {
		t.Errorf("the first number has %s, want %s", e.Facts.Name, first.Name)
	}
	v.withdraw()
	tapButton(t, w, w.say("register.withdraw"))
	if n := len(w.doc.Event().Entries()); n != 0 {
		t.Errorf("after withdrawing there are %d numbers", n)
	}
}

func TestWhatTheRegisterRefusesIsSaid(t *testing.T) {
	w, v := numbers(t)
	w.doc.Edit("", "", func(e *app.Event) {
		e.EditRoster(e.Rosters[0].ID, func(r *app.Roster) { r.EditRecipient(r.Recipients[3].ID, func(p *app.Recipient) { p.Name = "" }) })
	})
	v.give(w.doc.Event().Certificates[0].ID, app.ByList)
	if text := overlay(w); !strings.Contains(text, "chưa có họ tên") {
		t.Errorf("it is said: %q", text)
	}
	if len(w.doc.Event().Entries()) != 0 {
		t.Error("numbers were issued though one was refused")
	}
}

func TestNumbersAreSearched(t *testing.T) {
	_, v := numbers(t)
	v.search.SetText("vu thuy ha mai")
	if len(v.lines) != 1 {
		t.Errorf("found %d", len(v.lines))
	}
}
