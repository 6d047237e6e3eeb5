package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// jobs runs work beside the UI goroutine. Nothing else in this package starts a goroutine or calls fyne.Do: a
// test reads the source and fails on it.
type jobs struct {
	inline bool   // for tests: work is done at once, on the caller's goroutine, and pauses last until rest
	paused func() // what waits for a rest
	doze   *doze  // nil where the toolkit never waits
}

// do calls f on the UI goroutine, which it wakes.
func (j *jobs) do(f func()) {
	if j.doze == nil {
		fyne.Do(f)
		return
	}
	j.doze.due.Add(1)
	fyne.Do(func() {
		j.doze.due.Add(-1)
		f()
	})
	j.doze.stir()
}

// run does the work beside the UI goroutine, then calls done on it.
func (j *jobs) run(work, done func()) {
	if j.inline {
		work()
		done()
		return
	}
	go func() {
		work()
		j.do(done)
	}()
}

// tell calls f on the UI goroutine, from work that is being done.
func (j *jobs) tell(f func()) {
	if j.inline {
		f()
		return
	}
	j.do(f)
}

// await calls f on the UI goroutine, from work that is being done, and returns when it has been done.
func (j *jobs) await(f func()) {
	done := make(chan struct{})
	j.tell(func() {
		defer close(done)
		f()
	})
	<-done
}

// pause calls then on the UI goroutine when the time is over, unless the timer that it returns is stopped before.
func (j *jobs) pause(d time.Duration, then func()) *time.Timer {
	if j.inline {
		j.paused = then
		return time.NewTimer(0)
	}
	return time.AfterFunc(d, func() { j.do(then) })
}

// latest does one piece of work at a time beside the UI goroutine and shows what came out. Of what is asked
// meanwhile only the newest is done. It belongs to the UI goroutine.
type latest[T any] struct {
	jobs *jobs
	show func(T)
	next func() T
	then []func() // what waits for the newest to be shown
	busy bool
}

// ask asks for a piece of work. What waited for another one is not done.
func (l *latest[T]) ask(work func() T) {
	l.next, l.then = work, nil
	if !l.busy {
		l.start()
	}
}

func (l *latest[T]) start() {
	work := l.next
	l.next, l.busy = nil, true
	var made T
	l.jobs.run(func() { made = work() }, func() {
		l.busy = false
		l.show(made)
		if l.next != nil && !l.busy {
			l.start()
		}
		for !l.busy && len(l.then) > 0 {
			then := l.then[0]
			l.then = l.then[1:]
			then()
		}
	})
}

// whenShown does what is for the newest piece of work, as soon as that is shown.
func (l *latest[T]) whenShown(then func()) {
	if l.busy {
		l.then = append(l.then, then)
		return
	}
	then()
}

// every passes on a report at most so often: reports of work that goes fast would fill the UI goroutine.
func (j *jobs) every(d time.Duration, report func(done, total int, name string)) func(done, total int, name string) {
	var last time.Time
	return func(done, total int, name string) {
		if now := time.Now(); j.inline || now.Sub(last) >= d {
			last = now
			j.tell(func() { report(done, total, name) })
		}
	}
}
