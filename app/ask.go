package app

import "slices"

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
