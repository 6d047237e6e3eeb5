package print

import (
	"math"
	"strconv"
	"strings"
)

// svgShapes draw the elements that are shapes.
var svgShapes = map[string]func(*svg, *node) Path{
	"path": func(_ *svg, n *node) Path { return pathOf(n.attrs["d"]) },
	"rect": (*svg).rect, "circle": (*svg).circle, "ellipse": (*svg).ellipse, "line": (*svg).line,
	"polyline": func(_ *svg, n *node) Path { return pointsOf(n, false) },
	"polygon":  func(_ *svg, n *node) Path { return pointsOf(n, true) },
}

func (s *svg) rect(n *node) Path {
	r := Rect{s.length(n, "x", 0), s.length(n, "y", 0), s.length(n, "width", 0), s.length(n, "height", 0)}
	if r.W <= 0 || r.H <= 0 {
		return nil
	}
	rx, ry := s.length(n, "rx", -1), s.length(n, "ry", -1)
	if rx < 0 {
		rx = ry
	}
	if ry < 0 {
		ry = rx
	}
	rx, ry = min(max(rx, 0), r.W/2), min(max(ry, 0), r.H/2)
	if rx == 0 || ry == 0 {
		return RectPath(r)
	}
	k := float64(ry / rx) // a corner of one radius, stretched
	flat := roundedPath(Rect{0, 0, r.W, r.H / MM(k)}, rx)
	return flat.Transform(Scale(1, k).Then(Translate(r.X, r.Y)))
}

func (s *svg) circle(n *node) Path {
	r := s.length(n, "r", 0)
	if r <= 0 {
		return nil
	}
	return CirclePath(Point{s.length(n, "cx", 0), s.length(n, "cy", 0)}, r)
}

func (s *svg) ellipse(n *node) Path {
	rx, ry := s.length(n, "rx", 0), s.length(n, "ry", 0)
	if rx <= 0 || ry <= 0 {
		return nil
	}
	m := Scale(float64(rx), float64(ry)).Then(Translate(s.length(n, "cx", 0), s.length(n, "cy", 0)))
	return CirclePath(Point{}, 1).Transform(m)
}

func (s *svg) line(n *node) Path {
	return polyline(Point{s.length(n, "x1", 0), s.length(n, "y1", 0)}, Point{s.length(n, "x2", 0), s.length(n, "y2", 0)})
}

func pointsOf(n *node, closed bool) Path {
	var p Path
	v := numbersOf(n.attrs["points"])
	for i := 0; i+1 < len(v); i += 2 {
		if i == 0 {
			p.Move(MM(v[0]), MM(v[1]))
		} else {
			p.Line(MM(v[i]), MM(v[i+1]))
		}
	}
	if closed && len(p) > 0 {
		p.Close()
	}
	return p
}

// unitsOf are the lengths of CSS in px, of which an inch has 96.
var unitsOf = map[string]float64{"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "rem": 16, "ex": 8}

// lengthOf reads a length, in px; a part of a hundred is one of the whole. What can't be read is 0.
func lengthOf(text string, whole float64) float64 {
	text = strings.TrimSpace(text)
	n := numberScanner{text: text}
	v, ok := n.number()
	unit := strings.TrimSpace(n.text[n.at:])
	if !ok {
		return 0
	}
	if unit == "%" {
		return v / 100 * whole
	}
	return v * unitsOf[unit]
}

// numbersOf reads a list of numbers.
func numbersOf(text string) []float64 {
	var list []float64
	n := numberScanner{text: text}
	for {
		v, ok := n.number()
		if !ok {
			return list
		}
		list = append(list, v)
	}
}

// numberScanner reads numbers that may stand without space between them: "1.5.5-2e3".
type numberScanner struct {
	text string
	at   int
}

func (n *numberScanner) skip() {
	for n.at < len(n.text) && strings.IndexByte(" ,\t\r\n\f", n.text[n.at]) >= 0 {
		n.at++
	}
}

func (n *numberScanner) number() (float64, bool) {
	n.skip()
	from, dot, exponent := n.at, false, false
scan:
	for ; n.at < len(n.text); n.at++ {
		switch c := n.text[n.at]; {
		case c >= '0' && c <= '9':
		case c == '.' && !dot && !exponent:
			dot = true
		case (c == '-' || c == '+') && (n.at == from || n.text[n.at-1]|0x20 == 'e'):
		case c|0x20 == 'e' && !exponent && n.at > from && n.at+1 < len(n.text) && strings.IndexByte("+-0123456789", n.text[n.at+1]) >= 0:
			exponent = true
		default:
			break scan
		}
	}
	v, err := strconv.ParseFloat(n.text[from:n.at], 64)
	if err != nil || math.IsInf(v, 0) {
		n.at = from
		return 0, false
	}
	return v, true
}

// flag reads a 0 or 1 of an arc, which may stand without space after it.
func (n *numberScanner) flag() (float64, bool) {
	n.skip()
	if n.at < len(n.text) && (n.text[n.at] == '0' || n.text[n.at] == '1') {
		n.at++
		return float64(n.text[n.at-1] - '0'), true
	}
	return 0, false
}

// transformOf reads "translate(3 4) rotate(45)": the last one acts first.
func transformOf(text string) Matrix {
	m := Scale(1, 1)
	for {
		name, rest, ok := strings.Cut(text, "(")
		if !ok {
			return m
		}
		list, after, _ := strings.Cut(rest, ")")
		m = stepOf(strings.Trim(name, " ,\t\r\n"), numbersOf(list)).Then(m)
		text = after
	}
}

func stepOf(name string, v []float64) Matrix {
	given := len(v)
	v = append(v, make([]float64, 6)...)
	switch {
	case name == "matrix" && given == 6:
		return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
	case name == "translate":
		return Translate(MM(v[0]), MM(v[1]))
	case name == "scale" && given == 1:
		return Scale(v[0], v[0])
	case name == "scale" && given == 2:
		return Scale(v[0], v[1])
	case name == "rotate":
		x, y := MM(v[1]), MM(v[2])
		return Translate(-x, -y).Then(Rotate(v[0] * math.Pi / 180)).Then(Translate(x, y))
	case name == "skewX":
		return Matrix{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}
	case name == "skewY":
		return Matrix{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}
	}
	return Scale(1, 1)
}
