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

func checker() image.Image {
	img := image.NewGray(image.Rect(0, 0, 8, 8))
	for i := range img.Pix {
		img.Pix[i] = uint8(255 * ((i + i/8) % 2))
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
		small.Trim = print.Size{W: 300, H: print.MM(12*i + 20)}
		small.Add(line(face(t, name), 18, b, 5, print.MM(12*i+12), "AVATAR Tiếng Trống Ẫ Ẳ Ự ợ – Wẽ Tỷ 0123456789"))
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
		{"text", small, 6, 3.5, 40},
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
