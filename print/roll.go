package print

import "fmt"

// rowSpan is a run of rows on one page.
type rowSpan struct{ from, to int }

// fewest is how many rows a list leaves on its last page.
const fewest = 3

// paged divides rows into pages: the first has another room than the others, and after the last row the end must fit. A
// row that leads stays with the one after it, and the last page has no fewer than a few rows.
func paged(heights []MM, leads func(i int) bool, first, other, end MM) []rowSpan {
	var pages []rowSpan
	from, room := 0, first
	turn := func(to int) {
		pages = append(pages, rowSpan{from, to})
		from, room = to, other
	}
	for i, height := range heights {
		need := height
		if leads(i) && i+1 < len(heights) {
			need += heights[i+1]
		}
		if need > room && i > from {
			turn(i)
		}
		room -= height
	}
	if end > 0 && room < end {
		turn(len(heights))
	}
	return unwidowed(append(pages, rowSpan{from, len(heights)}), heights, leads, other-end)
}

// unwidowed moves rows from the page before onto a last page with too few, as far as there is room; a heading goes with its rows.
func unwidowed(pages []rowSpan, heights []MM, leads func(i int) bool, room MM) []rowSpan {
	if len(pages) < 2 {
		return pages
	}
	before, last := &pages[len(pages)-2], &pages[len(pages)-1]
	rows := 0
	for i := last.from; i < last.to; i++ {
		room -= heights[i]
		if !leads(i) {
			rows++
		}
	}
	from := last.from
	for from > before.from+1 && (rows < fewest || leads(from-1)) {
		from--
		if room -= heights[from]; room < 0 {
			return pages
		}
		if !leads(from) {
			rows++
		}
	}
	for from < last.from && leads(from-1) { // no heading stays alone
		from++
	}
	last.from, before.to = from, from
	return pages
}

// The faces of sheets for the people who hand out.
const (
	rollText   = "BeVietnamPro_400Regular"
	rollMedium = "BeVietnamPro_500Medium"
	rollStrong = "BeVietnamPro_700Bold"
	rollHeavy  = "BeVietnamPro_800ExtraBold"
	rollItalic = "BeVietnamPro_400Regular_Italic"
)

// The greys of those sheets.
var (
	rollGrey = Ink{K: 65}
	rollLine = Ink{K: 30}
	rollBand = Ink{K: 9}
)

// The sheet of paper of those lists, upright A4.
const (
	rollLeft   MM = 18
	rollWidth  MM = 177
	rollBottom MM = 281 // of the rows
)

// leaf is one of those sheets being drawn.
type leaf struct {
	*Studio
	page *Page
}

func (s *Studio) newLeaf() leaf { return leaf{s, &Page{Trim: Size{210, 297}, Scale: 1}} }

// put sets a text in one line on a baseline, smaller where it is too long.
func (l leaf) put(face string, size Pt, ink Ink, text string, x, base, width MM, align float64) {
	set := setting{face: l.face(face), ink: ink, min: size / 3, max: size, lines: 1, pitch: 1.7, align: align}
	l.page.Add(l.fit(text, set, width, 0).at(x, base)...)
}

// rule draws a line across.
func (l leaf) rule(ink Ink, thick, x, y, width MM) {
	l.page.Add(stroke(ink, thick, polyline(Point{x, y}, Point{x + width, y})))
}

// dots draws a line to write on.
func (l leaf) dots(x, y, width MM) {
	line := stroke(rollGrey, 0.3, polyline(Point{x, y}, Point{x + width, y}))
	line.Dash = []MM{0.3, 1.1}
	l.page.Add(line)
}

// number tells which of how many sheets it is.
func (l leaf) number(title string, page, pages int) {
	l.rule(rollLine, 0.2, rollLeft, 285, rollWidth)
	l.put(rollText, 8, rollGrey, title, rollLeft, 289.5, 140, 0)
	l.put(rollText, 8, rollGrey, fmt.Sprintf("Tờ %d/%d", page, pages), rollLeft, 289.5, rollWidth, 1)
}
