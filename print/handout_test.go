package print

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
)

// pupils returns an event with a certificate for so many, in classes of 30.
func pupils(n int) (*app.Event, app.Certificate) {
	e := app.NewEvent()
	e.Title, e.School = "Tuần lễ hưởng ứng học tập suốt đời năm 2025", app.School{Name: "Trường Tiểu học Lê Hồng Phong", Parent: "UBND phường Phù Liễn"}
	c := app.NewCertificate("Giấy khen Tuần lễ")
	c.Number = "{số:3}/GK"
	roster := app.NewRoster("x")
	names := []string{"Nguyễn Thị Ánh Tuyết", "H'Hen Niê", "Lê An"}
	awards := []string{"Học sinh Xuất sắc", "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện"}
	for i := range n {
		roster.Recipients = append(roster.Recipients, &app.Recipient{ID: app.NewID(), Name: names[i%3], Class: fmt.Sprintf("1A%d", 1+i/30), Award: awards[i%2]})
	}
	e.Certificates = append(e.Certificates, c)
	e.ReplaceRoster(c.ID, roster)
	return e, e.Certificates[0]
}

// TestCutAndStack cuts the sheets as a guillotine does and lays the piles on one another.
func TestCutAndStack(t *testing.T) {
	for _, up := range []int{1, 2, 4, 8} {
		for _, count := range []int{1, 2, 7, 8, 9, 100} {
			im, err := Impose(&Page{Trim: Size{105, 74}}, up, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			var stack []int
			for place := range up {
				for sheet := range im.Sheets(count) {
					if i := im.At(sheet, place, count); i >= 0 {
						stack = append(stack, i)
					}
				}
			}
			if len(stack) != count || !slices.IsSorted(stack) {
				t.Errorf("%d pages, %d on a sheet: %v", count, up, stack)
			}
		}
	}
}

func TestImposeChoosesSheets(t *testing.T) {
	none, wide := MM(0), MM(20)
	a4, a3, sra3 := &SheetPapers[0], &SheetPapers[1], &SheetPapers[2]
	for _, c := range []struct {
		w, h   MM
		up     int
		paper  *Paper
		gutter *MM
		want   string
	}{
		{297, 210, 2, nil, nil, "a3 297×420 1×2 gutter 0"},
		{297, 210, 2, sra3, nil, "sra3 320×450 1×2 gutter 6"},
		{297, 210, 2, sra3, &none, "sra3 320×450 1×2 gutter 0"},
		{210, 148, 2, nil, nil, "a4 210×297 1×2 gutter 0"},
		{148, 105, 4, nil, nil, "a4 297×210 2×2 gutter 0"},
		{148, 105, 4, a3, nil, "a3 420×297 2×2 gutter 6"},
		{140, 100, 4, a4, nil, "a4 297×210 2×2 gutter 6"},
		{297, 210, 3, nil, nil, "none"},
		{297, 210, 2, a3, &wide, "none"},
	} {
		got := "none"
		if im, err := Impose(&Page{Trim: Size{c.w, c.h}, Bleed: AllSides(3)}, c.up, c.paper, c.gutter); err == nil {
			got = fmt.Sprintf("%s %g×%g %d×%d gutter %g", im.Paper.Code, im.Sheet.W, im.Sheet.H, im.Columns, im.Rows, im.Gutter)
		} else if no, ok := err.(*NoRoom); !ok || no.Up != c.up {
			t.Error(err)
		}
		if got != c.want {
			t.Errorf("%g × %g, %d: %s, want %s", c.w, c.h, c.up, got, c.want)
		}
	}
}

// TestSheetsShareWhatTheyCan: marks stand at the same places of all sheets, and what lies under the pages is made once.
func TestSheetsShareWhatTheyCan(t *testing.T) {
	blank := &Page{Trim: Size{140, 100}, Bleed: AllSides(3), Scale: 1, Items: []Item{fill(Black, RectPath(Rect{-3, -3, 146, 106}))}}
	im, err := Impose(blank, 4, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	page := &Page{Trim: blank.Trim, Items: []Item{fill(White, RectPath(Rect{1, 2, 3, 4}))}}
	a, b, last := im.Page([]*Page{page, page, page, page}), im.Page([]*Page{page, page, page, page}), im.Page([]*Page{page, page, nil, nil})
	if a.Under != b.Under || a.Under == last.Under {
		t.Error("sheets with the same places taken share what lies under them, others don't")
	}
	strokes := func(p *Page) string {
		out := ""
		for _, item := range p.Under.Items {
			if s, ok := item.(*Stroke); ok {
				out += dumpPath(s.Path) + "\n"
			}
		}
		return out
	}
	if strokes(a) != strokes(last) || strings.Count(strokes(a), "\n") != 16 {
		t.Errorf("marks\n%s\n%s", strokes(a), strokes(last))
	}
	golden(t, "imposed.txt", Dump(last))
}

func TestHandoutSheets(t *testing.T) {
	s := studio(t)
	e, c := pupils(60)
	batch := s.Certificates(e, c)
	order := batch.Order(app.ByList, "")
	covers := batch.Covers([]Pack{{"1A1", order[:30]}, {"", order[30:32]}})
	calls := batch.CallSheet(batch.Order(app.OnStage, ""))
	im, err := Impose(batch.Blank(), 2, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "cover-last.txt", Dump(covers.Page(covers.Len()-1)))
	golden(t, "calls.txt", Dump(calls.Page(0)))
	golden(t, "cut-guide.txt", Dump(im.Guide(s, 60, c.Name)))
	names := 0
	for i := range covers.Len() {
		for _, text := range textsIn(covers.Page(i).Items) {
			if text.Bounds().Bottom() > 292 || text.Bounds().Right() > 210-10 {
				t.Errorf("cover %d: %q stands out of the sheet", i, text.String)
			}
			if text.String == "Lê An" {
				names++
			}
		}
	}
	if names != 10 {
		t.Errorf("%d times the name that stands ten times in 32", names)
	}
	if got, want := calls.Time().Seconds(), float64(60*4+6*40); got != want {
		t.Errorf("%v seconds, want %v", got, want)
	}
}

// TestLongListsArePaged: no row is lost, a heading stays with its first name, and those who sign have room.
func TestPaged(t *testing.T) {
	heights := []MM{20, 10, 10, 10, 20, 10, 10, 20, 10}
	leads := func(i int) bool { return heights[i] == 20 }
	for _, c := range []struct {
		first, other, end MM
		want              string
	}{
		{1000, 1000, 0, "[{0 9}]"},
		{70, 70, 0, "[{0 4} {4 9}]"}, {75, 70, 0, "[{0 4} {4 9}]"},
		{70, 70, 10, "[{0 4} {4 6} {6 9}]"}, // the end is not alone
		{70, 60, 0, "[{0 4} {4 6} {6 9}]"},  // nor the last name
		{45, 40, 0, "[{0 3} {3 6} {6 9}]"},
		{5, 5, 0, "[{0 1} {1 2} {2 3} {3 4} {4 5} {5 6} {6 7} {7 8} {8 9}]"},
	} {
		if got := fmt.Sprint(paged(heights, leads, c.first, c.other, c.end)); got != c.want {
			t.Errorf("%v: %s, want %s", c, got, c.want)
		}
	}
}

// TestACoverIsOneSheet: a class of 46 at most has one, with its numbers, gaps and all.
func TestACoverIsOneSheet(t *testing.T) {
	e, c := pupils(120)
	batch := studio(t).Certificates(e, c)
	order := batch.Order(app.ByList, "")
	for n, want := range map[int]int{1: 1, 13: 1, 30: 1, 46: 1, 60: 3} {
		covers := batch.Covers([]Pack{{"5A1", order[:n]}})
		all := ""
		for i := range covers.Len() {
			all += said([]*Page{covers.Page(i)})
		}
		if covers.Len() != want || strings.Count(all, "/GK") < n {
			t.Errorf("%d recipients: %d sheets, want %d", n, covers.Len(), want)
		}
	}
	gaps := append(slices.Clone(order[:14]), order[16], order[18], order[19])
	if all := said([]*Page{batch.Covers([]Pack{{"5A1", gaps}}).Page(0)}); !strings.Contains(all, "001–014, 017, 019–020/GK") {
		t.Error(all)
	}
}
