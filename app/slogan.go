package app

import "slices"

// Slogan is one sentence to be hung, printed or shown, with its source.
type Slogan struct {
	ID     ID       `json:"id"`
	Text   string   `json:"text"`
	Lang   string   `json:"lang"` // "vi" or "en"
	Source string   `json:"source"`
	Year   int      `json:"year,omitempty"` // 0: of no year
	Tags   []string `json:"tags,omitempty"`
}

// NewSlogan returns a Vietnamese slogan with an identity.
func NewSlogan(text string) Slogan { return Slogan{ID: NewID(), Text: text, Lang: "vi"} }

// Identity returns the slogan's ID.
func (s Slogan) Identity() ID { return s.ID }

func (s Slogan) clone() Slogan {
	s.Tags = slices.Clone(s.Tags)
	return s
}

// Duplicate returns a copy with a new identity.
func (s Slogan) Duplicate() Slogan {
	s = s.clone()
	s.ID = NewID()
	return s
}

// UsesOf lists the posters and banners that carry the slogan's text, whatever its case.
func (e *Event) UsesOf(s Slogan) []Subject {
	var uses []Subject
	key := Fold(s.Text)
	if key == "" {
		return nil
	}
	for _, p := range e.Posters {
		if Fold(p.Title) == key || Fold(p.Body) == key {
			uses = append(uses, p.Subject())
		}
	}
	for _, b := range e.Banners {
		if Fold(b.Text) == key {
			uses = append(uses, b.Subject())
		}
	}
	return uses
}

// AddSlogans appends the slogans that the event doesn't have yet, and returns how many there were.
func (e *Event) AddSlogans(list []Slogan) int {
	have := map[string]bool{}
	for _, s := range e.Slogans {
		have[Fold(s.Text)] = true
	}
	added := 0
	for _, s := range list {
		if key := Fold(s.Text); !have[key] {
			have[key] = true
			e.Slogans = append(e.Slogans, s)
			added++
		}
	}
	return added
}

// HasSlogan tells whether the event has a slogan of those words.
func (e *Event) HasSlogan(text string) bool {
	return slices.ContainsFunc(e.Slogans, func(s Slogan) bool { return Fold(s.Text) == Fold(text) })
}
