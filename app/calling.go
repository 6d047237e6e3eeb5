package app

import (
	"strings"
	"time"
	"unicode"

	"tiengtrong/app/syllable"
)

// Calling is how recipients are called on stage, and how long that takes.
type Calling struct {
	PerName  int `json:"perName"`  // seconds to read a name and hand over a certificate
	PerGroup int `json:"perGroup"` // seconds for a group to come up, to be photographed and to leave
	Group    int `json:"group"`    // the most who stand on the stage at once
}

// StandardCalling is an estimate to begin with, not a rule: each school measures its own.
var StandardCalling = Calling{PerName: 4, PerGroup: 40, Group: 10}

// CallRules returns how a certificate's recipients are called; what the school left open is as usual.
func (c Certificate) CallRules() Calling {
	rules := c.Calling
	if rules.PerName <= 0 {
		rules.PerName = StandardCalling.PerName
	}
	if rules.PerGroup <= 0 {
		rules.PerGroup = StandardCalling.PerGroup
	}
	if rules.Group <= 0 {
		rules.Group = StandardCalling.Group
	}
	return rules
}

// Time estimates how long a group of that many takes.
func (c Calling) Time(names int) time.Duration {
	return time.Duration(c.PerGroup+names*c.PerName) * time.Second
}

// CallGroup is who comes up together: places in the list of recipients, all with one award.
type CallGroup struct {
	Award  string
	Places []int
	Starts time.Duration // after the first group is called
	Takes  time.Duration
}

// CallGroups divides the recipients, in the order in which they are called, into groups of one award each, as even as
// can be.
func (c Calling) CallGroups(list []*Recipient, order []int) []CallGroup {
	var groups []CallGroup
	starts := time.Duration(0)
	for len(order) > 0 {
		award, n := list[order[0]].Award, 1
		for n < len(order) && list[order[n]].Award == award {
			n++
		}
		for parts := (n + c.Group - 1) / c.Group; parts > 0; parts-- {
			size := (n + parts - 1) / parts
			groups = append(groups, CallGroup{award, order[:size], starts, c.Time(size)})
			starts += c.Time(size)
			order, n = order[size:], n-size
		}
	}
	return groups
}

// HardToRead tells whether a name has a word that is no syllable of Vietnamese spelling, which who reads it aloud must
// practise: "H'Hen Niê", "Y Bhăm Êban", "Sophie".
func HardToRead(name string) bool {
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		if !syllable.Is(strings.ToLower(word)) {
			return true
		}
	}
	return false
}
