package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tiengtrong/app"
)

// chosenSaid writes what is chosen in the order of the rows, with ">" before the row at the cursor.
func (o *runningOrder) chosenSaid() string {
	var words []string
	lead, _ := o.grid.Lead()
	for _, row := range o.ceremony(o.w.doc.Event()).Program.Outline() {
		said := row.Item.Title
		if row.Heading {
			said = "#" + row.Part
		}
		if row.RowID == lead {
			said = ">" + said
		}
		if o.grid.Chosen()[row.RowID] {
			words = append(words, said)
		}
	}
	return strings.Join(words, " ")
}

// TestTheChoiceFollowsItsRows does what changes rows, and then holds Shift and goes a row down: the choice goes on from the row
// where it was, wherever that went.
func TestTheChoiceFollowsItsRows(t *testing.T) {
	undo := func(o *runningOrder) { o.w.doc.Undo() }
	redo := func(o *runningOrder) { o.w.doc.Redo() }
	remove := func(o *runningOrder) { o.keys("Del") }
	down := func(o *runningOrder) { o.move(1) }
	paste := func(o *runningOrder) {
		o.w.app.Clipboard().SetContent("Nội dung\tNgười phụ trách\nx\tMC\ny\tMC\n")
		o.grid.TypedShortcut(&fyne.ShortcutPaste{})
	}
	for _, c := range []struct {
		name, choose string
		do           []func(*runningOrder)
		after, shift string
	}{
		{"moved down", "a", []func(*runningOrder){down}, ">a", "a >#hội"},
		{"moved up", "b", []func(*runningOrder){func(o *runningOrder) { o.move(-1) }}, ">b", "b >a"},
		{"several moved", "a b", []func(*runningOrder){down}, "a >b", "a b >c"},
		{"a part moved", "#hội", []func(*runningOrder){func(o *runningOrder) { o.move(-1) }}, ">#hội", "#hội >c"},
		{"a move undone", "a", []func(*runningOrder){down, undo}, ">a", "a >b"},
		{"a move done again", "a", []func(*runningOrder){down, undo, redo}, ">a", "a >#hội"},
		{"dragged", "a", []func(*runningOrder){func(o *runningOrder) { o.drag("a", "c") }}, ">a", "a >d"},
		{"removed", "b", []func(*runningOrder){remove}, ">#hội", "#hội >c"},
		{"several removed", "a b", []func(*runningOrder){remove}, ">#hội", "#hội >c"},
		{"the last removed", "d", []func(*runningOrder){remove}, ">c", ">c"},
		{"removed and brought back", "a b", []func(*runningOrder){remove, undo}, "a >b", "a b >#hội"},
		{"removed again", "a b", []func(*runningOrder){remove, undo, redo}, ">#hội", "#hội >c"},
		{"added", "a", []func(*runningOrder){func(o *runningOrder) { o.keys("Enter", "x", "Enter") }}, ">x", "x >b"},
		{"an addition undone", "a", []func(*runningOrder){func(o *runningOrder) { o.keys("Enter", "x", "Enter") }, undo, undo}, ">b", "b >#hội"},
		{"duplicated", "a b", []func(*runningOrder){func(o *runningOrder) { o.duplicate() }}, "a >b", "a b >#hội"},
		{"pasted", "a", []func(*runningOrder){paste}, "x >y", "x y >b"},
		{"pasted again", "a", []func(*runningOrder){paste, undo, redo}, "x >y", "x y >b"},
		{"made a part", "b", []func(*runningOrder){func(o *runningOrder) { o.group(); o.keys("x", "Enter") }}, ">#x", "#x >b"},
		{"a part undone", "b", []func(*runningOrder){func(o *runningOrder) { o.group(); o.keys("Enter") }, undo}, ">b", "b >#hội"},
		{"a part done again", "b", []func(*runningOrder){func(o *runningOrder) { o.group(); o.keys("Enter") }, undo, redo}, ">#Phần mới", "#Phần mới >b"},
		{"a part renamed", "#hội", []func(*runningOrder){func(o *runningOrder) { o.keys("F2", "x", "Enter") }}, ">#hộix", "#hộix >c"},
		{"a heading taken away", "#hội", []func(*runningOrder){func(o *runningOrder) { o.ungroup() }}, ">c", "c >d"},
		{"another row changed", "a b", []func(*runningOrder){func(o *runningOrder) {
			o.w.doc.Edit("", "", func(e *app.Event) { e.Ceremonies[0].Program.Items[3].Minutes = 3 })
		}}, "a >b", "a b >#hội"},
		{"a row taken away from elsewhere", "a b", []func(*runningOrder){func(o *runningOrder) {
			o.w.doc.Edit("", "", func(e *app.Event) {
				items := &e.Ceremonies[0].Program.Items
				*items = slices.Delete(*items, 1, 2)
			})
		}}, ">a", "a >#hội"},
	} {
		o := orderOf(t, short(t, "#lễ", "a", "b", "#hội", "c", "d"))
		o.choose(strings.Fields(c.choose)...)
		for _, do := range c.do {
			do(o)
		}
		if got := o.chosenSaid(); got != c.after {
			t.Errorf("%s: %q is chosen of %s, want %q", c.name, got, o.said(), c.after)
		}
		if o.keys("+Down"); o.chosenSaid() != c.shift {
			t.Errorf("%s, then Shift+↓: %q is chosen of %s, want %q", c.name, o.chosenSaid(), o.said(), c.shift)
		}
	}
}

func TestKeysOfASpreadsheetGoThroughTheRows(t *testing.T) {
	control := func(key fyne.KeyName, held fyne.KeyModifier) func(*runningOrder) {
		return func(o *runningOrder) {
			o.grid.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl | held})
		}
	}
	for _, c := range []struct {
		name   string
		do     func(*runningOrder)
		want   string
		column int
	}{
		{"Home", func(o *runningOrder) { o.keys("Home") }, ">b", 0},
		{"End", func(o *runningOrder) { o.keys("End") }, ">b", 5},
		{"Ctrl+Home", control(fyne.KeyHome, 0), ">#lễ", titleColumn},
		{"Ctrl+End", control(fyne.KeyEnd, 0), ">d", titleColumn},
		{"Ctrl+Shift+Home", control(fyne.KeyHome, fyne.KeyModifierShift), ">#lễ a b", titleColumn},
		{"Ctrl+Shift+End", control(fyne.KeyEnd, fyne.KeyModifierShift), "b #hội c >d", titleColumn},
		{"Page Down", func(o *runningOrder) { o.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }, ">d", titleColumn},
		{"Page Up", func(o *runningOrder) { o.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp}) }, ">#lễ", titleColumn},
		{"Ctrl+A", func(o *runningOrder) { o.grid.TypedShortcut(&fyne.ShortcutSelectAll{}) }, "#lễ a >b #hội c d", titleColumn},
		{"Shift+Space", func(o *runningOrder) { o.grid.ChooseAll(); o.keys("+ ") }, ">b", titleColumn},
	} {
		o := orderOf(t, short(t, "#lễ", "a", "b", "#hội", "c", "d"))
		o.choose("b")
		if c.do(o); o.chosenSaid() != c.want || o.grid.Column() != c.column || o.grid.Editing() {
			t.Errorf("%s: %q in column %d, want %q in %d", c.name, o.chosenSaid(), o.grid.Column(), c.want, c.column)
		}
	}
}

// TestAnotherActivityHasOneRowChosen goes to a copy of an activity and back: nothing came to its rows.
func TestAnotherActivityHasOneRowChosen(t *testing.T) {
	e := short(t, "#lễ", "a", "b", "#hội", "c", "d")
	for i := range e.Ceremonies[0].Program.Items {
		e.Ceremonies[0].Program.Items[i].PartID = app.ID{byte(len(e.Ceremonies[0].Program.Items[i].Part))}
	}
	o := orderOf(t, e)
	o.choose("c")
	p := o.w.pages["program"].(*programPage)
	for _, c := range []struct {
		name string
		do   func()
	}{
		{"copied", p.ceremonies.duplicate}, {"copy undone", func() { o.w.doc.Undo() }}, {"copy done again", func() { o.w.doc.Redo() }},
		{"another one", func() { p.ceremonies.choose(2) }}, {"back", func() { p.ceremonies.choose(0) }},
	} {
		c.do()
		if n := len(o.grid.Chosen()); n != 1 || o.grid.Editing() {
			t.Errorf("%s: %d rows are chosen: %s", c.name, n, o.chosenSaid())
		}
	}
	if o.chosenSaid() != ">a" {
		t.Errorf("an activity that is shown begins at %q", o.chosenSaid())
	}
}

// TestUndoNamesHowManyWerePutIn whatever was chosen before.
func TestUndoNamesHowManyWerePutIn(t *testing.T) {
	o := orderOf(t, short(t, "a", "b", "c"))
	o.choose("a", "b", "c")
	o.w.app.Clipboard().SetContent("Nội dung\tPhút\nx\t5\ny\t5\n")
	o.paste()
	if want := "dán 2 mục chương trình"; o.w.doc.UndoLabel() != want {
		t.Errorf("two items are pasted: %q, want %q", o.w.doc.UndoLabel(), want)
	}
	if o.add(); o.w.doc.UndoLabel() != "thêm mục chương trình" {
		t.Errorf("one item is added: %q", o.w.doc.UndoLabel())
	}
}
