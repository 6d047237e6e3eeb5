package app

import (
	"math"
	"time"
)

// Saving is one way to save time: to leave an item out, or to shorten it.
type Saving struct {
	Item  Item
	Drop  bool
	To    int // minutes that the item keeps, where it is not left out
	Saves int // minutes
}

// CatchUp proposes how to be in time again.
type CatchUp struct {
	For     int           // index of the item whose hard start is in danger, or -1 for the end of the ceremony
	Due     time.Time     // when it is to begin, or the ceremony to end
	Late    time.Duration // how much it is going to be late if nothing is done
	Savings []Saving      // in the order of the program
	Short   int           // minutes that are missing even so
}

// maxSaving is a day: who is later than that needs no proposal.
const maxSaving = 24 * 60

// CatchUp proposes which items to leave out or to shorten, so that the next hard start is kept, or else the end. Only
// items that the plan calls optional are left out, and only those with a least length are shortened, to it at most. As
// few as possible are left out, as few as possible are touched, and they lose as little as possible. ok is false
// where nothing is late by a minute.
func (r Run) CatchUp(now time.Time) (c CatchUp, ok bool) {
	m := r.At(now)
	if m.Phase == PhaseOver {
		return c, false
	}
	c, from, to, ok := m.danger()
	if !ok {
		return c, false
	}
	need := min(int(math.Ceil(c.Late.Minutes())), maxSaving)
	var choices [][]Saving
	for i := from; i < to; i++ {
		choices = append(choices, m.savings(i, need))
	}
	c.Savings, c.Short = choose(choices, need)
	return c, true
}

// danger finds the first hard start that is going to be late, or else the end; what can help are items[from:to].
func (m Moment) danger() (c CatchUp, from, to int, ok bool) {
	from = max(m.Now, 0)
	for i, l := range m.Items {
		if l.Place != PlaceAhead {
			continue
		}
		if l.Item.HardStart != NoClock && l.Late() >= time.Minute {
			return CatchUp{For: i, Due: l.Planned.Start, Late: l.Late()}, from, i, true
		}
		if l.Wait > 0 {
			from = i // what comes before it has time enough
		}
	}
	c = CatchUp{For: -1, Due: m.PlannedEnd, Late: m.Late()}
	return c, from, len(m.Items), c.Late >= time.Minute
}

// savings lists what item i can give towards the minutes that are needed.
func (m Moment) savings(i, need int) []Saving {
	l := m.Items[i]
	if l.Place != PlaceNow && l.Place != PlaceAhead {
		return nil
	}
	least, list := l.Minutes, []Saving(nil)
	if l.Item.MinMinutes > 0 {
		least = min(l.Minutes, l.Item.MinMinutes)
	}
	if l.Place == PlaceNow {
		least = max(least, int(math.Ceil(m.Elapsed.Minutes())))
	}
	for to := l.Minutes - 1; to >= max(least, l.Minutes-need); to-- {
		list = append(list, Saving{Item: l.Item, To: to, Saves: l.Minutes - to})
	}
	if l.Item.Optional && l.Place == PlaceAhead && l.Minutes > 0 {
		list = append(list, Saving{Item: l.Item, Drop: true, Saves: l.Minutes})
	}
	return list
}

// The costs of a saving: what is left out counts most, then how many items are touched, then minutes.
const (
	dropCost  = 1_000_000
	touchCost = 1_000
)

func (s Saving) cost() int {
	if s.Drop {
		return dropCost + touchCost + s.Saves
	}
	return touchCost + s.Saves
}

// bundle is a set of savings.
type bundle struct {
	cost    int
	savings []Saving
}

// choose takes at most one of each item's choices, so that they save the minutes that are needed at the least cost. Where
// all of them together don't, it takes what saves most, and tells how many minutes are short.
func choose(choices [][]Saving, need int) (savings []Saving, short int) {
	most := 0
	for _, list := range choices {
		best := 0
		for _, s := range list {
			best = max(best, min(s.Saves, need))
		}
		most += best
	}
	short = max(need-most, 0)
	need -= short
	cheapest := make([]*bundle, need+1) // by the minutes that they save, at least
	cheapest[0] = &bundle{}
	for _, list := range choices {
		for saved := need; saved >= 0; saved-- {
			if with := cheapest[saved]; with != nil {
				with.extend(cheapest, saved, list)
			}
		}
	}
	return cheapest[need].savings, short
}

// extend tries the bundle, which saves so many minutes, with each of the choices.
func (b *bundle) extend(cheapest []*bundle, saved int, choices []Saving) {
	for _, s := range choices {
		reached := min(saved+s.Saves, len(cheapest)-1)
		cost := b.cost + s.cost()
		if old := cheapest[reached]; reached > saved && (old == nil || cost < old.cost) {
			cheapest[reached] = &bundle{cost, append(append([]Saving(nil), b.savings...), s)}
		}
	}
}

// Actions returns the steps that carry the proposal out, at a time and for a reason.
func (c CatchUp) Actions(at time.Time, reason string) []Action {
	var out []Action
	for _, s := range c.Savings {
		a := Action{At: at, Step: StepShorten, Item: s.Item.ID, Minutes: s.To, Reason: reason}
		if s.Drop {
			a.Step, a.Minutes = StepDrop, 0
		}
		out = append(out, a)
	}
	return out
}
