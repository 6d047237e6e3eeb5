package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// covers tells whether an object covers a place.
func covers(o fyne.CanvasObject, at fyne.Position) bool {
	at = at.Subtract(o.Position())
	return at.X >= 0 && at.Y >= 0 && at.X < o.Size().Width && at.Y < o.Size().Height
}

// Each place of a large area is drawn as it would be in one piece: near the edge by one view of the whole, which fades there and
// must not be laid over itself; elsewhere by a view or the plain middle, which stays clear of the rounded corners.
func TestALargeSlabLooksWhole(t *testing.T) {
	test.NewTempApp(t)
	const corner = 14
	for _, size := range []fyne.Size{fyne.NewSize(400, 300), fyne.NewSize(201.5, 233.25), fyne.NewSize(65, 700), fyne.NewSize(1000, 60)} {
		s := newSlab(ColorCard, ColorLine, corner)
		s.Resize(size)
		parts := test.WidgetRenderer(s).Objects()
		if len(parts) != 5 {
			t.Fatalf("%v is drawn in %d parts", size, len(parts))
		}
		for _, view := range parts[1:] {
			whole := view.(*container.Clip).Content.(*fyne.Container).Objects[0]
			if whole.Size() != size || view.Position().Add(whole.Position()) != (fyne.Position{}) {
				t.Errorf("%v: a view shows %v at %v", size, whole.Size(), view.Position().Add(whole.Position()))
			}
		}
		for x := float32(-2); x < size.Width+2; x++ {
			for y := float32(-2); y < size.Height+2; y++ {
				at, views := fyne.NewPos(x, y), 0
				for _, view := range parts[1:] {
					if covers(view, at) {
						views++
					}
				}
				deep := min(x, y, size.Width-x, size.Height-y)
				if views > 1 || views == 0 && !covers(parts[0], at) || deep < corner/2 && (views != 1 || covers(parts[0], at)) {
					t.Fatalf("%v: %v is seen in %d views", size, at, views)
				}
			}
		}
	}
}

func TestASmallSlabIsOnePiece(t *testing.T) {
	test.NewTempApp(t)
	s := newSlab(ColorCard, ColorLine, 10)
	for _, size := range []fyne.Size{fyne.NewSize(900, 300), fyne.NewSize(300, 40)} {
		s.Resize(size)
	}
	if parts := test.WidgetRenderer(s).Objects(); len(parts) != 1 || parts[0].Size() != fyne.NewSize(300, 40) {
		t.Errorf("it is drawn in %d parts, the first %v", len(parts), parts[0].Size())
	}
}
