package print

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
)

// finished lays out a banner with small lines and plans its finishing.
func finished(s *Studio, e *app.Event, b app.Banner) (*Page, Finishing, []app.Problem) {
	b.Over, b.Under = "Trường Tiểu học Lê Hồng Phong", "Phù Liễn, ngày 01 tháng 10 năm 2025"
	page, _ := s.Banner(e, b)
	f, problems := s.Finishing(e, b, page)
	return page, f, problems
}

func TestFinishingGolden(t *testing.T) {
	s := studio(t)
	page, f, problems := finished(s, nil, bannerFor(app.BangRon, "do-vang", 10000, 2000, theme))
	if len(problems) > 0 || len(f.Seams) != 1 {
		t.Fatalf("seams %v, %v", f.Seams, problems)
	}
	golden(t, "finishing.txt", Dump(&Page{Trim: page.Trim, Items: []Item{s.FinishingLayer(f)}}))
}

func TestFinishingsInTheWordsOfAShop(t *testing.T) {
	s := studio(t)
	for _, c := range []struct {
		kind   app.BannerKind
		finish app.Finish
		w, h   float64
		want   string
		fold   Sides
	}{
		{app.BangRon, app.Finish{}, 6000, 900, "dán biên 3 cm, đóng 28 khoen cách 49,8 cm", AllSides(30)},
		{app.BangRon, app.Finish{Edge: app.PocketEdge, Eyelets: app.Yes}, 3000, 1000, "dán xỏ cây 5 cm, đóng 14 khoen cách 47,8 cm", Sides{30, 50, 30, 50}},
		{app.Phuon, app.Finish{}, 800, 2500, "dán xỏ cây 5 cm", Sides{50, 30, 50, 30}},
		{app.Standee, app.Finish{}, 800, 1800, "cắt sát khổ", Sides{}},
		{app.Standee, app.Finish{Eyelets: app.Yes}, 800, 1800, "cắt sát khổ, đóng 12 khoen cách 44,2 cm", Sides{}},
		{app.Backdrop, app.Finish{}, 1500, 1200, "chừa biên 5 cm mỗi cạnh", AllSides(50)},
	} {
		b := bannerFor(c.kind, "do-vang", c.w, c.h, "Học, học nữa, học mãi")
		b.Finish = c.finish
		_, f, problems := finished(s, nil, b)
		if got := strings.Join(f.Words(), ", "); got != c.want || f.Fold != c.fold || len(problems) > 0 {
			t.Errorf("%s %v: %q, fold %v, %v", c.kind, c.finish, got, f.Fold, problems)
		}
	}
}

// TestWordsSayOnlyWhatIsDone plans for shops that fold or weld nothing, and for one that can't print the piece at all.
func TestWordsSayOnlyWhatIsDone(t *testing.T) {
	s := studio(t)
	for want, change := range map[string]func(*app.Shop){
		"cắt sát khổ, dán nối 2 tấm, khổ cuộn 1,6 m":                      func(shop *app.Shop) { shop.HemMM, shop.WeldMM = 0, 0 },
		"dán biên 3 cm, không nối được, cần khổ cuộn từ 2,06 m":           func(shop *app.Shop) { shop.RollsMM = []float64{300} },
		"dán biên 3 cm, dán nối 2 tấm, mỗi mép nối +2 cm, khổ cuộn 1,6 m": func(*app.Shop) {},
	} {
		shop := app.StandardShop()
		change(&shop)
		b := bannerFor(app.BangRon, "do-vang", 10000, 2000, "Cả nước thi đua xây dựng xã hội học tập")
		b.Finish.Eyelets = app.No
		_, f, _ := finished(s, &app.Event{Shop: shop}, b)
		if got := strings.Join(f.Words(), ", "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestSeams plans banners at random: panels cover the piece, fit the roll with all they need, overlap by the welds, and
// no seam comes nearer to a line of type than its weld.
func TestSeams(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(5, 6))
	welded := 0
	for range 120 {
		kind := app.BannerKinds[r.IntN(len(app.BannerKinds))]
		style := s.Styles().Banners[r.IntN(len(s.Styles().Banners))].Code
		b := bannerFor(kind, style, float64(500+r.IntN(20000)), float64(500+r.IntN(6000)), randomWords(r, 1+r.IntN(200)))
		e := app.NewEvent()
		e.Shop = app.StandardShop()
		e.Shop.RollsMM = []float64{float64(1000 + r.IntN(1000)), 900}
		e.Shop.MachineMM = 3200
		page, f, problems := finished(s, e, b)
		sheet := f.Sheet()
		if len(f.Seams) == 0 {
			if min(sheet.W, sheet.H) > f.Roll && !strings.Contains(codes(problems), "seam-through-text") {
				t.Errorf("%v is wider than the roll of %v and not divided: %v", sheet, f.Roll, problems)
			}
			continue
		}
		welded++
		checkPanels(t, f)
		for _, text := range textsOf(page) {
			if f.cuts(text.Bounds()) {
				t.Errorf("%v × %v: a seam of %v goes through %q", b.WidthMM, b.HeightMM, f.Seams, text.String)
			}
		}
	}
	if welded < 30 {
		t.Errorf("only %d of the banners were welded", welded)
	}
}

func checkPanels(t *testing.T, f Finishing) {
	t.Helper()
	panels, end := f.Panels(), MM(0)
	if len(panels) != len(f.Seams)+1 {
		t.Fatalf("%d panels of %d seams", len(panels), len(f.Seams))
	}
	for i, p := range panels {
		from, to, across := p.Y, p.Bottom(), f.Trim.W == p.W
		fold := [2]MM{f.Fold.Top, f.Fold.Bottom}
		if f.Upright {
			from, to, across = p.X, p.Right(), f.Trim.H == p.H
			fold = [2]MM{f.Fold.Left, f.Fold.Right}
		}
		width := to - from
		if i == 0 {
			width += fold[0]
		}
		if i == len(panels)-1 {
			width += fold[1]
		}
		if i > 0 && !near(from, end-2*f.Weld) || i == 0 && from != 0 || !across || width > f.Roll+0.01 {
			t.Errorf("panel %d from %v to %v after %v, on a roll of %v", i+1, from, to, end, f.Roll)
		}
		end = to
	}
	if whole := max(f.Trim.W, f.Trim.H); !near(end, f.Trim.H) && !near(end, whole) && !near(end, f.Trim.W) {
		t.Errorf("the panels end at %v", end)
	}
}

func near(a, b MM) bool { return a-b < 0.01 && b-a < 0.01 }

func TestASeamStaysOffPicturesWhereItCan(t *testing.T) {
	s := studio(t)
	b := bannerFor(app.Backdrop, "do-vang", 5000, 3000, "Học")
	page := &Page{Trim: Size{5000, 3000}, Avoid: []Rect{{1000, 1000, 3000, 1200}}}
	f, _ := s.Finishing(nil, b, page)
	for _, seam := range f.Seams {
		if seam > 1000-f.Weld && seam < 2200+f.Weld || f.Upright {
			t.Errorf("seams %v", f.Seams)
		}
	}
	page.Avoid = []Rect{{0, 0, 5000, 3000}}
	if f, problems := s.Finishing(nil, b, page); len(f.Seams) == 0 || len(problems) > 0 {
		t.Errorf("a picture that can't be avoided: seams %v, %v", f.Seams, problems)
	}
}

func TestNoSeamRatherThanOneThroughText(t *testing.T) {
	s := studio(t)
	line := NewText(s.face("Montserrat_900Black"), Pt(5600), Black, "HỌC TẬP")
	line.At = Point{300, 2200}
	page := &Page{Trim: Size{15000, 3000}, Items: []Item{line}}
	if box := line.Bounds(); box.H < 1700 || box.Right() < 7000 {
		t.Fatalf("the line is too small for this test: %v", box)
	}
	page.Trim.W = line.Bounds().Right() + 300
	f, problems := s.Finishing(nil, bannerFor(app.BangRon, "do-vang", float64(page.Trim.W), 3000, "Học tập"), page)
	if codes(problems) != "seam-through-text" || f.Seams != nil || problems[0].Args["needed"] != "3,06" || problems[0].Args["roll"] != "1,6" {
		t.Errorf("seams %v, %v, the line in %v", f.Seams, problems, line.Bounds())
	}
}

// TestEyelets looks at sizes at random: one in each corner, none farther from the next than the shop's pitch, all of
// them in the hem.
func TestEyelets(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(7, 8))
	for range 200 {
		b := bannerFor(app.BangRon, "do-vang", float64(300+r.IntN(15000)), float64(300+r.IntN(5000)), "Học")
		_, f, _ := finished(s, nil, b)
		hem := Rect{0, 0, f.Trim.W, f.Trim.H}.Inset(f.Hem)
		for _, corner := range []Point{{15, 15}, {f.Trim.W - 15, 15}, {15, f.Trim.H - 15}, {f.Trim.W - 15, f.Trim.H - 15}} {
			if !slices.ContainsFunc(f.Eyelets, func(c Point) bool { return near(c.X, corner.X) && near(c.Y, corner.Y) }) {
				t.Errorf("%v has no eyelet at %v", f.Trim, corner)
			}
		}
		for _, c := range f.Eyelets {
			if overlap(Rect{c.X, c.Y, 0.1, 0.1}, hem) {
				t.Errorf("%v: an eyelet outside the hem: %v", f.Trim, c)
			}
			next := 0
			for _, o := range f.Eyelets {
				if d := max(o.X-c.X, c.X-o.X) + max(o.Y-c.Y, c.Y-o.Y); d > 0 && d <= 500.01 && (near(o.X, c.X) || near(o.Y, c.Y)) {
					next++
				}
			}
			if next < 2 {
				t.Errorf("%v: the eyelet at %v has %d neighbours within the pitch", f.Trim, c, next)
			}
		}
	}
}

func TestWordsOnAHemAreReported(t *testing.T) {
	s := studio(t)
	b := bannerFor(app.BangRon, "do-vang", 3000, 1000, "Học, học nữa, học mãi")
	e := app.NewEvent()
	e.Shop = app.StandardShop()
	e.Shop.HemMM = 200
	if _, _, problems := finished(s, e, b); codes(problems) != "words-in-hem" {
		t.Errorf("%v", problems)
	}
	if got := codes(s.Preflight(&app.Event{Shop: e.Shop, Banners: []app.Banner{b}})); got != "words-in-hem" {
		t.Errorf("the preflight finds %q", got)
	}
}

func TestPanelsOfAPage(t *testing.T) {
	s := studio(t)
	page, f, _ := finished(s, nil, bannerFor(app.BangRon, "do-vang", 10000, 2000, theme))
	before := Dump(page)
	for i, panel := range f.Panels() {
		p := f.Panel(page, i)
		if !near(p.Trim.W, panel.W) || !near(p.Trim.H, panel.H) {
			t.Errorf("panel %d: trim %v, not %v", i+1, p.Trim, panel)
		}
		want := Sides{10, 10, 0, 10}
		if i == 1 {
			want = Sides{0, 10, 10, 10}
		}
		if p.Bleed != want {
			t.Errorf("panel %d: bleed %v", i+1, p.Bleed)
		}
	}
	if Dump(page) != before {
		t.Error("the page has changed")
	}
}

func TestLegibility(t *testing.T) {
	s := studio(t)
	b := bannerFor(app.BangRon, "do-vang", 6000, 900, theme)
	page, problems := s.Banner(nil, b)
	reads := page.Legibility()
	for _, text := range textsOf(page) {
		if text.Ink == styleOf(s.Styles().Banners, "do-vang").Inks.Title && !near(text.Size.MM()*MM(text.Face.CapHeight()), reads.Capitals) {
			t.Errorf("capitals of %v, said %v", text.Size.MM()*MM(text.Face.CapHeight()), reads.Capitals)
		}
	}
	if len(problems) > 0 || reads.Capitals < 50 || !near(MM(reads.Well), reads.Capitals*0.12) || !near(MM(reads.Limit), reads.Capitals*0.3) {
		t.Errorf("%+v, %v", reads, problems)
	}
	if tenth := ForPDF(page); tenth.Scale != 10 || tenth.Legibility() != reads {
		t.Errorf("at a tenth: %+v", tenth.Legibility())
	}
	b.Distance = reads.Well
	if _, problems := s.Banner(nil, b); len(problems) > 0 {
		t.Errorf("from exactly as far: %v", problems)
	}
	b.Distance = 50
	_, problems = s.Banner(nil, b)
	if want := "41,7"; codes(problems) != "too-small-to-read" || problems[0].Severity != app.Warning || problems[0].Args["needed"] != want {
		t.Errorf("from 50 m: %v", problems)
	}
}

func TestPostersAreReadFromAfar(t *testing.T) {
	p := app.NewPoster("Tranh", "Đọc sách mỗi ngày")
	page, problems := studio(t).Poster(nil, p)
	reads := page.Legibility()
	p.Distance = reads.Well + 0.1
	_, far := studio(t).Poster(nil, p)
	if len(problems) > 0 || codes(far) != "too-small-to-read" || far[0].Subject != p.Subject() {
		t.Errorf("%v; from %v m: %v", problems, p.Distance, far)
	}
}

// TestNamesThatCannotBePrinted warns once for each piece, and tells all that is left out.
func TestNamesThatCannotBePrinted(t *testing.T) {
	s, e := studio(t), app.NewEvent()
	e.Banners = []app.Banner{app.NewBanner("Cổng 🎉 trường 漢", "Đọc sách"), app.NewBanner("Sân – “Ẫ” 1", "Đọc sách")}
	e.Posters = []app.Poster{app.NewPoster("🎉 Tranh", "Đọc sách")}
	found := s.Preflight(e)
	if codes(found) != "name-not-printed name-not-printed" || found[0].Args["letters"] != "🎉漢" || found[1].Subject != e.Posters[0].Subject() {
		t.Errorf("%v", found)
	}
}

func TestAnUnsoundShopIsSetAside(t *testing.T) {
	e := app.NewEvent()
	e.Shop = app.Shop{RollsMM: []float64{0}}
	s, b := studio(t), bannerFor(app.BangRon, "do-vang", 10000, 2000, theme)
	page, _ := s.Banner(nil, b)
	got, _ := s.Finishing(e, b, page)
	want, _ := s.Finishing(nil, b, page)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// TestPostersWiderThanTheRoll plans posters with a picture and a code: panels fit the roll, and no seam goes through a line
// of type or the code, nor through the picture where another place is free.
func TestPostersWiderThanTheRoll(t *testing.T) {
	s := studio(t)
	for _, c := range []struct {
		w, h   float64
		avoids bool // there is room for every seam beside the picture
	}{{1200, 1600, true}, {1800, 2400, true}, {2400, 1800, true}, {2000, 2000, true}, {3000, 4000, false}} {
		p := app.NewPoster("Tranh cổ động", "Mỗi ngày đọc một trang sách")
		p.WidthMM, p.HeightMM, p.Link = c.w, c.h, "https://thuvien.example.edu.vn"
		p.Body = "- Thư viện mở cửa cả tuần\n- Mượn sách không cần thẻ"
		page, _ := s.Poster(nil, p)
		f, problems := s.Finishing(nil, p, page)
		if len(problems) > 0 || len(f.Seams) == 0 != (c.w <= 1600) || len(f.Eyelets) > 0 || f.Fold != (Sides{}) {
			t.Errorf("%v × %v: seams %v, %v", c.w, c.h, f.Seams, problems)
		}
		checkPanels(t, f)
		kept := append(wordBoxes(page), page.Whole...)
		if c.avoids {
			kept = append(kept, page.Avoid...)
		}
		for _, box := range kept {
			if f.cuts(box) {
				t.Errorf("%v × %v: a seam of %v goes through %v", c.w, c.h, f.Seams, box)
			}
		}
	}
}

// cuts tells whether a seam or its weld goes through a box.
func (f *Finishing) cuts(box Rect) bool {
	from, to := box.Y, box.Bottom()
	if f.Upright {
		from, to = box.X, box.Right()
	}
	return slices.ContainsFunc(f.Seams, func(seam MM) bool { return seam+f.Weld > from && seam-f.Weld < to })
}
