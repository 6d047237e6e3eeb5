package print

import (
	"image"
	"slices"
)

// A picture whose rim is clear, at more than half of its length, is a logo or a cut-out: it is shown whole, for what a
// cut takes off it is a part of it. One with a ground of its own may be cut.

// clearRim tells whether a picture's rim is clear: its outermost pixels let more light through than they hold back.
func clearRim(img image.Image) bool {
	b := img.Bounds()
	clear, all := 0, 0
	look := func(x, y int) {
		all++
		if _, _, _, alpha := img.At(x, y).RGBA(); alpha < 0x8000 {
			clear++
		}
	}
	for x := b.Min.X; x < b.Max.X; x++ {
		look(x, b.Min.Y)
		look(x, b.Max.Y-1)
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		look(b.Min.X, y)
		look(b.Max.X-1, y)
	}
	return 2*clear > all
}

// rimPoints are at how many points a drawing's rim is looked at, along each edge, and rimInset how far within it, as a part
// of the drawing: lines of no width are drawn there.
const (
	rimPoints    = 16
	rimInset  MM = 0.005
)

// clearRimOf tells whether a drawing of that size has a clear rim: nothing is filled there.
func clearRimOf(items []Item, size Size) bool {
	all := rimOf(size)
	bare := slices.Clone(all)
	for _, item := range items {
		if path := filledBy(item); path != nil && len(bare) > 0 {
			bare = slices.DeleteFunc(bare, path.covers())
		}
	}
	return 2*len(bare) > len(all)
}

// rimOf returns points along the rim of a drawing.
func rimOf(size Size) []Point {
	box := Rect{0, 0, size.W, size.H}
	box = box.Inset(Sides{rimInset * size.H, rimInset * size.W, rimInset * size.H, rimInset * size.W})
	var rim []Point
	for i := range rimPoints {
		at := (MM(i) + 0.5) / rimPoints
		x, y := box.X+box.W*at, box.Y+box.H*at
		rim = append(rim, Point{x, box.Y}, Point{x, box.Bottom()}, Point{box.X, y}, Point{box.Right(), y})
	}
	return rim
}

// filledBy returns the outline of what an item fills; nil for a line.
func filledBy(item Item) Path {
	switch it := item.(type) {
	case *Fill:
		return it.Path
	case *Shade:
		return it.Path
	}
	return nil
}

// covers returns a function that tells whether a point lies in the path.
func (p Path) covers() func(Point) bool {
	var outlines [][]Point
	for _, c := range contoursOf(p) {
		outlines = append(outlines, c.flattened())
	}
	return func(at Point) bool {
		in := false
		for _, outline := range outlines {
			in = in != inside(outline, at)
		}
		return in
	}
}
