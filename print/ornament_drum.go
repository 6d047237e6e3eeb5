package print

import "math"

// The face of the Ngọc Lũ drum, from the inside out, in parts of its radius: a star of fourteen rays with
// feathers between them, rings of dotted circles, saw teeth, a ring of flying Lạc birds, short bars.
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
	areas = append(areas, around(ringPath(Point{0, -0.318 * r}, 0.026*r, 0.016*r), c, 28)...)
	areas = append(areas, around(CirclePath(Point{0, -0.318 * r}, 0.008*r), c, 28)...)
	areas = append(areas, sawRing(c, 0.36*r, 0.41*r, 56)...)
	areas = append(areas, around(lacBird(Point{0, -0.553 * r}, 0.118*r), c, drumBirds)...)
	areas = append(areas, sawRing(c, 0.68*r, 0.725*r, 84)...)
	areas = append(areas, sawRing(c, 0.835*r, 0.79*r, 84)...)
	areas = append(areas, around(CirclePath(Point{0, -0.757 * r}, 0.01*r), c, 84)...)
	lines = append(lines, around(polyline(Point{0, -0.875 * r}, Point{0, -0.935 * r}), c, 140)...)
	return areas, lines
}

// drumFeather returns the nested chevrons between two rays, the one right of the ray that points up.
func drumFeather(r MM) Path {
	var p Path
	middle := -math.Pi/2 + math.Pi/drumRays
	for _, tip := range []MM{0.125, 0.155, 0.185} {
		spread := math.Pi / drumRays * 0.62
		p = append(p, polyline(polar(Point{}, 0.235*r, middle-spread*float64(1-(tip-0.125)/0.13)),
			polar(Point{}, tip*r, middle), polar(Point{}, 0.235*r, middle+spread*float64(1-(tip-0.125)/0.13)))...)
	}
	return p
}

// sawRing returns n triangles standing on the circle of radius base, with their tips on the other.
func sawRing(c Point, base, tip MM, n int) Path {
	half := math.Pi / float64(n)
	a, b := polar(Point{}, base, -math.Pi/2-half), polar(Point{}, base, -math.Pi/2+half)
	return around(polygon(a, Point{0, -tip}, b), c, n)
}

// lacBird returns the flying bird of the drums, its beak to the left; span is half of its length.
func lacBird(c Point, span MM) Path {
	var p Path
	p.Move(-1, 0.075) // tip of the beak
	p.Line(-0.66, -0.045)
	p.Curve(-0.61, -0.125, -0.52, -0.125, -0.46, -0.06)
	p.Curve(-0.33, -0.03, -0.2, -0.055, -0.1, -0.06)
	p.Line(0.36, -0.03)
	p.Line(1, -0.19) // tail
	p.Line(0.86, -0.005)
	p.Line(1, 0.17)
	p.Line(0.36, 0.075)
	p.Curve(0.1, 0.2, -0.15, 0.17, -0.3, 0.075)
	p.Curve(-0.42, 0.03, -0.52, 0.05, -0.62, 0.035)
	p.Close()
	p.Move(-0.55, -0.13) // crest
	p.Curve(-0.46, -0.3, -0.26, -0.38, -0.02, -0.33)
	p.Curve(-0.2, -0.28, -0.36, -0.21, -0.44, -0.09)
	p.Close()
	for _, tip := range []Point{{0.1, -0.62}, {0.3, -0.55}, {0.47, -0.43}, {0.6, -0.29}} { // wing feathers
		root := Point{-0.12 + (tip.X-0.1)*0.6, -0.085}
		p.Move(root.X-0.03, root.Y)
		p.Curve(root.X, root.Y-0.2, tip.X-0.1, tip.Y+0.14, tip.X, tip.Y)
		p.Curve(tip.X-0.01, tip.Y+0.2, root.X+0.14, root.Y-0.1, root.X+0.1, root.Y)
		p.Close()
	}
	return p.Transform(Scale(float64(span), float64(span))).Transform(Translate(c.X, c.Y))
}

// frieze returns a band along a side: circles tied by tangents between two rows of saw teeth. It runs from
// the origin to the right, length long and height high, the teeth's tips towards the middle.
func frieze(length, height MM) (areas, lines Path) {
	n := max(2, int(math.Round(float64(length/(height*0.72)))))
	pitch := length / MM(n)
	r := height * 0.19
	mid := height / 2
	for i := range n {
		x := pitch * (MM(i) + 0.5)
		areas = append(areas, ringPath(Point{x, mid}, r, r*0.68)...)
		areas = append(areas, CirclePath(Point{x, mid}, r*0.34)...)
		if i+1 < n {
			areas = append(areas, tie(Point{x, mid}, Point{x + pitch, mid}, r*0.84, r*0.32)...)
		}
	}
	teeth := 2 * n
	step := length / MM(teeth)
	for i := range teeth {
		x, d := step*MM(i), height*0.17
		areas = append(areas, polygon(Point{x, 0}, Point{x + step, 0}, Point{x + step/2, d})...)
		areas = append(areas, polygon(Point{x, height}, Point{x + step/2, height - d}, Point{x + step, height})...)
	}
	return areas, lines
}

// tie returns the slanted stroke from the top of the circle round a to the bottom of that round b.
func tie(a, b Point, r, width MM) Path {
	d := float64(b.X - a.X)
	angle := math.Asin(math.Min(1, 2*float64(r)/d)) // of the inner common tangent
	sin, cos := math.Sincos(angle)
	touch := func(c Point, side, r MM) Point { return Point{c.X + side*r*MM(sin), c.Y - side*r*MM(cos)} }
	return polygon(touch(a, 1, r+width/2), touch(b, -1, r-width/2), touch(b, -1, r+width/2), touch(a, 1, r-width/2))
}

// drumCertificate is the formal sheet: cream, a red lacquer frame with a golden frieze, the drum behind.
func drumCertificate(c canvas) []Item {
	in, u := c.in(), c.u
	items := []Item{
		fill(in.Ground, RectPath(c.bleed)),
	}
	areas, lines := drumFace(c.trim.Center(), 77*u)
	items = append(items, fill(in.Pale, areas), stroke(in.Pale, 0.3*u, lines))
	return append(items, lacquerFrame(c)...)
}

// lacquerFrame draws the red band with its golden figures and rules.
func lacquerFrame(c canvas) []Item {
	in, u := c.in(), c.u
	outer := c.trim.Inset(AllSides(7 * u))
	inner := outer.Inset(AllSides(10 * u))
	items := []Item{
		fill(in.Deep, framePath(outer, inner)),
		stroke(in.Accent, 0.5*u, RectPath(outer.Inset(AllSides(-1*u)))),
		stroke(in.Accent, 0.35*u, RectPath(outer.Inset(AllSides(1.1*u)))),
		stroke(in.Accent, 0.35*u, RectPath(inner.Inset(AllSides(-1.1*u)))),
		stroke(in.Accent, 0.8*u, RectPath(inner.Inset(AllSides(1.2*u)))),
		stroke(in.Deep, 0.2*u, RectPath(inner.Inset(AllSides(2.1*u)))),
	}
	band := 6.8 * u // between the golden rules
	edge := outer.Inset(AllSides(1.6 * u))
	var figures Path
	for i := range 4 {
		length := edge.W
		if i%2 == 1 {
			length = edge.H
		}
		length -= 2 * (band + 1.7*u)
		areas, _ := frieze(length, band)
		turn := Translate(-length/2, -c.side(edge, i)/2).Then(Rotate(float64(i) * math.Pi / 2))
		figures = append(figures, areas.Transform(turn.Then(Translate(edge.Center().X, edge.Center().Y)))...)
	}
	items = append(items, fill(in.Accent, figures))
	for _, x := range []MM{edge.X, edge.Right() - band} {
		for _, y := range []MM{edge.Y, edge.Bottom() - band} {
			items = append(items, cornerStar(c, Rect{x, y, band, band})...)
		}
	}
	return items
}

// side returns the extent of r across its i-th side, counted from the top clockwise.
func (c canvas) side(r Rect, i int) MM {
	if i%2 == 1 {
		return r.W
	}
	return r.H
}

// cornerStar draws a drum's star in a golden square that ends the friezes.
func cornerStar(c canvas, r Rect) []Item {
	in, u := c.in(), c.u
	m := r.Center()
	return []Item{
		fill(in.Accent, RectPath(r.Inset(AllSides(-0.85*u)))),
		fill(in.Deep, CirclePath(m, r.W*0.49)),
		fill(in.Accent, ringPath(m, r.W*0.45, r.W*0.41)),
		fill(in.Accent, starPath(m, 14, r.W*0.37, r.W*0.13)),
	}
}
