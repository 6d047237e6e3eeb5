package raster

import (
	"image"
	"image/color"
	"testing"
)

// TestSamplers scales a picture of two columns, cyan 0 and 200, in each of three ways.
func TestSamplers(t *testing.T) {
	wide := func(w, h int) *image.CMYK {
		img := image.NewCMYK(image.Rect(7, 9, 7+w, 9+h))
		for i := 0; i < len(img.Pix); i += 4 {
			img.Pix[i] = uint8(200 * (i / 4 % 2))
		}
		return img
	}
	for _, test := range []struct {
		name string
		from *image.CMYK
		to   image.Rectangle
		want []uint8 // the cyan of the first row
	}{
		{"enlarged 5 times", wide(2, 1), image.Rect(100, 100, 110, 105), []uint8{0, 0, 0, 0, 0, 200, 200, 200, 200, 200}},
		{"enlarged twice", wide(2, 1), image.Rect(0, 0, 4, 2), []uint8{0, 50, 150, 200}},
		{"as it is", wide(4, 3), image.Rect(0, 0, 4, 3), []uint8{0, 200, 0, 200}},
		{"reduced to a quarter", wide(8, 8), image.Rect(-1, -1, 1, 1), []uint8{100, 100}},
	} {
		sample := samplerFor(test.from, test.to)
		for x, want := range test.want {
			if got := sample(x, 0); got != (color.CMYK{C: want}) {
				t.Errorf("%s: pixel %d is %v, not C%d", test.name, x, got, want)
			}
		}
	}
}
