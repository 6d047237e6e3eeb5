package print

import (
	"math"
	"slices"

	"tiengtrong/app"
)

// Finishing is what a shop does to a piece that is printed: it is welded from panels where it is wider than the
// rolls, its edges are folded, and eyelets are put in. Lengths are those of the finished piece, from the top-left
// corner of its trim.
type Finishing struct {
	Edge    app.Edge
	Trim    Size
	Hem     Sides   // depth, inwards, of what is doubled at each edge: a hem, a pole pocket
	Fold    Sides   // material that each edge needs beyond the trim
	Eyelets []Point // their middles
	Pitch   Size    // distance of the eyelets along the horizontal and the vertical edges; 0 where a pole is
	Roll    MM      // printable width of the roll that is used
	Weld    MM      // on each side of a seam
	Upright bool    // the seams run from top to bottom
	Needed  MM      // the roll that would do, where none of the shop's is wide enough and no seam can be placed; else 0
	Seams   []MM    // their places: distances from the top, or from the left where they are upright
}

// Finished is a piece that a shop makes ready to be hung: a banner or a poster.
type Finished interface {
	Subject() app.Subject
	Finishing() app.Finish
}

// Finishing plans how the shop of the event finishes the piece that is laid out on page, and says what stands in the way.
func (s *Studio) Finishing(e *app.Event, piece Finished, page *Page) (Finishing, []app.Problem) {
	shop := e.Printer()
	if !shop.Sound() {
		shop = app.StandardShop() // app.Check reports it
	}
	chosen := piece.Finishing()
	f := Finishing{Edge: chosen.Edge, Trim: page.Trim, Weld: MM(shop.WeldMM)}
	f.edges(shop)
	if chosen.Eyelets == app.Yes {
		f.eyelets(MM(shop.EyeletMM))
	}
	d := sheet{page: page, subject: piece.Subject()}
	if !f.divide(shop, slices.Concat(wordBoxes(page), page.Whole), page.Avoid) {
		f.Needed = min(f.Sheet().W, f.Sheet().H)
		d.problem("seam-through-text", app.Warning, "roll", metres(f.Roll), "needed", metres(f.Needed))
	}
	if lacking := s.lacking(app.Clean(d.subject.Name)); len(lacking) > 0 {
		d.problem("name-not-printed", app.Warning, "letters", string(lacking))
	}
	if line := f.wordsAtEdge(page); line != "" {
		d.problem("words-in-hem", app.Warning, "text", line)
	}
	return f, d.problems
}

// wordBoxes returns the boxes of all lines of a page.
func wordBoxes(page *Page) []Rect {
	var boxes []Rect
	for _, t := range wordsOf(page) {
		boxes = append(boxes, t.Bounds())
	}
	return boxes
}

// edges plans what is folded at the edges. Pockets are at the two short ones.
func (f *Finishing) edges(shop app.Shop) {
	hem, pocket := MM(shop.HemMM), MM(shop.PocketMM)
	switch f.Edge {
	case app.HemEdge:
		f.Hem = AllSides(hem)
		f.Fold = f.Hem
	case app.PocketEdge:
		f.Hem = Sides{hem, pocket, hem, pocket}
		if f.Trim.H > f.Trim.W {
			f.Hem = Sides{pocket, hem, pocket, hem}
		}
		f.Fold = f.Hem
	case app.FrameEdge:
		f.Fold = AllSides(MM(shop.FrameMM))
	}
}

// Sheet returns the size of the material that the piece needs, welds left aside.
func (f *Finishing) Sheet() Size {
	return Size{f.Trim.W + f.Fold.Left + f.Fold.Right, f.Trim.H + f.Fold.Top + f.Fold.Bottom}
}

// eyeletRadius and eyeletInset are the outer half width of an eyelet, and the distance of its middle from an edge
// that is not hemmed; in a hem it sits in the middle.
const (
	eyeletRadius MM = 10
	eyeletInset  MM = 15
)

// eyelets puts an eyelet in each corner, and between them as many as keep the pitch, at equal distances. An edge with a
// pole in it has none but those in the corners.
func (f *Finishing) eyelets(pitch MM) {
	in := func(edge MM, pocket bool) MM {
		if pocket {
			return edge + eyeletInset
		}
		return max(edge/2, eyeletInset)
	}
	poles := f.Edge == app.PocketEdge
	upright := f.Trim.H > f.Trim.W
	across, down := in(f.Hem.Left, poles && !upright), in(f.Hem.Top, poles && upright)
	box := Rect{0, 0, f.Trim.W, f.Trim.H}.Inset(Sides{down, across, down, across})
	if box.W <= 0 || box.H <= 0 {
		return // smaller than its hems
	}
	columns, rows := gaps(box.W, pitch), gaps(box.H, pitch)
	f.Pitch = Size{box.W / MM(columns), box.H / MM(rows)}
	for i := range columns + 1 {
		for j := range rows + 1 {
			inner := i > 0 && i < columns
			edge := j == 0 || j == rows
			switch {
			case inner && !edge, inner && poles && upright, !inner && !edge && poles && !upright:
				continue
			}
			f.Eyelets = append(f.Eyelets, Point{box.X + f.Pitch.W*MM(i), box.Y + f.Pitch.H*MM(j)})
		}
	}
	if poles && upright {
		f.Pitch.W = 0
	} else if poles {
		f.Pitch.H = 0
	}
}

// gaps returns into how many equal parts, none longer than pitch, a length is divided.
func gaps(length, pitch MM) int { return max(1, int(math.Ceil(float64(length/pitch)-1e-9))) }

// wordsAtEdge returns a line that lies on what is doubled or on an eyelet, or "".
func (f *Finishing) wordsAtEdge(page *Page) string {
	free := page.TrimBox().Inset(f.Hem)
	for _, t := range wordsOf(page) {
		box := t.Bounds()
		hit := !free.Contains(box) || slices.ContainsFunc(f.Eyelets, func(c Point) bool {
			return overlaps(box, Rect{c.X - eyeletRadius, c.Y - eyeletRadius, 2 * eyeletRadius, 2 * eyeletRadius})
		})
		if hit {
			return t.String
		}
	}
	return ""
}

// Panels returns the parts in which the piece is printed, each with the welds at its seams, in the order of reading; one
// where nothing is welded. What the outer edges need is not in them.
func (f *Finishing) Panels() []Rect {
	var panels []Rect
	along := f.Trim.H
	if f.Upright {
		along = f.Trim.W
	}
	cuts := append(append([]MM{0}, f.Seams...), along)
	for i := range len(cuts) - 1 {
		from, to := cuts[i], cuts[i+1]
		if i > 0 {
			from -= f.Weld
		}
		if i < len(f.Seams) {
			to += f.Weld
		}
		panel := Rect{0, from, f.Trim.W, to - from}
		if f.Upright {
			panel = Rect{from, 0, to - from, f.Trim.H}
		}
		panels = append(panels, panel)
	}
	return panels
}

// Panel returns the part of a page that one panel prints, as a page of its own. It has bleed at the edges of the piece and
// none at its seams.
func (f *Finishing) Panel(page *Page, i int) *Page {
	panel := f.Panels()[i]
	bleed, trim := page.Bleed, page.TrimBox()
	if panel.Y > trim.Y {
		bleed.Top = 0
	}
	if panel.X > trim.X {
		bleed.Left = 0
	}
	if panel.Bottom() < trim.Bottom() {
		bleed.Bottom = 0
	}
	if panel.Right() < trim.Right() {
		bleed.Right = 0
	}
	return page.crop(panel, bleed)
}
