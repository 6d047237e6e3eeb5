package app

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
)

// broadcast is a ceremony with a hard start: 07:00 reception 15, 07:15 songs 10 (optional), 07:25 speech 20 (at least 10),
// 08:00 broadcast 30, 08:30 gifts 10 (optional, at least 5), 08:40 closing 5.
func broadcast() Ceremony {
	c := NewCeremony("Lễ khai giảng", Date{2025, 9, 5})
	c.Start = 7 * 60
	add := func(title string, minutes, least int, optional bool, hard Clock) {
		it := NewItem(title)
		it.Minutes, it.MinMinutes, it.Optional, it.HardStart = minutes, least, optional, hard
		c.Program.Items = append(c.Program.Items, it)
	}
	add("Đón đại biểu", 15, 0, false, NoClock)
	add("Văn nghệ", 10, 0, true, NoClock)
	add("Diễn văn", 20, 10, false, NoClock)
	add("Truyền hình trực tiếp", 30, 0, false, 8*60)
	add("Tặng quà", 10, 5, true, NoClock)
	add("Bế mạc", 5, 0, false, NoClock)
	return c
}

var hanoi = time.FixedZone("+07", 7*3600)

// at returns an instant of the day of the ceremony.
func at(hour, minute, second int) time.Time {
	return time.Date(2025, 9, 5, hour, minute, second, 0, hanoi)
}

// done does steps that have to make sense.
func done(t *testing.T, r Run, actions ...Action) Run {
	t.Helper()
	for _, a := range actions {
		next, ok := r.Do(a)
		if !ok {
			t.Fatalf("%s at %s makes no sense", a.Step, a.At.Format("15:04:05"))
		}
		r = next
	}
	return r
}

func press(s Step, hour, minute, second int) Action {
	return Action{At: at(hour, minute, second), Step: s}
}

func TestRunBeforeTheStart(t *testing.T) {
	r := NewRun(broadcast())
	m := r.At(at(6, 50, 0))
	if m.Phase != PhaseBefore || m.Now != -1 || m.Next != 0 || m.Left != 10*time.Minute || m.Late() != 0 {
		t.Errorf("ten minutes before: %+v", m)
	}
	if !m.End.Equal(at(8, 45, 0)) || !m.PlannedEnd.Equal(m.End) {
		t.Errorf("end %s", m.End)
	}
	m = r.At(at(7, 5, 0))
	if m.Left != -5*time.Minute || !m.Items[0].Real.Start.Equal(at(7, 5, 0)) || m.Items[3].Late() != 0 {
		t.Errorf("five minutes late, with fifteen to spare before the broadcast: %+v", m)
	}
}

func TestRunGoesOnAndKeepsHardStarts(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0), press(StepNext, 7, 17, 30))
	m := r.At(at(7, 20, 0))
	if m.Phase != PhaseOn || m.Now != 1 || m.Next != 2 || m.Elapsed != 150*time.Second || m.Left != 450*time.Second {
		t.Errorf("in the songs: %+v", m)
	}
	if got := m.Items[3]; !got.Real.Start.Equal(at(8, 0, 0)) || got.Wait != 12*time.Minute+30*time.Second {
		t.Errorf("the broadcast: %+v", got)
	}
	r = done(t, r, press(StepNext, 7, 27, 0), press(StepNext, 7, 50, 0))
	m = r.At(at(7, 52, 0))
	if m.Phase != PhaseWaiting || m.Now != 3 || m.Left != 8*time.Minute || m.Elapsed != 0 {
		t.Errorf("waiting for the broadcast: %+v", m)
	}
	m = r.At(at(8, 1, 0))
	if m.Phase != PhaseOn || m.Now != 3 || m.Elapsed != time.Minute {
		t.Errorf("the broadcast began by itself: %+v", m)
	}
	early := done(t, r, press(StepNext, 7, 55, 0)).At(at(7, 56, 0))
	if early.Phase != PhaseOn || early.Now != 3 || early.Elapsed != time.Minute {
		t.Errorf("begun by hand: %+v", early)
	}
}

func TestRunIsOverTime(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0))
	m := r.At(at(7, 40, 0))
	if m.Left != -25*time.Minute || !m.Items[0].Real.End.Equal(at(7, 40, 0)) {
		t.Errorf("25 minutes over: %+v", m)
	}
	if got := m.Items[3].Late(); got != 10*time.Minute || m.Late() != got {
		t.Errorf("the broadcast is late by %s, the end by %s", got, m.Late())
	}
}

func TestRunHolds(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0), Action{At: at(7, 5, 0), Step: StepHold, Reason: "mất điện"})
	m := r.At(at(7, 9, 0))
	if m.Phase != PhaseHeld || m.Elapsed != 5*time.Minute || m.Left != 10*time.Minute || !m.Items[0].Real.End.Equal(at(7, 19, 0)) {
		t.Errorf("held: %+v", m)
	}
	r = done(t, r, press(StepResume, 7, 10, 0))
	if m = r.At(at(7, 12, 0)); m.Phase != PhaseOn || m.Elapsed != 7*time.Minute || m.Items[0].Held != 5*time.Minute {
		t.Errorf("resumed: %+v", m)
	}
	if got := m.Items[0].Reasons; !reflect.DeepEqual(got, []string{"mất điện"}) {
		t.Errorf("reasons: %q", got)
	}
	r = done(t, r, press(StepHold, 7, 13, 0), press(StepNext, 7, 15, 0))
	if m = r.At(at(7, 15, 0)); m.Phase != PhaseOn || m.Items[0].Held != 7*time.Minute {
		t.Errorf("going on ends a hold: %+v", m)
	}
}

func TestRunGoesBack(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0), press(StepNext, 7, 10, 0), press(StepHold, 7, 11, 0), press(StepBack, 7, 12, 0))
	m := r.At(at(7, 14, 0))
	if m.Now != 0 || m.Elapsed != 13*time.Minute || m.Items[0].Held != time.Minute || m.Items[1].Place != PlaceAhead || m.Items[1].Held != 0 {
		t.Errorf("back: %+v", m)
	}
	for range 6 {
		r = done(t, r, press(StepNext, 8, 40, 0))
	}
	if !r.Ended() || r.At(at(9, 0, 0)).Phase != PhaseOver || !r.At(at(9, 0, 0)).End.Equal(at(8, 40, 0)) {
		t.Error("it has not ended")
	}
	r = done(t, r, press(StepBack, 8, 41, 0))
	if m := r.At(at(8, 42, 0)); m.Phase != PhaseOn || m.Now != 5 || m.Elapsed != 2*time.Minute {
		t.Errorf("back from the end: %+v", m)
	}
}

func TestRunRefusesWhatMakesNoSense(t *testing.T) {
	c := broadcast()
	items := c.Program.Items
	fresh := NewRun(c)
	on := done(t, fresh, press(StepStart, 7, 0, 0), press(StepNext, 7, 15, 0))
	held := done(t, on, press(StepHold, 7, 16, 0))
	over := on
	for range 5 {
		over = done(t, over, press(StepNext, 9, 0, 0))
	}
	about := func(s Step, i, minutes int) Action {
		return Action{At: at(9, 0, 0), Step: s, Item: items[i].ID, Minutes: minutes}
	}
	for name, test := range map[string]struct {
		run    Run
		action Action
	}{
		"next before the start":    {fresh, press(StepNext, 7, 0, 0)},
		"back at the first item":   {done(t, fresh, press(StepStart, 7, 0, 0)), press(StepBack, 7, 1, 0)},
		"start twice":              {on, press(StepStart, 7, 20, 0)},
		"hold twice":               {held, press(StepHold, 7, 20, 0)},
		"resume what is not held":  {on, press(StepResume, 7, 20, 0)},
		"next after the end":       {over, press(StepNext, 9, 1, 0)},
		"drop what is on":          {on, about(StepDrop, 1, 0)},
		"drop what is past":        {on, about(StepDrop, 0, 0)},
		"drop after the end":       {over, about(StepDrop, 5, 0)},
		"shorten to nothing":       {on, about(StepShorten, 2, 0)},
		"shorten to what it takes": {on, about(StepShorten, 2, 20)},
		"restore what is planned":  {on, about(StepRestore, 2, 0)},
		"an unknown item":          {on, Action{At: at(9, 0, 0), Step: StepDrop, Item: NewID()}},
		"an unknown step":          {on, press("dance", 9, 0, 0)},
	} {
		if got, ok := test.run.Do(test.action); ok || len(got.Actions) != len(test.run.Actions) {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestRehearsalCountsFromItsStart(t *testing.T) {
	r := NewRun(broadcast())
	r.Rehearsal = true
	r = done(t, r, press(StepStart, 15, 0, 0))
	m := r.At(at(15, 5, 0))
	if m.Late() != 0 || !m.Items[3].Real.Start.Equal(at(16, 0, 0)) {
		t.Errorf("a rehearsal in the afternoon: %+v", m)
	}
}

// randomRun does random steps at random times; some of them make no sense.
func randomRun(random *rand.Rand) Run {
	r := NewRun(broadcast())
	now := at(6, 55, 0).Add(time.Duration(random.IntN(900)) * time.Second)
	steps := []Step{StepStart, StepNext, StepNext, StepNext, StepBack, StepHold, StepResume, StepDrop, StepShorten, StepRestore, StepUndo, StepNote}
	for range 25 {
		a := Action{At: now, Step: steps[random.IntN(len(steps))], Reason: "vì mưa"}
		a.Item, a.Minutes = r.Plan.Program.Items[random.IntN(6)].ID, random.IntN(25)
		r, _ = r.Do(a)
		now = now.Add(time.Duration(random.IntN(600)-20) * time.Second)
	}
	return r
}

// TestTimesOfARunAddUp checks, for thousands of random runs, that no second is lost and none counts twice.
func TestTimesOfARunAddUp(t *testing.T) {
	for seed := range uint64(3000) {
		random := rand.New(rand.NewPCG(seed, 1))
		r := randomRun(random)
		m := r.At(at(7, 0, 0).Add(time.Duration(random.IntN(9000)) * time.Second))
		var busy time.Duration
		cursor := time.Time{}
		for i, l := range m.Items {
			if l.Place == PlaceDropped {
				continue
			}
			if l.Real.Start.Before(cursor) || l.Real.End.Before(l.Real.Start) || l.Wait < 0 || l.Held < 0 || l.Held > l.Real.Length() {
				t.Fatalf("seed %d: item %d: %+v after %s", seed, i, l, cursor)
			}
			if !cursor.IsZero() {
				busy += l.Wait
			}
			busy, cursor = busy+l.Real.Length(), l.Real.End
		}
		if !m.Start.IsZero() && busy != m.End.Sub(m.Start) {
			t.Fatalf("seed %d: the items take %s, the ceremony %s", seed, busy, m.End.Sub(m.Start))
		}
		if m.Phase == PhaseOn || m.Phase == PhaseHeld {
			if given := time.Duration(m.Items[m.Now].Minutes) * time.Minute; m.Elapsed < 0 || m.Elapsed+m.Left != given {
				t.Fatalf("seed %d: %s gone and %s left of %s", seed, m.Elapsed, m.Left, given)
			}
		}
	}
}

// TestARunThatIsReadAgainGoesOn writes random runs as a journal does and compares what they show.
func TestARunThatIsReadAgainGoesOn(t *testing.T) {
	for seed := range uint64(300) {
		r := randomRun(rand.New(rand.NewPCG(seed, 2)))
		again := Run{Plan: r.Plan}
		for _, a := range r.Actions {
			line, err := json.Marshal(a)
			if err != nil {
				t.Fatal(err)
			}
			var read Action
			if err := json.Unmarshal(line, &read); err != nil {
				t.Fatal(err)
			}
			again = done(t, again, read)
		}
		now := at(8, 10, 3)
		got, want := again.At(now), r.At(now)
		if got.Phase != want.Phase || got.Now != want.Now || got.Elapsed != want.Elapsed || got.Left != want.Left || !got.End.Equal(want.End) {
			t.Fatalf("seed %d: %+v\nnot %+v", seed, got, want)
		}
	}
}
