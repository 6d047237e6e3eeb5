//go:build !nogui

package main

import (
	"fmt"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print/pdf/pdftest"
)

// noon is a zone in which it is noon or soon after: a ceremony that is late must not be so over midnight.
func noon(t *testing.T) *time.Location {
	t.Helper()
	name := fmt.Sprintf("Etc/GMT%+d", time.Now().UTC().Hour()-12) // where people are ahead of Greenwich, such names have a minus
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatalf("this test needs the time zones of the system (tzdata): %v", err)
	}
	t.Setenv("TZ", name)
	return zone
}

// lateCeremony is the sample, whose first ceremony should have begun twenty minutes ago.
func lateCeremony(t *testing.T) *app.Event {
	e := sampleEvent(t).Clone()
	c, start := &e.Ceremonies[0], time.Now().In(noon(t)).Add(-20*time.Minute)
	c.Date, c.Start = app.DateOf(start), app.Clock(start.Hour()*60+start.Minute())
	for i := range c.Program.Items {
		c.Program.Items[i].Optional = i%2 == 1
	}
	return e
}

// onStage gives the keyboard to the window of the stage.
func (w *window) onStage(title string) {
	w.t.Helper()
	id := ""
	w.wait("the stage is open", func() bool {
		id = w.windowCalled(title)
		return id != ""
	})
	time.Sleep(time.Second)
	w.xdotool("windowfocus", "--sync", id)
}

// run reads what the journal tells of a ceremony.
func (w *window) run(path string, c app.Ceremony) (run app.Run) {
	for _, journal := range file.Journals(path, c.ID) {
		run, _ = file.ReadJournal(journal) // a line may be half written
	}
	return run
}

// takes presses keys on the stage, until the journal tells of a step that they make.
func (w *window) takes(key string, path string, c app.Ceremony, steps ...app.Step) app.Run {
	w.t.Helper()
	w.hit(key)
	var run app.Run
	w.wait("the journal has "+string(steps[0]), func() bool {
		run = w.run(path, c)
		return len(run.Actions) > 0 && slices.Contains(steps, run.Actions[len(run.Actions)-1].Step)
	})
	return run
}

func ceremonyOnStage(t *testing.T) {
	e := lateCeremony(t)
	c := e.Ceremonies[0]
	w, path := desk(t, e)
	w.hit("ctrl+shift+r")
	w.onStage(c.Title)
	late := w.takes("space", path, c, app.StepStart)
	if by := late.At(time.Now()).Late(); by < 19*time.Minute {
		t.Errorf("the ceremony is to end only %v late", by)
	}
	w.hit("a")
	w.wait("the ceremony ends in time", func() bool { return w.run(path, c).At(time.Now()).Late() < time.Minute })
	w.takes("space", path, c, app.StepNext)
	w.takes("p", path, c, app.StepHold)
	w.settled()
	clock := image.Rect(0, 262, 400, 384)
	stood := w.copied(clock)
	w.kill()

	w = w.open(path)
	w.focus()
	w.answer("stage.resume")
	w.onStage(c.Title)
	w.wait("the clock stands in the same second", func() bool { return !w.differs(clock, stood) })
	w.takes("p", path, c, app.StepResume)
	w.wait("the clock goes on", func() bool { return w.differs(clock, stood) })
	for run := w.run(path, c); !run.Ended(); {
		run = w.takes("space", path, c, app.StepNext)
	}
	w.hit("l")
	report := w.written(filepath.Join(filepath.Dir(path), "mau-in", "van-phong", "*.pdf"))
	pdftest.Check(t, report)
	text := pdftest.Text(t, report)
	for _, want := range []string{"BÁO CÁO", late.Actions[0].At.Format("15:04"), "để kịp giờ"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q:\n%s", want, text)
		}
	}
}
