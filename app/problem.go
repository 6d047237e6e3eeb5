package app

// Severity says whether a problem stops the print or can be signed off.
type Severity string

// The two severities, the graver first in the order of strings too.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// SubjectKind is the kind of thing that a problem is about; with the ID it leads the window to the place.
type SubjectKind string

// The kinds of subjects.
const (
	OfEvent       SubjectKind = "event"
	OfCeremony    SubjectKind = "ceremony"
	OfItem        SubjectKind = "item"
	OfSlogan      SubjectKind = "slogan"
	OfAsk         SubjectKind = "ask"
	OfPoster      SubjectKind = "poster"
	OfBanner      SubjectKind = "banner"
	OfCertificate SubjectKind = "certificate"
	OfRecipient   SubjectKind = "recipient"
)

// Subject is the thing that a problem is about. Parent is the ceremony of an item or the certificate of a
// recipient.
type Subject struct {
	Kind   SubjectKind
	ID     ID
	Parent ID
	Name   string // as the user knows it
	Row    int    // of a recipient in the list's file; 0 for who was typed in
}

// About returns the subject of a problem with a recipient of the certificate.
func (c Certificate) About(r *Recipient) Subject {
	return Subject{Kind: OfRecipient, ID: r.ID, Parent: c.ID, Name: r.Name, Row: r.Row}
}

// Problem is something wrong with the event. It carries a code and arguments; Phrases makes the sentence.
type Problem struct {
	Code     string
	Severity Severity
	Subject  Subject
	Args     map[string]string
	Also     ID // of another item that it is about as much; zero for none
	// Papers are the kinds of paper on which alone it is wrong, by the names of export.Kind; nil where it is wrong wherever
	// its subject is printed.
	Papers []string
}
