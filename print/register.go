package print

import (
	"strconv"

	"tiengtrong/app"
)

// bookColumns are the columns of a sổ khen thưởng, with what a line writes into each. The widths are the largest: a column
// that fits is as wide as its longest text, and the achievement has what the others leave.
var bookColumns = []struct {
	title string
	width MM
	fits  bool
	align alignment
	text  func(app.BookLine) string
}{
	{"TT", 10, false, centred, func(l app.BookLine) string { return strconv.Itoa(l.Row) }},
	{"Số vào sổ", 34, true, centred, func(l app.BookLine) string { return l.Number }},
	{"Họ và tên", 45, true, flushLeft, func(l app.BookLine) string { return l.Facts.Name }},
	{"Ngày sinh", 22.5, false, centred, func(l app.BookLine) string { return l.Facts.Born.Short() }},
	{"Lớp", 15, true, centred, func(l app.BookLine) string { return l.Facts.Class }},
	{"Danh hiệu, thành tích", 0, false, flushLeft, func(l app.BookLine) string { return l.Achievement }},
	{"Quyết định số", 30, true, centred, func(l app.BookLine) string { return l.Decision }},
	{"Ngày cấp", 22.5, false, centred, func(l app.BookLine) string { return l.Issued.Short() }},
	{"Ký nhận", 18, false, centred, func(app.BookLine) string { return "" }},
	{"Ghi chú", 33, false, flushLeft, func(l app.BookLine) string { return l.Note }},
}

// The column that has the rest of the width, and those whose text is drawn through in the line of a void number.
const achievementColumn, firstStruck, lastStruck = 5, 1, 7

const (
	bookSize      Pt = 11.5 // of the table
	bookTitleSize Pt = 18
	bookSignWidth MM = 90 // of each signature
)

// bookMargins leave room at the left for the binding.
var bookMargins = Sides{Top: 17, Right: 10, Bottom: 12, Left: 22}

// RegisterBook is an event's sổ khen thưởng on A4 landscape, in black: the heading, a line for each number that was given,
// with the void ones drawn through, the totals and the signatures. Its lines are set, its pages are drawn as they are asked for.
type RegisterBook struct {
	studio   *Studio
	event    *app.Event
	lines    []app.BookLine
	table    *table
	count    int
	problems []app.Problem
}

// Register sets the event's sổ khen thưởng.
func (s *Studio) Register(e *app.Event) *RegisterBook {
	b := &RegisterBook{studio: s, event: e, lines: e.Book()}
	d := b.document()
	b.table = d.bookTable(b.lines)
	b.problems = d.problems
	b.problems = append(b.problems, b.draw(func(*Page) { b.count++ })...)
	return b
}

// Len returns the number of pages, and Problems what is wrong with them.
func (b *RegisterBook) Len() int                { return b.count }
func (b *RegisterBook) Problems() []app.Problem { return b.problems }

// Pages draws the pages, one after the other.
func (b *RegisterBook) Pages(yield func(*Page) bool) {
	more := true
	b.draw(func(p *Page) { more = more && yield(p) })
}

func (b *RegisterBook) document() *document {
	subject := app.Subject{Kind: app.OfEvent, ID: b.event.ID, Name: b.event.Title}
	return b.studio.newDocumentOn(Size{297, 210}, bookMargins, subject)
}

// draw hands out the pages, and returns what is wrong with them.
func (b *RegisterBook) draw(emit func(*Page)) []app.Problem {
	d := b.document()
	d.emit = emit
	d.letterhead(b.event.School)
	d.bookTitle(b.event)
	opening := d.set(style(textSize, flushLeft), d.safe.W, run{face: uprightFace, text: app.BookOpening(b.lines)})
	signatures := d.bookSignatures(b.event.School)
	closing := func(pages int) *column {
		return d.set(style(textSize, flushLeft), d.safe.W, run{face: boldFace, text: app.BookClosing(b.lines, pages)})
	}
	const gap = 2 * paragraphGap
	d.putTable(opening, b.table, paragraphGap+closing(len(b.lines)).height()+gap+signatures.height)
	d.y += paragraphGap
	d.flow(closing(d.count()), d.safe.X)
	d.y += gap
	d.putPanel(signatures)
	d.finish()
	return d.problems
}

// bookTitle sets the name of the book, its year, and the event.
func (d *document) bookTitle(e *app.Event) {
	d.y += 4
	d.flow(d.set(style(bookTitleSize, centred), d.safe.W, run{face: boldFace, text: app.BookTitle, caps: true}), d.safe.X)
	d.flow(d.set(style(titleSize, centred), d.safe.W, run{face: boldFace, text: e.BookSpan()}), d.safe.X)
	d.flow(d.set(style(textSize, centred), d.safe.W, run{face: italicFace, text: e.Title}), d.safe.X)
	d.y += 2
}

// bookTable sets the lines. Texts that many have in common, such as a class, are set once.
func (d *document) bookTable(book []app.BookLine) *table {
	t := &table{widths: d.bookWidths(book)}
	for i, c := range bookColumns {
		t.head.cells = append(t.head.cells, d.bookCell(t.widths[i], centred, boldFace, c.title))
	}
	type place struct {
		column int
		text   string
	}
	known := map[place]*column{}
	for _, l := range book {
		var r row
		for i, c := range bookColumns {
			at := place{i, c.text(l)}
			cell := known[at]
			if cell == nil {
				cell = d.bookCell(t.widths[i], c.align, uprightFace, at.text)
				known[at] = cell
			}
			if !l.InForce() && i >= firstStruck && i <= lastStruck {
				void := *cell
				void.struck = true
				cell = &void
			}
			r.cells = append(r.cells, cell)
		}
		t.rows = append(t.rows, r)
	}
	return t
}

// bookWidths returns how wide the columns are, so that they fill the sheet.
func (d *document) bookWidths(book []app.BookLine) []MM {
	widths := make([]MM, len(bookColumns))
	rest := d.safe.W
	for i, c := range bookColumns {
		widths[i] = c.width
		if c.fits {
			longest := d.bookCell(c.width, centred, boldFace, c.title).longest()
			for _, l := range book {
				if cell := d.bookCell(c.width, c.align, uprightFace, c.text(l)); len(cell.lines) > 0 {
					longest = max(longest, cell.longest())
				}
			}
			widths[i] = longest + 2*cellSide + 0.1
		}
		rest -= widths[i]
	}
	widths[achievementColumn] = rest
	return widths
}

func (d *document) bookCell(width MM, align alignment, face, text string) *column {
	return d.set(style(bookSize, align), width-2*cellSide, run{face: face, text: text})
}

// bookSignatures makes the foot of the book: who keeps it at the left, who signs for the school at the right. The day on
// which the book is closed is written by hand.
func (d *document) bookSignatures(school app.School) *panel {
	p := &panel{}
	right := d.safe.W - bookSignWidth
	middle := style(textSize, centred)
	day := d.set(middle, bookSignWidth, run{face: italicFace, text: dateline(school.Place, app.Date{})})
	p.add(day, right, 0)
	sign := func(x MM, signer app.Signatory) {
		y := day.height()
		for _, line := range []string{signer.For, signer.Title} {
			c := d.set(middle, bookSignWidth, run{face: boldFace, text: line, caps: true})
			p.add(c, x, y)
			y += c.height()
		}
		p.add(d.set(middle, bookSignWidth, run{face: boldFace, text: signer.Name}), x, y+signingRoom)
	}
	sign(0, app.Signatory{Title: "Người ghi sổ"})
	sign(right, school.Head)
	return p
}
