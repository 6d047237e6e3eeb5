package print

import "fmt"

// Paper is a sheet of an office printer, upright.
type Paper struct {
	Code string
	Size Size
}

// Papers lists the sheets that office printers take.
var Papers = []Paper{{"a4", Size{210, 297}}, {"a3", Size{297, 420}}}

// What a tiled piece needs around it on each sheet: printers leave 4 to 6 mm white, and guides and names need room.
const (
	sheetMargin MM = 11
	sheetSpill  MM = 3   // of the bleed, printed beyond the piece's own edges: a cut is never exact
	tickGap     MM = 3.5 // between the picture and a tick
	tickLength  MM = 4
	tickWidth   MM = 0.2
)

// StandardOverlap is how far neighbouring sheets overlap for the glue.
const StandardOverlap MM = 10

// Tiling divides a piece onto sheets of paper that are cut and glued together: rows from A, columns from 1. Sheets
// overlap; the picture on each ends where its neighbour's cut edge comes to lie, and the overlap to the right and
// below is for the glue.
type Tiling struct {
	Columns, Rows int
	Overlap       MM
	studio        *Studio
	page          *Page
	name          string
	paper         Paper
	sheet         Size // the paper as it lies
	live          Size // of it that bears the picture
	maps          []assemblyMap
}

// Tiling plans the sheets for a page. The sheet lies so that fewer are needed. A page that fits on one sheet stays as it is.
func (s *Studio) Tiling(page *Page, name string, paper Paper, overlap MM) *Tiling {
	t := &Tiling{studio: s, page: page, name: name, paper: paper, Overlap: min(max(overlap, 0), paper.Size.W/4)}
	t.lay(paper.Size)
	upright := *t
	if t.lay(Size{paper.Size.H, paper.Size.W}); upright.Sheets() <= t.Sheets() {
		*t = upright
	}
	if t.Sheets() > 1 {
		t.planMaps()
	}
	return t
}

// lay counts the sheets when they lie as given.
func (t *Tiling) lay(sheet Size) {
	t.sheet = sheet
	t.live = Size{sheet.W - 2*sheetMargin, sheet.H - 2*sheetMargin}
	count := func(length, live MM) int { return gaps(length-t.Overlap, live-t.Overlap) }
	t.Columns, t.Rows = count(t.page.Trim.W, t.live.W), count(t.page.Trim.H, t.live.H)
	if t.page.Trim.W <= sheet.W+0.01 && t.page.Trim.H <= sheet.H+0.01 {
		t.Columns, t.Rows = 1, 1
	}
}

// Sheets returns the number of sheets that bear the piece.
func (t *Tiling) Sheets() int { return t.Columns * t.Rows }

// Len returns the number of pages: the assembly maps, then the sheets, row by row.
func (t *Tiling) Len() int { return len(t.maps) + t.Sheets() }

// Page returns a page.
func (t *Tiling) Page(i int) *Page {
	switch {
	case i < len(t.maps):
		return t.maps[i].page()
	case t.Sheets() == 1:
		whole := *t.page
		whole.Bleed, whole.Slug = Sides{}, Sides{}
		return &whole
	}
	i -= len(t.maps)
	return t.tile(i/t.Columns, i%t.Columns)
}

// Area returns the part of the piece that a sheet shows, overlaps included.
func (t *Tiling) Area(row, column int) Rect {
	x, y := MM(column)*(t.live.W-t.Overlap), MM(row)*(t.live.H-t.Overlap)
	return Rect{x, y, min(t.live.W, t.page.Trim.W-x), min(t.live.H, t.page.Trim.H-y)}
}

// SheetName names a sheet by its row and column, both counted from 0: "A1", "B12", "AA3".
func SheetName(row, column int) string {
	letters := ""
	for n := row + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return fmt.Sprintf("%s%d", letters, column+1)
}

// tile is one sheet being drawn.
type tile struct {
	*Tiling
	row, column int
	sheet       *Page
	picture     Rect // on the sheet
	outer       struct{ top, right, bottom, left bool }
}

func (t *Tiling) tile(row, column int) *Page {
	area := t.Area(row, column)
	d := tile{Tiling: t, row: row, column: column, sheet: &Page{Trim: t.sheet, Scale: 1}}
	d.picture = Rect{sheetMargin, sheetMargin, area.W, area.H}
	d.outer.top, d.outer.bottom = row == 0, row == t.Rows-1
	d.outer.left, d.outer.right = column == 0, column == t.Columns-1
	at := placing{k: 1, dx: sheetMargin - area.X, dy: sheetMargin - area.Y}
	d.sheet.Add(at.window(t.page, area.Outset(d.spill())))
	d.ticks()
	d.glue()
	d.label()
	return d.sheet
}

// spill is the bleed at those edges that are edges of the piece.
func (d *tile) spill() Sides {
	part := func(outer bool, bleed MM) MM {
		if outer {
			return min(bleed, sheetSpill)
		}
		return 0
	}
	b := d.page.Bleed
	return Sides{part(d.outer.top, b.Top), part(d.outer.right, b.Right), part(d.outer.bottom, b.Bottom), part(d.outer.left, b.Left)}
}

func (d *tile) line(x1, y1, x2, y2 MM, dash ...MM) {
	line := stroke(Black, tickWidth, polyline(Point{x1, y1}, Point{x2, y2}))
	line.Dash = dash
	d.sheet.Add(line)
}

// across draws ticks in the left and right margins, at a height; along draws them above and below.
func (d *tile) across(y MM, dash ...MM) {
	r := d.picture
	d.line(r.X-tickGap-tickLength, y, r.X-tickGap, y, dash...)
	d.line(r.Right()+tickGap, y, r.Right()+tickGap+tickLength, y, dash...)
}

func (d *tile) along(x MM, dash ...MM) {
	r := d.picture
	d.line(x, r.Y-tickGap-tickLength, x, r.Y-tickGap, dash...)
	d.line(x, r.Bottom()+tickGap, x, r.Bottom()+tickGap+tickLength, dash...)
}

// ticks draws where to cut: at the left and at the top always, at the right and at the bottom where the piece ends.
func (d *tile) ticks() {
	r := d.picture
	d.across(r.Y)
	d.along(r.X)
	if d.outer.bottom {
		d.across(r.Bottom())
	}
	if d.outer.right {
		d.along(r.Right())
	}
}

// glue draws where the next sheets' cut edges come to lie, and grey bars along what is covered with glue.
func (d *tile) glue() {
	const thick, grey = 1.5, 35
	r, ink := d.picture, Ink{K: grey}
	if x := r.Right() - d.Overlap; !d.outer.right {
		d.along(x, 1, 0.6)
		for _, y := range []MM{r.Y - tickGap - thick, r.Bottom() + tickGap} {
			d.sheet.Add(fill(ink, RectPath(Rect{x, y, d.Overlap, thick})))
		}
	}
	if y := r.Bottom() - d.Overlap; !d.outer.bottom {
		d.across(y, 1, 0.6)
		for _, x := range []MM{r.X - tickGap - thick, r.Right() + tickGap} {
			d.sheet.Add(fill(ink, RectPath(Rect{x, y, thick, d.Overlap})))
		}
	}
}

// label names the sheet and its neighbours at the foot of the paper.
func (d *tile) label() {
	text := SheetName(d.row, d.column)
	if !d.outer.right {
		text += " · dải xám bên phải: dán " + SheetName(d.row, d.column+1)
	}
	if !d.outer.bottom {
		text += " · dải xám bên dưới: dán " + SheetName(d.row+1, d.column)
	}
	d.studio.foot(d.sheet, text+" · "+d.name)
}

// foot sets a line at the foot of an office sheet, beside the ticks.
func (s *Studio) foot(page *Page, text string) {
	set := setting{face: s.face(slugFace), ink: Black, min: 1, max: 8, lines: 1, pitch: 1.9, outlined: false}
	b := s.fit(text, set, page.Trim.W-2*sheetMargin-2*tickLength-60, 0)
	page.Add(b.at(sheetMargin+2*tickLength, page.Trim.H-5.2)...)
}
