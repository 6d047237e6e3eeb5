package ui

import (
	"strings"
	"testing"
	"time"
)

// Work that takes longer than people are patient is told of, and can be done without.
func TestLongWorkIsTold(t *testing.T) {
	for _, c := range []struct {
		name   string
		during func(w *Window)
		done   int
	}{
		{"short", func(*Window) {}, 1},
		{"long", func(w *Window) { w.jobs.rest() }, 1},
		{"long, and given up", func(w *Window) { w.jobs.rest(); tapButton(t, w, w.say("print.cancel")) }, 0},
	} {
		w, done, told := open(t, sample(t)), 0, ""
		w.busy("Đang đọc danh sách…", func() { c.during(w); told = over(w) }, func() { done++ })
		if done != c.done {
			t.Errorf("%s: done was called %d times", c.name, done)
		}
		if c.name == "long" && !strings.Contains(told, "Đang đọc danh sách…") {
			t.Errorf("%s: the window says %q", c.name, told)
		}
		if over(w) != "" || len(w.sheets) != 0 {
			t.Errorf("%s: a sheet is left: %q", c.name, over(w))
		}
		w.jobs.rest() // the patience is over when the work is long done
		if c.name == "short" && len(w.sheets) != 0 {
			t.Error("a sheet comes after the work")
		}
	}
}

func TestPaceTellsWhatIsLeft(t *testing.T) {
	began := time.Date(2025, 10, 1, 7, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		took        time.Duration
		done, total int
		want        time.Duration
	}{
		{time.Second, 50, 100, 0}, // too early to tell
		{10 * time.Second, 0, 100, 0},
		{10 * time.Second, 25, 100, 30 * time.Second},
		{time.Minute, 100, 412, 187200 * time.Millisecond},
		{time.Minute, 412, 412, 0},
	} {
		if got := (pace{began}).left(began.Add(c.took), c.done, c.total); got != c.want {
			t.Errorf("after %v, %d of %d: %v, want %v", c.took, c.done, c.total, got, c.want)
		}
	}
	w := open(t, sample(t))
	if got := w.progressWords(pace{time.Now().Add(-time.Minute)}, "Giấy khen", 100, 412); !strings.Contains(got, "100 / 412") || !strings.Contains(got, "còn khoảng 3 phút") {
		t.Errorf("it says %q", got)
	}
}
