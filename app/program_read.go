package app

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// The fields that a list of program items may have.
const (
	ProgramStart   = "start"
	ProgramMinutes = "minutes"
	ProgramTitle   = "title"
	ProgramWho     = "who"
	ProgramWhere   = "where"
	ProgramNotes   = "notes"
	ProgramPart    = "part"
	ProgramHard    = "hard-start"
	ProgramOption  = "optional"
	ProgramLeast   = "min-minutes"
	ProgramScript  = "script"
)

// ProgramColumns lists the fields in the order of a printed program, with the headers that name them.
var ProgramColumns = []Column{
	{ProgramStart, []string{"bat dau", "thoi gian", "gio", "thoi diem", "gio bat dau", "start"}},
	{ProgramMinutes, []string{"so phut", "thoi luong", "phut", "thoi luong phut", "minutes"}},
	{ProgramTitle, []string{"noi dung", "noi dung cong viec", "noi dung chuong trinh", "hoat dong", "tiet muc", "cong viec", "title"}},
	{ProgramWho, []string{"nguoi thuc hien", "nguoi phu trach", "phu trach", "thuc hien", "bo phan phu trach", "don vi thuc hien", "who"}},
	{ProgramWhere, []string{"dia diem", "vi tri", "noi thuc hien", "where"}},
	{ProgramNotes, []string{"ghi chu", "chuan bi", "luu y", "notes"}},
	{string(Sound), []string{"am thanh", "nhac", "loa", "sound"}},
	{string(Light), []string{"anh sang", "den", "light"}},
	{string(Screen), []string{"man hinh", "trinh chieu", "led", "screen"}},
	{string(Stage), []string{"san khau", "dao cu", "hau dai", "stage"}},
	{ProgramScript, []string{"loi dan", "loi dan chuong trinh", "kich ban", "kich ban mc", "script"}},
	{ProgramPart, []string{"phan", "thuoc phan", "part"}},
	{ProgramHard, []string{"gio an dinh", "gio co dinh", "dung gio", "hard start"}},
	{ProgramOption, []string{"co the bo", "tuy chon", "optional"}},
	{ProgramLeast, []string{"rut ngan con", "so phut toi thieu", "toi thieu", "least"}},
}

// ProgramReading is what a list of program items holds. Rows count from one, as spreadsheets do.
type ProgramReading struct {
	HeaderRow int
	Columns   []string
	Mapping   map[string]string // header by field
	Start     Clock             // of the first item, or NoClock where the list does not say
	Items     []Item
	Headings  int // rows that are the heading of a part
	LeftOut   []LeftOut
	Remarks   []Remark
}

// ReadProgram reads the running order of a ceremony. A start that follows from the lengths of the items before it
// is left to follow; one that differs becomes a hard start. Where an item's length isn't given it runs to its
// own end, or to the next start. The error is a *HeaderError.
func ReadProgram(rows [][]string) (ProgramReading, error) {
	h, err := programHeader(rows)
	if err != nil {
		return ProgramReading{}, err
	}
	return readItems(rows, h, false), nil
}

// programHeader finds the columns of a program. The error is a *HeaderError.
func programHeader(rows [][]string) (header, error) {
	h, err := findHeader(rows, ProgramColumns, nil, func(h header) bool {
		return h.has(ProgramTitle) && (h.has(ProgramStart) || h.has(ProgramMinutes) || h.has(ProgramWho))
	})
	if e := (*HeaderError)(nil); errors.As(err, &e) && e.Code == NoHeader {
		e.Code = NoProgramHeader
	}
	return h, err
}

// readItems reads the rows below a header; loose rows follow each other where none says that its start is hard.
func readItems(rows [][]string, h header, loose bool) ProgramReading {
	r := programReader{header: h, loose: loose}
	r.HeaderRow, r.Columns, r.Mapping = h.first+h.rows, h.texts, map[string]string{}
	for field, c := range h.column {
		r.Mapping[field] = h.texts[c]
	}
	for i := r.HeaderRow; i < len(rows); i++ {
		r.read(i+1, rows[i])
	}
	r.settle()
	slices.SortStableFunc(r.Remarks, func(a, b Remark) int { return cmp.Compare(a.Row, b.Row) })
	return r.ProgramReading
}

// programReader goes down a program.
type programReader struct {
	ProgramReading
	header header
	loose  bool
	part   EmptyPart     // under whose heading the rows stand
	lines  []programLine // of each item
}

// programLine is what a row says of an item's time.
type programLine struct {
	row        int
	start, end Clock
	hard       Clock // or NoClock where the row does not say
	minutes    int   // -1 where the row does not say
}

func (r *programReader) read(row int, raw []string) {
	cells := cleanRow(raw)
	text := rowText(cells)
	if text == "" {
		return
	}
	if part := r.heading(cells); part != "" {
		r.part, r.Headings = EmptyPart{ID: NewID(), Name: part}, r.Headings+1
		return
	}
	line, remarks := r.times(row, cells)
	title := r.cell(cells, ProgramTitle)
	timeless := line.start == NoClock && line.minutes < 0
	if reason := r.reason(title, timeless, cells); reason != "" {
		r.LeftOut = append(r.LeftOut, LeftOut{row, text, reason})
		return
	}
	item := NewItem(title)
	item.Who, item.Where, item.Part = r.cell(cells, ProgramWho), r.cell(cells, ProgramWhere), r.part.Name
	if r.header.has(ProgramPart) {
		item.Part = r.cell(cells, ProgramPart)
	}
	if item.Part == r.part.Name {
		item.PartID = r.part.ID
	}
	item.Notes, item.Script = Clean(r.cell(raw, ProgramNotes)), Clean(r.cell(raw, ProgramScript)) // with their lines
	for _, crew := range Crews {
		item.SetCue(crew, Clean(r.cell(raw, string(crew))))
	}
	item.Optional = isYes(r.cell(cells, ProgramOption))
	if least, ok := parseMinutes(r.cell(cells, ProgramLeast)); ok {
		item.MinMinutes = least
	}
	r.Items = append(r.Items, item)
	r.lines = append(r.lines, line)
	r.Remarks = append(r.Remarks, remarks...)
}

// heading returns the part whose heading a row is, or "".
func (r *programReader) heading(cells []string) string {
	if part := r.cell(cells, ProgramPart); part != "" && headerKey(part) == headerKey(r.cell(cells, ProgramTitle)) {
		return part
	}
	return loneHeading(cells)
}

// partPattern finds how people number the parts of a ceremony: "I. ", "A) ", "Phần I: ".
var partPattern = regexp.MustCompile(`^(?i:phần\s+)?(?:[IVX]{1,4}|[A-D])\s*[.:)/–-]\s*`)

// loneHeading returns the part whose heading a row is that says nothing else: "I. PHẦN LỄ", "Phần hội".
func loneHeading(cells []string) string {
	said := slices.DeleteFunc(slices.Clone(cells), func(cell string) bool { return cell == "" })
	if said = slices.Compact(said); len(said) == 2 && partPattern.MatchString(said[0]+". ") {
		said = []string{said[0] + ". " + said[1]} // its number stands in a column of its own
	}
	if len(said) != 1 {
		return ""
	}
	name := partPattern.ReplaceAllString(said[0], "")
	if name == said[0] && !strings.HasPrefix(Fold(name), "phan ") {
		return ""
	}
	return name
}

// times reads when a row's item starts and how long it takes.
func (r *programReader) times(row int, cells []string) (line programLine, remarks []Remark) {
	when, length := r.cell(cells, ProgramStart), r.cell(cells, ProgramMinutes)
	line, ok := parseTimes(when)
	line.row, line.hard = row, r.hard(cells)
	if !ok {
		remarks = append(remarks, Remark{row, ProgramStart, when, RemarkTime})
	}
	if length == "" {
		return line, remarks
	}
	minutes, ok := parseMinutes(length)
	if !ok {
		return line, append(remarks, Remark{row, ProgramMinutes, length, RemarkMinutes})
	}
	line.minutes = minutes
	return line, remarks
}

// hard reads the column of hard starts: a time, or a mark at the item's own start.
func (r *programReader) hard(cells []string) Clock {
	text := r.cell(cells, ProgramHard)
	if found, ok := parseTimes(text); ok && found.start != NoClock {
		return found.start
	}
	if found, _ := parseTimes(r.cell(cells, ProgramStart)); isYes(text) {
		return found.start
	}
	return NoClock
}

// isYes tells whether a cell is marked, as with "x" or "có".
func isYes(text string) bool {
	return text != "" && !slices.Contains([]string{"khong", "no", "0", "-"}, Fold(text))
}

func (r *programReader) reason(title string, timeless bool, cells []string) string {
	switch {
	case timeless && (footer(title) || title == "" && isFooter(cells)):
		return ReasonFooter
	case title == "":
		return ReasonNoTitle
	case headerKey(title) == headerKey(r.Mapping[ProgramTitle]) && timeless:
		return ReasonRepeatedHeader
	}
	return ""
}

// settle gives each item its length and decides which starts are hard.
func (r *programReader) settle() {
	r.Start = NoClock
	now := NoClock
	for i, line := range r.lines {
		item := &r.Items[i]
		switch {
		case line.hard != NoClock:
			item.HardStart, now = line.hard, line.hard
			if i == 0 {
				r.Start = now
			}
		case line.start == NoClock:
		case now == NoClock && i == 0:
			r.Start, now = line.start, line.start
		case !r.loose && now%(24*60) != line.start:
			item.HardStart, now = line.start, line.start
		}
		if item.Minutes = r.length(i, now); item.Minutes < 0 {
			item.Minutes = NewItem("").Minutes
			r.Remarks = append(r.Remarks, Remark{line.row, ProgramMinutes, item.Title, RemarkNoMinutes})
		}
		if now != NoClock {
			now += Clock(item.Minutes)
		}
	}
}

// length returns the minutes of item i, which starts at now, or -1 where nothing tells them.
func (r *programReader) length(i int, now Clock) int {
	line := r.lines[i]
	switch {
	case line.minutes >= 0:
		return line.minutes
	case now != NoClock && line.end > now:
		return int(line.end - now)
	case now != NoClock && line.end == NoClock && i+1 < len(r.lines) && r.lines[i+1].start > now:
		return int(r.lines[i+1].start - now)
	}
	return -1
}

func (r *programReader) cell(cells []string, field string) string {
	if c, ok := r.header.column[field]; ok {
		return cellAt(cells, c)
	}
	return ""
}

// clockPattern finds a time of day: 07:30, 7h30, 7h, 7 giờ 30. minutePattern finds a length: 15 phút, 15'.
var (
	clockPattern  = regexp.MustCompile(`(\d{1,2})\s*(?:giờ|[:.hg])\s*(\d{2})?`)
	minutePattern = regexp.MustCompile(`^(\d{1,3})\s*(?:phút|phut|ph|p|['’′])?$`)
)

// parseTimes reads what a column of times holds: a start, "7h00 - 7h15", "15 phút" or nothing; ok says whether
// the text was understood.
func parseTimes(text string) (line programLine, ok bool) {
	line = programLine{start: NoClock, end: NoClock, hard: NoClock, minutes: -1}
	if text == "" {
		return line, true
	}
	found := clockPattern.FindAllString(strings.ToLower(text), 2)
	if len(found) == 0 {
		line.minutes, ok = parseMinutes(text)
		return line, ok
	}
	clocks := [2]Clock{NoClock, NoClock}
	for i, t := range found {
		c, err := ParseClock(t)
		if err != nil {
			return line, false
		}
		clocks[i] = c
	}
	line.start, line.end = clocks[0], clocks[1]
	return line, true
}

// parseMinutes reads "15", "15 phút" or "15'"; minutes is -1 where the text is none of these.
func parseMinutes(text string) (minutes int, ok bool) {
	m := minutePattern.FindStringSubmatch(strings.ToLower(text))
	if m == nil {
		return -1, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}
