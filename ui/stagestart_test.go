package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
)

// TestAStartOnAnotherDayIsAskedAbout starts a ceremony when it isn't planned.
func TestAStartOnAnotherDayIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		name, clock string
		day         int // of the plan; today is the first
		asked       string
		key         fyne.KeyName
		started     bool
		rehearsal   bool
	}{
		{"in time", "07:20:00", 1, "", "", true, false},
		{"another day, rehearsal", "07:00:00", 3, "Hôm nay là 01/10/2025, còn kế hoạch ghi ngày 03/10/2025.", fyne.KeyR, true, true},
		{"another day, real", "07:00:00", 3, "Đây là buổi tổng duyệt hay buổi lễ thật?", fyne.KeyT, true, false},
		{"another day, not yet", "07:00:00", 3, "Hôm nay là", fyne.KeyEscape, false, false},
		{"another day, no answer", "07:00:00", 3, "Hôm nay là", fyne.KeySpace, false, false},
		{"another hour", "10:00:00", 1, "Bây giờ là 10:00, còn kế hoạch ghi 07:00.", fyne.KeyR, true, true},
		{"the day before in the evening", "19:30:00", 2, "Hôm nay là 01/10/2025", fyne.KeyR, true, true},
	} {
		w, set := day(t)
		set(c.clock)
		ceremony := w.doc.Event().Ceremonies[0]
		ceremony.Date.Day = c.day
		w.openStage(ceremony)
		s := w.stage
		if s.press(fyne.KeySpace); s.asking != (c.asked != "") {
			t.Errorf("%s: asked %v", c.name, s.asking)
		}
		says(t, c.name, staged(s), c.asked)
		if c.key != "" {
			s.press(c.key)
		}
		if m := s.run.At(w.now()); (m.Phase != app.PhaseBefore) != c.started || s.run.Rehearsal != c.rehearsal {
			t.Errorf("%s: %s, rehearsal %v", c.name, m.Phase, s.run.Rehearsal)
		}
		if _, run := w.lastRun(ceremony); run.Rehearsal != c.rehearsal {
			t.Errorf("%s: the journal says rehearsal %v", c.name, run.Rehearsal)
		}
		if c.rehearsal && (s.run.At(w.now()).Late() != 0 || !strings.Contains(staged(s), "TỔNG DUYỆT")) {
			t.Errorf("%s: a rehearsal is %s late", c.name, s.run.At(w.now()).Late())
		}
	}
}

// TestCuesAreReadBeforeTheyAreDue holds that the crews see what they stand by for as soon as an item goes its way.
func TestCuesAreReadBeforeTheyAreDue(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	s := w.stage
	items := s.run.Plan.Program.Items
	is := func(when, prefix string, it app.Item) {
		t.Helper()
		if got := s.view.cues.Text(); !strings.HasPrefix(got, prefix) || !strings.Contains(got, it.Cue(app.Sound)) {
			t.Errorf("%s: %s", when, got)
		}
	}
	is("before", "Chuẩn bị", items[0])
	set("07:00:00")
	s.press(fyne.KeySpace)
	set("07:00:59")
	is("at its beginning", "Bây giờ", items[0])
	set("07:01:00")
	is("later", "Chuẩn bị", items[1])
}

// On another day there is nothing to count: the day is shown.
func TestAnotherDayIsShownInsteadOfACount(t *testing.T) {
	w, set := day(t)
	set("02:32:39")
	c := w.doc.Event().Ceremonies[0]
	c.Date.Day = 3
	w.openStage(c)
	s := w.stage
	if got := s.view.digits.Text(); got != "03/10" {
		t.Errorf("the clock says %s", got)
	}
	says(t, "the clock", s.view.word.Text(), "ngày 03/10/2025, lúc 07:00")
	if s.start(true)(); s.view.digits.Text() == "03/10" {
		t.Error("the day is shown while a rehearsal goes on")
	}
}

// On one screen the audience's window leaves room for the stage.
func TestTheWallIsSmallOnOneScreen(t *testing.T) {
	w, _ := day(t)
	w.screens = func() []Screen { return []Screen{{Name: "eDP-1", Width: 1366, Height: 768, Primary: true}} }
	w.stageNow()
	s := w.stage
	s.win.Resize(fyne.NewSize(1366, 768))
	s.openWall()
	if size := s.wall.win.Canvas().Size(); s.wall.full || size.Width > 1366*0.36 || size.Height > 768*0.36 {
		t.Errorf("the wall is %v, over all: %v", size, s.wall.full)
	}
}
