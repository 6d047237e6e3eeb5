package print

import "image"

// Page is one sheet as it will be printed, in millimetres of the paper that leaves the machine. Bleed and
// Slug lie outside the trim, at negative coordinates, so that nothing moves when they are switched on.
type Page struct {
	Trim  Size
	Bleed Sides // ink beyond the trim, cut off
	Slug  Sides // beyond the bleed: room for printer's marks and the slug line
	Scale int   // 10 where the page is a tenth of the finished piece; 1 otherwise
	Under *Page // what all pages of a merge share, drawn first; nil where there is none
	Items []Item

	// Shared is how many of the first items are on many pages of a merge, each time the same ones: a writer may write them once.
	Shared int

	// Aim is where all of the page has to be put for a printer that is off, from the upper left corner of the trim; the
	// zero value leaves it where it is. What lies under the page goes along, and its own Aim doesn't count.
	Aim Matrix

	Safe     Rect   // where words may stand, for people to see; zero where a layout doesn't tell
	Capitals MM     // height of the headline's capitals on the finished piece, whatever the scale; 0 where there is none
	Avoid    []Rect // pictures, faces, flags: what no seam should cross where that can be helped
	Whole    []Rect // codes: what no seam may cross, as it may cross no line of type
}

// Add appends items to the page.
func (p *Page) Add(items ...Item) { p.Items = append(p.Items, items...) }

// TrimBox returns the finished sheet.
func (p *Page) TrimBox() Rect { return Rect{0, 0, p.Trim.W, p.Trim.H} }

// BleedBox returns the trim with its bleed.
func (p *Page) BleedBox() Rect { return p.TrimBox().Outset(p.Bleed) }

// MediaBox returns the whole sheet: trim, bleed and slug.
func (p *Page) MediaBox() Rect { return p.BleedBox().Outset(p.Slug) }

// TrueSize returns the size of the finished piece.
func (p *Page) TrueSize() Size {
	s := MM(max(p.Scale, 1))
	return Size{p.Trim.W * s, p.Trim.H * s}
}

// Item is one thing on a page: a *Fill, *Stroke, *Shade, *Text, *Picture, *Clip or *Layer. A writer draws each as it
// stands; it never measures, breaks or skips.
type Item interface{ item() }

// Fill is an area of flat ink. Contours wind by the non-zero rule.
type Fill struct {
	Path Path
	Ink  Ink
}

// Stroke is a line along a path.
type Stroke struct {
	Path  Path
	Ink   Ink
	Width MM
	Dash  []MM // lengths of dash and gap in turn; nil for a solid line
	Round bool // round caps and joins; else butt caps and mitred joins
}

// Shade is an area whose ink runs from one colour to another: along the line From–To, or, where Radial, from
// the centre From outwards to the distance of To. Beyond the ends the colour stays.
type Shade struct {
	Path     Path
	From, To Point
	Inks     [2]Ink
	Between  []Stop // inks on the way, in their order; none for an even run
	Radial   bool
}

// Stop is an ink on the way from one end of a shade to the other.
type Stop struct {
	At  float32 // part of the way, from 0 to 1
	Ink Ink
}

// Stops returns all inks of the shade, its ends included.
func (s *Shade) Stops() []Stop {
	return append(append([]Stop{{0, s.Inks[0]}}, s.Between...), Stop{1, s.Inks[1]})
}

// Picture is an image stretched over a box. It is in inks and opaque: colours are separated and transparency is flattened
// before layout.
type Picture struct {
	Box   Rect
	Name  string // tells equal images apart from others: one name, one image
	Image *image.CMYK
}

// Clip shows its items only inside a box.
type Clip struct {
	Box   Rect
	Items []Item
}

// Text is one line of type in one face and size. At is the left end of its baseline.
type Text struct {
	At     Point
	Face   *Face
	Size   Pt
	Ink    Ink
	String string // NFC; every rune is in Face
	// Kerns[i] is added to the advance of the i-th rune, in thousandths of an em: kerning, letter and word
	// spacing. It is as long as String has runes.
	Kerns []float32
	// Outlined text is drawn as curves, as print shops want large type; other text stays text, to be
	// searched and copied.
	Outlined bool
}

// Layer is what people may want to see apart from the piece itself: how it is finished. A PDF keeps it as an
// optional-content group of that name; layers of one name are one group.
type Layer struct {
	Name  string
	Items []Item
	Print bool // false: for people who look at the file, and never on the piece
}

func (*Fill) item()    {}
func (*Stroke) item()  {}
func (*Shade) item()   {}
func (*Picture) item() {}
func (*Clip) item()    {}
func (*Layer) item()   {}
func (*Text) item()    {}
