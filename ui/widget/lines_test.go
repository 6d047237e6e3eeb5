package widget

import (
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
