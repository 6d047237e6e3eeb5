package print

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
)

// The program draws this part of SVG 1.1 and 2: paths and the basic shapes, groups, links to other elements, transforms,
// flat and shaded fills and strokes, and rules of style sheets by element, class and identity. What else a file has is
// listed in artwork.lost by the names of the elements and attributes, so that nobody prints less than he thinks.

// The limits that keep a hostile drawing from taking all memory.
const (
	maxSVGBytes    = 32 << 20
	maxSVGNodes    = 200_000
	maxSVGDepth    = 64
	maxSVGSegments = 2_000_000
)

var errSVGTooLarge = errors.New("read drawing: it has too many parts")

// isSVG tells whether a file begins as a drawing does.
func isSVG(data []byte) bool {
	head := data[:min(len(data), 4096)]
	return bytes.HasPrefix(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"), []byte("<")) && bytes.Contains(head, []byte("<svg"))
}

// node is an element of a drawing.
type node struct {
	name     string
	attrs    map[string]string
	children []*node
	text     string // of a style sheet
}

// parseSVG reads the elements of a drawing.
func parseSVG(data []byte) (*node, error) {
	if len(data) > maxSVGBytes {
		return nil, errSVGTooLarge
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false // entities that Illustrator declares stay as they are
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	root := &node{}
	open, count := []*node{root}, 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read drawing: %w", err)
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			if count++; count > maxSVGNodes || len(open) > maxSVGDepth {
				return nil, errSVGTooLarge
			}
			n := newNode(token)
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:max(1, len(open)-1)]
		case xml.CharData:
			if top.name == "style" {
				top.text += string(token)
			}
		}
	}
	if len(open) > 1 || len(root.children) == 0 || root.children[0].name != "svg" {
		return nil, errors.New("read drawing: it is not complete")
	}
	return root.children[0], nil
}

func newNode(e xml.StartElement) *node {
	n := &node{name: e.Name.Local, attrs: make(map[string]string, len(e.Attr))}
	for _, a := range e.Attr {
		n.attrs[a.Name.Local] = a.Value
	}
	return n
}

// svg is a drawing being read.
type svg struct {
	ids      map[string]*node
	rules    []svgRule
	view     Rect // what is seen, in units
	items    []Item
	segments int
	lost     map[string]bool
	ink      func(r, g, b uint8) Ink
}

// readSVG reads a drawing, whose colours are of sRGB; ink separates them.
func readSVG(data []byte, ink func(r, g, b uint8) Ink) (*artwork, error) {
	root, err := parseSVG(data)
	if err != nil {
		return nil, err
	}
	s := &svg{ids: map[string]*node{}, lost: map[string]bool{}, ink: ink}
	s.index(root)
	if s.view, err = viewOf(root); err != nil {
		return nil, err
	}
	if err := s.children(root, plainLook, Translate(-s.view.X, -s.view.Y), 0); err != nil {
		return nil, err
	}
	if len(s.items) == 0 && len(s.lost) == 0 {
		return nil, errors.New("read drawing: it is empty")
	}
	size := Size{s.view.W, s.view.H}
	return &artwork{items: s.items, size: size, lost: slices.Sorted(maps.Keys(s.lost)), free: clearRimOf(s.items, size)}, nil
}

// index finds the elements by identity, and the rules of style.
func (s *svg) index(n *node) {
	if id := n.attrs["id"]; id != "" && s.ids[id] == nil {
		s.ids[id] = n
	}
	if n.name == "style" {
		s.rules = append(s.rules, parseRules(n.text)...)
	}
	for _, c := range n.children {
		s.index(c)
	}
}

// viewOf returns the part of the plane that the drawing shows.
func viewOf(n *node) (Rect, error) {
	box := Rect{}
	if v := numbersOf(n.attrs["viewBox"]); len(v) == 4 {
		box = Rect{MM(v[0]), MM(v[1]), MM(v[2]), MM(v[3])}
	} else {
		box.W, box.H = MM(lengthOf(n.attrs["width"], 0)), MM(lengthOf(n.attrs["height"], 0))
	}
	if !(box.W > 1e-6 && box.H > 1e-6 && box.W < 1e9 && box.H < 1e9) {
		return box, errors.New("read drawing: it does not tell its size")
	}
	return box, nil
}

// unseen are the elements that draw nothing where they stand.
var unseen = map[string]bool{
	"defs": true, "symbol": true, "linearGradient": true, "radialGradient": true, "style": true, "title": true, "desc": true,
	"metadata": true, "namedview": true, "script": true, "clipPath": true, "mask": true, "filter": true, "pattern": true,
	"marker": true, "stop": true,
}

// lostAttrs are the attributes without which a drawing looks otherwise.
var lostAttrs = []string{"clip-path", "mask", "filter", "mix-blend-mode", "marker-start", "marker-mid", "marker-end"}

// draw draws an element with what it holds.
func (s *svg) draw(n *node, outer look, m Matrix, depth int) error {
	if depth > maxSVGDepth {
		return errSVGTooLarge
	}
	if unseen[n.name] {
		return nil
	}
	props := s.properties(n)
	l := outer.with(props)
	if l.hidden {
		return nil
	}
	for _, name := range lostAttrs {
		if v := props[name]; v != "" && v != "none" && v != "normal" {
			s.lost[name] = true
		}
	}
	m = transformOf(n.attrs["transform"]).Then(m)
	switch n.name {
	case "g", "a", "switch":
		return s.children(n, l, m, depth)
	case "svg":
		return s.children(n, l, s.inner(n, n).Then(m), depth)
	case "use":
		return s.use(n, l, m, depth)
	}
	shape, known := svgShapes[n.name]
	if !known {
		s.lost[textOr(n.name)] = true
		return nil
	}
	return s.paint(shape(s, n), l, m)
}

// textOr names all elements that hold words the same.
func textOr(name string) string {
	if name == "tspan" || name == "textPath" || name == "foreignObject" {
		return "text"
	}
	return name
}

func (s *svg) children(n *node, l look, m Matrix, depth int) error {
	for _, c := range n.children {
		if err := s.draw(c, l, m, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// inner returns the matrix of a drawing within the drawing: size tells where it stands, n what it shows.
func (s *svg) inner(n, size *node) Matrix {
	x, y := s.length(size, "x", 0), s.length(size, "y", 0)
	m := Translate(x, y)
	v := numbersOf(n.attrs["viewBox"])
	if len(v) != 4 || v[2] <= 0 || v[3] <= 0 {
		return m
	}
	w, h := s.length(size, "width", MM(v[2])), s.length(size, "height", MM(v[3]))
	k := min(float64(w)/v[2], float64(h)/v[3])
	middle := Translate((w-MM(v[2]*k))/2, (h-MM(v[3]*k))/2)
	return Translate(-MM(v[0]), -MM(v[1])).Then(Scale(k, k)).Then(middle).Then(m)
}

// use draws what an element links to. A chain of links ends at maxSVGDepth, and a bomb of them at maxSVGSegments.
func (s *svg) use(n *node, l look, m Matrix, depth int) error {
	to := s.ids[strings.TrimPrefix(n.attrs["href"], "#")]
	if to == nil {
		s.lost["use"] = true
		return nil
	}
	if s.segments++; s.segments > maxSVGSegments {
		return errSVGTooLarge
	}
	if to.name == "symbol" || to.name == "svg" {
		return s.children(to, l.with(s.properties(to)), s.inner(to, n).Then(m), depth+1)
	}
	at := Translate(s.length(n, "x", 0), s.length(n, "y", 0))
	return s.draw(to, l, at.Then(m), depth+1)
}

// length reads an attribute that is a length; a part of a hundred is one of what is seen.
func (s *svg) length(n *node, name string, missing MM) MM {
	text, ok := n.attrs[name]
	if !ok {
		return missing
	}
	whole := MM(math.Hypot(float64(s.view.W), float64(s.view.H)) / math.Sqrt2)
	switch name {
	case "x", "x1", "x2", "cx", "width", "rx":
		whole = s.view.W
	case "y", "y1", "y2", "cy", "height", "ry":
		whole = s.view.H
	}
	return MM(lengthOf(text, float64(whole)))
}

// paint fills and strokes a path.
func (s *svg) paint(p Path, l look, m Matrix) error {
	if len(p) < 2 {
		return nil
	}
	if s.segments += len(p); s.segments > maxSVGSegments {
		return errSVGTooLarge
	}
	box := p.Bounds()
	out := p.Transform(m)
	if b := out.Bounds(); !finite(b) {
		return errors.New("read drawing: it has points that are nowhere")
	}
	inked := out
	if l.evenOdd {
		inked = wound(out)
	}
	s.fillWith(l, inked, box, m)
	s.strokeWith(l, out, m)
	return nil
}

func finite(r Rect) bool {
	sum := float64(r.X + r.Y + r.W + r.H)
	return !math.IsNaN(sum) && math.Abs(sum) < 1e12
}

func (s *svg) fillWith(l look, p Path, box Rect, m Matrix) {
	if box.W <= 0 || box.H <= 0 {
		return // a straight line
	}
	ink, gradient := s.inkOf(l.fill, l.color, l.fillAlpha*l.alpha)
	switch {
	case gradient != nil:
		s.items = append(s.items, s.shade(gradient, p, box, m, l.fillAlpha*l.alpha))
	case ink != nil:
		s.items = append(s.items, fill(*ink, p))
	}
}

func (s *svg) strokeWith(l look, p Path, m Matrix) {
	ink, gradient := s.inkOf(l.stroke, l.color, l.strokeAlpha*l.alpha)
	if gradient != nil { // a line has one ink: that of the middle of the run
		s.lost["stroke"] = true
		ink = s.middleInk(gradient)
	}
	k := MM(math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)))
	if ink == nil || l.width*k <= 0 {
		return
	}
	line := &Stroke{Path: p, Ink: *ink, Width: l.width * k, Round: l.round}
	for _, length := range l.dash {
		line.Dash = append(line.Dash, MM(length)*k)
	}
	s.items = append(s.items, line)
}
