package print

import "tiengtrong/app"

// imprint is how a batch is printed onto sheets that were printed before.
type imprint struct {
	lines map[app.Line]app.BlankLine
	over  *Page // what lies under all pages, over the scan of a blank; nil where there is none
}

// imprintMargin is what office printers leave white; on a blank, words may stand anywhere else.
const imprintMargin MM = 5

// Imprints prepares the design for sheets that were printed before, phôi: only the lines that aren't on them, where the
// design and the blank have them.
func (s *Studio) Imprints(e *app.Event, c app.Certificate) *Batch {
	on := &imprint{lines: map[app.Line]app.BlankLine{}}
	for _, line := range app.Lines {
		on.lines[line] = c.OnBlank(line)
	}
	b := s.batch(e, c, on)
	b.layScan()
	return b
}

// layScan puts the picture of the blank where it lies on the sheet.
func (b *Batch) layScan() {
	blank := b.cert.Blank
	if blank.Scan == "" {
		return
	}
	d := &sheet{Studio: b.studio, page: b.Blank(), subject: app.Subject{Kind: app.OfCertificate, ID: b.cert.ID, Name: b.cert.Name}}
	d.page.Under = nil
	box := Rect{MM(blank.XMM), MM(blank.YMM), MM(blank.WidthMM), MM(blank.HeightMM)}
	if box.W <= 0 || box.H <= 0 {
		box.W, box.H = d.page.Trim.W, d.page.Trim.H
	}
	if art := d.artwork(b.event, blank.Scan); art != nil && art.image != nil {
		d.page.Add(&Picture{Box: box, Name: blank.Scan, Image: art.image})
		over := *b.under
		over.Under, b.imprint.over = d.page, &over
	}
	for _, p := range d.problems {
		p.Severity = app.Warning // nothing of it is printed
		b.problems = append(b.problems, p)
	}
}

// OverScan returns a page of a batch of imprints as it will look on its blank: for previews, never for a printer.
func (b *Batch) OverScan(page *Page) *Page {
	if b.imprint == nil || b.imprint.over == nil {
		return page
	}
	out := *page
	out.Under = b.imprint.over
	return &out
}

// safeArea is where words may stand: within the frame, or anywhere that a printer reaches.
func (b *Batch) safeArea() Rect {
	if b.imprint != nil {
		return b.under.TrimBox().Inset(AllSides(imprintMargin))
	}
	return b.field().Outset(AllSides(2 * b.u))
}
