package print

import (
	"math"
	"strings"
)

// pathReader reads the data of a path (SVG 1.1, clause 8.3).
type pathReader struct {
	numberScanner
	path       Path
	pen, start Point
	control    Point // the last control point, for S and T
	last       byte  // the last command, in lower case
}

// pathOf reads the data of a path up to its first mistake, as browsers do.
func pathOf(data string) Path {
	r := &pathReader{numberScanner: numberScanner{text: data}}
	command := byte(0)
	for {
		r.skip()
		if r.at >= len(r.text) {
			return r.path
		}
		if c := r.text[r.at]; strings.IndexByte("MmLlHhVvCcSsQqTtAaZz", c) >= 0 {
			command = c
			r.at++
		} else if command == 0 || command|0x20 == 'z' {
			return r.path
		}
		if !r.step(command) {
			return r.path
		}
		switch command {
		case 'M':
			command = 'L'
		case 'm':
			command = 'l'
		}
	}
}

// step reads one command's numbers and draws it.
func (r *pathReader) step(command byte) bool {
	low := command | 0x20
	if low != 'm' && low != 'z' && len(r.path) == 0 {
		return false
	}
	ok := true
	switch low {
	case 'z':
		r.path.Close()
		r.pen = r.start
	case 'm', 'l', 'h', 'v':
		ok = r.straight(low, command == low)
	case 'a':
		ok = r.arcTo(command == low)
	default:
		ok = r.bent(low, command == low)
	}
	r.last = low
	return ok
}

// point reads a point, which is relative to the pen where the command is in lower case.
func (r *pathReader) point(relative bool) (Point, bool) {
	x, ok1 := r.number()
	y, ok2 := r.number()
	p := Point{MM(x), MM(y)}
	if relative {
		p = p.Add(r.pen.X, r.pen.Y)
	}
	return p, ok1 && ok2
}

func (r *pathReader) straight(low byte, relative bool) bool {
	to, ok := r.pen, false
	switch low {
	case 'h', 'v':
		var v float64
		v, ok = r.number()
		d := &to.X
		if low == 'v' {
			d = &to.Y
		}
		if relative {
			*d += MM(v)
		} else {
			*d = MM(v)
		}
	default:
		to, ok = r.point(relative)
	}
	if !ok {
		return false
	}
	if low == 'm' {
		r.path.Move(to.X, to.Y)
		r.start = to
	} else {
		r.resume()
		r.path.Line(to.X, to.Y)
	}
	r.pen = to
	return true
}

// resume begins a contour where one was closed and the next doesn't say where it begins.
func (r *pathReader) resume() {
	if r.path[len(r.path)-1].Verb == Close {
		r.path.Move(r.pen.X, r.pen.Y)
	}
}

// mirrored returns the last control point seen from the pen's other side, after a curve of that kind.
func (r *pathReader) mirrored(kinds string) Point {
	if strings.IndexByte(kinds, r.last) < 0 {
		return r.pen
	}
	return Point{2*r.pen.X - r.control.X, 2*r.pen.Y - r.control.Y}
}

// bent reads the curves C, S, Q and T.
func (r *pathReader) bent(low byte, relative bool) bool {
	var a, b, to Point
	ok := true
	read := func(p *Point) {
		if ok {
			*p, ok = r.point(relative)
		}
	}
	switch low {
	case 'c':
		read(&a)
		read(&b)
	case 's':
		a = r.mirrored("cs")
		read(&b)
	case 'q':
		read(&a)
	case 't':
		a = r.mirrored("qt")
	}
	read(&to)
	if !ok {
		return false
	}
	r.resume()
	if low == 'q' || low == 't' {
		r.control = a
		third := func(p Point) Point { return Point{p.X + (a.X-p.X)*2/3, p.Y + (a.Y-p.Y)*2/3} }
		a, b = third(r.pen), third(to)
	} else {
		r.control = b
	}
	r.path.Curve(a.X, a.Y, b.X, b.Y, to.X, to.Y)
	r.pen = to
	return true
}

// arcTo reads an arc of an ellipse and draws it as curves (SVG 1.1, appendix F.6).
func (r *pathReader) arcTo(relative bool) bool {
	var v [5]float64
	ok := true
	for i := range v {
		read := r.number
		if i >= 3 {
			read = r.flag
		}
		if ok {
			v[i], ok = read()
		}
	}
	if !ok {
		return false
	}
	to, ok := r.point(relative)
	if !ok {
		return false
	}
	r.resume()
	rx, ry := math.Abs(v[0]), math.Abs(v[1])
	if rx == 0 || ry == 0 || to == r.pen {
		r.path.Line(to.X, to.Y)
	} else {
		r.ellipseTo(to, rx, ry, v[2]*math.Pi/180, v[3] != v[4], v[4] == 1)
	}
	r.pen = to
	return true
}

// ellipseTo draws the arc in the plane where the ellipse is a circle of radius 1, and maps it back.
func (r *pathReader) ellipseTo(to Point, rx, ry, turn float64, left, clockwise bool) {
	back := Scale(rx, ry).Then(Rotate(turn))
	there := Rotate(-turn).Then(Scale(1/rx, 1/ry))
	a, b := there.Apply(r.pen), there.Apply(to)
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	half := math.Hypot(dx, dy) / 2
	if half > 1 { // too small to reach: it is enlarged
		back = Scale(half, half).Then(back)
		a, b = Point{a.X / MM(half), a.Y / MM(half)}, Point{b.X / MM(half), b.Y / MM(half)}
		dx, dy, half = dx/half, dy/half, 1
	}
	off := math.Sqrt(max(0, 1-half*half)) / (2 * half)
	if !left {
		off = -off
	}
	c := Point{(a.X+b.X)/2 - MM(dy*off), (a.Y+b.Y)/2 + MM(dx*off)}
	from, end := math.Atan2(float64(a.Y-c.Y), float64(a.X-c.X)), math.Atan2(float64(b.Y-c.Y), float64(b.X-c.X))
	switch {
	case clockwise && end < from:
		end += 2 * math.Pi
	case !clockwise && end > from:
		end -= 2 * math.Pi
	}
	var p Path
	p.arc(c, 1, from, end)
	r.path = append(r.path, p.Transform(back)...)
	last := &r.path[len(r.path)-1]
	last.P[2] = to // without the error of the way there and back
}

// wound returns a path whose contours are run so that the non-zero rule fills what the even-odd rule does: a contour inside
// an odd number of others runs against them. Contours that cross themselves stay as they are.
func wound(p Path) Path {
	contours := contoursOf(p)
	if len(contours) < 2 || len(contours) > 2000 {
		return p
	}
	outlines := make([][]Point, len(contours))
	boxes := make([]Rect, len(contours))
	for i, c := range contours {
		outlines[i], boxes[i] = c.flattened(), c.Bounds()
	}
	var out Path
	for i, c := range contours {
		depth := 0
		for j := range contours {
			if i != j && boxes[j].Contains(boxes[i]) && inside(outlines[j], outlines[i][0]) {
				depth++
			}
		}
		if (area(outlines[i]) > 0) != (depth%2 == 0) {
			c = c.backwards()
		}
		out = append(out, c...)
	}
	return out
}

// contoursOf cuts a path where the pen is lifted.
func contoursOf(p Path) []Path {
	var list []Path
	for _, s := range p {
		if s.Verb == MoveTo || len(list) == 0 {
			list = append(list, nil)
		}
		list[len(list)-1] = append(list[len(list)-1], s)
	}
	return list
}

// flattened returns points along a contour.
func (p Path) flattened() []Point {
	var list []Point
	var pen Point
	for _, s := range p {
		points := s.Points()
		if s.Verb == CurveTo {
			for i := 1; i < 8; i++ {
				list = append(list, alongCurve(pen, s.P, MM(i)/8))
			}
		}
		if len(points) > 0 {
			pen = points[len(points)-1]
			list = append(list, pen)
		}
	}
	return list
}

func alongCurve(a Point, p [3]Point, t MM) Point {
	u := 1 - t
	at := func(a, b, c, d MM) MM { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
	return Point{at(a.X, p[0].X, p[1].X, p[2].X), at(a.Y, p[0].Y, p[1].Y, p[2].Y)}
}

// area is positive where the outline runs clockwise on the page.
func area(outline []Point) MM {
	sum := MM(0)
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		sum += a.X*b.Y - b.X*a.Y
	}
	return sum
}

// inside tells whether a ray from the point to the right crosses the outline an odd number of times.
func inside(outline []Point, p Point) bool {
	in := false
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
	}
	return in
}

// backwards returns a contour run from its end to its beginning.
func (p Path) backwards() Path {
	closed := p[len(p)-1].Verb == Close
	if closed {
		p = p[:len(p)-1]
	}
	end := func(s Segment) Point { points := s.Points(); return points[len(points)-1] }
	var out Path
	last := end(p[len(p)-1])
	out.Move(last.X, last.Y)
	for i := len(p) - 1; i > 0; i-- {
		to := end(p[i-1])
		if s := p[i]; s.Verb == CurveTo {
			out.Curve(s.P[1].X, s.P[1].Y, s.P[0].X, s.P[0].Y, to.X, to.Y)
		} else {
			out.Line(to.X, to.Y)
		}
	}
	if closed {
		out.Close()
	}
	return out
}
