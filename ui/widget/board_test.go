package widget

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestEveryThingOnABoardIsReached walks through random boards, some squares of which are empty and some hold several things.
func TestEveryThingOnABoardIsReached(t *testing.T) {
	start(t)
	random := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		b, content := NewBoard(), container.NewVBox()
		tapped := map[int]bool{}
		count := 0
		for row := range 1 + random.IntN(4) {
			for column := range 1 + random.IntN(4) {
				for range random.IntN(3) {
					n := count
					content.Add(b.Place(NewPress(canvas.NewRectangle(nil), 0, func() { tapped[n] = true }), row, column))
					count++
				}
			}
		}
		b.Display(content)
		test.NewTempWindow(t, b).Canvas().Focus(b)
		seen := map[int]bool{}
		var visit func()
		visit = func() {
			if count == 0 || seen[b.at] {
				return
			}
			at := b.at
			seen[at] = true
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd} {
				b.TypedKey(&fyne.KeyEvent{Name: key})
				visit()
				b.goTo(at)
			}
		}
		visit()
		if len(tapped) != count {
			t.Fatalf("the keys reach %d of %d things", len(tapped), count)
		}
		shown := 0
		for _, s := range b.squares {
			if s.focus {
				shown++
			}
		}
		if count > 0 && shown != 1 {
			t.Fatalf("%d things show the focus", shown)
		}
	}
}
