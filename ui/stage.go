package ui

import (
	"context"
	"fmt"
	"math"
	"time"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// stage is the live run of one ceremony on the day: a window of its own over the whole screen, and one for the audience.
// A step counts when it is in the journal; the screen follows after that.
type stage struct {
	w       *Window
	win     fyne.Window
	run     app.Run
	journal *file.Journal // nil before the start, and after it could not be written
	path    string        // of the journal
	fault   string        // why the journal could not be written
	view    *stageView
	wall    *wall // nil where the audience sees nothing
	clock   *time.Timer
	leaving bool        // asked whether to leave
	passed  app.CatchUp // the proposal that was passed over last
	report  string      // a sentence about the report, after the end
}

// recentRun is for how long after its last step a run counts as going on.
const recentRun = 12 * time.Hour

// openStage opens the stage for a ceremony. An event without a file is saved first: the journal lies beside it.
func (w *Window) openStage(c app.Ceremony) {
	switch {
	case w.stage != nil:
		w.stage.win.RequestFocus()
	case len(c.Program.Items) == 0:
		w.tellSheet(w.say("stage.title"), w.say("stage.no-items"))
	case w.path == "":
		w.saveThen(func() { w.openStage(c) })
	default:
		w.offerRun(c, func() { w.showStage(app.NewRun(c), nil) })
	}
}

// stageNow opens the stage for the ceremony that is chosen on the program page.
func (w *Window) stageNow() {
	p := w.turnTo("program").(*programPage)
	if c := p.ceremonies.current(w.doc.Event()); c != nil {
		w.openStage(*c)
	}
}

// offerRuns offers to go on with a ceremony of the event that was interrupted.
func (w *Window) offerRuns() {
	for _, c := range w.doc.Event().Ceremonies {
		if path, run := w.lastRun(c); path != "" && !run.Ended() {
			w.offerRun(c, func() { w.showStage(app.NewRun(c), nil) })
			return
		}
	}
}

// lastRun returns the latest run of a ceremony with its journal, where that is of today.
func (w *Window) lastRun(c app.Ceremony) (path string, run app.Run) {
	if w.path == "" {
		return "", run
	}
	for _, path := range file.Journals(w.path, c.ID) {
		run, err := file.ReadJournal(path)
		if n := len(run.Actions); err == nil && n > 0 && w.now().Sub(run.Actions[n-1].At) < recentRun {
			return path, run
		}
	}
	return "", run
}

// offerRun offers to go on with the run that is in the journal, or, where it has ended, to write its report.
func (w *Window) offerRun(c app.Ceremony, fresh func()) {
	path, run := w.lastRun(c)
	if path == "" {
		fresh()
		return
	}
	title, words, answer := "stage.resume-title", "stage.resume-text", "stage.resume"
	if run.Ended() {
		title, words, answer = "stage.ended-title", "stage.ended-text", "stage.see-end"
	}
	text := w.say(words, "title", run.Plan.Title, "time", run.Actions[len(run.Actions)-1].At.Format("15:04"))
	var s *sheet
	cancel := button(w.say("answer.cancel"), false, func() { s.close() })
	anew := button(w.say("stage.anew"), false, func() { s.close(); fresh() })
	resume := button(w.say(answer), true, func() { s.close(); w.resumeRun(path) })
	s = w.newSheet(w.say(title), 540, widget.NewWords(text, widget.Look{Wrap: true}), cancel, anew, resume)
	w.win.Canvas().Focus(resume)
}

func (w *Window) resumeRun(path string) {
	journal, run, err := file.OpenJournal(path)
	if err != nil {
		w.tellError(w.fileError(err))
		return
	}
	w.showStage(run, journal)
}

// showStage opens the window of the stage.
func (w *Window) showStage(run app.Run, journal *file.Journal) {
	s := &stage{w: w, run: run, journal: journal, win: w.app.NewWindow(run.Plan.Title + " – " + w.say("app.name"))}
	if journal != nil {
		s.path = journal.Path
	}
	w.stage = s
	s.view = newStageView(s)
	s.win.SetPadded(false)
	s.win.SetContent(s.view.box)
	s.win.Resize(fyne.NewSize(1280, 760))
	s.win.Canvas().SetOnTypedKey(s.key)
	s.win.SetCloseIntercept(s.askLeave)
	s.win.SetFullScreen(true)
	s.tick()
	s.win.Show()
}

// tick shows the instant, and comes back when the count of seconds changes. Nothing ticks while no stage is open.
func (s *stage) tick() {
	if s.w.stage != s {
		return
	}
	m := s.show()
	rest := m.Left % time.Second
	if rest <= 0 {
		rest += time.Second
	}
	if rest < 30*time.Millisecond { // a timer that came a little early
		rest += time.Second
	}
	s.clock = s.w.jobs.pause(rest, s.tick)
}

// show shows this instant on both screens.
func (s *stage) show() app.Moment {
	now := s.w.now()
	m := s.run.At(now)
	s.view.show(m, now)
	if s.wall != nil {
		s.wall.show(m, now)
	}
	return m
}

// do takes a step: into the journal first, and then onto the screen.
func (s *stage) do(a app.Action) {
	a.At = s.w.now()
	next, ok := s.run.Do(a)
	if !ok {
		return
	}
	s.fault = ""
	if err := s.keep(next); err != nil {
		s.fault = s.w.say("stage.fault", "reason", s.w.fileError(err))
	}
	s.run, s.report = next, ""
	s.show()
}

// keep writes the last step into the journal. Where there is none, since the run begins or the disk failed before, it
// begins one with all the steps.
func (s *stage) keep(run app.Run) (err error) {
	steps := run.Actions[len(run.Actions)-1:]
	if s.journal == nil {
		steps = run.Actions
		if s.journal, err = file.NewJournal(s.w.path, run, s.w.now()); err != nil {
			s.journal = nil
			return err
		}
		s.path = s.journal.Path
	}
	for _, a := range steps {
		if err = s.journal.Append(a); err != nil {
			s.drop()
			return err
		}
	}
	return nil
}

// drop closes the journal.
func (s *stage) drop() {
	if s.journal != nil {
		s.journal.Close() // every line is on the disk already
		s.journal = nil
	}
}

func (s *stage) step(step app.Step) func() { return func() { s.do(app.Action{Step: step}) } }

// forward starts the ceremony, or goes on to the next item.
func (s *stage) forward() {
	step := app.StepNext
	if s.phase() == app.PhaseBefore {
		step = app.StepStart
	}
	s.do(app.Action{Step: step})
}

func (s *stage) hold() {
	step := app.StepHold
	if s.phase() == app.PhaseHeld {
		step = app.StepResume
	}
	s.do(app.Action{Step: step})
}

// holdOrRehearse is the one button for what can be done before the start and during the ceremony.
func (s *stage) holdOrRehearse() {
	if s.phase() == app.PhaseBefore {
		s.rehearse()
		return
	}
	s.hold()
}

func (s *stage) phase() app.Phase { return s.run.At(s.w.now()).Phase }

// rehearse makes a rehearsal of the run, or the real thing, before it starts.
func (s *stage) rehearse() {
	if s.phase() == app.PhaseBefore {
		s.run.Rehearsal = !s.run.Rehearsal
		s.show()
	}
}

// proposal returns what to do to be in time again, unless it was passed over and nothing has become worse.
func (s *stage) proposal() (c app.CatchUp, ok bool) {
	if s.phase() == app.PhaseBefore {
		return c, false
	}
	c, ok = s.run.CatchUp(s.w.now())
	const worse = 3 * time.Minute
	if ok && s.passed.Late > 0 && c.For == s.passed.For && c.Late < s.passed.Late+worse {
		return c, false
	}
	return c, ok
}

func (s *stage) accept() {
	c, ok := s.proposal()
	if !ok {
		return
	}
	for _, a := range c.Actions(s.w.now(), catchUpReason) {
		s.do(a)
	}
	if c.Short > 0 { // there is no more to save
		s.pass()
	}
}

func (s *stage) pass() {
	if c, ok := s.proposal(); ok {
		s.passed = c
		s.show()
	}
}

// askLeave leaves, and asks before that only where the ceremony is going on.
func (s *stage) askLeave() {
	if p := s.phase(); s.leaving || p == app.PhaseBefore || p == app.PhaseOver {
		s.leave()
		return
	}
	s.leaving = true
	s.show()
}

func (s *stage) stay() { s.leaving = false; s.show() }

// leave closes both windows. The run can be gone on with from its journal.
func (s *stage) leave() {
	s.w.stage = nil
	s.clock.Stop()
	s.drop()
	s.closeWall()
	s.win.Close()
}

// writeReport exports what became of the plan, and tells where it is.
func (s *stage) writeReport() {
	w, run := s.w, s.run
	if s.phase() != app.PhaseOver {
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
			s.report = w.say("stage.report-at", "path", result.Files[0].Path)
		}
		if w.stage == s {
			s.show()
		}
	})
}

// key is what the keys do, in the window of the stage and in that of the audience.
func (s *stage) key(e *fyne.KeyEvent) {
	if s.leaving && e.Name != fyne.KeyEscape {
		s.stay()
		return
	}
	acts := map[fyne.KeyName]func(){
		fyne.KeySpace: s.forward, fyne.KeyReturn: s.forward, fyne.KeyEnter: s.forward,
		fyne.KeyBackspace: s.step(app.StepBack), fyne.KeyP: s.hold, fyne.KeyH: s.hold, fyne.KeyR: s.rehearse,
		fyne.KeyA: s.accept, fyne.KeyX: s.pass, fyne.KeyEscape: s.askLeave, fyne.KeyL: s.writeReport,
		fyne.KeyM: s.openWall, fyne.KeyF: s.fillWall, fyne.KeyB: s.blackWall,
		fyne.KeyUp: func() { s.callWall(-1) }, fyne.KeyDown: func() { s.callWall(1) },
		fyne.KeyLeft: func() { s.sloganWall(-1) }, fyne.KeyRight: func() { s.sloganWall(1) },
		fyne.Key1: func() { s.sceneWall(0) }, fyne.Key2: func() { s.sceneWall(1) },
		fyne.Key3: func() { s.sceneWall(2) }, fyne.Key4: func() { s.sceneWall(3) },
	}
	if act := acts[e.Name]; act != nil {
		act()
	}
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
