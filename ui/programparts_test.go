package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

func TestPartsAreEditedInTheRows(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(o *runningOrder)
		want string
	}{
		{"made and named", func(o *runningOrder) { o.choose("b"); o.group(); o.keys("thi", "Enter") }, "#lễ a #thi b #hội c d"},
		{"of several", func(o *runningOrder) { o.choose("a", "c"); o.group(); o.keys("thi", "Enter") }, "#thi a c #lễ b #hội d"},
		{"renamed", func(o *runningOrder) { o.choose("#hội"); o.keys("Phần vui", "Enter") }, "#lễ a b #Phần vui c d"},
		{"longer than its neighbour's name", func(o *runningOrder) { o.choose("#hội"); o.keys("lễ hội", "Enter") }, "#lễ a b #lễ hội c d"},
		{"as its neighbour", func(o *runningOrder) { o.choose("#hội"); o.keys("lễ", "Enter") }, "#lễ a b #lễ c d"},
		{"empty", func(o *runningOrder) { o.choose("#hội"); o.group(); o.keys("thi", "Enter") }, "#lễ a b #hội c d #thi"},
		{"emptied", func(o *runningOrder) { o.choose("c", "d"); o.keys("Del") }, "#lễ a b #hội"},
		{"given back", func(o *runningOrder) { o.choose("#hội"); o.keys("lễ", "Esc") }, "#lễ a b #hội c d"},
		{"copied whole", func(o *runningOrder) { o.choose("#lễ"); o.duplicate() }, "#lễ a b #lễ (bản sao) a b #hội c d"},
		{"moved whole", func(o *runningOrder) { o.choose("#hội"); o.move(-1) }, "#hội c d #lễ a b"},
		{"dragged whole", func(o *runningOrder) { o.drag("lễ", "d") }, "#hội c d #lễ a b"},
		{"removed with its items", func(o *runningOrder) { o.choose("#lễ"); o.keys("Del") }, "#hội c d"},
		{"its heading alone", func(o *runningOrder) { o.choose("#hội"); o.ungroup() }, "#lễ a b c d"},
		{"an item goes over", func(o *runningOrder) { o.choose("c"); o.move(-1) }, "#lễ a b c #hội d"},
		{"an item is added first", func(o *runningOrder) { o.choose("#hội"); o.keys("Enter", "e", "Enter") }, "#lễ a b #hội e c d"},
		{"an item is no heading", func(o *runningOrder) { o.choose("a"); o.ungroup() }, "#lễ a b #hội c d"},
	} {
		e := short(t, "#lễ", "a", "b", "#hội", "c", "d")
		o := orderOf(t, e)
		c.do(o)
		if o.said() != c.want {
			t.Errorf("%s: %s, want %s", c.name, o.said(), c.want)
		}
		for o.w.doc.UndoLabel() != "" {
			o.w.doc.Undo()
		}
		if got := o.said(); got != "#lễ a b #hội c d" {
			t.Errorf("%s: undone, %s", c.name, got)
		}
	}
}

func TestAPartTellsItsOwnTotal(t *testing.T) {
	o := orderOf(t, short(t, "#lễ", "a", "b", "#hội", "c"))
	o.choose("#hội")
	for _, want := range []string{"07:00 – 07:20 · 20 phút", "07:20 – 07:30 · 10 phút", "07:00 – 07:30 · 30 phút"} {
		if !strings.Contains(seen(o.w), want) {
			t.Errorf("%q is not shown", want)
		}
	}
}

func TestRowsComeFromExcelAndGoThere(t *testing.T) {
	e := short(t, "#lễ", "a", "b", "#hội", "c")
	o := orderOf(t, e)
	clipboard := o.w.app.Clipboard()
	clipboard.SetContent("STT\tThời gian\tNội dung\tNgười phụ trách\n1\t8h00\tĐón khách\tBan tổ chức\n2\t8h10\tVăn nghệ\tĐội văn nghệ\n\t\t\tHIỆU TRƯỞNG\n")
	o.choose("a")
	o.grid.TypedShortcut(&fyne.ShortcutPaste{})
	if o.said() != "#lễ a Đón khách Văn nghệ b #hội c" || o.item("Đón khách").Minutes != 10 || o.item("Văn nghệ").Who != "Đội văn nghệ" {
		t.Fatalf("%s: %+v", o.said(), o.item("Đón khách"))
	}
	if got := o.w.status.Text(); got != "Đã dán 2 mục; 1 dòng không dùng được." {
		t.Errorf("it is said: %s", got)
	}
	if o.w.doc.Undo(); o.w.doc.Event() != e {
		t.Errorf("one undo leads to %s", o.said())
	}
	o.choose("a", "c")
	o.grid.TypedShortcut(&fyne.ShortcutCopy{})
	if rows := strings.Split(clipboard.Content(), "\n"); len(rows) != 4 || !strings.HasPrefix(rows[0], "Bắt đầu\tSố phút\tNội dung") || !strings.HasPrefix(rows[2], "07:20\t10\tc\tMC") {
		t.Errorf("copied: %q", rows)
	}
	o.choose("b")
	o.grid.TypedShortcut(&fyne.ShortcutPaste{})
	if o.said() != "#lễ a b a c #hội c" || len(o.grid.Chosen()) != 2 || o.ceremony(o.w.doc.Event()).Program.Items[3].HardStart != app.NoClock {
		t.Errorf("pasted: %s", o.said())
	}
	o.choose("#lễ")
	o.grid.TypedShortcut(&fyne.ShortcutCut{})
	o.choose("#hội")
	o.grid.TypedShortcut(&fyne.ShortcutPaste{})
	if o.said() != "#hội c #lễ a b a c" {
		t.Errorf("a part was cut and pasted: %s", o.said())
	}
	clipboard.SetContent("")
	before := o.w.doc.Event()
	o.grid.TypedShortcut(&fyne.ShortcutPaste{})
	if o.w.doc.Event() != before || o.w.status.Text() != o.w.say("order.nothing-to-paste") {
		t.Errorf("of an empty clipboard it is said: %s", o.w.status.Text())
	}
}

// What is said on the stage is long: its field grows out of the panel, and the caret's line stays in sight.
func TestAScriptIsNotTypedBlind(t *testing.T) {
	w := open(t, sample(t))
	w.turnTo("program")
	o := w.pages["program"].(*programPage).order
	w.jobs.rest()
	script := o.side.form.fields["field.item-script"].focus.(*widget.Entry)
	w.win.Canvas().Focus(script)
	view := o.side.fields.(*fyne.Container).Objects[0].(*container.Scroll)
	for n := range 12 {
		script.TypedRune('x')
		script.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		view.Refresh() // as the driver does where the content became higher
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(script).Y + script.CursorPosition().Y
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(view).Y
		if at < top || at+18 > top+view.Size().Height {
			t.Fatalf("in line %d the caret is at %v of a panel from %v to %v", n+2, at, top, top+view.Size().Height)
		}
	}
}

// Who is wanted in two activities at once is told at the row of each, and findings say in which activity a row stands.
func TestAClashIsToldInBothActivities(t *testing.T) {
	e := short(t, "a", "b")
	e.Ceremonies = e.Ceremonies[:2]
	first, second := &e.Ceremonies[0], &e.Ceremonies[1]
	first.Title, second.Title = "Chào cờ", "Trò chơi"
	second.Date, second.Start = first.Date, first.Start
	first.Program.Items[0].Who = "Cô Lan"
	second.Program.Items = []app.Item{app.NewItem("x"), app.NewItem("y")}
	second.Program.Items[0].Minutes, second.Program.Items[0].Who = 5, "Cô Lan"
	second.Program.Items[1].HardStart, second.Program.Items[1].Who = first.Start+25, "Thầy Nam"
	w := open(t, e)
	w.jobs.rest() // it is proofread
	for _, title := range []string{"Chào cờ", "Trò chơi"} {
		p := w.turnTo("program").(*programPage)
		p.ceremonies.choose(slices.IndexFunc(e.Ceremonies, func(c app.Ceremony) bool { return c.Title == title }))
		says(t, title, seen(w), "Cô Lan vừa có “a” vừa có “x” (Trò chơi)")
	}
	for _, p := range w.problems {
		if p.Code == "item-gap" {
			says(t, "a gap", w.problem(p), "(dòng 2 của “Trò chơi”, ")
		}
	}
}
