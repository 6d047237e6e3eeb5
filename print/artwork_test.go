package print

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"tiengtrong/app"
)

func studio(t testing.TB) *Studio {
	t.Helper()
	s, err := NewStudio(os.DirFS("../assets/fonts"), os.DirFS("../assets/styles"), os.DirFS("../assets/icc"))
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
	c := app.NewCertificate("Giấy khen Tuần lễ 2025")
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

func joined(p *Page) string {
	var words []string
	for _, text := range textsOf(p) {
		words = append(words, text.String)
	}
	return strings.Join(words, " ")
}

func codes(problems []app.Problem) string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Code)
	}
	return strings.Join(list, " ")
}

func TestSizesThatNobodyPrintsAreLaidOut(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Nguyễn An")
	for _, size := range [][2]float64{{0, 0}, {-5, 100}, {1, 1e12}, {1e12, 1}, {10, 60000}} {
		for _, style := range s.Styles().Certificates {
			c := certificateFor(e, style.Code)
			c.WidthMM, c.HeightMM = size[0], size[1]
			s.Certificates(e, c).Page(0)
		}
		for _, style := range s.Styles().Banners {
			for _, kind := range append(app.BannerKinds, "?") {
				s.Banner(e, bannerFor(kind, style.Code, size[0], size[1], "Học tập suốt đời"))
			}
		}
		for _, style := range s.Styles().Posters {
			p := app.NewPoster("Tranh", "Học tập suốt đời")
			p.Style, p.WidthMM, p.HeightMM, p.Body = style.Code, size[0], size[1], "Đọc sách"
			s.Poster(e, p)
		}
	}
}

func TestPreflightOfAnEmptyEvent(t *testing.T) {
	if got := studio(t).Preflight(app.NewEvent()); len(got) != 0 {
		t.Errorf("problems: %v", got)
	}
}

// strokesOf returns the lines of a page, those in clips and under it included.
func strokesOf(items []Item) []*Stroke {
	var strokes []*Stroke
	for _, it := range items {
		switch it := it.(type) {
		case *Stroke:
			strokes = append(strokes, it)
		case *Clip:
			strokes = append(strokes, strokesOf(it.Items)...)
		}
	}
	return strokes
}

func TestNoLineIsThinnerThanAPressHolds(t *testing.T) {
	s := studio(t)
	e := schoolEvent("Nguyễn An")
	var items []Item
	for _, style := range s.Styles().Certificates {
		c := certificateFor(e, style.Code)
		c.WidthMM, c.HeightMM = 210, 148
		items = append(items, s.Certificates(e, c).Blank().Under.Items...)
	}
	for _, style := range s.Styles().Posters {
		p := app.NewPoster("Tranh", "Đọc sách")
		p.Style, p.WidthMM, p.HeightMM = style.Code, 210, 297
		page, _ := s.Poster(e, p)
		items = append(items, page.Items...)
	}
	for _, line := range strokesOf(items) {
		if line.Width < 0.2 {
			t.Errorf("a line of %.3f mm at %v", line.Width, line.Path.Bounds())
		}
	}
}

func TestInksOfStylesDry(t *testing.T) {
	s := studio(t)
	for _, list := range [][]Style{s.Styles().Certificates, s.Styles().Banners, s.Styles().Posters} {
		for _, style := range list {
			in := style.Inks
			for _, ink := range []Ink{in.Ground, in.Deep, in.Title, in.Text, in.Accent, in.Second, in.Third, in.Pale, in.Award} {
				if ink.Coverage() > s.Condition.InkLimit {
					t.Errorf("%s: %v is %v %%", style.Code, ink, ink.Coverage())
				}
			}
		}
	}
}
