package print

import (
	"image"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// sheetOf returns a page with one item of each kind, and one page under it.
func sheetOf(t testing.TB, w, h, bleed MM) *Page {
	t.Helper()
	face := studio(t).face("BeVietnamPro_700Bold")
	title := NewText(face, 40, Ink{Y: 100}, "Học, học nữa, học mãi")
	title.At, title.Outlined = Point{10, 30}, true
	box := Rect{20, 40, 30, 20}
	return &Page{
		Trim: Size{w, h}, Bleed: AllSides(bleed), Scale: 1,
		Under: &Page{Trim: Size{w, h}, Scale: 1, Items: []Item{fill(Ink{M: 100, Y: 100}, RectPath(Rect{-bleed, -bleed, w + 2*bleed, h + 2*bleed}))}},
		Items: []Item{
			title,
			&Stroke{Path: polyline(Point{0, 0}, Point{w, h}), Ink: Black, Width: 0.5, Dash: []MM{3, 1}, Round: true},
			&Shade{Path: CirclePath(Point{50, 50}, 12.5), From: Point{50, 50}, To: Point{60, 50}, Inks: [2]Ink{White, Black}, Radial: true},
			&Clip{Box: box, Items: []Item{&Picture{Box: box, Name: "tranh", Image: image.NewCMYK(image.Rect(0, 0, 3, 2))}}},
			&Layer{Name: "Gia công", Items: []Item{stroke(Ink{C: 100}, 1, polyline(Point{0, 5}, Point{w, 5}))}},
		},
	}
}

func TestDump(t *testing.T) {
	golden(t, "dump.txt", Dump(sheetOf(t, 210, 297, 3)))
}

func TestDumpTellsPathsApart(t *testing.T) {
	a, b := CirclePath(Point{50, 50}, 10), CirclePath(Point{50, 50}, 10)
	b[2].P[1].X += 0.02
	if dumpPath(a) == dumpPath(b) {
		t.Errorf("a moved point is not told: %s", dumpPath(a))
	}
	b[2].P[1].X -= 0.02 + 1e-9
	if dumpPath(a) != dumpPath(b) {
		t.Errorf("rounding is told: %s and %s", dumpPath(a), dumpPath(b))
	}
	if got := dumpMM(-0.001); got != "0" {
		t.Errorf("minus nothing is %q", got)
	}
}

func TestMarks(t *testing.T) {
	s := studio(t)
	for _, test := range []struct {
		name       string
		w, h, wide MM
	}{{"A4", 297, 210, 3}, {"A2", 420, 594, 3}, {"standee", 800, 1800, 10}, {"strip", 6000, 900, 10}, {"label", 10, 10, 2}, {"no bleed", 210, 297, 0}} {
		t.Run(test.name, func(t *testing.T) {
			p := sheetOf(t, test.w, test.h, test.wide)
			before := Dump(p)
			marked := s.Marked(p, "Trường Tiểu học Lê Hồng Phong · Giấy khen · 297 × 210 mm")
			if Dump(p) != before {
				t.Error("the page itself has changed")
			}
			if !slices.Equal(marked.Items[:len(p.Items)], p.Items) || marked.Under != p.Under {
				t.Error("the items of the page are not what they were")
			}
			for _, item := range marked.Items[len(p.Items)+1:] {
				box := bounds(item)
				if !marked.MediaBox().Contains(box) {
					t.Errorf("outside the sheet: %v", dumpRect(box))
				}
				if overlap(box, marked.BleedBox()) {
					t.Errorf("a mark in the bleed: %v", dumpRect(box))
				}
			}
		})
	}
}

// overlap tells whether two boxes share more than an edge.
func overlap(a, b Rect) bool {
	const e = 1e-6
	return a.X < b.Right()-e && b.X < a.Right()-e && a.Y < b.Bottom()-e && b.Y < a.Bottom()-e
}

func TestMarksDontTouchEachOther(t *testing.T) {
	s := studio(t)
	for _, size := range []Size{{210, 297}, {60, 60}, {6000, 900}, {800, 1800}} {
		p := &Page{Trim: size, Bleed: AllSides(3), Scale: 1}
		items := s.Marked(p, strings.Repeat("Khẩu hiệu dài ", 20)).Items[1:]
		for i, a := range items {
			for _, b := range items[i+1:] {
				_, lineA := a.(*Stroke)
				_, lineB := b.(*Stroke)
				if !(lineA && lineB) && overlap(bounds(a), bounds(b)) {
					t.Errorf("%v: %s lies on %s", size, dumpRect(bounds(a)), dumpRect(bounds(b)))
				}
			}
		}
	}
}

func TestMarksOfACertificate(t *testing.T) {
	p := &Page{Trim: Size{297, 210}, Bleed: AllSides(3), Scale: 1}
	golden(t, "marks.txt", Dump(studio(t).Marked(p, "Trường Tiểu học Lê Hồng Phong · Giấy khen · 297 × 210 mm")))
}

func TestForPDF(t *testing.T) {
	s := studio(t)
	for _, test := range []struct {
		name   string
		page   *Page
		scale  int
		w, h   MM
		marked bool
	}{
		{"a poster", sheetOf(t, 420, 594, 3), 1, 420, 594, false},
		{"the longest page", sheetOf(t, 5080, 900, 0), 1, 5080, 900, false},
		{"a strip with marks", sheetOf(t, 6000, 900, 10), 10, 6000, 900, true},
		{"a backdrop", sheetOf(t, 5000, 3000, 10), 1, 5000, 3000, false},
		{"a backdrop whose marks shrink", sheetOf(t, 5000, 3000, 10), 1, 5000, 3000, true},
		{"a high piece whose marks shrink", sheetOf(t, 800, 5020, 10), 1, 800, 5020, true},
		{"a piece that has no room for marks", sheetOf(t, 5060, 3000, 5), 10, 5060, 3000, true},
		{"a strip along a street", sheetOf(t, 60000, 1000, 10), 100, 60000, 1000, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			page := test.page
			if test.marked {
				page = s.Marked(page, "khổ thành phẩm")
			}
			got := ForPDF(page)
			if got.Scale != test.scale {
				t.Fatalf("scale 1:%d", got.Scale)
			}
			if (got == page) != (test.scale == 1) {
				t.Error("a page that fits must be itself")
			}
			if size := got.TrueSize(); math.Abs(float64(size.W-test.w)) > 0.1 || math.Abs(float64(size.H-test.h)) > 0.1 {
				t.Errorf("true size %v", size)
			}
			if media := got.MediaBox(); media.W > longestSide || media.H > longestSide {
				t.Errorf("media %v", media)
			}
		})
	}
}

// TestScalingCommutesWithBounds draws items at random: the bounds of the scaled item are the scaled bounds.
func TestScalingCommutesWithBounds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	length := func() MM { return MM(random.Float64()*8000 - 1000) }
	page := sheetOf(t, 6000, 900, 10)
	for range 200 {
		var p Path
		p.Move(length(), length())
		p.Line(length(), length())
		p.Curve(length(), length(), length(), length(), length(), length())
		p.Close()
		text := *page.Items[0].(*Text)
		text.At, text.Size = Point{length(), length()}, Pt(random.Float64()*2000+1)
		box := Rect{length(), length(), 50, 60}
		for _, item := range []Item{
			fill(Black, p), stroke(Black, 1, p), &Shade{Path: p}, &text, &Clip{Box: box}, &Picture{Box: box},
		} {
			k := random.Float64()*2 + 0.01
			got, want := bounds(placing{k: k}.item(item)), placing{k: k}.rect(bounds(item))
			if d := max(math.Abs(float64(got.X-want.X)), math.Abs(float64(got.Y-want.Y)),
				math.Abs(float64(got.W-want.W)), math.Abs(float64(got.H-want.H))); d > 1e-6 {
				t.Fatalf("%T times %v: %v, not %v", item, k, got, want)
			}
		}
	}
}

func TestScalingScalesEveryLength(t *testing.T) {
	p := sheetOf(t, 6000, 900, 10)
	got := ForPDF(p)
	line, want := got.Items[1].(*Stroke), p.Items[1].(*Stroke)
	if line.Width != want.Width/10 || !reflect.DeepEqual(line.Dash, []MM{want.Dash[0] * 0.1, want.Dash[1] * 0.1}) {
		t.Errorf("pen %v dash %v", line.Width, line.Dash)
	}
	shade := got.Items[2].(*Shade)
	if shade.From != (Point{5, 5}) || shade.To != (Point{6, 5}) {
		t.Errorf("shade from %v to %v", shade.From, shade.To)
	}
	if inner := got.Items[3].(*Clip).Items[0].(*Picture).Box; inner != (Rect{2, 4, 3, 2}) {
		t.Errorf("picture in a clip at %v", inner)
	}
	if seam := got.Items[4].(*Layer).Items[0].(*Stroke); seam.Width != 0.1 || dumpRect(bounds(seam)) != "0 0.5 600 × 0" {
		t.Errorf("a seam of %v at %v", seam.Width, bounds(seam))
	}
	if under := got.Under.Items[0].(*Fill).Path.Bounds(); dumpRect(under) != "-1 -1 602 × 92" {
		t.Errorf("under %s", dumpRect(under))
	}
}

func BenchmarkMarked(b *testing.B) {
	s := studio(b)
	p := sheetOf(b, 297, 210, 3)
	for b.Loop() {
		s.Marked(p, "Trường Tiểu học Lê Hồng Phong · Giấy khen · 297 × 210 mm")
	}
}
