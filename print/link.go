package print

import (
	"strings"

	"tiengtrong/app"
)

// quietZone is how many modules around a QR code stay white (ISO/IEC 18004, clause 5.3.8).
const quietZone = 4

// linkCard is a white card with a QR code and what it leads to.
type linkCard struct {
	box     Rect
	code    [][]bool // rows of modules; a black one is true
	caption []*block
	above   bool // the picture, not beside it
}

// module returns the width of a module of the code.
func (c *linkCard) module() MM { return c.box.W / MM(len(c.code)+2*quietZone) }

// linkShare is how much of the shorter side of a poster its card takes: so much that a preview of 300 pixels can still be
// scanned.
const linkShare MM = 0.3

// setLink makes the card of a poster's link: at the lower right of the picture's place, and on a landscape sheet, where that
// is high, at its upper right. It is nil where there is no link.
func (l *posterLayout) setLink(link string) *linkCard {
	link = app.Clean(link)
	if link == "" {
		return nil
	}
	c := &linkCard{code: codeOf(link)}
	if c.code == nil {
		return nil
	}
	width := min(l.short*linkShare, l.art.W*0.7)
	for range 2 { // the second time no higher than the picture
		c.box.W = width
		c.caption = l.linkCaption(link, width-2*quietZone*c.module())
		c.box.H = width + c.captionHeight()
		width *= min(1, l.art.H*0.92/c.box.H)
	}
	gap, margin := l.short*0.028, l.short*MM(l.style.Margin)
	c.box.X, c.box.Y = min(l.art.Right()-gap, l.page.Trim.W-margin)-c.box.W, l.art.Bottom()-gap-c.box.H
	if c.above = l.landscape(); c.above {
		c.box.Y = margin
	}
	return c
}

// linkCaption sets the lines under the code: what to do, and the address for those who type it.
func (l *posterLayout) linkCaption(link string, width MM) []*block {
	set := setting{face: l.face(l.style.Faces.Strong), ink: Black, min: (width * 0.03).Pt(), max: (width * 0.13).Pt(), lines: 1, pitch: 1.6, align: 0.5}
	caption := []*block{l.fit("Quét mã để mở", set, width, 0)}
	_, address, _ := strings.Cut(link, "://")
	set.face, set.max, set.min = l.face(l.style.Faces.Text), (width * 0.085).Pt(), max((width*0.045).Pt(), 4.5)
	if b := l.fit(strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/"), set, width, 0); b.fits && len(b.missing) == 0 {
		caption = append(caption, b)
	}
	return caption
}

func (c *linkCard) captionHeight() MM {
	h := MM(0)
	for _, b := range c.caption {
		h += b.height() + 1.5*c.module()
	}
	return h + 2*c.module()
}

// path returns the card's code.
func (c *linkCard) path() Path {
	return codePath(c.code, Point{c.box.X + quietZone*c.module(), c.box.Y + quietZone*c.module()}, c.module())
}

// codePath returns the black modules of a code as one path, so that no light shows between them: at is the upper left corner of
// the first module, m the side of each.
func codePath(code [][]bool, at Point, m MM) Path {
	var p Path
	for row, modules := range code {
		for from := 0; from < len(modules); from++ {
			to := from
			for to < len(modules) && modules[to] {
				to++
			}
			if to > from {
				p = append(p, RectPath(Rect{at.X + m*MM(from), at.Y + m*MM(row), m * MM(to-from), m})...)
				from = to
			}
		}
	}
	return p
}

// beside returns what the card leaves of the picture's place to a drawing.
func (c *linkCard) beside(art Rect) Rect {
	if c == nil {
		return art
	}
	if !c.above {
		art.W = c.box.X - art.X
		return art
	}
	art.H -= c.box.Bottom() - art.Y
	art.Y = c.box.Bottom()
	return art
}

// placeLink draws the card over the picture.
func (l *posterLayout) placeLink(c *linkCard) {
	if c == nil {
		return
	}
	m := c.module()
	l.page.Whole = append(l.page.Whole, c.box)
	l.page.Add(fill(White, roundedPath(c.box, 2.5*m)), fill(Black, c.path()))
	y := c.box.Y + c.box.W - 1.5*m // the last rows of the quiet zone are above the caption's first letters
	for _, b := range c.caption {
		y += 1.5 * m
		l.place(b, c.box.X+quietZone*m, y+b.rise)
		y += b.height()
	}
}
