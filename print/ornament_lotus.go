package print

import "math"

// petal returns a lotus petal whose foot is the origin and whose tip points up: length long, width wide.
func petal(length, width MM) Path {
	var p Path
	p.Move(0, 0)
	p.Curve(-width*0.3, -length*0.05, -width*0.62, -length*0.34, -width*0.48, -length*0.6)
	p.Curve(-width*0.4, -length*0.78, -width*0.14, -length*0.88, 0, -length)
	p.Curve(width*0.14, -length*0.88, width*0.4, -length*0.78, width*0.48, -length*0.6)
	p.Curve(width*0.62, -length*0.34, width*0.3, -length*0.05, 0, 0)
	p.Close()
	return p
}

// lotusRows are the petals of an open flower seen from the side, from those behind to the one in front:
// degrees from upright, length and width as parts of the flower's height, and how near the tip's ink comes
// to the foot's.
var lotusRows = []struct {
	angles        []float64
	length, width float64
	shade         float32
}{
	{[]float64{-84, 84}, 0.82, 0.36, 0.1},
	{[]float64{-25, 25}, 1, 0.42, 0.55},
	{[]float64{-66, 66}, 0.92, 0.42, 0.2},
	{[]float64{0}, 1.04, 0.46, 0.4},
	{[]float64{-46, 46}, 0.95, 0.46, 0.1},
	{[]float64{-24, 24}, 0.86, 0.46, 0},
	{[]float64{0}, 0.8, 0.48, 0},
}

// lotus draws an open flower with its foot at c; foot and tip are the inks between which a petal runs.
func lotus(c Point, size MM, foot, tip, line Ink) []Item {
	var items []Item
	for _, row := range lotusRows {
		for _, angle := range row.angles {
			turn := Rotate(angle * math.Pi / 180).Then(Translate(c.X, c.Y))
			shape := petal(size*MM(row.length), size*MM(row.width)).Transform(turn)
			end := turn.Apply(Point{0, -size * MM(row.length)})
			items = append(items,
				&Shade{Path: shape, From: c, To: end, Inks: [2]Ink{foot, tip.Mix(foot, row.shade)}},
				&Stroke{Path: shape, Ink: line, Width: max(0.2, size*0.009), Round: true})
		}
	}
	return items
}

// lotusLines returns the flower as an outline drawing, each petal hiding those behind it in the ground's ink.
func lotusLines(c Point, size MM, ground, line Ink, width MM) []Item {
	var items []Item
	for _, row := range lotusRows {
		for _, angle := range row.angles {
			turn := Rotate(angle * math.Pi / 180).Then(Translate(c.X, c.Y))
			shape := petal(size*MM(row.length), size*MM(row.width)).Transform(turn)
			items = append(items, fill(ground, shape), stroke(line, width, shape))
		}
	}
	return items
}

// lotusLeaf draws a floating leaf, seen at a slant, with its veins.
func lotusLeaf(c Point, rx, ry MM, ink, vein Ink) []Item {
	var veins Path
	for i := range 11 {
		end := Point{c.X + rx*0.9*MM(math.Cos(2*math.Pi*float64(i)/11)), c.Y + ry*0.9*MM(math.Sin(2*math.Pi*float64(i)/11))}
		veins.Move(c.X, c.Y)
		veins.Curve(c.X+(end.X-c.X)*0.35, c.Y+(end.Y-c.Y)*0.25, c.X+(end.X-c.X)*0.7, c.Y+(end.Y-c.Y)*0.75, end.X, end.Y)
	}
	return []Item{
		fill(ink, EllipsePath(Rect{c.X - rx, c.Y - ry, 2 * rx, 2 * ry})),
		stroke(vein, max(0.2, ry*0.045), veins),
	}
}

// lotusPond draws a flower between two leaves on lines of water; c is the foot of the flower.
func lotusPond(c Point, size MM, in StyleInks) []Item {
	vein := in.Third.Mix(White, 0.55)
	items := lotusLeaf(c.Add(-size*1.05, size*0.06), size*0.78, size*0.2, in.Third, vein)
	items = append(items, lotusLeaf(c.Add(size*1.0, size*0.1), size*0.66, size*0.17, in.Third.Mix(White, 0.25), vein)...)
	var water Path
	for i, w := range []MM{1.9, 1.45, 0.9} {
		y := c.Y + size*(0.27+0.085*MM(i))
		water.Move(c.X-size*w, y)
		water.Curve(c.X-size*w*0.4, y+size*0.035, c.X+size*w*0.4, y-size*0.035, c.X+size*w, y)
	}
	items = append(items, &Stroke{Path: water, Ink: in.Third.Mix(White, 0.35), Width: max(0.2, size*0.014), Round: true})
	return append(items, lotus(c, size, in.Second, in.Second.Mix(White, 0.86), in.Second)...)
}

// notched returns a frame whose corners are quarter circles that bulge inwards.
func notched(r Rect, radius MM) Path {
	var p Path
	p.Move(r.X+radius, r.Y)
	p.Line(r.Right()-radius, r.Y)
	p.arc(Point{r.Right(), r.Y}, radius, math.Pi, math.Pi/2)
	p.Line(r.Right(), r.Bottom()-radius)
	p.arc(Point{r.Right(), r.Bottom()}, radius, 3*math.Pi/2, math.Pi)
	p.Line(r.X+radius, r.Bottom())
	p.arc(Point{r.X, r.Bottom()}, radius, 2*math.Pi, 3*math.Pi/2)
	p.Line(r.X, r.Y+radius)
	p.arc(Point{r.X, r.Y}, radius, math.Pi/2, 0)
	p.Close()
	return p
}

// lotusCertificate is the elegant sheet: blush paper, a golden frame with lotuses in its notched corners, a
// pond at the foot.
func lotusCertificate(c canvas) []Item {
	in, u := c.in(), c.u
	frame := c.trim.Inset(AllSides(8 * u))
	middle := c.trim.Center()
	items := []Item{
		fill(in.Ground, RectPath(c.bleed)),
		&Shade{Path: notched(frame, 15*u), From: middle, To: Point{frame.X, frame.Y}, Inks: [2]Ink{White, in.Ground.Mix(White, 0.45)}, Radial: true},
	}
	items = append(items, lotusLines(Point{middle.X, middle.Y + 36*u}, 76*u, White.Mix(in.Pale, 0.3), in.Pale, c.line(0.4))...)
	items = append(items,
		stroke(in.Accent, c.line(0.9), notched(frame, 15*u)),
		stroke(in.Accent, c.line(0.3), notched(frame.Inset(AllSides(2.2*u)), 14.2*u)))
	for i, corner := range []Point{{frame.X, frame.Y}, {frame.Right(), frame.Y}, {frame.Right(), frame.Bottom()}, {frame.X, frame.Bottom()}} {
		angle := float64(i)*math.Pi/2 + 3*math.Pi/4
		items = append(items, cornerLotus(corner, angle, 9.5*u, in)...)
	}
	return append(items, lotusPond(Point{middle.X, frame.Bottom() - 13*u}, min(19*u, c.words.W*0.072), in)...)
}

// cornerLotus draws a flower that grows from a corner along the diagonal.
func cornerLotus(corner Point, angle float64, size MM, in StyleInks) []Item {
	foot := polar(corner, size*0.12, angle-math.Pi/2)
	var items []Item
	for _, row := range []struct {
		angles        []float64
		length, width MM
		ink           Ink
	}{
		{[]float64{-62, 62}, 0.8, 0.36, in.Third},
		{[]float64{-34, 34}, 0.95, 0.4, in.Second.Mix(White, 0.55)},
		{[]float64{0}, 1.08, 0.46, in.Second.Mix(White, 0.25)},
	} {
		for _, a := range row.angles {
			turn := Rotate(angle + a*math.Pi/180).Then(Translate(foot.X, foot.Y))
			shape := petal(size*row.length, size*row.width).Transform(turn)
			items = append(items, fill(row.ink, shape), stroke(White, max(0.2, size*0.035), shape))
		}
	}
	return append(items, fill(in.Accent, CirclePath(foot, size*0.13)))
}
