package app

import "slices"

// Venue is the kind of place that an activity reaches. The Week is held not only in schools but in
// residential communities, agencies and businesses, and libraries.
type Venue string

// The venues of the Week's board, in its order.
const (
	AtSchool    Venue = "school"
	AtCommunity Venue = "community"
	AtBusiness  Venue = "business"
	AtLibrary   Venue = "library"
)

// Venues lists the venues in the order of the board.
var Venues = []Venue{AtSchool, AtCommunity, AtBusiness, AtLibrary}

// Ceremony is one dated gathering: the launch, a reading day, the opening of a library corner.
type Ceremony struct {
	ID       ID      `json:"id"`
	Title    string  `json:"title"`
	Date     Date    `json:"date"`
	Start    Clock   `json:"start"`
	Venue    Venue   `json:"venue"`
	Place    string  `json:"place"`    // "Sân trường"
	Lead     string  `json:"lead"`     // who answers for it
	Audience string  `json:"audience"` // who takes part
	Number   string  `json:"number"`   // number of its printed program, "15/CTr-THLHP"
	Issued   Date    `json:"issued"`   // date of its printed program
	Notes    string  `json:"notes"`
	Program  Program `json:"program"`

	// NotesKept keeps the items' notes off the printed program, which delegates read; the run sheet has them.
	NotesKept bool `json:"notesKept,omitempty"`
}

// NewCeremony returns a ceremony with an identity and an hour that schools use.
func NewCeremony(title string, date Date) Ceremony {
	return Ceremony{ID: NewID(), Title: title, Date: date, Start: 7*60 + 30, Venue: AtSchool, NotesKept: true}
}

// Identity returns the ceremony's ID.
func (c Ceremony) Identity() ID { return c.ID }

func (c Ceremony) clone() Ceremony {
	c.Program.Items = cloneEach(c.Program.Items, Item.clone)
	c.Program.Empty = slices.Clone(c.Program.Empty)
	return c
}

// Duplicate returns a copy with new identities, for a list that holds the original too.
func (c Ceremony) Duplicate() Ceremony {
	c = c.clone()
	c.ID = NewID()
	for i := range c.Program.Items {
		it := &c.Program.Items[i]
		was := it.ID
		it.ID = NewID()
		for n := range c.Program.Empty {
			if empty := &c.Program.Empty[n]; empty.Before == was {
				empty.Before = it.ID
			}
		}
	}
	return c
}

// Schedule returns when each item of the ceremony's program starts and ends.
func (c Ceremony) Schedule() []Slot { return c.Program.Schedule(c.Start) }

// Minutes tells how long the ceremony's program is busy: overlaps count once, gaps don't count.
func (c Ceremony) Minutes() int { return c.Program.Minutes(c.Start) }

// Span returns when the first item begins and the last ends; both are NoClock where no hour is set, and the start
// where there is no item.
func (c Ceremony) Span() (start, end Clock) {
	slots := c.Schedule()
	switch {
	case len(slots) == 0:
		return c.Start, c.Start
	case !c.Timed(0):
		return NoClock, NoClock
	}
	start, end = slots[0].Start, slots[0].End
	for _, s := range slots {
		start, end = min(start, s.Start), max(end, s.End)
	}
	return start, end
}

// Lasts returns how many minutes lie between the start of the first item and the end of the last, and in how many of them
// nothing is on yet, since an item waits for its hour. Where no hour is set nothing waits.
func (c Ceremony) Lasts() (minutes, waiting int) {
	busy := c.Minutes()
	start, end := c.Span()
	if start == NoClock {
		return busy, 0
	}
	return int(end - start), int(end-start) - busy
}

// Timed tells whether item i has a time of day: the ceremony has one, or a hard start came before.
func (c Ceremony) Timed(i int) bool {
	return c.Start != NoClock || slices.ContainsFunc(c.Program.Items[:i+1], func(it Item) bool { return it.HardStart != NoClock })
}

// End returns when the last item ends, or the start where there is no item.
func (c Ceremony) End() Clock {
	_, end := c.Span()
	return end
}
