package ui

import (
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Sleeper is the system's queue of events. The toolkit looks into it sixty times a second, whether somebody works or not;
// waiting at it instead lets a laptop's processor sleep.
type Sleeper struct {
	Wait func(seconds float64) // on the UI goroutine: handles what comes, and returns then or when the time is over
	Wake func()                // from any goroutine: ends a Wait
}

// How the window dozes.
const (
	longNap   = 3 * time.Second        // then what the toolkit itself wants done has its turn
	shortNap  = 250 * time.Millisecond // while a cursor blinks
	afterNap  = 40 * time.Millisecond  // what waits is drawn meanwhile
	afterWork = 400 * time.Millisecond
	afterUser = 2 * time.Second // nothing that a key or the mouse sets moving moves for longer
	tidyAfter = 2 * time.Second // of rest
)

// muchMade is how much memory must have been asked for before it is worth while to look for what nobody needs any more.
const muchMade = 16 << 20

// doze lets the UI goroutine wait for events while nothing goes on.
type doze struct {
	Sleeper
	blinks func() bool  // tells whether a cursor does
	due    atomic.Int32 // functions on their way to the UI goroutine
	asleep atomic.Bool
	over   atomic.Bool // the window is closed, and with it the queue
	tidy   func()      // called once in each rest
	rested time.Duration
	made   uint64 // memory that was asked for until it was tidied up last, in bytes
}

// stir ends a nap, for a function that is due.
func (d *doze) stir() {
	if d.asleep.Load() {
		d.Wake()
	}
}

// dozeOff naps again and again until the window is closed.
func (j *jobs) dozeOff() {
	awake := j.doze.nap()
	if !j.doze.over.Load() {
		j.pause(awake, j.dozeOff)
	}
}

// nap waits for an event, on the UI goroutine, and returns how long to stay awake after it.
func (d *doze) nap() time.Duration {
	d.asleep.Store(true)
	defer d.asleep.Store(false)
	if d.over.Load() || d.due.Load() > 0 { // asked only after asleep was set: what comes later wakes
		return afterWork
	}
	length := longNap
	if d.blinks() {
		length = shortNap
	}
	began, rested := time.Now(), d.rested
	d.rested = 0
	d.Wait(length.Seconds())
	switch {
	case time.Since(began) >= length:
		d.rested = rested + length
		if rested < tidyAfter && d.rested >= tidyAfter {
			d.tidy()
		}
		return afterNap
	case d.due.Load() > 0:
		return afterWork
	}
	return afterUser
}

// tidyUp gives back to the system what was needed for work that is done, beside the UI goroutine. Otherwise it would stay until
// the next work, as other programs could use it.
func (j *jobs) tidyUp() {
	made := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(made)
	if now := made[0].Value.Uint64(); now-j.doze.made >= muchMade {
		j.doze.made = now
		j.run(debug.FreeOSMemory, func() {})
	}
}

// blinks tells whether a cursor blinks in one of the windows.
func (w *Window) blinks() bool {
	return slices.ContainsFunc(w.app.Driver().AllWindows(), func(win fyne.Window) bool {
		_, text := win.Canvas().Focused().(interface{ SelectedText() string })
		return text
	})
}
