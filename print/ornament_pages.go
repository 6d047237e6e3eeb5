package print

import "math"

// pagesPoster is reading: a book whose pages open like a flower and set the letters of Vietnamese free.
func pagesPoster(c canvas) []Item {
	in := c.in()
	r := min(c.art.W*0.44, c.art.H*0.74)
	m := Point{c.art.Center().X, c.art.Bottom() - c.art.H*0.02}
	items := []Item{fill(in.Ground, RectPath(c.bleed))}
	var art []Item
	art = append(art, fill(in.Pale, CirclePath(m, r*1.32)))
	art = append(art, fan(m, r, in)...)
	art = append(art, alphabet(c, m, r)...)
	return append(items, &Clip{Box: c.bleed, Items: art})
}

// fan draws the pages from the lowest to the upright ones, left and right in turn.
func fan(m Point, r MM, in StyleInks) []Item {
	inks := []Ink{in.Deep, in.Second, in.Third, in.Accent, White, in.Second, in.Third, in.Accent}
	var items []Item
	for i, ink := range inks {
		from := 0.06 + (math.Pi/2-pageSpread-0.06)*float64(i)/float64(len(inks)-1) // from the horizon
		length := r * MM(0.86+0.14*math.Sin(float64(i)*1.1))
		for _, side := range []float64{-1, 1} {
			items = append(items, fanPage(m, length, from, side, ink, in)...)
		}
	}
	return items
}

// pageSpread is the angle that one page takes.
const pageSpread = 0.3

// fanPage draws one page that rises from the spine at an angle over the horizon, and its lines of print.
func fanPage(m Point, length MM, angle, side float64, ink Ink, in StyleInks) []Item {
	at := func(a float64, d MM) Point {
		p := polar(Point{}, d, -a)
		return Point{m.X + p.X*MM(side), m.Y + p.Y}
	}
	const spread = pageSpread
	var p Path
	p.Move(m.X, m.Y)
	a, b := at(angle-0.16, length*0.5), at(angle, length*0.8)
	tip := at(angle+0.03, length)
	p.Curve(a.X, a.Y, b.X, b.Y, tip.X, tip.Y)
	back := at(angle+spread, length*0.985)
	p.Line(back.X, back.Y)
	bend := min(0.2, math.Pi/2-angle-spread) // the last page stands upright along the spine
	a, b = at(angle+spread-bend*0.15, length*0.8), at(angle+spread-bend, length*0.5)
	p.Curve(a.X, a.Y, b.X, b.Y, m.X, m.Y)
	p.Close()
	var lines Path
	for i := range 4 {
		t := MM(0.58 + 0.1*float64(i))
		u, v := at(angle+0.055, length*t), at(angle+spread-0.07-0.05*float64(3-i)/3, length*t)
		lines = append(lines, polyline(u, v)...)
	}
	return []Item{
		fill(ink, p), stroke(in.Ground, length*0.008, p),
		&Stroke{Path: lines, Ink: ink.Mix(in.Ground, 0.45).Mix(in.Deep, 0.12), Width: length * 0.012, Round: true},
	}
}

// alphabet sets letters that only Vietnamese has over the pages, as if they flew up.
func alphabet(c canvas, m Point, r MM) []Item {
	in := c.in()
	inks := []Ink{in.Accent, in.Second, in.Deep, in.Third, in.Accent, in.Second, in.Deep}
	var items []Item
	for i, letter := range []rune("ĂÂĐÊÔƠƯ") {
		angle := math.Pi * (0.82 - 0.64*float64(i)/6)
		at := polar(m, r*MM(1.14+0.07*float64(i%2)), -angle)
		size := float64(r) * (0.13 + 0.03*float64(i%3))
		shape := c.display.Glyph(letter).Outline
		box := c.display.Glyph(letter).Box
		turn := Translate(-box.Center().X, -box.Center().Y).Then(Scale(size, size)).Then(Rotate(0.5 * (math.Pi/2 - angle))).Then(Translate(at.X, at.Y))
		items = append(items, fill(inks[i], shape.Transform(turn)))
	}
	return items
}
