package print

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tiengtrong/app"
)

// launch returns the sample's school and its launch ceremony, with the running order of the sample's file.
func launch(t testing.TB) (*app.Event, app.Ceremony) {
	t.Helper()
	e := app.NewEvent()
	e.Title = "Tuần lễ hưởng ứng học tập suốt đời năm 2025"
	e.Basis = "Công văn số 5607/BGDĐT-GDNNGDTX (tháng 9/2025) của Bộ Giáo dục và Đào tạo về Tuần lễ hưởng ứng học tập suốt đời năm 2025"
	e.School = app.School{
		Name: "Trường Tiểu học Lê Hồng Phong", Parent: "UBND phường Phù Liễn", Place: "Phù Liễn", Code: "THLHP",
		Head: app.Signatory{Title: "HIỆU TRƯỞNG", Name: "Phạm Thu Hương"},
	}
	c := app.NewCeremony("Lễ phát động Tuần lễ hưởng ứng học tập suốt đời năm 2025", app.Date{Year: 2025, Month: 10, Day: 1})
	c.Start, c.Place, c.Number, c.Issued = 7*60, "Sân trường", "42/CTr-THLHP", app.Date{Year: 2025, Month: 9, Day: 29}
	c.Audience = "Toàn thể cán bộ, giáo viên, nhân viên và học sinh; đại biểu UBND phường Phù Liễn; đại diện cha mẹ học sinh"
	c.Lead = "Ban tổ chức do Hiệu trưởng làm Trưởng ban"
	c.Program.Items = sampleItems(t)
	return e, c
}

func sampleItems(t testing.TB) []app.Item {
	t.Helper()
	f, err := os.Open("../assets/samples/chuong-trinh-le-phat-dong.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var items []app.Item
	for _, r := range rows[1:] {
		it := app.NewItem(r[2])
		it.Minutes, _ = strconv.Atoi(r[1])
		it.Who, it.Where, it.Notes = r[3], r[4], r[5]
		items = append(items, it)
	}
	return items
}

// printed returns what stands on the pages, in the order of drawing.
func printed(pages []*Page) []string {
	var out []string
	for _, p := range pages {
		for _, item := range p.Items {
			if t, ok := item.(*Text); ok {
				out = append(out, t.String)
			}
		}
	}
	return out
}

// said returns what stands on the pages as one text.
func said(pages []*Page) string {
	return strings.Join(strings.Fields(strings.Join(printed(pages), " ")), " ")
}

// checkDocument fails where a text or a rule lies outside the margins, texts overlap, a text crosses a rule, or
// anything is not black, searchable text of a document's faces.
func checkDocument(t *testing.T, pages []*Page) {
	t.Helper()
	for n, p := range pages {
		margins := p.TrimBox().Inset(documentMargins)
		var boxes []Rect
		for _, item := range p.Items {
			switch it := item.(type) {
			case *Text:
				box := it.Bounds()
				isNumber := it.String == strconv.Itoa(n+1) && box.Bottom() < margins.Y
				if !isNumber && !margins.Contains(Rect{it.At.X, box.Y, it.Width(), box.H}) {
					t.Errorf("page %d: %q lies outside the margins, at %s", n+1, it.String, dumpRect(box))
				}
				if it.Ink != Black || it.Outlined || !strings.HasPrefix(it.Face.Name, "Tinos_") {
					t.Errorf("page %d: %q is not black text to be searched", n+1, it.String)
				}
				boxes = append(boxes, box)
			case *Stroke:
				if box := it.Path.Bounds(); !margins.Outset(AllSides(gridWidth)).Contains(box) || it.Ink != Black {
					t.Errorf("page %d: a rule at %s", n+1, dumpRect(box))
				}
				boxes = append(boxes, it.Path.Bounds())
			default:
				t.Errorf("page %d: a %T in a document", n+1, item)
			}
		}
		checkApart(t, n+1, boxes)
	}
}

// checkApart fails where two boxes overlap that are not both rules.
func checkApart(t *testing.T, page int, boxes []Rect) {
	t.Helper()
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			isRule := func(r Rect) bool { return r.W == 0 || r.H == 0 }
			if !(isRule(a) && isRule(b)) && overlap(a, b) {
				t.Errorf("page %d: %s lies on %s", page, dumpRect(a), dumpRect(b))
			}
		}
	}
}

// timesOf lists the entries of the first column.
func timesOf(pages []*Page) []string {
	var times []string
	for _, text := range printed(pages) {
		if len(text) == len("07:00 - 07:15") && text[2] == ':' {
			times = append(times, text)
		}
	}
	return times
}

func TestProgramOfTheSample(t *testing.T) {
	e, c := launch(t)
	pages, problems := studio(t).Program(e, c)
	if len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	checkDocument(t, pages)
	golden(t, "program-sample.txt", dumpPages(pages))
	times := timesOf(pages)
	if len(times) != 12 || times[0] != "07:00 - 07:15" || times[11] != "08:30 - 08:35" || !slices.IsSorted(times) {
		t.Errorf("times: %q", times)
	}
	all := said(pages)
	for _, want := range []string{
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 42/CTr-THLHP", "Phù Liễn, ngày 29 tháng 9 năm 2025",
		"CHƯƠNG TRÌNH Lễ phát động Tuần lễ", "Từ 07 giờ 00 đến 08 giờ 35, ngày 01 tháng 10 năm 2025 (thứ Tư).",
		"Tổng thời lượng: 1 giờ 35 phút.", "HIỆU TRƯỞNG Phạm Thu Hương", "- Lưu: VT.",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not printed", want)
		}
	}
}

// TestRulesOfTheHeading measures what Phụ lục I asks for: under tiêu ngữ a line as long as it, under the school and
// the subject one of a third to a half.
func TestRulesOfTheHeading(t *testing.T) {
	e, c := launch(t)
	pages, _ := studio(t).Program(e, c)
	texts := map[string]*Text{}
	var rules []Rect
	for _, item := range pages[0].Items {
		switch it := item.(type) {
		case *Text:
			texts[it.String] = it
		case *Stroke:
			rules = append(rules, it.Path.Bounds())
		}
	}
	for _, test := range []struct {
		text        string
		least, most float64 // share of the text's length
	}{{nationalMotto, 0.999, 1.001}, {"TRƯỜNG TIỂU HỌC", 1.0 / 3, 0.5}, {c.Title, 1.0 / 3, 0.5}} {
		text := texts[test.text]
		middle := text.At.X + text.Width()/2
		i := slices.IndexFunc(rules, func(r Rect) bool {
			share := float64(r.W / text.Width())
			return math.Abs(float64(r.Center().X-middle)) < 0.01 && share >= test.least && share <= test.most && r.Y > text.At.Y
		})
		if i < 0 {
			t.Errorf("no rule under %q among %v", test.text, rules)
		}
	}
}

func TestProgramWithoutItems(t *testing.T) {
	e, c := launch(t)
	c.Program.Items = nil
	pages, problems := studio(t).Program(e, c)
	if len(pages) != 1 || len(problems) != 0 {
		t.Errorf("%d pages, problems %v", len(pages), problems)
	}
	checkDocument(t, pages)
}

func TestProgramOfAnEmptyCeremony(t *testing.T) {
	pages, problems := studio(t).Program(app.NewEvent(), app.Ceremony{Start: app.NoClock})
	if len(pages) != 1 || len(problems) != 0 {
		t.Errorf("%d pages, problems %v", len(pages), problems)
	}
	checkDocument(t, pages)
	golden(t, "program-empty.txt", dumpPages(pages))
}

// withItems returns the ceremony with its items repeated until there are n.
func withItems(c app.Ceremony, n int) app.Ceremony {
	whole := c.Program.Items
	c.Program.Items = nil
	for i := range n {
		it := whole[i%len(whole)].Duplicate()
		it.Title = fmt.Sprintf("%s (mục %d)", it.Title, i+1)
		c.Program.Items = append(c.Program.Items, it)
	}
	return c
}

func TestProgramOfSixtyItems(t *testing.T) {
	e, c := launch(t)
	c = withItems(c, 60)
	pages, problems := studio(t).Program(e, c)
	if len(problems) != 0 || len(pages) != 5 {
		t.Errorf("%d pages, problems %v", len(pages), problems)
	}
	checkDocument(t, pages)
	times := timesOf(pages)
	var want []string
	for _, slot := range c.Schedule() {
		want = append(want, slot.Start.String()+" - "+slot.End.String())
	}
	if !slices.Equal(times, want) {
		t.Errorf("the rows have become %q", times)
	}
	for i, p := range pages {
		texts := printed([]*Page{p})
		if !slices.Contains(texts, "Người phụ trách") {
			t.Errorf("page %d lacks the table's head", i+1)
		}
		if got := slices.Contains(texts, strconv.Itoa(i+1)); got != (i > 0) {
			t.Errorf("page %d: number printed: %v", i+1, got)
		}
	}
}

// TestSignatureKeepsRows tries every length of program: wherever the signature stands, two rows stand above it.
func TestSignatureKeepsRows(t *testing.T) {
	e, c := launch(t)
	s := studio(t)
	for n := 2; n < 40; n++ {
		pages, problems := s.Program(e, withItems(c, n))
		checkDocument(t, pages)
		last := pages[len(pages)-1:]
		if times := timesOf(last); len(times) < rowsWithEnd || len(problems) > 0 || !slices.Contains(printed(last), "Phạm Thu Hương") {
			t.Errorf("%d items: %d rows on the last page, problems %v", n, len(times), problems)
		}
		if got := len(timesOf(pages)); got != n {
			t.Errorf("%d items: %d rows", n, got)
		}
	}
}

func TestProgramOfLongTexts(t *testing.T) {
	e, c := launch(t)
	c.NotesKept = false
	c.Title = strings.Repeat("Lễ phát động Tuần lễ hưởng ứng học tập suốt đời ", 4)
	c.Audience = strings.Repeat("cán bộ, giáo viên, nhân viên, học sinh và cha mẹ học sinh ", 80)
	c.Program.Items[2].Notes = strings.Repeat("Đội trống; toàn thể đứng nghiêm. ", 200)
	c.Program.Items[4].Title = strings.Repeat("x", 300)
	c.Program.Items[5].Who = "https://thuvien.thlehongphong.edu.vn/" + strings.Repeat("hoc-lieu-so/", 20)
	e.School.Name, e.School.Parent = strings.Repeat("Trường Tiểu học ", 8), strings.Repeat("Ủy ban nhân dân ", 8)
	e.School.Head = app.Signatory{For: "KT. HIỆU TRƯỞNG", Title: "PHÓ HIỆU TRƯỞNG", Name: strings.Repeat("Công Tằng Tôn Nữ ", 5)}
	pages, problems := studio(t).Program(e, c)
	if len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	checkDocument(t, pages)
	letters := strings.Join(strings.Fields(strings.Join(printed(pages), "")), "")
	if got := strings.Count(letters, "nghiêm."); got < 190 || strings.Count(letters, "x") < 300 {
		t.Errorf("%d of 200 sentences, %d of 300 letters", got, strings.Count(letters, "x"))
	}
}

func TestProgramReportsWhatDoesNotFit(t *testing.T) {
	e, c := launch(t)
	e.School.Head.Title = strings.Repeat("HIỆU TRƯỞNG ", 200)
	_, problems := studio(t).Program(e, c)
	if len(problems) == 0 || problems[0].Code != "text-too-long" || problems[0].Subject.ID != c.ID {
		t.Errorf("problems: %v", problems)
	}
}

func TestProgramReportsMissingLetters(t *testing.T) {
	e, c := launch(t)
	c.Program.Items[1].Title = "Văn nghệ 🎵"
	c.Program.Items[3].Who = "Người dẫn 🎵"
	pages, problems := studio(t).Program(e, c)
	for _, i := range []int{1, 3} {
		want := app.Subject{Kind: app.OfItem, ID: c.Program.Items[i].ID, Parent: c.ID, Name: c.Program.Items[i].Title}
		if !slices.ContainsFunc(problems, func(p app.Problem) bool {
			return p.Code == "missing-glyph" && p.Subject == want && p.Args["letter"] == "🎵" && p.Severity == app.Error
		}) {
			t.Errorf("item %d is not reported: %v", i, problems)
		}
	}
	if !slices.Contains(printed(pages), "Văn nghệ ?") {
		t.Error("the place of the letter can't be seen")
	}
	e.Ceremonies = []app.Ceremony{c}
	if got := studio(t).Preflight(e); len(got) != len(problems) {
		t.Errorf("the preflight reports %v", got)
	}
}

func TestProgramOfDecomposedText(t *testing.T) {
	e, c := launch(t)
	want, _ := studio(t).Program(e, c)
	c.Title, c.Place, e.School.Name, e.Basis = norm.NFD.String(c.Title), norm.NFD.String(c.Place), norm.NFD.String(e.School.Name), norm.NFD.String(e.Basis)
	for i := range c.Program.Items {
		it := &c.Program.Items[i]
		it.Title, it.Who, it.Where, it.Notes = norm.NFD.String(it.Title), norm.NFD.String(it.Who), norm.NFD.String(it.Where), norm.NFD.String(it.Notes)
	}
	got, problems := studio(t).Program(e, c)
	if dumpPages(got) != dumpPages(want) || len(problems) != 0 {
		t.Errorf("not the same page as from composed text; problems %v", problems)
	}
}

func TestProgramWithHardStarts(t *testing.T) {
	e, c := launch(t)
	c.Program.Items = c.Program.Items[:4]
	c.Program.Items[2].HardStart = 8 * 60   // 35 minutes after the item before ends
	c.Program.Items[3].HardStart = 8*60 + 2 // while the item before goes on
	c.Program.Items[1].Minutes = 0          // a moment
	pages, _ := studio(t).Program(e, c)
	checkDocument(t, pages)
	want := []string{"07:00 - 07:15", "08:00 - 08:05", "08:02 - 08:07"}
	if got := timesOf(pages); !slices.Equal(got, want) {
		t.Errorf("times: %q", got)
	}
	texts := strings.Join(printed(pages), "|")
	for _, want := range []string{"|07:15|", "Từ 07 giờ 00 đến 08 giờ 07", "Tổng thời lượng: 1 giờ 07 phút, kể cả 45 phút chờ."} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not printed", want)
		}
	}
}

func TestProgramWithoutHour(t *testing.T) {
	e, c := launch(t)
	c.Start = app.NoClock
	c.Program.Items[6].HardStart = 8 * 60
	pages, _ := studio(t).Program(e, c)
	checkDocument(t, pages)
	texts := printed(pages)
	if !slices.Contains(texts, "15 phút") || !slices.Contains(texts, "08:00 - 08:05") || slices.Contains(texts, "00:00 - 00:15") {
		t.Errorf("times: %q", texts)
	}
	if all := said(pages); !strings.Contains(all, "Thời gian: ngày 01 tháng 10 năm 2025 (thứ Tư).") {
		t.Errorf("an hour is printed that nobody has set: %s", all)
	}
}

func TestSignatureOfADeputy(t *testing.T) {
	e, c := launch(t)
	e.School.Head = app.Signatory{For: "KT. Hiệu trưởng", Title: "Phó Hiệu trưởng", Name: "Nguyễn Thị Thu Hằng"}
	pages, _ := studio(t).Program(e, c)
	var at []*Text
	for _, item := range pages[len(pages)-1].Items {
		if text, ok := item.(*Text); ok && slices.Contains([]string{"KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Nguyễn Thị Thu Hằng"}, text.String) {
			at = append(at, text)
		}
	}
	if len(at) != 3 || at[0].At.Y >= at[1].At.Y || at[2].At.Y-at[1].At.Y < signingRoom {
		t.Errorf("signature: %v", at)
	}
}

func TestBasisOfSeveralPapers(t *testing.T) {
	e, c := launch(t)
	e.Basis = "Căn cứ Kế hoạch số 12/KH-UBND;\nCông văn số 5607/BGDĐT-GDNNGDTX."
	pages, _ := studio(t).Program(e, c)
	texts := printed(pages)
	for _, want := range []string{"Căn cứ Kế hoạch số 12/KH-UBND;", "Căn cứ Công văn số 5607/BGDĐT-GDNNGDTX."} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not printed", want)
		}
	}
}

func BenchmarkProgram(b *testing.B) {
	s := studio(b)
	e, c := launch(b)
	for _, n := range []int{12, 60} {
		b.Run(fmt.Sprintf("%d items", n), func(b *testing.B) {
			c := withItems(c, n)
			for b.Loop() {
				s.Program(e, c)
			}
		})
	}
}
