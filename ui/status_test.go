package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// pressWith returns the control in an object on which these words stand.
func pressWith(t *testing.T, o fyne.CanvasObject, words string) *widget.Press {
	t.Helper()
	for _, part := range test.LaidOutObjects(o) {
		press, ok := part.(*widget.Press)
		if tap, is := part.(*widget.Tap); is {
			press, ok = &tap.Press, true
		}
		if ok && strings.Contains(strings.Join(textsOf(part), " "), words) {
			return press
		}
	}
	t.Fatalf("no control says %q", words)
	return nil
}

func TestPieceGoesOnByOneClick(t *testing.T) {
	w := open(t, sample(t))
	first := w.doc.Event().Banners[0]
	for _, want := range []app.PieceStatus{app.Approved, app.Sent, app.Printed, app.Hung, app.TakenDown} {
		p := w.turnTo("overview").(*overviewPage)
		line := p.pieceLine(first.Subject(), *pieceOf(w.doc.Event(), first.Subject()), 0)
		test.Tap(pressWith(t, line, w.say("step."+string(want))))
		if got := pieceOf(w.doc.Event(), first.Subject()); got.Status != want {
			t.Fatalf("the state is %s, want %s", got.Status, want)
		}
	}
}

func TestHungTooLongIsSeenAtAGlance(t *testing.T) {
	w := open(t, sample(t))
	b := w.doc.Event().Banners[0]
	today := app.DateOf(w.now())
	w.doc.Edit("", "", func(e *app.Event) {
		e.Banners[0].Status, e.Banners[0].HungFrom, e.Banners[0].HungTo = app.Hung, today.AddDays(-18), app.Date{}
	})
	w.jobs.rest()
	w.turnTo("overview")
	if text := seen(w); !strings.Contains(text, "treo 18 ngày") || !strings.Contains(text, "đã treo 18 ngày") {
		t.Error("the overview does not warn")
	}
	found := false
	for _, p := range w.problems {
		if found = p.Code == "hung-overdue" && p.Subject.ID == b.ID; found {
			w.goToProblem(p)
			break
		}
	}
	if !found || w.current != "banners" {
		t.Errorf("the problem was found: %v; it leads to %s", found, w.current)
	}
}

func TestWhatNobodyIsChargedWithIsListed(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) { e.Ceremonies[0].Program.Items[2].Who = "" })
	w.jobs.rest()
	p := w.turnTo("overview").(*overviewPage)
	item := w.doc.Event().Ceremonies[0].Program.Items[2]
	test.Tap(pressWith(t, p.open, item.Title))
	if w.current != "program" || w.win.Canvas().Focused() == nil {
		t.Errorf("the line leads to %s, focus on %T", w.current, w.win.Canvas().Focused())
	}
}

// itemsOf lists the entries of the menu that lies over the window.
func itemsOf(t *testing.T, w *Window) []string {
	t.Helper()
	top, ok := w.win.Canvas().Overlays().Top().(*fynewidget.PopUpMenu)
	if !ok {
		for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
			if m, isMenu := o.(*fynewidget.PopUpMenu); isMenu {
				top, ok = m, true
			}
		}
	}
	if !ok {
		t.Fatalf("over the window lies %T", w.win.Canvas().Overlays().Top())
	}
	return textsOf(top)
}

func TestListsHaveMenusWithTheWordsOfTheMainMenu(t *testing.T) {
	menuKey := &fyne.KeyEvent{Name: desktop.KeyMenu}
	for name, c := range map[string]struct {
		open func(w *Window)
		want []string
	}{
		"slogans": {func(w *Window) { w.turnTo("slogans").(*slogansPage).rows.TypedKey(menuKey) }, []string{"menu.copy-row", "slogans.make-banner", "menu.duplicate"}},
		"posters": {func(w *Window) { w.turnTo("posters").(*gallery[app.Poster]).rows.TypedKey(menuKey) }, []string{"field.piece-status", "menu.remove"}},
		"banners": {func(w *Window) { w.turnTo("banners").(*gallery[app.Banner]).rows.TypedKey(menuKey) }, []string{"field.piece-status", "menu.up"}},
		"recipients": {func(w *Window) {
			p := w.turnTo("certificates").(*certificatesPage)
			p.tabs.Select(rosterTab)
			p.roster.list.TypedKey(menuKey)
		}, []string{"menu.copy-rows", "menu.paste-list", "roster.see", "menu.add"}},
		"sheets": {func(w *Window) {
			p := w.turnTo("certificates").(*certificatesPage)
			p.tabs.Select(paperTab)
			p.paper.list.TypedKey(menuKey)
		}, []string{"menu.print-sheet", "menu.edit-recipient"}},
		"register": {func(w *Window) {
			p := w.turnTo("certificates").(*certificatesPage)
			p.tabs.Select(registerTab)
			p.register.list.Select(0)
			p.register.list.TypedKey(menuKey)
		}, []string{"menu.copy-row", "register.make-void", "register.reprint"}},
		"board": {func(w *Window) {
			p := w.turnTo("overview").(*overviewPage)
			w.win.Canvas().Focus(p.board)
			p.board.TypedKey(menuKey)
		}, []string{"menu.open-there", "menu.duplicate", "menu.remove"}},
		"pieces": {func(w *Window) {
			p := w.turnTo("overview").(*overviewPage)
			w.win.Canvas().Focus(p.pieces)
			p.pieces.TypedKey(menuKey)
		}, []string{"field.piece-status"}},
	} {
		w := open(t, sample(t))
		c.open(w)
		items := strings.Join(itemsOf(t, w), "\n")
		for _, phrase := range c.want {
			if !strings.Contains(items, w.say(phrase)) {
				t.Errorf("%s: the menu lacks %q:\n%s", name, w.say(phrase), items)
			}
		}
	}
}

func TestBoardMenuRemovesItsCeremony(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("overview").(*overviewPage)
	second := w.doc.Event().Ceremonies[1].ID
	for _, item := range p.ceremonyItems(second) {
		if item.Label == w.say("menu.remove") {
			item.Action()
		}
	}
	if app.Find(w.doc.Event().Ceremonies, second) != nil {
		t.Error("the ceremony is still there")
	}
	w.doc.Undo()
	if app.Find(w.doc.Event().Ceremonies, second) == nil {
		t.Error("undo did not bring it back")
	}
}

// TestTheOverviewHasFewStops goes through it by Tab, and through its tables by the arrow keys.
func TestTheOverviewHasFewStops(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) {
		items := e.Ceremonies[0].Program.Items
		for i := range items {
			items[i].Who = ""
		}
	})
	w.jobs.rest()
	p := w.turnTo("overview").(*overviewPage)
	stops, tabs := 0, tabOrder(w.win.Canvas())
	for _, part := range test.LaidOutObjects(w.place) {
		if o, ok := part.(fyne.Focusable); ok && tabs[o] > 0 {
			stops++
		}
	}
	if stops > 9 {
		t.Errorf("Tab stops %d times on the overview", stops)
	}
	items := w.doc.Event().Ceremonies[0].Program.Items
	if shown := strings.Join(textsOf(p.open), " "); strings.Count(shown, "chưa có người thực hiện") != 1 {
		t.Errorf("what %d items lack is told as %s", len(items), shown)
	}
	w.win.Canvas().Focus(p.open)
	press := func(keys ...fyne.KeyName) {
		for _, key := range keys {
			w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	press(fyne.KeyRight, fyne.KeyReturn)
	if shown := strings.Join(textsOf(p.open), " "); strings.Count(shown, "chưa có người thực hiện") != len(items) {
		t.Errorf("unfolded, it is told as %s", shown)
	}
	press(fyne.KeyLeft, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if order := w.pages["program"].(*programPage).order; w.current != "program" || order.current(w.doc.Event()).ID != items[2].ID {
		t.Errorf("the third leads to %s", w.current)
	}
	w.turnTo("overview")
	w.win.Canvas().Focus(p.board)
	press(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if c := w.pages["program"].(*programPage).ceremonies.current(w.doc.Event()); w.current != "program" || c.ID != w.doc.Event().Ceremonies[1].ID {
		t.Errorf("the second day at school leads to %s", w.current)
	}
}

func TestAHintGoesByItself(t *testing.T) {
	w := open(t, sample(t))
	w.hint("Đã lưu.")
	if w.jobs.rest(); w.status.Text() != "" {
		t.Errorf("%q stays", w.status.Text())
	}
	w.hint("Đã lưu.")
	if w.turnTo("program"); w.status.Text() != "" {
		t.Errorf("%q stays on another page", w.status.Text())
	}
}
