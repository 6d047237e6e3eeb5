package app

import "strings"

// Certificate is the design of one award: what is the same on all its sheets, and the wording into which
// each recipient's fields are merged. A text with {fields} is expanded by Merge.
type Certificate struct {
	ID       ID      `json:"id"`
	Name     string  `json:"name"` // how the school calls it: "Giấy khen Tuần lễ 2025"
	RosterID ID      `json:"roster"`
	Style    string  `json:"style"`
	WidthMM  float64 `json:"widthMM"` // finished size
	HeightMM float64 `json:"heightMM"`
	// The lines, from top to bottom, in the order of a giấy khen.
	Title     string    `json:"title"`  // "GIẤY KHEN"
	Issuer    string    `json:"issuer"` // "HIỆU TRƯỞNG TRƯỜNG …"
	Verb      string    `json:"verb"`   // "Tặng" or "Khen"
	NameLine  string    `json:"nameLine"`
	Detail    string    `json:"detail"` // "Học sinh lớp {lớp}"
	Award     string    `json:"award"`  // "{danh hiệu}"
	Citation  string    `json:"citation"`
	Year      string    `json:"year"`     // "Năm học {năm học}"
	Dateline  string    `json:"dateline"` // place before the date, "Phù Liễn"
	Date      Date      `json:"date"`     // of signature
	Signer    Signatory `json:"signer"`
	Decision  string    `json:"decision"`            // "Quyết định số 42/QĐ-THLHP"
	Register  string    `json:"register"`            // "Vào sổ khen thưởng: Số {số}"
	Number    string    `json:"number"`              // pattern of {số}: "{số:3}/{ký hiệu}"; see Numbering
	Sign      string    `json:"sign,omitempty"`      // {ký hiệu}: "GK-THLHP"; "" for that of the school
	First     int       `json:"first,omitempty"`     // where the school's book goes on: the least number of the series
	NameMinPt float64   `json:"nameMinPt,omitempty"` // least and largest size of a name, on paper; 0 for what suits the style
	NameMaxPt float64   `json:"nameMaxPt,omitempty"`
	NameLines int       `json:"nameLines,omitempty"` // a name has at most: 1, or 2 as 0 stands for
	OneSize   bool      `json:"oneSize"`             // all names of the batch in the size of the longest
	Code      bool      `json:"code,omitempty"`      // a QR code with the certified text, signed with the school's key
	Calling   Calling   `json:"calling,omitzero"`    // on stage, where the school has told; see CallRules
	Blank     Blank     `json:"blank,omitzero"`      // where sheets are used that were printed before
}

// NewCertificate returns an A4 landscape design with the usual wording. Who signs it, where and when follow the school and
// the event.
func NewCertificate(name string) Certificate {
	return Certificate{
		ID: NewID(), Name: name, Style: "trong-dong", WidthMM: 297, HeightMM: 210,
		Title: "GIẤY KHEN", Issuer: "HIỆU TRƯỞNG {TRƯỜNG}", Verb: "Tặng",
		NameLine: "{họ tên}", Detail: "Học sinh lớp {lớp}", Award: "{danh hiệu}", Citation: "{nội dung}",
		Year:     "Năm học {năm học}",
		Register: "Vào sổ khen thưởng: Số {số}", Number: "{stt}",
	}
}

// SoundNames tells whether names can be set within the certificate's limits.
func (c Certificate) SoundNames() bool {
	return c.NameMinPt >= 0 && c.NameMinPt <= 200 && c.NameMaxPt >= 0 && c.NameMaxPt <= 200 && c.NameLines >= 0 && c.NameLines <= 2 &&
		(c.NameMaxPt == 0 || c.NameMinPt <= c.NameMaxPt)
}

// Identity returns the certificate's ID.
func (c Certificate) Identity() ID { return c.ID }

// Duplicate returns a copy with a new identity, for the same roster.
func (c Certificate) Duplicate() Certificate {
	c = c.clone()
	c.ID = NewID()
	return c
}

// Signing returns who signs a certificate, and the place before its date: what the certificate leaves open is the
// school's.
func (e *Event) Signing(c Certificate) (signer Signatory, place string) {
	signer, place = c.Signer, c.Dateline
	if isBlankText(signer.Title) {
		signer.For, signer.Title = e.School.Head.For, e.School.Head.Title
	}
	if isBlankText(signer.Name) && signer.Title == e.School.Head.Title {
		signer.Name = e.School.Head.Name
	}
	if isBlankText(place) {
		place = e.School.DatePlace()
	}
	return signer, place
}

// signOf returns the {ký hiệu} of a certificate's number: its own, or "GK" and the school's code.
func (e *Event) signOf(c Certificate) string {
	if sign := Clean(c.Sign); sign != "" {
		return sign
	}
	return strings.TrimRight("GK-"+Clean(e.School.Code), "-")
}

// yearOf returns the {năm} of a certificate: that of its signature; 0 where that is not known.
func (e *Event) yearOf(c Certificate) int {
	return e.SignedOn(c).Year
}
