package app

import "strings"

// PieceFields lists the fields that the words of banners and posters may use, as users write them.
var PieceFields = []string{"trường", "cấp trên", "địa danh", "năm học", "sự kiện", "chủ đề", "ngày"}

// FilledBanner returns the banner as it is printed, with the event's facts in its words.
func (e *Event) FilledBanner(b Banner) Banner {
	b.Over, b.Text, b.Under = e.fill(b.Over), e.fill(b.Text), e.fill(b.Under)
	return b
}

// FilledPoster returns the poster as it is printed: the event's facts in its words, and the points of its ask.
func (e *Event) FilledPoster(p Poster) Poster {
	if p.Ask != (ID{}) {
		p.Body = e.PosterBody(p)
	}
	p.Title, p.Body, p.Footer = e.fill(p.Title), e.fill(p.Body), e.fill(p.Footer)
	return p
}

// fill puts the event's facts into the fields of a text. A line loses the signs at its ends that a fact leaves there
// which nobody has typed, and goes where nothing else stands on it.
func (e *Event) fill(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		t, _ := parseTemplate(line)
		filled := t.expand(e.field)
		if !t.same() {
			if filled = strings.Trim(filled, " ,;:·-–"); filled == "" {
				continue
			}
		}
		lines = append(lines, filled)
	}
	return strings.Join(lines, "\n")
}

// unfillable returns what has no meaning in the words of a piece, such as a field that there isn't; "" where all has.
func (e *Event) unfillable(texts ...string) string {
	for _, text := range texts {
		t, flaws := parseTemplate(text)
		if flaws = append(flaws, t.unknown(e.field)...); len(flaws) > 0 && strings.ContainsAny(text, "{}") {
			return flaws[0].text
		}
	}
	return ""
}
