package app

import (
	"cmp"
	"slices"
)

// Program is the running order of a ceremony.
type Program struct {
	Items []Item      `json:"items"`
	Empty []EmptyPart `json:"empty,omitempty"` // parts in which nothing happens yet
}

// EmptyPart is a part of a ceremony that has a name and no items yet.
type EmptyPart struct {
	ID     ID     `json:"id"`
	Name   string `json:"name"`
	Before ID     `json:"before,omitzero"` // the first item of the part that follows; zero at the end
}

// Item is one line of the running order.
type Item struct {
	ID      ID     `json:"id"`
	Title   string `json:"title"`
	Minutes int    `json:"minutes"`
	// HardStart is a time that does not move, such as a national broadcast at 08:00; else NoClock, and the
	// item starts when the one before it ends.
	HardStart  Clock  `json:"hardStart"`
	Who        string `json:"who"`
	Where      string `json:"where"`
	Notes      string `json:"notes"`
	Script     string `json:"script"` // what the MC says
	Cues       []Cue  `json:"cues,omitempty"`
	Part       string `json:"part,omitempty"`       // of the ceremony: "Phần lễ", "Phần hội"
	PartID     ID     `json:"partId,omitzero"`      // tells neighbouring parts of one name apart; zero from programs that knew names only
	Optional   bool   `json:"optional,omitempty"`   // may be left out where time runs short
	MinMinutes int    `json:"minMinutes,omitempty"` // to which it may be shortened; zero where it may not
}

// Cue tells one crew what to do when the item begins.
type Cue struct {
	Crew Crew   `json:"crew"`
	Text string `json:"text"`
}

// Crew is who a cue is for.
type Crew string

// The crews that take cues.
const (
	Sound  Crew = "sound"
	Light  Crew = "light"
	Screen Crew = "screen"
	Stage  Crew = "stage"
)

// Crews lists the crews in the order of a run sheet's columns.
var Crews = []Crew{Sound, Light, Screen, Stage}

// NewItem returns an item of five minutes that follows the one before it.
func NewItem(title string) Item {
	return Item{ID: NewID(), Title: title, Minutes: 5, HardStart: NoClock}
}

// Identity returns the item's ID.
func (it Item) Identity() ID { return it.ID }

func (it Item) clone() Item {
	it.Cues = slices.Clone(it.Cues)
	return it
}

// Duplicate returns a copy with a new identity. The copy gives up a hard start: two items can't both begin
// at that minute.
func (it Item) Duplicate() Item {
	it = it.clone()
	it.ID = NewID()
	it.HardStart = NoClock
	return it
}

// Cue returns the text of the first cue for the crew, or "".
func (it Item) Cue(crew Crew) string {
	for _, c := range it.Cues {
		if c.Crew == crew {
			return c.Text
		}
	}
	return ""
}

// SetCue replaces the cue for the crew; an empty text removes it.
func (it *Item) SetCue(crew Crew, text string) {
	i := slices.IndexFunc(it.Cues, func(c Cue) bool { return c.Crew == crew })
	switch {
	case text == "" && i >= 0:
		it.Cues = slices.Delete(it.Cues, i, i+1)
	case text != "" && i >= 0:
		it.Cues[i].Text = text
	case text != "":
		it.Cues = append(it.Cues, Cue{crew, text})
	}
}

// Slot is when an item starts and ends. Gap is the minutes between the end of the item before and a hard
// start: negative when that item overlaps it, zero where there is no hard start.
type Slot struct {
	Start, End Clock
	Gap        int
}

// Schedule computes each item's slot for a program that begins at start (midnight where that is NoClock).
func (p Program) Schedule(start Clock) []Slot {
	slots := make([]Slot, len(p.Items))
	now := max(start, 0)
	for i, it := range p.Items {
		begin, gap := now, 0
		if it.HardStart != NoClock {
			begin, gap = it.HardStart, int(it.HardStart-now)
		}
		now = begin + Clock(max(it.Minutes, 0))
		slots[i] = Slot{Start: begin, End: now, Gap: gap}
	}
	return slots
}

// Minutes tells how long a program that begins at start is busy: a minute in which two items overlap counts once, and
// a gap before a hard start doesn't count.
func (p Program) Minutes(start Clock) int { return busy(p.Schedule(start)) }

// busy counts the minutes that lie in at least one of the slots.
func busy(slots []Slot) int {
	slots = slices.SortedFunc(slices.Values(slots), func(a, b Slot) int { return cmp.Compare(a.Start, b.Start) })
	total, until := 0, Clock(0)
	for _, s := range slots {
		from := max(s.Start, until)
		total += int(max(s.End-from, 0))
		until = max(until, s.End)
	}
	return total
}

// inPartOf tells whether two items that follow each other belong to one part.
func (it Item) inPartOf(other Item) bool {
	return it.PartID == other.PartID && Clean(it.Part) == Clean(other.Part)
}

// PartSpan is a run of items of one part of the ceremony, with its own total.
type PartSpan struct {
	ID         ID     // of the part's heading
	Name       string // "" for items that belong to no part
	From, To   int    // items[From:To]
	Start, End Clock
	Minutes    int // with overlaps counted once
}

// Lasts returns how many minutes lie between the part's start and its end, and in how many of them nothing is on yet.
func (p PartSpan) Lasts() (minutes, waiting int) {
	minutes = int(p.End - p.Start)
	return minutes, minutes - p.Minutes
}

// Parts divides the running order into the parts that its items name, for a program that begins at start. A part that
// is interrupted stands twice.
func (p Program) Parts(start Clock) []PartSpan {
	var parts []PartSpan
	slots := p.Schedule(start)
	for from := 0; from < len(p.Items); {
		to := from + 1
		for to < len(p.Items) && p.Items[to].inPartOf(p.Items[from]) {
			to++
		}
		part := PartSpan{ID: p.Items[from].PartID, Name: Clean(p.Items[from].Part), From: from, To: to, Start: slots[from].Start, End: slots[from].End}
		if part.ID == (ID{}) || slices.ContainsFunc(parts, func(other PartSpan) bool { return other.ID == part.ID }) {
			part.ID = p.Items[from].ID
		}
		for _, s := range slots[from:to] {
			part.Start, part.End = min(part.Start, s.Start), max(part.End, s.End)
		}
		part.Minutes = busy(slots[from:to])
		parts, from = append(parts, part), to
	}
	return parts
}
