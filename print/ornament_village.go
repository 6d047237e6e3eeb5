package print

import "math"

// villagePoster is the community: houses, a school and trees under a wide sky, and people of every age.
func villagePoster(c canvas) []Item {
	in, art := c.in(), c.art
	ground := art.Bottom() - art.H*0.13
	unit := min(art.W*0.1, art.H*0.145)
	items := []Item{
		&Shade{Path: RectPath(c.bleed), From: Point{0, c.bleed.Y}, To: Point{0, art.Bottom()}, Inks: [2]Ink{in.Pale, in.Ground}},
	}
	var scene []Item
	scene = append(scene, fill(in.Third, CirclePath(Point{art.X + art.W*0.82, art.Y + art.H*0.24}, unit*0.95)))
	scene = append(scene, cloud(Point{art.X + art.W*0.16, art.Y + art.H*0.2}, unit*1.1)...)
	scene = append(scene, cloud(Point{art.X + art.W*0.64, art.Y + art.H*0.12}, unit*0.8)...)
	scene = append(scene, fill(in.Second.Mix(in.Ground, 0.62), wavePath(Rect{c.bleed.X, ground - unit*2.6, c.bleed.W, unit * 3}, unit*0.5, 2, 0.1)))
	scene = append(scene, street(c, ground, unit)...)
	scene = append(scene, fill(in.Second, RectPath(Rect{c.bleed.X, ground - unit*0.12, c.bleed.W, art.Bottom() - ground + unit*0.12})))
	scene = append(scene, crowd(c, ground+art.H*0.085, unit*1.95)...)
	return append(items, &Clip{Box: c.across(), Items: scene})
}

// street draws the row of houses with the school in the middle.
func street(c canvas, ground, unit MM) []Item {
	in, art := c.in(), c.art
	var items []Item
	for _, h := range []struct {
		x, w, h    MM // middle and size, in parts of the width and units
		wall, roof Ink
	}{
		{0.05, 1.7, 2.3, in.Third, in.Accent}, {0.2, 1.35, 3.3, White, in.Deep.Mix(in.Second, 0.35)},
		{0.81, 1.4, 3.0, in.Accent.Mix(White, 0.25), in.Deep}, {0.95, 1.7, 2.2, White, in.Accent},
	} {
		items = append(items, house(Point{art.X + art.W*h.x, ground}, h.w*unit, h.h*unit, h.wall, h.roof, in)...)
	}
	items = append(items, schoolHouse(Point{art.Center().X, ground}, unit*4.3, in.Accent, White, in.Ground.Mix(in.Deep, 0.12), in.Deep)...)
	for _, t := range []struct{ x, h MM }{{0.125, 1.5}, {0.285, 1.9}, {0.73, 1.8}, {0.885, 1.5}} {
		items = append(items, roundTree(Point{art.X + art.W*t.x, ground}, unit*t.h, in.Second.Mix(in.Deep, 0.3), in.Deep)...)
	}
	return items
}

// house draws a narrow town house; c is the middle of its foot.
func house(c Point, w, h MM, wall, roof Ink, in StyleInks) []Item {
	body := Rect{c.X - w/2, c.Y - h, w, h}
	items := []Item{
		fill(wall, RectPath(body)),
		fill(roof, polygon(Point{body.X - w*0.08, body.Y}, Point{c.X, body.Y - w*0.48}, Point{body.Right() + w*0.08, body.Y})),
	}
	glass := in.Ground.Mix(in.Deep, 0.25)
	var windows Path
	floor := w * 0.62
	for y := body.Y + floor*0.35; y < c.Y-floor*1.1; y += floor {
		for _, x := range []MM{0.16, 0.58} {
			windows = append(windows, RectPath(Rect{body.X + w*x, y, w * 0.26, floor * 0.5})...)
		}
	}
	return append(items, fill(glass, windows), fill(roof, roundedPath(Rect{c.X - w*0.16, c.Y - w*0.56, w * 0.32, w * 0.7}, w*0.1)))
}

// cloud draws a flat-bottomed cloud; c is the middle of its foot.
func cloud(c Point, size MM) []Item {
	shape := roundedPath(Rect{c.X - size*1.1, c.Y - size*0.42, size * 2.2, size * 0.42}, size*0.21)
	shape = append(shape, CirclePath(c.Add(-size*0.35, -size*0.42), size*0.38)...)
	shape = append(shape, CirclePath(c.Add(size*0.3, -size*0.36), size*0.3)...)
	return []Item{fill(White, shape)}
}

// crowd draws grown-ups and pupils side by side.
func crowd(c canvas, ground, h MM) []Item {
	in, art := c.in(), c.art
	var items []Item
	for i, x := range []MM{0.1, 0.19, 0.28, 0.375, 0.46, 0.55, 0.64, 0.73, 0.82, 0.905} {
		at := Point{art.X + art.W*x, ground + h*0.05*MM(i%2)}
		if i%3 == 1 {
			items = append(items, grownUp(at, h*1.18, i/3, in)...)
		} else {
			items = append(items, pupil(at, h*0.92, i, in)...)
		}
	}
	return items
}

// grownUp draws a teacher in áo dài, a worker in a helmet, or a grandmother, by kind; c is between the feet.
func grownUp(c Point, h MM, kind int, in StyleInks) []Item {
	skin := Ink{M: 24, Y: 38}
	hair := []Ink{{C: 55, M: 70, Y: 75, K: 70}, {C: 55, M: 70, Y: 75, K: 70}, {K: 25}}[kind%3]
	coat := []Ink{in.Accent, in.Deep.Mix(in.Second, 0.2), {C: 50, M: 70, Y: 5}}[kind%3]
	at := func(x, y MM) Point { return c.Add(x*h, -y*h) }
	head := at(0, 0.86)
	legs := append(polyline(at(-0.05, 0.3), at(-0.05, 0.01)), polyline(at(0.05, 0.3), at(0.05, 0.01))...)
	arms := append(polyline(at(-0.1, 0.66), at(-0.19, 0.46)), polyline(at(0.1, 0.66), at(0.19, 0.46))...)
	hem := []MM{0.1, 0.34, 0.14}[kind%3]
	items := []Item{
		&Stroke{Path: legs, Ink: []Ink{White, {C: 90, M: 75, Y: 40, K: 40}, {K: 85}}[kind%3], Width: h * 0.085, Round: false},
		&Stroke{Path: arms, Ink: coat, Width: h * 0.07, Round: true},
	}
	if kind%3 == 0 {
		items = append(items, fill(hair, roundedPath(Rect{head.X - h*0.13, head.Y - h*0.1, h * 0.26, h * 0.3}, h*0.1)))
	}
	body := polygon(at(-0.075, 0.735), at(0.075, 0.735), at(0.125, 0.68), at(0.09, 0.5), at(0.15, hem), at(-0.15, hem), at(-0.09, 0.5), at(-0.125, 0.68))
	items = append(items,
		fill(coat, body),
		fill(skin, CirclePath(head, h*0.11)),
		fill(hair, sectorPath(head.Add(0, -h*0.01), h*0.118, math.Pi, 2*math.Pi)),
	)
	switch kind % 3 {
	case 1:
		items = append(items, fill(in.Third, sectorPath(head.Add(0, -h*0.025), h*0.135, math.Pi, 2*math.Pi)),
			fill(in.Third, RectPath(Rect{head.X - h*0.16, head.Y - h*0.04, h * 0.32, h * 0.025})))
	case 2:
		items = append(items, fill(hair, CirclePath(head.Add(0, -h*0.135), h*0.05)))
	}
	book := Rect{c.X - h*0.11, c.Y - h*0.56, h * 0.22, h * 0.15}
	return append(items, fill(White, RectPath(book)), fill(in.Third, RectPath(Rect{book.X, book.Y, book.W / 2, book.H})))
}
