package app

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// LoadCatalogue reads the built-in slogans with their sources, catalogue.json, from fsys. Their identities are
// those of the catalogue: Duplicate one to put it into an event.
func LoadCatalogue(fsys fs.FS) ([]Slogan, error) {
	data, err := fs.ReadFile(fsys, "catalogue.json")
	if err != nil {
		return nil, fmt.Errorf("read catalogue of slogans: %w", err)
	}
	var list []Slogan
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("read catalogue of slogans: %w", err)
	}
	return list, nil
}

// ReadSlogans reads a list of slogans, one a line, each with its source behind " | " or a tab if the list gives
// one, and its year behind another tab. What the list does not say of a slogan that is in the catalogue is taken from there. A slogan that stands
// in the list twice is taken once.
func ReadSlogans(text string, catalogue []Slogan) ([]Slogan, []LeftOut) {
	known := map[string]Slogan{}
	for _, s := range catalogue {
		known[headerKey(s.Text)] = s
	}
	var slogans []Slogan
	var leftOut []LeftOut
	seen := map[string]bool{}
	for i, line := range strings.Split(text, "\n") {
		s := parseSlogan(line)
		key := headerKey(s.Text)
		switch {
		case key == "":
			continue
		case seen[key]:
			leftOut = append(leftOut, LeftOut{i + 1, s.Text, ReasonDuplicate})
			continue
		}
		seen[key] = true
		slogans = append(slogans, s.completed(known[key]))
	}
	return slogans, leftOut
}

// parseSlogan parts a line into text and source. Marks of a list, "- " or "• ", are none of the text.
func parseSlogan(line string) Slogan {
	cells := strings.Split(line, "\t")
	if len(cells) == 1 {
		cells = strings.SplitN(line, " | ", 2)
	}
	s := NewSlogan(strings.TrimLeft(Clean(cells[0]), "-–•*+ "))
	if len(cells) > 1 {
		s.Source = Clean(cells[1])
	}
	if len(cells) > 2 {
		s.Year, _ = strconv.Atoi(Clean(cells[2])) // no year otherwise
	}
	return s
}

// completed returns s with what it lacks taken from a slogan of the catalogue.
func (s Slogan) completed(from Slogan) Slogan {
	if from.Text == "" {
		return s
	}
	if s.Source == "" {
		s.Source = from.Source
	}
	s.Lang, s.Year, s.Tags = from.Lang, from.Year, from.clone().Tags
	return s
}
