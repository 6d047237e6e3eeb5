package print

// The sizes of printer's marks on a piece of up to 600 mm; on a larger one they grow with its longer side, so that
// they can still be seen, and can be read when the file is a tenth.
const (
	markGap    MM = 2 // between bleed and mark: a mark in the bleed could be cut off late, and show
	markLength MM = 5 // of a crop mark, and of a registration target's cross
	markWidth  MM = 0.25 * 25.4 / 72
	patchSide  MM = 4 // of the colour bar
	slugSize   Pt = 7
	markGrowth MM = 600
)

// slugFace sets the slug line.
const slugFace = "BeVietnamPro_500Medium"

// marks draws around one page.
type marks struct {
	page  *Page
	bleed Rect
	u     MM // how much larger than on a small piece
}

// Marked returns the page with printer's marks around it: crop marks, registration targets, a colour bar and the
// slug line, which may be "". All of them lie in the slug, outside the bleed, and whatever p draws there is
// covered; p and its items stay as they are.
func (s *Studio) Marked(p *Page, slug string) *Page {
	page := *p
	m := marks{page: &page, bleed: p.BleedBox(), u: markUnit(p)}
	band := (markGap + markLength + markGap) * m.u
	page.Slug = AllSides(band)
	line := s.slugLine(slug, m.bleed.W+2*(markLength+markGap)*m.u, m.u)
	if !line.empty() {
		page.Slug.Bottom += line.height() + 2*markGap*m.u
	}
	page.Items = append([]Item(nil), p.Items...)
	page.Add(fill(White, framePath(page.MediaBox(), m.bleed)))
	m.crop()
	m.register()
	m.colourBar()
	page.Add(line.below(m.bleed.X-(markLength+markGap)*m.u, m.bleed.Bottom()+band)...)
	return &page
}

// markUnit returns how much larger than on a small piece the marks are. Marks must not be what makes a piece too long for
// a PDF page and sends it out at a tenth, so they shrink where the room is short.
func markUnit(p *Page) MM {
	unit := max(1, max(p.Trim.W, p.Trim.H)/markGrowth)
	bleed := p.BleedBox()
	const bands, slugLines = 2 * (markGap + markLength + markGap), 10 // the slug lines stand below
	if room := min((longestSide-bleed.W)/bands, (longestSide-bleed.H)/(bands+slugLines)); room >= 1 {
		unit = min(unit, room)
	}
	return unit
}

// slugLine sets the slug line in as many lines as it needs.
func (s *Studio) slugLine(text string, width, u MM) *block {
	set := setting{face: s.face(slugFace), ink: Black, pitch: 1.9, outlined: true}
	m := s.measure(text, set)
	size := slugSize * Pt(u)
	b := m.running(size, width)
	if !b.fits { // one word is wider than a tiny piece
		b = m.running(size*Pt(width/b.ink.W)*0.99, width)
	}
	return b
}

func (m marks) line(x1, y1, x2, y2 MM) {
	m.page.Add(stroke(Registration, markWidth*m.u, polyline(Point{x1, y1}, Point{x2, y2})))
}

// crop draws the eight lines along which the piece is cut.
func (m marks) crop() {
	trim, out, in := m.page.TrimBox(), (markGap+markLength)*m.u, markGap*m.u
	for _, y := range []MM{trim.Y, trim.Bottom()} {
		m.line(m.bleed.X-out, y, m.bleed.X-in, y)
		m.line(m.bleed.Right()+in, y, m.bleed.Right()+out, y)
	}
	for _, x := range []MM{trim.X, trim.Right()} {
		m.line(x, m.bleed.Y-out, x, m.bleed.Y-in)
		m.line(x, m.bleed.Bottom()+in, x, m.bleed.Bottom()+out)
	}
}

// register draws a target at the middle of each side, which shows whether the plates lie on one another.
func (m marks) register() {
	c, out := m.page.TrimBox().Center(), (markGap+markLength/2)*m.u
	for _, at := range []Point{
		{c.X, m.bleed.Y - out}, {m.bleed.Right() + out, c.Y}, {c.X, m.bleed.Bottom() + out}, {m.bleed.X - out, c.Y},
	} {
		arm := markLength / 2 * m.u
		m.line(at.X-arm, at.Y, at.X+arm, at.Y)
		m.line(at.X, at.Y-arm, at.X, at.Y+arm)
		m.page.Add(stroke(Registration, markWidth*m.u, CirclePath(at, arm/2)))
	}
}

// barInks are the patches of the colour bar: the plates, their overprints, and a grey to judge the dot gain.
var barInks = []Ink{{C: 100}, {M: 100}, {Y: 100}, {K: 100}, {M: 100, Y: 100}, {C: 100, Y: 100}, {C: 100, M: 100}, {K: 50}}

// colourBar draws the patches above the left half of the piece, smaller where there is little room.
func (m marks) colourBar() {
	room := m.page.Trim.W/2 - (markLength/2+2*markGap)*m.u
	side := min(patchSide*m.u, room/MM(len(barInks)))
	if side < 1 {
		return // a press can't measure less
	}
	x, y := markGap*m.u, m.bleed.Y-(markGap+markLength/2)*m.u-side/2
	for i, ink := range barInks {
		m.page.Add(fill(ink, RectPath(Rect{x + MM(i)*side, y, side, side})))
	}
}
