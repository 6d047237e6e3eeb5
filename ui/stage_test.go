package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// day is a window on the sample in a file, on the morning of its first ceremony; the clock stands still until it is set.
func day(t *testing.T) (w *Window, set func(clock string)) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tuan-le.trong")
	if err := file.Save(path, sample(t)); err != nil {
		t.Fatal(err)
	}
	return reopened(t, path)
}

// reopened is a new window on the file, as after a crash.
func reopened(t *testing.T, path string) (w *Window, set func(clock string)) {
	t.Helper()
	w = open(t, sample(t))
	w.openPath(path)
	set = func(clock string) {
		now, err := time.ParseInLocation("2006-01-02 15:04:05", "2025-10-01 "+clock, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		w.now = func() time.Time { return now }
		if w.stage != nil {
			w.stage.show()
		}
	}
	set("06:55:00")
	return w, set
}

// press types keys into the stage.
func (s *stage) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		s.key(&fyne.KeyEvent{Name: k})
	}
}

// staged is what the stage shows.
func staged(s *stage) string { return strings.Join(textsOf(s.win.Content()), "\n") }

// says checks that words are seen in a window.
func says(t *testing.T, where, text string, want ...string) {
	t.Helper()
	text = strings.Join(strings.Fields(text), " ")
	for _, words := range want {
		if !strings.Contains(text, words) {
			t.Errorf("%s: %q is not seen in %s", where, words, text)
		}
	}
}

func TestStageGoesThroughACeremony(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	s := w.stage
	items := s.run.Plan.Program.Items
	says(t, "before", staged(s), "CHƯA BẮT ĐẦU", "nữa là đến giờ bắt đầu 07:00")
	set("07:00:00")
	s.press(fyne.KeySpace)
	set("07:05:30")
	says(t, "on", staged(s), "ĐANG DIỄN RA", "còn lại · mục này 15 phút", "Đúng giờ", "Dự kiến kết thúc 08:35")
	if got := s.view.digits.Text(); got != "9:30" {
		t.Errorf("the clock shows %s", got)
	}
	s.press(fyne.KeyP)
	set("07:09:30")
	says(t, "held", staged(s), "TẠM DỪNG", "Trễ 4 phút")
	if got := s.view.digits.Text(); got != "9:30" {
		t.Errorf("the clock that stands still shows %s", got)
	}
	s.press(fyne.KeyH)
	set("07:22:00")
	says(t, "over time", staged(s), "Quá giờ", "Trễ 7 phút")
	if got := s.view.digits.Text(); got != "−3:00" {
		t.Errorf("over time the clock shows %s", got)
	}
	s.press(fyne.KeyReturn)
	if m := s.run.At(w.now()); m.Now != 1 || s.view.now.Text() != items[1].Title {
		t.Errorf("Enter leads to item %d, %q", m.Now, s.view.now.Text())
	}
	s.press(fyne.KeyBackspace)
	if s.view.now.Text() != items[0].Title {
		t.Error("Backspace does not lead back")
	}
	s.press(fyne.KeyEscape)
	says(t, "leaving", staged(s), w.say("stage.leave-text"))
	s.press(fyne.KeyT)
	if w.stage == nil || s.leaving {
		t.Error("another key must stay")
	}
	s.press(fyne.KeyEscape, fyne.KeyEscape)
	if w.stage != nil {
		t.Error("Escape twice must leave")
	}
}

// The step is in the journal before it is on the screen, and a window that is opened after a crash goes on in the same
// second.
func TestStageSurvivesACrash(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	set("07:00:00")
	w.stage.press(fyne.KeySpace)
	set("07:15:20")
	w.stage.press(fyne.KeySpace)
	set("07:17:43")
	before := staged(w.stage)
	path, c := w.path, w.stage.run.Plan
	kept, err := file.ReadJournal(w.stage.path)
	if err != nil || len(kept.Actions) != 2 {
		t.Fatalf("the journal has %d steps, %v", len(kept.Actions), err)
	}
	w.stage.clock.Stop() // the program is gone; nothing was closed

	again, set := reopened(t, path)
	set("07:17:43")
	again.offerRuns()
	says(t, "after the crash", strings.Join(textsOf(again.win.Canvas().Overlays().Top()), "\n"), c.Title, "07:15")
	tapButton(t, again, again.say("stage.resume"))
	if got := staged(again.stage); got != before {
		t.Errorf("after the crash is seen\n%s\nnot\n%s", got, before)
	}
	again.stage.press(fyne.KeySpace)
	if list := file.Journals(path, c.ID); len(list) != 1 || list[0] != again.stage.path {
		t.Errorf("there are %d journals", len(list))
	}
	if kept, err = file.ReadJournal(again.stage.path); err != nil || len(kept.Actions) != 3 {
		t.Errorf("then the journal has %d steps, %v", len(kept.Actions), err)
	}
}

func TestStageWritesAJournalThatFailedAnew(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	set("07:00:00")
	w.stage.press(fyne.KeySpace)
	w.stage.journal.Close() // the disk is gone
	w.stage.press(fyne.KeySpace)
	says(t, "fault", staged(w.stage), "Chưa ghi được nhật ký")
	set("07:20:00")
	w.stage.press(fyne.KeySpace)
	kept, err := file.ReadJournal(w.stage.path)
	if err != nil || len(kept.Actions) != 3 || w.stage.fault != "" {
		t.Errorf("the new journal has %d steps, %v, %s", len(kept.Actions), err, w.stage.fault)
	}
}

func TestStageProposesToCatchUp(t *testing.T) {
	w, set := day(t)
	w.doc.Edit("", "", func(e *app.Event) {
		items := e.Ceremonies[0].Program.Items
		for i := range items {
			items[i].Optional, items[i].MinMinutes = i == 3, 0
		}
		items[3].Minutes = 8
	})
	w.stageNow()
	s := w.stage
	title := s.run.Plan.Program.Items[3].Title
	set("07:00:00")
	s.press(fyne.KeySpace)
	set("07:21:00")
	says(t, "late", staged(s), "Trễ 6 phút so với", "Bỏ “"+title+"” (8 phút)?")
	s.press(fyne.KeyX)
	if strings.Contains(staged(s), "Bỏ “") {
		t.Error("a proposal that was passed over is still seen")
	}
	set("07:24:00")
	s.press(fyne.KeyA)
	if m := s.run.At(w.now()); m.Items[3].Place != app.PlaceDropped || !slices.Contains(m.Items[3].Reasons, catchUpReason) {
		t.Errorf("accepting leaves the item %s", m.Items[3].Place)
	}
}

func TestStageEndsWithAReport(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	s := w.stage
	set("07:00:00")
	s.press(fyne.KeySpace)
	for range s.run.Plan.Program.Items {
		set("07:30:00")
		s.press(fyne.KeySpace)
	}
	says(t, "over", staged(s), "ĐÃ KẾT THÚC", "Kết thúc lúc 07:30")
	s.press(fyne.KeyL)
	says(t, "report", staged(s), "Đã lập báo cáo (PDF và Excel): "+filepath.Base(s.written), "Mở báo cáo")
	if info, err := os.Stat(s.written); err != nil || info.Size() < 1000 {
		t.Errorf("the report: %v", err)
	}
	s.press(fyne.KeyEscape)
	if w.stage != nil {
		t.Error("after the end Escape leaves at once")
	}
}

func TestAudienceSeesItsScenes(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	s := w.stage
	set("07:00:00")
	s.press(fyne.KeySpace, fyne.KeyM)
	e := w.doc.Event()
	audience := func() string { return strings.Join(textsOf(s.wall.win.Content()), "\n") }
	says(t, "program", audience(), strings.ToUpper(e.School.Name), s.run.Plan.Program.Items[1].Title)
	s.press(fyne.Key3)
	set("07:05:00")
	if got := s.wall.countdown.Text(); got != "10:00" {
		t.Errorf("the audience's clock shows %s", got)
	}
	s.press(fyne.Key2, fyne.KeyRight)
	says(t, "slogan", strings.ToUpper(audience()), strings.ToUpper(e.Slogans[1].Text))
	list := e.RosterOf(e.Certificates[0]).Recipients
	order := app.Arrange(list, app.OnStage, app.DictionaryTones)
	s.press(fyne.Key4)
	for _, place := range order[:15] {
		says(t, "award", audience(), list[place].Name)
		says(t, "desk", staged(s), list[place].Name)
		s.press(fyne.KeyDown)
	}
	s.press(fyne.KeyB)
	if s.wall.night.Hidden {
		t.Error("the screen is not black")
	}
	s.press(fyne.Key1)
	if !s.wall.night.Hidden {
		t.Error("choosing a scene must bring the picture back")
	}
	s.leave()
	if s.wall != nil {
		t.Error("the audience's window outlives the stage")
	}
}

func TestNothingTicksWithoutAStage(t *testing.T) {
	w, _ := day(t)
	w.stageNow()
	s := w.stage
	s.leave()
	w.jobs.paused = nil
	s.tick()
	if w.jobs.paused != nil {
		t.Error("a stage that was left ticks on")
	}
}

func TestClockWords(t *testing.T) {
	for d, want := range map[time.Duration]string{0: "0:00", 1: "0:01", time.Minute: "1:00", 451 * time.Second: "7:31",
		-42 * time.Second: "−0:42", -time.Millisecond: "0:00", time.Hour + 125*time.Second: "1:02:05", -time.Hour: "−1:00:00"} {
		if got := clockWords(d); got != want {
			t.Errorf("%s is written %s, not %s", d, got, want)
		}
	}
}
