package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// short returns an event whose first ceremony has these items, each of ten minutes, from 7:00 on: "#name" is the heading of a part.
func short(t testing.TB, items ...string) *app.Event {
	e := sample(t).Clone()
	c := &e.Ceremonies[0]
	c.Start, c.Program.Items = 7*60, nil
	part := ""
	for _, title := range items {
		if name, ok := strings.CutPrefix(title, "#"); ok {
			part = name
			continue
		}
		it := app.NewItem(title)
		it.Minutes, it.Who, it.Part = 10, "MC", part
		c.Program.Items = append(c.Program.Items, it)
	}
	return e
}

// orderOf opens the running order of the first ceremony, with the focus.
func orderOf(t testing.TB, e *app.Event) *runningOrder {
	w := open(t, e)
	o := w.turnTo("program").(*programPage).order
	w.win.Canvas().Focus(o.grid)
	return o
}

// said writes the program as short reads it.
func (o *runningOrder) said() string {
	var words []string
	for _, row := range o.ceremony(o.w.doc.Event()).Program.Outline() {
		if row.Heading {
			words = append(words, "#"+row.Part)
		} else {
			words = append(words, row.Item.Title)
		}
	}
	return strings.Join(words, " ")
}

// choose chooses the rows with these titles, the first of which gets the cursor.
func (o *runningOrder) choose(titles ...string) {
	var keys []app.RowID
	for _, title := range titles {
		for _, row := range o.ceremony(o.w.doc.Event()).Program.Outline() {
			if row.Heading && "#"+row.Part == title || !row.Heading && row.Item.Title == title {
				keys = append(keys, row.RowID)
			}
		}
	}
	o.grid.Choose(keys...)
	o.chose()
}

// keys presses keys one after the other in what has the focus; "+" before a key holds Shift, other words are typed.
func (o *runningOrder) keys(names ...string) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	for _, name := range names {
		held := strings.TrimPrefix(name, "+")
		key := map[string]fyne.KeyName{"Enter": fyne.KeyReturn, "Tab": fyne.KeyTab, "Esc": fyne.KeyEscape, "Del": fyne.KeyDelete, "F2": fyne.KeyF2,
			"Up": fyne.KeyUp, "Down": fyne.KeyDown, "Home": fyne.KeyHome, "End": fyne.KeyEnd, "Left": fyne.KeyLeft, "Right": fyne.KeyRight,
			"F10": fyne.KeyF10, "Menu": desktop.KeyMenu}[held]
		if held != name {
			o.w.win.Canvas().Focused().(desktop.Keyable).KeyDown(shift)
		}
		if key != "" {
			o.w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		} else {
			for _, r := range held {
				o.w.win.Canvas().Focused().TypedRune(r)
			}
		}
		if k, ok := o.w.win.Canvas().Focused().(desktop.Keyable); ok && held != name {
			k.KeyUp(shift)
		}
	}
}

func (o *runningOrder) item(title string) *app.Item {
	items := o.ceremony(o.w.doc.Event()).Program.Items
	return &items[slices.IndexFunc(items, func(it app.Item) bool { return it.Title == title })]
}

func TestARunningOrderIsTypedWithoutTheMouse(t *testing.T) {
	e := short(t, "a", "b")
	o := orderOf(t, e)
	o.keys("Enter", "Chào cờ", "Tab", "Tổng phụ trách", "Tab", "Sân trường", "+Tab", "+Tab", "+Tab", "15", "Enter")
	it := o.item("Chào cờ")
	if o.said() != "a Chào cờ b" || it.Who != "Tổng phụ trách" || it.Where != "Sân trường" || it.Minutes != 15 {
		t.Fatalf("%s: %+v", o.said(), it)
	}
	if o.grid.Editing() || o.w.win.Canvas().Focused() != fyne.Focusable(o.grid) {
		t.Error("Enter in a cell did not lead back to the rows")
	}
	o.keys("Left", "7h30", "Enter")
	if o.item("Chào cờ").HardStart != 7*60+30 {
		t.Errorf("the hard start is %s", o.item("Chào cờ").HardStart)
	}
	for range 6 {
		o.w.doc.Undo()
	}
	if o.w.doc.Event() != e {
		t.Errorf("six steps of undo lead to %s", o.said())
	}
}

func TestACellGivesBackWhatStoodThere(t *testing.T) {
	e := short(t, "a", "b")
	o := orderOf(t, e)
	o.keys("F2", "nh", "Esc")
	if o.said() != "a b" || o.grid.Editing() {
		t.Errorf("after Escape: %s", o.said())
	}
	o.keys("F2", "nh", "Enter")
	o.keys("Down", "mới", "Enter")
	if o.said() != "anh mới" {
		t.Errorf("F2 goes on with the text, a letter begins anew: %s", o.said())
	}
	o.keys("Left", "xyz")
	if o.grid.Field().Validator == nil || o.item("mới").Minutes != 10 {
		t.Error("what is no number is not marked, or was taken")
	}
	o.keys("Enter")
	if o.item("mới").Minutes != 10 {
		t.Error("what can't be read was taken")
	}
	before := o.w.doc.Event()
	o.keys("Enter", "Esc")
	if o.w.doc.Event() != before {
		t.Errorf("a row that nothing was typed into stays: %s", o.said())
	}
}

func TestUndoShowsInTheCellThatIsEdited(t *testing.T) {
	o := orderOf(t, short(t, "a", "b"))
	o.choose("a")
	o.grid.Begin(app.RowID{Item: o.item("a").ID}, titleColumn)
	o.keys("xyz")
	o.w.doc.Undo()
	if o.grid.Field().Text != "a" || !o.grid.Editing() {
		t.Errorf("after undo the cell shows %q", o.grid.Field().Text)
	}
	o.w.doc.Edit("", "", func(e *app.Event) { e.Ceremonies[0].Program.Items = e.Ceremonies[0].Program.Items[1:] })
	if o.grid.Editing() || o.w.win.Canvas().Focused() != fyne.Focusable(o.grid) {
		t.Error("a cell is edited whose row is gone")
	}
}

func TestTabGoesThroughAllCells(t *testing.T) {
	o := orderOf(t, short(t, "#lễ", "a", "#hội", "b"))
	o.choose("#lễ")
	o.keys("F2")
	var way []string
	for range 12 {
		way = append(way, o.grid.Field().Text)
		o.keys("Tab")
	}
	if got, want := strings.Join(way, "|"), "lễ||10|a|MC||hội||10|b|MC|"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if o.grid.Editing() {
		t.Error("Tab in the last cell does not end it")
	}
}

func TestSeveralRowsAreOneStep(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(o *runningOrder)
		want string
	}{
		{"move", func(o *runningOrder) { o.choose("b"); o.keys("+Down"); o.move(1) }, "a d b c"},
		{"at the end", func(o *runningOrder) { o.choose("d"); o.move(1) }, "a b c d"},
		{"duplicate", func(o *runningOrder) { o.choose("a"); o.keys("+Down", "+Down", "+Up"); o.duplicate() }, "a b a b c d"},
		{"remove", func(o *runningOrder) { o.choose("b"); o.keys("+Down", "Del") }, "a d"},
		{"all", func(o *runningOrder) {
			o.grid.TypedShortcut(&fyne.ShortcutSelectAll{})
			o.keys("Del")
		}, ""},
		{"clicked apart", func(o *runningOrder) {
			o.click("a", 0)
			o.click("c", fyne.KeyModifierControl)
			o.keys("Del")
		}, "b d"},
		{"clicked from to", func(o *runningOrder) {
			o.click("b", 0)
			o.click("d", fyne.KeyModifierShift)
			o.keys("Del")
		}, "a"},
		{"one click leaves one", func(o *runningOrder) {
			o.grid.ChooseAll()
			o.click("b", 0)
			o.keys("Del")
		}, "a c d"},
		{"dragged", func(o *runningOrder) { o.choose("a"); o.drag("a", "c") }, "b c a d"},
		{"several dragged", func(o *runningOrder) { o.choose("a", "b"); o.drag("b", "d") }, "c d a b"},
		{"dragged up", func(o *runningOrder) { o.drag("d", "a") }, "d a b c"},
	} {
		e := short(t, "a", "b", "c", "d")
		o := orderOf(t, e)
		c.do(o)
		if o.said() != c.want {
			t.Errorf("%s: %s, want %s", c.name, o.said(), c.want)
		}
		if o.w.doc.Undo(); o.w.doc.Event() != e {
			t.Errorf("%s: one undo leads to %s", c.name, o.said())
		}
	}
}

// lineOf returns what takes the pointer in the row with a title, and its place on the screen.
func (o *runningOrder) lineOf(title string) (line fyne.CanvasObject, at fyne.Position) {
	for _, part := range test.LaidOutObjects(o.grid) {
		if _, ok := part.(interface {
			desktop.Mouseable
			fyne.Draggable
		}); ok {
			line = part
		}
		if words, ok := part.(*widget.Words); ok && words.Text() == title {
			return line, fyne.CurrentApp().Driver().AbsolutePositionForObject(line)
		}
	}
	panic("no row " + title)
}

// click clicks the title of a row.
func (o *runningOrder) click(title string, held fyne.KeyModifier) {
	line, _ := o.lineOf(title)
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(160, 12)}, Button: desktop.MouseButtonPrimary, Modifier: held}
	line.(desktop.Mouseable).MouseDown(e)
	line.(desktop.Mouseable).MouseUp(e)
}

// drag drags the chosen rows by one of them onto the row with another title: above it when going up, else below it.
func (o *runningOrder) drag(title, onto string) {
	line, from := o.lineOf(title)
	target, to := o.lineOf(onto)
	line.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(160, 10)}, Button: desktop.MouseButtonPrimary})
	by := to.Y - from.Y - 8
	if by > 0 {
		by += target.Size().Height
	}
	for range 4 {
		line.(fyne.Draggable).Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, by/4)})
	}
	line.(fyne.Draggable).DragEnd()
	line.(desktop.Mouseable).MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
}

func TestOnePersonInTwoPlacesIsToldAtTheRow(t *testing.T) {
	e := short(t, "a", "b")
	items := e.Ceremonies[0].Program.Items
	items[0].Where, items[1].Where, items[1].HardStart = "Cổng trường", "Sân khấu", 7*60+5
	o := orderOf(t, e)
	o.w.jobs.rest()
	texts := strings.Join(textsOf(o.grid), " ")
	if !strings.Contains(texts, "chồng 5 phút") || !strings.Contains(texts, "MC vừa có “a” vừa có “b”") {
		t.Error(texts)
	}
}

func TestTheRowsHaveAMenu(t *testing.T) {
	for _, key := range []string{"Menu", "+F10"} {
		o := orderOf(t, short(t, "#lễ", "a", "b"))
		o.choose("b")
		o.keys(key)
		top := o.w.win.Canvas().Overlays().Top()
		if top == nil {
			t.Fatalf("%s opens no menu", key)
		}
		texts := strings.Join(textsOf(top), "\n")
		for _, phrase := range []string{"menu.duplicate", "menu.remove", "order.part", "order.ungroup", "order.copy", "order.paste", "order.edit"} {
			if !strings.Contains(texts, o.w.say(phrase)) {
				t.Errorf("%s: the menu lacks %q", key, o.w.say(phrase))
			}
		}
		for _, shortcut := range []string{"F2", "Ctrl+C", "Ctrl+V", "Ctrl+D", "Ctrl+Shift+G"} {
			if !strings.Contains(strings.ReplaceAll(texts, "\n", ""), shortcut) {
				t.Errorf("%s: the menu does not tell %s", key, shortcut)
			}
		}
	}
}

func TestTheSideShowsWhatRowsCannot(t *testing.T) {
	o := orderOf(t, short(t, "#lễ", "a", "b"))
	o.choose("b")
	test.Type(entryOf(t, o.w, "field.item-script"), "Kính thưa")
	if it := o.item("b"); it.Script != "Kính thưa" || o.item("a").Script != "" {
		t.Errorf("%+v", it)
	}
	o.choose("#lễ")
	if o.side.fields.Visible() || o.side.title.Text() != "lễ" {
		t.Error("of a heading the fields of an item are shown")
	}
	o.grid.ChooseAll()
	if o.side.fields.Visible() || !o.side.ofSeveral.Visible() {
		t.Error("of several the fields of one are shown")
	}
	if got := o.side.title.Text(); got != o.w.say("order.chosen", "count", "2") {
		t.Errorf("of several it is said: %s", got)
	}
}

// many returns an event with a program of n items in parts of ten.
func many(t testing.TB, n int) *app.Event {
	var items []string
	for i := range n {
		if i%10 == 0 {
			items = append(items, fmt.Sprintf("#Phần %d", i/10+1))
		}
		items = append(items, fmt.Sprintf("Tiết mục số %d của chương trình văn nghệ chào mừng", i+1))
	}
	return short(t, items...)
}

func BenchmarkKeystrokeInACellOf60Items(b *testing.B) {
	o := orderOf(b, many(b, 60))
	o.keys("Down", "F2")
	b.ResetTimer()
	for range b.N {
		o.keys("n")
	}
}
