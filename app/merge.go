package app

import (
	"strconv"
	"strings"
)

// Lookup returns the value of a field, by its folded name ("ho ten"), and whether there is such a field.
type Lookup func(name string) (value string, ok bool)

// Expand fills the {fields} of a text. Names are compared without case and diacritics; a name in capitals,
// {TRƯỜNG}, gives its value in capitals. A field that lookup doesn't know stays as it stands and is listed
// in unknown, once for each time it stands there. A "{" without its "}" is text.
func Expand(text string, lookup Lookup) (expanded string, unknown []string) {
	return parseTemplate(text).expand(lookup)
}

// template is a text read once, to be filled for many: what stands between the fields, and the fields.
type template []templatePart

// templatePart is a text with the field after it.
type templatePart struct {
	text     string
	name     string // of the field, as it stands; "" where none follows
	folded   string
	capitals bool
}

func parseTemplate(text string) template {
	var t template
	for {
		before, rest, ok := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			return append(t, templatePart{text: text})
		}
		t = append(t, templatePart{
			text: before, name: "{" + name + "}", folded: Fold(name),
			capitals: name == strings.ToUpper(name) && name != strings.ToLower(name),
		})
		text = after
	}
}

// settle fills the fields that lookup knows; the others stay to be filled.
func (t template) settle(lookup Lookup) template {
	var out template
	before := ""
	for _, part := range t {
		before += part.text
		if value, known := lookup(part.folded); known && part.name != "" {
			before += part.written(value)
			continue
		}
		part.text, before = before, ""
		out = append(out, part)
	}
	if before != "" || len(out) == 0 {
		out = append(out, templatePart{text: before})
	}
	return out
}

// written returns a value as the field asks for it.
func (p templatePart) written(value string) string {
	if p.capitals {
		return strings.ToUpper(value)
	}
	return value
}

func (t template) expand(lookup Lookup) (expanded string, unknown []string) {
	if len(t) == 1 && t[0].name == "" {
		return t[0].text, nil
	}
	var b strings.Builder
	for _, part := range t {
		b.WriteString(part.text)
		if part.name == "" {
			continue
		}
		value, known := lookup(part.folded)
		if !known {
			unknown = append(unknown, part.name[1:len(part.name)-1])
			b.WriteString(part.name)
			continue
		}
		b.WriteString(part.written(value))
	}
	return b.String(), unknown
}

// Wording is a certificate's text with one recipient's fields filled in, in the order of a giấy khen.
type Wording struct {
	Title, Issuer, Verb, Name, Detail, Award, Citation, Year, Decision, Register string
}

// CertificateFields lists the names of the fields that a certificate's wording may use, as users write them.
var CertificateFields = []string{
	"họ tên", "tên", "lớp", "ngày sinh", "danh hiệu", "nội dung", "trường", "cấp trên", "năm học", "sự kiện", "số", "stt",
	"năm", "ký hiệu",
}

// Merge is a certificate's wording, read once, to be filled for one recipient after another. It may be used from
// several goroutines.
type Merge struct {
	title, issuer, verb, name, detail, award, citation, year, decision, register template

	date    Date
	signer  string
	numbers *Numbering
	settled Lookup // what is the same for all recipients
}

// Merge reads the wording of a certificate and fills in what is the same for all recipients.
func (e *Event) Merge(c Certificate) *Merge {
	settled := e.settled(c)
	read := func(text string) template { return parseTemplate(text).settle(settled) }
	signer, _ := e.Signing(c)
	return &Merge{
		title: read(c.Title), issuer: read(c.Issuer), verb: read(c.Verb), name: read(c.NameLine), detail: read(c.Detail), award: read(c.Award),
		citation: read(c.Citation), year: read(c.Year), decision: read(c.Decision), register: read(c.Register),
		date: c.Date, signer: signer.Name, numbers: e.Numbering(c), settled: settled,
	}
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
		return e.School.SchoolYear, true
	case "su kien":
		return e.Title, true
	}
	return "", false
}

// Wording merges the recipient with the given index in the certificate's roster into the wording. Unknown
// fields are listed, and stay as they stand.
func (e *Event) Wording(c Certificate, index int, r *Recipient) (Wording, []string) {
	return e.Merge(c).Wording(index, r)
}

// Wording merges the recipient with the given index in the certificate's roster.
func (m *Merge) Wording(index int, r *Recipient) (Wording, []string) {
	lookup := m.lookup(index, r)
	var unknown []string
	fill := func(t template) string {
		out, missing := t.expand(lookup)
		unknown = append(unknown, missing...)
		return Clean(out)
	}
	return Wording{
		Title: fill(m.title), Issuer: fill(m.issuer), Verb: fill(m.verb), Name: fill(m.name), Detail: fill(m.detail),
		Award: fill(m.award), Citation: fill(m.citation), Year: fill(m.year), Decision: fill(m.decision), Register: fill(m.register),
	}, unknown
}

// Fill merges the recipient at a place of the list into a text of its own, such as the name of a file.
func (m *Merge) Fill(text string, index int, r *Recipient) (filled string, unknown []string) {
	filled, unknown = parseTemplate(text).settle(m.settled).expand(m.lookup(index, r))
	return Clean(filled), unknown
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
		return r.field(name)
	}
}

// facts returns what a recipient's certificate certifies.
func (m *Merge) facts(index int, r *Recipient) Facts {
	lookup := m.lookup(index, r)
	fill := func(t template) string {
		out, _ := t.expand(lookup)
		return Clean(out)
	}
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
	}
	return "", false
}
