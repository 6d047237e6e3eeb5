package app

import (
	"slices"
	"strconv"
	"strings"
)

// Register is the event's sổ khen thưởng: an entry for every number that was given, whatever became of the list since.
// A published Register is never changed; Issue, Void, Reprint, MarkPrinted and Withdraw replace it. They belong inside
// Document.Record, since no undo takes a number back.
type Register struct {
	Entries []*Entry `json:"entries"` // in the order in which they were given; never changed once published
}

// Entry is one number, and what the certificate that bears it says.
type Entry struct {
	Number      string    `json:"number"` // as printed: "015/GK-THLHP"
	Series      string    `json:"series"` // the pattern that made it, with its year: "{số}/GK-THLHP"
	Seq         int       `json:"seq"`    // in the series
	Certificate ID        `json:"certificate"`
	Recipient   ID        `json:"recipient"`
	Facts       Facts     `json:"facts"`
	Issued      Date      `json:"issued"`
	Printed     Date      `json:"printed,omitzero"`   // first time; zero while the number is on no paper
	Replaces    string    `json:"replaces,omitempty"` // the void number of the same person
	Void        *Act      `json:"void,omitempty"`     // nil while the number is in force
	Reprints    []Reprint `json:"reprints,omitempty"`
	Sealed      string    `json:"sealed,omitempty"` // the certified text with the school's signature: see Event.Seal
}

// Facts are what a certificate certifies.
type Facts struct {
	Name     string `json:"name"`
	Class    string `json:"class"`
	Born     Date   `json:"born"`
	Award    string `json:"award"`
	Citation string `json:"citation"`
	Decision string `json:"decision"`
	Date     Date   `json:"date"` // of signature
	Signer   string `json:"signer"`
}

// Act is what was done to a number: when, and why.
type Act struct {
	Date   Date   `json:"date"`
	Reason string `json:"reason"`
}

// Reprint is a sheet that was made again with its number.
type Reprint struct {
	Act
	Before *Facts `json:"before,omitempty"` // what the sheet before said, where it said something else
	Sealed string `json:"sealed,omitempty"` // the signed text of that sheet: the school's list withdraws it
}

// InForce tells whether the number holds: it was not made void.
func (e *Entry) InForce() bool { return e.Void == nil }

// BookCode says why the register refuses; the phrase "register.CODE" says it to people.
type BookCode string

// Why the register refuses.
const (
	NumberTaken   BookCode = "number-taken"   // the number that was to be issued has been given before
	NumberUnknown BookCode = "number-unknown" // nobody has the number
	NumberUnclear BookCode = "number-unclear" // a part of a number: Name lists those that it may be of
	NumberVoid    BookCode = "number-void"    // the number is void already
	NoReason      BookCode = "no-reason"      // what was done needs its reason
	HolderGone    BookCode = "holder-gone"    // the number's holder is on no list any more
	HolderUnnamed BookCode = "holder-unnamed" // a recipient without a name gets no number
	OnPaper       BookCode = "on-paper"       // the number was printed: it can only be made void
	NotLast       BookCode = "not-last"       // later numbers of the series are in use
)

// BookError tells what the register refuses, and for which number.
type BookError struct {
	Code   BookCode
	Number string
	Name   string // of the holder or the certificate
}

// Error describes the refusal for a log. People read the phrase of the code.
func (b *BookError) Error() string { return string(b.Code) + ": " + b.Number + " " + b.Name }

// Entries returns all entries of the event's register, void ones too, to be read.
func (e *Event) Entries() []*Entry {
	if e.Register == nil {
		return nil
	}
	return e.Register.Entries
}

// Entry returns the entry of a number, that in force before a void one, or nil.
func (e *Event) Entry(number string) *Entry {
	if i := e.entryIndex(number); i >= 0 {
		return e.Register.Entries[i]
	}
	return nil
}

func (e *Event) entryIndex(number string) int {
	number, void := Clean(number), -1
	for i, v := range e.Entries() {
		switch {
		case v.Number != number:
		case v.InForce():
			return i
		default:
			void = i
		}
	}
	return void
}

// NumberMeant returns the number of the register that people mean by text: itself, or the only one that counts so: "5" and "05" for
// "5/2025". The error, a *BookError, names those that it may be otherwise.
func (e *Event) NumberMeant(text string) (string, error) {
	if v := e.Entry(text); v != nil {
		return v.Number, nil
	}
	text = Clean(text)
	count, err := strconv.Atoi(text)
	var meant, alike []*Entry
	for _, v := range e.Entries() {
		switch {
		case err == nil && v.Seq == count:
			meant = append(meant, v)
		case Fold(text) != "" && strings.Contains(Fold(v.Number), Fold(text)):
			alike = append(alike, v)
		}
	}
	switch {
	case len(meant) == 1:
		return meant[0].Number, nil
	case len(meant) > 0:
		alike = meant
	case len(alike) == 0:
		return "", &BookError{Code: NumberUnknown, Number: text}
	}
	return "", &BookError{NumberUnclear, text, someNumbers(alike)}
}

// Issuing says for whom numbers are issued, when, and in which order.
type Issuing struct {
	Certificate ID    // zero for all certificates of the event
	Date        Date  // zero for the date of signature
	By          Order // "" for the order of the list
	Tones       Tones // of ByName
}

// Issue gives every recipient who has none the next number of the certificate's series, and returns the new entries.
// Certificates without a pattern get none. After an error, a *BookError, nothing was issued.
func (e *Event) Issue(o Issuing) ([]*Entry, error) {
	before, fresh := e.Register, []*Entry(nil)
	for _, c := range e.Certificates {
		if o.Certificate != (ID{}) && o.Certificate != c.ID || !c.Numbered() {
			continue
		}
		added, err := e.issue(c, o)
		if err != nil {
			e.Register = before
			return nil, err
		}
		if len(added) > 0 {
			fresh = append(fresh, added...)
			e.Register = &Register{append(slices.Clone(e.Entries()), added...)}
		}
	}
	return fresh, nil
}

// issue makes the entries of one certificate's recipients who have no number.
func (e *Event) issue(c Certificate, o Issuing) ([]*Entry, error) {
	taken := map[string]bool{}
	replaced := map[ID]string{}
	for _, v := range e.Entries() {
		taken[v.Number] = true
		if v.Certificate == c.ID {
			replaced[v.Recipient] = v.Number
		}
	}
	people := e.RosterOf(c).Recipients
	m := e.Merge(c)
	series, seq := e.series(c), e.nextOf(e.series(c))
	date := o.Date
	if date.IsZero() {
		date = e.SignedOn(c)
	}
	var fresh []*Entry
	for _, place := range Arrange(people, o.By, o.Tones) {
		r := people[place]
		if m.numbers.Issued(r.ID) != nil {
			continue
		}
		number := m.numbers.write(seq, r)
		switch {
		case isBlankText(r.Name):
			return nil, &BookError{HolderUnnamed, number, c.Name}
		case taken[number]:
			return nil, &BookError{NumberTaken, number, c.Name}
		}
		taken[number] = true
		fresh = append(fresh, &Entry{
			Number: number, Series: series, Seq: seq, Certificate: c.ID, Recipient: r.ID, Facts: m.facts(place, r), Issued: date,
			Replaces: replaced[r.ID],
		})
		seq++
	}
	return fresh, nil
}

// Void takes a number out of force for good; who has it may be issued another. The error is a *BookError.
func (e *Event) Void(number, reason string, date Date) error {
	return e.amend(number, reason, func(v *Entry) error {
		v.Void = &Act{date, Clean(reason)}
		return nil
	})
}

// Reprint notes that the sheet with a number is made again, with what the event says now. The error is a *BookError.
func (e *Event) Reprint(number, reason string, date Date) error {
	return e.amend(number, reason, func(v *Entry) error {
		now, ok := e.factsNow(v)
		if !ok {
			return &BookError{HolderGone, v.Number, v.Facts.Name}
		}
		if v.Printed.IsZero() {
			v.Printed = date
		}
		again := Reprint{Act: Act{date, Clean(reason)}}
		if before := v.Facts; before != now {
			again.Before, again.Sealed = &before, v.Sealed
			v.Sealed = ""
		}
		v.Facts, v.Reprints = now, append(slices.Clip(v.Reprints), again)
		return nil
	})
}

// amend replaces the entry of a number that is in force by a changed copy.
func (e *Event) amend(number, reason string, change func(*Entry) error) error {
	i := e.entryIndex(number)
	switch {
	case i < 0:
		return &BookError{Code: NumberUnknown, Number: Clean(number)}
	case !e.Register.Entries[i].InForce():
		return &BookError{NumberVoid, e.Register.Entries[i].Number, e.Register.Entries[i].Facts.Name}
	case isBlankText(reason):
		return &BookError{NoReason, e.Register.Entries[i].Number, e.Register.Entries[i].Facts.Name}
	}
	v := *e.Register.Entries[i]
	if err := change(&v); err != nil {
		return err
	}
	entries := slices.Clone(e.Register.Entries)
	entries[i] = &v
	e.Register = &Register{entries}
	return nil
}

// factsNow returns what the certificate of an entry would certify now, and whether there still is one.
func (e *Event) factsNow(v *Entry) (Facts, bool) {
	c := Find(e.Certificates, v.Certificate)
	if c == nil {
		return Facts{}, false
	}
	people := e.RosterOf(*c).Recipients
	i := Index(people, v.Recipient)
	if i < 0 {
		return Facts{}, false
	}
	return e.Merge(*c).facts(i, people[i]), true
}

// MarkPrinted notes that the certificate's sheets, or those of some recipients, were printed or handed on: their numbers can't
// be withdrawn any more.
func (e *Event) MarkPrinted(certificate ID, date Date, recipients ...ID) {
	wanted := map[ID]bool{}
	for _, id := range recipients {
		wanted[id] = true
	}
	entries, fresh := slices.Clone(e.Entries()), false
	for i, v := range entries {
		if v.Certificate == certificate && v.InForce() && v.Printed.IsZero() && (len(wanted) == 0 || wanted[v.Recipient]) {
			printed := *v
			printed.Printed, fresh = date, true
			entries[i] = &printed
		}
	}
	if fresh {
		e.Register = &Register{entries}
	}
}

// Withdraw takes back the numbers of a certificate that are on no paper yet, so that they can be issued in another order.
// Numbers that were printed, are void, or have later ones after them stay: the error, a *BookError, names the first.
func (e *Event) Withdraw(certificate ID) error {
	last := map[string]int{} // the highest number of each series that others have
	for _, v := range e.Entries() {
		if v.Certificate != certificate {
			last[v.Series] = max(last[v.Series], v.Seq)
		}
	}
	kept := []*Entry{}
	for _, v := range e.Entries() {
		switch {
		case v.Certificate != certificate:
			kept = append(kept, v)
		case !v.Printed.IsZero() || !v.InForce() || len(v.Reprints) > 0:
			return &BookError{OnPaper, v.Number, v.Facts.Name}
		case v.Seq < last[v.Series]:
			return &BookError{NotLast, v.Number, v.Facts.Name}
		}
	}
	if len(kept) < len(e.Entries()) {
		e.Register = &Register{kept}
	}
	return nil
}

// Printed returns which numbers of the event's certificates were printed, and which weren't, of those that hold.
func (e *Event) Printed() (printed, fresh []*Entry) {
	for _, v := range e.Entries() {
		switch {
		case !v.InForce():
		case v.Printed.IsZero():
			fresh = append(fresh, v)
		default:
			printed = append(printed, v)
		}
	}
	return printed, fresh
}

// Changed returns the numbers that certify something else than the certificate says now: a name was corrected, say.
func (e *Event) Changed() []*Entry {
	var changed []*Entry
	for _, c := range e.Certificates {
		m := e.Merge(c)
		for i, r := range e.RosterOf(c).Recipients {
			if v := m.numbers.Issued(r.ID); v != nil && v.Facts != m.facts(i, r) {
				changed = append(changed, v)
			}
		}
	}
	return changed
}

// BookTotals counts a register's entries.
type BookTotals struct{ Issued, InForce, Void, Reprinted int }

// Totals counts entries.
func Totals(entries []*Entry) BookTotals {
	t := BookTotals{Issued: len(entries)}
	for _, v := range entries {
		if v.InForce() {
			t.InForce++
		}
		if len(v.Reprints) > 0 {
			t.Reprinted++
		}
	}
	t.Void = t.Issued - t.InForce
	return t
}
