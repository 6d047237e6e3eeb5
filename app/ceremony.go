package app

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
}

// NewCeremony returns a ceremony with an identity and an hour that schools use.
func NewCeremony(title string, date Date) Ceremony {
	return Ceremony{ID: NewID(), Title: title, Date: date, Start: 7*60 + 30, Venue: AtSchool}
}

// Identity returns the ceremony's ID.
func (c Ceremony) Identity() ID { return c.ID }

func (c Ceremony) clone() Ceremony {
	c.Program.Items = cloneEach(c.Program.Items, Item.clone)
	return c
}

// Duplicate returns a copy with new identities, for a list that holds the original too.
func (c Ceremony) Duplicate() Ceremony {
	c = c.clone()
	c.ID = NewID()
	for i := range c.Program.Items {
		c.Program.Items[i].ID = NewID()
	}
	return c
}

// Schedule returns when each item of the ceremony's program starts and ends.
func (c Ceremony) Schedule() []Slot { return c.Program.Schedule(c.Start) }

// End returns when the last item ends, or the start where there is no item.
func (c Ceremony) End() Clock {
	slots := c.Schedule()
	if len(slots) == 0 {
		return c.Start
	}
	return slots[len(slots)-1].End
}
