package print

import "fmt"

// cellWidth is how wide a sheet must be on the map so that its name can be read; mapGap parts the bands.
const (
	cellWidth MM = 9
	mapGap    MM = 6
)

// assemblyMap is a sheet that shows how the others lie. A long piece is shown in bands, one below the other.
type assemblyMap struct {
	*Tiling
	sheet       Size
	k           float64 // scale of the picture
	bands       []int   // first columns
	columns     int     // of a band
	number, all int
}

// planMaps divides the piece into bands of columns that can be told apart, and the bands onto pages.
func (t *Tiling) planMaps() {
	sheet := t.paper.Size
	if t.page.Trim.W > t.page.Trim.H {
		sheet = Size{sheet.H, sheet.W}
	}
	room := mapRoom(sheet)
	columns := min(t.Columns, int(room.W/cellWidth))
	band := MM(columns)*(t.live.W-t.Overlap) + t.Overlap
	k := min(room.W/min(band, t.page.Trim.W), room.H/t.page.Trim.H)
	each := max(1, int((room.H+mapGap)/(t.page.Trim.H*k+mapGap)))
	var firsts []int
	for c := 0; c < t.Columns; c += columns {
		firsts = append(firsts, c)
	}
	all := gaps(MM(len(firsts)), MM(each))
	for n := range all {
		t.maps = append(t.maps, assemblyMap{t, sheet, float64(k), firsts[n*each : min((n+1)*each, len(firsts))], columns, n + 1, all})
	}
}

// mapRoom returns the part of the sheet below the heading.
func mapRoom(sheet Size) Rect {
	const heading = 42
	return Rect{sheetMargin, sheetMargin + heading, sheet.W - 2*sheetMargin, sheet.H - 2*sheetMargin - heading}
}

func (m assemblyMap) page() *Page {
	page := &Page{Trim: m.sheet, Scale: 1}
	m.heading(page)
	room := mapRoom(m.sheet)
	y := room.Y
	for _, first := range m.bands {
		m.band(page, first, room.X, y)
		y += m.Tiling.page.Trim.H*MM(m.k) + mapGap
	}
	return page
}

// heading says what is to be done, and lets people check that nothing was scaled.
func (m assemblyMap) heading(page *Page) {
	trim := m.Tiling.page.Trim
	title := "SƠ ĐỒ GHÉP · " + m.name
	if m.all > 1 {
		title += fmt.Sprintf(" (%d/%d)", m.number, m.all)
	}
	lines := []string{
		fmt.Sprintf("Khổ %s × %s m · %d tờ %s (%d hàng × %d cột) · chồng mép %s mm", metres(trim.W), metres(trim.H), m.Sheets(), m.paperName(), m.Rows, m.Columns, decimal(float64(m.Overlap), 1)),
		"1. In đúng 100 %, không chọn “vừa trang”. Đoạn thẳng bên phải phải dài đúng 50 mm.",
		"2. Cắt mép trái và mép trên theo vạch liền; tờ ở rìa phải, rìa dưới cắt cả mép ấy.",
		"3. Bôi keo lên phần chồng có dải xám; dán từ trái sang phải, từ hàng A trở xuống, mép cắt trùng vạch đứt.",
	}
	set := setting{face: m.studio.face(fallbackFace), ink: Black, min: 1, max: 15, lines: 1, pitch: 1.9}
	width := page.Trim.W - 2*sheetMargin
	page.Add(m.studio.fit(title, set, width, 0).below(sheetMargin, sheetMargin)...)
	set.face, set.max = m.studio.face(slugFace), 9
	for i, line := range lines {
		if i == 2 {
			width += 58 // below the ruler
		}
		page.Add(m.studio.fit(line, set, width-58, 0).below(sheetMargin, sheetMargin+9+MM(i)*6)...)
	}
	right := page.Trim.W - sheetMargin
	for _, l := range [][4]MM{{right - 50, 25, right, 25}, {right - 50, 23, right - 50, 27}, {right, 23, right, 27}} {
		page.Add(stroke(Black, 0.3, polyline(Point{l[0], l[1]}, Point{l[2], l[3]})))
	}
	set.max, set.align = 7, 0.5
	page.Add(m.studio.fit("50 mm", set, 50, 0).below(right-50, 28.5)...)
}

func (m assemblyMap) paperName() string {
	return map[string]string{"a4": "A4", "a3": "A3"}[m.paper.Code]
}

// band draws the columns from first on, with the sheets' edges as they are seen once glued, and their names.
func (m assemblyMap) band(page *Page, first int, x, y MM) {
	last := min(first+m.columns, m.Columns) - 1
	area := m.seen(0, first).Union(m.seen(m.Rows-1, last))
	k := MM(m.k)
	at := placing{k: m.k, dx: x - area.X*k, dy: y - area.Y*k}
	page.Add(at.window(m.Tiling.page, area))
	for row := range m.Rows {
		for column := first; column <= last; column++ {
			cell := at.rect(m.seen(row, column))
			page.Add(stroke(White, 0.5, RectPath(cell)), stroke(Black, 0.2, RectPath(cell)))
			m.writeName(page, cell, SheetName(row, column))
		}
	}
}

// seen returns the part of the piece that is seen of a sheet once all are glued.
func (t *Tiling) seen(row, column int) Rect {
	r := t.Area(row, column)
	if column < t.Columns-1 {
		r.W -= t.Overlap
	}
	if row < t.Rows-1 {
		r.H -= t.Overlap
	}
	return r
}

// writeName writes a sheet's name on a white plate in the corner of its cell.
func (m assemblyMap) writeName(page *Page, cell Rect, name string) {
	set := setting{face: m.studio.face(slugFace), ink: Black, min: 0.5, max: 10, lines: 1, pitch: 1}
	b := m.studio.fit(name, set, cell.W*0.6, cell.H*0.34)
	pad := b.rise * 0.45
	x, base := cell.X+pad, cell.Y+pad+b.rise
	page.Add(fill(White, RectPath(b.inkAt(x, base).Outset(AllSides(b.rise*0.35)))))
	page.Add(b.at(x, base)...)
}
