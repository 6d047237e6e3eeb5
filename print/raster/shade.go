package raster

import (
	"image/color"
	"math"

	"tiengtrong/print"
)

// ramp is the colours of a shade from end to end.
type ramp [512]color.RGBA

func newRamp(inks [2]print.Ink) *ramp {
	r := new(ramp)
	for i := range r {
		r[i] = RGB(inks[0].Mix(inks[1], float32(i)/float32(len(r)-1)))
	}
	return r
}

// at returns the colour at the part t of the way; beyond the ends it stays.
func (r *ramp) at(t float64) color.RGBA {
	return r[int(min(max(t, 0), 1)*float64(len(r)-1)+0.5)]
}

func (c *canvas) shade(s *print.Shade) {
	c.trace(s.Path)
	if !c.cover() {
		return
	}
	ramp, part := newRamp(s.Inks), c.way(s)
	box := c.mask.Rect
	for y := range box.Dy() {
		cover := c.mask.Pix[y*c.mask.Stride:][:box.Dx()]
		line := c.img.Pix[c.img.PixOffset(box.Min.X, box.Min.Y+y):]
		py := float64(box.Min.Y+y) + 0.5
		for x, a := range cover {
			if a != 0 {
				over(line[4*x:4*x+4:4*x+4], ramp.at(part(float64(box.Min.X+x)+0.5, py)), uint32(a))
			}
		}
	}
}

// way returns a function that tells how far a pixel lies from one end of a shade to the other.
func (c *canvas) way(s *print.Shade) func(x, y float64) float64 {
	from, to := c.toPixels.Apply(s.From), c.toPixels.Apply(s.To)
	x0, y0 := float64(from.X), float64(from.Y)
	dx, dy := float64(to.X)-x0, float64(to.Y)-y0
	length := math.Hypot(dx, dy)
	switch {
	case length == 0:
		return func(float64, float64) float64 { return 1 }
	case s.Radial:
		return func(x, y float64) float64 { x, y = x-x0, y-y0; return math.Sqrt(x*x+y*y) / length }
	}
	dx, dy = dx/(length*length), dy/(length*length)
	return func(x, y float64) float64 { return (x-x0)*dx + (y-y0)*dy }
}
