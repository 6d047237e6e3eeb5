package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"tiengtrong/print"
)

// pictureKey tells scaled pictures apart: the part that is seen of one at a size.
type pictureKey struct {
	name       string
	whole, see image.Rectangle
}

// rememberedPictures is how many scaled pictures a renderer keeps before it forgets them all.
const rememberedPictures = 32

func (c *canvas) picture(p *print.Picture) error {
	if p.Image == nil || p.Image.Bounds().Empty() {
		return fmt.Errorf("picture %q is empty", p.Name)
	}
	whole := c.pixels(p.Box)
	key := pictureKey{p.Name, whole, whole.Intersect(c.clip)}
	if key.see.Empty() {
		return nil
	}
	scaled := (*c.pictures)[key]
	if scaled == nil {
		scaled = scale(p.Image, whole, key.see)
		if *c.pictures == nil || len(*c.pictures) >= rememberedPictures {
			*c.pictures = map[pictureKey]*image.RGBA{}
		}
		(*c.pictures)[key] = scaled
	}
	draw.Draw(c.img, key.see, scaled, key.see.Min, draw.Src)
	return nil
}

// scale returns the part see of an image stretched over whole, in the colours that its inks show.
func scale(img *image.CMYK, whole, see image.Rectangle) *image.RGBA {
	out := image.NewRGBA(see)
	sample := samplerFor(img, whole)
	var last color.CMYK
	shown := plates(last)
	for y := see.Min.Y; y < see.Max.Y; y++ {
		for x := see.Min.X; x < see.Max.X; x++ {
			if inks := sample(x-whole.Min.X, y-whole.Min.Y); inks != last {
				last, shown = inks, plates(inks)
			}
			out.SetRGBA(x, y, shown)
		}
	}
	return out
}

// sampler returns the inks at a pixel of an image's enlarged or reduced copy.
type sampler func(x, y int) color.CMYK

// samplerFor chooses how to scale. What is much enlarged keeps its hard pixels, as it will on paper: so stay codes sharp.
// What is reduced to less than half is the mean of all its pixels.
func samplerFor(img *image.CMYK, to image.Rectangle) sampler {
	from := img.Rect
	switch {
	case to.Dx() >= 4*from.Dx() && to.Dy() >= 4*from.Dy():
		return nearest(img, to)
	case from.Dx() > 2*to.Dx() || from.Dy() > 2*to.Dy():
		return mean(img, to)
	}
	return between(img, to)
}

func nearest(img *image.CMYK, to image.Rectangle) sampler {
	from := img.Rect
	return func(x, y int) color.CMYK {
		return img.CMYKAt(from.Min.X+from.Dx()*(2*x+1)/(2*to.Dx()), from.Min.Y+from.Dy()*(2*y+1)/(2*to.Dy()))
	}
}

// mean averages the pixels that a pixel of the copy covers.
func mean(img *image.CMYK, to image.Rectangle) sampler {
	from := img.Rect
	span := func(at, from, to int) (begin, end int) {
		begin = from * at / to
		return begin, max(from*(at+1)/to, begin+1)
	}
	return func(x, y int) color.CMYK {
		left, right := span(x, from.Dx(), to.Dx())
		top, bottom := span(y, from.Dy(), to.Dy())
		var sum [4]int
		for row := top; row < bottom; row++ {
			at := img.PixOffset(from.Min.X+left, from.Min.Y+row)
			for i, v := range img.Pix[at : at+4*(right-left)] {
				sum[i&3] += int(v)
			}
		}
		n := (right - left) * (bottom - top)
		half := n / 2
		return color.CMYK{C: uint8((sum[0] + half) / n), M: uint8((sum[1] + half) / n), Y: uint8((sum[2] + half) / n), K: uint8((sum[3] + half) / n)}
	}
}

// between weighs the four pixels around a place.
func between(img *image.CMYK, to image.Rectangle) sampler {
	from := img.Rect
	place := func(at, from, to int) (i, j int, part float32) {
		v := (float32(at)+0.5)*float32(from)/float32(to) - 0.5
		v = min(max(v, 0), float32(from-1))
		i = int(v)
		return i, min(i+1, from-1), v - float32(i)
	}
	return func(x, y int) color.CMYK {
		left, right, u := place(x, from.Dx(), to.Dx())
		top, bottom, v := place(y, from.Dy(), to.Dy())
		at := func(x, y int) []uint8 { return img.Pix[img.PixOffset(from.Min.X+x, from.Min.Y+y):] }
		a, b, c, d := at(left, top), at(right, top), at(left, bottom), at(right, bottom)
		ink := func(k int) uint8 {
			above := float32(a[k]) + u*(float32(b[k])-float32(a[k]))
			below := float32(c[k]) + u*(float32(d[k])-float32(c[k]))
			return uint8(above + v*(below-above) + 0.5)
		}
		return color.CMYK{C: ink(0), M: ink(1), Y: ink(2), K: ink(3)}
	}
}
