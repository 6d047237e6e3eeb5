package widget

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestLinesAreChosenByKeys(t *testing.T) {
	start(t)
	var told []int
	l := NewLines(func() int { return 100 }, func() fyne.CanvasObject { return Fixed(canvas.NewRectangle(nil), 0, 20) }, func(int, fyne.CanvasObject) {})
	l.OnChoose = func(i int) { told = append(told, i) }
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(200, 240))
	l.Mark(5)
	if l.Chosen() != 5 || len(told) != 0 {
		t.Fatalf("line %d is marked, %v were told", l.Chosen(), told)
	}
	w.Canvas().Focus(l)
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, 6}, {fyne.KeyUp, 5}, {fyne.KeyEnd, 99}, {fyne.KeyDown, 99}, {fyne.KeyHome, 0}, {fyne.KeyUp, 0}, {fyne.KeyPageDown, 8}, {fyne.KeyPageUp, 0}} {
		l.TypedKey(&fyne.KeyEvent{Name: c.key})
		if l.Chosen() != c.want {
			t.Errorf("%s chose %d, want %d", c.key, l.Chosen(), c.want)
		}
	}
	if len(told) != 6 { // an edge chooses nothing new
		t.Errorf("told: %v", told)
	}
	l.Mark(-1)
	if l.Chosen() != -1 {
		t.Errorf("line %d is chosen after none was marked", l.Chosen())
	}
}

func TestLinesHaveKeysOfTheirOwn(t *testing.T) {
	start(t)
	heard := map[string]int{}
	hear := func(what string) func() { return func() { heard[what]++ } }
	l := NewLines(func() int { return 3 }, func() fyne.CanvasObject { return Fixed(canvas.NewRectangle(nil), 0, 20) }, func(int, fyne.CanvasObject) {})
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(200, 200))
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // nobody listens yet
	l.OnOpen, l.OnRemove, l.OnCopy, l.OnPaste = hear("open"), hear("remove"), hear("copy"), hear("paste")
	l.OnMenu = func(fyne.Position) { heard["menu"]++ }
	l.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu}) // of no line
	l.Mark(1)
	l.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10}) // without Shift it is not the key
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	l.TypedShortcut(&fyne.ShortcutCopy{})
	l.TypedShortcut(&fyne.ShortcutPaste{})
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	for _, what := range []string{"open", "remove", "copy", "paste", "menu"} {
		if heard[what] != 1 {
			t.Errorf("%s was heard %d times", what, heard[what])
		}
	}
}

func TestSecondaryButtonChoosesItsLine(t *testing.T) {
	start(t)
	at := -1
	l := NewLines(func() int { return 3 }, func() fyne.CanvasObject { return Fixed(canvas.NewRectangle(nil), 0, 20) }, func(int, fyne.CanvasObject) {})
	l.OnMenu = func(fyne.Position) { at = l.Chosen() }
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(200, 200))
	for _, o := range test.LaidOutObjects(l) {
		if one, ok := o.(*line); ok && one.i == 2 {
			test.TapSecondary(one)
		}
	}
	if at != 2 || w.Canvas().Focused() != fyne.Focusable(l) {
		t.Errorf("the menu is of line %d, the focus is on %T", at, w.Canvas().Focused())
	}
}

// severalLines are lines of which several can be chosen, in a window; their keys are the words.
func severalLines(t *testing.T, words *[]string) *Lines {
	start(t)
	l := NewLines(func() int { return len(*words) }, func() fyne.CanvasObject { return Fixed(canvas.NewRectangle(nil), 0, 20) }, func(int, fyne.CanvasObject) {})
	l.Key = func(i int) any { return (*words)[i] }
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(200, 400))
	w.Canvas().Focus(l)
	return l
}

// lit returns the lines that look chosen.
func lit(l *Lines) (all []int) {
	for _, o := range test.LaidOutObjects(l) {
		if one, ok := o.(*line); ok && (one.back.Visible() || one.i == l.Chosen()) {
			all = append(all, one.i)
		}
	}
	slices.Sort(all)
	return all
}

func TestSeveralLinesAreChosenAsInASpreadsheet(t *testing.T) {
	words := strings.Split("a b c d e f g h", " ")
	l := severalLines(t, &words)
	told := 0
	l.OnChoose = func(int) { told++ }
	key := func(names ...fyne.KeyName) {
		for _, name := range names {
			l.TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	shift := func(names ...fyne.KeyName) {
		l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		key(names...)
		l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	click := func(i int, held fyne.KeyModifier) {
		for _, o := range test.LaidOutObjects(l) {
			if one, ok := o.(*line); ok && one.i == i {
				one.MouseDown(&desktop.MouseEvent{Modifier: held})
				one.MouseUp(&desktop.MouseEvent{Modifier: held})
				one.Tapped(&fyne.PointEvent{})
				return
			}
		}
		t.Fatalf("line %d is not seen", i)
	}
	for _, c := range []struct {
		what string
		do   func()
		want []int
		lead int
	}{
		{"a click", func() { click(2, 0) }, []int{2}, 2},
		{"Shift and down, twice", func() { shift(fyne.KeyDown, fyne.KeyDown) }, []int{2, 3, 4}, 4},
		{"Shift and up goes back over where it began", func() { shift(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp) }, []int{1, 2}, 1},
		{"an arrow alone", func() { key(fyne.KeyDown) }, []int{2}, 2},
		{"Shift and End", func() { shift(fyne.KeyEnd) }, []int{2, 3, 4, 5, 6, 7}, 7},
		{"Shift and a click", func() { click(4, fyne.KeyModifierShift) }, []int{2, 3, 4}, 4},
		{"Ctrl and a click outside", func() { click(6, fyne.KeyModifierControl) }, []int{2, 3, 4, 6}, 6},
		{"Ctrl and a click on a chosen one", func() { click(3, fyne.KeyModifierControl) }, []int{2, 4, 6}, 4},
		{"Ctrl and a click on the last chosen one", func() { click(4, fyne.KeyModifierControl) }, []int{2, 6}, 6},
		{"a click on the last one of several", func() { click(6, 0) }, []int{6}, 6},
		{"Ctrl and a click on the only one", func() { click(6, fyne.KeyModifierControl) }, []int{6}, 6},
		{"Ctrl+A", func() { l.TypedShortcut(&fyne.ShortcutSelectAll{}) }, []int{0, 1, 2, 3, 4, 5, 6, 7}, 6},
		{"Ctrl+Home", func() {
			l.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierControl})
		}, []int{0}, 0},
	} {
		before := told
		c.do()
		if got := l.All(); !slices.Equal(got, c.want) || !slices.Equal(lit(l), c.want) || l.Chosen() != c.lead {
			t.Errorf("%s chose %v, the last %d, and %v look so; want %v, %d", c.what, got, l.Chosen(), lit(l), c.want, c.lead)
		}
		if told == before {
			t.Errorf("%s was told to nobody", c.what)
		}
	}
}

// Those that are chosen are known by what they are: they stay chosen where the list changes around them.
func TestChosenLinesAreFollowed(t *testing.T) {
	words := strings.Split("a b c d e f", " ")
	l := severalLines(t, &words)
	l.Mark(1)
	l.step(3, true)
	words = strings.Split("x d c a b", " ") // sorted otherwise, and one more
	l.Mark(1)
	if got := l.All(); !slices.Equal(got, []int{1, 2, 4}) || !slices.Equal(lit(l), got) {
		t.Errorf("b, c and d are chosen at %v, %v look so", got, lit(l))
	}
	l.Mark(3) // another one was gone to
	if got := l.All(); !slices.Equal(got, []int{3}) || !slices.Equal(lit(l), got) {
		t.Errorf("only a is chosen: %v, %v look so", got, lit(l))
	}
	l.Mark(-1)
	if got := l.All(); len(got) != 0 || len(lit(l)) != 0 {
		t.Errorf("none is chosen: %v, %v look so", got, lit(l))
	}
}
