package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/app/file"
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
	asking  bool        // whether what is to start is a rehearsal
	panel   *stagePanel // that is open over what is on; nil for none
	passed  app.CatchUp // the proposal that was passed over last
	unasked int         // after how many steps a hold is not asked for its reason any more
	report  string      // a sentence about the report, after the end
	written string      // the report's file, once it is written
}

// recentRun is for how long after its last step a run counts as going on.
const recentRun = 12 * time.Hour

// openStage opens the stage for a ceremony. An event without a file is saved first: the journal lies beside it.
func (w *Window) openStage(c app.Ceremony) {
	c.Date = w.doc.Event().DayOf(c)
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
	for _, c := range w.doc.Event().Held() {
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
	name := run.Plan.Title
	if run.Rehearsal {
		name = w.say("stage.rehearsal-of", "title", name)
	}
	text := w.say(words, "title", name, "time", run.Actions[len(run.Actions)-1].At.Format("15:04"))
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
	if run.Shown().Open {
		s.openWall()
	}
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

// do takes a step now: into the journal first, and then onto the screen.
func (s *stage) do(a app.Action) {
	a.At = s.w.now()
	s.take(a)
}

// take takes a step that has its time. What the audience sees before the start alone begins no journal.
func (s *stage) take(a app.Action) {
	next, ok := s.run.Do(a)
	if !ok {
		return
	}
	s.fault = ""
	if s.journal != nil || a.Step != app.StepShow || next.Started() {
		if err := s.keep(next); err != nil {
			s.fault = s.w.say("stage.fault", "reason", s.w.fileError(err))
		}
	}
	s.run, s.report, s.written = next, "", ""
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

// forward starts the ceremony, or goes on to the next item. On another day or at another hour than planned it asks first whether
// that is a rehearsal.
func (s *stage) forward() {
	switch {
	case s.phase() != app.PhaseBefore:
		s.do(app.Action{Step: app.StepNext})
	case !s.run.Rehearsal && s.run.OffPlan(s.w.now()):
		s.asking = true
		s.show()
	default:
		s.do(app.Action{Step: app.StepStart})
	}
}

// start begins a rehearsal, or the real thing.
func (s *stage) start(rehearsal bool) func() {
	return func() {
		s.asking, s.run.Rehearsal = false, rehearsal
		s.do(app.Action{Step: app.StepStart})
	}
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
		s.take(a)
	}
	if c.Short > 0 { // there is no more to save
		s.pass()
	}
}

// pass passes over what is asked: the reason of a hold, or the proposal.
func (s *stage) pass() {
	if s.asksReason() {
		s.unasked = len(s.run.Actions)
	} else if c, ok := s.proposal(); ok {
		s.passed = c
	}
	s.show()
}

// undo takes the last change of the program back. What was proposed and is undone is not proposed again at once.
func (s *stage) undo() {
	s.do(app.Action{Step: app.StepUndo})
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
	s.dropWall()
	s.win.Close()
}
