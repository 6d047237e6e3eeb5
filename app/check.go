package app

import (
	"slices"
	"strconv"
	"strings"
)

// Check reads the whole event as a proofreader does and returns what is wrong with it, in the order of the
// window's pages. What only paper can tell, such as a name that does not fit, is found by the preflight of
// package print.
func Check(e *Event) []Problem {
	c := &checker{event: e}
	c.eventFacts()
	for i := range e.Ceremonies {
		c.ceremony(&e.Ceremonies[i])
	}
	c.doubleBooked()
	c.slogans()
	for _, p := range e.Posters {
		c.poster(p)
	}
	for _, b := range e.Banners {
		c.banner(b)
	}
	for _, cert := range e.Certificates {
		c.certificate(cert)
	}
	c.numbers()
	return c.found
}

// checker collects problems.
type checker struct {
	event *Event
	found []Problem
}

func (c *checker) add(severity Severity, code string, s Subject, pairs ...string) {
	p := Problem{Code: code, Severity: severity, Subject: s}
	if len(pairs) > 0 {
		p.Args = map[string]string{}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		p.Args[pairs[i]] = pairs[i+1]
	}
	c.found = append(c.found, p)
}

func (c *checker) eventFacts() {
	e := c.event
	s := Subject{Kind: OfEvent, ID: e.ID, Name: e.Title}
	if Clean(e.Title) == "" {
		c.add(Error, "event-no-title", s)
	}
	if Clean(e.School.Name) == "" {
		c.add(Error, "event-no-school", s)
	}
	if e.School.DatePlace() == "" {
		c.add(Warning, "event-no-place", s)
	}
	if Clean(e.School.Head.Title) == "" {
		c.add(Error, "event-no-head", s)
	}
	named := levelsNamed(e.School.Name)
	if len(named) > 0 && e.School.Level != "" && e.School.Level != OtherEdu && !slices.Contains(named, e.School.Level) {
		c.add(Warning, "school-level", s, "school", Clean(e.School.Name))
	}
	c.schoolUnits(s)
	if c.dateless() {
		c.add(Error, "event-no-date", s)
	}
	if !e.From.IsZero() && !e.To.IsZero() && e.To.Before(e.From) {
		c.add(Error, "event-dates-reversed", s, "from", e.From.Short(), "to", e.To.Short())
	}
	if shop := e.Printer(); !shop.Sound() {
		c.add(Error, "shop-bad-measure", s, "shop", shop.Name)
	}
}

// levelWords are how the names of schools tell their level.
var levelWords = []struct {
	level Level
	words []string
}{
	{Preschool, []string{"mầm non", "mẫu giáo"}},
	{Primary, []string{"tiểu học"}},
	{LowerSec, []string{"trung học cơ sở", "thcs"}},
	{UpperSec, []string{"trung học phổ thông", "thpt"}},
}

// levelsNamed lists the levels that the name of a school tells; some schools have two.
func levelsNamed(school string) (list []Level) {
	name := strings.ToLower(Clean(school))
	for _, l := range levelWords {
		if slices.ContainsFunc(l.words, func(word string) bool { return strings.Contains(name, word) }) {
			list = append(list, l.level)
		}
	}
	return list
}

// dateless tells whether nobody has typed any day, though ceremonies and certificates wait for the event's: that is told once.
func (c *checker) dateless() bool {
	e := c.event
	return e.Day().IsZero() && len(e.Ceremonies)+len(e.Certificates) > 0
}

func (c *checker) ceremony(cer *Ceremony) {
	e := c.event
	s := Subject{Kind: OfCeremony, ID: cer.ID, Name: cer.Title}
	if Clean(cer.Title) == "" {
		c.add(Error, "ceremony-no-title", s, "date", cer.Date.Short())
	}
	switch {
	case e.DayOf(*cer).IsZero() && !c.dateless():
		c.add(Error, "ceremony-no-date", s)
	case cer.Date.IsZero():
	case !e.From.IsZero() && cer.Date.Before(e.From), !e.To.IsZero() && e.To.Before(cer.Date):
		c.add(Warning, "ceremony-outside", s, "date", cer.Date.Short(), "from", e.From.Short(), "to", e.To.Short())
	}
	if cer.Start == NoClock {
		c.add(Error, "ceremony-no-start", s)
	}
	if Clean(cer.Lead) == "" {
		c.add(Warning, "ceremony-no-lead", s)
	}
	if len(cer.Program.Items) == 0 {
		c.add(Warning, "ceremony-empty", s)
	}
	slots := cer.Schedule()
	for i, it := range cer.Program.Items {
		c.item(cer, i, it, slots[i])
	}
}

func (c *checker) item(cer *Ceremony, i int, it Item, slot Slot) {
	s := Subject{Kind: OfItem, ID: it.ID, Parent: cer.ID, Name: it.Title}
	row := strconv.Itoa(i + 1)
	add := func(severity Severity, code string, pairs ...string) {
		if len(c.event.Ceremonies) > 1 {
			pairs = append(pairs, "activity", cer.Title)
		}
		c.add(severity, code, s, append(pairs, "row", row)...)
	}
	if Clean(it.Title) == "" {
		add(Error, "item-no-title", "ceremony", cer.Title)
	}
	if it.Minutes <= 0 {
		add(Warning, "item-no-minutes")
	}
	if it.MinMinutes > it.Minutes {
		add(Warning, "item-min-too-long", "least", strconv.Itoa(it.MinMinutes), "minutes", strconv.Itoa(it.Minutes))
	}
	if Clean(it.Who) == "" {
		add(Warning, "item-no-who")
	}
	switch {
	case slot.Gap < 0:
		add(Error, "item-overlap", "start", slot.Start.String(), "minutes", strconv.Itoa(-slot.Gap))
	case slot.Gap > 0:
		add(Warning, "item-gap", "start", slot.Start.String(), "minutes", strconv.Itoa(slot.Gap))
	}
}

// engagement is one item with the minutes that it takes on its day, for one of those who do it.
type engagement struct {
	who      string
	ceremony *Ceremony
	item     *Item
	slot     Slot
}

// performers lists who does an item: "Hiệu trưởng; Tổng phụ trách Đội" are two.
func performers(who string) []string {
	var list []string
	for _, name := range strings.FieldsFunc(who, func(r rune) bool { return strings.ContainsRune(";,\n", r) }) {
		if name = Clean(name); name != "" {
			list = append(list, name)
		}
	}
	return list
}

// doubleBooked finds one person in two places at once.
func (c *checker) doubleBooked() {
	var all []engagement
	held := c.event.Held()
	for i := range held {
		cer := &held[i]
		slots := cer.Schedule()
		for j := range cer.Program.Items {
			it := &cer.Program.Items[j]
			for _, who := range performers(it.Who) {
				all = append(all, engagement{who, cer, it, slots[j]})
			}
		}
	}
	earlier := map[string][]engagement{}
	for _, e := range all {
		key := Fold(e.who)
		for _, other := range earlier[key] {
			if other.clashes(e) {
				c.clash(other, e)
			}
		}
		earlier[key] = append(earlier[key], e)
	}
}

// clashes tells whether nobody can be at both: they share a minute, and are items of two ceremonies, or of one in two
// places.
func (e engagement) clashes(other engagement) bool {
	together := e.ceremony.Date == other.ceremony.Date && e.slot.Start < other.slot.End && other.slot.Start < e.slot.End
	a, b := Fold(e.item.Where), Fold(other.item.Where)
	return together && (e.ceremony != other.ceremony || e.item != other.item && a != "" && b != "" && a != b)
}

func (c *checker) clash(e, other engagement) {
	s := Subject{Kind: OfItem, ID: e.item.ID, Parent: e.ceremony.ID, Name: e.item.Title}
	c.add(Warning, "double-booked", s, "who", e.who, "other", other.item.Title, "ceremony", other.ceremony.Title,
		"start", other.slot.Start.String(), "date", e.ceremony.Date.Short())
	c.found[len(c.found)-1].Also = other.item.ID
}

func (c *checker) slogans() {
	seen := map[string]bool{}
	for _, s := range c.event.Slogans {
		subject := Subject{Kind: OfSlogan, ID: s.ID, Name: s.Text}
		key := Fold(s.Text)
		switch {
		case key == "":
			c.add(Error, "slogan-empty", subject)
		case seen[key]:
			c.add(Warning, "slogan-twice", subject)
		}
		seen[key] = true
		c.nearMiss(subject, s.Text)
	}
}

// nearMiss flags a text that is almost, but not quite, the official theme, or a slogan whose source is named.
func (c *checker) nearMiss(s Subject, text string) {
	if official := Misquoted(text, c.event.Official()); official != nil {
		c.add(Warning, "near-miss", s, "text", Clean(text), "theme", Clean(official.Text))
	}
}

// isNearMiss tells whether text differs from the official wording by a few of its words: case and
// punctuation don't count, and neither does a text that only quotes the beginning.
func isNearMiss(text, official string) bool {
	a, b := words(text), words(official)
	if len(b) < 6 || len(a) < len(b)/2 {
		return false
	}
	distance := wordDistance(a, b)
	return distance > 0 && distance <= max(1, len(b)/6)
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(Clean(text)), func(r rune) bool { return strings.ContainsRune(" \n,.;:!?-–—“”\"", r) })
}

// wordDistance counts the words to insert, delete or exchange to make b of a (Levenshtein).
func wordDistance(a, b []string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, wa := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, wb := range b {
			cost := diagonal
			if wa != wb {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
