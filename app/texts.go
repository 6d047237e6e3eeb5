package app

import (
	"iter"
	"strings"
	"unicode"
)

// Text is one text of an event with its place: the field of the subject in which it stands. The phrase "field.FIELD"
// names the field.
type Text struct {
	Subject Subject
	Field   string
	Text    string
}

// Texts yields the texts of an event that people have typed, those of its recipients last.
func (e *Event) Texts() iter.Seq[Text] {
	return func(yield func(Text) bool) {
		y := &texts{yield: yield, on: true}
		y.facts(e)
		for _, c := range e.Ceremonies {
			y.ceremony(c)
		}
		for _, s := range e.Slogans {
			y.of(Subject{Kind: OfSlogan, ID: s.ID, Name: s.Text}, "slogan-text", s.Text, "slogan-source", s.Source, "slogan-tags", strings.Join(s.Tags, ", "))
		}
		for _, a := range e.Asks {
			y.of(Subject{Kind: OfAsk, ID: a.ID, Name: a.Audience}, "ask-audience", a.Audience, "ask-points", strings.Join(a.Points, "\n"))
		}
		for _, b := range e.Banners {
			y.of(Subject{Kind: OfBanner, ID: b.ID, Name: b.Name}, "banner-text", b.Text, "banner-over", b.Over, "banner-under", b.Under,
				"piece-name", b.Name, "piece-place", b.Place)
		}
		for _, p := range e.Posters {
			y.of(Subject{Kind: OfPoster, ID: p.ID, Name: p.Name}, "poster-title", p.Title, "poster-body", p.Body, "poster-footer", p.Footer,
				"poster-link", p.Link, "piece-name", p.Name, "piece-place", p.Place)
		}
		y.certificates(e)
	}
}

// texts yields texts until nobody wants more.
type texts struct {
	yield func(Text) bool
	on    bool
}

// of yields the texts of a subject, given as pairs of field and text; empty ones are left out.
func (y *texts) of(s Subject, pairs ...string) {
	for i := 0; y.on && i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			y.on = y.yield(Text{s, pairs[i], pairs[i+1]})
		}
	}
}

func (y *texts) facts(e *Event) {
	school := e.School
	y.of(Subject{Kind: OfEvent, ID: e.ID, Name: e.Title}, "event-title", e.Title, "event-theme", e.Theme, "event-basis", e.Basis,
		"school-name", school.Name, "school-parent", school.Parent, "school-ward", school.Ward, "school-city", school.City,
		"school-place", school.Place, "school-code", school.Code, "school-year", school.SchoolYear,
		"signer-for", school.Head.For, "signer-title", school.Head.Title, "signer-name", school.Head.Name)
}

func (y *texts) ceremony(c Ceremony) {
	y.of(Subject{Kind: OfCeremony, ID: c.ID, Name: c.Title}, "ceremony-title", c.Title, "ceremony-place", c.Place, "ceremony-lead", c.Lead,
		"ceremony-audience", c.Audience, "ceremony-notes", c.Notes, "ceremony-number", c.Number)
	for _, it := range c.Program.Items {
		s := Subject{Kind: OfItem, ID: it.ID, Parent: c.ID, Name: it.Title}
		y.of(s, "item-title", it.Title, "item-who", it.Who, "item-where", it.Where, "item-notes", it.Notes, "item-script", it.Script)
		for _, cue := range it.Cues {
			y.of(s, "cue-"+string(cue.Crew), cue.Text)
		}
	}
}

func (y *texts) certificates(e *Event) {
	for _, c := range e.Certificates {
		s := Subject{Kind: OfCertificate, ID: c.ID, Name: c.Name}
		y.of(s, "certificate-name", c.Name, "certificate-dateline", c.Dateline,
			"signer-for", c.Signer.For, "signer-title", c.Signer.Title, "signer-name", c.Signer.Name)
		for _, l := range c.lines() {
			y.of(s, "certificate-"+l.code, l.text)
		}
	}
	for _, c := range e.Certificates {
		for _, r := range e.RosterOf(c).Recipients {
			if !y.on {
				return
			}
			y.of(c.About(r), "recipient-name", r.Name,
				"recipient-class", r.Class, "recipient-award", r.Award, "recipient-citation", r.Citation)
		}
	}
}

// FindFolded returns where words stand in a text, in characters, the first being 0, or a place of -1. Case and diacritics
// are not looked at.
func FindFolded(text, words string) (at, length int) {
	key := Fold(words)
	if key == "" {
		return -1, 0
	}
	var b strings.Builder
	var from []int // the character of each byte of the folded text
	for i, r := range []rune(text) {
		if unicode.IsSpace(r) {
			b.WriteByte(' ')
		} else {
			b.WriteString(Fold(string(r)))
		}
		for len(from) < b.Len() {
			from = append(from, i)
		}
	}
	start := strings.Index(b.String(), key)
	if start < 0 {
		return -1, 0
	}
	return from[start], from[start+len(key)-1] - from[start] + 1
}
