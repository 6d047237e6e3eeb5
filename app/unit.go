package app

import (
	"regexp"
	"strings"
)

// reform is the day from which Việt Nam has no districts and no thị trấn: the Constitution's article 110 as amended in 2025, and the
// law on local government of the same year, whose full text could not be compared.
var reform = Date{2025, 7, 1}

// Administrative units as headers name them. A school is called after Bà Huyện Thanh Quan, and may go on bearing the name
// of a unit that is gone, so that the old ones are looked for in the names of agencies only.
var (
	oldUnit    = regexp.MustCompile(`(?i)(?:^|[^\pL])((?:thị trấn|thị xã|huyện|quận) \pL+)`)
	doubleUnit = regexp.MustCompile(`(?i)(?:^|[^\pL])((?:xã|phường|huyện|quận) (?:xã|phường|thị trấn|thị xã|huyện|quận|đặc khu)|thị trấn (?:xã|phường))(?:$|[^\pL])`)
)

// units reads the units that a header names: 621 certificates were once recalled for "xã thị trấn".
func (c *checker) units(s Subject, day Date, text string, agency bool) {
	text = Clean(text)
	if found := doubleUnit.FindStringSubmatch(text); found != nil {
		c.add(Warning, "unit-twice", s, "text", text, "unit", found[1])
		return
	}
	found := oldUnit.FindStringSubmatch(text)
	if agency && found != nil && !strings.Contains(Fold(text), "ba huyen thanh quan") && !day.Before(reform) {
		c.add(Warning, "unit-abolished", s, "text", text, "unit", found[1])
	}
}

// schoolUnits reads the units in the names of the school and of those above it.
func (c *checker) schoolUnits(s Subject) {
	school := c.event.School
	c.units(s, c.event.From, school.Name, false)
	for _, agency := range []string{school.Parent, school.Ward} {
		c.units(s, c.event.From, agency, true)
	}
}
