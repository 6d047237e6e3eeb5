package print

import "slices"

// table is a ruled table of a document, with one style of text in all its cells.
type table struct {
	widths []MM
	head   row
	rows   []row
}

// row is one row of a table: a column of text for each cell, and above them, where more begins than the row, a heading
// across all columns.
type row struct {
	heading *column // nil for none
	cells   []*column
}

// The space between a cell's text and its rules, and the width of those.
const (
	cellSide   MM = 1.7
	cellTop    MM = 0.8
	headingTop MM = 1.3 // above and below a heading between rows
	gridWidth  MM = 0.5 * 25.4 / 72
)

// columnHead is a column of a table: what stands at its head, how wide it is, and how its cells are set.
type columnHead struct {
	title string
	width MM
	align alignment
}

// newTable makes a table with these columns.
func (d *document) newTable(columns []columnHead) *table {
	t := &table{}
	for _, col := range columns {
		t.widths = append(t.widths, col.width)
		t.head.cells = append(t.head.cells, d.cell(col.width, centred, boldFace, col.title))
	}
	return t
}

// addRow adds a row with a text for each column.
func (d *document) addRow(t *table, columns []columnHead, texts ...string) {
	var r row
	for i, text := range texts {
		r.cells = append(r.cells, d.cell(columns[i].width, columns[i].align, uprightFace, text))
	}
	t.rows = append(t.rows, r)
}

func (d *document) cell(width MM, align alignment, face, text string) *column {
	return d.set(style(tableSize, align), width-2*cellSide, run{face: face, text: text})
}

func (r row) height() MM {
	tallest := MM(0)
	for _, cell := range r.cells {
		tallest = max(tallest, cell.height())
	}
	return r.headingHeight() + tallest + 2*cellTop
}

func (r row) headingHeight() MM {
	if r.heading == nil {
		return 0
	}
	return r.heading.height() + 2*headingTop
}

func heightOf(rows []row) MM {
	sum := MM(0)
	for _, r := range rows {
		sum += r.height()
	}
	return sum
}

// split parts a row that is higher than room into rows that are not. A row that fits stays whole.
func (r row) split(room MM) []row {
	if r.height() <= room {
		return []row{r}
	}
	var parts []row
	longest, n := 0, max(1, int((room-r.headingHeight()-2*cellTop)/r.cells[0].pitch))
	for _, cell := range r.cells {
		longest = max(longest, len(cell.lines))
	}
	for from := 0; from < longest; from += n {
		var part row
		if from == 0 {
			part.heading = r.heading
		}
		for _, cell := range r.cells {
			end := len(cell.lines)
			part.cells = append(part.cells, cell.part(min(from, end), min(from+n, end)))
		}
		parts = append(parts, part)
	}
	return parts
}

// splitRows parts the rows that are higher than a page.
func (t *table) splitRows(page MM) {
	var rows []row
	for _, r := range t.rows {
		rows = append(rows, r.split(page-t.head.height())...)
	}
	t.rows = rows
}

// rowsWithEnd is how many rows stay with what follows the table.
const rowsWithEnd = 2

// ends divides the rows into pages: it returns the index after the last row of each. The first page has only the
// given room, and the lead above the table takes some of it; after the last row something of the height after must
// fit, together with some rows. A first end of 0 means that the table begins on the next page, and a last one that
// stands twice, that nothing fits after the table.
func (t *table) ends(first, page, lead, after MM) []int {
	var ends []int
	head, n, start := t.head.height(), len(t.rows), 0
	room := first - lead - head
	for i, r := range t.rows {
		if r.height() > room {
			ends, start, room = append(ends, i), i, page-head
		}
		room -= r.height()
	}
	if room >= after && (len(ends) == 0 || n-start >= rowsWithEnd) {
		return append(ends, n)
	}
	for from := max(n-rowsWithEnd, 0); from < n; from++ {
		need := head + heightOf(t.rows[from:]) + after
		if from == 0 {
			need += lead
		}
		if need <= page {
			before := slices.DeleteFunc(ends, func(end int) bool { return end >= from })
			return append(before, from, n)
		}
	}
	return append(ends, n, n)
}

// putTable draws a table with a line of text above it, over as many pages as it takes, so that something of the
// height after still fits under it.
func (d *document) putTable(lead *column, t *table, after MM) {
	page, above := d.safe.H, lead.height()+2*paragraphGap
	t.splitRows(page - above)
	ends := t.ends(d.room(), page, above, after)
	if ends[0] == 0 && len(t.rows) > 0 || d.room() < above+t.head.height() {
		d.turn()
		ends = t.ends(page, page, above, after)
	}
	d.y += paragraphGap
	d.put(lead, d.safe.X, d.y)
	d.y += lead.height() + paragraphGap
	from := 0
	for i, to := range ends {
		if i > 0 {
			d.turn()
		}
		if from < to || i == 0 {
			d.putRows(t, t.rows[from:to])
		}
		from = to
	}
}

// putRows draws the head and some rows, and the rules around them.
func (d *document) putRows(t *table, rows []row) {
	width := MM(0)
	for _, w := range t.widths {
		width += w
	}
	across := func() { d.grid(Point{d.safe.X - gridWidth/2, d.y}, Point{d.safe.X + width + gridWidth/2, d.y}) }
	top := d.y
	across()
	for _, r := range append([]row{t.head}, rows...) {
		if r.heading != nil {
			d.uprights(t.widths, top)
			top = d.y
			d.put(r.heading, d.safe.X+cellSide, d.y+headingTop)
			d.y += r.headingHeight()
			d.uprights([]MM{width}, top)
			top = d.y
			across()
		}
		x := d.safe.X
		for i, cell := range r.cells {
			d.put(cell, x+cellSide, d.y+cellTop)
			if cell.struck {
				d.strike(cell, x+cellSide, d.y+cellTop)
			}
			x += t.widths[i]
		}
		d.y += r.height() - r.headingHeight()
		across()
	}
	d.uprights(t.widths, top)
}

// uprights draws the rules between columns from a height down to where the page is.
func (d *document) uprights(widths []MM, top MM) {
	x := d.safe.X
	for _, w := range append([]MM{0}, widths...) {
		x += w
		d.grid(Point{x, top}, Point{x, d.y})
	}
}

// strike draws a line through each line of a column whose upper left corner is at x, y.
func (d *document) strike(c *column, x, y MM) {
	for _, item := range c.at(x, y) {
		t := item.(*Text)
		through := t.At.Y - t.Size.MM()*0.23 // the middle of the small letters
		d.grid(Point{t.At.X, through}, Point{t.At.X + t.Width(), through})
	}
}

func (d *document) grid(from, to Point) {
	d.page.Add(stroke(Black, gridWidth, polyline(from, to)))
}
