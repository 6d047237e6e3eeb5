package print

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tiengtrong/app"
)

func studio(t testing.TB) *Studio {
	t.Helper()
	s, err := NewStudio(os.DirFS("../assets/fonts"), os.DirFS("../assets/styles"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// school returns an event with a roster of the given names.
func schoolEvent(names ...string) *app.Event {
	e := app.NewEvent()
	e.Title = "Tuần lễ hưởng ứng học tập suốt đời năm 2025"
	e.School = app.School{
		Name: "Trường Tiểu học Lê Hồng Phong", Parent: "UBND phường Phù Liễn", Place: "Phù Liễn", SchoolYear: "2025 - 2026",
		Head: app.Signatory{Title: "HIỆU TRƯỞNG", Name: "Nguyễn Thị Thu Hà"},
	}
	roster := app.NewRoster("Danh sách")
	for _, name := range names {
		roster.Recipients = append(roster.Recipients, &app.Recipient{
			ID: app.NewID(), Name: name, Class: "5A4", Award: "Đại sứ Văn hóa đọc cấp trường",
			Citation: "Đã tích cực tham gia phong trào đọc sách và Tuần lễ hưởng ứng học tập suốt đời năm 2025",
		})
	}
	e.Rosters = append(e.Rosters, roster)
	return e
}

func certificateFor(e *app.Event, style string) app.Certificate {
	c := app.NewCertificate("Giấy khen Tuần lễ 2025", e.School)
	c.RosterID, c.Style, c.Date = e.Rosters[0].ID, style, app.Date{Year: 2025, Month: 10, Day: 7}
	c.Decision, c.Number = "Quyết định số 42/QĐ-THLHP ngày 07/10/2025", "{stt}/2025"
	return c
}

func bannerFor(kind app.BannerKind, style string, w, h float64, text string) app.Banner {
	b := app.NewBanner(string(kind), text)
	b.Kind, b.Style, b.WidthMM, b.HeightMM = kind, style, w, h
	return b
}

// vietnameseLetters are the 134 precomposed letters that Vietnamese adds to ASCII.
const vietnameseLetters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ" +
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

func TestEveryFaceOfAStyleHasAllLetters(t *testing.T) {
	if n := len([]rune(vietnameseLetters)); n != 134 {
		t.Fatalf("the list has %d letters", n)
	}
	s := studio(t)
	for _, list := range [][]Style{s.Styles().Certificates, s.Styles().Banners, s.Styles().Posters} {
		for _, style := range list {
			for _, name := range style.Faces.all() {
				if missing := s.face(name).Missing(vietnameseLetters); missing != nil {
					t.Errorf("style %s: %s lacks %s", style.Code, name, string(missing))
				}
			}
		}
	}
}

// textsOf returns the lines of type of a page and what lies under it.
func textsOf(p *Page) []*Text {
	var texts []*Text
	if p.Under != nil {
		texts = textsOf(p.Under)
	}
	for _, it := range p.Items {
		if text, ok := it.(*Text); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// checkWords fails when a line leaves the safe area or touches another.
func checkWords(t *testing.T, what string, p *Page, safe MM) {
	t.Helper()
	texts := textsOf(p)
	area := p.TrimBox().Inset(AllSides(safe))
	for i, a := range texts {
		box := a.Bounds()
		if !area.Contains(box) {
			t.Errorf("%s: %q leaves the safe area: %v", what, a.String, box)
		}
		for _, b := range texts[i+1:] {
			if touch(a, b) {
				t.Errorf("%s: %q touches %q", what, a.String, b.String)
			}
		}
	}
}

// touch tells whether the boxes of any two glyphs of a and b overlap.
func touch(a, b *Text) bool {
	if !meet(a.Bounds(), b.Bounds()) {
		return false
	}
	found := false
	boxes := glyphBoxes(a)
	for _, q := range glyphBoxes(b) {
		for _, p := range boxes {
			found = found || meet(p, q)
		}
	}
	return found
}

func glyphBoxes(t *Text) []Rect {
	var boxes []Rect
	em := t.Size.MM()
	t.Each(func(g *Glyph, at Point) {
		if g.Box.W > 0 {
			boxes = append(boxes, Rect{at.X + em*g.Box.X, at.Y + em*g.Box.Y, em * g.Box.W, em * g.Box.H})
		}
	})
	return boxes
}

func meet(a, b Rect) bool {
	return a.X < b.Right() && b.X < a.Right() && a.Y < b.Bottom() && b.Y < a.Bottom()
}

// syllables make names and slogans of every shape, the tallest and the lowest letters among them.
var syllables = strings.Fields(`Nguyễn Trần Lê Phạm Hoàng Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thị Văn Ẫm Ọp Phương Quỳnh
	Ngọc Khuê Yến Nghiêng Trường Thuỵ Ý Y Bhăm Êban H'Hen Niê Ửng Ậy Ẵng học tập suốt đời và để, xã hội - 2025 nghiêng`)

func randomWords(r *rand.Rand, letters int) string {
	var b strings.Builder
	for {
		word := syllables[r.IntN(len(syllables))]
		if b.Len() > 0 && len([]rune(b.String()))+1+len([]rune(word)) > letters {
			return b.String()
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
}

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

func TestSlogansOfUpToTwoHundredLettersStayOnTheBanner(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(3, 4))
	for _, preset := range app.BannerPresets {
		for _, style := range s.Styles().Banners {
			for range 6 {
				b := bannerFor(preset.Kind, style.Code, preset.WidthMM, preset.HeightMM, randomWords(r, 1+r.IntN(200)))
				b.Over, b.Under = "Trường Tiểu học Lê Hồng Phong", "Phù Liễn, ngày 01 tháng 10 năm 2025"
				page, problems := s.Banner(app.NewEvent(), b)
				what := fmt.Sprintf("%s %s %s %q", preset.Kind, preset.Code, style.Code, b.Text)
				if len(problems) > 0 {
					t.Errorf("%s: %v", what, problems)
				}
				checkWords(t, what, page, min(bannerSafe, MM(min(b.WidthMM, b.HeightMM))/10))
				if words := joined(page); !strings.Contains(words, strings.ToUpper(b.Text)) {
					t.Errorf("%s: it says %q", what, words)
				}
			}
		}
	}
}

func joined(p *Page) string {
	var words []string
	for _, text := range textsOf(p) {
		words = append(words, text.String)
	}
	return strings.Join(words, " ")
}

func TestSlogansStayOnThePoster(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(5, 6))
	for _, style := range s.Styles().Posters {
		for _, size := range [][2]float64{{210, 297}, {420, 594}, {841, 1189}, {594, 420}, {500, 500}} {
			for range 6 {
				p := app.NewPoster("Tranh", randomWords(r, 1+r.IntN(120)))
				p.Style, p.WidthMM, p.HeightMM = style.Code, size[0], size[1]
				p.Body = randomWords(r, 80) + "\n\n- " + randomWords(r, 60) + "\n- " + randomWords(r, 60)
				p.Footer = randomWords(r, 90)
				page, problems := s.Poster(app.NewEvent(), p)
				what := fmt.Sprintf("%s %v %q", style.Code, size, p.Title)
				if len(problems) > 0 {
					t.Errorf("%s: %v", what, problems)
				}
				checkWords(t, what, page, MM(min(size[0], size[1]))*0.03)
			}
		}
	}
}

func codes(problems []app.Problem) string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Code)
	}
	return strings.Join(list, " ")
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
	if codes(problems) != "missing-glyph" || problems[0].Args["letter"] != "漢" || problems[0].Subject.Name != "Trần Văn 漢" {
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
	c := certificateFor(e, "hien-dai")
	c.Award = "Giải nhất ★"
	c.Citation = "Phần thưởng 200.000 ₫"
	c.Style = "trong-dong" // Lora lacks ₫, Be Vietnam Pro has it
	_, problems := s.Certificates(e, c).Page(0)
	for _, p := range problems {
		if p.Code != "missing-glyph" || p.Args["letter"] != "★" && p.Args["letter"] != "₫" {
			t.Errorf("problem: %v", p)
		}
	}
	page, _ := s.Certificates(e, c).Page(0)
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
	if codes(problems) != "unknown-field" || problems[0].Args["field"] != "{lop hoc}" || problems[0].Subject.Kind != app.OfCertificate {
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

func TestArtworkCoversItsPlace(t *testing.T) {
	s := studio(t)
	img := image.NewNRGBA(image.Rect(0, 0, 40, 10))
	img.Set(3, 3, color.NRGBA{255, 0, 0, 128})
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		t.Fatal(err)
	}
	e := app.NewEvent()
	e.Images = []*app.Image{{Name: "tranh.png", Data: data.Bytes()}, {Name: "hong.png", Data: data.Bytes()[:60]}}
	p := app.NewPoster("Tranh", "Mỗi ngày đến trường là một ngày vui")
	p.Artwork = "tranh.png"
	page, problems := s.Poster(e, p)
	if len(problems) != 0 {
		t.Fatalf("problems: %v", problems)
	}
	picture, box := pictureOf(page)
	if picture == nil || !picture.Box.Contains(box) || !page.BleedBox().Contains(box) {
		t.Fatalf("picture: %+v", picture)
	}
	if ratio := picture.Box.W / picture.Box.H; ratio < 3.99 || ratio > 4.01 {
		t.Errorf("the picture is stretched to %.2f", ratio)
	}
	if r, g, b, a := picture.Image.At(0, 0).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff || a != 0xffff {
		t.Errorf("transparency became %x %x %x %x", r, g, b, a)
	}
	for name, code := range map[string]string{"hong.png": "bad-image", "khong-co.png": "image-missing"} {
		p.Artwork = name
		if _, problems := s.Poster(e, p); codes(problems) != code || problems[0].Args["image"] != name {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func pictureOf(p *Page) (*Picture, Rect) {
	for _, it := range p.Items {
		if clip, ok := it.(*Clip); ok {
			if picture, ok := clip.Items[0].(*Picture); ok {
				return picture, clip.Box
			}
		}
	}
	return nil, Rect{}
}

func TestPreflightOfAnEmptyEvent(t *testing.T) {
	if got := studio(t).Preflight(app.NewEvent()); len(got) != 0 {
		t.Errorf("problems: %v", got)
	}
}

func BenchmarkBanner(b *testing.B) {
	s := studio(b)
	banner := bannerFor(app.BangRon, "do-vang", 6000, 900, "Học để phát triển bản thân, làm chủ tri thức và công nghệ, "+
		"góp phần xây dựng đất nước hùng cường, thịnh vượng")
	for b.Loop() {
		s.Banner(nil, banner)
	}
}

func BenchmarkPoster(b *testing.B) {
	s := studio(b)
	p := app.NewPoster("Tranh", "Học liệu mở, thư viện số cho mọi người")
	p.Body = "- Tra sách trên thư viện điện tử của trường\n- Học cùng bài giảng trực tuyến"
	for b.Loop() {
		s.Poster(nil, p)
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
