package print

import "math"

// pixelsPoster is digital learning: an open book sends up its pages as pixels, among circuits.
func pixelsPoster(c canvas) []Item {
	in := c.in()
	size := min(c.art.W*0.34, c.art.H*0.42)
	at := Point{c.art.Center().X, c.art.Bottom() - size*0.28}
	heart := at.Add(0, -size*0.45)
	far := MM(math.Hypot(float64(c.bleed.W), float64(c.bleed.H)))
	items := []Item{
		&Shade{Path: RectPath(c.bleed), From: heart, To: heart.Add(0, -far*0.85), Inks: [2]Ink{in.Ground, in.Deep}, Radial: true},
	}
	var art []Item
	for i, r := range []MM{2.6, 2.08, 1.56} {
		art = append(art, fill(in.Ground.Mix(in.Pale, 0.25+0.3*float32(i)), CirclePath(heart, size*r)))
	}
	art = append(art, circuits(c, heart, size)...)
	art = append(art, pixels(at.Add(0, -size*0.72), size, c.art.Y, in)...)
	art = append(art, openBook(at, size, White, in.Deep, in.Third)...)
	return append(items, &Clip{Box: c.bleed, Items: art})
}

// pixels draws squares that rise from the book, fewer and smaller the higher they are.
func pixels(foot Point, size, top MM, in StyleInks) []Item {
	inks := []Ink{in.Accent, in.Second, White, in.Third}
	areas := make([]Path, len(inks))
	cell := size * 0.135
	rows := int(min((foot.Y-top)/cell-0.5, 15))
	for row := range rows {
		height := float64(row) / float64(max(rows, 1))
		columns := 5 + row*4/8
		for column := -columns; column <= columns; column++ {
			h := scatter(row, column)
			if float64(h%100)/100 > 0.9-0.8*height {
				continue
			}
			side := cell * MM(0.84-0.5*height*float64(h%7)/6)
			x := foot.X + cell*MM(column)
			y := foot.Y - cell*(MM(row)+0.5)
			i := h / 3 % len(inks)
			areas[i] = append(areas[i], RectPath(Rect{x - side/2, y - side/2, side, side})...)
		}
	}
	var items []Item
	for i, p := range areas {
		if len(p) > 0 {
			items = append(items, fill(inks[i], p))
		}
	}
	return items
}

// scatter returns a number that looks random but is always the same for the same place.
func scatter(row, column int) int {
	h := uint32(row*73856093) ^ uint32(column*19349663)
	h ^= h >> 13
	h *= 0x5bd1e995
	h ^= h >> 15
	return int(h % 9973)
}

// circuits draws conductors that run from the foot of the picture upwards, each to a ring.
func circuits(c canvas, heart Point, size MM) []Item {
	in := c.in()
	var lines, rings, dots Path
	for i := range 4 {
		for _, side := range []MM{-1, 1} {
			x := heart.X + side*size*(1.22+0.24*MM(i))
			end := heart.Y - size*(0.95-0.3*MM(i%2)-0.14*MM(i))
			bend := end + size*0.3
			lines = append(lines, polyline(Point{x - side*size*0.16, c.art.Bottom()}, Point{x - side*size*0.16, bend + size*0.16},
				Point{x, bend}, Point{x, end + size*0.06})...)
			rings = append(rings, CirclePath(Point{x, end}, size*0.06)...)
			dots = append(dots, CirclePath(Point{x, end}, size*0.03)...)
		}
	}
	ink := in.Pale.Mix(in.Second, 0.4)
	return []Item{stroke(ink, size*0.022, lines), stroke(in.Second, size*0.022, rings), fill(in.Accent, dots)}
}
