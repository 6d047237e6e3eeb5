package print

import (
	"encoding/json"
	"fmt"
	"io/fs"
)

// Condition is a printing condition: the press and the paper that the inks of all pages are meant for.
type Condition struct {
	Identifier  string `json:"identifier"` // its name in the registry: "FOGRA39"
	Condition   string `json:"condition"`  // press, paper and screen, for people who print
	Registry    string `json:"registry"`   // who registered it; a name that looks like an address and is never visited
	Info        string `json:"info"`       // the profile's name, for people
	ProfileName string `json:"profile"`    // its file
	Profile     []byte `json:"-"`          // an ICC profile for output in CMYK
}

// LoadCondition reads condition.json and the profile that it names.
func LoadCondition(profiles fs.FS) (*Condition, error) {
	data, err := fs.ReadFile(profiles, "condition.json")
	if err != nil {
		return nil, fmt.Errorf("load the printing condition: %w", err)
	}
	c := &Condition{}
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("load the printing condition: %w", err)
	}
	if c.Profile, err = fs.ReadFile(profiles, c.ProfileName); err != nil {
		return nil, fmt.Errorf("load the printing condition: %w", err)
	}
	return c, nil
}
