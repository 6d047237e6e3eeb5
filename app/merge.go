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
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			if ok {
				b.WriteString("{" + rest)
			}
			return b.String(), unknown
		}
		value, known := lookup(Fold(name))
		switch {
		case !known:
			unknown = append(unknown, name)
			value = "{" + name + "}"
		case name == strings.ToUpper(name) && name != strings.ToLower(name):
			value = strings.ToUpper(value)
		}
		b.WriteString(value)
		text = after
	}
}

// Wording is a certificate's text with one recipient's fields filled in, in the order of a giấy khen.
type Wording struct {
	Title, Issuer, Verb, Name, Detail, Award, Citation, Year, Decision, Register string
}

// CertificateFields lists the names of the fields that a certificate's wording may use, as users write them.
var CertificateFields = []string{
	"họ tên", "tên", "lớp", "ngày sinh", "danh hiệu", "nội dung", "trường", "cấp trên", "năm học", "sự kiện", "số", "stt",
}

// Wording merges the recipient with the given index in the certificate's roster into the wording. Unknown
// fields are listed, and stay as they stand.
func (e *Event) Wording(c Certificate, index int, r *Recipient) (Wording, []string) {
	lookup := e.lookup(c, index, r)
	var unknown []string
	fill := func(text string) string {
		out, missing := Expand(text, lookup)
		unknown = append(unknown, missing...)
		return Clean(out)
	}
	return Wording{
		Title: fill(c.Title), Issuer: fill(c.Issuer), Verb: fill(c.Verb), Name: fill(c.NameLine), Detail: fill(c.Detail),
		Award: fill(c.Award), Citation: fill(c.Citation), Year: fill(c.Year), Decision: fill(c.Decision), Register: fill(c.Register),
	}, unknown
}

func (e *Event) lookup(c Certificate, index int, r *Recipient) Lookup {
	return func(name string) (string, bool) {
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
		case "truong":
			return e.School.Name, true
		case "cap tren":
			return e.School.Parent, true
		case "nam hoc":
			return e.School.SchoolYear, true
		case "su kien":
			return e.Title, true
		case "stt":
			return strconv.Itoa(index + 1), true
		case "so":
			return e.number(c, index, r), true
		}
		return "", false
	}
}

// number expands the certificate's number pattern, in which {số} itself has no meaning.
func (e *Event) number(c Certificate, index int, r *Recipient) string {
	c2 := c
	c2.Number = ""
	out, _ := Expand(c.Number, e.lookup(c2, index, r))
	return out
}
