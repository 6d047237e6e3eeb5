package print

import (
	"fmt"
	"strconv"
	"strings"

	"tiengtrong/app"
)

// The faces of documents. Tinos has the metrics of Times New Roman, which Nghị định 30/2020/NĐ-CP, Phụ lục I, asks
// for.
const (
	uprightFace    = "Tinos_400Regular"
	italicFace     = "Tinos_400Regular_Italic"
	boldFace       = "Tinos_700Bold"
	boldItalicFace = "Tinos_700Bold_Italic"
)

// The sizes of Phụ lục I, each within the range that it gives.
const (
	headSize   Pt = 12 // quốc hiệu and agencies: 12 to 13
	textSize   Pt = 13 // tiêu ngữ, number, date, text, signature, page number: 13 to 14
	titleSize  Pt = 14 // kind of document and its subject: 13 to 14
	sendToSize Pt = 12 // "Nơi nhận:"
	listSize   Pt = 11 // what stands under it
	tableSize  Pt = 13 // as the text
)

// documentMargins lie within the ranges of Phụ lục I: 20 to 25 mm at the top and at the foot, 30 to 35 at the left,
// 15 to 20 at the right.
var documentMargins = Sides{Top: 20, Right: 15, Bottom: 20, Left: 30}

const (
	documentLeading    = 1.22 // a little more than single spacing, which is 1.15 in Times
	paragraphGap    MM = 2.2  // Phụ lục I asks for 6 pt at least
	paragraphIndent MM = 10   // or 12.7
	lineGap         MM = 0.6  // between the lines of a heading
	ruleGap         MM = 1    // between a heading and the line under it
	ruleWidth       MM = 0.75 * 25.4 / 72
	ruleShare          = 0.4 // of the line above, which must be a third to a half
	nationWidth     MM = 90  // quốc hiệu in 12 pt is 88 mm long
	letterheadWidth MM = 110 // of the school's name on a wide sheet
	signingRoom     MM = 28  // for signature and seal
)

// document is a text on sheets, laid out from the top to the foot.
type document struct {
	*sheet
	composer *compositor
	pages    []*Page
	emit     func(*Page) // takes the pages that are complete, instead of pages
	emitted  int
	y        MM     // where the next line goes
	top      MM     // the margin in which the page's number stands
	turned   func() // sets what stands at the top of every page but the first
	slack    MM     // by which ink may stand out of the margins, as Ẳ does above its line in some faces
}

// newDocument begins an administrative document on A4.
func (s *Studio) newDocument(subject app.Subject) *document {
	return s.newDocumentOn(Size{210, 297}, documentMargins, subject)
}

// newDocumentOn begins an administrative document on any paper: every page but the first bears its number.
func (s *Studio) newDocumentOn(paper Size, margins Sides, subject app.Subject) *document {
	d := s.newPaper(subject, paper, margins)
	d.turned = d.number
	return d
}

// newPaper begins a document of any look on sheets of the given size.
func (s *Studio) newPaper(subject app.Subject, size Size, margins Sides) *document {
	d := &document{sheet: s.newSheet(float64(size.W), float64(size.H), 0, 0, subject), composer: newCompositor(s), turned: func() {}}
	d.safe, d.top = d.page.TrimBox().Inset(margins), margins.Top
	d.pages, d.y = []*Page{d.page}, d.safe.Y
	return d
}

// turn begins the next page.
func (d *document) turn() {
	if d.emit != nil {
		d.finish()
	}
	d.page = &Page{Trim: d.page.Trim, Scale: 1}
	d.pages = append(d.pages, d.page)
	d.y = d.safe.Y
	d.turned()
}

// finish hands the page on that is complete.
func (d *document) finish() {
	d.emit(d.page)
	d.emitted++
	d.pages = d.pages[:0]
}

// count is how many pages there are so far.
func (d *document) count() int { return d.emitted + len(d.pages) }

// number sets the page's number in the middle of the top margin.
func (d *document) number() {
	number := d.set(style(textSize, centred), d.safe.W, run{face: uprightFace, text: strconv.Itoa(d.count())})
	d.page.Add(number.at(d.safe.X, (d.top-number.height())*0.6)...)
}

// room returns the height that is free on the page.
func (d *document) room() MM { return d.safe.Bottom() - d.y }

// style returns black, searchable prose of a size.
func style(size Pt, align alignment) prose {
	return prose{size: size, leading: documentLeading, align: align, ink: Black}
}

// set makes a column, and reports the letters that its faces lack.
func (d *document) set(p prose, width MM, runs ...run) *column {
	c := d.composer.set(p, width, runs...)
	for _, r := range d.composer.missing {
		d.problem("missing-glyph", app.Error, "letter", string(r))
	}
	d.composer.missing = nil
	return c
}

// put draws a column with its upper left corner at x, y, and reports what stands out of the margins.
func (d *document) put(c *column, x, y MM) {
	items := c.at(x, y)
	d.page.Add(items...)
	for _, item := range items {
		t := item.(*Text)
		ink := t.Bounds()
		if !d.safe.Outset(AllSides(d.slack)).Contains(Rect{t.At.X, ink.Y, t.Width(), ink.H}) {
			d.problem(d.tooLong, app.Error, "text", t.String)
			return
		}
	}
}

// flow puts a column at x, on as many pages as it takes. A page neither begins nor ends with one line of several.
func (d *document) flow(c *column, x MM) {
	for left := len(c.lines); left > 0; left = len(c.lines) {
		n := min(left, int((d.room()+0.001)/c.pitch))
		if n == left-1 {
			n--
		}
		if n <= 1 && n < left {
			n = 0
		}
		if n == 0 && d.y > d.safe.Y {
			d.turn()
			continue
		}
		n = max(n, 1)
		d.put(c.part(0, n), x, d.y)
		d.y += MM(n) * c.pitch
		c = c.part(n, left)
	}
}

// rule draws a line of the given length about the middle of a column that begins at x; none under an empty text.
func (d *document) rule(x, width, length, y MM) {
	if length <= 0 {
		return
	}
	from := x + (width-length)/2
	d.page.Add(stroke(Black, ruleWidth, polyline(Point{from, y}, Point{from + length, y})))
}

// head sets what stands above a document: at the left the agency above, the school and the document's number, at
// the right quốc hiệu and tiêu ngữ, place and date.
func (d *document) head(school app.School, number string, issued app.Date) {
	leftWidth := d.letterhead(school)
	right := d.safe.Right() - nationWidth
	middle := style(textSize, centred)
	no := d.set(middle, leftWidth, run{face: uprightFace, text: "Số: " + number})
	date := d.set(middle, nationWidth, run{face: italicFace, text: dateline(school.DatePlace(), issued)})
	d.put(no, d.safe.X, d.y)
	d.put(date, right, d.y)
	d.y += max(no.height(), date.height())
}

// letterhead sets the agency above and the school at the left, quốc hiệu and tiêu ngữ at the right, and returns the width
// of the left part.
func (d *document) letterhead(school app.School) (leftWidth MM) {
	bold := func(text string) run { return run{face: boldFace, text: text, caps: true} }
	small, middle := style(headSize, centred), style(textSize, centred)
	leftWidth = min(d.safe.W-nationWidth-2, letterheadWidth)
	left, right := d.safe.X, d.safe.Right()-nationWidth
	nation := d.set(small, nationWidth, bold(nationalName))
	motto := d.set(middle, nationWidth, run{face: boldFace, text: nationalMotto})
	parent := d.set(small, leftWidth, run{face: uprightFace, text: school.Parent, caps: true})
	name := d.set(small, leftWidth, bold(school.Name))
	d.put(nation, right, d.y)
	mottoY := d.y + nation.height() + lineGap
	d.put(motto, right, mottoY)
	d.rule(right, nationWidth, motto.longest(), mottoY+motto.height()+ruleGap)
	d.put(parent, left, d.y)
	face := d.face(boldFace)
	nameY := d.y + parent.height() + lineGap + middle.baseline(face) - small.baseline(face) // as tiêu ngữ stands
	d.put(name, left, nameY)
	d.rule(left, leftWidth, name.longest()*ruleShare, nameY+name.height()+ruleGap)

	d.y = max(mottoY+motto.height(), nameY+name.height()) + 3.8
	return leftWidth
}

// dateline returns place and date as a document bears them.
func dateline(place string, date app.Date) string {
	if place = app.Clean(place); place == "" {
		return date.Long()
	}
	return place + ", " + date.Long()
}

// title sets the kind of document and what it is about, with a line under it.
func (d *document) title(kind, subject string) {
	p := style(titleSize, centred)
	width := d.safe.W * 0.88
	x := d.safe.X + (d.safe.W-width)/2
	d.y += 7
	d.flow(d.set(p, width, run{face: boldFace, text: kind, caps: true}), x)
	c := d.set(p, width, run{face: boldFace, text: subject})
	d.flow(c, x)
	d.rule(x, width, c.longest()*ruleShare, d.y+ruleGap)
	d.y += 4
}

// paragraph sets a paragraph of the text, with its first line indented.
func (d *document) paragraph(runs ...run) {
	p := style(textSize, justified)
	p.indent = paragraphIndent
	c := d.set(p, d.safe.W, runs...)
	d.y += paragraphGap
	d.flow(c, d.safe.X)
}

// numbered sets a numbered heading inside the text.
func (d *document) numbered(n int, text string) *column {
	lead := style(textSize, flushLeft)
	lead.indent = paragraphIndent
	return d.set(lead, d.safe.W, run{face: boldFace, text: fmt.Sprintf("%d. %s:", n, text)})
}

// panel is a group of columns that stay together on a page.
type panel struct {
	columns []*column
	at      []Point
	height  MM
}

func (p *panel) add(c *column, x, y MM) {
	p.columns, p.at = append(p.columns, c), append(p.at, Point{x, y})
	p.height = max(p.height, y+c.height())
}

// putPanel draws a panel at the left margin and the current height.
func (d *document) putPanel(p *panel) {
	for i, c := range p.columns {
		d.put(c, d.safe.X+p.at[i].X, d.y+p.at[i].Y)
	}
	d.y += p.height
}

// signature makes the foot of a document: at the left who receives it, at the right who signs.
func (d *document) signature(receivers []string, signer app.Signatory) *panel {
	p := &panel{}
	const rightWidth MM = 80
	leftWidth := d.safe.W - rightWidth - 4
	y := MM(0)
	add := func(c *column, x MM) {
		p.add(c, x, y)
		y += c.height()
	}
	add(d.set(style(sendToSize, flushLeft), leftWidth, run{face: boldItalicFace, text: "Nơi nhận:"}), 0)
	for i, text := range receivers {
		end := ";"
		if i == len(receivers)-1 {
			end = "."
		}
		add(d.set(style(listSize, flushLeft), leftWidth, run{face: uprightFace, text: "- " + text + end}), 0)
	}
	y = 0
	bold, x := style(textSize, centred), d.safe.W-rightWidth
	add(d.set(bold, rightWidth, run{face: boldFace, text: signer.For, caps: true}), x)
	add(d.set(bold, rightWidth, run{face: boldFace, text: signer.Title, caps: true}), x)
	y += signingRoom
	add(d.set(bold, rightWidth, run{face: boldFace, text: signer.Name}), x)
	return p
}

// sentence ends a text with a full stop where it has no end.
func sentence(text string) string {
	text = strings.TrimRight(app.Clean(text), " ;,")
	if text == "" || strings.ContainsAny(lastRune(text), ".!?…”\"") {
		return text
	}
	return text + "."
}
