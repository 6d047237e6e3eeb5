package print

import (
	"fmt"
	"math"
	"strings"
	"time"

	"tiengtrong/app"
)

// reportColumns are the columns in which a report holds the plan against what happened.
var reportColumns = []columnHead{
	{"TT", 10, centred}, {"Nội dung", 48, flushLeft}, {"Kế hoạch", 19.5, centred}, {"Thực tế", 19.5, centred},
	{"Chênh lệch", 23, centred}, {"Ghi chú", 45, flushLeft},
}

// remarkLines is how many lines a report leaves for remarks written by hand, and remarkPitch their distance.
const (
	remarkLines    = 5
	remarkPitch MM = 8
)

// Report lays out what became of a ceremony's program on its day, as an administrative document on A4: when it was
// planned and when it took place, what was held, shortened or left out and why, totals, room for remarks, signature.
func (s *Studio) Report(e *app.Event, r app.Run) ([]*Page, []app.Problem) {
	d := s.newDocument(app.Subject{Kind: app.OfCeremony, ID: r.Plan.ID, Name: r.Plan.Title})
	a := AccountOf(r)
	d.head(e.School, strings.TrimRight("……/BC-"+e.School.Code, "-"), app.DateOf(momentOf(r).Start))
	d.title("Báo cáo", "Kết quả thực hiện chương trình "+a.Title)
	d.basis(e.Basis)
	for i, f := range a.Facts {
		d.paragraph(run{face: boldFace, text: fmt.Sprintf("%d. %s:", i+1, f[0])}, run{face: uprightFace, text: sentence(f[1])})
	}
	signature := d.signature(receivers(e.School, app.Ceremony{}), e.School.Head)
	remarks := d.set(style(textSize, flushLeft), d.safe.W, run{face: boldFace, text: fmt.Sprintf("%d. Nhận xét, kiến nghị:", len(a.Facts)+2)})
	d.putTable(d.numbered(len(a.Facts)+1, "Diễn biến từng mục"), d.reportTable(a), 0)
	foot := remarks.height() + remarkLines*remarkPitch + 4*paragraphGap + signature.height
	if d.room() < foot {
		d.turn()
	}
	d.remarks(remarks)
	d.y += 3 * paragraphGap
	d.putPanel(signature)
	return d.pages, d.problems
}

// momentOf returns what the run showed when its last step was taken, or, before the first one, when it was to begin.
func momentOf(r app.Run) app.Moment {
	if n := len(r.Actions); n > 0 {
		return r.At(r.Actions[n-1].At)
	}
	return r.At(r.Plan.Date.Time().Add(time.Duration(max(r.Plan.Start, 0)) * time.Minute))
}

func reportTitle(r app.Run) string {
	if r.Rehearsal {
		return r.Plan.Title + " (buổi tổng duyệt)"
	}
	return r.Plan.Title
}

// reportFacts lists where and when, and the totals.
func reportFacts(r app.Run, m app.Moment) [][2]string {
	var facts [][2]string
	add := func(label, text string) {
		if app.Clean(text) != "" {
			facts = append(facts, [2]string{label, text})
		}
	}
	add("Địa điểm", r.Plan.Place)
	add("Phụ trách chung", r.Plan.Lead)
	add("Thời gian theo kế hoạch", plannedTime(r.Plan))
	if r.Rehearsal {
		add("Buổi tổng duyệt", realTime(r, m)+"; giờ ở bảng dưới tính từ lúc bắt đầu")
	} else {
		add("Thời gian thực tế", realTime(r, m))
	}
	add("Tổng hợp", totals(m))
	return facts
}

// plannedTime tells when the ceremony was to take place, as far as the plan has an hour and a day.
func plannedTime(c app.Ceremony) string {
	text := duration(c.Minutes())
	if start, end := c.Span(); start != app.NoClock {
		day := c.Date.Time()
		at := func(hour app.Clock) time.Time { return day.Add(time.Duration(hour) * time.Minute) }
		text = span(at(start), at(end))
	}
	if c.Date.IsZero() {
		return text
	}
	return text + ", " + c.Date.Long()
}

// realTime tells when the ceremony took place, and how its end differs from the plan; of a rehearsal, how its length does.
func realTime(r app.Run, m app.Moment) string {
	end := "kết thúc " + lateness(m.Late())
	if r.Rehearsal {
		end = comparedLength(m.Late())
	}
	switch m.Phase {
	case app.PhaseBefore:
		return "chương trình chưa bắt đầu"
	case app.PhaseOver:
		return fmt.Sprintf("%s, %s; %s", span(m.Start, m.End), app.DateOf(m.Start).Long(), end)
	}
	return fmt.Sprintf("bắt đầu lúc %s, %s; chưa kết thúc khi ghi báo cáo này", hourOf(m.Start), app.DateOf(m.Start).Long())
}

// comparedLength tells in words how much longer than planned a rehearsal was.
func comparedLength(more time.Duration) string {
	switch n := minutesOf(more); {
	case n > 0:
		return "dài hơn kế hoạch " + duration(n)
	case n < 0:
		return "ngắn hơn kế hoạch " + duration(-n)
	}
	return "dài đúng như kế hoạch"
}

// span tells from when to when, and how long that is.
func span(start, end time.Time) string {
	return fmt.Sprintf("từ %s đến %s (%s)", hourOf(start), hourOf(end), duration(minutesOf(end.Sub(start))))
}

// lateness tells in words how much later or earlier than planned something is.
func lateness(late time.Duration) string {
	switch n := minutesOf(late); {
	case n > 0:
		return "muộn " + duration(n)
	case n < 0:
		return "sớm " + duration(-n)
	}
	return "đúng giờ"
}

// totals counts what was done, left out, shortened and held.
func totals(m app.Moment) string {
	done, dropped, shortened, held := 0, 0, 0, time.Duration(0)
	for _, l := range m.Items {
		held += l.Held
		switch {
		case l.Place == app.PlaceDone:
			done++
		case l.Place == app.PlaceDropped:
			dropped++
		}
		if isShortened(l) {
			shortened++
		}
	}
	parts := []string{fmt.Sprintf("thực hiện %02d/%02d mục", done, len(m.Items))}
	for _, part := range []struct {
		n     int
		words string
	}{{dropped, "không thực hiện %02d mục"}, {shortened, "rút ngắn %02d mục"}, {minutesOf(held), "tạm dừng tổng cộng %02d phút"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf(part.words, part.n))
		}
	}
	return strings.Join(parts, "; ")
}

// isShortened tells whether an item was given less than planned.
func isShortened(l app.LiveItem) bool {
	return l.Place != app.PlaceDropped && l.Minutes < l.Item.Minutes
}

// ReportRow is what became of one item of a program.
type ReportRow struct {
	Item    app.Item
	Planned app.Stretch
	Real    app.Stretch // zero where the item was not done
	Notes   string      // what was out of the ordinary, and why
}

// Done tells whether the item was done.
func (r ReportRow) Done() bool { return !r.Real.Start.IsZero() }

// Difference returns by how many minutes the item was longer than planned, or shorter where it is negative.
func (r ReportRow) Difference() int { return minutesOf(r.Real.Length() - r.Planned.Length()) }

// Account is what a report tells: of which ceremony, where and when it was and its totals as pairs of a label and a text,
// and what became of each item.
type Account struct {
	Title string
	Facts [][2]string
	Rows  []ReportRow
	from  time.Time // from which a rehearsal counts; zero for the real thing
}

// Hour tells an instant as the report does: by the clock, "07:30", or of a rehearsal from its start on, "0:30".
func (a Account) Hour(t time.Time) string {
	if a.from.IsZero() {
		return t.Format("15:04")
	}
	n := minutesOf(t.Sub(a.from))
	return fmt.Sprintf("%d:%02d", n/60, n%60)
}

// stretch tells from when to when something was.
func (a Account) stretch(s app.Stretch) string { return a.Hour(s.Start) + " -\n" + a.Hour(s.End) }

// AccountOf returns what there is to report of a run.
func AccountOf(r app.Run) Account {
	m := momentOf(r)
	a := Account{Title: reportTitle(r), Facts: reportFacts(r, m)}
	if r.Rehearsal {
		a.from = m.PlannedStart
	}
	for _, l := range m.Items {
		row := ReportRow{Item: l.Item, Planned: l.Planned, Notes: reportNotes(l)}
		if l.Place == app.PlaceDone {
			row.Real = l.Real
		}
		a.Rows = append(a.Rows, row)
	}
	return a
}

// reportTable sets the running order beside what became of it.
func (d *document) reportTable(a Account) *table {
	t := d.newTable(reportColumns)
	whole := d.subject
	for i, row := range a.Rows {
		d.subject = app.Subject{Kind: app.OfItem, ID: row.Item.ID, Parent: whole.ID, Name: row.Item.Title}
		real, difference := "", ""
		if row.Done() {
			real, difference = a.stretch(row.Real), signed(row.Difference())
		}
		d.addRow(t, reportColumns, fmt.Sprint(i+1), row.Item.Title, a.stretch(row.Planned), real, difference, row.Notes)
	}
	d.subject = whole
	return t
}

// reportNotes tells what was out of the ordinary in an item.
func reportNotes(l app.LiveItem) string {
	var notes []string
	note := func(format string, minutes int) {
		if minutes > 0 {
			notes = append(notes, fmt.Sprintf(format, duration(minutes)))
		}
	}
	switch {
	case l.Place == app.PlaceDropped:
		notes = append(notes, "Không thực hiện")
	case l.Place != app.PlaceDone:
		return "Chưa thực hiện xong."
	case isShortened(l):
		notes = append(notes, fmt.Sprintf("Rút ngắn từ %d còn %d phút", l.Item.Minutes, l.Minutes))
	}
	if l.Item.HardStart != app.NoClock {
		note("Muộn giờ ấn định %s", minutesOf(l.Late()))
		note("Chờ đến giờ ấn định %s", minutesOf(l.Wait))
	}
	note("Tạm dừng %s", minutesOf(l.Held))
	if len(l.Reasons) > 0 {
		notes = append(notes, "Lý do: "+strings.Join(l.Reasons, "; "))
	}
	return sentence(strings.Join(notes, ". "))
}

// remarks puts a heading and lines to write on.
func (d *document) remarks(heading *column) {
	d.y += paragraphGap
	d.put(heading, d.safe.X, d.y)
	d.y += heading.height()
	for range remarkLines {
		d.y += remarkPitch
		d.dotted(d.safe.X, d.safe.Right())
	}
}

// dotted draws a line to write on, at the current height.
func (d *document) dotted(from, to MM) {
	line := stroke(Black, dotWidth, polyline(Point{from, d.y}, Point{to, d.y}))
	line.Dash = []MM{dotWidth, 3 * dotWidth}
	d.page.Add(line)
}

// dotWidth is the size of the dots of a line to write on.
const dotWidth MM = 0.3

func hourOf(t time.Time) string { return t.Format("15 giờ 04") }

// minutesOf rounds to whole minutes.
func minutesOf(d time.Duration) int { return int(math.Round(d.Minutes())) }

// signed tells minutes with their sign: "+5 phút".
func signed(n int) string {
	switch {
	case n > 0:
		return fmt.Sprintf("+%d phút", n)
	case n < 0:
		return fmt.Sprintf("−%d phút", -n)
	}
	return "0"
}
