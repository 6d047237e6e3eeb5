package raster

import (
	"image/color"
	"math"

	"tiengtrong/print"
)

// upright tells whether a shape is one upright rectangle, and which.
func upright(p print.Path) (print.Rect, bool) {
	if len(p) != 5 || p[0].Verb != print.MoveTo || p[4].Verb != print.Close {
		return print.Rect{}, false
	}
	for i := 1; i < 4; i++ {
		if p[i].Verb != print.LineTo {
			return print.Rect{}, false
		}
	}
	a, b, c, d := p[0].P[0], p[1].P[0], p[2].P[0], p[3].P[0]
	across := a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X
	down := a.X == b.X && b.Y == c.Y && c.X == d.X && d.Y == a.Y
	return p.Bounds(), across || down
}

// flat fills a rectangle without a mask; pixels that it covers in part get a part of its colour.
func (c *canvas) flat(r print.Rect, col color.RGBA) {
	left, right := float64(r.X), float64(r.Right())
	x0 := max(int(math.Floor(left)), c.clip.Min.X)
	x1 := min(int(math.Ceil(right)), c.clip.Max.X)
	y0 := max(int(math.Floor(float64(r.Y))), c.clip.Min.Y)
	y1 := min(int(math.Ceil(float64(r.Bottom()))), c.clip.Max.Y)
	if x0 >= x1 {
		return
	}
	first, last := share(x0, left, right), share(x1-1, left, right)
	for y := y0; y < y1; y++ {
		line := c.img.Pix[c.img.PixOffset(x0, y):][:4*(x1-x0)]
		down := 255 * share(y, float64(r.Y), float64(r.Bottom()))
		over(line, col, uint32(down*first+0.5))
		for x := 4; x < len(line)-4; x += 4 {
			over(line[x:x+4:x+4], col, uint32(down+0.5))
		}
		if len(line) > 4 {
			over(line[len(line)-4:], col, uint32(down*last+0.5))
		}
	}
}

// share returns how much of the pixel at i lies between two edges.
func share(i int, from, to float64) float64 {
	return min(float64(i+1), to) - max(float64(i), from)
}
