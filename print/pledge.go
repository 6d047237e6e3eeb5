package print

import (
	"fmt"
	"strings"

	"tiengtrong/app"
)

// pledgers tells for each circle how its members speak of themselves, what they belong to, and who signs a sheet of
// one's own.
var pledgers = map[app.Circle]struct {
	self, unit, sheetUnit string
	signers               []string
}{
	app.StaffCircle:   {"tôi", "Tổ (bộ phận):", "Tổ (bộ phận):", []string{"Thủ trưởng đơn vị", "Người cam kết"}},
	app.PupilCircle:   {"em", "Lớp:", "Lớp:", []string{"Giáo viên chủ nhiệm", "Cha mẹ học sinh", "Học sinh"}},
	app.ParentsCircle: {"gia đình tôi", "Cha mẹ của học sinh:", "Lớp (tổ dân phố):", []string{"Đại diện nhà trường", "Người cam kết"}},
}

// The measures of commitment sheets.
const (
	pledgeRow  MM = 8.4 // of a line to sign on
	pledgeRoom MM = 22  // for a signature
)

// pledge is a commitment sheet being laid out.
type pledge struct {
	*document
	event *app.Event
	ask   app.Ask
	size  Pt // of the text
}

// PledgeList lays out a commitment that many sign, on A4: what the school asks of the audience, and lines with a number,
// a name and a signature, to the foot of the sheet. One is copied for each class or group.
func (s *Studio) PledgeList(e *app.Event, a app.Ask) ([]*Page, []app.Problem) {
	p := s.newPledge(e, a, Size{210, 297}, Sides{Top: 18, Right: 18, Bottom: 16, Left: 25}, textSize)
	p.opening()
	p.field(pledgers[a.Circle()].sheetUnit)
	p.points("Chúng " + plural(a.Circle()))
	p.closing()
	p.y += 2 * paragraphGap
	if p.room() < 6*pledgeRow {
		p.turn()
	}
	p.lines()
	return p.pages, p.problems
}

// plural is how many who speak of themselves go on after "Chúng".
func plural(c app.Circle) string {
	if c == app.PupilCircle {
		return "em"
	}
	return "tôi"
}

// PledgePair lays out a commitment that one person signs, two to a sheet of A4 across that is cut into A5.
func (s *Studio) PledgePair(e *app.Event, a app.Ask) ([]*Page, []app.Problem) {
	var p *pledge
	for _, size := range []Pt{14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10} {
		if p = s.half(e, a, size); len(p.pages) == 1 && len(p.problems) == 0 {
			break
		}
	}
	var sheets []*Page
	for _, half := range p.pages {
		sheet := &Page{Trim: Size{297, 210}, Scale: 1}
		sheet.Add(half.Items...)
		sheet.Add(placing{k: 1, dx: half.Trim.W}.items(half.Items)...)
		cut := stroke(lineInk, hairline, polyline(Point{half.Trim.W, 5.5}, Point{half.Trim.W, 204.5}))
		cut.Dash = []MM{1.5, 1.5}
		sheet.Add(cut)
		sheets = append(sheets, sheet)
	}
	return sheets, p.problems
}

// half lays out one of the two, in type of the given size.
func (s *Studio) half(e *app.Event, a app.Ask, size Pt) *pledge {
	p := s.newPledge(e, a, Size{148.5, 210}, Sides{Top: 11, Right: 12, Bottom: 10, Left: 13}, size)
	who := pledgers[a.Circle()]
	p.opening()
	p.field("Họ và tên:")
	p.field(who.unit)
	p.points(strings.ToUpper(who.self[:1]) + who.self[1:])
	p.closing()
	p.signatures(who.signers)
	return p
}

func (s *Studio) newPledge(e *app.Event, a app.Ask, size Size, margins Sides, text Pt) *pledge {
	subject := app.Subject{Kind: app.OfAsk, ID: a.ID, Name: a.Audience}
	return &pledge{document: s.newPaper(subject, size, margins), event: e, ask: a, size: text}
}

// centre sets a line in the middle of the measure.
func (p *pledge) centre(size Pt, r run) *column {
	c := p.set(style(size, centred), p.safe.W, r)
	p.flow(c, p.safe.X)
	return c
}

// opening sets quốc hiệu and tiêu ngữ, the kind of paper, and what it is for.
func (p *pledge) opening() {
	p.centre(p.size-1, run{face: boldFace, text: nationalName, caps: true})
	motto := p.centre(p.size, run{face: boldFace, text: nationalMotto})
	p.rule(p.safe.X, p.safe.W, motto.longest(), p.y+ruleGap)
	p.y += 6
	p.centre(p.size+3, run{face: boldFace, text: "Bản cam kết", caps: true})
	subject := p.centre(p.size, run{face: boldFace, text: p.event.Title})
	p.rule(p.safe.X, p.safe.W, subject.longest()*ruleShare, p.y+ruleGap)
	p.y += 4
	if name := app.Clean(p.event.School.Name); name != "" {
		p.centre(p.size, run{face: uprightFace, text: "Kính gửi: " + name})
	}
	p.y += 1
}

// field sets a label with a line to write on.
func (p *pledge) field(text string) {
	p.y += 1.6
	label := p.set(style(p.size, flushLeft), p.safe.W, run{face: uprightFace, text: text})
	p.put(label, p.safe.X, p.y)
	p.y += label.height() - 1.2
	p.dotted(p.safe.X+label.longest()+1.5, p.safe.Right())
	p.y += 1.2
}

// points sets what the signers take upon themselves. self begins the sentence.
func (p *pledge) points(self string) {
	p.y += 2
	title := app.Clean(p.event.Title)
	p.say(fmt.Sprintf("Sau khi được nhà trường phổ biến mục đích, ý nghĩa của %s, %s xin cam kết:", title, lowerFirst(self)))
	for i, point := range p.ask.Said() {
		p.say(fmt.Sprintf("%d. %s", i+1, sentence(point)))
	}
	p.say(self + " xin nghiêm túc thực hiện những điều đã cam kết trên đây.")
}

func (p *pledge) say(text string) {
	look := style(p.size, justified)
	look.indent = 8
	p.y += 1.2
	p.flow(p.set(look, p.safe.W, run{face: uprightFace, text: text}), p.safe.X)
}

// lowerFirst begins a text with a small letter, for the middle of a sentence.
func lowerFirst(text string) string {
	first := string([]rune(text)[:1])
	return strings.ToLower(first) + strings.TrimPrefix(text, first)
}

// closing sets place and date, to be filled in.
func (p *pledge) closing() {
	date := "ngày …… tháng …… năm ……"
	if from := p.event.From; !from.IsZero() {
		date = fmt.Sprintf("ngày …… tháng …… năm %d", from.Year)
	}
	if place := p.event.School.DatePlace(); place != "" {
		date = place + ", " + date
	}
	p.y += 2
	p.flow(p.set(style(p.size, flushRight), p.safe.W, run{face: italicFace, text: date}), p.safe.X)
}

// signatures sets who signs, side by side.
func (p *pledge) signatures(signers []string) {
	p.y += 1.5
	width := p.safe.W / MM(len(signers))
	height := MM(0)
	for i, who := range signers {
		c := p.set(style(p.size-1, centred), width, run{face: boldFace, text: who})
		hint := p.set(style(p.size-2, centred), width, run{face: italicFace, text: "(Ký, ghi rõ họ tên)"})
		x := p.safe.X + MM(i)*width
		p.put(c, x, p.y)
		p.put(hint, x, p.y+c.height())
		height = max(height, c.height()+hint.height())
	}
	p.y += height + pledgeRoom
	if p.y > p.safe.Bottom()+0.01 {
		p.problem(p.tooLong, app.Error, "text", p.ask.Audience)
	}
}

// lines fills the sheet with lines to sign on, in two columns side by side.
func (p *pledge) lines() {
	half := p.safe.W / 2
	n := int(p.room()/pledgeRow) - 1
	for side := range 2 {
		p.ruled(p.safe.X+MM(side)*half, half, n, side*n)
	}
}

// ruled draws one column of lines: a head, and n rows that are numbered on from before.
func (p *pledge) ruled(x, width MM, n, before int) {
	columns := []columnHead{{"TT", 9, centred}, {"Họ và tên", width - 9 - 26, centred}, {"Ký tên", 26, centred}}
	bottom := p.y + MM(n+1)*pledgeRow
	for i := range n + 2 {
		y := p.y + MM(i)*pledgeRow
		p.grid(Point{x - gridWidth/2, y}, Point{x + width + gridWidth/2, y})
	}
	for _, col := range columns {
		p.grid(Point{x, p.y}, Point{x, bottom})
		head := p.set(style(p.size-1, centred), col.width, run{face: boldFace, text: col.title})
		p.put(head, x, p.y+(pledgeRow-head.height())/2)
		if col.title == "TT" {
			p.numbers(x, col.width, n, before)
		}
		x += col.width
	}
	p.grid(Point{x, p.y}, Point{x, bottom})
}

// numbers counts the lines.
func (p *pledge) numbers(x, width MM, n, before int) {
	for i := range n {
		c := p.set(style(p.size-1, centred), width, run{face: uprightFace, text: fmt.Sprint(before + i + 1)})
		p.put(c, x, p.y+MM(i+1)*pledgeRow+(pledgeRow-c.height())/2)
	}
}
