package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// mute lists the controls in an object on which no words stand and that tell nothing.
func mute(o fyne.CanvasObject) (list []fyne.CanvasObject, seen int) {
	for _, part := range test.LaidOutObjects(o) {
		if b, ok := part.(*widget.Button); ok && b.Text == "" && b.Hint() == "" {
			println(b.Importance, b.Icon == nil, b.Visible(), b.Disabled())
		}
		if !part.Visible() {
			continue
		}
		hint := ""
		switch c := part.(type) {
		case *widget.Button:
			if c.Text != "" {
				continue
			}
			hint = c.Hint()
		case *widget.Tap:
			if len(textsOf(c)) > 0 {
				continue
			}
			hint = c.Hint()
		default:
			continue
		}
		seen++
		if hint == "" {
			list = append(list, part)
		}
	}
	return list, seen
}

func TestIconsAloneTellWhatTheyDo(t *testing.T) {
	w := open(t, sample(t))
	all := 0
	everyView(w, func(name pageName, tab int) {
		list, n := mute(w.win.Content())
		all += n
		for _, o := range list {
			t.Errorf("%s, tab %d: %T at %v of size %v tells nothing", name, tab, o, fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size())
		}
	})
	if all < 100 {
		t.Errorf("only %d controls without words were found", all)
	}
	for name, show := range map[string]func(){
		"calendar": func() { w.pickDate(w.place, app.Date{}, nil) }, "open": w.askOpen, "calibrate": w.calibrate, "keys": w.keys,
	} {
		show()
		if list, _ := mute(w.win.Canvas().Overlays().Top()); len(list) > 0 {
			t.Errorf("%s: %d controls tell nothing: %T", name, len(list), list[0])
		}
		w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
		w.sheets = nil
	}
}

// hinted returns the control that tells these words.
func hinted(t *testing.T, o fyne.CanvasObject, words string) *widget.Button {
	t.Helper()
	for _, part := range test.LaidOutObjects(o) {
		if b, ok := part.(*widget.Button); ok && strings.HasPrefix(b.Hint(), words) {
			return b
		}
	}
	t.Fatalf("no control tells %q", words)
	return nil
}

func TestTipAfterARest(t *testing.T) {
	w := open(t, sample(t))
	w.turnTo("program")
	b := hinted(t, w.place, "Nhân đôi")
	tip := "Nhân đôi (Ctrl+D)"
	for name, way := range map[string][2]func(){
		"pointer": {func() { b.MouseIn(&desktop.MouseEvent{}) }, b.MouseOut},
		"focus":   {func() { w.win.Canvas().Focus(b) }, w.win.Canvas().Unfocus},
		"key":     {func() { w.win.Canvas().Focus(b) }, func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp}) }},
		"page":    {func() { b.MouseIn(&desktop.MouseEvent{}) }, func() { w.turnTo("program") }},
	} {
		way[0]()
		if strings.Contains(seen(w), tip) {
			t.Errorf("%s: told before the rest", name)
		}
		w.jobs.rest()
		if !strings.Contains(seen(w), tip) {
			t.Errorf("%s: after the rest nothing is told", name)
		}
		way[1]()
		if strings.Contains(seen(w), tip) {
			t.Errorf("%s: it is still told", name)
		}
		w.win.Canvas().Unfocus()
	}
}

func TestTipStaysInTheWindow(t *testing.T) {
	w := open(t, sample(t))
	size := w.win.Canvas().Size()
	everyView(w, func(name pageName, _ int) {
		for _, part := range test.LaidOutObjects(w.win.Content()) {
			b, ok := part.(*widget.Button)
			if !ok || b.Hint() == "" || !b.Visible() {
				continue
			}
			w.tell(b, strings.Repeat(b.Hint()+" ", 9), 0)
			w.jobs.rest()
			layer := w.win.Content().(*fyne.Container).Objects[1].(*fyne.Container)
			card := layer.Objects[0]
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(card)
			if at.X < 0 || at.Y < 0 || at.X+card.Size().Width > size.Width || at.Y+card.Size().Height > size.Height {
				t.Errorf("%s: what %q tells lies at %v and is %v large", name, b.Hint(), at, card.Size())
			}
		}
	})
}
