package raster

import (
	"math"

	"tiengtrong/print"
)

// vec is a point or direction in pixels.
type vec struct{ x, y float64 }

func (a vec) plus(b vec, times float64) vec { return vec{a.x + b.x*times, a.y + b.y*times} }
func (a vec) cross(b vec) float64           { return a.x*b.y - a.y*b.x }
func (a vec) dot(b vec) float64             { return a.x*b.x + a.y*b.y }
func (a vec) left() vec                     { return vec{a.y, -a.x} }

// towards returns the direction from a to b, of length one, and the distance.
func (a vec) towards(b vec) (vec, float64) {
	d := math.Hypot(b.x-a.x, b.y-a.y)
	return vec{(b.x - a.x) / d, (b.y - a.y) / d}, d
}

// polyline is a contour of straight lines.
type polyline struct {
	points []vec
	closed bool
}

// outline appends to out the area that a stroke along a path covers, as convex pieces that all wind the same way, to be
// filled by the non-zero rule. Dashes are in millimetres, everything else in pixels.
func outline(out, p print.Path, width float64, dash []print.MM, pxPerMM float64, round bool) print.Path {
	s := stroker{out: out, half: width / 2, round: round}
	pattern := inPixels(dash, pxPerMM)
	for _, line := range flatten(p) {
		if pattern == nil {
			s.line(line)
			continue
		}
		for _, piece := range dashed(line, pattern) {
			s.line(piece)
		}
	}
	return s.out
}

// inPixels returns the dash pattern; one too fine to be seen is a solid line.
func inPixels(dash []print.MM, pxPerMM float64) []float64 {
	var pattern []float64
	total := 0.0
	for _, d := range dash {
		pattern = append(pattern, float64(d)*pxPerMM)
		total += float64(d) * pxPerMM
	}
	if total < 0.5 {
		return nil
	}
	return pattern
}

// flatten replaces curves by lines that stay within a tenth of a pixel.
func flatten(p print.Path) []polyline {
	var lines []polyline
	for _, s := range p {
		n := len(lines) - 1
		switch s.Verb {
		case print.MoveTo:
			lines = append(lines, polyline{points: []vec{at(s.P[0])}})
		case print.LineTo:
			lines[n].points = append(lines[n].points, at(s.P[0]))
		case print.CurveTo:
			points := lines[n].points
			lines[n].points = curve(points, points[len(points)-1], at(s.P[0]), at(s.P[1]), at(s.P[2]))
		case print.Close:
			lines[n].closed = true
		}
	}
	return lines
}

func at(p print.Point) vec { return vec{float64(p.X), float64(p.Y)} }

// curve appends the points of a cubic curve after its first.
func curve(points []vec, a, b, c, d vec) []vec {
	bend := max(math.Hypot(a.x-2*b.x+c.x, a.y-2*b.y+c.y), math.Hypot(b.x-2*c.x+d.x, b.y-2*c.y+d.y))
	n := min(2+int(3*math.Sqrt(bend)), 2000)
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		p := vec{}.plus(a, u*u*u).plus(b, 3*u*u*t).plus(c, 3*u*t*t).plus(d, t*t*t)
		points = append(points, p)
	}
	return points
}

// dashed cuts a line into its dashes.
func dashed(line polyline, pattern []float64) []polyline {
	points := line.points
	if line.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	var out []polyline
	turn, left := 0, pattern[0]
	piece := []vec{points[0]}
	for i := 1; i < len(points); i++ {
		from := points[i-1]
		dir, rest := from.towards(points[i])
		for rest > left {
			from, rest = from.plus(dir, left), rest-left
			if turn%2 == 0 {
				out = append(out, polyline{points: append(piece, from)})
			}
			turn++
			left, piece = pattern[turn%len(pattern)], []vec{from}
		}
		left -= rest
		piece = append(piece, points[i])
	}
	if turn%2 == 0 {
		out = append(out, polyline{points: piece})
	}
	return out
}

// stroker collects the pieces of a stroke.
type stroker struct {
	out   print.Path
	half  float64 // the line's width
	round bool
}

func (s *stroker) line(line polyline) {
	points := distinct(line)
	n := len(points)
	if n == 1 {
		if s.round {
			s.fan(points[0], vec{1, 0}, 2*math.Pi)
		}
		return
	}
	segments := n - 1
	if line.closed && n > 2 {
		segments = n
	}
	dirs := make([]vec, segments)
	for i := range dirs {
		a, b := points[i], points[(i+1)%n]
		dirs[i], _ = a.towards(b)
		side := dirs[i].left()
		s.piece(a.plus(side, s.half), b.plus(side, s.half), b.plus(side, -s.half), a.plus(side, -s.half))
	}
	for i := 1; i < segments; i++ {
		s.join(points[i], dirs[i-1], dirs[i])
	}
	if segments == n {
		s.join(points[0], dirs[n-1], dirs[0])
	} else if s.round {
		s.fan(points[0], dirs[0].left(), -math.Pi)
		s.fan(points[n-1], dirs[n-2].left(), math.Pi)
	}
}

// distinct returns the points without those that repeat the one before.
func distinct(line polyline) []vec {
	points := line.points[:1:1]
	for _, p := range line.points[1:] {
		if _, d := points[len(points)-1].towards(p); d > 1e-6 {
			points = append(points, p)
		}
	}
	if n := len(points); line.closed && n > 1 {
		if _, d := points[0].towards(points[n-1]); d <= 1e-6 {
			points = points[:n-1]
		}
	}
	return points
}

// join fills the gap on the outer side of a corner between directions u and v. A mitre longer than ten times
// the half width is cut, as in PDF.
func (s *stroker) join(p, u, v vec) {
	turn := u.cross(v)
	if math.Abs(turn) < 1e-9 && u.dot(v) > 0 {
		return
	}
	a, b := u.left(), v.left()
	if turn < 0 {
		a, b = vec{-a.x, -a.y}, vec{-b.x, -b.y}
	}
	if s.round {
		s.fan(p, a, math.Atan2(a.cross(b), a.dot(b)))
		return
	}
	const limit = 10
	mid := vec{a.x + b.x, a.y + b.y}
	if size := mid.dot(mid); size > 4.0/(limit*limit) {
		s.piece(p, p.plus(a, s.half), p.plus(mid, 2*s.half/size), p.plus(b, s.half))
	} else {
		s.piece(p, p.plus(a, s.half), p.plus(b, s.half))
	}
}

// fan fills the sector about p from the direction a through an angle.
func (s *stroker) fan(p, a vec, angle float64) {
	n := 1 + int(math.Abs(angle)*math.Sqrt(s.half)*1.5)
	points := []vec{p}
	for i := range n + 1 {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		points = append(points, p.plus(vec{a.x*cos - a.y*sin, a.x*sin + a.y*cos}, s.half))
	}
	s.piece(points...)
}

// piece adds a convex polygon, turned so that all wind alike.
func (s *stroker) piece(points ...vec) {
	area := 0.0
	for i, p := range points {
		area += p.cross(points[(i+1)%len(points)])
	}
	for i := range points {
		p := points[i]
		if area < 0 {
			p = points[len(points)-1-i]
		}
		if i == 0 {
			s.out.Move(print.MM(p.x), print.MM(p.y))
		} else {
			s.out.Line(print.MM(p.x), print.MM(p.y))
		}
	}
	s.out.Close()
}
