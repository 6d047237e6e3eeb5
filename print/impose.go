package print

import (
	"fmt"
	"sync"
)

// SheetPapers lists the sheets onto which several pages may be put, from the smallest: those of the office, and the
// oversize sheet of print shops, which leaves room for bleed and marks around A3.
var SheetPapers = append(Papers[:len(Papers):len(Papers)], Paper{"sra3", Size{320, 450}})

// NoRoom says that so many pages don't go onto a sheet of any of the papers.
type NoRoom struct {
	Up     int
	Page   Size
	Papers []Paper
}

// Error describes the failure for a log.
func (n *NoRoom) Error() string {
	return fmt.Sprintf("no room for %d pages of %g × %g mm on a sheet of %v", n.Up, n.Page.W, n.Page.H, n.Papers)
}

// Imposition puts several pages of one size on each sheet, so that the whole stack of sheets is cut at once and the
// piles, laid one on the other from the first place to the last, are in order (cut and stack): of n pages, place p of
// sheet k bears page p·⌈n/up⌉ + k.
type Imposition struct {
	Paper         Paper
	Sheet         Size // the paper as it lies
	Columns, Rows int
	Gutter        MM // between neighbours; 0 where one cut parts them

	blank  *Page
	lock   sync.Mutex
	unders map[string]*Page // by which places are taken
}

// Impose plans sheets with up pages such as blank. Without a paper it takes the smallest on which they have room; without
// a gutter, one for the bleed of both neighbours where the sheet has room for it, and none where it hasn't.
func Impose(blank *Page, up int, paper *Paper, gutter *MM) (*Imposition, error) {
	papers := SheetPapers
	if paper != nil {
		papers = []Paper{*paper}
	}
	bleed := blank.Bleed
	gutters := []MM{max(bleed.Left+bleed.Right, bleed.Top+bleed.Bottom), 0}
	if gutter != nil {
		gutters = []MM{max(0, *gutter)}
	}
	for _, p := range papers {
		for _, gutter := range gutters {
			if im := impose(blank.Trim, up, p, gutter); im != nil {
				im.blank, im.unders = blank, map[string]*Page{}
				return im, nil
			}
		}
	}
	return nil, &NoRoom{up, blank.Trim, papers}
}

// impose arranges pages in rows and columns, upright sheets before lying ones, or returns nil.
func impose(page Size, up int, paper Paper, gutter MM) *Imposition {
	const tolerance = 0.01
	for _, sheet := range []Size{paper.Size, {paper.Size.H, paper.Size.W}} {
		for columns := 1; columns <= up; columns++ {
			im := &Imposition{Paper: paper, Sheet: sheet, Columns: columns, Rows: up / columns, Gutter: gutter}
			if used := im.used(page); up%columns == 0 && used.W <= sheet.W+tolerance && used.H <= sheet.H+tolerance {
				return im
			}
		}
	}
	return nil
}

// used returns the size of all pages and the gutters between them.
func (im *Imposition) used(page Size) Size {
	c, r := MM(im.Columns), MM(im.Rows)
	return Size{c*page.W + (c-1)*im.Gutter, r*page.H + (r-1)*im.Gutter}
}

// Up is how many pages a sheet has room for.
func (im *Imposition) Up() int { return im.Columns * im.Rows }

// Sheets returns how many sheets count pages take.
func (im *Imposition) Sheets(count int) int { return (count + im.Up() - 1) / im.Up() }

// At returns which of count pages stands at a place of a sheet, all counted from 0; -1 where the place stays empty.
func (im *Imposition) At(sheet, place, count int) int {
	if i := place*im.Sheets(count) + sheet; i < count {
		return i
	}
	return -1
}

// Place returns where a page lies on the sheet: row by row, from the left.
func (im *Imposition) Place(place int) Rect {
	page := im.blank.Trim
	used := im.used(page)
	return Rect{
		(im.Sheet.W-used.W)/2 + MM(place%im.Columns)*(page.W+im.Gutter),
		(im.Sheet.H-used.H)/2 + MM(place/im.Columns)*(page.H+im.Gutter), page.W, page.H,
	}
}

// Page returns a sheet with the given pages at its places; nil leaves one empty. What the pages share, the sheets share.
func (im *Imposition) Page(pages []*Page) *Page {
	out := &Page{Trim: im.Sheet, Scale: 1, Under: im.under(pages)}
	for place, p := range pages {
		if p != nil {
			at := im.Place(place)
			out.Add(placing{k: 1, dx: at.X, dy: at.Y}.items(p.Items)...)
		}
	}
	return out
}

// under returns what lies under the pages of a sheet, and the marks. Sheets on which the same places are taken share it.
func (im *Imposition) under(pages []*Page) *Page {
	key := ""
	for _, p := range pages {
		key += map[bool]string{true: "x", false: "-"}[p != nil]
	}
	im.lock.Lock()
	defer im.lock.Unlock()
	if im.unders[key] == nil {
		under := &Page{Trim: im.Sheet, Scale: 1}
		for place, p := range pages {
			if p != nil {
				at := im.Place(place)
				pl := placing{k: 1, dx: at.X, dy: at.Y}
				under.Add(pl.window(im.blank, im.blank.TrimBox().Outset(im.bleed(place))))
			}
		}
		im.marks(under)
		im.unders[key] = under
	}
	return im.unders[key]
}

// bleed is what a page shows beyond its trim: half of a gutter at most, and no more than the sheet has.
func (im *Imposition) bleed(place int) Sides {
	at, b := im.Place(place), im.blank.Bleed
	side := func(bleed, room MM, inner bool) MM {
		if inner {
			room = im.Gutter / 2
		}
		return max(0, min(bleed, room))
	}
	row, column := place/im.Columns, place%im.Columns
	return Sides{
		Top: side(b.Top, at.Y, row > 0), Right: side(b.Right, im.Sheet.W-at.Right(), column < im.Columns-1),
		Bottom: side(b.Bottom, im.Sheet.H-at.Bottom(), row < im.Rows-1), Left: side(b.Left, at.X, column > 0),
	}
}

// cutWidth is that of a cut mark: half of it stays on each piece where there is no room beside them.
const cutWidth MM = 0.1

// marks draws where to cut. They stand at the same places of all sheets, so that those of the topmost hold for the stack.
func (im *Imposition) marks(page *Page) {
	first, last := im.Place(0), im.Place(im.Up()-1)
	out, back := im.bleed(0), im.bleed(im.Up()-1)
	xs, ys := im.cuts()
	for _, x := range xs {
		for _, s := range cutMarks(x, im.Sheet.W, first.Y-out.Top, last.Bottom()+back.Bottom, im.Sheet.H) {
			page.Add(stroke(Registration, cutWidth, polyline(Point{x, s[0]}, Point{x, s[1]})))
		}
	}
	for _, y := range ys {
		for _, s := range cutMarks(y, im.Sheet.H, first.X-out.Left, last.Right()+back.Right, im.Sheet.W) {
			page.Add(stroke(Registration, cutWidth, polyline(Point{s[0], y}, Point{s[1], y})))
		}
	}
}

// cuts returns where the stack is cut, from the left and from the top. Neighbours without a gutter share a cut.
func (im *Imposition) cuts() (xs, ys []MM) {
	both := func(list []MM, from, to MM, first bool) []MM {
		if first || im.Gutter > 0 {
			list = append(list, from)
		}
		return append(list, to)
	}
	for column := range im.Columns {
		at := im.Place(column)
		xs = both(xs, at.X, at.Right(), column == 0)
	}
	for row := range im.Rows {
		at := im.Place(row * im.Columns)
		ys = both(ys, at.Y, at.Bottom(), row == 0)
	}
	return xs, ys
}

// cutMarks returns from where to where the two marks of a cut go, along a side of the given length: before and after what
// is printed, or, where there is no room, over its ends. The edge of the sheet needs no cut.
func cutMarks(cut, side, from, to, length MM) [][2]MM {
	const edge, least = 0.5, 2
	if cut < edge || cut > side-edge {
		return nil
	}
	before, after := [2]MM{0, markLength}, [2]MM{length - markLength, length}
	if room := from - markGap; room >= least {
		before = [2]MM{room - min(markLength, room), room}
	}
	if room := length - to - markGap; room >= least {
		after = [2]MM{to + markGap, to + markGap + min(markLength, room)}
	}
	return [][2]MM{before, after}
}
