package widget

import (
	"errors"
	"image/color"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// plain is a theme that answers for the colours and sizes of this package too.
type plain struct{ fyne.Theme }

func (p plain) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if c := p.Theme.Color(name, v); c != nil {
		return c
	}
	return color.White
}

func (p plain) Size(name fyne.ThemeSizeName) float32 {
	if size := p.Theme.Size(name); size > 0 {
		return size
	}
	return 12
}

// start starts an application without a screen.
func start(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(plain{theme.DefaultTheme()})
}

// rowsOf returns a list of n rows in a window.
func rowsOf(t *testing.T, n int) *Rows {
	start(t)
	r := NewRows(func() fyne.CanvasObject { return Fixed(canvas.NewRectangle(nil), 0, 40) }, func(int, fyne.CanvasObject) {})
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(200, 200))
	r.Display(n, 0)
	return r
}

func TestRowsAreChosenByKeys(t *testing.T) {
	r := rowsOf(t, 9)
	var chosen []int
	r.OnSelect = func(i int) { chosen = append(chosen, i) }
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome} {
		r.TypedKey(&fyne.KeyEvent{Name: key})
	}
	want := []int{1, 2, 8, 7, 0}
	if len(chosen) != len(want) {
		t.Fatalf("chosen were %v, want %v", chosen, want)
	}
	for i := range want {
		if chosen[i] != want[i] {
			t.Fatalf("chosen were %v, want %v", chosen, want)
		}
	}
}

func TestRowsScrollToTheChosenOne(t *testing.T) {
	r := rowsOf(t, 20)
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	last := r.rows[19]
	if top, view := last.Position().Y-r.scroll.Offset.Y, r.scroll.Size().Height; top < 0 || top+last.Size().Height > view {
		t.Errorf("the last row lies at %v in a view of %v", top, view)
	}
}

func TestRowIsDragged(t *testing.T) {
	r := rowsOf(t, 5)
	moved := [2]int{-1, 0}
	r.OnMove = func(i, delta int) { moved = [2]int{i, delta} }
	drag := func(i int, dy float32) {
		r.rows[i].Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DY: dy}})
		r.rows[i].DragEnd()
	}
	for _, c := range []struct {
		i, delta int
		dy       float32
	}{{0, 2, 95}, {4, -1, -50}, {2, 0, 10}, {3, -3, -400}} {
		moved = [2]int{c.i, 0}
		drag(c.i, c.dy)
		if moved != [2]int{c.i, c.delta} {
			t.Errorf("row %d dragged by %v moves %v, want %d", c.i, c.dy, moved, c.delta)
		}
		if y := r.rows[1].Position().Y; y != r.rows[0].Size().Height+4 {
			t.Errorf("after a drag the second row lies at %v", y)
		}
	}
}

func TestRowsRemoveAndAskForMore(t *testing.T) {
	r := rowsOf(t, 3)
	removed, entered := -1, -1
	r.OnRemove, r.OnEnter = func(i int) { removed = i }, func(i int) { entered = i }
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if removed != 1 || entered != 1 {
		t.Errorf("removed %d, entered %d", removed, entered)
	}
	r.Display(0, -1)
	if r.Len() != 0 || r.Selected() != -1 {
		t.Errorf("an empty list has %d rows, %d is chosen", r.Len(), r.Selected())
	}
}

func TestEntryGrowsWithItsText(t *testing.T) {
	start(t)
	e := NewLine()
	w := test.NewTempWindow(t, Column(0, e))
	w.Resize(fyne.NewSize(220, 400))
	low := e.MinSize().Height
	e.SetText(strings.Repeat("Học để phát triển bản thân ", 6))
	if e.MinSize().Height <= low {
		t.Error("a long text does not make the field higher")
	}
	e.SetText("Học")
	if e.MinSize().Height != low {
		t.Error("a short text leaves the field high")
	}
}

func TestLineTakesNoLineBreak(t *testing.T) {
	start(t)
	e, edited := NewLine(), ""
	e.OnEdit = func(text string) { edited = text }
	e.SetText("một\nhai")
	if e.Text != "một hai" || edited != "một hai" {
		t.Errorf("field %q, told %q", e.Text, edited)
	}
}

func TestEnterAndTabGoOn(t *testing.T) {
	start(t)
	a, b := NewLine(), NewEntry(3)
	w := test.NewTempWindow(t, Column(0, a, b))
	w.Canvas().Focus(a)
	a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.Canvas().Focused() != b {
		t.Error("Enter does not go on to the next field")
	}
	if a.AcceptsTab() || b.AcceptsTab() {
		t.Error("a field keeps the Tab key to itself")
	}
}

func TestFillIsNotAnEdit(t *testing.T) {
	start(t)
	e := NewEntry(1)
	e.OnEdit = func(string) { t.Error("filling a field edits") }
	e.Fill("x")
	if e.Text != "x" {
		t.Errorf("the field shows %q", e.Text)
	}
}

// number is a field for a number, and what it told last.
func number(t *testing.T) (*Parsed[int], *int) {
	start(t)
	told := -1
	p := NewParsed(func(text string) (int, error) {
		if text == "" {
			return 0, errors.New("empty")
		}
		return strconv.Atoi(strings.TrimSpace(text))
	}, strconv.Itoa, func(v int) { told = v })
	return p, &told
}

func TestParsedTellsOnlyValues(t *testing.T) {
	p, told := number(t)
	p.FillValue(7)
	if p.Text != "7" || *told != -1 {
		t.Fatalf("field %q, told %d", p.Text, *told)
	}
	p.SetText("x")
	if *told != -1 || p.Validator == nil {
		t.Errorf("told %d of a text that is no number; marked %v", *told, p.Validator != nil)
	}
	p.SetText("12")
	if *told != 12 || p.Validator != nil {
		t.Errorf("told %d; marked %v", *told, p.Validator != nil)
	}
	p.SetText("12x")
	p.FocusLost()
	if p.Text != "12" {
		t.Errorf("the field that was left shows %q", p.Text)
	}
}

func TestEscapeGivesTheFormerValueBack(t *testing.T) {
	p, told := number(t)
	w := test.NewTempWindow(t, p)
	closed := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { closed++ })
	escape := func() { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	p.FillValue(7)
	w.Canvas().Focus(p)
	for _, typed := range []string{"12", "no number"} {
		p.SetText(typed)
		escape()
		if p.Text != "7" || *told == 12 || p.Validator != nil || closed != 0 {
			t.Errorf("after %q: field %q, told %d, marked %v, closed %d times", typed, p.Text, *told, p.Validator != nil, closed)
		}
	}
	escape()
	if closed != 1 {
		t.Error("the second press does not go on to the window")
	}
	p.SetText("12")
	p.FillValue(40) // another thing is shown
	p.SetText("41")
	escape()
	if p.Text != "40" || *told != 40 {
		t.Errorf("of another thing: field %q, told %d", p.Text, *told)
	}
}

func TestParsedKeepsWhatMeansTheSame(t *testing.T) {
	p, _ := number(t)
	p.SetText("012 ")
	p.FillValue(12)
	if p.Text != "012 " {
		t.Errorf("the field shows %q under the hands", p.Text)
	}
	p.FillValue(13)
	if p.Text != "13" {
		t.Errorf("the field shows %q", p.Text)
	}
}

func TestMonthBeginsOnMonday(t *testing.T) {
	start(t)
	var picked time.Time
	day := time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC) // a Wednesday
	m := NewMonth(MonthNames{Title: func(t time.Time) string { return t.Format("1/2006") }}, day, func(t time.Time) { picked = t })
	first := -1
	for i, o := range m.days.Objects {
		if b, ok := o.(*widget.Button); ok && b.Text == "1" {
			first = i
		}
	}
	if first != 7+2 {
		t.Errorf("the first of October 2025 is at place %d", first)
	}
	m.turn(1)
	if m.title.Text() != "11/2025" || len(m.days.Objects) != 7+5+30 {
		t.Errorf("the next month is %s with %d things", m.title.Text(), len(m.days.Objects))
	}
	test.Tap(m.days.Objects[7+5+19].(*widget.Button))
	if !picked.Equal(time.Date(2025, 11, 20, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("picked %v", picked)
	}
}

func TestSegmentsShowOneView(t *testing.T) {
	start(t)
	views := []fyne.CanvasObject{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	s := NewSegments([]string{"a", "b", "c"}, views)
	told := -1
	s.OnSelect = func(i int) { told = i }
	s.Select(2)
	if told != 2 || s.Selected() != 2 || views[0].Visible() || views[1].Visible() || !views[2].Visible() {
		t.Errorf("told %d, selected %d", told, s.Selected())
	}
}

func TestTapByKeyboard(t *testing.T) {
	start(t)
	n := 0
	tap := NewTap(canvas.NewRectangle(nil), 0, func() { n++ })
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyA} {
		tap.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if n != 2 {
		t.Errorf("pressed %d times", n)
	}
}

func TestColumnsPassOverHiddenThings(t *testing.T) {
	hidden := Fixed(canvas.NewRectangle(nil), 10, 99)
	hidden.Hide()
	c := Columns(2, 10, Fixed(canvas.NewRectangle(nil), 10, 20), hidden, Fixed(canvas.NewRectangle(nil), 10, 30), Fixed(canvas.NewRectangle(nil), 10, 5))
	c.Resize(fyne.NewSize(110, 100))
	if min := c.MinSize(); min != fyne.NewSize(30, 45) {
		t.Errorf("the columns need %v", min)
	}
	if at := c.Objects[3].Position(); at != fyne.NewPos(0, 40) {
		t.Errorf("the last lies at %v", at)
	}
}

func TestClickFocusesEveryKindOfField(t *testing.T) {
	start(t)
	parsed := NewParsed(strconv.Atoi, strconv.Itoa, func(int) {})
	for name, field := range map[string]fyne.CanvasObject{"text": NewEntry(1), "line": NewLine(), "lines": NewEntry(3), "parsed": parsed} {
		w := test.NewTempWindow(t, field)
		w.Resize(fyne.NewSize(200, 100))
		field.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		if focused, _ := w.Canvas().Focused().(fyne.CanvasObject); focused != field {
			t.Errorf("a click on a field for %s focuses %T", name, w.Canvas().Focused())
		}
	}
}

// twice is a typist for whom a letter that is typed twice becomes two capitals.
func twice(before string, key rune) (int, string) {
	if last := []rune(before); len(last) > 0 && last[len(last)-1] == key {
		return 1, strings.ToUpper(string([]rune{key, key}))
	}
	if key == 0 {
		return 0, "."
	}
	return 0, string(key)
}

func TestTypist(t *testing.T) {
	test.NewTempApp(t)
	Typist = twice
	t.Cleanup(func() { Typist = nil })
	e := NewEntry(3)
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(90, 200)) // so narrow that the text is wrapped
	var edits []string
	e.OnEdit = func(text string) { edits = append(edits, text) }
	e.Fill("một hai ba bốn năm")
	e.CursorRow, e.CursorColumn = 0, 3
	test.Type(e, "aa")
	if want := []string{"mộta hai ba bốn năm", "mộtAA hai ba bốn năm"}; !slices.Equal(edits, want) {
		t.Errorf("edits %q, want %q", edits, want)
	}
	test.Type(e, "b")
	w.Canvas().Focus(e)
	w.Canvas().Unfocus()
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := "mộtAAb..\n hai ba bốn năm"; e.Text != want {
		t.Errorf("left: %q, want %q", e.Text, want)
	}
	e.Put("cc")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(e, "dd")
	if e.Text != "DD" {
		t.Errorf("over a selection: %q", e.Text)
	}
}

func TestNumbersHaveNoTypist(t *testing.T) {
	test.NewTempApp(t)
	Typist = twice
	t.Cleanup(func() { Typist = nil })
	p := NewParsed(strconv.Atoi, strconv.Itoa, func(int) {})
	test.NewTempWindow(t, p)
	test.Type(p, "aa11")
	if p.Text != "aa11" {
		t.Errorf("%q", p.Text)
	}
}

func TestMenuKeyOpensTheFieldsMenu(t *testing.T) {
	start(t)
	e := NewEntry(1)
	w := test.NewTempWindow(t, e)
	w.Canvas().Focus(e)
	e.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if w.Canvas().Overlays().Top() == nil {
		t.Error("no menu is seen")
	}
}

func TestNoLineBeginsWithADot(t *testing.T) {
	start(t)
	for width := float32(60); width < 500; width += 10 {
		f := NewFit("Đang tạm dừng · mục này 5 phút", FitLook{Color: color.White, Lines: 2})
		f.Resize(fyne.NewSize(width, 80))
		for _, piece := range test.WidgetRenderer(f).Objects() {
			if line := piece.(*canvas.Text).Text; strings.HasPrefix(line, "·") {
				t.Errorf("width %v: a line says %q", width, line)
			}
		}
	}
}
