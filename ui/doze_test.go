package ui

import (
	"testing"
	"time"
)

// TestANapEndsForWhatIsDue puts the UI goroutine to sleep at a queue of events that never has any: work that is done wakes it,
// work that is due keeps it awake, and it sleeps shorter beside a cursor.
func TestANapEndsForWhatIsDue(t *testing.T) {
	woken := make(chan bool, 1)
	asked := 0.0
	d := &doze{blinks: func() bool { return false }}
	d.Wait = func(seconds float64) {
		asked = seconds
		d.due.Add(1) // as jobs.do counts it, before it looks whether anybody sleeps
		d.stir()
		<-woken
	}
	d.Wake = func() { woken <- true }
	if got := d.nap(); got != afterWork || asked != longNap.Seconds() {
		t.Errorf("awake for %v after a nap of %g s", got, asked)
	}
	asked = 0
	if got := d.nap(); got != afterWork || asked != 0 {
		t.Errorf("it slept beside work that is due: %v, %g s", got, asked)
	}
	d.due.Store(0)
	d.stir() // nobody sleeps: nobody is woken
	d.Wait, d.blinks = func(seconds float64) { asked = seconds }, func() bool { return true }
	if got := d.nap(); got != afterUser || asked != shortNap.Seconds() {
		t.Errorf("awake for %v after a key, beside a cursor %g s", got, asked)
	}
	d.Wait = func(seconds float64) { time.Sleep(time.Duration(seconds * float64(time.Second))) }
	if got := d.nap(); got != afterNap {
		t.Errorf("awake for %v after a nap in which nothing came", got)
	}
	d.over.Store(true)
	d.Wait = func(float64) { t.Error("it waits at a queue that is gone") }
	d.nap()
}

// What work has left is given back once in a rest, and again after the next work.
func TestARestTidiesUpOnce(t *testing.T) {
	tidied := 0
	d := &doze{blinks: func() bool { return true }, tidy: func() { tidied++ }}
	nap := func(length time.Duration) {
		d.Wait = func(float64) { time.Sleep(length) }
		d.nap()
	}
	nap(shortNap)
	if tidied != 0 {
		t.Error("it tidies up before it has rested")
	}
	for round := range 2 {
		d.rested = tidyAfter - shortNap
		nap(shortNap)
		nap(shortNap)
		if tidied != round+1 {
			t.Errorf("in %d rests it tidied up %d times", round+1, tidied)
		}
		nap(0) // a key
		if d.rested != 0 {
			t.Error("a key does not end the rest")
		}
	}
}

func TestLittleWorkLeavesNothingToTidyUp(t *testing.T) {
	j := &jobs{inline: true, doze: &doze{}}
	work = make([]byte, muchMade)
	j.tidyUp()
	first := j.doze.made
	if first < muchMade {
		t.Fatal("nothing was made yet")
	}
	j.tidyUp()
	if j.doze.made != first {
		t.Error("it tidies up though nothing was done")
	}
	work = make([]byte, muchMade)
	j.tidyUp()
	if j.doze.made == first {
		t.Error("it leaves what work has left")
	}
}

var work []byte
