package app

import "slices"

// Roster is a list of recipients as it was imported. A published Roster is never changed; Event.EditRoster
// replaces it.
type Roster struct {
	ID         ID           `json:"id"`
	Name       string       `json:"name"`
	Source     string       `json:"source"`            // file name of the list
	Sheet      string       `json:"sheet"`             // name of the sheet in it
	Columns    []string     `json:"columns,omitempty"` // headers of the list that the program has no field for, in the order of Recipient.Extra
	LeftOut    []LeftOut    `json:"leftOut,omitempty"`
	Recipients []*Recipient `json:"recipients"` // shared between versions; never changed once published
}

// Recipient is one person who gets a certificate.
type Recipient struct {
	ID       ID       `json:"id"`
	Row      int      `json:"row"` // in the list it came from, as the spreadsheet counts; 0 when typed in
	Name     string   `json:"name"`
	Class    string   `json:"class"`
	Born     Date     `json:"born"`
	Gender   Gender   `json:"gender"`
	Award    string   `json:"award"`
	Citation string   `json:"citation"`
	Extra    []string `json:"extra,omitempty"` // texts of the roster's Columns; those at the end may be missing
	Call     int      `json:"call,omitempty"`  // when called on stage, from 1; those with 0 follow, by award, class and name
}

// Gender is "female", "male" or "" where the list does not say.
type Gender string

// The genders that lists tell.
const (
	Female        Gender = "female"
	Male          Gender = "male"
	UnknownGender Gender = ""
)

// LeftOut is a row of the list that made no recipient, and why.
type LeftOut struct {
	Row    int    `json:"row"`
	Text   string `json:"text"`
	Reason string `json:"reason"` // a code: see the Reason constants
}

// NewRoster returns an empty roster with an identity.
func NewRoster(name string) *Roster { return &Roster{ID: NewID(), Name: name} }

// Identity returns the roster's ID.
func (r *Roster) Identity() ID { return r.ID }

// Identity returns the recipient's ID.
func (r *Recipient) Identity() ID { return r.ID }

func (r *Roster) clone() *Roster {
	c := *r
	c.Columns = slices.Clone(r.Columns)
	c.LeftOut = slices.Clone(r.LeftOut)
	c.Recipients = slices.Clone(r.Recipients)
	return &c
}

// EditRecipient replaces the recipient with the given ID by a changed copy. It belongs inside EditRoster.
func (r *Roster) EditRecipient(id ID, change func(*Recipient)) {
	i := slices.IndexFunc(r.Recipients, func(v *Recipient) bool { return v.ID == id })
	if i < 0 {
		return
	}
	c := *r.Recipients[i]
	c.Extra = slices.Clone(c.Extra)
	change(&c)
	r.Recipients[i] = &c
}

// Roster returns the roster with the given ID, to be read, or nil.
func (e *Event) Roster(id ID) *Roster {
	for _, r := range e.Rosters {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// EditRoster replaces the roster with the given ID by a changed copy. It belongs inside Document.Edit.
func (e *Event) EditRoster(id ID, change func(*Roster)) {
	for i, r := range e.Rosters {
		if r.ID == id {
			e.Rosters[i] = r.clone()
			change(e.Rosters[i])
			return
		}
	}
}

// RosterOf returns the roster of a certificate, or an empty one where it has none.
func (e *Event) RosterOf(c Certificate) *Roster {
	if r := e.Roster(c.RosterID); r != nil {
		return r
	}
	return &Roster{}
}

// ReplaceRoster gives the certificate a new list of recipients; the old one goes when no other certificate
// uses it. It belongs inside Document.Edit.
func (e *Event) ReplaceRoster(certificate ID, r *Roster) {
	c := Find(e.Certificates, certificate)
	if c == nil {
		return
	}
	old := c.RosterID
	c.RosterID = r.ID
	e.Rosters = append(e.Rosters, r)
	if !slices.ContainsFunc(e.Certificates, func(c Certificate) bool { return c.RosterID == old }) {
		e.Rosters = slices.DeleteFunc(e.Rosters, func(r *Roster) bool { return r.ID == old })
	}
}
