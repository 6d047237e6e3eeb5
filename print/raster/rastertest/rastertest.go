// Package rastertest compares pictures of pages in tests: those that poppler makes of a PDF with those of
// the package raster.
package rastertest

import (
	"fmt"
	"image"
	"image/color"
	_ "image/png" // pdftoppm writes it
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tiengtrong/print/pdf/pdftest"
)

// Poppler draws the pages of a PDF file.
func Poppler(t testing.TB, pdf string, pxPerMM float64) []image.Image {
	t.Helper()
	stem := filepath.Join(t.TempDir(), "page")
	pdftest.Tool(t, "pdftoppm", "-png", "-r", fmt.Sprint(pxPerMM*25.4), pdf, stem)
	names, _ := filepath.Glob(stem + "-*.png")
	slices.Sort(names)
	var pages []image.Image
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		img, _, err := image.Decode(f)
		f.Close()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		pages = append(pages, img)
	}
	return pages
}

// Difference says how unlike two pictures are, of 255.
type Difference struct {
	Mean  float64     // mean absolute difference of a channel
	Worst float64     // the same of the most unlike spot, each spot's colours mixed first
	At    image.Point // where that is
}

// spot is the side in pixels of the squares within which colours are mixed, so that an edge that two programs smooth
// in different ways does not count, and one that is missing or has moved does.
const spot = 8

// Compare compares two pictures of one size. Rounding may make one of them a pixel wider or higher.
func Compare(a, b image.Image) (Difference, error) {
	size, other := a.Bounds().Size(), b.Bounds().Size()
	if d := size.Sub(other); d.X*d.X > 1 || d.Y*d.Y > 1 {
		return Difference{}, fmt.Errorf("one picture has %v pixels, the other %v", size, other)
	}
	size = image.Pt(min(size.X, other.X), min(size.Y, other.Y))
	var d Difference
	for y := 0; y < size.Y; y += spot {
		for x := 0; x < size.X; x += spot {
			square := image.Rect(x, y, min(x+spot, size.X), min(y+spot, size.Y))
			sum, mixed := compareSquare(a, b, square)
			d.Mean += sum
			if mixed > d.Worst {
				d.Worst, d.At = mixed, square.Min
			}
		}
	}
	d.Mean /= float64(3 * size.X * size.Y)
	return d, nil
}

// compareSquare sums the differences of all channels of all pixels, and returns the largest difference of a channel
// when the square's colours are mixed.
func compareSquare(a, b image.Image, square image.Rectangle) (sum, mixed float64) {
	var total [3]float64
	for y := square.Min.Y; y < square.Max.Y; y++ {
		for x := square.Min.X; x < square.Max.X; x++ {
			p, q := at(a, x, y), at(b, x, y)
			for i := range 3 {
				v := p[i] - q[i]
				total[i] += v
				sum += max(v, -v)
			}
		}
	}
	pixels := float64(square.Dx() * square.Dy())
	for _, v := range total {
		mixed = max(mixed, v/pixels, -v/pixels)
	}
	return sum, mixed
}

func at(img image.Image, x, y int) [3]float64 {
	c := color.NRGBAModel.Convert(img.At(img.Bounds().Min.X+x, img.Bounds().Min.Y+y)).(color.NRGBA)
	return [3]float64{float64(c.R), float64(c.G), float64(c.B)}
}
