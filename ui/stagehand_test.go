package ui

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

func TestItemsAreChangedByHand(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	s := w.stage
	set("07:00:00")
	s.press(fyne.KeySpace)
	items := s.run.Plan.Program.Items
	s.press(fyne.KeyI)
	says(t, "items", staged(s), "Các nội dung còn lại", items[1].Title)
	s.press(fyne.KeyDown, fyne.KeyD)
	says(t, "left out", staged(s), "đã bỏ")
	s.press(fyne.KeyDown, fyne.KeyMinus, fyne.KeyMinus)
	became := func(i int) app.LiveItem { return s.run.At(w.now()).Items[i] }
	if l := became(2); l.Minutes != items[2].Minutes-2 {
		t.Errorf("twice a minute less makes %d of %d", l.Minutes, items[2].Minutes)
	}
	s.press(fyne.KeyZ, fyne.KeyZ, fyne.KeyZ)
	if became(1).Place == app.PlaceDropped || became(2).Minutes != items[2].Minutes {
		t.Error("undo leaves a change")
	}
	s.press(fyne.KeyUp, fyne.KeyDelete, fyne.KeyEscape)
	if s.panel != nil || became(1).Place != app.PlaceDropped || w.stage == nil {
		t.Error("Escape must close the panel, and nothing else")
	}
	s.press(fyne.KeySpace)
	if m := s.run.At(w.now()); m.Now != 2 {
		t.Errorf("the next item is %d", m.Now)
	}
	if kept, err := file.ReadJournal(s.path); err != nil || len(kept.Actions) != len(s.run.Actions) {
		t.Errorf("the journal has %d of %d steps, %v", len(kept.Actions), len(s.run.Actions), err)
	}
}

func TestAProposalIsSeenAndTakenBackAsAWhole(t *testing.T) {
	w, set := day(t)
	w.doc.Edit("", "", func(e *app.Event) {
		items := e.Ceremonies[0].Program.Items
		for i := range items {
			items[i].Optional, items[i].MinMinutes = false, 0
		}
		items[1].MinMinutes, items[2].MinMinutes = items[1].Minutes-2, items[2].Minutes-3
	})
	w.stageNow()
	s := w.stage
	set("07:00:00")
	s.press(fyne.KeySpace)
	set("07:20:00")
	s.press(fyne.KeyI)
	says(t, "proposed", staged(s), "đề xuất: 10 còn 8 phút", "Khi đó kết thúc 08:35, đúng giờ.")
	s.press(fyne.KeyA, fyne.KeyZ)
	for i, l := range s.run.At(w.now()).Items {
		if l.Minutes != s.run.Plan.Program.Items[i].Minutes {
			t.Errorf("item %d keeps %d minutes after undo", i, l.Minutes)
		}
	}
	if c, ok := s.proposal(); ok {
		t.Errorf("what was undone is proposed again: %+v", c)
	}
}

func TestAHoldIsAskedForItsReason(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	s := w.stage
	set("07:00:00")
	s.press(fyne.KeySpace, fyne.KeyP)
	says(t, "held", staged(s), "Vì sao?")
	s.press(fyne.KeyY, fyne.Key2)
	reasons := func() []string { return s.run.At(w.now()).Items[0].Reasons }
	if !slices.Equal(reasons(), []string{"sự cố âm thanh"}) || s.panel != nil || strings.Contains(staged(s), "Vì sao?") {
		t.Errorf("reasons: %q", reasons())
	}
	s.press(fyne.KeyY)
	s.panel.field.SetText("chờ xe đưa đón")
	s.panel.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !slices.Contains(reasons(), "chờ xe đưa đón") {
		t.Errorf("own words are lost: %q", reasons())
	}
	s.press(fyne.KeyP, fyne.KeySpace, fyne.KeyP, fyne.KeyX)
	if strings.Contains(staged(s), "Vì sao?") {
		t.Error("a question that was passed over is asked on")
	}
}

// A program that is killed while a name is being called comes back with the same name on the wall.
func TestTheWallSurvivesACrash(t *testing.T) {
	w, set := day(t)
	w.screens = func() []Screen {
		return []Screen{{Name: "eDP", Primary: true}, {Name: "HDMI", X: 1920, Width: 1280, Height: 720}}
	}
	w.stageNow()
	set("07:00:00")
	s := w.stage
	s.press(fyne.KeySpace, fyne.KeyM, fyne.Key4, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if !s.wall.full || s.wall.screen != 1 {
		t.Error("the wall does not fill the second screen")
	}
	before := strings.Join(textsOf(s.wall.win.Content()), "\n")
	s.clock.Stop()

	again, set := reopened(t, w.path)
	set("07:00:00")
	again.offerRuns()
	tapButton(t, again, again.say("stage.resume"))
	if again.stage.wall == nil {
		t.Fatal("the wall stays closed")
	}
	if got := strings.Join(textsOf(again.stage.wall.win.Content()), "\n"); got != before {
		t.Errorf("after the crash the audience sees\n%s\nnot\n%s", got, before)
	}
}

func TestTheScreensAreOffered(t *testing.T) {
	w, _ := day(t)
	w.stageNow()
	s := w.stage
	s.press(fyne.KeyM, fyne.KeyM)
	says(t, "one screen", staged(s), "Máy chỉ báo có một màn hình")
	w.screens = func() []Screen {
		return []Screen{{Name: "eDP-1", Width: 1366, Height: 768, Primary: true}, {Name: "HDMI-1", X: 1366, Width: 1920, Height: 1080}}
	}
	for range len(app.Scenes) + 1 {
		s.press(fyne.KeyDown)
	}
	says(t, "two screens", staged(s), "Màn hình 2 – HDMI-1, 1920 × 1080")
	s.press(fyne.KeyReturn)
	if s.wall == nil || s.wall.screen != 1 || !s.wall.full {
		t.Error("the wall was not moved")
	}
	says(t, "moved", staged(s), "màn chiếu ở đây")
	s.press(fyne.KeyEscape)
	if s.panel != nil || s.wall == nil {
		t.Error("Escape closes the panel and leaves the wall")
	}
}

func TestWordsOnTheStageStandOut(t *testing.T) {
	for _, words := range []color.Color{nightText, nightMuted, nightGold, nightRed, nightGreen} {
		for _, ground := range []color.Color{nightGround, nightCard} {
			if r := contrast(words, ground); r < 6.5 {
				t.Errorf("%v on %v: %.1f", words, ground, r)
			}
		}
	}
	for _, pair := range [][2]color.Color{{nightText, nightWarn}, {nightText, nightLine}, {nightGround, nightGold}} {
		if r := contrast(pair[0], pair[1]); r < 7 {
			t.Errorf("%v on %v: %.1f", pair[0], pair[1], r)
		}
	}
}

func TestWordsOnTheWallStandOut(t *testing.T) {
	w := open(t, sample(t))
	pale := print.Style{Code: "pale", Inks: print.StyleInks{Title: print.Ink{C: 60, M: 40}, Text: print.Ink{K: 40}, Accent: print.Ink{M: 30, Y: 60}}}
	for _, style := range append([]print.Style{pale}, w.studio.Styles().Banners...) {
		k := inksOf(style.Inks)
		for _, ground := range []color.Color{k.ground, k.deep} {
			for _, words := range []color.Color{k.title, k.text, k.accent} {
				if r := contrast(words, ground); r < wallContrast {
					t.Errorf("%s: %v on %v has a contrast of %.1f", style.Code, words, ground, r)
				}
			}
			if r := contrast(k.past, ground); r < pastContrast {
				t.Errorf("%s: what is past has a contrast of %.1f", style.Code, r)
			}
		}
	}
}

// capitals returns the height of a text's capitals in units of the screen: 0.7 em in Be Vietnam Pro.
func capitals(f *widget.Fit) float32 {
	size := float32(0)
	for _, o := range test.LaidOutObjects(f) {
		if text, ok := o.(*canvas.Text); ok {
			size = max(size, text.TextSize)
		}
	}
	return 0.7 * size
}

// TestTheStageReadsFromThreeMetres holds what matters to a height of capitals on a screen of 1920 × 1080. On one of 24 inches,
// 299 mm high, 32 units are 9 mm, which reads from 3 m by the rule of thumb of 1/340 of the distance (10 minutes of arc).
func TestTheStageReadsFromThreeMetres(t *testing.T) {
	w, set := day(t)
	w.stageNow()
	s := w.stage
	s.win.Resize(fyne.NewSize(1920, 1080))
	for i, it := range s.run.Plan.Program.Items {
		set("07:00:00")
		s.press(fyne.KeySpace)
		v := s.view
		if got := capitals(v.cues); v.cues.Text() != "" && got < 32 {
			t.Errorf("item %d: the cues %q have capitals of %.0f", i, v.cues.Text(), got)
		}
		for name, least := range map[*widget.Fit]float32{v.now: 32, v.digits: 120, v.verdict: 40, v.ends: 32, v.time: 40} {
			if got := capitals(name); got < least {
				t.Errorf("item %d, %s: %q has capitals of %.0f, less than %.0f", i, it.Title, name.Text(), got, least)
			}
		}
		if got := capitals(v.next); v.next.Text() != "" && (got < 32 || got > 50) { // larger would be louder than what is on
			t.Errorf("what comes after item %d has capitals of %.0f", i, got)
		}
	}
}
