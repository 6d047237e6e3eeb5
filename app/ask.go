package app

import (
	"slices"
	"strings"
)

// Ask is what the school asks of one audience, said once and used in speech, posters and commitment
// sheets.
type Ask struct {
	ID       ID       `json:"id"`
	Audience string   `json:"audience"` // "Cán bộ, giáo viên, nhân viên"
	Points   []string `json:"points"`
}

// Identity returns the ask's ID.
func (a Ask) Identity() ID { return a.ID }

func (a Ask) clone() Ask {
	a.Points = slices.Clone(a.Points)
	return a
}

// Said returns the points that aren't blank.
func (a Ask) Said() []string {
	var points []string
	for _, p := range a.Points {
		if p = Clean(p); p != "" {
			points = append(points, p)
		}
	}
	return points
}

// Circle is the circle of people whom an ask addresses; it decides who signs a commitment sheet.
type Circle string

// The circles of an ask.
const (
	StaffCircle   Circle = "staff"
	PupilCircle   Circle = "pupils"
	ParentsCircle Circle = "parents" // and the community
)

// Circle tells whom the ask addresses, by the words for its audience.
func (a Ask) Circle() Circle {
	fold := Fold(a.Audience)
	for _, c := range []struct {
		circle Circle
		words  []string
	}{
		{ParentsCircle, []string{"cha me", "phu huynh", "cong dong", "gia dinh", "nhan dan"}},
		{StaffCircle, []string{"giao vien", "can bo", "nhan vien", "thay co"}},
		{PupilCircle, []string{"hoc sinh", "doi vien", "thieu nhi", "lop"}},
	} {
		if slices.ContainsFunc(c.words, func(w string) bool { return strings.Contains(fold, w) }) {
			return c.circle
		}
	}
	return StaffCircle
}

// PosterBody returns the words of a poster: its own body, and below it the points of the ask that it bears.
func (e *Event) PosterBody(p Poster) string {
	ask := Find(e.Asks, p.Ask)
	if ask == nil {
		return p.Body
	}
	lines := []string{}
	if body := Clean(p.Body); body != "" {
		lines = append(lines, body, "")
	}
	for _, point := range ask.Said() {
		lines = append(lines, "- "+point)
	}
	return strings.Join(lines, "\n")
}
