// Package print decides what the event looks like on paper. Its layouts are pure functions from an event
// to Pages in millimetres; the packages pdf and raster only draw what they decided.
package print

import "math"

// MM is a length in millimetres.
type MM float64

// Pt is a length in points of 1/72 inch, the unit of type sizes.
type Pt float64

// Pt converts a length to points.
func (l MM) Pt() Pt { return Pt(l) * 72 / 25.4 }

// MM converts a length to millimetres.
func (p Pt) MM() MM { return MM(p) * 25.4 / 72 }

// Point is a place on a page. The origin is the top-left corner of the trim; y grows downwards.
type Point struct{ X, Y MM }

// Add returns p moved by dx and dy.
func (p Point) Add(dx, dy MM) Point { return Point{p.X + dx, p.Y + dy} }

// Size is the width and height of a thing.
type Size struct{ W, H MM }

// Sides are four distances from the edges of a thing.
type Sides struct{ Top, Right, Bottom, Left MM }

// AllSides returns the same distance on every side.
func AllSides(d MM) Sides { return Sides{d, d, d, d} }

// Rect is an upright rectangle with its top-left corner at X, Y.
type Rect struct{ X, Y, W, H MM }

// Right returns the x of the right edge.
func (r Rect) Right() MM { return r.X + r.W }

// Bottom returns the y of the bottom edge.
func (r Rect) Bottom() MM { return r.Y + r.H }

// Center returns the middle of r.
func (r Rect) Center() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Inset returns r with each side moved inwards.
func (r Rect) Inset(s Sides) Rect {
	return Rect{r.X + s.Left, r.Y + s.Top, r.W - s.Left - s.Right, r.H - s.Top - s.Bottom}
}

// Outset returns r with each side moved outwards.
func (r Rect) Outset(s Sides) Rect {
	return r.Inset(Sides{-s.Top, -s.Right, -s.Bottom, -s.Left})
}

// Union returns the smallest rectangle around r and s; an empty one adds nothing.
func (r Rect) Union(s Rect) Rect {
	if r.W <= 0 && r.H <= 0 {
		return s
	}
	if s.W <= 0 && s.H <= 0 {
		return r
	}
	x, y := min(r.X, s.X), min(r.Y, s.Y)
	return Rect{x, y, max(r.Right(), s.Right()) - x, max(r.Bottom(), s.Bottom()) - y}
}

// Intersect returns what r and s, which meet, have in common.
func (r Rect) Intersect(s Rect) Rect {
	x, y := max(r.X, s.X), max(r.Y, s.Y)
	return Rect{x, y, min(r.Right(), s.Right()) - x, min(r.Bottom(), s.Bottom()) - y}
}

// Contains tells whether s lies in r, within a tolerance of a hundredth of a millimetre.
func (r Rect) Contains(s Rect) bool {
	const e = 0.01
	return s.X >= r.X-e && s.Y >= r.Y-e && s.Right() <= r.Right()+e && s.Bottom() <= r.Bottom()+e
}

// Verb is one kind of path segment.
type Verb byte

// The path segments and the points that each takes: one, one, three, none.
const (
	MoveTo  Verb = 'm'
	LineTo  Verb = 'l'
	CurveTo Verb = 'c' // two control points, then the end: a cubic Bézier curve
	Close   Verb = 'h'
)

// Segment is one step of a path.
type Segment struct {
	Verb Verb
	P    [3]Point
}

// Path is an outline.
type Path []Segment

// Move begins a new contour.
func (p *Path) Move(x, y MM) { *p = append(*p, Segment{MoveTo, [3]Point{{x, y}}}) }

// Line draws a straight line.
func (p *Path) Line(x, y MM) { *p = append(*p, Segment{LineTo, [3]Point{{x, y}}}) }

// Curve draws a cubic Bézier curve.
func (p *Path) Curve(x1, y1, x2, y2, x, y MM) {
	*p = append(*p, Segment{CurveTo, [3]Point{{x1, y1}, {x2, y2}, {x, y}}})
}

// Close closes the contour.
func (p *Path) Close() { *p = append(*p, Segment{Verb: Close}) }

// Points returns the points that the segment uses.
func (s Segment) Points() []Point {
	switch s.Verb {
	case CurveTo:
		return s.P[:3]
	case Close:
		return nil
	}
	return s.P[:1]
}

// RectPath returns the outline of r.
func RectPath(r Rect) Path {
	var p Path
	p.Move(r.X, r.Y)
	p.Line(r.Right(), r.Y)
	p.Line(r.Right(), r.Bottom())
	p.Line(r.X, r.Bottom())
	p.Close()
	return p
}

// circleKappa is the control distance with which four cubic curves come within 0.03 % of a circle.
const circleKappa = 0.5522847498

// CirclePath returns the outline of a circle.
func CirclePath(c Point, radius MM) Path {
	return EllipsePath(Rect{c.X - radius, c.Y - radius, 2 * radius, 2 * radius})
}

// EllipsePath returns the outline of the ellipse in r.
func EllipsePath(r Rect) Path {
	c, a, b := r.Center(), r.W/2, r.H/2
	ka, kb := a*circleKappa, b*circleKappa
	var p Path
	p.Move(c.X+a, c.Y)
	p.Curve(c.X+a, c.Y+kb, c.X+ka, c.Y+b, c.X, c.Y+b)
	p.Curve(c.X-ka, c.Y+b, c.X-a, c.Y+kb, c.X-a, c.Y)
	p.Curve(c.X-a, c.Y-kb, c.X-ka, c.Y-b, c.X, c.Y-b)
	p.Curve(c.X+ka, c.Y-b, c.X+a, c.Y-kb, c.X+a, c.Y)
	p.Close()
	return p
}

// Matrix maps (x, y) to (A·x + C·y + E, B·x + D·y + F), as PDF does.
type Matrix struct{ A, B, C, D, E, F float64 }

// IsZero tells whether m is the zero value, which stands for no matrix at all.
func (m Matrix) IsZero() bool { return m == Matrix{} }

// Translate returns the matrix that moves by dx, dy.
func Translate(dx, dy MM) Matrix { return Matrix{1, 0, 0, 1, float64(dx), float64(dy)} }

// Scale returns the matrix that scales about the origin.
func Scale(x, y float64) Matrix { return Matrix{x, 0, 0, y, 0, 0} }

// Rotate returns the matrix that turns about the origin, clockwise on the page, by an angle in radians.
func Rotate(angle float64) Matrix {
	sin, cos := math.Sincos(angle)
	return Matrix{cos, sin, -sin, cos, 0, 0}
}

// Then returns the matrix that applies m first and n after it.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.B*n.C, m.A*n.B + m.B*n.D,
		m.C*n.A + m.D*n.C, m.C*n.B + m.D*n.D,
		m.E*n.A + m.F*n.C + n.E, m.E*n.B + m.F*n.D + n.F,
	}
}

// Apply maps a point.
func (m Matrix) Apply(p Point) Point {
	x, y := float64(p.X), float64(p.Y)
	return Point{MM(m.A*x + m.C*y + m.E), MM(m.B*x + m.D*y + m.F)}
}

// Transform returns the path mapped by m.
func (p Path) Transform(m Matrix) Path {
	out := make(Path, len(p))
	for i, s := range p {
		out[i].Verb = s.Verb
		for j := range s.Points() {
			out[i].P[j] = m.Apply(s.P[j])
		}
	}
	return out
}

// Bounds returns the box around the path's points, control points included.
func (p Path) Bounds() Rect {
	lo, hi := Point{math.MaxFloat64, math.MaxFloat64}, Point{-math.MaxFloat64, -math.MaxFloat64}
	for _, s := range p {
		for _, q := range s.Points() {
			lo = Point{min(lo.X, q.X), min(lo.Y, q.Y)}
			hi = Point{max(hi.X, q.X), max(hi.Y, q.Y)}
		}
	}
	if hi.X < lo.X {
		return Rect{}
	}
	return Rect{lo.X, lo.Y, hi.X - lo.X, hi.Y - lo.Y}
}
