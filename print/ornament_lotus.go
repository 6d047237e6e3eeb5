package print

import "math"

// petal returns a lotus petal whose foot is the origin and whose tip points up: length long, width wide.
func petal(length, width MM) Path {
	var p Path
	p.Move(0, 0)
	p.Curve(-width*0.42, -length*0.12, -width*0.72, -length*0.55, 0, -length)
	p.Curve(width*0.72, -length*0.55, width*0.42, -length*0.12, 0, 0)
	p.Close()
	return p
}

// lotus draws an open flower, its foot at c: a fan of petals from the outer ones, low and behind, to the
// middle one in front. tints are the inks of a petal's foot and tip.
func lotus(c Point, size MM, foot, tip, line Ink) []Item {
	var items []Item
	for _, row := range []struct {
		angles        []float64 // degrees from upright
		length, width float64
		shade         float32
	}{
		{[]float64{-78, 78}, 0.86, 0.40, 0.30},
		{[]float64{-58, 58}, 0.95, 0.44, 0.15},
		{[]float64{-20, 20}, 1.02, 0.46, 0.34},
		{[]float64{-38, 38}, 0.98, 0.47, 0},
		{[]float64{0}, 1, 0.50, 0},
	} {
		for _, angle := range row.angles {
			items = append(items, lotusPetal(c, size, angle, row.length, row.width, foot, tip.Mix(foot, row.shade), line)...)
		}
	}
	return items
}

func lotusPetal(c Point, size MM, angle, length, width float64, foot, tip, line Ink) []Item {
	turn := Rotate(angle * math.Pi / 180).Then(Translate(c.X, c.Y))
	shape := petal(size*MM(length), size*MM(width)).Transform(turn)
	end := turn.Apply(Point{0, -size * MM(length)})
	return []Item{
		&Shade{Path: shape, From: c, To: end, Inks: [2]Ink{foot, tip}},
		&Stroke{Path: shape, Ink: line, Width: max(0.2, size*0.008), Round: true},
	}
}

// lotusLeaf returns a round leaf seen at a slant, with its veins as lines.
func lotusLeaf(c Point, rx, ry MM) (leaf, veins Path) {
	leaf = EllipsePath(Rect{c.X - rx, c.Y - ry, 2 * rx, 2 * ry})
	for i := range 11 {
		a := 2 * math.Pi * float64(i) / 11
		sin, cos := math.Sincos(a)
		veins.Move(c.X, c.Y)
		veins.Curve(c.X+rx*MM(cos)*0.3, c.Y+ry*MM(sin)*0.3-ry*0.05, c.X+rx*MM(cos)*0.6, c.Y+ry*MM(sin)*0.6, c.X+rx*MM(cos)*0.88, c.Y+ry*MM(sin)*0.88)
	}
	return leaf, veins
}

// lotusCertificate is the elegant sheet: blush paper, a double golden rule, lotuses on water at the foot.
func lotusCertificate(c canvas) []Item {
	in, u := c.in(), c.u
	items := []Item{fill(in.Ground, RectPath(c.bleed))}
	frame := c.trim.Inset(AllSides(9 * u))
	items = append(items,
		stroke(in.Accent, 0.7*u, RectPath(frame)),
		stroke(in.Accent, 0.25*u, RectPath(frame.Inset(AllSides(1.8*u)))))
	return items
}
