package app

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// maxPieceMM is the longest piece that the program sets: sixty metres.
const maxPieceMM = 60_000

// maxDaysHung is how long a banner may hang (Law on Advertising, 16/2012/QH13, article 27.4).
const maxDaysHung = 15

func (c *checker) poster(p Poster) {
	s := p.Subject()
	c.piece(s, p.Piece)
	if p.Ask != (ID{}) && Find(c.event.Asks, p.Ask) == nil {
		c.add(Warning, "poster-ask-missing", s)
	}
	if Clean(c.event.fill(p.Title)) == "" && p.Artwork == "" {
		c.add(Error, "piece-no-text", s)
	}
	if p.Artwork != "" && c.event.Image(p.Artwork) == nil {
		c.add(Error, "image-missing", s, "image", p.Artwork)
	}
	c.link(s, Clean(p.Link))
	c.fields(s, p.Title, p.Body, p.Footer)
	c.oldYear(s, p.Title)
	c.nearMiss(s, p.Title)
}

func (c *checker) link(s Subject, link string) {
	switch {
	case link == "":
	case len(link) > MaxLink:
		c.add(Error, "link-too-long", s, "length", strconv.Itoa(len(link)), "most", strconv.Itoa(MaxLink))
	case !IsWebLink(link):
		c.add(Error, "link-not-web", s, "link", link)
	}
}

func (c *checker) banner(b Banner) {
	s := b.Subject()
	c.piece(s, b.Piece)
	if Clean(c.event.fill(b.Text)) == "" {
		c.add(Error, "piece-no-text", s)
	}
	if material := b.Finishing().Material; c.event.Printer().Material(material) == nil {
		c.add(Warning, "no-such-material", s, "material", material)
	}
	c.fields(s, b.Over, b.Text, b.Under)
	c.oldYear(s, b.Over+" "+b.Text+" "+b.Under)
	c.nearMiss(s, b.Text)
}

var aYear = regexp.MustCompile(`\b20\d\d\b`)

// oldYears is how far back a year is taken for one that was forgotten when last year's words were used again; what lies
// before is history.
const oldYears = 3

// oldYear flags words whose latest year is one shortly before the event's.
func (c *checker) oldYear(s Subject, text string) {
	year := c.event.Day().Year
	if year == 0 {
		return
	}
	latest := 0
	for _, y := range aYear.FindAllString(c.event.fill(text), -1) {
		n, _ := strconv.Atoi(y)
		latest = max(latest, n)
	}
	if latest < year && latest >= year-oldYears {
		c.add(Warning, "old-year", s, "year", strconv.Itoa(latest), "event", strconv.Itoa(year))
	}
}

// fields finds what has no meaning in the words of a piece.
func (c *checker) fields(s Subject, texts ...string) {
	if text := c.event.unfillable(texts...); text != "" {
		c.add(Error, "piece-unknown-field", s, "text", text, "fields", "{"+strings.Join(PieceFields, "}, {")+"}")
	}
}

func (c *checker) piece(s Subject, p Piece) {
	if !(p.WidthMM >= 10 && p.HeightMM >= 10 && p.WidthMM <= maxPieceMM && p.HeightMM <= maxPieceMM) {
		c.add(Error, "piece-bad-size", s, "size", fmt.Sprintf("%g × %g mm", p.WidthMM, p.HeightMM))
	}
	if p.Copies < 1 {
		c.add(Warning, "piece-no-copies", s)
	}
	if p.HungFrom.IsZero() || p.HungTo.IsZero() {
		return
	}
	switch days := p.HungFrom.DaysUntil(p.HungTo); {
	case days < 0:
		c.add(Error, "hung-reversed", s, "from", p.HungFrom.Short(), "to", p.HungTo.Short())
	case days > maxDaysHung:
		c.add(Warning, "hung-too-long", s, "days", strconv.Itoa(days))
	}
}

func (c *checker) certificate(cert Certificate) {
	s := Subject{Kind: OfCertificate, ID: cert.ID, Name: cert.Name}
	if Clean(cert.Title) == "" {
		c.add(Error, "certificate-no-title", s)
	}
	if Clean(cert.Issuer) == "" {
		c.add(Error, "certificate-no-issuer", s)
	}
	c.units(s, c.event.SignedOn(cert), cert.Issuer, true)
	if signer, _ := c.event.Signing(cert); isBlankText(signer.Name) { // a title that is missing is the event's problem
		c.add(Warning, "certificate-no-name", s)
	}
	if !(cert.WidthMM >= 50 && cert.HeightMM >= 50 && cert.WidthMM <= 1200 && cert.HeightMM <= 1200) {
		c.add(Error, "piece-bad-size", s, "size", fmt.Sprintf("%g × %g mm", cert.WidthMM, cert.HeightMM))
	}
	if !cert.SoundNames() {
		c.add(Error, "certificate-bad-names", s, "least", fmt.Sprint(cert.NameMinPt), "largest", fmt.Sprint(cert.NameMaxPt), "lines", strconv.Itoa(cert.NameLines))
	}
	c.found = append(c.found, c.event.WordingProblems(cert)...)
	roster := c.event.RosterOf(cert)
	if len(roster.Recipients) == 0 {
		c.add(Warning, "certificate-no-recipients", s)
	}
	c.recipients(cert, roster)
	c.choices(cert, roster)
}

func (c *checker) recipients(cert Certificate, roster *Roster) {
	type person struct {
		name, class string
		born        Date
	}
	first := make(map[person]*Recipient, len(roster.Recipients))
	emptyFields := c.emptyFields(cert)
	for i, r := range roster.Recipients {
		s := cert.About(r)
		if isBlankText(r.Name) {
			c.add(Error, "recipient-no-name", s, "certificate", cert.Name)
			continue
		}
		if isOddName(r.Name) {
			c.add(Warning, "recipient-odd-name", s)
		}
		emptyFields(i, r, s)
		key := person{r.Name, r.Class, r.Born}
		if twin := first[key]; twin != nil {
			c.add(Warning, "recipient-twice", s, "twin", strconv.Itoa(twin.Row), "class", r.Class)
		} else {
			first[key] = r
		}
	}
}

// isOddName tells whether a name has a sign that names don't have, or no capital.
func isOddName(name string) bool {
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" -–.'’", r)
	}
	return strings.ContainsFunc(name, odd) || strings.ToLower(name) == name
}

func isBlankText(text string) bool { return strings.TrimSpace(text) == "" }
