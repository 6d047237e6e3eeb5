package app

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// numbers compares the register with the lists: no number twice, nobody gone who has one, and nothing certified that
// the certificate doesn't say any more.
func (c *checker) numbers() {
	seen, inForce := map[string]bool{}, map[string]bool{}
	var orphans []*Entry
	for _, v := range c.event.Entries() {
		if inForce[v.Number] && v.InForce() {
			s := Subject{Kind: OfEvent, ID: c.event.ID, Name: v.Facts.Name}
			c.add(Error, "number-twice", s, "number", v.Number)
		}
		seen[v.Number] = true
		inForce[v.Number] = inForce[v.Number] || v.InForce()
		if v.InForce() && Find(c.event.Certificates, v.Certificate) == nil {
			orphans = append(orphans, v)
		}
	}
	if len(orphans) > 0 {
		s := Subject{Kind: OfEvent, ID: c.event.ID, Name: c.event.Title}
		c.add(Warning, "issued-orphan", s, "numbers", someNumbers(orphans), "count", strconv.Itoa(len(orphans)))
	}
	if c.event.countsThrough() {
		return
	}
	for _, cert := range c.event.Certificates {
		c.numbersOf(cert, seen)
	}
}

// countsThrough tells whether all numbers are provisional and of one series that counts: no two of them can be equal.
func (e *Event) countsThrough() bool {
	series := ""
	for _, c := range e.Certificates {
		if !c.Numbered() {
			continue
		}
		its := e.series(c)
		if !strings.Contains(its, "{số}") || series != "" && its != series {
			return false
		}
		series = its
	}
	return len(e.Entries()) == 0
}

// numbersOf checks the recipients of one certificate; seen are the numbers that others have.
func (c *checker) numbersOf(cert Certificate, seen map[string]bool) {
	s := Subject{Kind: OfCertificate, ID: cert.ID, Name: cert.Name}
	m := c.event.Merge(cert)
	here := map[ID]bool{}
	twice := ""
	for i, r := range c.event.RosterOf(cert).Recipients {
		if v := m.numbers.Issued(r.ID); v != nil {
			here[r.ID] = true
			c.certified(cert, v, r, m.facts(i, r))
			continue
		}
		if number, _ := m.numbers.Of(i, r); cert.Numbered() {
			if twice == "" && seen[number] {
				twice = number
			}
			seen[number] = true
		}
	}
	if twice != "" {
		c.add(Error, "number-duplicate", s, "number", twice, "pattern", cert.Number)
	}
	if len(here) < len(m.numbers.issued) {
		var gone []*Entry
		for id, v := range m.numbers.issued {
			if !here[id] {
				gone = append(gone, v)
			}
		}
		slices.SortFunc(gone, func(a, b *Entry) int { return cmp.Compare(a.Seq, b.Seq) })
		c.add(Warning, "issued-gone", s, "numbers", someNumbers(gone), "count", strconv.Itoa(len(gone)))
	}
}

// certified compares what the register certifies with what the certificate says now.
func (c *checker) certified(cert Certificate, v *Entry, r *Recipient, now Facts) {
	was, is := v.Facts.difference(now)
	if was != is {
		c.add(Error, "issued-changed", cert.About(r), "number", v.Number, "was", was, "now", is)
	}
}

// difference returns the first thing that two facts tell otherwise, as each tells it.
func (f Facts) difference(other Facts) (a, b string) {
	if f == other {
		return "", ""
	}
	for _, pair := range [][2]string{
		{f.Name, other.Name}, {f.Class, other.Class}, {f.Award, other.Award}, {f.Citation, other.Citation},
		{f.Decision, other.Decision}, {f.Date.Short(), other.Date.Short()}, {f.Signer, other.Signer}, {f.Born.Short(), other.Born.Short()},
	} {
		if pair[0] != pair[1] {
			return cmp.Or(pair[0], "…"), cmp.Or(pair[1], "…")
		}
	}
	return "", ""
}

// someNumbers names the first of some entries, with who has them.
func someNumbers(entries []*Entry) string {
	var names []string
	for _, v := range entries[:min(len(entries), mostNames)] {
		names = append(names, v.Number+" ("+v.Facts.Name+")")
	}
	if len(entries) > mostNames {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// Provisional returns a warning for each certificate that prints numbers which are not issued yet, or goes out without the
// code that it asks for. It is no part of Check, since an event that is being prepared is sound without them.
func Provisional(e *Event) []Problem {
	var found []Problem
	warn := func(c Certificate, code string, count int) {
		if count > 0 {
			found = append(found, Problem{
				Code: code, Severity: Warning, Subject: Subject{Kind: OfCertificate, ID: c.ID, Name: c.Name},
				Args: map[string]string{"count": strconv.Itoa(count)},
			})
		}
	}
	for _, c := range e.Certificates {
		if e.printsNumber(c) {
			warn(c, "number-provisional", e.Unissued(c))
		}
		warn(c, "code-unsigned", e.Unsealed(c))
	}
	return found
}

// printsNumber tells whether the wording of a certificate has a {số}.
func (e *Event) printsNumber(c Certificate) bool {
	return slices.ContainsFunc(e.Merge(c).templates(), func(t template) bool { return t.uses("so") })
}
