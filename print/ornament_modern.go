package print

import (
	"math"
	"strings"
)

// modernTiles is the band of the modern sheet, row by row. Each tile is a shape and an ink: q w e r quarter
// circles about the four corners, clockwise from the top left; l leaf, m leaf the other way; o disc; s star;
// h v half circles; a arcs. Inks: b deep blue on sky, y gold, c coral, w white, s sky.
var modernTiles = []string{
	"qs ly ow", "rw sy wb", "ms es qy", "ay ow ls", "hc ms ry", "qw wy as", "ly oc ew",
	"ss rs my", "ey qw hs", "ws ly ow", "oy as rc", "mw ey qs", "qc sw ly", "rs os ey",
}

// tileSide is the side of a tile, in design millimetres.
const tileSide MM = 15

// mostTiles bounds the rows of an absurdly long sheet.
const mostTiles = 200

// tileColumns counts the columns of tiles at the left: an upright sheet has no room for more than one.
func tileColumns(style Style, trim Rect) int {
	if trim.H > trim.W {
		return min(style.Columns, 1)
	}
	return style.Columns
}

// tileBand returns the width of the band of tiles where a design millimetre is u.
func tileBand(style Style, trim Rect, u MM) MM { return tileSide * u * MM(tileColumns(style, trim)) }

// modernCertificate is the geometric sheet: white, with a band of tiles at the left.
func modernCertificate(c canvas) []Item {
	in, u := c.in(), c.u
	width, side := tileBand(c.style, c.trim, u), tileSide*u
	band := Rect{c.bleed.X, c.bleed.Y, width - c.bleed.X, c.bleed.H}
	items := []Item{fill(in.Ground, RectPath(c.bleed)), fill(in.Deep, RectPath(band))}
	rows := int(min(math.Ceil(float64(c.trim.H/side)), mostTiles))
	for row := range rows {
		tiles := modernTiles[row%len(modernTiles)]
		for column := range min(tileColumns(c.style, c.trim), 3) {
			at := Rect{side * MM(column), side * MM(row), side, side}
			items = append(items, modernTile(tiles[3*column], at, tileInk(tiles[3*column+1], in), in.Deep)...)
		}
	}
	items = append(items, fill(in.Accent, RectPath(Rect{width, c.bleed.Y, 1.6 * u, c.bleed.H})))
	return append(items, modernCorner(c)...)
}

// modernCorner answers the band with three quarter circles in the opposite corner.
func modernCorner(c canvas) []Item {
	in, u := c.in(), c.u
	corner := Point{c.trim.W, 0}
	var items []Item
	for _, ring := range []struct {
		radius MM
		ink    Ink
	}{{26, in.Pale}, {18, in.Second.Mix(White, 0.55)}, {10, in.Accent}} {
		items = append(items, fill(ring.ink, CirclePath(corner, ring.radius*u)))
	}
	return []Item{&Clip{Box: c.bleed, Items: items}}
}

func tileInk(code byte, in StyleInks) Ink {
	switch code {
	case 'y':
		return in.Accent
	case 'c':
		return in.Third
	case 's':
		return in.Second
	case 'w':
		return White
	}
	return in.Deep.Mix(White, 0.2)
}

// modernTile draws one square of the band.
func modernTile(code byte, r Rect, ink, ground Ink) []Item {
	corners := [4]Point{{r.X, r.Y}, {r.Right(), r.Y}, {r.Right(), r.Bottom()}, {r.X, r.Bottom()}}
	quarter := func(i int, radius MM) Path {
		from := float64(i) * math.Pi / 2
		return sectorPath(corners[i], radius, from, from+math.Pi/2)
	}
	switch code {
	case 'q', 'w', 'e', 'r':
		return []Item{fill(ink, quarter(strings.IndexByte("qwer", code), r.W))}
	case 'l':
		return []Item{fill(ink, tileLeaf(corners[0], corners[2]))}
	case 'm':
		return []Item{fill(ink, tileLeaf(corners[1], corners[3]))}
	case 'o':
		return []Item{fill(ink, CirclePath(r.Center(), r.W*0.34)), fill(ground, CirclePath(r.Center(), r.W*0.13))}
	case 's':
		return []Item{fill(ink, starPath(r.Center(), 8, r.W*0.46, r.W*0.17))}
	case 'h':
		return []Item{fill(ink, sectorPath(Point{r.Center().X, r.Y}, r.W/2, 0, math.Pi)),
			fill(ink, sectorPath(Point{r.Center().X, r.Center().Y}, r.W/2, 0, math.Pi))}
	case 'a':
		return []Item{fill(ink, quarter(2, r.W)), fill(ground, quarter(2, r.W*0.72)), fill(ink, quarter(2, r.W*0.44))}
	}
	return nil
}

// tileLeaf returns the shape between two quarter circles over the diagonal from a to b of a square.
func tileLeaf(a, b Point) Path {
	k := MM(circleKappa)
	var p Path
	p.Move(a.X, a.Y)
	p.Curve(a.X+(b.X-a.X)*k, a.Y, b.X, b.Y-(b.Y-a.Y)*k, b.X, b.Y)
	p.Curve(b.X-(b.X-a.X)*k, b.Y, a.X, a.Y+(b.Y-a.Y)*k, a.X, a.Y)
	p.Close()
	return p
}
