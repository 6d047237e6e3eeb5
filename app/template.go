package app

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Lookup returns the value of a field, by its folded name ("ho ten"), and whether there is such a field.
type Lookup func(name string) (value string, ok bool)

// template is a text read once, to be filled for many. It is what a teacher writes:
//
//	Em {họ tên}, lớp {lớp}                             a field; its name without regard to case and marks
//	{HỌ TÊN}, {Họ Tên}, {Họ tên}                       in capitals, each word with a capital, the first letter a capital
//	{ngày ký: ngày dd tháng mm năm yyyy}               a field in a form
//	{nếu nữ: cô | nam: thầy | còn lại: thầy (cô)}      the first part whose condition holds
//	{nếu nữ và lớp 9 hoặc khối 12: …}                   conditions that are joined; "và" binds more closely
//	\{ \} \|                                           a brace, a bar
//
// Parts of a choice hold texts, fields and choices; spaces at their ends are not printed.
type template []templatePart

// templatePart is a text with the field or the choice after it.
type templatePart struct {
	text   string
	name   string // of the field or choice, as it stands; "" where none follows
	folded string // name of the field alone
	form   form
	choice []branch // nil for a field
	at     int      // offset of name in the text that was read
}

// branch is one part of a choice.
type branch struct {
	condition
	name string // the condition as it stands
	at   int
	then template
}

// The codes of a Flaw, which are those of the problems too.
const (
	flawField     = "unknown-field"
	flawForm      = "wording-form"      // a form that there isn't, or not for this field
	flawCondition = "wording-condition" // a condition that can't be understood
	flawUnclosed  = "wording-unclosed"  // a "{" without its "}"
	flawStray     = "wording-stray"     // a "}" without its "{"
)

// flaw is a piece of a text that has no meaning.
type flaw struct {
	code string
	text string // the piece
	at   int    // its offset in bytes
}

// parseTemplate reads a text. What has no meaning is text, and a flaw.
func parseTemplate(text string) (template, []flaw) {
	p := templateParser{text: text}
	return p.template(false), p.flaws
}

// templateParser reads a template from text[at:].
type templateParser struct {
	text  string
	at    int
	flaws []flaw
	depth int
}

// maxDepth is how deep choices may stand in each other.
const maxDepth = 8

// escaped are the signs that a backslash takes their meaning from.
const escaped = "{}|"

// template reads up to the end, or within a choice up to the "|" or "}" that ends its part.
func (p *templateParser) template(inChoice bool) template {
	var t template
	var text strings.Builder
	for p.at < len(p.text) {
		from := p.at
		switch sign := p.text[p.at]; {
		case sign == '\\' && p.at+1 < len(p.text) && strings.IndexByte(escaped, p.text[p.at+1]) >= 0:
			from, p.at = p.at+1, p.at+2
		case sign == '{':
			if part, ok := p.field(inChoice); ok {
				part.text = text.String()
				t = append(t, part)
				text.Reset()
				continue
			}
		case inChoice && (sign == '|' || sign == '}'):
			return append(t, templatePart{text: text.String()})
		default:
			if p.at++; sign == '}' {
				p.flaw(flawStray, from, p.at)
			}
		}
		text.WriteString(p.text[from:p.at])
	}
	return append(t, templatePart{text: text.String()})
}

func (p *templateParser) flaw(code string, from, to int) {
	p.flaws = append(p.flaws, flaw{code, p.text[from:to], from})
}

// field reads what begins with the "{" at which the parser stands. What is not ok is text: without its "}", all that
// follows.
func (p *templateParser) field(inChoice bool) (part templatePart, ok bool) {
	part = templatePart{at: p.at}
	p.at++
	if word := p.opener(); word != "" && p.depth < maxDepth {
		p.at += len(word)
		p.depth++
		defer func() { p.depth-- }()
		return part, p.choice(&part)
	}
	end := strings.IndexAny(p.text[p.at:], "{}")
	if inChoice {
		end = strings.IndexAny(p.text[p.at:], "{}|")
	}
	if end < 0 || p.text[p.at+end] != '}' {
		return part, p.unclosed(part.at)
	}
	inside := p.text[p.at : p.at+end]
	p.at += end + 1
	part.name = p.text[part.at:p.at]
	name, form, formed := strings.Cut(inside, ":")
	part.folded, part.form = Fold(name), caseOf(name)
	if formed {
		part.form, ok = formOf(form, part.form)
	}
	if formed && !ok {
		p.flaw(flawForm, part.at, p.at)
	}
	return part, ok || !formed
}

// opener returns the word with which a choice begins, or "".
func (p *templateParser) opener() string {
	word, _, ok := strings.Cut(p.text[p.at:min(p.at+12, len(p.text))], " ")
	if !ok || Fold(word) != "neu" {
		return ""
	}
	return word
}

// choice reads the parts behind "{nếu".
func (p *templateParser) choice(part *templatePart) bool {
	for {
		p.skipSpace()
		b := branch{at: p.at}
		end := strings.IndexAny(p.text[p.at:], ":{}|")
		if end < 0 {
			return p.unclosed(part.at)
		}
		b.name = strings.TrimSpace(p.text[p.at : p.at+end])
		p.at += end
		var bad []clause
		b.condition, bad = conditionOf(b.name)
		if p.text[p.at] != ':' {
			p.flaw(flawCondition, b.at, b.at+len(b.name))
			bad = nil
		}
		for _, c := range bad {
			p.flaw(flawCondition, b.at+c.at, b.at+c.at+len(c.text))
		}
		if p.text[p.at] == ':' {
			p.at++
			p.skipSpace()
		}
		b.then = p.template(true)
		last := &b.then[len(b.then)-1]
		last.text = strings.TrimRight(last.text, " ")
		part.choice = append(part.choice, b)
		if p.at >= len(p.text) {
			return p.unclosed(part.at)
		}
		p.at++
		if p.text[p.at-1] == '}' {
			part.name = p.text[part.at:p.at]
			return true
		}
	}
}

// unclosed notes that what begins at the offset has no end, unless something in it has none either, and goes to the
// end of the text.
func (p *templateParser) unclosed(from int) bool {
	p.at = len(p.text)
	if n := len(p.flaws); n == 0 || p.flaws[n-1].code != flawUnclosed {
		p.flaw(flawUnclosed, from, len(p.text))
	}
	return false
}

func (p *templateParser) skipSpace() {
	p.at = len(p.text) - len(strings.TrimLeft(p.text[p.at:], " "))
}

// settle fills the fields that lookup knows; the others stay to be filled.
func (t template) settle(lookup Lookup) template {
	var out template
	before := ""
	for _, part := range t {
		before += part.text
		if part.name == "" {
			continue
		}
		if value, known := lookup(part.folded); known && part.choice == nil {
			before += part.write(value)
			continue
		}
		for i, b := range part.choice {
			part.choice[i].then = b.then.settle(lookup)
		}
		part.text, before = before, ""
		out = append(out, part)
	}
	if before != "" || len(out) == 0 {
		out = append(out, templatePart{text: before})
	}
	return out
}

// write returns a value in the part's form.
func (p templatePart) write(value string) string {
	if p.form == nil {
		return value
	}
	return p.form(value)
}

// same tells whether the template is a text alone, without fields.
func (t template) same() bool { return len(t) == 1 && t[0].name == "" }

// expand fills the template. A field that lookup doesn't know stays as it stands.
func (t template) expand(lookup Lookup) string {
	if t.same() {
		return t[0].text
	}
	if len(t) == 1 && t[0].text == "" {
		return t[0].value(lookup)
	}
	b := make([]byte, 0, 160) // on the stack, and enough for most
	for i := range t {
		b = append(b, t[i].text...)
		b = append(b, t[i].value(lookup)...)
	}
	return string(b)
}

// value returns what is printed after the part's text.
func (p *templatePart) value(lookup Lookup) string {
	if p.choice != nil {
		if taken := p.take(lookup); taken >= 0 {
			return p.choice[taken].then.expand(lookup)
		}
		return ""
	}
	if value, known := lookup(p.folded); known {
		return p.write(value)
	}
	return p.name
}

// take returns which part of a choice is printed: the first whose condition holds, or -1.
func (p *templatePart) take(lookup Lookup) int {
	for i, b := range p.choice {
		if b.holds(lookup) {
			return i
		}
	}
	return -1
}

// choices shows each choice that is met on the way of filling the template, with the part that is printed.
func (t template) choices(lookup Lookup, show func(choice *templatePart, taken int)) {
	for i := range t {
		if part := &t[i]; part.choice != nil {
			taken := part.take(lookup)
			show(part, taken)
			if taken >= 0 {
				part.choice[taken].then.choices(lookup, show)
			}
		}
	}
}

// unknown lists the fields and conditions that lookup doesn't know, whether they are printed or not.
func (t template) unknown(lookup Lookup) []flaw {
	var found []flaw
	for _, part := range t {
		if _, known := lookup(part.folded); !known && part.name != "" && part.choice == nil {
			found = append(found, flaw{flawField, part.name, part.at})
		}
		for _, b := range part.choice {
			for _, c := range slices.Concat(b.condition...) {
				if _, known := lookup(c.field); !known && c.test != nil {
					found = append(found, flaw{flawField, c.text, b.at + c.at})
				}
			}
			found = append(found, b.then.unknown(lookup)...)
		}
	}
	return found
}

// uses tells whether a field may be printed.
func (t template) uses(field string) bool {
	return slices.ContainsFunc(t, func(p templatePart) bool {
		return p.folded == field || slices.ContainsFunc(p.choice, func(b branch) bool { return b.then.uses(field) })
	})
}

// place returns where a piece stands in a text, in characters, as a text field selects it.
func (f flaw) place(text string) (at, length int) {
	return utf8.RuneCountInString(text[:f.at]), utf8.RuneCountInString(f.text)
}
