package print

import (
	"fmt"
	"strings"

	"tiengtrong/app"
)

// programColumns are the columns that schools give their programs, and their widths. The last one has the place of each
// item, and its notes unless they are kept from the delegates.
func programColumns(c app.Ceremony) []columnHead {
	last := "Ghi chú"
	if c.NotesKept {
		last = "Địa điểm"
	}
	return []columnHead{{"Thời gian", 28.5, centred}, {"Nội dung", 54.5, flushLeft}, {"Người phụ trách", 40, flushLeft}, {last, 42, flushLeft}}
}

// Program lays out the printed program of a ceremony as an administrative document on A4, in black: heading, title,
// when, where and who, the running order with its clock times, receivers and signature.
func (s *Studio) Program(e *app.Event, c app.Ceremony) ([]*Page, []app.Problem) {
	c.Date = e.DayOf(c)
	d := s.newDocument(app.Subject{Kind: app.OfCeremony, ID: c.ID, Name: c.Title})
	number := c.Number
	if app.Clean(number) == "" {
		number = strings.TrimRight("……/CTr-"+e.School.Code, "-")
	}
	d.head(e.School, number, c.Issued)
	d.title("Chương trình", c.Title)
	d.basis(e.Basis)
	facts := programFacts(c)
	for i, f := range facts {
		d.paragraph(run{face: boldFace, text: fmt.Sprintf("%d. %s:", i+1, f[0])}, run{face: uprightFace, text: sentence(f[1])})
	}
	heading := d.numbered(len(facts)+1, "Nội dung chương trình")
	length := d.set(style(textSize, flushLeft), d.safe.W, run{face: italicFace, text: programLength(c)})
	signature := d.signature(receivers(e.School, c), e.School.Head)
	gap := 3 * paragraphGap
	d.putTable(heading, d.programTable(c), paragraphGap+length.height()+gap+signature.height)
	d.y += paragraphGap
	d.flow(length, d.safe.X)
	d.y += gap
	d.putPanel(signature)
	return d.pages, d.problems
}

// basis sets what the document rests on, a line for each paper; each ends with ";" and the last with ".".
func (d *document) basis(text string) {
	papers := strings.FieldsFunc(app.Clean(text), func(r rune) bool { return r == '\n' || r == ';' })
	for i, paper := range papers {
		paper = strings.Trim(paper, " .,")
		if !opensBasis(paper) {
			paper = "Căn cứ " + paper
		}
		end := ";"
		if i == len(papers)-1 {
			end = "."
		}
		d.paragraph(run{face: italicFace, text: paper + end})
	}
}

// opensBasis tells whether a text begins as the naming of a basis does.
func opensBasis(text string) bool {
	fold := app.Fold(text)
	return strings.HasPrefix(fold, "can cu ") || strings.HasPrefix(fold, "thuc hien ") || strings.HasPrefix(fold, "theo ")
}

// programFacts lists when and where a ceremony takes place, who takes part and who answers for it, as far as it is
// known.
func programFacts(c app.Ceremony) [][2]string {
	facts := [][2]string{{"Thời gian", programTime(c)}}
	for _, f := range [][2]string{{"Địa điểm", c.Place}, {"Thành phần", c.Audience}, {"Phụ trách chung", c.Lead}} {
		if app.Clean(f[1]) != "" {
			facts = append(facts, f)
		}
	}
	return facts
}

var weekdays = [7]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}

// programTime tells hours and day: "Từ 07 giờ 00 đến 08 giờ 35, ngày 01 tháng 10 năm 2025 (thứ Tư)".
func programTime(c app.Ceremony) string {
	day := c.Date.Long()
	if !c.Date.IsZero() {
		day += " (" + weekdays[c.Date.Time().Weekday()] + ")"
	}
	start, end := c.Span()
	switch {
	case start == app.NoClock:
		return day
	case start == end:
		return hours(start) + ", " + day
	}
	return "Từ " + hours(start) + " đến " + hours(end) + ", " + day
}

func hours(c app.Clock) string { return strings.Replace(c.String(), ":", " giờ ", 1) }

// duration tells minutes as people say them: "1 giờ 35 phút".
func duration(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return fmt.Sprintf("%02d phút", m)
	case m == 0:
		return fmt.Sprintf("%d giờ", h)
	}
	return fmt.Sprintf("%d giờ %02d phút", h, m)
}

// lasting tells from beginning to end how long something takes, and how much of it is waiting for a hard start.
func lasting(minutes, waiting int) string {
	if waiting <= 0 {
		return duration(minutes)
	}
	return fmt.Sprintf("%s, kể cả %s chờ", duration(minutes), duration(waiting))
}

// programLength tells how long the whole takes; nothing where it takes no time.
func programLength(c app.Ceremony) string {
	minutes, waiting := c.Lasts()
	if minutes <= 0 {
		return ""
	}
	return "Tổng thời lượng: " + lasting(minutes, waiting) + "."
}

// programTable sets the running order, with a heading over each part.
func (d *document) programTable(c app.Ceremony) *table {
	columns := programColumns(c)
	t := d.newTable(columns)
	whole := d.subject
	slots := c.Schedule()
	for _, part := range c.Program.Parts(c.Start) {
		for i, it := range c.Program.Items[part.From:part.To] {
			i += part.From
			d.subject = app.Subject{Kind: app.OfItem, ID: it.ID, Parent: c.ID, Name: it.Title}
			last := it.Where
			if !c.NotesKept {
				last += "\n" + it.Notes
			}
			d.addRow(t, columns, itemTime(it, slots[i], c.Timed(i)), it.Title, it.Who, last)
			if i == part.From && part.Name != "" {
				t.rows[i].heading = d.partHeading(c, part)
			}
		}
	}
	d.subject = whole
	return t
}

// partHeading names a part and tells when and how long it is.
func (d *document) partHeading(c app.Ceremony, part app.PartSpan) *column {
	return d.set(style(tableSize, flushLeft), d.safe.W-2*cellSide, run{face: boldFace, text: part.Name, caps: true},
		run{face: italicFace, text: "(" + partTime(c, part, " - ") + ")"})
}

// partTime tells when a part is on, as far as the plan has an hour, and how long it takes.
func partTime(c app.Ceremony, part app.PartSpan, dash string) string {
	if !c.Timed(part.From) {
		return duration(part.Minutes)
	}
	return part.Start.String() + dash + part.End.String() + " · " + lasting(part.Lasts())
}

// itemTime tells when an item is on, "07:00 - 07:15", or, where no time of day is set, how long.
func itemTime(it app.Item, slot app.Slot, timed bool) string {
	switch {
	case timed && it.Minutes > 0:
		return slot.Start.String() + " - " + slot.End.String()
	case timed:
		return slot.Start.String()
	case it.Minutes > 0:
		return duration(it.Minutes)
	}
	return ""
}

// receivers lists who gets a copy: the agency above, those who take part, and the archive.
func receivers(school app.School, c app.Ceremony) []string {
	var list []string
	if parent := app.Clean(school.Parent); parent != "" {
		list = append(list, parent+" (để báo cáo)")
	}
	if app.Clean(c.Audience) != "" {
		list = append(list, "Như thành phần (để thực hiện)")
	}
	return append(list, "Lưu: VT")
}
