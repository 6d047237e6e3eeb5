package app

import (
	"strconv"
	"strings"
)

// maxDigits is how many digits a number is filled up to at most: more than any register needs.
const maxDigits = 12

// Numbered tells whether the certificate gives its recipients numbers.
func (c Certificate) Numbered() bool { return !isBlankText(c.Number) }

// Numbering tells the number of each recipient of a certificate: the one that was issued, or a provisional one, which
// is what issuing now would give, certificate after certificate in the order of their lists.
type Numbering struct {
	pattern template       // with what is the same for all filled in
	issued  map[ID]*Entry  // in force, by recipient; nil where there is none
	first   int            // the first provisional one
	columns map[string]int // of the list, by folded header: places in Recipient.Extra
	ahead   []int          // how many before a place in the list have an issued number; nil where none has
}

// Numbering returns the numbers of a certificate's recipients.
func (e *Event) Numbering(c Certificate) *Numbering {
	n := &Numbering{pattern: e.pattern(c), issued: e.inForce(c.ID), columns: map[string]int{}}
	for i, header := range e.RosterOf(c).Columns {
		n.columns[Fold(header)] = i
	}
	series := e.series(c)
	n.first = e.nextOf(series)
	for _, other := range e.Certificates {
		if other.ID == c.ID {
			break
		}
		if other.Numbered() && e.series(other) == series {
			n.first += e.unissued(other)
		}
	}
	if n.issued == nil {
		return n
	}
	ahead := 0
	for _, r := range e.RosterOf(c).Recipients {
		n.ahead = append(n.ahead, ahead)
		if n.issued[r.ID] != nil {
			ahead++
		}
	}
	return n
}

// Issued returns the entry of a recipient who has a number, or nil.
func (n *Numbering) Issued(recipient ID) *Entry { return n.issued[recipient] }

// Of returns the number of the recipient at a place of the list, and whether it was issued.
func (n *Numbering) Of(index int, r *Recipient) (number string, issued bool) {
	if v := n.issued[r.ID]; v != nil {
		return v.Number, true
	}
	seq := n.first + index
	if index < len(n.ahead) {
		seq -= n.ahead[index]
	}
	return n.write(seq, r), false
}

// write makes the number with a place in the series.
func (n *Numbering) write(seq int, r *Recipient) string {
	return Clean(n.pattern.expand(n.lookup(seq, r)))
}

// lookup returns the fields of the pattern that differ between recipients.
func (n *Numbering) lookup(seq int, r *Recipient) Lookup {
	return func(name string) (string, bool) {
		if counts(name) {
			return strconv.Itoa(seq), true
		}
		if value, known := r.field(name); known {
			return value, true
		}
		i, known := n.columns[name]
		return cellAt(r.Extra, i), known
	}
}

// counts tells whether a field of a pattern counts. With "số:3" it is filled up to three digits.
func counts(name string) bool { return name == "so" || name == "stt" }

// pattern reads the certificate's number and fills in what is the same for all recipients.
func (e *Event) pattern(c Certificate) template {
	t, _ := parseTemplate(c.Number)
	return t.settle(e.settled(c))
}

// series names the run of numbers from which a certificate takes its own: its pattern with year and sign filled in, and
// however many digits it asks for. Certificates of one series count on from each other.
func (e *Event) series(c Certificate) string {
	var b strings.Builder
	for _, part := range e.pattern(c) {
		b.WriteString(part.text)
		if counts(part.folded) {
			b.WriteString("{số}")
			continue
		}
		b.WriteString(part.name)
	}
	return Clean(b.String())
}

// Series returns the name of the series of a certificate, such as "{số}/2025".
func (e *Event) Series(c Certificate) string { return e.series(c) }

// nextOf returns the number that a series gives next: never one that it gave before, nor one below what a certificate
// of the series begins with.
func (e *Event) nextOf(series string) int {
	next := 1
	for _, c := range e.Certificates {
		if c.First > next && e.series(c) == series {
			next = c.First
		}
	}
	for _, v := range e.Entries() {
		if v.Series == series {
			next = max(next, v.Seq+1)
		}
	}
	return next
}

// inForce returns a certificate's numbers that hold, by recipient; nil where there is none.
func (e *Event) inForce(certificate ID) map[ID]*Entry {
	var found map[ID]*Entry
	for _, v := range e.Entries() {
		if v.Certificate != certificate || !v.InForce() {
			continue
		}
		if found == nil {
			found = map[ID]*Entry{}
		}
		found[v.Recipient] = v
	}
	return found
}

// unissued counts the recipients of a certificate who have no number.
func (e *Event) unissued(c Certificate) int {
	people, issued := e.RosterOf(c).Recipients, e.inForce(c.ID)
	n := len(people)
	if issued != nil {
		for _, r := range people {
			if issued[r.ID] != nil {
				n--
			}
		}
	}
	return n
}

// Unissued counts the recipients of a certificate whose numbers are provisional.
func (e *Event) Unissued(c Certificate) int {
	if !c.Numbered() {
		return 0
	}
	return e.unissued(c)
}
