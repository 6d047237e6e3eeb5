package raster

import (
	"image"
	"image/draw"
	"math"

	"tiengtrong/print"
)

// cover computes the mask of the shape; it reports false where nothing of it is seen.
func (c *canvas) cover() bool {
	b := c.shape.Bounds()
	whole := image.Rect(int(math.Floor(float64(b.X))), int(math.Floor(float64(b.Y))),
		int(math.Ceil(float64(b.Right()))), int(math.Ceil(float64(b.Bottom()))))
	box := whole.Intersect(c.clip)
	if box.Empty() {
		return false
	}
	c.raster.Reset(box.Dx(), box.Dy())
	if box == whole {
		c.follow(box.Min)
	} else {
		c.followClipped(box)
	}
	c.rasterize(box)
	return true
}

// follow hands the shape to the rasterizer.
func (c *canvas) follow(origin image.Point) {
	x := func(p print.Point) float32 { return float32(p.X - print.MM(origin.X)) }
	y := func(p print.Point) float32 { return float32(p.Y - print.MM(origin.Y)) }
	for _, s := range c.shape {
		a, b, d := s.P[0], s.P[1], s.P[2]
		switch s.Verb {
		case print.MoveTo:
			c.raster.ClosePath()
			c.raster.MoveTo(x(a), y(a))
		case print.LineTo:
			c.raster.LineTo(x(a), y(a))
		case print.CurveTo:
			c.raster.CubeTo(x(a), y(a), x(b), y(b), x(d), y(d))
		case print.Close:
			c.raster.ClosePath()
		}
	}
	c.raster.ClosePath()
}

// followClipped hands over what of the shape can be seen in the box: the rasterizer walks along all that lies
// outside, and loses its precision on the way, which a preview that is zoomed in would show.
func (c *canvas) followClipped(box image.Rectangle) {
	origin := vec{float64(box.Min.X), float64(box.Min.Y)}
	for _, line := range flatten(c.shape) {
		a := line.points[len(line.points)-1].plus(origin, -1)
		for _, p := range line.points {
			b := p.plus(origin, -1)
			c.edge(a, b, float64(box.Dx()), float64(box.Dy()))
			a = b
		}
	}
}

// edge hands over a line from a to b as it is seen from 0 to w and 0 to h. What lies above or below has no effect on
// what is seen; what lies left or right has that of a line along the side.
func (c *canvas) edge(a, b vec, w, h float64) {
	if max(a.y, b.y) <= 0 || min(a.y, b.y) >= h || a.y == b.y {
		return
	}
	along := func(t float64) vec { return vec{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t} }
	top, bottom := -a.y/(b.y-a.y), (h-a.y)/(b.y-a.y)
	start, end := max(0, min(top, bottom)), min(1, max(top, bottom))
	side := func(x float64) float64 { // where the line crosses it
		if a.x == b.x {
			return start
		}
		return min(max((x-a.x)/(b.x-a.x), start), end)
	}
	left, right := side(0), side(w)
	c.raster.MoveTo(inside(along(start), w, h))
	for _, t := range [3]float64{min(left, right), max(left, right), end} {
		c.raster.LineTo(inside(along(t), w, h))
	}
}

// inside returns a point moved into the box from 0 to w and 0 to h.
func inside(p vec, w, h float64) (x, y float32) {
	return float32(min(max(p.x, 0), w)), float32(min(max(p.y, 0), h))
}

// rasterize turns what the rasterizer holds into the mask.
func (c *canvas) rasterize(box image.Rectangle) {
	size := box.Dx() * box.Dy()
	if cap(c.mask.Pix) < size {
		c.mask.Pix = make([]uint8, size)
	}
	local := image.Rect(0, 0, box.Dx(), box.Dy())
	c.mask = image.Alpha{Pix: c.mask.Pix[:size], Stride: box.Dx(), Rect: local}
	c.raster.DrawOp = draw.Src
	c.raster.Draw(&c.mask, local, image.Opaque, image.Point{})
	c.mask.Rect = box
}
