package print

import "math"

// polar returns the point at an angle and distance from c; angle 0 points right and grows clockwise.
func polar(c Point, radius MM, angle float64) Point {
	sin, cos := math.Sincos(angle)
	return Point{c.X + radius*MM(cos), c.Y + radius*MM(sin)}
}

// arc continues the path along a circle from one angle to another; the pen stands at the first already.
func (p *Path) arc(c Point, radius MM, from, to float64) {
	steps := max(1, int(math.Ceil(math.Abs(to-from)/(math.Pi/2)-1e-9)))
	step := (to - from) / float64(steps)
	k := radius * MM(4.0/3*math.Tan(step/4))
	for i := range steps {
		a, b := from+float64(i)*step, from+float64(i+1)*step
		p1, p2 := polar(c, radius, a), polar(c, radius, b)
		sa, ca := math.Sincos(a)
		sb, cb := math.Sincos(b)
		p.Curve(p1.X-k*MM(sa), p1.Y+k*MM(ca), p2.X+k*MM(sb), p2.Y-k*MM(cb), p2.X, p2.Y)
	}
}

// polygon returns the closed outline through the points.
func polygon(points ...Point) Path {
	var p Path
	p.Move(points[0].X, points[0].Y)
	for _, q := range points[1:] {
		p.Line(q.X, q.Y)
	}
	p.Close()
	return p
}

// polyline returns the open line through the points.
func polyline(points ...Point) Path {
	p := polygon(points...)
	return p[:len(p)-1]
}

// reversed returns a shape that is the same seen in a mirror, with its contours run the other way: inside of
// another it is a hole.
func reversed(p Path) Path {
	b := p.Bounds()
	mirror := Translate(-b.Center().X, 0).Then(Scale(-1, 1)).Then(Translate(b.Center().X, 0))
	return p.Transform(mirror)
}

// ringPath returns the area between two circles.
func ringPath(c Point, outer, inner MM) Path {
	return append(CirclePath(c, outer), reversed(CirclePath(c, inner))...)
}

// framePath returns the area between two rectangles.
func framePath(outer, inner Rect) Path {
	return append(RectPath(outer), reversed(RectPath(inner))...)
}

// starPath returns a star of n rays between two circles; its first ray points up.
func starPath(c Point, n int, outer, inner MM) Path {
	points := make([]Point, 0, 2*n)
	for i := range n {
		a := -math.Pi/2 + 2*math.Pi*float64(i)/float64(n)
		points = append(points, polar(c, outer, a), polar(c, inner, a+math.Pi/float64(n)))
	}
	return polygon(points...)
}

// raysPath returns n rays of equal width and gap from the centre to a distance; the first is centred on the
// angle.
func raysPath(c Point, n int, radius MM, angle float64) Path {
	var p Path
	half := math.Pi / float64(n) / 2
	for i := range n {
		a := angle + 2*math.Pi*float64(i)/float64(n)
		p = append(p, polygon(c, polar(c, radius, a-half), polar(c, radius, a+half))...)
	}
	return p
}

// sectorPath returns the slice of a circle between two angles.
func sectorPath(c Point, radius MM, from, to float64) Path {
	var p Path
	p.Move(c.X, c.Y)
	start := polar(c, radius, from)
	p.Line(start.X, start.Y)
	p.arc(c, radius, from, to)
	p.Close()
	return p
}

// roundedPath returns a rectangle with rounded corners.
func roundedPath(r Rect, radius MM) Path {
	var p Path
	p.Move(r.X+radius, r.Y)
	p.Line(r.Right()-radius, r.Y)
	p.arc(Point{r.Right() - radius, r.Y + radius}, radius, -math.Pi/2, 0)
	p.Line(r.Right(), r.Bottom()-radius)
	p.arc(Point{r.Right() - radius, r.Bottom() - radius}, radius, 0, math.Pi/2)
	p.Line(r.X+radius, r.Bottom())
	p.arc(Point{r.X + radius, r.Bottom() - radius}, radius, math.Pi/2, math.Pi)
	p.Line(r.X, r.Y+radius)
	p.arc(Point{r.X + radius, r.Y + radius}, radius, math.Pi, 3*math.Pi/2)
	p.Close()
	return p
}

// around repeats a drawing n times about the origin and moves it to c.
func around(motif Path, c Point, n int) Path {
	p := make(Path, 0, n*len(motif))
	for i := range n {
		turn := Rotate(2 * math.Pi * float64(i) / float64(n)).Then(Translate(c.X, c.Y))
		p = append(p, motif.Transform(turn)...)
	}
	return p
}

// wavePath returns the area between a wavy line and the bottom of r: the line swings by amp about r.Y, in the
// given number of waves, beginning at the phase (in waves).
func wavePath(r Rect, amp MM, waves, phase float64) Path {
	var p Path
	step := r.W / MM(waves*4) // a quarter of a wave
	at := func(i int) (x, y, slope MM) {
		t := phase*2*math.Pi + float64(i)*math.Pi/2
		return r.X + step*MM(i), r.Y - amp*MM(math.Sin(t)), -amp * MM(math.Cos(t)*math.Pi/2)
	}
	x, y, slope := at(0)
	p.Move(x, y)
	for i := 1; x < r.Right()-0.001; i++ {
		x2, y2, slope2 := at(i)
		p.Curve(x+step/3, y+slope/3, x2-step/3, y2-slope2/3, x2, y2)
		x, y, slope = x2, y2, slope2
	}
	p.Line(x, r.Bottom())
	p.Line(r.X, r.Bottom())
	p.Close()
	return p
}

// fill and stroke make items of paths.
func fill(ink Ink, p Path) *Fill { return &Fill{Path: p, Ink: ink} }

func stroke(ink Ink, width MM, p Path) *Stroke { return &Stroke{Path: p, Ink: ink, Width: width} }
