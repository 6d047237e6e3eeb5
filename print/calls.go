package print

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"tiengtrong/app"
)

// CallSheet is what who announces the names reads from: the groups in which recipients come up, each name large, those
// that are hard to read marked, and the time that it all will take. Pages are laid out one at a time.
type CallSheet struct {
	batch  *Batch
	rules  app.Calling
	groups []app.CallGroup
	rows   []callRow
	pages  []rowSpan
}

// callRow is the heading of a group, or one of its names.
type callRow struct {
	group, name int // name is -1 for the heading
	number      int // of the name among all, from 1
}

// The heights of a call sheet.
const (
	callFirst   MM = 62 // the rows of the first sheet begin
	callNext    MM = 24 // of the others
	callHeading MM = 21
	callName    MM = 9.6
)

// CallSheet plans the call sheet of a batch, in the given order.
func (b *Batch) CallSheet(order []int) *CallSheet {
	c := &CallSheet{batch: b, rules: b.cert.CallRules()}
	c.groups = c.rules.CallGroups(b.recipients, order)
	var heights []MM
	number := 0
	for i, g := range c.groups {
		c.rows, heights = append(c.rows, callRow{i, -1, 0}), append(heights, callHeading)
		for n := range g.Places {
			number++
			c.rows, heights = append(c.rows, callRow{i, n, number}), append(heights, callName)
		}
	}
	leads := func(i int) bool { return c.rows[i].name < 0 }
	c.pages = paged(heights, leads, rollBottom-callFirst, rollBottom-callNext, 0)
	return c
}

// Time estimates how long it takes to call all.
func (c *CallSheet) Time() time.Duration {
	if len(c.groups) == 0 {
		return 0
	}
	last := c.groups[len(c.groups)-1]
	return last.Starts + last.Takes
}

// Len returns the number of sheets.
func (c *CallSheet) Len() int { return len(c.pages) }

// Page lays out a sheet.
func (c *CallSheet) Page(i int) *Page {
	d := calls{c.batch.studio.newLeaf(), c}
	y := callFirst
	if i == 0 {
		d.head()
	} else {
		y = callNext
		d.continues(c.rows[c.pages[i].from])
	}
	for _, row := range c.rows[c.pages[i].from:c.pages[i].to] {
		if row.name < 0 {
			d.heading(c.groups[row.group], row.group, y)
			y += callHeading
		} else {
			d.name(row, y)
			y += callName
		}
	}
	d.number("Bản gọi tên · "+c.batch.cert.Name, i+1, c.Len())
	return d.page
}

// calls is a sheet being drawn.
type calls struct {
	leaf
	*CallSheet
}

// people is what those who are called are called.
func (c *CallSheet) people() string {
	if c.batch.event.School.Level == app.OtherEdu {
		return "người"
	}
	return "em"
}

func (d calls) head() {
	d.put(rollHeavy, 20, Black, "BẢN GỌI TÊN NHẬN "+strings.ToUpper(d.batch.noun()), rollLeft, 24, rollWidth, 0)
	d.put(rollText, 10.5, rollGrey, joinWords(d.batch.cert.Name, d.batch.event.School.Name), rollLeft, 31, rollWidth, 0)
	names := 0
	for _, g := range d.groups {
		names += len(g.Places)
	}
	d.page.Add(fill(rollBand, roundedPath(Rect{rollLeft, 36, rollWidth, 20}, 2)))
	x := rollLeft + 5
	for _, f := range []struct {
		value, label string
		width        MM
	}{{strconv.Itoa(names), d.people(), 25}, {strconv.Itoa(len(d.groups)), "lượt", 21}, {minutes(d.Time()), "dự kiến", 34}} {
		d.put(rollHeavy, 22, Black, f.value, x, 47.5, f.width-2, 0)
		d.put(rollText, 9.5, rollGrey, f.label, x, 52.8, f.width, 0)
		x += f.width
	}
	rules := fmt.Sprintf("Tính %d giây mỗi tên, thêm %d giây mỗi lượt", d.rules.PerName, d.rules.PerGroup)
	d.put(rollText, 9.5, Black, rules, x, 43.5, rollLeft+rollWidth-x-4, 0)
	d.put(rollText, 9.5, Black, fmt.Sprintf("(lên, chụp ảnh, xuống); nhiều nhất %d %s một lượt.", d.rules.Group, d.people()), x, 48.3, rollLeft+rollWidth-x-4, 0)
	d.mark(x, 53.1)
	d.put(rollStrong, 9.5, Black, "Tên khó đọc: hỏi trước cách đọc.", x+5, 53.1, rollLeft+rollWidth-x-9, 0)
}

// continues tells on a later sheet whose names go on.
func (d calls) continues(row callRow) {
	text := "Bản gọi tên"
	if row.name >= 0 {
		text = fmt.Sprintf("Lượt %d · %s (tiếp theo)", row.group+1, d.groups[row.group].Award)
	}
	d.put(rollMedium, 10, rollGrey, text, rollLeft, 17, rollWidth, 0)
	d.rule(rollLine, 0.2, rollLeft, 20, rollWidth)
}

// heading announces a group, and says what is read out before its names.
func (d calls) heading(g app.CallGroup, i int, y MM) {
	const band = 8.6
	d.page.Add(fill(Ink{K: 85}, RectPath(Rect{rollLeft, y + 2, rollWidth, band})))
	base := y + 2 + band*0.68
	d.put(rollHeavy, 12, White, fmt.Sprintf("LƯỢT %d", i+1), rollLeft+3, base, 24, 0)
	d.put(rollStrong, 12, White, g.Award, rollLeft+28, base, 88, 0)
	facts := fmt.Sprintf("%d %s · %s · từ phút %s", len(g.Places), d.people(), minutes(g.Takes), minutes(g.Starts))
	d.put(rollMedium, 9.5, White, facts, rollLeft+116, base, rollWidth-119, 1)
	who := map[string]string{"em": "các em", "người": "các vị"}[d.people()]
	d.put(rollItalic, 11.5, Black, "Xin mời "+who+" có tên sau đây lên nhận "+d.batch.noun()+":", rollLeft+3, y+17, rollWidth-6, 0)
}

// name sets one name, large.
func (d calls) name(row callRow, y MM) {
	r := d.batch.recipients[d.groups[row.group].Places[row.name]]
	base := y + callName*0.68
	d.put(rollText, 9.5, rollGrey, strconv.Itoa(row.number), rollLeft, base, 9, 1)
	if app.HardToRead(r.Name) {
		d.mark(rollLeft+11.5, base)
	}
	d.put(rollStrong, 18, Black, r.Name, rollLeft+17, base, 118, 0)
	if r.Class != "" {
		d.put(rollMedium, 15, Black, classTitle(r.Class), rollLeft+137, base, 40, 1)
	}
	d.rule(rollLine, 0.15, rollLeft+17, y+callName, rollWidth-17)
}

// mark draws the sign of a name that is hard to read.
func (d calls) mark(x, base MM) {
	d.page.Add(fill(Black, polygon(Point{x, base}, Point{x + 3.6, base}, Point{x + 1.8, base - 3.2})))
}

// minutes writes a time as a stop watch does: 2:40, 1:05:00.
func minutes(t time.Duration) string {
	s := int(t.Seconds())
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
