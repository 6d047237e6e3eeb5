package print

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
)

// rehearsed returns the launch with cues, parts and words for the MC.
func rehearsed(t testing.TB) (*app.Event, app.Ceremony) {
	t.Helper()
	e, c := launch(t)
	for i := range c.Program.Items {
		it := &c.Program.Items[i]
		it.Part = "Phần lễ"
		if i >= 8 {
			it.Part = "Phần hội"
		}
		it.SetCue(app.Sound, "Micro bục; nhạc chào 10 giây")
		it.Script = "Kính thưa quý vị đại biểu!\n\nXin trân trọng kính mời " + it.Who + ".\n\n(Sau khi xong) Xin cảm ơn."
	}
	c.Program.Items[1].Optional, c.Program.Items[4].MinMinutes = true, 6
	c.Program.Items[8].HardStart = 8*60 + 5
	c.Program.Items[2].SetCue(app.Stage, "Đội nghi thức vào vị trí")
	return e, c
}

// checkWorksheet fails where something lies off the page, or a text on another or on a rule.
func checkWorksheet(t *testing.T, pages []*Page) {
	t.Helper()
	for n, p := range pages {
		var boxes []Rect
		for _, item := range p.Items {
			if box := bounds(item); !p.TrimBox().Inset(AllSides(5)).Contains(box) {
				t.Errorf("page %d: something lies at %s", n+1, dumpRect(box))
			}
			switch it := item.(type) {
			case *Text:
				boxes = append(boxes, it.Bounds())
			case *Stroke:
				if box := it.Path.Bounds(); box.W == 0 || box.H == 0 {
					boxes = append(boxes, box)
				}
			}
		}
		checkApart(t, n+1, boxes)
	}
}

func TestRunSheetOfTheSample(t *testing.T) {
	e, c := rehearsed(t)
	pages, problems := studio(t).RunSheet(e, c)
	if len(problems) != 0 || len(pages) != 2 {
		t.Errorf("%d pages, problems %v", len(pages), problems)
	}
	checkWorksheet(t, pages)
	golden(t, "runsheet-sample.txt", dumpPages(pages))
	all := said(pages)
	for _, want := range []string{
		"KỊCH BẢN ĐIỀU HÀNH Lễ phát động", "ÂM THANH SÂN KHẤU GHI CHÚ", "PHẦN LỄ 07:00 – 08:00 · 1 giờ", "PHẦN HỘI 08:05 – 08:40 · 35 phút",
		"Có thể bỏ", "Có thể rút còn 6 phút", "Giờ ấn định; trước đó trống 5 phút", "Trang 2/2",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not printed in %s", want, all)
		}
	}
	if strings.Contains(all, "ÁNH SÁNG") {
		t.Error("a crew without a cue has a column")
	}
}

// TestRunSheetNeverEndsWithATotalAlone tries every length of program: a row stands above the total.
func TestRunSheetNeverEndsWithATotalAlone(t *testing.T) {
	e, c := launch(t)
	items := c.Program.Items
	for n := 1; n < 40; n++ {
		c = withItems(c, n)
		pages, problems := studio(t).RunSheet(e, c)
		last := said(pages[len(pages)-1:])
		if !strings.Contains(last, "Tổng thời lượng") || !strings.Contains(last, fmt.Sprintf("(mục %d)", n)) || len(problems) > 0 {
			t.Errorf("%d items: the last page says %q, problems %v", n, last, problems)
		}
		c.Program.Items = items
	}
}

// TestPartsAddUpToTheTotal: what a part takes is told from its beginning to its end, with what of it is waiting.
func TestPartsAddUpToTheTotal(t *testing.T) {
	e, c := launch(t)
	c.Program.Items = c.Program.Items[:4]
	for i, minutes := range []int{40, 10, 30, 20} {
		c.Program.Items[i].Minutes = minutes
		c.Program.Items[i].Part = []string{"Phần lễ", "Phần hội"}[i/2]
	}
	c.Program.Items[1].HardStart = 8 * 60 // 20 minutes after the one before ends
	s := studio(t)
	for name, lay := range map[string]func(*app.Event, app.Ceremony) ([]*Page, []app.Problem){"program": s.Program, "run sheet": s.RunSheet, "script": s.Script} {
		pages, _ := lay(e, c)
		all := said(pages)
		wants := []string{"1 giờ 10 phút, kể cả 20 phút chờ", "09:00 · 50 phút", "Tổng thời lượng: 2 giờ, kể cả 20 phút chờ."}
		if name == "script" {
			wants = wants[:2]
		}
		for _, want := range wants {
			if !strings.Contains(all, want) {
				t.Errorf("the %s doesn't say %q: %s", name, want, all)
			}
		}
	}
}

func TestScriptOfTheSample(t *testing.T) {
	e, c := rehearsed(t)
	pages, problems := studio(t).Script(e, c)
	if len(problems) != 0 {
		t.Errorf("problems %v", problems)
	}
	checkWorksheet(t, pages)
	golden(t, "script-sample.txt", dumpPages(pages))
	for _, p := range pages {
		for _, item := range p.Items {
			if it, ok := item.(*Text); ok && strings.HasPrefix(it.String, "Kính thưa") && it.Size != scriptSize {
				t.Errorf("%q is set in %g pt", it.String, it.Size)
			}
			if it, ok := item.(*Text); ok && it.String == "(Sau khi xong)" && it.Face.Name != italicFace {
				t.Errorf("a direction is set in %s", it.Face.Name)
			}
		}
	}
}

// TestScriptKeepsItemsWhole tries scripts of every length: one that fits on a page is on one page; no page ends with a
// heading.
func TestScriptKeepsItemsWhole(t *testing.T) {
	e, c := rehearsed(t)
	c.Program.Items = c.Program.Items[:3]
	for _, n := range []int{0, 1, 5, 9, 12, 15, 18, 19, 20, 21, 23, 30, 45} {
		words := ""
		for i := range n {
			words += fmt.Sprintf("Câu thứ %d của lời dẫn hôm nay là một câu vừa phải để đọc.\n", i)
		}
		c.Program.Items[1].Script = words
		pages, problems := studio(t).Script(e, c)
		checkWorksheet(t, pages)
		on := slices.IndexFunc(pages, func(p *Page) bool { return slices.Contains(printed([]*Page{p}), c.Program.Items[1].Title) })
		if len(problems) > 0 || on < 0 {
			t.Fatalf("%d lines: %v", n, problems)
		}
		whole := strings.Count(said(pages[on:on+1]), "Câu thứ")
		if n <= 19 && whole != n || n > 19 && whole < 2 {
			t.Errorf("%d lines: %d of them on the page of their heading", n, whole)
		}
		if got := strings.Count(said(pages), "Câu thứ"); got != n {
			t.Errorf("%d lines: %d are printed", n, got)
		}
		if again := strings.Contains(said(pages), "(tiếp theo)"); again != (whole < n) {
			t.Errorf("%d lines: said to go on: %v", n, again)
		}
	}
}

func TestWorksheetsOfAnEmptyCeremony(t *testing.T) {
	e, c := app.NewEvent(), app.Ceremony{Start: app.NoClock, Program: app.Program{Items: []app.Item{app.NewItem("")}}}
	for name, lay := range worksheets(t) {
		pages, problems := lay(e, c)
		if len(pages) != 1 || len(problems) != 0 {
			t.Errorf("%s: %d pages, %v", name, len(pages), problems)
		}
		checkWorksheet(t, pages)
		if all := said(pages); strings.Contains(all, "00:00") {
			t.Errorf("%s: an hour that nobody has set: %s", name, all)
		}
	}
}

func worksheets(t *testing.T) map[string]func(*app.Event, app.Ceremony) ([]*Page, []app.Problem) {
	s := studio(t)
	return map[string]func(*app.Event, app.Ceremony) ([]*Page, []app.Problem){"run sheet": s.RunSheet, "script": s.Script}
}

func TestWorksheetsOfManyItems(t *testing.T) {
	e, c := rehearsed(t)
	for name, lay := range worksheets(t) {
		for _, n := range []int{1, 7, 60} {
			c := withItems(c, n)
			pages, problems := lay(e, c)
			checkWorksheet(t, pages)
			all := said(pages)
			for i := range n {
				if !strings.Contains(all, fmt.Sprintf("(mục %d)", i+1)) {
					t.Errorf("%s of %d: item %d is missing", name, n, i+1)
				}
			}
			if len(problems) > 0 || !strings.Contains(all, fmt.Sprintf("Trang %d/%d", len(pages), len(pages))) {
				t.Errorf("%s of %d: %v", name, n, problems)
			}
		}
	}
}

func TestWorksheetsTellWhatDoesNotFit(t *testing.T) {
	e, c := rehearsed(t)
	it := &c.Program.Items[3]
	it.SetCue(app.Sound, strings.Repeat("Nhạc nền trang trọng ", 100))
	it.Who = "Đội trống 🎵"
	for name, lay := range worksheets(t) {
		_, problems := lay(e, c)
		if !slices.ContainsFunc(problems, func(p app.Problem) bool { return p.Code == "missing-glyph" && p.Subject.ID == it.ID }) {
			t.Errorf("%s: %v", name, problems)
		}
		if name == "run sheet" && !slices.ContainsFunc(problems, func(p app.Problem) bool { return p.Code == "text-too-long" && p.Subject.ID == it.ID }) {
			t.Errorf("%s: %v", name, problems)
		}
	}
}
