package raster_test

import (
	"bytes"
	"context"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
	"tiengtrong/print/pdf/pdftest"
	"tiengtrong/print/raster"
	"tiengtrong/print/raster/rastertest"
)

var look = flag.String("look", "", "a folder for PNGs of the compared pages")

// letters are the 134 letters that Vietnamese adds to ASCII.
const letters = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ" +
	"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

func fonts(t testing.TB) *print.Fonts {
	t.Helper()
	f, err := print.LoadFonts(os.DirFS("../../assets/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func face(t testing.TB, name string) *print.Face {
	t.Helper()
	f, err := fonts(t).Face(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func line(f *print.Face, size print.Pt, ink print.Ink, x, y print.MM, s string) *print.Text {
	t := print.NewText(f, size, ink, s)
	t.At = print.Point{X: x, Y: y}
	return t
}

// lookAt keeps a picture for the developer's eyes.
func lookAt(t *testing.T, name string, img image.Image) {
	if *look == "" {
		return
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*look, name+".png"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// compare draws a page both ways.
func compare(t *testing.T, name string, page *print.Page, pxPerMM float64) rastertest.Difference {
	t.Helper()
	var out bytes.Buffer
	pages := func(yield func(*print.Page, error) bool) { yield(page, nil) }
	if err := pdf.Write(context.Background(), &out, pdf.Meta{}, pages); err != nil {
		t.Fatal(err)
	}
	theirs := rastertest.Poppler(t, pdftest.File(t, out.Bytes()), pxPerMM)[0]
	ours, err := raster.Draw(page, page.MediaBox(), pxPerMM)
	if err != nil {
		t.Fatal(err)
	}
	lookAt(t, name+"-pdf", theirs)
	lookAt(t, name+"-raster", ours)
	d, err := rastertest.Compare(ours, theirs)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	t.Logf("%s: mean %.2f, worst %.1f at %v", name, d.Mean, d.Worst, d.At)
	return d
}

func star() print.Path {
	var p print.Path
	p.Move(50, 10)
	for _, q := range []print.Point{{X: 80, Y: 90}, {X: 10, Y: 40}, {X: 90, Y: 40}, {X: 20, Y: 90}} {
		p.Line(q.X, q.Y)
	}
	p.Close()
	return p
}

func wave() print.Path {
	var p print.Path
	p.Move(10, 50)
	p.Curve(30, -20, 60, 120, 90, 50)
	p.Line(60, 15)
	p.Line(75, 85)
	return p
}

// square is a page of 100 mm with a bleed.
func square(items ...print.Item) *print.Page {
	return &print.Page{Trim: print.Size{W: 100, H: 100}, Bleed: print.AllSides(5), Items: items}
}

func checker() *image.CMYK {
	img := image.NewCMYK(image.Rect(0, 0, 8, 8))
	for i := range 64 {
		img.Pix[4*i+3] = uint8(255 * ((i + i/8 + 1) % 2))
	}
	return img
}

// TestLikeThePDF compares shapes in black ink strictly: poppler and raster agree on black's colour within four steps. A
// clip and a picture may differ by half a pixel at their edges.
func TestLikeThePDF(t *testing.T) {
	b := print.Black
	both := print.CirclePath(print.Point{X: 50, Y: 50}, 40)
	both = append(both, print.RectPath(print.Rect{X: 30, Y: 30, W: 40, H: 40})...)
	inside := print.Rect{X: 20, Y: 30, W: 40, H: 25}
	small := &print.Page{}
	for i, name := range fonts(t).Names() {
		small.Trim = print.Size{W: 400, H: print.MM(10*i + 20)}
		small.Add(line(face(t, name), 11, b, 5, print.MM(10*i+12), "AVATAR "+letters+" – 0123456789"))
	}
	outlined := line(face(t, "Montserrat_900Black"), 80, b, 2, 60, "Ưẫỹ")
	outlined.Outlined = true
	for _, test := range []struct {
		name        string
		page        *print.Page
		pxPerMM     float64
		mean, worst float64
	}{
		{"fill", square(&print.Fill{Path: star(), Ink: b}), 4, 1.5, 24},
		{"winding", square(&print.Fill{Path: both, Ink: b}), 4, 1.5, 24},
		{"mitres", square(&print.Stroke{Path: wave(), Ink: b, Width: 6}), 4, 1.5, 24},
		{"closed", square(&print.Stroke{Path: star(), Ink: b, Width: 3}), 4, 1.5, 24},
		{"round", square(&print.Stroke{Path: wave(), Ink: b, Width: 6, Round: true}), 4, 1.5, 24},
		{"dashes", square(&print.Stroke{Path: wave(), Ink: b, Width: 2, Dash: []print.MM{6, 3, 1}}), 4, 1.5, 24},
		{"dots", square(&print.Stroke{Path: star(), Ink: b, Width: 2, Dash: []print.MM{0, 4}, Round: true}), 4, 1.5, 24},
		{"axial", square(&print.Shade{Path: star(), From: print.Point{X: 30, Y: 20}, To: print.Point{X: 70, Y: 60}, Inks: [2]print.Ink{b, {}}}), 4, 3, 24},
		{"radial", square(&print.Shade{Path: both, Radial: true, From: print.Point{X: 40, Y: 40}, To: print.Point{X: 40, Y: 80}, Inks: [2]print.Ink{{}, b}}), 4, 5, 24},
		{"clip", square(&print.Clip{Box: inside, Items: []print.Item{&print.Fill{Path: star(), Ink: b}, &print.Stroke{Path: wave(), Ink: b, Width: 4}}}), 4, 1.5, 32},
		{"picture", square(&print.Picture{Box: inside, Name: "checker", Image: checker()}), 4, 1.5, 40},
		{"outlined", square(outlined), 4, 1.5, 24},
		{"text", small, 6, 9, 40},
	} {
		d := compare(t, test.name, test.page, test.pxPerMM)
		if d.Mean > test.mean || d.Worst > test.worst {
			t.Errorf("%s: %+v, allowed are %v and %v", test.name, d, test.mean, test.worst)
		}
	}
}

func TestPixels(t *testing.T) {
	fill := func(x, y, w, h print.MM) *print.Fill {
		return &print.Fill{Path: print.RectPath(print.Rect{X: x, Y: y, W: w, H: h}), Ink: print.Ink{M: 100, Y: 100}}
	}
	page := &print.Page{Trim: print.Size{W: 8, H: 4}, Under: square(fill(0, 0, 2, 2)), Items: []print.Item{
		fill(4, 1, 2.5, 1),
		&print.Clip{Box: print.Rect{X: 7, Y: 3, W: 1, H: 1}, Items: []print.Item{&print.Fill{Path: print.CirclePath(print.Point{X: 7, Y: 3}, 5), Ink: print.Black}}},
	}}
	img, err := raster.Draw(page, page.TrimBox(), 1)
	if err != nil {
		t.Fatal(err)
	}
	red, paper, black := color.RGBA{228, 9, 22, 255}, color.RGBA{255, 255, 255, 255}, color.RGBA{31, 31, 29, 255}
	half := color.RGBA{241, 132, 138, 255}
	for y, row := range [][]color.RGBA{
		{red, red, paper, paper, paper, paper, paper, paper},
		{red, red, paper, paper, red, red, half, paper},
		{paper, paper, paper, paper, paper, paper, paper, paper},
		{paper, paper, paper, paper, paper, paper, paper, black},
	} {
		for x, want := range row {
			if got := img.RGBAAt(x, y); got != want {
				t.Errorf("pixel %d, %d is %v, not %v", x, y, got, want)
			}
		}
	}
}

// TestRGB compares inks with what a colour management program says of the profile:
//
//	transicc -t1 -b -n -i FOGRA39L_coated.icc -o '*sRGB'
func TestRGB(t *testing.T) {
	for _, test := range []struct {
		ink       print.Ink
		want      color.RGBA
		tolerance int
	}{
		{print.White, color.RGBA{255, 255, 255, 255}, 0},
		{print.Black, color.RGBA{31, 31, 29, 255}, 0},
		{print.Ink{M: 100, Y: 100}, color.RGBA{228, 9, 22, 255}, 0},
		{print.Ink{C: 50}, color.RGBA{129, 208, 245, 255}, 18},
		{print.Ink{M: 50}, color.RGBA{242, 159, 197, 255}, 20},
		{print.Ink{Y: 50}, color.RGBA{255, 245, 155, 255}, 20},
		{print.Ink{K: 25}, color.RGBA{208, 208, 208, 255}, 5},
		{print.Ink{K: 50}, color.RGBA{157, 157, 157, 255}, 5},
		{print.Ink{K: 75}, color.RGBA{100, 100, 99, 255}, 5},
		{print.Ink{C: 10, M: 10, Y: 10}, color.RGBA{233, 228, 227, 255}, 8},
		{print.Ink{M: 5, Y: 20}, color.RGBA{255, 243, 216, 255}, 8},
		{print.Ink{K: 5}, color.RGBA{246, 246, 246, 255}, 2},
		{print.Ink{C: 50, M: 50, Y: 50}, color.RGBA{149, 129, 124, 255}, 20},
		{print.Ink{M: 10, Y: 100}, color.RGBA{255, 221, 0, 255}, 5},
		{print.Ink{C: 20, M: 80, Y: 60, K: 30}, color.RGBA{158, 67, 68, 255}, 20},
	} {
		got := raster.RGB(test.ink)
		for _, d := range []int{int(got.R) - int(test.want.R), int(got.G) - int(test.want.G), int(got.B) - int(test.want.B)} {
			if max(d, -d) > test.tolerance {
				t.Errorf("%v looks like %v, not %v", test.ink, got, test.want)
				break
			}
		}
	}
}

// TestColoursLikeThePDF compares coloured pages loosely: poppler mixes inks from other primaries.
func TestColoursLikeThePDF(t *testing.T) {
	for _, test := range []struct {
		name    string
		page    *print.Page
		pxPerMM float64
	}{{"certificate", certificate(t), 3}, {"banner", banner(t, 10), 2.5}} {
		if d := compare(t, test.name, test.page, test.pxPerMM); d.Mean > 12 || d.Worst > 50 {
			t.Errorf("%s: %+v", test.name, d)
		}
	}
}

// TestAreaIsAPartOfTheWhole draws a part of a page and finds the same pixels in the whole.
func TestAreaIsAPartOfTheWhole(t *testing.T) {
	page := certificate(t)
	page.Items = append(page.Items, &print.Picture{Box: print.Rect{X: 100, Y: 80, W: 60, H: 60}, Name: "checker", Image: checker()},
		&print.Stroke{Path: star(), Ink: print.Black, Width: 2, Dash: []print.MM{5, 2}, Round: true})
	whole, err := raster.Draw(page, page.TrimBox(), 4)
	if err != nil {
		t.Fatal(err)
	}
	part, err := raster.Draw(page, print.Rect{X: 40, Y: 30, W: 80, H: 100}, 4)
	if err != nil {
		t.Fatal(err)
	}
	if size := part.Bounds().Size(); size != image.Pt(320, 400) {
		t.Fatalf("the part has %v pixels", size)
	}
	d, err := rastertest.Compare(part, whole.SubImage(image.Rect(160, 120, 480, 520)))
	if err != nil || d.Mean > 0.05 || d.Worst > 2 {
		t.Errorf("%+v, %v", d, err)
	}
}

// TestFarIn looks at a few millimetres of the diagonal of a letter half a metre high, as a preview does that is zoomed
// in, and finds it within a pixel of where it should be.
func TestFarIn(t *testing.T) {
	const pxPerMM = 300
	n := line(face(t, "Tinos_400Regular"), 2000, print.Black, 10, 500, "N")
	outline := n.Face.Glyph('N').Outline.Transform(print.Scale(float64(n.Size.MM()), float64(n.Size.MM()))).Transform(print.Translate(10, 500))
	from, to := outline[18].P[0], outline[19].P[0]
	page := &print.Page{Trim: print.Size{W: 6000, H: 900}, Items: []print.Item{n}}
	for _, area := range []print.Rect{{X: 249, Y: 152, W: 2, H: 2}, {X: 249, Y: 151, W: 1, H: 1}} {
		img, err := raster.Draw(page, area, pxPerMM)
		if err != nil {
			t.Fatal(err)
		}
		lookAt(t, "far", img)
		seen := 0
		for y := range img.Rect.Dy() {
			down := area.Y + print.MM(y)/pxPerMM
			x := int((from.X + (down-from.Y)*(to.X-from.X)/(to.Y-from.Y) - area.X) * pxPerMM)
			if x < 2 || x > img.Rect.Dx()-3 {
				continue
			}
			seen++
			if dark, paper := img.RGBAAt(x-2, y), img.RGBAAt(x+2, y); dark.R > 40 || paper.R < 250 {
				t.Fatalf("line %d turns from black to white not at %d: %v, %v", y, x, dark, paper)
			}
		}
		if seen < img.Rect.Dy()/2 {
			t.Errorf("the diagonal crosses only %d lines of the picture", seen)
		}
	}
}

func TestRendererRemembers(t *testing.T) {
	first, second := certificate(t), certificate(t)
	first.Items, second.Under = first.Items[:2], first.Under
	var r raster.Renderer
	for _, page := range []*print.Page{first, second, first} {
		for _, pxPerMM := range []float64{3, 2} {
			want, err := raster.Draw(page, page.TrimBox(), pxPerMM)
			if err != nil {
				t.Fatal(err)
			}
			got, err := r.Draw(page, page.TrimBox(), pxPerMM)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Pix, want.Pix) {
				t.Error("a renderer that remembers draws another picture")
			}
		}
	}
}

func TestThinLinesStayVisible(t *testing.T) {
	var p print.Path
	p.Move(10, 50)
	p.Line(90, 50)
	img, err := raster.Draw(square(&print.Stroke{Path: p, Ink: print.Black, Width: 0.1}), print.Rect{W: 100, H: 100}, 1)
	if err != nil {
		t.Fatal(err)
	}
	above, below := img.RGBAAt(50, 49), img.RGBAAt(50, 50)
	if above.R > 225 || below.R > 225 || above.R < 150 {
		t.Errorf("a hairline is drawn as %v and %v", above, below)
	}
	if end := img.RGBAAt(92, 50); end.R != 255 {
		t.Errorf("it runs on: %v", end)
	}
}

func TestErrors(t *testing.T) {
	broken := line(face(t, "Tinos_400Regular"), 10, print.Black, 0, 0, "chữ")
	broken.Kerns = nil
	box := print.Rect{W: 10, H: 10}
	for _, test := range []struct {
		page    *print.Page
		area    print.Rect
		pxPerMM float64
		want    string
	}{
		{square(nil), box, 1, "draw page: cannot draw <nil>"},
		{&print.Page{Under: square(nil)}, box, 1, "draw page: cannot draw <nil>"},
		{square(&print.Picture{Name: "logo"}), box, 1, `draw page: picture "logo" is empty`},
		{square(broken), box, 1, `draw page: text "chữ" has 3 letters but 0 kerns`},
		{square(), box, 1e6, "draw page: cannot make an image of 10000000 × 10000000 pixels"},
		{square(), print.Rect{W: -1, H: 1}, 1, "draw page: cannot make an image of -1 × 1 pixels"},
	} {
		if _, err := raster.Draw(test.page, test.area, test.pxPerMM); err == nil || err.Error() != test.want {
			t.Errorf("got  %v\nwant %s", err, test.want)
		}
	}
}
