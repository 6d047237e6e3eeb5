package app

import "testing"

func TestSayingLeavesThePairsAsTheyAre(t *testing.T) {
	p, pairs := Phrases{"late": "{name} is late"}, []string{"name", "An"}
	for range 2 {
		if got := p.Say("late", pairs...); got != "An is late" {
			t.Errorf("it says %q", got)
		}
	}
}
