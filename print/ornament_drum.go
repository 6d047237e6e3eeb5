package print

import "math"

// The face of the Ngọc Lũ drum, from the inside out, in parts of its radius: a star of fourteen rays with
// feathers between them, a ring of dotted circles, saw teeth, flying Lạc birds, saw teeth again, short bars.
const (
	drumRays  = 14
	drumBirds = 14
)

// drumFace returns a drum's face as areas and as thin lines, to be inked alike.
func drumFace(c Point, r MM) (areas, lines Path) {
	areas = starPath(c, drumRays, 0.235*r, 0.075*r)
	for _, ring := range []MM{0.255, 0.275, 0.36, 0.435, 0.455, 0.66, 0.68, 0.835, 0.855, 0.955, 1} {
		lines = append(lines, CirclePath(c, ring*r)...)
	}
	lines = append(lines, around(drumFeather(r), c, drumRays)...)
	lines = append(lines, around(CirclePath(Point{0, -0.318 * r}, 0.022*r), c, 28)...)
	lines = append(lines, around(polyline(Point{0, -0.875 * r}, Point{0, -0.935 * r}), c, 84)...)
	areas = append(areas, around(diamond(Point{0, -0.318 * r}, 0.01*r), c, 28)...)
	areas = append(areas, sawRing(c, 0.36*r, 0.41*r, 56)...)
	areas = append(areas, around(lacBird(Point{0, -0.553 * r}, 0.113*r), c, drumBirds)...)
	areas = append(areas, sawRing(c, 0.68*r, 0.725*r, 63)...)
	areas = append(areas, sawRing(c, 0.835*r, 0.79*r, 63)...)
	areas = append(areas, around(diamond(Point{0, -0.757 * r}, 0.012*r), c, 63)...)
	return areas, lines
}

// diamond returns a small square standing on its corner.
func diamond(c Point, r MM) Path {
	return polygon(Point{c.X, c.Y - r}, Point{c.X + r, c.Y}, Point{c.X, c.Y + r}, Point{c.X - r, c.Y})
}

// drumFeather returns the nested chevrons between two rays, the one right of the ray that points up.
func drumFeather(r MM) Path {
	var p Path
	middle := -math.Pi/2 + math.Pi/drumRays
	for _, tip := range []MM{0.125, 0.155, 0.185} {
		spread := math.Pi / drumRays * 0.62 * float64(1-(tip-0.125)/0.13)
		p = append(p, polyline(polar(Point{}, 0.235*r, middle-spread), polar(Point{}, tip*r, middle),
			polar(Point{}, 0.235*r, middle+spread))...)
	}
	return p
}

// sawRing returns n teeth standing on the circle of radius base, with their tips on the other.
func sawRing(c Point, base, tip MM, n int) Path {
	if tip > base {
		return append(starPath(c, n, tip, base), reversed(CirclePath(c, base))...)
	}
	return append(CirclePath(c, base), reversed(starPath(c, n, base, tip))...)
}

// lacBird returns the flying bird of the drums, its beak to the left; span is half of its length.
func lacBird(c Point, span MM) Path {
	var p Path
	p.Move(-1, 0.07) // the beak, long and straight
	p.Line(-0.62, -0.07)
	p.Curve(-0.57, -0.14, -0.48, -0.13, -0.43, -0.07)
	p.Curve(-0.3, 0, -0.2, -0.02, -0.08, -0.06)
	p.Line(0.34, -0.04)
	p.Line(1, -0.24) // the tail
	p.Line(0.82, 0.01)
	p.Line(1, 0.2)
	p.Line(0.34, 0.08)
	p.Curve(0.1, 0.19, -0.15, 0.17, -0.3, 0.09)
	p.Curve(-0.42, 0.04, -0.5, 0.06, -0.6, 0.035)
	p.Close()
	p.Move(-0.53, -0.15) // the crest
	p.Curve(-0.44, -0.3, -0.26, -0.36, -0.06, -0.32)
	p.Curve(-0.22, -0.27, -0.34, -0.2, -0.41, -0.1)
	p.Close()
	for i, tip := range []Point{{0.02, -0.72}, {0.26, -0.66}, {0.47, -0.55}, {0.64, -0.4}} { // the wing's feathers
		root := Point{-0.13 + 0.105*MM(i), -0.1}
		p.Move(root.X, root.Y)
		p.Line(tip.X, tip.Y)
		p.Line(root.X+0.085, root.Y)
		p.Close()
	}
	return p.Transform(Scale(float64(span), float64(span))).Transform(Translate(c.X, c.Y))
}

// mostCircles bounds the frieze of an absurdly long sheet.
const mostCircles = 400

// frieze returns a band along a side: dotted circles tied by tangents between two rows of saw teeth. It runs
// from the origin to the right, length long and height high.
func frieze(length, height MM) (areas, lines Path) {
	n := min(max(2, int(math.Round(float64(length/(height*1.04))))), mostCircles)
	pitch, mid, r := length/MM(n), height/2, height*0.215
	for i := range n {
		at := Point{pitch * (MM(i) + 0.5), mid}
		lines = append(lines, CirclePath(at, r)...)
		areas = append(areas, diamond(at, r*0.42)...)
		if i+1 < n {
			lines = append(lines, tangent(at, at.Add(pitch, 0), r)...)
		}
	}
	areas = append(areas, saw(length, height*0.16, 2*n)...)
	areas = append(areas, saw(length, height*0.16, 2*n).Transform(Scale(1, -1)).Transform(Translate(0, height))...)
	return areas, lines
}

// saw returns n teeth that hang from a straight line.
func saw(length, depth MM, n int) Path {
	var p Path
	step := length / MM(n)
	p.Move(0, 0)
	for i := range n {
		p.Line(step*(MM(i)+0.5), depth)
		p.Line(step*MM(i+1), 0)
	}
	p.Close()
	return p
}

// tangent returns the line from the top of the circle round a to the bottom of that round b.
func tangent(a, b Point, r MM) Path {
	sin := math.Min(1, 2*float64(r)/float64(b.X-a.X))
	x, y := r*MM(sin), r*MM(math.Sqrt(1-sin*sin))
	return polyline(Point{a.X + x, a.Y - y}, Point{b.X - x, b.Y + y})
}

// drumCertificate is the formal sheet: cream, a red lacquer frame with a golden frieze, the drum behind.
func drumCertificate(c canvas) []Item {
	in, u := c.in(), c.u
	areas, lines := drumFace(c.words.Center(), 76*u)
	return append([]Item{
		fill(in.Ground, RectPath(c.bleed)),
		fill(in.Pale, areas), stroke(in.Pale, c.line(0.3), lines),
	}, lacquerFrame(c)...)
}

// lacquerFrame draws the red band with its golden figures and rules.
func lacquerFrame(c canvas) []Item {
	in, u := c.in(), c.u
	outer := c.trim.Inset(AllSides(7 * u))
	inner := outer.Inset(AllSides(9.6 * u))
	items := []Item{
		stroke(in.Accent, c.line(0.4), RectPath(outer.Outset(AllSides(1*u)))),
		fill(in.Deep, framePath(outer, inner)),
		stroke(in.Accent, c.line(0.3), RectPath(outer.Inset(AllSides(0.9*u)))),
		stroke(in.Accent, c.line(0.3), RectPath(inner.Outset(AllSides(0.9*u)))),
		stroke(in.Accent, c.line(0.9), RectPath(inner.Inset(AllSides(1.15*u)))),
		stroke(in.Deep, c.line(0.22), RectPath(inner.Inset(AllSides(2.3*u)))),
	}
	edge := outer.Inset(AllSides(1.5 * u))
	band := 6.6 * u // between the golden rules
	areas, lines := friezeAround(edge, band, 1.1*u)
	items = append(items, fill(in.Accent, areas), stroke(in.Accent, c.line(0.42), lines))
	for _, x := range []MM{edge.X, edge.Right() - band} {
		for _, y := range []MM{edge.Y, edge.Bottom() - band} {
			items = append(items, cornerStar(c, Rect{x, y, band, band})...)
		}
	}
	return items
}

// friezeAround runs the frieze along the four sides of r, with room for a square and a gap at the corners.
func friezeAround(r Rect, band, gap MM) (areas, lines Path) {
	for i := range 4 {
		length, depth := r.W, r.H
		if i%2 == 1 {
			length, depth = r.H, r.W
		}
		length -= 2 * (band + gap)
		a, l := frieze(length, band)
		turn := Translate(-length/2, -depth/2).Then(Rotate(float64(i) * math.Pi / 2)).Then(Translate(r.Center().X, r.Center().Y))
		areas, lines = append(areas, a.Transform(turn)...), append(lines, l.Transform(turn)...)
	}
	return areas, lines
}

// cornerStar draws a drum's star in a golden square that ends the friezes.
func cornerStar(c canvas, r Rect) []Item {
	in, u := c.in(), c.u
	m := r.Center()
	return []Item{
		fill(in.Accent, RectPath(r.Outset(AllSides(0.6*u)))),
		fill(in.Deep, CirclePath(m, r.W*0.52)),
		stroke(in.Accent, c.line(0.3), CirclePath(m, r.W*0.46)),
		fill(in.Accent, starPath(m, drumRays, r.W*0.4, r.W*0.14)),
	}
}
