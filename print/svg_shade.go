package print

import (
	"math"
	"strings"
)

// gradient is a run of inks as a drawing defines it.
type gradient struct {
	attrs map[string]string
	stops []Stop
}

// gradientOf gathers a gradient from its element and those that it links to.
func (s *svg) gradientOf(n *node, alpha float64) gradient {
	g := gradient{attrs: map[string]string{}}
	for range 8 {
		for name, value := range n.attrs {
			if _, said := g.attrs[name]; !said {
				g.attrs[name] = value
			}
		}
		if len(g.stops) == 0 {
			g.stops = s.stopsOf(n, alpha)
		}
		next := s.ids[strings.TrimPrefix(n.attrs["href"], "#")]
		if n.attrs["href"] == "" || next == nil {
			break
		}
		n = next
	}
	for _, name := range []string{"fx", "fy"} {
		if g.attrs[name] != "" {
			s.lost[name] = true
		}
	}
	if spread := g.attrs["spreadMethod"]; spread != "" && spread != "pad" {
		s.lost["spreadMethod"] = true
	}
	return g
}

func (s *svg) stopsOf(n *node, alpha float64) []Stop {
	var stops []Stop
	last := float32(0)
	for _, c := range n.children {
		if c.name != "stop" {
			continue
		}
		props := s.properties(c)
		at := max(last, float32(alphaOf(props["offset"])))
		last = at
		col, ok := colorOf(orElse(props["stop-color"], "black"))
		if !ok {
			continue
		}
		stops = append(stops, Stop{at, s.onWhite(col, alpha*alphaOf(orElse(props["stop-opacity"], "1")))})
	}
	return stops
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// shade returns a path filled with a run of inks. Box is that of the path before m.
func (s *svg) shade(n *node, p Path, box Rect, m Matrix, alpha float64) Item {
	g := s.gradientOf(n, alpha)
	switch {
	case len(g.stops) == 0:
		return fill(White, p)
	case len(g.stops) == 1 || box.W <= 0 || box.H <= 0:
		return fill(g.stops[len(g.stops)-1].Ink, p)
	}
	own := transformOf(g.attrs["gradientTransform"])
	unit := Size{s.view.W, s.view.H}
	if g.attrs["gradientUnits"] != "userSpaceOnUse" {
		unit = Size{1, 1}
		own = own.Then(Scale(float64(box.W), float64(box.H))).Then(Translate(box.X, box.Y))
	}
	out := &Shade{Path: p, Radial: n.name == "radialGradient"}
	out.From, out.To = g.ends(out.Radial, unit, own.Then(m))
	last := len(g.stops) - 1
	out.Inks = [2]Ink{g.stops[0].Ink, g.stops[last].Ink}
	for _, stop := range g.stops {
		if stop.At > 0.001 && stop.At < 0.999 && (len(out.Between) == 0 || stop.At > out.Between[len(out.Between)-1].At) {
			out.Between = append(out.Between, stop)
		}
	}
	return out
}

// ends returns where a run begins and ends after m.
func (g gradient) ends(radial bool, unit Size, m Matrix) (from, to Point) {
	at := func(name, missing string, whole MM) MM {
		return MM(lengthOf(orElse(g.attrs[name], missing), float64(whole)))
	}
	if radial {
		c := m.Apply(Point{at("cx", "50%", unit.W), at("cy", "50%", unit.H)})
		k := math.Sqrt(math.Abs(m.A*m.D - m.B*m.C))
		return c, Point{c.X + at("r", "50%", unit.W)*MM(k), c.Y}
	}
	a, b := Point{at("x1", "0%", unit.W), at("y1", "0%", unit.H)}, Point{at("x2", "100%", unit.W), at("y2", "0%", unit.H)}
	// Lines of one ink stand upright on the run before m. After it they may lean: the run is what stands upright on them.
	across := Point{a.X - (b.Y - a.Y), a.Y + (b.X - a.X)}
	from, end, side := m.Apply(a), m.Apply(b), m.Apply(across)
	nx, ny := -(side.Y - from.Y), side.X-from.X
	length := nx*nx + ny*ny
	if length == 0 {
		return from, end
	}
	part := ((end.X-from.X)*nx + (end.Y-from.Y)*ny) / length
	return from, Point{from.X + nx*part, from.Y + ny*part}
}

// middleInk returns the ink halfway through a gradient.
func (s *svg) middleInk(n *node) *Ink {
	stops := s.gradientOf(n, 1).stops
	if len(stops) == 0 {
		return nil
	}
	ink := stops[len(stops)/2].Ink
	return &ink
}
