package pdf

import (
	"fmt"
	"image"
	"io"

	"tiengtrong/print"
)

// writePicture writes an image in DeviceCMYK, 8 bits a plate, line by line.
func writePicture(f *file, at ref, img image.Image, zip *deflater) {
	b := img.Bounds()
	separate(zip.begin(), img)
	f.stream(at, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceCMYK/BitsPerComponent 8",
		b.Dx(), b.Dy()), zip.end())
}

// separate writes the image's four plates, pixel by pixel; an image that is separated already passes as it is.
func separate(w io.Writer, img image.Image) {
	b := img.Bounds()
	if cmyk, ok := img.(*image.CMYK); ok {
		for y := b.Min.Y; y < b.Max.Y; y++ {
			w.Write(cmyk.Pix[cmyk.PixOffset(b.Min.X, y):cmyk.PixOffset(b.Max.X, y)])
		}
		return
	}
	line := make([]byte, 0, 4*b.Dx())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		line = line[:0]
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			p := print.Separate(uint8(r>>8), uint8(g>>8), uint8(b>>8))
			line = append(line, p.C, p.M, p.Y, p.K)
		}
		w.Write(line)
	}
}
