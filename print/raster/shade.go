package raster

import (
	"image/color"
	"math"

	"tiengtrong/print"
)

// ramp is the colours of a shade from end to end.
type ramp [512]color.RGBA

func newRamp(stops []print.Stop) *ramp {
	r, next := new(ramp), 1
	for i := range r {
		part := float32(i) / float32(len(r)-1)
		for next < len(stops)-1 && part >= stops[next].At {
			next++
		}
		from, to := stops[next-1], stops[next]
		r[i] = RGB(from.Ink.Mix(to.Ink, min(1, (part-from.At)/max(to.At-from.At, 1e-6))))
	}
	return r
}

// way leads from one end of a shade to the other, in pixels.
type way struct {
	x0, y0 float64
	dx, dy float64 // what a pixel to the right and one down add, where the way is straight
	length float64
	radial bool
}

func (c *canvas) way(s *print.Shade) way {
	from, to := c.toPixels.Apply(s.From), c.toPixels.Apply(s.To)
	w := way{x0: float64(from.X), y0: float64(from.Y), radial: s.Radial}
	dx, dy := float64(to.X)-w.x0, float64(to.Y)-w.y0
	w.length = max(math.Hypot(dx, dy), 1e-9)
	w.dx, w.dy = dx/(w.length*w.length), dy/(w.length*w.length)
	return w
}

// part returns how far the way has come at a pixel: 0 at its start, 1 at its end.
func (w *way) part(x, y float64) float64 {
	x, y = x-w.x0, y-w.y0
	if w.radial {
		return math.Sqrt(x*x+y*y) / w.length
	}
	return x*w.dx + y*w.dy
}

func (c *canvas) shade(s *print.Shade) {
	c.trace(s.Path)
	if !c.cover() {
		return
	}
	ramp, way, box := newRamp(s.Stops()), c.way(s), c.mask.Rect
	const last = float64(len(ramp) - 1)
	for y := range box.Dy() {
		cover := c.mask.Pix[y*c.mask.Stride:][:box.Dx()]
		line := c.img.Pix[c.img.PixOffset(box.Min.X, box.Min.Y+y):]
		for x, a := range cover {
			if a == 0 {
				continue
			}
			part := way.part(float64(box.Min.X+x)+0.5, float64(box.Min.Y+y)+0.5)
			step := int(min(max(part, 0), 1)*last + 0.5) // beyond the ends the colour stays
			over(line[4*x:4*x+4:4*x+4], ramp[step], uint32(a))
		}
	}
}
