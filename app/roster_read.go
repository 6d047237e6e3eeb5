package app

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The fields that a list of recipients may have.
const (
	FieldNumber   = "number"
	FieldName     = "name"
	FieldFamily   = "family" // họ, or họ và đệm, where the list parts names
	FieldMiddle   = "middle" // đệm, where that has a column of its own
	FieldGiven    = "given"  // tên
	FieldClass    = "class"
	FieldBorn     = "born"
	FieldGender   = "gender"
	FieldFemale   = "female" // a column "Nữ": marked for girls, blank for boys
	FieldAward    = "award"
	FieldCitation = "citation"
	FieldCall     = "call" // when called on stage, a number
)

// RosterColumns lists the fields in the order in which people see them, with the headers that name them.
var RosterColumns = []Column{
	{FieldNumber, []string{"stt", "tt", "so tt", "so thu tu"}},
	{FieldName, []string{"ho va ten", "ho ten", "ho va ten hoc sinh", "ho ten hoc sinh", "ten hoc sinh", "hoc sinh", "ho va ten tre", "full name", "name"}},
	{FieldFamily, []string{"ho dem", "ho va dem", "ho va ten dem", "ho ten dem", "ho va chu dem", "ho lot", "ho va chu lot", "ho va ten lot", "ho"}},
	{FieldMiddle, []string{"dem", "ten dem", "chu dem", "lot", "ten lot", "chu lot"}},
	{FieldGiven, []string{"ten"}},
	{FieldClass, []string{"lop", "lop hoc", "ten lop", "class"}},
	{FieldBorn, []string{"ngay sinh", "ngay thang nam sinh", "sinh ngay", "nam sinh", "date of birth"}},
	{FieldGender, []string{"gioi tinh", "gioi", "phai", "nam nu", "gt", "gender"}},
	{FieldFemale, []string{"nu"}},
	{FieldAward, []string{"danh hieu", "danh hieu khen thuong", "danh hieu dat duoc", "hinh thuc khen thuong", "hinh thuc khen", "khen thuong", "giai", "dat giai", "giai thuong", "award"}},
	{FieldCitation, []string{"noi dung khen thuong", "noi dung khen", "noi dung", "thanh tich", "thanh tich dat duoc", "ly do khen thuong", "ly do khen", "ly do", "citation"}},
	{FieldCall, []string{"stt len san khau", "thu tu len san khau", "thu tu goi", "thu tu goi ten", "stt goi", "stt goi ten", "thu tu nhan", "stt nhan", "thu tu trao", "call"}},
}

// Why a row makes no recipient, no program item, no slogan; the sentence for people is the phrase "reason.CODE".
const (
	ReasonNoName         = "no-name"         // a row without a name
	ReasonFooter         = "footer"          // the words below a list: its total, the date, who signs
	ReasonRepeatedHeader = "repeated-header" // the header again, as at the top of a printed page
	ReasonSection        = "section"         // a line that only says which class follows
	ReasonHidden         = "hidden"          // a row that the spreadsheet hides, as a filter does
	ReasonNoTitle        = "no-title"        // a row of a program that does not say what happens
	ReasonDuplicate      = "duplicate"       // a slogan that stands there already
)

// What a reader remarks on a row that it took; the sentence for people is the phrase "remark.CODE".
const (
	RemarkDate      = "unreadable-date"   // the recipient has no birthday now
	RemarkGender    = "unreadable-gender" // neither nam nor nữ
	RemarkColumn    = "second-column"     // another column of the same meaning was not used
	RemarkCall      = "unreadable-call"   // no number: the recipient is called after the others
	RemarkTwice     = "listed-twice"      // same name, class and birthday as a row above
	RemarkNoValue   = "no-value"          // a formula whose result the file does not hold
	RemarkTime      = "unreadable-time"   // the item follows the one before it
	RemarkMinutes   = "unreadable-minutes"
	RemarkNoMinutes = "no-minutes" // nothing says how long; the usual five minutes were taken
)

// Remark is something that a person should look at in a row that was taken.
type Remark struct {
	Row   int
	Field string
	Text  string // what stands there
	Code  string
}

// RosterReading is what a list of recipients holds. Rows count from one, as spreadsheets do. Every row below
// the header that isn't blank is in Recipients or in LeftOut.
type RosterReading struct {
	HeaderRow  int               // the last row of the header
	Columns    []string          // headers of the list, "" for columns without one
	Mapping    map[string]string // header by field
	Places     map[string]int    // column by field, from zero
	More       []string          `json:",omitempty"` // headers of the columns that no field has; see Roster.Columns
	Recipients []*Recipient
	LeftOut    []LeftOut
	Remarks    []Remark
}

// ReadRoster reads a list of recipients: titles, a header of one or two rows, the list, and what stands below
// it. forced names the header of a field where the list calls it by an unusual name; an empty header says that
// the list has no such column. hidden rows, counted from one, are left out as who prints the sheet would. The error is
// a *HeaderError.
func ReadRoster(rows [][]string, forced map[string]string, hidden map[int]bool) (RosterReading, error) {
	h, err := findHeader(rows, RosterColumns, forced, namesPeople)
	if err != nil {
		return RosterReading{}, err
	}
	r := rosterReader{header: h, hidden: hidden, seen: map[listing]bool{}}
	r.HeaderRow, r.Columns, r.Mapping = h.first+h.rows, h.texts, map[string]string{}
	r.Places = h.column
	r.nameTail = r.findNameTail(rows[r.HeaderRow:])
	for field, c := range h.column {
		r.Mapping[field] = h.texts[c]
	}
	r.findMore()
	for c, text := range h.texts {
		if field, ok := h.twice[c]; ok {
			r.remark(r.HeaderRow, field, text, RemarkColumn)
		}
	}
	for i := r.HeaderRow; i < len(rows); i++ {
		r.read(i+1, cleanRow(rows[i]))
	}
	return r.RosterReading, nil
}

// namesPeople tells whether a header is that of a list of people. A name alone must be called by one of its usual
// headers: many a sentence begins with "Học sinh".
func namesPeople(h header) bool {
	c, ok := h.column[FieldName]
	if !ok {
		c, ok = h.column[FieldGiven]
	}
	key := headerKey(cellAt(h.texts, c))
	return ok && (len(h.column) > 1 || slices.ContainsFunc(RosterColumns, func(c Column) bool { return c.is(key) }) || h.forced)
}

// rosterReader goes down a list.
type rosterReader struct {
	RosterReading
	header   header
	hidden   map[int]bool
	nameTail int    // column of the tên under a header "Họ và tên" that spans two columns, or -1
	section  string // the class that a line between the rows announced
	numbered bool   // the rows have numbers
	below    bool   // the words below the list have begun
	extra    []int  // columns that no field has, in the order of More
	seen     map[listing]bool
}

// findNameTail returns the column right of the names when it has no header but, in most rows, a text: a header
// "Họ và tên" merged over two columns, with the tên in the second.
func (r *rosterReader) findNameTail(rows [][]string) int {
	c, ok := r.header.column[FieldName]
	if !ok || cellAt(r.header.texts, c+1) != "" {
		return -1
	}
	names, tails := 0, 0
	for _, row := range rows {
		if cellAt(row, c) != "" {
			names++
			if cellAt(row, c+1) != "" {
				tails++
			}
		}
	}
	if tails*2 <= names {
		return -1
	}
	return c + 1
}

func (r *rosterReader) read(row int, cells []string) {
	text := rowText(cells)
	if text == "" {
		return
	}
	r.dropErrors(row, cells)
	name := r.name(cells)
	reason := r.reason(cells, name, text)
	if reason == "" && r.hidden[row] {
		reason = ReasonHidden
	}
	if reason != "" {
		r.LeftOut = append(r.LeftOut, LeftOut{row, text, reason})
		return
	}
	p := &Recipient{
		Row: row, Name: name, Class: r.cell(cells, FieldClass),
		Award: r.cell(cells, FieldAward), Citation: r.cell(cells, FieldCitation),
	}
	if p.Class == "" {
		p.Class = r.section
	}
	p.Born = r.born(row, cells)
	p.Gender = r.gender(row, cells)
	p.Call = r.call(row, cells)
	r.remarkTwice(p)
	p.Extra = r.more(cells)
	p.ID = NewID()
	r.numbered = r.numbered || r.hasAny(cells, FieldNumber)
	r.Recipients = append(r.Recipients, p)
}

// reason returns why a row is no recipient, or "".
func (r *rosterReader) reason(cells []string, name, text string) string {
	switch {
	case r.repeatsHeader(cells):
		return ReasonRepeatedHeader
	case r.opensSection(cells, text):
		return ReasonSection
	case name == "" && isFooter(cells), footer(name) && !r.hasAny(cells, FieldClass, FieldBorn), r.below && (name == "" || r.bare(cells)):
		r.below = true
		return ReasonFooter
	case !isName(name):
		return ReasonNoName
	}
	return ""
}

// isName tells whether text may be a name; lists number their columns below the header with 1 2 3 or A B C.
func isName(text string) bool {
	return len(text) > 1 && strings.IndexFunc(text, unicode.IsLetter) >= 0
}

// bare tells whether a row has a name and nothing that a pupil's row would have: below a list that is a signature.
func (r *rosterReader) bare(cells []string) bool {
	if r.numbered {
		return !r.hasAny(cells, FieldNumber)
	}
	for _, field := range []string{FieldNumber, FieldClass, FieldBorn} {
		if r.header.has(field) {
			return !r.hasAny(cells, FieldNumber, FieldClass, FieldBorn)
		}
	}
	return !r.hasAny(cells, FieldGender, FieldFemale, FieldAward, FieldCitation)
}

// hasAny tells whether a row has a text of its own in one of the fields.
func (r *rosterReader) hasAny(cells []string, fields ...string) bool {
	return slices.ContainsFunc(fields, func(field string) bool {
		text := r.cell(cells, field)
		return text != "" && !footer(text)
	})
}

func (r *rosterReader) repeatsHeader(cells []string) bool {
	same := 0
	for _, column := range RosterColumns {
		text := r.cell(cells, column.Field)
		if text == "" {
			continue
		}
		key := headerKey(text)
		if key != headerKey(r.Mapping[column.Field]) && !column.is(key) {
			return false
		}
		same++
	}
	return same > 1 || same == 1 && len(r.header.column) == 1
}

// opensSection reads a line such as "Lớp 1A1", alone in its row.
func (r *rosterReader) opensSection(cells []string, text string) bool {
	word, class, ok := strings.Cut(strings.Replace(text, ":", " ", 1), " ")
	class = strings.TrimSpace(class)
	if !ok || Fold(word) != "lop" || class == "" || strings.Contains(class, " ") || r.cell(cells, FieldClass) == text {
		return false
	}
	r.section = class
	return true
}

// name returns the name in a row, put together where the list parts it.
func (r *rosterReader) name(cells []string) string {
	parts := []string{r.cell(cells, FieldName), cellAt(cells, r.nameTail)}
	if parts[0] == "" && r.nameTail < 0 {
		parts = []string{r.cell(cells, FieldFamily), r.cell(cells, FieldMiddle), r.cell(cells, FieldGiven)}
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " ")
}

func (r *rosterReader) cell(cells []string, field string) string {
	if c, ok := r.header.column[field]; ok {
		return cellAt(cells, c)
	}
	return ""
}

func (r *rosterReader) born(row int, cells []string) Date {
	text := cmp.Or(r.cell(cells, FieldBorn), r.bornUnderFemale(cells))
	d, err := parseBorn(text)
	if err != nil {
		r.remark(row, FieldBorn, text, RemarkDate)
	}
	return d
}

// bornUnderFemale returns the birthday that stands in the column "Nữ", as in lists with "Nam" and "Nữ" under
// "Năm sinh"; "" where the column is only ticked.
func (r *rosterReader) bornUnderFemale(cells []string) string {
	text := r.cell(cells, FieldFemale)
	if d, err := parseBorn(text); err != nil || d.IsZero() {
		return ""
	}
	return text
}

// parseBorn reads a birthday, also with a year of two digits (of this century below 50) or a time of day behind
// it, or as the number of days since 1899 that it is in a spreadsheet's cell without the format of a date.
func parseBorn(text string) (Date, error) {
	if d, err := ParseDate(text); err == nil {
		return d, nil
	}
	if days, err := strconv.Atoi(text); err == nil && days >= 10000 && days < 99999 {
		return Date{1899, 12, 30}.AddDays(days), nil
	}
	day, _, _ := strings.Cut(text, " ")
	if i := strings.LastIndexAny(day, "/-."); i > 0 && i < 6 && len(day)-i == 3 {
		century := "20"
		if day[i+1] >= '5' {
			century = "19"
		}
		day = day[:i+1] + century + day[i+1:]
	}
	return ParseDate(day)
}

// genderWords are the words by which lists tell a gender, folded.
var genderWords = map[string]Gender{"nu": Female, "gai": Female, "female": Female, "f": Female, "nam": Male, "trai": Male, "male": Male, "m": Male}

// ticks are the signs with which a list ticks a column, folded, and blanks those with which it does not.
var (
	ticks  = []string{"x", "1", "v", "✓", "✔", "+", "co", "true"}
	blanks = []string{"", "0", "-", "khong", "false"}
)

// gender reads the gender from the columns that tell it; it is never guessed from a name. Where the list ticks
// "Nữ", a row without a tick is a boy's.
func (r *rosterReader) gender(row int, cells []string) Gender {
	field, text := FieldGender, r.cell(cells, FieldGender)
	said, ticked := Fold(text), Fold(r.cell(cells, FieldFemale))
	switch {
	case slices.Contains(ticks, ticked), r.bornUnderFemale(cells) != "":
		return Female
	case r.header.has(FieldFemale) && slices.Contains(blanks, ticked) && (said == "" || slices.Contains(ticks, said)):
		return Male
	}
	if ticked != "" {
		field, text, said = FieldFemale, r.cell(cells, FieldFemale), ticked
	}
	g, ok := genderWords[said]
	if !ok && text != "" {
		r.remark(row, field, text, RemarkGender)
	}
	return g
}

// call reads when the recipient is called on stage; 0 where the list doesn't tell.
func (r *rosterReader) call(row int, cells []string) int {
	text := r.cell(cells, FieldCall)
	n, err := strconv.Atoi(text)
	if text != "" && (err != nil || n < 1) {
		r.remark(row, FieldCall, text, RemarkCall)
		return 0
	}
	return n
}

// listing is what tells one row of a list from another.
type listing struct {
	name, class, award string
	born               Date
	gender             Gender
}

// remarkTwice remarks on a child that stands in the list already, for the same award.
func (r *rosterReader) remarkTwice(p *Recipient) {
	key := listing{p.Name, p.Class, p.Award, p.Born, p.Gender}
	if r.seen[key] {
		r.remark(p.Row, FieldName, p.Name, RemarkTwice)
	}
	r.seen[key] = true
}

func (r *rosterReader) remark(row int, field, text, code string) {
	r.Remarks = append(r.Remarks, Remark{row, field, text, code})
}

// footers are how the words below a list begin, in lower case and without punctuation. They keep their marks: Tống
// is a family name, tổng a sum.
var footers = []string{
	"danh sách này", "danh sách trên", "danh sách có", "danh sách gồm", "ấn định danh sách", "tổng số", "tổng cộng", "cộng danh sách",
	"hiệu trưởng", "phó hiệu trưởng", "kt hiệu trưởng", "tm", "người lập", "người tổng hợp", "giáo viên chủ nhiệm", "kế toán",
	"xác nhận của", "thủ trưởng", "chủ tịch ubnd", "nơi nhận", "ghi chú", "ký và ghi rõ", "ký ghi rõ", "ký tên",
}

// isFooter tells whether a row says what stands below lists.
func isFooter(cells []string) bool { return slices.ContainsFunc(cells, footer) }

func footer(text string) bool {
	key := plainWords(strings.ToLower(Clean(text))) + " "
	if strings.Contains(key, " ngày ") && strings.Contains(key, " tháng ") && strings.Contains(key, " năm ") {
		return true
	}
	return slices.ContainsFunc(footers, func(f string) bool { return strings.HasPrefix(key, f+" ") })
}
