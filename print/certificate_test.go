package print

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tiengtrong/app"
)

func TestNamesOfUpToSixtyLettersStayOnTheSheet(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(1, 2))
	names := []string{"Lý", "H'Hen Niê", "Y Bhăm Êban", norm.NFD.String("Nguyễn Thị Ẫm Ọp")}
	for len(names) < 60 {
		names = append(names, randomWords(r, 4+r.IntN(57)))
	}
	for _, style := range s.Styles().Certificates {
		for _, size := range [][2]float64{{297, 210}, {210, 148}, {420, 297}, {210, 297}} {
			e := schoolEvent(names...)
			c := certificateFor(e, style.Code)
			c.WidthMM, c.HeightMM = size[0], size[1]
			batch := s.Certificates(e, c)
			for i := range batch.Len() {
				page, problems := batch.Page(i)
				what := fmt.Sprintf("%s %v %q", style.Code, size, names[i])
				for _, p := range problems {
					if p.Code != "name-too-long" || len([]rune(names[i])) < 40 {
						t.Errorf("%s: %v", what, p)
					}
				}
				if len(problems) == 0 {
					checkWords(t, what, page, MM(min(size[0], size[1]))*0.05)
				}
			}
		}
	}
}

func TestWhatDoesNotFitIsWholeAndReported(t *testing.T) {
	s := studio(t)
	long := strings.TrimSpace(strings.Repeat("Nguyễn Phương ", 14))
	e := schoolEvent(long)
	page, problems := s.Certificates(e, certificateFor(e, "trong-dong")).Page(0)
	if codes(problems) != "name-too-long" || problems[0].Subject.Name != long || problems[0].Severity != app.Error {
		t.Errorf("problems: %v", problems)
	}
	if !strings.Contains(joined(page), long) {
		t.Errorf("the name is not whole: %q", joined(page))
	}
	_, problems = s.Banner(e, bannerFor(app.BangRon, "do-vang", 3000, 1000, strings.Repeat("học tập suốt đời ", 60)))
	if codes(problems) != "text-too-long" {
		t.Errorf("problems: %v", problems)
	}
}

func TestALetterThatNoFaceHas(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Trần Văn 漢")
	page, problems := s.Certificates(e, certificateFor(e, "hoa-sen")).Page(0)
	if codes(problems) != "missing-glyph" || problems[0].Args["letter"] != "漢" || problems[0].Severity != app.Error || problems[0].Subject.Name != "Trần Văn 漢" {
		t.Errorf("problems: %v", problems)
	}
	for _, text := range textsOf(page) {
		if missing := text.Face.Missing(text.String); missing != nil {
			t.Errorf("%q is set in %s, which lacks %s", text.String, text.Face.Name, string(missing))
		}
	}
}

func TestAFallbackFaceHasWhatTheStyleLacks(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Nguyễn An")
	c := certificateFor(e, "trong-dong")
	c.Award, c.Citation = "Giải nhất ★", "Phần thưởng 200.000 ₫" // Lora lacks ₫, all lack ★
	page, problems := s.Certificates(e, c).Page(0)
	found := map[string]app.Severity{}
	for _, p := range problems {
		found[p.Args["letter"]] = p.Severity
	}
	if len(found) != 2 || found["★"] != app.Error || found["₫"] != app.Warning {
		t.Errorf("problems: %v", problems)
	}
	if words := joined(page); !strings.Contains(words, "200.000 ₫") {
		t.Errorf("words: %s", words)
	}
}

func TestEmptyLinesCloseUp(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Nguyễn An")
	c := certificateFor(e, "trong-dong")
	full, _ := s.Certificates(e, c).Page(0)
	c.Detail, c.Year, c.Decision, c.Register, c.Verb = "", "", "", "", ""
	few, problems := s.Certificates(e, c).Page(0)
	if len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	if len(full.Items)-len(few.Items) != 5 {
		t.Errorf("%d lines with all, %d without five", len(full.Items), len(few.Items))
	}
	checkWords(t, "without five lines", few, 10)
}

func TestAnUnknownFieldIsReportedOnce(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Nguyễn An", "Trần Bình")
	c := certificateFor(e, "trong-dong")
	c.Detail = "Học sinh lớp {lop hoc}"
	e.Certificates = append(e.Certificates, c)
	problems := s.Preflight(e)
	if codes(problems) != "unknown-field" || problems[0].Args["text"] != "{lop hoc}" || problems[0].Subject.Kind != app.OfCertificate {
		t.Errorf("problems: %v", problems)
	}
}

func TestOneSizeForAllNames(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Lý An", "Nguyễn Hoàng Quỳnh Phương Nghiêng Nghiêng Thị Trường")
	c := certificateFor(e, "hien-dai")
	c.OneSize = true
	batch := s.Certificates(e, c)
	sizes := map[Pt]bool{}
	for i := range batch.Len() {
		page, _ := batch.Page(i)
		for _, text := range textsOf(page) {
			if text.String == e.Rosters[0].Recipients[i].Name {
				sizes[text.Size] = true
			}
		}
	}
	if len(sizes) != 1 {
		t.Errorf("sizes: %v", sizes)
	}
}

func TestTheBatchSharesOneUnder(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Nguyễn An", "Trần Bình")
	batch := s.Certificates(e, certificateFor(e, "trong-dong"))
	a, _ := batch.Page(0)
	b, _ := batch.Page(1)
	if a.Under == nil || a.Under != b.Under {
		t.Error("each page has an Under of its own")
	}
	if !strings.Contains(joined(a.Under), "GIẤY KHEN") || strings.Contains(joined(a.Under), "Nguyễn An") {
		t.Errorf("under: %s", joined(a.Under))
	}
}

// TestPagesHaveTheSameItemsForWhatAllAreTold looks at the lines that name no recipient: they come first, and are the same
// ones on both sheets. A title by gender is none of them.
func TestPagesHaveTheSameItemsForWhatAllAreTold(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Nguyễn An", "Trần Bình")
	e.Rosters[0].Recipients[0].Gender, e.Rosters[0].Recipients[1].Gender = app.Female, app.Male
	c := certificateFor(e, "trong-dong")
	c.Title, c.Year = "{nếu nữ: Khen nữ sinh | nam: Khen nam sinh}", "Năm học 2025 - 2026"
	batch := s.Certificates(e, c)
	a, _ := batch.Page(0)
	b, _ := batch.Page(1)
	if a.Shared == 0 || !slices.Equal(a.Items[:a.Shared], b.Items[:b.Shared]) {
		t.Errorf("shared: %d items and %d", a.Shared, b.Shared)
	}
	year := func(item Item) bool { return item.(*Text).String == c.Year }
	if !slices.ContainsFunc(a.Items[:a.Shared], year) || slices.ContainsFunc(a.Items[a.Shared:], year) {
		t.Errorf("%q is not among what the sheets share", c.Year)
	}
	if !strings.Contains(joined(a), "KHEN NỮ SINH") || !strings.Contains(joined(b), "KHEN NAM SINH") {
		t.Errorf("titles: %s; %s", joined(a), joined(b))
	}
}

func BenchmarkCertificate(b *testing.B) {
	s := studio(b)
	e := schoolEvent("Nguyễn Hoàng Quỳnh Phương", "Trần Thanh Vy")
	batch := s.Certificates(e, certificateFor(e, "trong-dong"))
	for i := 0; b.Loop(); i++ {
		batch.Page(i % 2)
	}
}

func TestPagesFromSeveralGoroutinesAreTheSame(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(7, 8))
	var names []string
	for range 40 {
		names = append(names, randomWords(r, 30))
	}
	e := schoolEvent(names...)
	c := certificateFor(e, "hoa-sen")
	alone, shared := s.Certificates(e, c), s.Certificates(e, c)
	var wait sync.WaitGroup
	for i := range shared.Len() {
		wait.Go(func() {
			got, _ := shared.Page(i)
			want, _ := alone.Page(i)
			if Dump(got) != Dump(want) {
				t.Errorf("page %d differs", i)
			}
		})
	}
	wait.Wait()
}

func TestTheLongestNameIsTheOneInTheSmallestType(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Lý An", "Nguyễn Hoàng Quỳnh Phương Nghiêng Nghiêng Thị Trường", "Trần Bình")
	place, size := s.Certificates(e, certificateFor(e, "hien-dai")).Longest(t.Context())
	if place != 1 || size >= 35 {
		t.Errorf("%d in %.1f pt", place, float64(size))
	}
	e = schoolEvent("Lý An", "Trần Bình Minh") // both in full size: the wider
	if place, _ := s.Certificates(e, certificateFor(e, "hien-dai")).Longest(t.Context()); place != 1 {
		t.Errorf("%d", place)
	}
	if place, _ := s.Certificates(schoolEvent(), certificateFor(e, "hien-dai")).Longest(t.Context()); place != -1 {
		t.Errorf("nobody: %d", place)
	}
}

// nameLines returns the lines of a name on its sheet, and their size.
func nameLines(t *testing.T, style, name string, change func(*app.Certificate)) (lines []string, size Pt, problems []app.Problem) {
	t.Helper()
	e := schoolEvent(name)
	c := certificateFor(e, style)
	change(&c)
	batch := studio(t).Certificates(e, c)
	for _, line := range batch.name(name).lines {
		lines, size = append(lines, line.String), line.Size
	}
	_, problems = batch.Page(0)
	return lines, size, problems
}

func TestLimitsForNames(t *testing.T) {
	long := "Nguyễn Hoàng Quỳnh Phương Nghiêng Nghiêng Thị Trường"
	for _, c := range []struct {
		name   string
		limits app.Certificate
		lines  int
		size   [2]Pt
		codes  string
	}{
		{"Lý An", app.Certificate{}, 1, [2]Pt{40, 40}, ""},
		{long, app.Certificate{}, 2, [2]Pt{24, 31}, ""},
		{long, app.Certificate{NameLines: 1}, 1, [2]Pt{16, 24.5}, ""},
		{long, app.Certificate{NameLines: 1, NameMinPt: 26}, 1, [2]Pt{26, 26}, "name-too-long"},
		{long, app.Certificate{NameMaxPt: 20}, 1, [2]Pt{20, 20}, ""},
		{"Lý An", app.Certificate{NameMaxPt: 28}, 1, [2]Pt{28, 28}, ""},
		{"Lý An", app.Certificate{NameMinPt: 50}, 1, [2]Pt{50, 50}, ""},
		{"Lý An", app.Certificate{NameLines: 7}, 1, [2]Pt{40, 40}, ""}, // reported by the proof
	} {
		lines, size, problems := nameLines(t, "trong-dong", c.name, func(d *app.Certificate) {
			d.NameMinPt, d.NameMaxPt, d.NameLines = c.limits.NameMinPt, c.limits.NameMaxPt, c.limits.NameLines
		})
		if len(lines) != c.lines || size < c.size[0] || size > c.size[1] || codes(problems) != c.codes {
			t.Errorf("%q %+v: %d lines in %.1f pt, problems %v", c.name, c.limits, len(lines), float64(size), problems)
		}
	}
}

func TestNamesAreBrokenBetweenNames(t *testing.T) {
	for _, name := range []string{
		"Nguyễn Thị Hoàng Y Bhăm Êban Buôn Krông Ana Thượng", "Y Krông Bhăm H'Hen H’Mok Niê Kđăm Êban Mlô Ayun Ksor",
		"K'Sor H'Bia Rcăm Siu Nay Y Thuyên Rơ Châm Hồng Đức", "Ksor H’Nguyên Y Siu Rahlan Y Nay Y Rơ Mah Hoàng Phúc An",
	} {
		for _, style := range studio(t).Styles().Certificates {
			lines, _, problems := nameLines(t, style.Code, name, func(*app.Certificate) {})
			if len(problems) > 0 || strings.Join(lines, " ") != name {
				t.Errorf("%s: %q %v", style.Code, lines, problems)
			}
			for _, line := range lines[:len(lines)-1] {
				if strings.HasSuffix(line, " Y") || line == "Y" {
					t.Errorf("%s: a line ends in Y: %q", style.Code, lines)
				}
			}
		}
	}
}
