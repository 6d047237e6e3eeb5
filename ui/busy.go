package ui

import (
	"fmt"
	"slices"
	"time"

	fynewidget "fyne.io/fyne/v2/widget"
)

// patience is how long people wait without being told what for.
const patience = 400 * time.Millisecond

// busy does work beside the UI goroutine, then calls done. Where it takes long, a sheet says so; who closes that does
// without what the work gives, and done is not called.
func (w *Window) busy(title string, work, done func()) {
	var s *sheet
	bar := fynewidget.NewProgressBarInfinite()
	bar.Stop()
	over := false
	wait := w.jobs.pause(patience, func() {
		if over {
			return
		}
		bar.Start()
		s = w.newSheet(title, 420, bar, button(w.say("print.cancel"), false, func() { s.close() }))
	})
	w.jobs.run(work, func() {
		over = true
		wait.Stop()
		bar.Stop()
		if s != nil {
			if !slices.Contains(w.sheets, s) {
				return
			}
			s.close()
		}
		done()
	})
}

// pace tells from how long work took so far how long it will still take.
type pace struct{ began time.Time }

// left returns how long the rest takes; 0 where that can't be told yet.
func (p pace) left(now time.Time, done, total int) time.Duration {
	took := now.Sub(p.began)
	if done <= 0 || total <= done || took < 2*time.Second {
		return 0
	}
	return time.Duration(float64(took) / float64(done) * float64(total-done))
}

// progressWords say how far an export is, and how long it will still take.
func (w *Window) progressWords(p pace, name string, done, total int) string {
	words := w.say("print.doing", "name", name, "done", fmt.Sprint(done), "total", fmt.Sprint(total))
	switch left := p.left(time.Now(), done, total); {
	case left == 0:
		return words
	case left < time.Minute:
		return joined("  ·  ", words, w.say("print.left-seconds", "count", fmt.Sprint(int(left.Seconds())+1)))
	default:
		return joined("  ·  ", words, w.say("print.left-minutes", "count", fmt.Sprint(int(left.Minutes()+0.5))))
	}
}
