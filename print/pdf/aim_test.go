package pdf_test

import (
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
	"tiengtrong/print/pdf/pdftest"
	"tiengtrong/print/raster"
)

// middle returns where the middle of what is dark lies in a part of a picture of ten pixels a millimetre.
func middle(img image.Image, part print.Rect) print.Point {
	var x, y, sum float64
	for py := int(part.Y * 10); py < int(part.Bottom()*10); py++ {
		for px := int(part.X * 10); px < int(part.Right()*10); px++ {
			r, _, _, _ := img.At(px, py).RGBA()
			dark := 1 - float64(r)/0xffff
			x, y, sum = x+dark*(float64(px)+0.5), y+dark*(float64(py)+0.5), sum+dark
		}
	}
	return print.Point{X: print.MM(x / sum / 10), Y: print.MM(y / sum / 10)}
}

func readPNG(t *testing.T, path string) image.Image {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	img, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// TestAnAimedPage draws a page that is put elsewhere for a printer that is off, as PDF and as a preview: what is on it and
// what lies under it come to the place that the matrix tells, to a twentieth of a millimetre.
func TestAnAimedPage(t *testing.T) {
	aim := print.Rotate(0.4 * math.Pi / 180).Then(print.Scale(1.004, 0.997)).Then(print.Translate(1.2, -0.8))
	size := print.Size{W: 297, H: 210}
	squares := []print.Point{{X: 10, Y: 10}, {X: 280, Y: 12}, {X: 283, Y: 195}, {X: 14, Y: 190}}
	page := &print.Page{Trim: size, Scale: 1, Aim: aim, Under: &print.Page{Trim: size}}
	for i, at := range squares {
		square := area(print.Black, at.X-2, at.Y-2, 4, 4)
		if i%2 == 0 {
			page.Add(square)
		} else {
			page.Under.Add(square)
		}
	}
	stem := filepath.Join(t.TempDir(), "page")
	pdftest.Tool(t, "pdftoppm", "-r", "254", "-gray", "-png", "-singlefile", write(t, pdf.Meta{}, page), stem)
	printed := readPNG(t, stem+".png")
	seen, err := raster.Draw(page, page.TrimBox(), 10)
	if err != nil {
		t.Fatal(err)
	}
	for name, img := range map[string]image.Image{"printed": printed, "seen": seen} {
		for _, at := range squares {
			want := aim.Apply(at)
			got := middle(img, print.Rect{X: at.X - 6, Y: at.Y - 6, W: 12, H: 12})
			if d := math.Hypot(float64(got.X-want.X), float64(got.Y-want.Y)); !(d < 0.05) {
				t.Errorf("%s: what is at %v comes to %v, not to %v", name, at, got, want)
			}
		}
	}
}
