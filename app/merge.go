package app

import (
	"slices"
	"strconv"
	"strings"
)

// Wording is a certificate's text with one recipient's fields filled in, in the order of a giấy khen.
type Wording struct {
	Title, Issuer, Verb, Name, Detail, Award, Citation, Year, Decision, Register string
}

// CertificateFields lists the names of the fields that a certificate's wording may use, as users write them.
var CertificateFields = []string{
	"họ tên", "tên", "lớp", "ngày sinh", "danh hiệu", "nội dung", "trường", "cấp trên", "năm học", "sự kiện", "số", "stt",
	"năm", "ký hiệu", "ngày ký", "khối", "giới tính", "xưng hô", "chức vụ", "chủ đề", "địa danh", "ngày",
}

// Fields lists the fields that the wording of a certificate may use: those that all have, and the columns of its list.
func (e *Event) Fields(c Certificate) []string {
	return append(slices.Clip(CertificateFields), e.RosterOf(c).Columns...)
}

// Merge is a certificate's wording, read once, to be filled for one recipient after another. It may be used from
// several goroutines.
type Merge struct {
	title, issuer, verb, name, detail, award, citation, year, decision, register template

	date    Date
	signer  string
	numbers *Numbering
	settled Lookup         // of what is the same for all recipients
	columns map[string]int // places in Recipient.Extra, by folded header
}

// positions are the headers, folded, under which lists of a school's staff tell what somebody is.
var positions = map[string]bool{"chuc vu": true, "chuc danh": true, "vi tri": true, "nhiem vu": true, "cong viec": true}

// Merge reads the wording of a certificate and fills in what is the same for all recipients.
func (e *Event) Merge(c Certificate) *Merge {
	signer, _ := e.Signing(c)
	m := &Merge{date: e.SignedOn(c), signer: signer.Name, numbers: e.Numbering(c), settled: e.settled(c), columns: map[string]int{}}
	for i, header := range e.RosterOf(c).Columns {
		m.columns[Fold(header)] = i
		if positions[Fold(header)] {
			m.columns["chuc vu"] = i
		}
	}
	read := func(text string) template {
		t, _ := parseTemplate(text)
		t = t.settle(m.settled)
		if t.same() {
			t[0].text = Clean(t[0].text)
		}
		return t
	}
	m.title, m.issuer, m.verb, m.name, m.detail = read(c.Title), read(c.Issuer), read(c.Verb), read(c.NameLine), read(c.Detail)
	m.award, m.citation, m.year, m.decision, m.register = read(c.Award), read(c.Citation), read(c.Year), read(c.Decision), read(c.Register)
	return m
}

// Same tells whether a line says the same to all recipients. It does not for one without a text of its own, such as the date.
func (m *Merge) Same(line Line) bool {
	return map[Line]template{
		TitleLine: m.title, IssuerLine: m.issuer, VerbLine: m.verb, NameLine: m.name, DetailLine: m.detail, AwardLine: m.award,
		CitationLine: m.citation, YearLine: m.year, DecisionLine: m.decision, RegisterLine: m.register,
	}[line].same()
}

// templates are the lines of the wording, from top to bottom.
func (m *Merge) templates() []template {
	return []template{m.title, m.issuer, m.verb, m.name, m.detail, m.award, m.citation, m.year, m.decision, m.register}
}

// settled is the lookup of what is the same for all recipients of a certificate.
func (e *Event) settled(c Certificate) Lookup {
	return func(name string) (string, bool) {
		switch name {
		case "nam":
			if year := e.yearOf(c); year > 0 {
				return strconv.Itoa(year), true
			}
			return "", true
		case "ky hieu":
			return e.signOf(c), true
		case "ngay ky":
			return e.SignedOn(c).Short(), true
		}
		return e.field(name)
	}
}

// field is the lookup of what is the same on everything that the event prints.
func (e *Event) field(name string) (string, bool) {
	switch name {
	case "truong":
		return e.School.Name, true
	case "cap tren":
		return e.School.Parent, true
	case "nam hoc":
		return e.SchoolYear(), true
	case "su kien":
		return e.Title, true
	case "chu de":
		return Clean(strings.ReplaceAll(e.Theme, "\n", " ")), true
	case "dia danh":
		return e.School.DatePlace(), true
	case "ngay":
		return e.Day().Short(), true
	}
	return "", false
}

// Wording merges the recipient with the given index in the certificate's roster into the wording. Unknown fields stay
// as they stand.
func (e *Event) Wording(c Certificate, index int, r *Recipient) Wording {
	return e.Merge(c).Wording(index, r)
}

// Wording merges the recipient with the given index in the certificate's roster.
func (m *Merge) Wording(index int, r *Recipient) Wording {
	lookup := m.lookup(index, r)
	fill := func(t template) string {
		if t.same() {
			return t[0].text
		}
		return Clean(t.expand(lookup))
	}
	return Wording{
		Title: fill(m.title), Issuer: fill(m.issuer), Verb: fill(m.verb), Name: fill(m.name), Detail: fill(m.detail),
		Award: fill(m.award), Citation: fill(m.citation), Year: fill(m.year), Decision: fill(m.decision), Register: fill(m.register),
	}
}

// Fill merges the recipient at a place of the list into a text of its own, such as the name of a file.
func (m *Merge) Fill(text string, index int, r *Recipient) (filled string, unknown []string) {
	t, flaws := parseTemplate(text)
	lookup := m.lookup(index, r)
	for _, f := range append(flaws, t.unknown(lookup)...) {
		unknown = append(unknown, strings.Trim(f.text, "{}"))
	}
	return Clean(t.expand(lookup)), unknown
}

// lookup returns the fields of the recipient at a place of the list.
func (m *Merge) lookup(index int, r *Recipient) Lookup {
	return func(name string) (string, bool) {
		switch name {
		case "stt":
			return strconv.Itoa(index + 1), true
		case "so":
			number, _ := m.numbers.Of(index, r)
			return number, true
		}
		if value, known := r.field(name); known {
			return value, true
		}
		if i, known := m.columns[name]; known {
			return cellAt(r.Extra, i), true
		}
		if name == "chuc vu" { // a list without them
			return "", true
		}
		return m.settled(name)
	}
}

// Sealed returns the signed text of a recipient's number, or "" where there is none.
func (m *Merge) Sealed(r *Recipient) string {
	if v := m.numbers.Issued(r.ID); v != nil {
		return v.Sealed
	}
	return ""
}

// facts returns what a recipient's certificate certifies.
func (m *Merge) facts(index int, r *Recipient) Facts {
	lookup := m.lookup(index, r)
	fill := func(t template) string { return Clean(t.expand(lookup)) }
	return Facts{
		Name: Clean(r.Name), Class: Clean(r.Class), Born: r.Born, Award: fill(m.award), Citation: fill(m.citation),
		Decision: fill(m.decision), Date: m.date, Signer: m.signer,
	}
}

// field is the lookup of what a list tells of a recipient.
func (r *Recipient) field(name string) (string, bool) {
	switch name {
	case "ho ten", "ho va ten":
		return r.Name, true
	case "ten":
		return r.Name[strings.LastIndexByte(r.Name, ' ')+1:], true
	case "lop":
		return r.Class, true
	case "ngay sinh":
		return r.Born.Short(), true
	case "danh hieu":
		return r.Award, true
	case "noi dung", "noi dung khen thuong":
		return r.Citation, true
	case "khoi":
		return r.grade(), true
	case "gioi tinh":
		return genderNames[r.Gender], true
	case "xung ho":
		return r.address(), true
	}
	return "", false
}

// genderNames are the genders as they are written.
var genderNames = map[Gender]string{Female: "nữ", Male: "nam"}

// grade writes the recipient's grade; "" where the class tells none.
func (r *Recipient) grade() string {
	if grade := Grade(r.Class); grade > 0 {
		return strconv.Itoa(grade)
	}
	return ""
}

// address is how a school speaks of the recipient: "em" of who is in a class, "cô" or "thầy" of others; "" where the
// list tells no gender.
func (r *Recipient) address() string {
	if !isBlankText(r.Class) {
		return "em"
	}
	return map[Gender]string{Female: "cô", Male: "thầy"}[r.Gender]
}
