package print

import "math"

// sunPoster is a morning: a sun with the drum's star rises behind green hills on which a school stands.
func sunPoster(c canvas) []Item {
	in := c.in()
	w := c.art.W
	r := min(w*0.33, c.art.H*0.56)
	land := c.art.H * 0.3
	if c.art.W < c.trim.W {
		land = c.art.H * 0.2 // beside words, which need the height
	}
	m := Point{c.art.Center().X, c.art.Bottom() - land}
	far := MM(math.Hypot(float64(c.bleed.W), float64(c.bleed.H)))
	items := []Item{
		fill(in.Ground, RectPath(c.bleed)),
		&Clip{Box: c.bleed, Items: []Item{
			&Shade{Path: raysPath(m, 24, far, -math.Pi/2), From: m, To: m.Add(0, -far*0.8), Inks: [2]Ink{in.Pale.Mix(in.Accent, 0.35), in.Ground}, Radial: true},
		}},
	}
	return append(items, &Clip{Box: c.across(), Items: append(drumSun(m, r, in), morningHills(c, m)...)})
}

// drumSun draws the sun as a drum's face: star, teeth and rings.
func drumSun(m Point, r MM, in StyleInks) []Item {
	light := in.Ground.Mix(White, 0.35)
	return []Item{
		fill(in.Accent.Mix(in.Ground, 0.45), CirclePath(m, r*1.14)),
		fill(in.Deep, CirclePath(m, r)),
		fill(light, sawRing(m, r*0.93, r*0.84, 42)),
		fill(in.Deep, CirclePath(m, r*0.835)),
		stroke(light, r*0.014, CirclePath(m, r*0.79)),
		fill(light, around(CirclePath(Point{0, -0.7 * r}, r*0.028), m, 28)),
		stroke(light, r*0.014, CirclePath(m, r*0.61)),
		fill(light, starPath(m, drumRays, r*0.54, r*0.17)),
	}
}

// morningHills draws the land from the sun's middle downwards, with a school, trees and pupils on their way.
func morningHills(c canvas, m Point) []Item {
	in, art := c.in(), c.art
	land := art.Bottom() - m.Y
	ridge := func(drop, swing MM, phase float64, ink Ink) Item {
		y := m.Y + land*drop
		return fill(ink, wavePath(Rect{c.bleed.X, y, c.bleed.W, art.Bottom() - y}, land*swing, 1, phase))
	}
	at := func(x, drop MM) Point { return Point{art.X + art.W*x, m.Y + land*drop} }
	unit := min(art.W*0.1, land*0.45)
	items := []Item{ridge(0.13, 0.15, 0.32, in.Second.Mix(in.Ground, 0.4))}
	items = append(items, roundTree(at(0.13, 0.27), unit*1.5, in.Third.Mix(in.Second, 0.5), in.Third)...)
	items = append(items, roundTree(at(0.22, 0.24), unit*1.1, in.Third.Mix(in.Second, 0.3), in.Third)...)
	items = append(items, schoolHouse(at(0.85, 0.38), unit*2.6, in.Deep, White, in.Accent.Mix(in.Ground, 0.6), in.Third)...)
	items = append(items, ridge(0.42, 0.12, 0.8, in.Second), ridge(0.75, 0.073, 0.25, in.Third.Mix(in.Second, 0.35)))
	for i, x := range []MM{0.24, 0.36, 0.48, 0.6} {
		items = append(items, pupil(at(x, 0.873-0.033*MM(i%2)), unit*1.75, i, in)...)
	}
	return items
}

// roundTree draws a tree with its foot at c.
func roundTree(c Point, h MM, crown, trunk Ink) []Item {
	return []Item{
		fill(trunk, RectPath(Rect{c.X - h*0.035, c.Y - h*0.5, h * 0.07, h * 0.5})),
		fill(crown, CirclePath(c.Add(0, -h*0.66), h*0.34)),
		fill(crown.Mix(White, 0.16), CirclePath(c.Add(-h*0.09, -h*0.72), h*0.15)),
	}
}

// schoolHouse draws a two-storey school with its flag; c is the middle of its foot.
func schoolHouse(c Point, w MM, roof, wall, light, dark Ink) []Item {
	h := w * 0.42
	body := Rect{c.X - w/2, c.Y - h, w, h}
	items := []Item{
		fill(wall, RectPath(body)),
		fill(roof, polygon(Point{body.X - w*0.05, body.Y}, Point{body.X + w*0.06, body.Y - w*0.13}, Point{body.Right() - w*0.06, body.Y - w*0.13}, Point{body.Right() + w*0.05, body.Y})),
	}
	var windows Path
	for i := range 7 {
		for j := range 2 {
			if i != 3 {
				windows = append(windows, RectPath(Rect{body.X + w*(0.055+0.133*MM(i)), body.Y + h*(0.16+0.44*MM(j)), w * 0.085, h * 0.24})...)
			}
		}
	}
	gable := Rect{c.X - w*0.11, c.Y - h*1.12, w * 0.22, h * 1.12}
	pole := Point{c.X, gable.Y - w*0.13}
	return append(items,
		fill(light, windows),
		fill(wall.Mix(light, 0.18), RectPath(gable)),
		fill(roof, polygon(Point{gable.X - w*0.035, gable.Y}, pole, Point{gable.Right() + w*0.035, gable.Y})),
		fill(dark, append(RectPath(Rect{c.X - w*0.045, c.Y - h*0.42, w * 0.09, h * 0.42}), sectorPath(Point{c.X, c.Y - h*0.42}, w*0.045, math.Pi, 2*math.Pi)...)),
		fill(light, CirclePath(Point{c.X, gable.Y + h*0.26}, w*0.04)),
		stroke(dark, w*0.008, polyline(pole, pole.Add(0, -w*0.25))),
		fill(Ink{M: 100, Y: 100}, RectPath(Rect{pole.X, pole.Y - w*0.25, w * 0.15, w * 0.1})),
		fill(Ink{Y: 100, M: 5}, starPath(pole.Add(w*0.075, -w*0.2), 5, w*0.034, w*0.0135)),
	)
}

// pupil draws a child in white shirt and red scarf, with a satchel; c is between its feet. The kinds alternate
// girl and boy.
func pupil(c Point, h MM, kind int, in StyleInks) []Item {
	skin, hair, navy := Ink{M: 24, Y: 38}, Ink{C: 55, M: 70, Y: 75, K: 70}, Ink{C: 100, M: 80, Y: 20, K: 15}
	at := func(x, y MM) Point { return c.Add(x*h, -y*h) }
	head := at(0, 0.81)
	girl := kind%2 == 0
	var legs, arms Path
	legs = append(polyline(at(-0.07, 0.25), at(-0.07, 0.02)), polyline(at(0.07, 0.25), at(0.07, 0.02))...)
	raise := MM(0.34)
	if kind%3 != 0 {
		raise = 0.78
	}
	arms = append(polyline(at(-0.13, 0.57), at(-0.24, 0.36)), polyline(at(0.13, 0.57), at(0.27, raise))...)
	items := []Item{
		fill([]Ink{in.Deep, in.Accent, Ink{C: 85, M: 40}, Ink{C: 60, M: 80}}[kind%4], roundedPath(Rect{c.X - h*0.2, c.Y - h*0.6, h * 0.4, h * 0.32}, h*0.08)),
	}
	if girl {
		items = append(items, fill(hair, roundedPath(Rect{head.X - h*0.18, head.Y - h*0.15, h * 0.36, h * 0.34}, h*0.14)))
	}
	lower := polygon(at(-0.13, 0.38), at(0.13, 0.38), at(0.2, 0.2), at(-0.2, 0.2))
	if !girl {
		lower = polygon(at(-0.13, 0.38), at(0.13, 0.38), at(0.14, 0.17), at(0.015, 0.17), at(0, 0.25), at(-0.015, 0.17), at(-0.14, 0.17))
	}
	items = append(items,
		&Stroke{Path: legs, Ink: skin, Width: h * 0.065, Round: true},
		&Stroke{Path: arms, Ink: skin, Width: h * 0.06, Round: true},
		fill(navy, lower),
		fill(White, roundedPath(Rect{c.X - h*0.15, c.Y - h*0.645, h * 0.3, h * 0.29}, h*0.06)),
		fill(skin, CirclePath(head, h*0.155)),
		fill(hair, sectorPath(head.Add(0, -h*0.015), h*0.165, math.Pi*1.0, math.Pi*2.0)),
	)
	scarf := append(polygon(at(-0.09, 0.65), at(0.09, 0.65), at(0, 0.585)), polygon(at(0, 0.6), at(0.05, 0.48), at(-0.04, 0.49))...)
	return append(items, fill(Ink{M: 100, Y: 95}, scarf))
}
