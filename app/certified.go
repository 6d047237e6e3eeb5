package app

import "strings"

// CertifiedText returns what an entry certifies, as lines that people read and a school signs. Dates of birth are left out:
// whoever sees the sheet can read its code.
func (e *Event) CertifiedText(v *Entry) string {
	var title string
	if c := Find(e.Certificates, v.Certificate); c != nil {
		title = c.Title
	}
	f := v.Facts
	lines := []string{
		title, e.School.Name, f.Name, labelled("Lớp ", f.Class), f.Award, f.Citation, labelled("Số ", v.Number), f.Decision,
		labelled("Ngày ", f.Date.Short()), f.Signer,
	}
	var told []string
	for _, line := range lines {
		if line = Clean(strings.ReplaceAll(line, "\n", " ")); line != "" {
			told = append(told, line)
		}
	}
	return strings.Join(told, "\n")
}

func labelled(label, text string) string {
	if isBlankText(text) {
		return ""
	}
	return label + text
}

// Seal signs every number in force that bears no signature yet, and returns how many those were. What sign returns is kept
// with the number and printed as a QR code, so that a sheet can be made again without the key. It belongs inside
// Document.Record.
func (e *Event) Seal(sign func(text string) string) int {
	entries, fresh := make([]*Entry, len(e.Entries())), 0
	for i, v := range e.Entries() {
		entries[i] = v
		if v.InForce() && v.Sealed == "" && e.asksForCode(v) {
			sealed := *v
			sealed.Sealed = sign(e.CertifiedText(v))
			entries[i] = &sealed
			fresh++
		}
	}
	if fresh > 0 {
		e.Register = &Register{entries}
	}
	return fresh
}

func (e *Event) asksForCode(v *Entry) bool {
	c := Find(e.Certificates, v.Certificate)
	return c != nil && c.Code
}

// Unsealed counts the recipients of a certificate with a code whose number isn't issued and signed.
func (e *Event) Unsealed(c Certificate) int {
	if !c.Code {
		return 0
	}
	issued, n := e.inForce(c.ID), 0
	for _, r := range e.RosterOf(c).Recipients {
		if v := issued[r.ID]; v == nil || v.Sealed == "" {
			n++
		}
	}
	return n
}

// SealedTexts returns the signed texts of the register, void ones too.
func (e *Event) SealedTexts() []string {
	var texts []string
	for _, v := range e.Entries() {
		if v.Sealed != "" {
			texts = append(texts, v.Sealed)
		}
	}
	return texts
}
