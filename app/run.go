package app

import (
	"slices"
	"time"
)

// Step is what the person at the desk does during a ceremony.
type Step string

// The steps. Next ends the item that is on; while the stage waits for a hard start it begins that item at once. Back
// takes the last Next back. Drop, Shorten and Restore are about an item that is named, and Undo takes the last of these
// back, with all that were taken at the same instant. Note adds a reason to an item that is named. Show changes what the
// audience sees, and nothing of the ceremony.
const (
	StepStart   Step = "start"
	StepNext    Step = "next"
	StepBack    Step = "back"
	StepHold    Step = "hold"
	StepResume  Step = "resume"
	StepDrop    Step = "drop"
	StepShorten Step = "shorten" // to a number of minutes; also to more than planned
	StepRestore Step = "restore" // to what was planned
	StepUndo    Step = "undo"
	StepNote    Step = "note"
	StepShow    Step = "show"
)

// Action is one step at its time.
type Action struct {
	At      time.Time `json:"at"`
	Step    Step      `json:"step"`
	Item    ID        `json:"item,omitzero"`
	Minutes int       `json:"minutes,omitempty"` // for StepShorten
	Reason  string    `json:"reason,omitempty"`  // why an item is dropped, shortened or held; for the report
	Show    *Audience `json:"show,omitempty"`    // for StepShow
}

// Run is the live run of one ceremony: the plan as it stood when the run began, and what has been done. What is on the
// stage at an instant follows from these alone, so that a run that is read again goes on as if nothing had happened.
type Run struct {
	Plan      Ceremony `json:"plan"`
	Rehearsal bool     `json:"rehearsal,omitempty"` // the plan's hours count from the start, whenever that is
	Actions   []Action `json:"-"`
}

// NewRun returns a run of the ceremony that has not started.
func NewRun(c Ceremony) Run { return Run{Plan: c.clone()} }

// offPlan is how far from the planned hour a start is taken for another occasion.
const offPlan = 2 * time.Hour

// OffPlan tells whether a start at that instant would be on another day than the ceremony's, or hours from its own: then it is a
// rehearsal, or a ceremony that was put off. What the plan doesn't say can't be missed.
func (r Run) OffPlan(at time.Time) bool {
	if day := r.Plan.Date; !day.IsZero() && day != DateOf(at) {
		return true
	}
	late := at.Sub((&stage{run: Run{Plan: r.Plan}}).planned(r.Plan.Start, at))
	return r.Plan.Start != NoClock && late.Abs() > offPlan
}

// Do returns the run with one more action. ok is false, and the run stays as it is, where the step makes no sense:
// going on after the end, or dropping what has been on. A clock that was set back does not turn time back.
func (r Run) Do(a Action) (next Run, ok bool) {
	a.At = a.At.Round(0) // without the reading of the monotonic clock, which no journal keeps
	if n := len(r.Actions); n > 0 && a.At.Before(r.Actions[n-1].At) {
		a.At = r.Actions[n-1].At
	}
	if s := r.stage(); !s.do(a) {
		return r, false
	}
	r.Actions = append(slices.Clip(r.Actions), a)
	return r, true
}

// stage is where the actions of a run have led to.
type stage struct {
	run     Run
	items   []standing
	entries []entry   // the items that came on, in order; the last one is on
	changes []change  // by Drop, Shorten and Restore
	held    time.Time // since when the clock stands still, or zero
	ended   time.Time // or zero
}

// change is what an item was before it was dropped, shortened or restored.
type change struct {
	item   int
	at     time.Time
	before standing
}

// standing is what has become of an item.
type standing struct {
	minutes int
	dropped bool
	held    time.Duration
	reasons []string // for dropping and shortening, and for holding
}

// entry is an item's coming on: the item before it ended at called, and it began at began, which is later where it
// had to wait for its hard start.
type entry struct {
	item          int
	called, began time.Time
}

// stage replays the actions.
func (r Run) stage() *stage {
	s := &stage{run: r}
	for _, it := range r.Plan.Program.Items {
		s.items = append(s.items, standing{minutes: max(it.Minutes, 0)})
	}
	for _, a := range r.Actions {
		s.do(a)
	}
	return s
}

// on returns the entry of the item that is on, or nil before the start and after the end.
func (s *stage) on() *entry {
	if len(s.entries) == 0 || !s.ended.IsZero() {
		return nil
	}
	return &s.entries[len(s.entries)-1]
}

// do takes one step, or tells that it makes no sense.
func (s *stage) do(a Action) bool {
	switch a.Step {
	case StepStart:
		return len(s.entries) == 0 && s.enter(-1, a.At)
	case StepNext:
		return s.next(a.At)
	case StepBack:
		return s.back(a.At)
	case StepHold:
		return s.hold(a)
	case StepResume:
		return s.resume(a.At)
	case StepDrop, StepShorten, StepRestore:
		return s.change(a)
	case StepUndo:
		return s.undo()
	case StepNote:
		return s.noted(a)
	case StepShow:
		return a.Show != nil
	}
	return false
}

// enter brings on the first item after the given one that is not dropped; false where there is none.
func (s *stage) enter(after int, at time.Time) bool {
	for i := after + 1; i < len(s.items); i++ {
		if s.items[i].dropped {
			continue
		}
		s.entries = append(s.entries, entry{i, at, at})
		if hard := s.run.Plan.Program.Items[i].HardStart; hard != NoClock {
			on := s.on()
			on.began = later(at, s.planned(hard, s.entries[0].called))
		}
		return true
	}
	return false
}

func (s *stage) next(at time.Time) bool {
	on := s.on()
	switch {
	case on == nil:
		return false
	case at.Before(on.began):
		on.began = at
		return true
	}
	s.resume(at)
	if !s.enter(on.item, at) {
		s.ended = at
	}
	return true
}

// back brings the item before on again, as if it had never ended.
func (s *stage) back(at time.Time) bool {
	if !s.ended.IsZero() {
		s.ended = time.Time{}
		return true
	}
	n := len(s.entries)
	if n < 2 {
		return false
	}
	s.resume(at)
	wrong, right := &s.items[s.entries[n-1].item], &s.items[s.entries[n-2].item]
	right.held, wrong.held = right.held+wrong.held, 0
	right.reasons, wrong.reasons = append(right.reasons, wrong.reasons...), nil
	s.entries = s.entries[:n-1]
	return true
}

func (s *stage) hold(a Action) bool {
	on := s.on()
	if on == nil || !s.held.IsZero() || a.At.Before(on.began) {
		return false
	}
	s.held = a.At
	s.items[on.item].note(a.Reason)
	return true
}

func (s *stage) resume(at time.Time) bool {
	on := s.on()
	if on == nil || s.held.IsZero() {
		return false
	}
	s.items[on.item].held += at.Sub(s.held)
	s.held = time.Time{}
	return true
}

// change drops, shortens or restores an item: one that is yet to come, or, to be shortened, the one that is on.
func (s *stage) change(a Action) bool {
	i := Index(s.run.Plan.Program.Items, a.Item)
	if i < 0 || !s.open(i) || i == s.last() && a.Step == StepDrop {
		return false
	}
	it, planned := &s.items[i], max(s.run.Plan.Program.Items[i].Minutes, 0)
	before := *it
	before.reasons = slices.Clone(it.reasons)
	switch {
	case a.Step == StepRestore && (it.dropped || it.minutes != planned):
		it.dropped, it.minutes, it.reasons = false, planned, nil
	case a.Step == StepDrop && !it.dropped:
		it.dropped = true
	case a.Step == StepShorten && !it.dropped && a.Minutes > 0 && a.Minutes != it.minutes:
		it.minutes = a.Minutes
	default:
		return false
	}
	s.changes = append(s.changes, change{i, a.At, before})
	it.note(a.Reason)
	return true
}

// last returns the index of the item that came on last, or -1.
func (s *stage) last() int {
	if n := len(s.entries); n > 0 {
		return s.entries[n-1].item
	}
	return -1
}

// open tells whether the minutes of item i can still be changed: it is on, or yet to come.
func (s *stage) open(i int) bool { return i >= s.last() && s.ended.IsZero() }

// undo takes the last changes back that were made at one instant, of those items that can still be changed. False where
// that leaves all as it is.
func (s *stage) undo() (changed bool) {
	var at time.Time
	for n := len(s.changes) - 1; n >= 0 && (!changed || s.changes[n].at.Equal(at)); n-- {
		c := s.changes[n]
		at, s.changes = c.at, s.changes[:n]
		it := &s.items[c.item]
		if !s.open(c.item) || c.item == s.last() && c.before.dropped { // what is on can't be left out any more
			continue
		}
		changed = changed || it.minutes != c.before.minutes || it.dropped != c.before.dropped
		it.minutes, it.dropped, it.reasons = c.before.minutes, c.before.dropped, c.before.reasons
	}
	return changed
}

// noted adds a reason to an item that it does not have yet.
func (s *stage) noted(a Action) bool {
	i := Index(s.run.Plan.Program.Items, a.Item)
	if i < 0 {
		return false
	}
	n := len(s.items[i].reasons)
	s.items[i].note(a.Reason)
	return len(s.items[i].reasons) > n
}

func (it *standing) note(reason string) {
	if reason = Clean(reason); reason != "" && !slices.Contains(it.reasons, reason) {
		it.reasons = append(it.reasons, reason)
	}
}

// planned returns the instant of a time of the plan: on the day on which the run started, or, in a rehearsal and where
// the plan has no hour, counted from the start.
func (s *stage) planned(c Clock, start time.Time) time.Time {
	plan := s.run.Plan
	if !s.run.Rehearsal && plan.Start != NoClock {
		start = time.Date(start.Year(), start.Month(), start.Day(), 0, int(plan.Start), 0, 0, start.Location())
	}
	return start.Add(time.Duration(c-max(plan.Start, 0)) * time.Minute)
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
