package print

import (
	"math/rand/v2"
	"strings"
	"testing"

	"tiengtrong/app"
)

func TestTilesCoverThePiece(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(9, 10))
	sizes := []Size{{60000, 1000}, {10000, 2000}, {6000, 900}, {420, 594}, {210, 297}, {297, 210}, {211, 297}, {10, 10}}
	for range 60 {
		sizes = append(sizes, Size{MM(10 + r.IntN(8000)), MM(10 + r.IntN(8000))})
	}
	for _, size := range sizes {
		for _, paper := range Papers {
			overlap := MM(r.IntN(30))
			tiling := s.Tiling(&Page{Trim: size, Bleed: AllSides(10), Scale: 1}, "Băng rôn", paper, overlap)
			checkTiles(t, tiling, size, overlap)
		}
	}
}

func checkTiles(t *testing.T, tiling *Tiling, size Size, overlap MM) {
	t.Helper()
	if tiling.Sheets() == 1 {
		if p := tiling.Page(0); tiling.Len() != 1 || p.Trim != size {
			t.Errorf("%v on one sheet: %v of %d", size, p.Trim, tiling.Len())
		}
		return
	}
	end := Point{}
	for row := range tiling.Rows {
		for column := range tiling.Columns {
			area := tiling.Area(row, column)
			if !(area.W > 0 && area.H > 0 && area.W <= tiling.live.W && area.H <= tiling.live.H) {
				t.Errorf("%v: sheet %s shows %v", size, SheetName(row, column), area)
			}
			if column > 0 {
				if left := tiling.Area(row, column-1); !near(left.Right()-area.X, overlap) || left.Y != area.Y {
					t.Errorf("%v: %s overlaps its left neighbour by %v, not %v", size, SheetName(row, column), left.Right()-area.X, overlap)
				}
			}
			if row > 0 {
				if above := tiling.Area(row-1, column); !near(above.Bottom()-area.Y, overlap) || above.X != area.X {
					t.Errorf("%v: %s overlaps the sheet above by %v, not %v", size, SheetName(row, column), above.Bottom()-area.Y, overlap)
				}
			}
			end = Point{area.Right(), area.Bottom()}
		}
	}
	if first := tiling.Area(0, 0); first.X != 0 || first.Y != 0 || !near(end.X, size.W) || !near(end.Y, size.H) {
		t.Errorf("%v: the sheets show %v to %v", size, first, end)
	}
}

func TestSheetNames(t *testing.T) {
	for want, at := range map[string][2]int{"A1": {0, 0}, "B12": {1, 11}, "Z2": {25, 1}, "AA3": {26, 2}, "AZ1": {51, 0}, "BA1": {52, 0}, "ZZ1": {701, 0}, "AAA1": {702, 0}} {
		if got := SheetName(at[0], at[1]); got != want {
			t.Errorf("%v is %s, not %s", at, got, want)
		}
	}
}

// TestGuidesStayOffThePicture keeps everything that is not the piece in the margins, where scissors or glue hide it.
func TestGuidesStayOffThePicture(t *testing.T) {
	s := studio(t)
	page, _ := s.Poster(nil, app.NewPoster("Thư viện", "Đọc sách mỗi ngày"))
	tiling := s.Tiling(page, strings.Repeat("Áp phích có tên rất dài ", 20), Papers[0], 10)
	for i := len(tiling.maps); i < tiling.Len(); i++ {
		p := tiling.Page(i)
		picture := p.Items[0].(*Clip).Box
		for _, guide := range p.Items[1:] {
			if box := bounds(guide); overlap(box, picture) || !p.TrimBox().Contains(box) {
				t.Errorf("sheet %d: a guide at %s, the picture is at %s", i, dumpRect(box), dumpRect(picture))
			}
		}
	}
}

func TestTilingGolden(t *testing.T) {
	s := studio(t)
	page := &Page{Trim: Size{420, 594}, Bleed: AllSides(5), Scale: 1, Items: []Item{fill(Ink{Y: 100}, RectPath(Rect{-5, -5, 430, 604}))}}
	tiling := s.Tiling(page, "Thư viện", Papers[0], 10)
	var pages []*Page
	for i := range tiling.Len() {
		pages = append(pages, tiling.Page(i))
	}
	golden(t, "tiling.txt", dumpPages(pages))
}

// TestMapsNameEverySheet reads the names on the maps of long and high pieces.
func TestMapsNameEverySheet(t *testing.T) {
	s := studio(t)
	for _, size := range []Size{{60000, 1000}, {1000, 10000}, {420, 594}} {
		tiling := s.Tiling(&Page{Trim: size, Scale: 1}, "Băng rôn", Papers[0], 10)
		named := map[string]int{}
		for i := range tiling.maps {
			p := tiling.Page(i)
			for _, text := range textsOf(p) {
				named[text.String]++
				if !p.TrimBox().Contains(text.Bounds()) {
					t.Errorf("%v: %q leaves the map", size, text.String)
				}
			}
		}
		for row := range tiling.Rows {
			for column := range tiling.Columns {
				if n := named[SheetName(row, column)]; n != 1 {
					t.Errorf("%v: %s stands %d times on the maps", size, SheetName(row, column), n)
				}
			}
		}
	}
}

func TestLettersToCutOut(t *testing.T) {
	s := studio(t)
	for _, text := range []string{"Học, học nữa, học mãi", "Ẫm Ọp Ậy", "I", "2025 – 漢"} {
		for _, paper := range Papers {
			b := bannerFor(app.BangRon, "do-vang", 6000, 900, text)
			l := s.BannerLetters(b, paper)
			want := strings.ReplaceAll(strings.ToUpper(text), " ", "")
			if l.Len() != len([]rune(want)) {
				t.Errorf("%q: %d letters", text, l.Len())
			}
			largest := MM(0)
			for i := range l.Len() {
				p := l.Page(i)
				shape := bounds(p.Items[1])
				if !p.TrimBox().Inset(AllSides(sheetMargin - 0.01)).Contains(shape) {
					t.Errorf("%q: %c leaves the sheet: %s", text, l.letters[i], dumpRect(shape))
				}
				largest = max(largest, shape.W/(p.Trim.W-2*sheetMargin))
			}
			above := l.em * MM(l.face.CapHeight())
			if largest < 0.99 && above < paper.Size.W*0.4 {
				t.Errorf("%q: capitals of %v on %s could be larger", text, above, paper.Code)
			}
		}
	}
	if l := s.BannerLetters(bannerFor(app.BangRon, "do-vang", 6000, 900, " "), Papers[0]); l.Len() != 0 {
		t.Errorf("%d letters of nothing", l.Len())
	}
	golden(t, "letters.txt", Dump(s.PosterLetters(app.NewPoster("x", "Ọ"), Papers[0]).Page(0)))
}

func TestCropLeavesOutWhatIsNotSeen(t *testing.T) {
	page := sheetOf(t, 210, 297, 3)
	part := page.crop(Rect{0, 100, 50, 50}, Sides{})
	clip := part.Items[0].(*Clip)
	if part.Trim != (Size{50, 50}) || len(clip.Items) != 2 { // the ground and the diagonal
		t.Errorf("trim %v, items %d", part.Trim, len(clip.Items))
	}
	if ground := bounds(clip.Items[0]); dumpRect(ground) != "-3 -103 216 × 303" {
		t.Errorf("the ground lies at %s", dumpRect(ground))
	}
}
