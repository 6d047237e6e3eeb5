package app

import (
	"math/rand/v2"
	"testing"
	"time"
)

func TestCatchUpKeepsTheHardStart(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0))
	if c, ok := r.CatchUp(at(7, 20, 0)); ok {
		t.Errorf("five minutes over, with fifteen to spare: %+v", c)
	}
	c, ok := r.CatchUp(at(7, 36, 0)) // 6 minutes late for the broadcast
	if !ok || c.For != 3 || c.Late != 6*time.Minute || len(c.Savings) != 1 || c.Short != 0 {
		t.Fatalf("%+v", c)
	}
	if s := c.Savings[0]; s.Drop || s.Item.Title != "Diễn văn" || s.To != 14 || s.Saves != 6 {
		t.Errorf("to shorten the speech hurts least: %+v", s)
	}
	c, _ = r.CatchUp(at(7, 43, 0)) // 13 minutes late: the speech gives 10, so the songs must go
	if len(c.Savings) != 2 || !c.Savings[0].Drop || c.Savings[0].Saves != 10 || c.Savings[1].Drop || c.Savings[1].Saves != 3 || c.Short != 0 {
		t.Errorf("%+v", c)
	}
	c, _ = r.CatchUp(at(7, 55, 0)) // 25 minutes late
	if len(c.Savings) != 2 || c.Short != 5 {
		t.Errorf("%+v", c)
	}
}

func TestCatchUpKeepsTheEnd(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0), press(StepNext, 7, 15, 0), press(StepNext, 7, 25, 0), press(StepNext, 7, 45, 0))
	c, ok := r.CatchUp(at(8, 34, 0))
	if !ok || c.For != -1 || c.Late != 4*time.Minute || !c.Due.Equal(at(8, 45, 0)) {
		t.Fatalf("%+v", c)
	}
	if len(c.Savings) != 1 || c.Savings[0].Item.Title != "Tặng quà" || c.Savings[0].To != 6 {
		t.Errorf("%+v", c.Savings)
	}
	c, _ = r.CatchUp(at(8, 39, 30))
	if len(c.Savings) != 1 || !c.Savings[0].Drop || c.Short != 0 {
		t.Errorf("nine and a half minutes: %+v", c)
	}
}

// TestCatchUpDoesWhatItSays carries proposals out in random runs: the time that they promise is saved, and where none
// is short what was in danger is kept.
func TestCatchUpDoesWhatItSays(t *testing.T) {
	proposals := 0
	for seed := range uint64(3000) {
		random := rand.New(rand.NewPCG(seed, 3))
		r := randomRun(random)
		now := at(7, 0, 0).Add(time.Duration(random.IntN(7200)) * time.Second)
		if n := len(r.Actions); n > 0 {
			now = later(now, r.Actions[n-1].At)
		}
		c, ok := r.CatchUp(now)
		if !ok {
			continue
		}
		proposals++
		saved := 0
		for _, s := range c.Savings {
			saved += s.Saves
			if least := s.Item.MinMinutes; s.Drop && !s.Item.Optional || !s.Drop && s.To < least {
				t.Fatalf("seed %d: not to be had: %+v", seed, s)
			}
		}
		m := done(t, r, c.Actions(now, "cho kịp giờ")...).At(now)
		late := m.Late()
		if c.For >= 0 {
			late = m.Items[c.For].Late()
		}
		if want := max(c.Late-time.Duration(saved)*time.Minute, 0); c.For >= 0 && late != want || c.Short == 0 && late > 0 {
			t.Fatalf("seed %d: %s late after %+v, want %s", seed, late, c, want)
		}
	}
	if proposals < 100 {
		t.Errorf("only %d proposals were tried", proposals)
	}
}

func BenchmarkStage(b *testing.B) {
	r := randomRun(rand.New(rand.NewPCG(1, 1)))
	for b.Loop() {
		r.At(at(8, 0, 0))
		r.CatchUp(at(8, 0, 0))
	}
}
