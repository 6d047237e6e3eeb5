package widget

import (
	"image/color"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// rowsNamed returns rows of a grid with one column; every fourth is a heading.
func rowsNamed(keys []int) []GridRow[int] {
	rows := make([]GridRow[int], len(keys))
	for i, key := range keys {
		rows[i] = GridRow[int]{Key: key, Heading: key%4 == 0, Cells: []GridCell{{Text: "a", Value: "a"}, {}}}
	}
	return rows
}

// chosenInRed is a theme in which what is chosen has a colour of its own.
type chosenInRed struct{ plain }

func (c chosenInRed) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == ColorChosen {
		return color.NRGBA{R: 255, A: 255}
	}
	return c.plain.Color(name, v)
}

// TestAGridShowsWhatIsChosen does at random what people do, while the rows come, go and move, and goes back and forth in time.
func TestAGridShowsWhatIsChosen(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(chosenInRed{plain{theme.DefaultTheme()}})
	random := rand.New(rand.NewPCG(3, 4))
	g := NewGrid[int](GridColumn{Title: "Nội dung", Share: 1}, GridColumn{Title: "Phút", Width: 50})
	test.NewTempWindow(t, g).Resize(fyne.NewSize(300, 200))
	g.OnEdit = func(int, int, string, bool) error { return nil }
	keys, last := []int{}, 0
	versions := [][]int{keys}
	moves := []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyF2, fyne.KeyEscape}
	place := func() int { return random.IntN(len(keys) + 1) }
	for n := range 3000 {
		keys = slices.Clone(keys)
		switch at := place(); random.IntN(7) {
		case 0, 1:
			for range random.IntN(3) {
				last++
				keys = slices.Insert(keys, at, last)
			}
		case 2:
			keys = slices.Delete(keys, at, min(at+random.IntN(4), len(keys)))
		case 3:
			keys = slices.DeleteFunc(keys, func(key int) bool { return g.Chosen()[key] })
		case 4:
			keys = versions[random.IntN(len(versions))]
		case 5:
			random.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		case 6:
			g.shift = random.IntN(2) == 0
			g.TypedKey(&fyne.KeyEvent{Name: moves[random.IntN(len(moves))]})
			g.TypedShortcut(&desktop.CustomShortcut{KeyName: []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd, fyne.KeyA}[random.IntN(3)], Modifier: fyne.KeyModifierControl})
			if at < len(keys) && random.IntN(3) == 0 {
				g.toggle(at)
			}
		}
		versions = append(versions, keys)
		lead, had := g.Lead()
		had = had && slices.Contains(keys, lead)
		came := slices.ContainsFunc(keys, func(key int) bool {
			return !slices.ContainsFunc(g.rows, func(row GridRow[int]) bool { return row.Key == key })
		})
		g.Display(rowsNamed(keys))
		if now, _ := g.Lead(); had && !came && now != lead {
			t.Fatalf("step %d: the cursor went from %d to %d", n, lead, now)
		}
		sound(t, n, g)
	}
}

// sound checks that cursor and anchor are at rows, that something is chosen, and that the rows show which.
func sound(t *testing.T, n int, g *Grid[int]) {
	t.Helper()
	if count := len(g.rows); count == 0 && len(g.chosen) > 0 || count > 0 && (g.lead < 0 || g.lead >= count || g.anchor < 0 || g.anchor >= count || len(g.chosen) == 0) {
		t.Fatalf("step %d: cursor %d, anchor %d, %d chosen of %d rows", n, g.lead, g.anchor, len(g.chosen), count)
	}
	shown := map[int]bool{}
	for i, line := range g.lines[:len(g.rows)] {
		if line.back.FillColor == color.Color(colorOf(ColorChosen)) {
			shown[g.rows[i].Key] = true
		}
		if line.i != i || line.row.Key != g.rows[i].Key {
			t.Fatalf("step %d: line %d shows row %d", n, i, line.row.Key)
		}
	}
	if len(shown) != len(g.chosen) {
		t.Fatalf("step %d: %d rows are shown as chosen, %d are", n, len(shown), len(g.chosen))
	}
	for key := range g.chosen {
		if !shown[key] {
			t.Fatalf("step %d: row %d is chosen and not shown so", n, key)
		}
	}
}

// TestTheCursorsRowStaysInSight puts notes under a row that was just seen whole, and above it.
func TestTheCursorsRowStaysInSight(t *testing.T) {
	start(t)
	g := NewGrid[int](GridColumn{Title: "Nội dung", Share: 1}, GridColumn{Title: "Phút", Width: 50})
	test.NewTempWindow(t, g).Resize(fyne.NewSize(300, 200))
	rows := rowsNamed([]int{1, 2, 3, 5, 6, 7, 9, 10, 11, 13})
	g.Display(rows)
	g.Choose(7)
	rows = slices.Clone(rows)
	rows[5].Below = GridNote{Text: "Trùng người"}
	rows[2].Before = GridNote{Text: "trống 20 phút"}
	g.Display(rows)
	line, top := g.lines[5], g.scroll.Offset.Y
	if from, to := line.Position().Y, line.Position().Y+line.Size().Height; from < top || to > top+g.scroll.Size().Height {
		t.Errorf("the row lies from %v to %v, seen is from %v to %v", from, to, top, top+g.scroll.Size().Height)
	}
	g.scroll.ScrollToOffset(fyne.NewPos(0, 0))
	g.Choose(13)
	g.scroll.ScrollToOffset(fyne.NewPos(0, 0)) // by the wheel
	rows[2].Before = GridNote{}
	if g.Display(rows); g.scroll.Offset.Y != 0 {
		t.Errorf("who looked elsewhere was taken to %v", g.scroll.Offset.Y)
	}
}
