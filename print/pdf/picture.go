package pdf

import (
	"fmt"
	"image"
)

// writePicture writes an image in DeviceCMYK, 8 bits a plate, line by line.
func writePicture(f *file, at ref, img *image.CMYK, zip *deflater) {
	b := img.Rect
	out := zip.begin()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		out.Write(img.Pix[img.PixOffset(b.Min.X, y):][:4*b.Dx()])
	}
	f.stream(at, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceCMYK/BitsPerComponent 8",
		b.Dx(), b.Dy()), zip.end())
}
