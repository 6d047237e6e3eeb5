package print

import "math"

// tonalDrumBanner is the red cloth: drums in a red a little deeper run off both ends, or stand behind the
// words of an upright piece.
func tonalDrumBanner(c canvas) []Item {
	in := c.in()
	items := []Item{fill(in.Ground, RectPath(c.bleed))}
	var at []Point
	r := min(c.trim.W, c.trim.H) * 0.92
	switch {
	case c.trim.W > 2*c.trim.H:
		at = []Point{{0, c.trim.H / 2}, {c.trim.W, c.trim.H / 2}}
	case c.trim.H > 1.5*c.trim.W:
		at = []Point{{c.trim.W / 2, 0}, {c.trim.W / 2, c.trim.H}}
	default:
		m := c.words.Center()
		at, r = []Point{m}, min(c.trim.H*0.62, m.X-c.keepOut.W)
	}
	var inside []Item
	for _, p := range at {
		areas, lines := drumFace(p, r)
		inside = append(inside, fill(in.Pale, areas), stroke(in.Pale, r*0.006, lines))
	}
	return append(items, &Clip{Box: c.bleed, Items: inside})
}

// stageBanner is the backdrop: the drum's star sends its rays from behind the headline, bright red to deep.
func stageBanner(c canvas) []Item {
	in := c.in()
	m := Point{c.words.Center().X, c.trim.H / 2}
	far := MM(math.Hypot(float64(max(m.X, c.trim.W-m.X)), float64(max(m.Y, c.trim.H-m.Y))))
	edge := Point{m.X + far, m.Y}
	r := min(c.trim.H*0.49, c.trim.W*0.62, (m.X-c.keepOut.W)/1.06)
	areas, lines := drumFace(m, r)
	rim := Point{m.X + r, m.Y}
	return []Item{
		&Shade{Path: RectPath(c.bleed), From: m, To: edge, Inks: [2]Ink{in.Ground, in.Deep}, Radial: true},
		&Clip{Box: c.bleed, Items: []Item{
			&Shade{Path: raysPath(m, 2*drumRays, far*1.05, -math.Pi/2), From: m, To: edge, Inks: [2]Ink{in.Second, in.Deep}, Radial: true},
			&Shade{Path: CirclePath(m, r*1.06), From: m, To: rim, Inks: [2]Ink{in.Ground, in.Pale}, Radial: true},
			&Shade{Path: areas, From: m, To: rim, Inks: [2]Ink{in.Pale, in.Pale.Mix(in.Deep, 0.35)}, Radial: true},
			stroke(in.Pale.Mix(in.Deep, 0.3), r*0.0045, lines),
			stroke(in.Third.Mix(in.Pale, 0.6), r*0.008, CirclePath(m, r*1.06)),
		}},
	}
}

// schoolBanner is the bright stand: a sky with the sun's rays, green hills and an open book.
func schoolBanner(c canvas) []Item {
	in := c.in()
	m := Point{c.trim.W / 2, c.art.Bottom()}
	far := MM(math.Hypot(float64(c.trim.W), float64(c.trim.H)))
	if c.art.H == 0 {
		m = Point{c.words.Center().X, c.trim.H * 1.1}
	}
	items := []Item{
		&Shade{Path: RectPath(c.bleed), From: Point{0, c.trim.H}, To: Point{}, Inks: [2]Ink{in.Ground, in.Deep}},
		&Clip{Box: c.bleed, Items: []Item{&Shade{Path: raysPath(m, 26, far, -math.Pi/2), From: m, To: Point{m.X, m.Y - far*0.8},
			Inks: [2]Ink{in.Pale, in.Deep}, Radial: true}}},
	}
	return append(items, &Clip{Box: c.bleed, Items: schoolGround(c)})
}

// schoolGround draws the hills: with the sun and a book before it where the piece has room for a picture, else
// in the lower corners.
func schoolGround(c canvas) []Item {
	in, art := c.in(), c.art
	if art.H == 0 {
		return cornerHills(c)
	}
	foot := Rect{c.bleed.X, art.Bottom(), c.bleed.W, c.bleed.Bottom() - art.Bottom()}
	size := min(art.W*0.36, art.H*0.62)
	at := Point{c.trim.W / 2, art.Bottom() - size*0.3}
	sun := at.Add(0, -size*0.38)
	items := []Item{
		fill(in.Accent.Mix(White, 0.35), CirclePath(sun, size*0.86)),
		fill(in.Accent, CirclePath(sun, size*0.68)),
	}
	items = append(items, hills(foot, art, in)...)
	return append(items, openBook(at, size, White, in.Deep, in.Third)...)
}

// cornerHills draws a hill in each lower corner, and the sun behind the right one.
func cornerHills(c canvas) []Item {
	in, r := c.in(), min(c.trim.H*0.52, c.trim.W*0.12)
	left, right, foot := c.keepOut.W, c.trim.W, c.bleed.Bottom()
	if left > 0 {
		left += r * 1.05 // the hills, too, keep out
	}
	return []Item{
		fill(in.Accent, CirclePath(Point{right - r*0.2, foot - r*0.44}, r*0.28)),
		fill(in.Second, CirclePath(Point{right - r*0.95, foot + r*0.78}, r)),
		fill(in.Third, CirclePath(Point{right + r*0.05, foot + r*0.58}, r)),
		fill(in.Second, CirclePath(Point{left + r*0.95, foot + r*0.78}, r)),
		fill(in.Third, CirclePath(Point{left - r*0.05, foot + r*0.58}, r)),
	}
}

// hills draws two green ridges over the foot of the piece.
func hills(foot, art Rect, in StyleInks) []Item {
	swing := min(art.H*0.16, art.W*0.05)
	back := Rect{foot.X, foot.Y - swing*1.1, foot.W, foot.H + swing*1.1}
	front := Rect{foot.X, foot.Y + swing*0.2, foot.W, foot.H - swing*0.2}
	return []Item{
		fill(in.Second, wavePath(back, swing, 1, 0.15)),
		fill(in.Third, wavePath(front, swing*0.8, 1, 0.6)),
	}
}

// pageBulge returns how high a page rises over its edges at the part x of its width.
func pageBulge(x MM) MM { return 0.36 * x * (1 - x) }

// openBook draws a book that lies open, seen from the front: its spine's foot at c, each half size wide.
func openBook(c Point, size MM, paper, ink, cover Ink) []Item {
	half := func(side MM) (pages, boards, lines Path) {
		at := func(x, y MM) Point { return Point{c.X + side*x*size, c.Y + y*size} }
		curve := func(p *Path, a, b, d Point) { p.Curve(a.X, a.Y, b.X, b.Y, d.X, d.Y) }
		line := func(p *Path, a Point) { p.Line(a.X, a.Y) }
		start := at(0, 0)
		boards.Move(start.X, start.Y+size*0.07)
		line(&boards, at(1.06, 0.0))
		line(&boards, at(1.06, -0.62))
		line(&boards, at(0, -0.5))
		boards.Close()
		pages.Move(start.X, start.Y)
		curve(&pages, at(0.25, -0.16), at(0.65, -0.16), at(1, -0.04))
		line(&pages, at(1, -0.7))
		curve(&pages, at(0.65, -0.82), at(0.25, -0.82), at(0, -0.66))
		pages.Close()
		for i := range 4 {
			y := -0.56 + 0.115*MM(i)
			near, far := MM(0.14), MM(0.86)
			if i == 3 && side < 0 {
				near = 0.5 // the last line of a paragraph ends early
			} else if i == 3 {
				far = 0.5
			}
			a := at(near, y-pageBulge(near))
			lines.Move(a.X, a.Y)
			third := (far - near) / 3
			curve(&lines, at(near+third, y-pageBulge(near+third)), at(far-third, y-pageBulge(far-third)), at(far, y-pageBulge(far)))
		}
		return pages, boards, lines
	}
	var items []Item
	for _, side := range []MM{-1, 1} {
		pages, boards, lines := half(side)
		shade := paper.Mix(ink, 0.16)
		items = append(items, fill(cover, boards),
			&Shade{Path: pages, From: c, To: Point{c.X + side*size*0.4, c.Y}, Inks: [2]Ink{shade, paper}},
			&Stroke{Path: lines, Ink: paper.Mix(ink, 0.3), Width: size * 0.02, Round: true})
	}
	return items
}
