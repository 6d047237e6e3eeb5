package app

import (
	"slices"
	"time"
)

// Phase is what a run is doing.
type Phase string

// The phases of a run.
const (
	PhaseBefore  Phase = "before"  // it has not started
	PhaseOn      Phase = "on"      // an item is on
	PhaseHeld    Phase = "held"    // an item is on, and its clock stands still
	PhaseWaiting Phase = "waiting" // the next item waits for its hard start
	PhaseOver    Phase = "over"    // the last item has ended
)

// Moment is what a run shows at one instant.
type Moment struct {
	Phase Phase
	Now   int // index of the item that is on or is waited for, or -1
	Next  int // index of the item that comes after it, or -1
	// Elapsed is the time for which the item has been on, without holds. Left is what remains of its minutes, negative
	// when it is over; before the start and while waiting it is the countdown.
	Elapsed, Left time.Duration
	Start, End    time.Time // of the ceremony, real as far as it is known, and else expected
	PlannedStart  time.Time
	PlannedEnd    time.Time
	Items         []LiveItem // one for each item of the plan
}

// Late tells how much later than planned the ceremony ends or will end; negative when earlier.
func (m Moment) Late() time.Duration { return m.End.Sub(m.PlannedEnd) }

// Place is where an item stands in a run.
type Place string

// The places of an item.
const (
	PlaceDone    Place = "done"
	PlaceNow     Place = "now"
	PlaceAhead   Place = "ahead"
	PlaceDropped Place = "dropped"
)

// Stretch is a stretch of time.
type Stretch struct{ Start, End time.Time }

// Length returns how long the stretch is.
func (s Stretch) Length() time.Duration { return s.End.Sub(s.Start) }

// LiveItem is an item of the plan and what has become of it.
type LiveItem struct {
	Item    Item // as planned
	Place   Place
	Minutes int // that it is given now
	Planned Stretch
	Real    Stretch       // real as far as it is known, and else expected; zero where it is dropped
	Held    time.Duration // while it was on
	Wait    time.Duration // for its hard start, after the item before
	Reasons []string      // why it was dropped, shortened or held
}

// Late tells how much later than planned the item begins or will begin; zero where it is dropped.
func (l LiveItem) Late() time.Duration {
	if l.Place == PlaceDropped {
		return 0
	}
	return l.Real.Start.Sub(l.Planned.Start)
}

// At returns what the run shows at an instant. An instant before the last action counts as that action's.
func (r Run) At(now time.Time) Moment {
	now = now.Round(0)
	if n := len(r.Actions); n > 0 {
		now = later(now, r.Actions[n-1].At)
	}
	s := r.stage()
	m := Moment{Phase: PhaseBefore, Now: -1, Next: -1, Items: s.plan(now)}
	m.PlannedStart, m.PlannedEnd = span(m.Items, func(l LiveItem) Stretch { return l.Planned })
	s.past(&m, now)
	s.ahead(&m, now)
	m.Start, m.End = span(m.Items, func(l LiveItem) Stretch { return l.Real })
	if m.End.IsZero() { // nothing is left of the program
		m.Start, m.End = m.PlannedStart, m.PlannedStart
	}
	if !s.ended.IsZero() {
		m.Phase, m.Now, m.End = PhaseOver, -1, s.ended
	}
	if m.Phase == PhaseBefore {
		m.Left = m.PlannedStart.Sub(now)
	}
	return m
}

// Ended tells whether the last item of the run has ended.
func (r Run) Ended() bool { return !r.stage().ended.IsZero() }

// plan lists the items with their planned times.
func (s *stage) plan(now time.Time) []LiveItem {
	start := now
	if len(s.entries) > 0 {
		start = s.entries[0].called
	}
	var items []LiveItem
	for i, slot := range s.run.Plan.Schedule() {
		st := s.items[i]
		l := LiveItem{Item: s.run.Plan.Program.Items[i], Place: PlaceAhead, Minutes: st.minutes, Held: st.held, Reasons: st.reasons}
		l.Planned = Stretch{s.planned(slot.Start, start), s.planned(slot.End, start)}
		if st.dropped {
			l.Place = PlaceDropped
		}
		items = append(items, l)
	}
	return items
}

// past fills in the items that came on.
func (s *stage) past(m *Moment, now time.Time) {
	for i, e := range s.entries {
		l := &m.Items[e.item]
		l.Place, l.Wait = PlaceDone, e.began.Sub(e.called)
		l.Real = Stretch{e.began, s.ended}
		if i+1 < len(s.entries) {
			l.Real.End = s.entries[i+1].called
		}
	}
	if on := s.on(); on != nil {
		s.present(m, *on, now)
	}
}

// present fills in the item that is on, or is waited for.
func (s *stage) present(m *Moment, on entry, now time.Time) {
	l := &m.Items[on.item]
	l.Place, m.Now, m.Phase = PlaceNow, on.item, PhaseOn
	given := time.Duration(l.Minutes) * time.Minute
	if now.Before(on.began) {
		m.Phase, m.Left = PhaseWaiting, on.began.Sub(now)
		l.Real.End = on.began.Add(given)
		return
	}
	if !s.held.IsZero() {
		m.Phase = PhaseHeld
		l.Held += now.Sub(s.held)
	}
	m.Elapsed = now.Sub(on.began) - l.Held
	m.Left = given - m.Elapsed
	l.Real.End = later(now, on.began.Add(given+l.Held))
}

// ahead expects the items that are yet to come, one after the other, with hard starts kept.
func (s *stage) ahead(m *Moment, now time.Time) {
	cursor := later(now, m.PlannedStart)
	if m.Now >= 0 {
		cursor = m.Items[m.Now].Real.End
	}
	for i := range m.Items {
		l := &m.Items[i]
		if l.Place != PlaceAhead {
			continue
		}
		if m.Next < 0 {
			m.Next = i
		}
		start := cursor
		if l.Item.HardStart != NoClock {
			start = later(cursor, l.Planned.Start)
		}
		l.Wait = start.Sub(cursor)
		cursor = start.Add(time.Duration(l.Minutes) * time.Minute)
		l.Real = Stretch{start, cursor}
	}
}

// span returns when the first of the items begins and the last ends, leaving out those without a time.
func span(items []LiveItem, of func(LiveItem) Stretch) (start, end time.Time) {
	var stretches []Stretch
	for _, l := range items {
		if t := of(l); !t.Start.IsZero() {
			stretches = append(stretches, t)
		}
	}
	if len(stretches) == 0 {
		return
	}
	start = slices.MinFunc(stretches, func(a, b Stretch) int { return a.Start.Compare(b.Start) }).Start
	end = slices.MaxFunc(stretches, func(a, b Stretch) int { return a.End.Compare(b.End) }).End
	return start, end
}
