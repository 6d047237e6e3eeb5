package print

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tiengtrong/app"
)

// Pack is the certificates of one class, which its teacher gets together: places in the list, in their order.
type Pack struct {
	Class string
	Order []int
}

// Covers are the cover sheets of packs: whose they are, how many and which numbers are in them, every name, and where the
// teacher signs for them. Pages are laid out one at a time.
type Covers struct {
	batch *Batch
	pages []coverPage
}

// coverPage is one sheet of a pack's cover.
type coverPage struct {
	pack        Pack
	rows        rowSpan
	part, parts int
	form        coverForm
	height      MM // of a row
}

// coverForm is how the names stand: in one column with their awards, or in two.
type coverForm struct {
	columns []coverColumn
	beside  int // how many stand beside each other
	name    Pt  // size of a name at most
}

// coverColumn is a column of the list.
type coverColumn struct {
	title string
	x, w  MM
	align float64
}

// coverHalf is where the second of two columns begins.
const coverHalf = rollWidth/2 + 3

var (
	coverWide = coverForm{[]coverColumn{
		{"TT", 0, 9, 0.5}, {"Số", 11, 28, 0}, {"Họ và tên", 41, 58, 0}, {"Đã nhận", 161, 16, 0.5}, {"Danh hiệu", 101, 60, 0},
	}, 1, 11.5}
	coverNarrow = coverForm{[]coverColumn{
		{"TT", 0, 8, 0.5}, {"Số", 10, 21, 0}, {"Họ và tên", 32, 42, 0}, {"Nhận", 75, 10.5, 0.5},
	}, 2, 10.5}
)

// The heights of a cover.
const (
	coverFirst MM = 121 // the rows of the first sheet begin
	coverNext  MM = 37  // of the others
	coverRow   MM = 8
	coverLeast MM = 4.9 // a row of two columns
	coverEnd   MM = 46  // for those who sign
)

// Covers plans the cover sheets of packs of a batch.
func (b *Batch) Covers(packs []Pack) *Covers {
	c := &Covers{batch: b}
	for _, p := range packs {
		rows := (len(p.Order) + 1) / 2
		if room := rollBottom - coverFirst - coverEnd; coverRow*MM(len(p.Order)) > room && coverLeast*MM(rows) <= room {
			c.pages = append(c.pages, coverPage{p, rowSpan{0, rows}, 1, 1, coverNarrow, min(coverRow, room/MM(rows))})
			continue
		}
		heights := slices.Repeat([]MM{coverRow}, len(p.Order))
		spans := paged(heights, func(int) bool { return false }, rollBottom-coverFirst, rollBottom-coverNext, coverEnd)
		for i, rows := range spans {
			c.pages = append(c.pages, coverPage{p, rows, i + 1, len(spans), coverWide, coverRow})
		}
	}
	return c
}

// Len returns the number of sheets.
func (c *Covers) Len() int { return len(c.pages) }

// Page lays out a sheet.
func (c *Covers) Page(i int) *Page {
	p := c.pages[i]
	d := cover{c.batch.studio.newLeaf(), c.batch, p}
	y := coverNext
	if p.part == 1 {
		y = coverFirst
		d.head()
	} else {
		d.put(rollStrong, 16, Black, classTitle(p.pack.Class)+" (tiếp theo)", rollLeft, 22, rollWidth, 0)
	}
	d.columns(y - 9)
	for row := p.rows.from; row < p.rows.to; row++ {
		d.row(row, y, 0)
		if second := row + p.rows.to; p.form.beside > 1 && second < len(p.pack.Order) {
			d.row(second, y, coverHalf)
		}
		y += p.height
	}
	if p.part == p.parts {
		d.sign(y)
	}
	d.number(joinWords(d.batch.cert.Name, classTitle(p.pack.Class)), p.part, p.parts)
	return d.page
}

// cover is a sheet being drawn.
type cover struct {
	leaf
	batch *Batch
	coverPage
}

// classTitle names a class as people do.
func classTitle(class string) string {
	switch fold := app.Fold(class); {
	case fold == "":
		return "Chưa ghi lớp"
	case strings.HasPrefix(fold, "lop "):
		return class
	}
	return "Lớp " + class
}

// joinWords joins those texts that say something.
func joinWords(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return app.Clean(t) == "" }), " · ")
}

// noun is what the batch hands out, as a sentence says it: "giấy khen".
func (b *Batch) noun() string {
	if title := app.Clean(b.cert.Title); title != "" && !strings.Contains(title, "{") {
		return strings.ToLower(title)
	}
	return "giấy khen"
}

// head draws what the first sheet shows from afar: the class and how many.
func (d cover) head() {
	school, half := d.batch.event.School, rollWidth/2
	d.put(rollText, 9, rollGrey, strings.ToUpper(school.Parent), rollLeft, 20, half, 0)
	d.put(rollStrong, 10.5, Black, strings.ToUpper(school.Name), rollLeft, 26, half, 0)
	d.put(rollText, 9, rollGrey, d.batch.event.Title, rollLeft+half, 26, half, 1)
	d.rule(Black, 0.5, rollLeft, 31, rollWidth)
	class := strings.TrimPrefix(classTitle(d.pack.Class), "Lớp ")
	d.put(rollMedium, 13, rollGrey, "GÓI "+strings.ToUpper(d.batch.noun())+" CỦA LỚP", rollLeft, 42, 110, 0)
	d.put(rollHeavy, 72, Black, class, rollLeft, 70, 112, 0)
	d.put(rollHeavy, 48, Black, strconv.Itoa(len(d.pack.Order)), rollLeft, 62, rollWidth, 1)
	d.put(rollMedium, 13, rollGrey, d.batch.noun(), rollLeft, 70, rollWidth, 1)
	d.rule(rollLine, 0.3, rollLeft, 78, rollWidth)
	y := MM(87)
	fact := func(label, value string) {
		d.put(rollText, 11, rollGrey, label, rollLeft, y, 44, 0)
		if value == "" {
			d.dots(rollLeft+46, y, rollWidth-46)
		}
		d.put(rollMedium, 11, Black, value, rollLeft+46, y, rollWidth-46, 0)
		y += 8
	}
	fact("Nội dung", d.batch.cert.Name)
	if numbers := d.numbers(); numbers != "" {
		fact("Số vào sổ", numbers)
	}
	fact("Giáo viên chủ nhiệm", "")
}

// numbers tells which numbers the pack has, or "" where there are none.
func (d cover) numbers() string {
	var numbers []string
	for _, place := range d.pack.Order {
		numbers = append(numbers, d.batch.number(place))
	}
	return app.NumberRuns(numbers)
}

// number returns the number of the recipient at a place of the list.
func (b *Batch) number(place int) string {
	number, _ := b.Fill("{số}", place)
	return number
}

func (d cover) columns(y MM) {
	d.page.Add(fill(rollBand, RectPath(Rect{rollLeft, y, rollWidth, 8})))
	for n := range d.form.beside {
		for _, c := range d.form.columns {
			d.put(rollStrong, 9.5, Black, c.title, rollLeft+MM(n)*coverHalf+c.x, y+5.4, c.w, c.align)
		}
	}
}

// row draws who is at a place of the pack, with the upper edge at y and the left one at x from the margin.
func (d cover) row(i int, y, x MM) {
	place := d.pack.Order[i]
	r := d.batch.recipients[place]
	left, base, columns := rollLeft+x, y+d.height*0.66, d.form.columns
	scale := Pt(min(1, d.height/coverRow*1.25))
	for n, text := range []string{strconv.Itoa(i + 1), d.batch.number(place), r.Name} {
		c := columns[n]
		face, size := rollText, 10*scale
		if n == 2 {
			face, size = rollMedium, d.form.name*scale
		}
		d.put(face, size, Black, text, left+c.x, base, c.w, c.align)
	}
	box, tick := min(3.6, d.height-1.6), columns[3]
	d.page.Add(stroke(rollGrey, 0.25, RectPath(Rect{left + tick.x + (tick.w-box)/2, y + (d.height-box)/2, box, box})))
	if d.form.beside > 1 {
		d.rule(rollLine, 0.15, left, y+d.height, tick.x+tick.w)
		return
	}
	award := setting{face: d.face(rollText), ink: Black, min: 6, max: 9.5, lines: 2, pitch: 1.75}
	b := d.fitCalmly(r.Award, award, columns[4].w, d.height-1.2)
	d.page.Add(b.below(left+columns[4].x, y+(d.height-b.height())/2)...)
	d.rule(rollLine, 0.15, left, y+d.height, rollWidth)
}

// sign draws where giver and receiver sign.
func (d cover) sign(y MM) {
	y += 10
	day := "ngày ……… tháng ……… năm " + cmp.Or(yearOf(d.batch.event.SignedOn(d.batch.cert)), "………")
	d.put(rollText, 10.5, Black, fmt.Sprintf("Đã giao, nhận đủ %d %s theo danh sách trên, %s.", len(d.pack.Order), d.batch.noun(), day), rollLeft, y, rollWidth, 0)
	half := rollWidth / 2
	for i, who := range []string{"NGƯỜI GIAO", "NGƯỜI NHẬN"} {
		x := rollLeft + MM(i)*half
		d.put(rollStrong, 10.5, Black, who, x, y+9, half, 0.5)
		d.put(rollItalic, 9.5, rollGrey, "(ký, ghi rõ họ tên)", x, y+14, half, 0.5)
	}
}

func yearOf(d app.Date) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Time().Year())
}
