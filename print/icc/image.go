package icc

import (
	"image"
	"image/color"
	"runtime"
	"sync"
)

// Image returns an opaque picture in the press's inks. One that is separated already stays as it is. One without any colour is
// printed in black ink alone, so that a code, a stamp or a scan stays sharp where the plates don't quite meet.
func (s *Separator) Image(img image.Image) *image.CMYK {
	if done, ok := img.(*image.CMYK); ok {
		return done
	}
	b := img.Bounds()
	out := image.NewCMYK(b)
	grey := colourless(img)
	var group sync.WaitGroup
	for _, band := range bands(b) {
		group.Go(func() {
			row := make([]uint8, 3*b.Dx())
			for y := band[0]; y < band[1]; y++ {
				readRow(row, img, y)
				line := out.Pix[out.PixOffset(b.Min.X, y):][:4*b.Dx()]
				if grey {
					s.greys(line, row)
				} else {
					s.row(line, row)
				}
			}
		})
	}
	group.Wait()
	return out
}

// row separates a row of pixels; neighbours are often alike.
func (s *Separator) row(out, rgb []uint8) {
	var last [3]uint8
	inks := s.RGB(0, 0, 0)
	for i := 0; i < len(rgb); i += 3 {
		if now := [3]uint8(rgb[i : i+3]); now != last {
			last, inks = now, s.RGB(now[0], now[1], now[2])
		}
		o := out[4*i/3 : 4*i/3+4 : 4*i/3+4]
		o[0], o[1], o[2], o[3] = inks.C, inks.M, inks.Y, inks.K
	}
}

func (s *Separator) greys(out, rgb []uint8) {
	for i := 0; i < len(rgb); i += 3 {
		out[4*i/3+3] = s.black[rgb[i]]
	}
}

// bands parts a picture's rows among the cores.
func bands(b image.Rectangle) (out [][2]int) {
	n := min(runtime.GOMAXPROCS(0), max(b.Dy(), 1))
	for i := range n {
		out = append(out, [2]int{b.Min.Y + b.Dy()*i/n, b.Min.Y + b.Dy()*(i+1)/n})
	}
	return out
}

// colourless tells whether red, green and blue are the same in all pixels.
func colourless(img image.Image) bool {
	switch img.(type) {
	case *image.Gray, *image.Gray16:
		return true
	}
	b := img.Bounds()
	row := make([]uint8, 3*b.Dx())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		readRow(row, img, y)
		for i := 0; i < len(row); i += 3 {
			if row[i] != row[i+1] || row[i] != row[i+2] {
				return false
			}
		}
	}
	return true
}

// readRow reads a row as red, green, blue.
func readRow(row []uint8, img image.Image, y int) {
	b := img.Bounds()
	switch p := img.(type) {
	case *image.RGBA:
		fromRGBA(row, p.Pix[p.PixOffset(b.Min.X, y):])
	case *image.NRGBA:
		fromRGBA(row, p.Pix[p.PixOffset(b.Min.X, y):])
	case *image.YCbCr:
		for i := 0; i < len(row); i += 3 {
			x := b.Min.X + i/3
			l, c := p.YOffset(x, y), p.COffset(x, y)
			row[i], row[i+1], row[i+2] = color.YCbCrToRGB(p.Y[l], p.Cb[c], p.Cr[c])
		}
	default:
		for i := 0; i < len(row); i += 3 {
			r, g, bl, _ := img.At(b.Min.X+i/3, y).RGBA()
			row[i], row[i+1], row[i+2] = uint8(r>>8), uint8(g>>8), uint8(bl>>8)
		}
	}
}

func fromRGBA(row, pix []uint8) {
	for i, o := 0, 0; i < len(row); i, o = i+3, o+4 {
		row[i], row[i+1], row[i+2] = pix[o], pix[o+1], pix[o+2]
	}
}
