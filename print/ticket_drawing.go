package print

import "slices"

// Drawing is a piece with how it is finished, for people to look at. The layer in the piece's file is off where the file is
// printed, and viewers begin with what is printed too.
type Drawing struct {
	Page      *Page
	Finishing Finishing
}

// The measures of drawings on a ticket.
const (
	drawingHeight MM = 96 // at most
	drawingPen    MM = 0.35
	drawingRing   MM = 1  // radius of an eyelet, at least
	measureRoom   MM = 15 // beside a drawing, for its height
	measureDepth  MM = 9  // below it, for its width
)

// worth tells whether there is more to draw than an edge that is cut.
func (d *Drawing) worth() bool {
	return d != nil && (d.Finishing.Fold != Sides{} || len(d.Finishing.Eyelets)+len(d.Finishing.Seams) > 0)
}

// drawings add sheets that show how the pieces are finished.
func (l *ticketLayout) drawings() {
	worth := func(p TicketPiece) bool { return p.Drawing.worth() }
	if !slices.ContainsFunc(l.ticket.Pieces, worth) {
		return
	}
	l.turn()
	l.flow(l.set(style(16, centred), l.safe.W, run{face: boldFace, text: "BẢN VẼ GIA CÔNG"}), l.safe.X)
	l.flow(l.set(style(ticketSmall, centred), l.safe.W, run{face: italicFace,
		text: "Nét đứt: nếp gấp, đường dán. Vòng tròn: khoen. Nét chấm gạch: mối nối. Các nét này không in lên sản phẩm."}), l.safe.X)
	l.y += ticketGap
	for i, p := range l.ticket.Pieces {
		if worth(p) {
			l.drawing(i, p)
		}
	}
}

// drawing draws one piece under its name, with its width and height.
func (l *ticketLayout) drawing(i int, p TicketPiece) {
	trim := p.Drawing.Page.Trim
	k := min((l.safe.W-measureRoom)/trim.W, drawingHeight/trim.H)
	words := []*column{l.line(ticketText, boldFace, pieceTitle(i, p), l.safe.W), l.line(ticketSmall, uprightFace, p.Order, l.safe.W)}
	height := trim.H*k + measureDepth + 2*ticketGap
	for _, c := range words {
		height += c.height()
	}
	if l.room() < height {
		l.turn()
	}
	for _, c := range words {
		l.flow(c, l.safe.X)
	}
	box := Rect{l.safe.X + measureRoom + (l.safe.W-measureRoom-trim.W*k)/2, l.y + 2, trim.W * k, trim.H * k}
	l.page.Add(l.finished(p.Drawing, box, k)...)
	l.measures(box, trim)
	l.y = box.Bottom() + measureDepth + ticketGap
}

// finished returns the piece, k times as large, with the lines of its finishing as thick as on any other drawing.
func (l *ticketLayout) finished(d *Drawing, box Rect, k MM) []Item {
	at := placing{k: float64(k), dx: box.X, dy: box.Y}
	short := min(d.Page.Trim.W, d.Page.Trim.H) // of sixty metres by one nothing else would be seen
	pen, ring := min(drawingPen/k, short/40), min(drawingRing/k, short/12)
	guides := finishingLayer{l.Studio, &d.Finishing, &Layer{}, pen, max(eyeletRadius, ring)}
	guides.lines()
	return append([]Item{at.window(d.Page, d.Page.TrimBox()), stroke(Ink{K: 50}, 0.2, RectPath(box))}, at.items(guides.layer.Items)...)
}

// measures writes the width under a drawing and the height at its left, each in the middle of a line.
func (l *ticketLayout) measures(box Rect, trim Size) {
	below, left := box.Bottom()+3, box.X-3
	l.page.Add(stroke(Black, 0.2, polyline(Point{box.X, below}, Point{box.Right(), below})),
		stroke(Black, 0.2, polyline(Point{left, box.Y}, Point{left, box.Bottom()})))
	for _, end := range []MM{box.X, box.Right()} {
		l.page.Add(stroke(Black, 0.2, polyline(Point{end, below - 1}, Point{end, below + 1})))
	}
	for _, end := range []MM{box.Y, box.Bottom()} {
		l.page.Add(stroke(Black, 0.2, polyline(Point{left - 1, end}, Point{left + 1, end})))
	}
	width, height := l.line(ticketSmall, uprightFace, metres(trim.W)+" m", 60), l.line(ticketSmall, uprightFace, metres(trim.H)+" m", 60)
	l.put(width, box.Center().X-width.longest()/2, below+0.8)
	l.put(height, max(l.safe.X, left-1.5-height.longest()), box.Center().Y-height.height()/2)
}
