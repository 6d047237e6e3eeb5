package ui

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

// key is what the keys do, in the window of the stage and in that of the audience. A panel that is open takes its own first.
func (s *stage) key(e *fyne.KeyEvent) {
	if s.leaving && e.Name != fyne.KeyEscape {
		s.stay()
		return
	}
	if s.asking {
		s.answerStart(e.Name)
		return
	}
	if s.panel != nil && s.panel.key(e.Name) {
		s.show()
		return
	}
	acts := map[fyne.KeyName]func(){
		fyne.KeySpace: s.forward, fyne.KeyReturn: s.forward, fyne.KeyEnter: s.forward,
		fyne.KeyBackspace: s.step(app.StepBack), fyne.KeyP: s.hold, fyne.KeyH: s.hold, fyne.KeyR: s.rehearse,
		fyne.KeyA: s.accept, fyne.KeyX: s.pass, fyne.KeyEscape: s.askLeave, fyne.KeyL: s.writeReport,
		fyne.KeyI: s.openItems, fyne.KeyY: s.openReasons, fyne.KeyZ: s.undo,
		fyne.KeyM: s.projector, fyne.KeyF: s.fillWall, fyne.KeyB: s.blackWall,
		fyne.KeyUp: func() { s.callWall(-1) }, fyne.KeyDown: func() { s.callWall(1) },
		fyne.KeyLeft: func() { s.sloganWall(-1) }, fyne.KeyRight: func() { s.sloganWall(1) },
		fyne.Key1: func() { s.sceneWall(0) }, fyne.Key2: func() { s.sceneWall(1) },
		fyne.Key3: func() { s.sceneWall(2) }, fyne.Key4: func() { s.sceneWall(3) },
	}
	if act := acts[e.Name]; act != nil {
		act()
	}
}

// answerStart takes the answer whether what starts is a rehearsal. Escape starts nothing; other keys are no answer.
func (s *stage) answerStart(name fyne.KeyName) {
	switch name {
	case fyne.KeyR:
		s.start(true)()
	case fyne.KeyT:
		s.start(false)()
	case fyne.KeyEscape:
		s.asking = false
		s.show()
	}
}

// writeReport exports what became of the plan, and tells where it is; once more, it opens what was written.
func (s *stage) writeReport() {
	w, run := s.w, s.run
	switch {
	case s.phase() != app.PhaseOver:
		return
	case s.written != "":
		w.openOutside(s.written)
		return
	}
	plan := export.Plan{Event: w.doc.Event(), Studio: w.studio, What: []export.Kind{export.Reports}, For: export.Office,
		Dir: w.folderOf(export.Office), Force: true, Options: export.Options{Run: &run}}
	s.report = w.say("stage.writing")
	s.show()
	var result export.Result
	var err error
	w.jobs.run(func() { result, err = export.Run(context.Background(), plan, func(int, int, string) {}) }, func() {
		s.report = ""
		switch {
		case err != nil:
			s.report = w.exportError(plan, err)
		case len(result.Files) > 0:
			path := result.Files[0].Path
			s.written = path
			s.report = w.say("stage.report-at", "name", filepath.Base(path), "folder", filepath.Base(filepath.Dir(path)))
		}
		if w.stage == s {
			s.show()
		}
	})
}

// clockWords writes a length of time as a stage clock does: "7:31", "1:02:05", "−0:42". Seconds that have begun count,
// so that 0:00 is seen when the time is up.
func clockWords(d time.Duration) string {
	sign, seconds := "", int(math.Ceil(d.Seconds()))
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	if hours := seconds / 3600; hours > 0 {
		return fmt.Sprintf("%s%d:%02d:%02d", sign, hours, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%s%d:%02d", sign, seconds/60, seconds%60)
}

// wholeMinutes counts minutes that have begun.
func wholeMinutes(d time.Duration) string { return fmt.Sprint(int(math.Ceil(d.Abs().Minutes()))) }
