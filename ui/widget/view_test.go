package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// tall returns a view of 200 units on a field, then much room, then a field for a value.
func tall(t *testing.T) (view *container.Scroll, first *Entry, last *Parsed[string]) {
	t.Helper()
	test.NewTempApp(t)
	room := canvas.NewRectangle(nil)
	room.SetMinSize(fyne.NewSize(10, 600))
	same := func(s string) string { return s }
	first = NewEntry(3)
	last = NewParsed(func(s string) (string, error) { return s, nil }, same, func(string) {})
	view = NewView(Column(0, first, room, last))
	w := test.NewTempWindow(t, view)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	return view, first, last
}

func TestWheelOverAFieldScrollsTheView(t *testing.T) {
	view, first, _ := tall(t)
	turn := func() {
		var over fyne.Scrollable // what lies on top there, as the driver finds it
		for _, part := range test.LaidOutObjects(first) {
			if s, ok := part.(fyne.Scrollable); ok {
				over = s
			}
		}
		over.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	}
	turn()
	if view.Offset.Y != 40 {
		t.Fatalf("the view scrolled to %v", view.Offset.Y)
	}
	long := ""
	for range 40 {
		long += "dòng\n"
	}
	first.Fill(long) // more than the field grows to
	turn()
	if view.Offset.Y != 40 {
		t.Errorf("a field with text out of sight left the wheel to the view: %v", view.Offset.Y)
	}
}

func TestFocusBringsAFieldIntoSight(t *testing.T) {
	view, first, last := tall(t)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(view)
	canvas.Focus(last)
	if bottom := view.Offset.Y + view.Size().Height; view.Offset.Y == 0 || bottom < last.Position().Y+last.Size().Height {
		t.Fatalf("the field at %v is not seen in a view from %v to %v", last.Position().Y, view.Offset.Y, bottom)
	}
	canvas.Focus(first)
	if view.Offset.Y != 0 {
		t.Errorf("the first field is not seen from %v", view.Offset.Y)
	}
}

func TestMarkSelectsAPartOfTheText(t *testing.T) {
	_, first, last := tall(t)
	first.Fill("Học sinh {lơp} đã tích cực tham gia các hoạt động\ncủa Tuần lễ hưởng ứng")
	last.Fill("Trường Tiểu học")
	for _, c := range []struct {
		field interface {
			Mark(from, length int)
			SelectedText() string
			CursorTextOffset() int
		}
		from, length int
		want         string
	}{
		{first, 9, 5, "{lơp}"}, {first, 46, 9, "ộng\ncủa T"}, {first, 0, 3, "Học"}, {first, 4, 0, ""}, {last, 7, 8, "Tiểu học"}, {last, 99, 5, ""},
	} {
		c.field.Mark(c.from, c.length)
		if got := c.field.SelectedText(); got != c.want {
			t.Errorf("%d characters from %d: %q, want %q", c.length, c.from, got, c.want)
		}
		if got := c.field.CursorTextOffset(); c.from < 99 && got != c.from+c.length {
			t.Errorf("the cursor is at %d after marking %d from %d", got, c.length, c.from)
		}
	}
}

func TestFocusScrollsIntoSight(t *testing.T) {
	start(t)
	box := Column(0)
	for range 30 {
		box.Add(NewTap(Fixed(canvas.NewRectangle(nil), 0, 40), 0, nil))
	}
	view := Scrolled(box, 0)
	w := test.NewTempWindow(t, NewSegments([]string{"one"}, []fyne.CanvasObject{view}))
	w.Resize(fyne.NewSize(200, 300))
	w.Canvas().Focus(box.Objects[20].(*Tap))
	top := box.Objects[20].Position().Y
	if view.Offset.Y > top || view.Offset.Y+view.Size().Height < top+40 {
		t.Errorf("from %v to %v is seen, what has the focus stands at %v", view.Offset.Y, view.Offset.Y+view.Size().Height, top)
	}
	scrolled := false
	OnScroll = func() { scrolled = true }
	defer func() { OnScroll = nil }()
	view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 30}})
	if !scrolled {
		t.Error("nobody heard of the scrolling")
	}
}

// caretIn is where the caret's line lies in what a view shows, from its top.
func caretIn(view *container.Scroll, e *Entry) float32 {
	return e.seat.in[len(e.seat.in)-1].Position().Y + e.CursorPosition().Y - e.inner.Offset.Y - view.Offset.Y
}

// Nobody types blind: a field may grow out of the view, or be higher than it.
func TestTheCaretStaysInSight(t *testing.T) {
	view, first, _ := tall(t)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(view)
	view.Resize(fyne.NewSize(300, 120))
	canvas.Focus(first)
	see := func(what string) {
		t.Helper()
		view.Refresh() // as the driver does where the content became higher
		if at := caretIn(view, first); at < 0 || at+18 > view.Size().Height {
			t.Fatalf("%s: the caret's line is at %v of a view of %v", what, at, view.Size().Height)
		}
	}
	for n := range 40 {
		first.TypedRune('x')
		press(first, fyne.KeyReturn)
		see(fmt.Sprint("line ", n+2))
	}
	for _, key := range []fyne.KeyName{fyne.KeyPageUp, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyUp} {
		for range 5 {
			press(first, key)
			see(string(key))
		}
	}
	canvas.Unfocus()
	view.ScrollToOffset(fyne.NewPos(0, 0))
	canvas.Focus(first)
	see("come back")
	view.ScrollToOffset(fyne.NewPos(0, 60))
	first.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, 100)}})
	if view.Offset.Y != 60 {
		t.Errorf("a click moved the view to %v", view.Offset.Y)
	}
}
