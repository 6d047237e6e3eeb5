package app

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// line is a text of a certificate that may have fields. The phrase "field.certificate-CODE" names it.
type line struct{ code, text string }

// lines are the texts of a certificate that may have fields, from top to bottom.
func (c Certificate) lines() []line {
	return []line{
		{"title", c.Title}, {"issuer", c.Issuer}, {"verb", c.Verb}, {"name-line", c.NameLine}, {"detail", c.Detail}, {"award", c.Award},
		{"citation", c.Citation}, {"year", c.Year}, {"decision", c.Decision}, {"register", c.Register}, {"number", c.Number},
	}
}

// about returns the arguments of a problem with a piece of a line: the line's code, the piece, and where it stands,
// in characters, the first of the line being 1.
func (l line) about(f flaw) map[string]string {
	at, length := f.place(l.text)
	return map[string]string{"line": l.code, "text": f.text, "at": strconv.Itoa(at + 1), "length": strconv.Itoa(length)}
}

// WordingProblems returns what has no meaning in a certificate's wording: unknown fields, conditions and forms, braces
// without their other half. Its arguments say where: "line", "text", "at" and "length".
func (e *Event) WordingProblems(c Certificate) []Problem {
	m, s := e.Merge(c), Subject{Kind: OfCertificate, ID: c.ID, Name: c.Name}
	nobody := &Recipient{}
	known, inNumber := m.lookup(0, nobody), m.numbers.lookup(0, nobody)
	var found []Problem
	for _, l := range c.lines() {
		t, flaws := parseTemplate(l.text)
		if l.code == "number" {
			flaws = append(flaws, t.settle(m.settled).unknown(inNumber)...)
		} else {
			flaws = append(flaws, t.unknown(known)...)
		}
		slices.SortStableFunc(flaws, func(a, b flaw) int { return cmp.Compare(a.at, b.at) })
		for _, f := range flaws {
			p := Problem{Code: f.code, Severity: Error, Subject: s, Args: l.about(f)}
			if f.code == flawField {
				p.Args["fields"] = "{" + strings.Join(e.Fields(c), "}, {") + "}"
			}
			found = append(found, p)
		}
	}
	return found
}

// choices finds conditions whose words nobody on the list has, and recipients whom none of several cases fits.
func (c *checker) choices(cert Certificate, roster *Roster) {
	m := c.event.Merge(cert)
	for _, l := range cert.lines() {
		t, _ := parseTemplate(l.text)
		if !slices.ContainsFunc(t, func(p templatePart) bool { return p.choice != nil }) {
			continue
		}
		met := map[*branch]bool{}
		for i, r := range roster.Recipients {
			t.choices(m.lookup(i, r), func(choice *templatePart, taken int) {
				for k := range choice.choice {
					met[&choice.choice[k]] = met[&choice.choice[k]] || k == taken
				}
				if taken < 0 && len(choice.choice) > 1 {
					c.add(Warning, "recipient-no-case", cert.About(r), "text", choice.name)
				}
			})
		}
		c.neverMet(cert, l, met)
	}
}

// neverMet reports the conditions whose words nobody has, in the order in which they stand. A list without boys, or
// without a grade, is nothing to report.
func (c *checker) neverMet(cert Certificate, l line, met map[*branch]bool) {
	byPlace := func(a, b *branch) int { return cmp.Compare(a.at, b.at) }
	for _, b := range slices.SortedFunc(maps.Keys(met), byPlace) {
		if !met[b] && b.words() {
			c.add(Warning, "wording-never", Subject{Kind: OfCertificate, ID: cert.ID, Name: cert.Name})
			c.found[len(c.found)-1].Args = l.about(flaw{text: b.name, at: b.at})
		}
	}
}

// missable are the fields of a recipient that a list may leave empty, folded, with what the sentence calls them.
var missable = map[string]string{
	"lop": "lớp", "danh hieu": "danh hiệu", "noi dung": "nội dung", "noi dung khen thuong": "nội dung", "ngay sinh": "ngày sinh",
	"gioi tinh": "giới tính", "chuc vu": "chức vụ", "xung ho": "giới tính", "khoi": "khối",
}

// missableFields returns the fields that the certificate prints of everybody and a list may leave empty: folded, and
// as the sentence calls them, each once.
func (m *Merge) missableFields() (fields, labels []string) {
	for _, t := range m.templates() {
		for _, part := range t {
			label := missable[part.folded]
			if _, extra := m.columns[part.folded]; extra && label == "" {
				label = strings.Trim(part.name, "{}")
			}
			if label != "" && !slices.Contains(fields, part.folded) {
				fields, labels = append(fields, part.folded), append(labels, label)
			}
		}
	}
	return fields, labels
}

// emptyFields returns the check of fields that the certificate prints of everybody and a recipient leaves empty. What
// a condition asks for may be missing.
func (c *checker) emptyFields(cert Certificate) func(i int, r *Recipient, s Subject) {
	m := c.event.Merge(cert)
	fields, labels := m.missableFields()
	return func(i int, r *Recipient, s Subject) {
		lookup := m.lookup(i, r)
		for k, field := range fields {
			if value, _ := lookup(field); isBlankText(value) {
				c.add(Warning, "recipient-empty-field", s, "field", labels[k])
			}
		}
	}
}
