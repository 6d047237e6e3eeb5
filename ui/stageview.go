package ui

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// The colours of the stage: words of a contrast of at least 4.5:1 on a ground that does not dazzle in a dark hall.
var (
	nightGround = ink(0x0d0908)
	nightCard   = ink(0x1f1613)
	nightLine   = ink(0x3d2f28)
	nightWarn   = ink(0x5c1216)
	nightText   = ink(0xfffaf0)
	nightMuted  = ink(0xc9b8a6)
	nightGold   = ink(0xf4c653)
	nightRed    = ink(0xff7468)
	nightGreen  = ink(0x86d792)
)

// stageView is what the person at the desk sees: what is on and for how long, what comes next, and whether the ceremony
// will end in time.
type stageView struct {
	s                            *stage
	box                          fyne.CanvasObject
	title, phase, time           *widget.Fit
	label, now, who, digits      *widget.Fit
	word                         *widget.Fit
	bar                          *meter
	cues                         *widget.Fit
	nextLabel, next, nextWho     *widget.Fit
	hard                         [2]*widget.Fit
	verdict, ends, planned       *widget.Fit
	wall                         *widget.Fit
	strip                        *fyne.Container
	stripBack                    *canvas.Rectangle
	ask, yes, no                 *widget.Fit
	yesPad, noPad                *widget.Pad
	doYes, doNo                  func()
	line                         *meterLine
	forward, holds, backs, walls *widget.Fit
	items, keys                  *widget.Fit
	under, over, panelBox        *fyne.Container // what is on, and the panel in its place
	panelClock                   *widget.Fit
	panelSeen                    string // what the panel was built of
}

// nightFace is the face of words that are read from afar.
var nightFace = tallFace(faces[[2]bool{true, false}])

func nightFit(c color.Color, lines int) *widget.Fit {
	return widget.NewFit("", widget.FitLook{Color: c, Font: nightFace, Lines: lines})
}

// nightKey is the words of a button.
func nightKey(c color.Color) *widget.Fit {
	return widget.NewFit("", widget.FitLook{Color: c, Font: nightFace, Align: fyne.TextAlignCenter})
}

func newStageView(s *stage) *stageView {
	v := &stageView{s: s, bar: newMeter(), line: newMeterLine()}
	phrases := s.w.studio.Lines
	for _, f := range []struct {
		at    **widget.Fit
		c     color.Color
		lines int
		least float32 // size of type as a part of the box
		by    func(string, int, func(string) float64) ([]string, float64)
	}{
		{&v.title, nightMuted, 1, 0.6, nil}, {&v.phase, nightGold, 1, 0, nil}, {&v.label, nightGold, 1, 0, nil}, {&v.now, nightText, 3, 0.2, phrases},
		{&v.who, nightMuted, 2, 0.4, nil}, {&v.word, nightMuted, 2, 0, nil}, {&v.cues, nightGold, 4, 0, nil}, {&v.nextLabel, nightGold, 1, 0, nil},
		{&v.next, nightText, 3, 0.2, phrases}, {&v.nextWho, nightMuted, 2, 0.3, nil},
		{&v.hard[0], nightGold, 2, 0.3, nil}, {&v.hard[1], nightMuted, 2, 0.3, nil}, {&v.verdict, nightGreen, 1, 0, nil}, {&v.ends, nightText, 1, 0, nil},
		{&v.planned, nightMuted, 1, 0, nil}, {&v.wall, nightText, 1, 0.5, nil}, {&v.ask, nightText, 3, 0.2, nil}, {&v.keys, nightMuted, 2, 0, nil},
	} {
		look := widget.FitLook{Color: f.c, Font: nightFace, Lines: f.lines, Least: f.least, Break: f.by}
		if f.at == &v.next {
			look.Most = 0.27 // no louder than what is on
		}
		*f.at = widget.NewFit("", look)
	}
	v.yes, v.no, v.forward = nightKey(nightGround), nightKey(nightText), nightKey(nightGround)
	v.holds, v.backs, v.walls, v.items = nightKey(nightText), nightKey(nightText), nightKey(nightText), nightKey(nightText)
	v.panelClock = widget.NewFit("", widget.FitLook{Color: nightText, Bold: true, Digits: true, Align: fyne.TextAlignTrailing})
	v.time = widget.NewFit("", widget.FitLook{Color: nightText, Bold: true, Digits: true, Align: fyne.TextAlignTrailing})
	v.digits = widget.NewFit("", widget.FitLook{Color: nightText, Bold: true, Digits: true})
	v.box = v.build()
	return v
}

func (v *stageView) build() fyne.CanvasObject {
	head := container.New(&shares{[]float32{0.55, 0.25, 0.2}, 16}, upright(v.title, 0.62), upright(v.phase, 0.62), v.time)
	clock := container.New(&shares{[]float32{0.55, 0.45}, 20}, v.digits, upright(v.word, 0.62))
	v.under = container.New(&storeys{[]float32{0.055, 0.22, 0.07, 0.285, 0.015, 0.355}, 8}, v.label, v.now, v.who, clock, v.bar.Container, v.cues)
	v.panelBox = container.NewStack()
	v.over = container.NewStack(v.panelBox)
	v.over.Hide()
	v.strip = v.buildStrip()
	buttons := container.New(&shares{[]float32{0.32, 0.17, 0.19, 0.16, 0.16}, 12},
		nightPad(v.forward, nightGold, v.s.forward), nightPad(v.holds, nightCard, v.s.holdOrRehearse),
		nightPad(v.backs, nightCard, v.s.step(app.StepBack)), nightPad(v.items, nightCard, v.s.openItems), nightPad(v.walls, nightCard, v.s.projector))
	body := container.New(&shares{[]float32{0.645, 0.355}, 28}, container.NewStack(v.under, v.over), v.side())
	foot := container.New(&shares{[]float32{0.645, 0.355}, 28}, v.keys, upright(v.wall, 0.7))
	all := container.New(&storeys{[]float32{0.07, 0.69, 0.1, 0.014, 0.074, 0.052}, 10}, head, body, v.strip, v.line.box, buttons, foot)
	return container.NewStack(canvas.NewRectangle(nightGround), widget.Inset(all, 14, 26))
}

// side is the column at the right: what comes, hard starts, and the end.
func (v *stageView) side() fyne.CanvasObject {
	next := nightCardOf(container.New(&storeys{[]float32{0.11, 0.73, 0.16}, 3}, v.nextLabel, v.next, v.nextWho))
	hard := nightCardOf(container.New(&storeys{[]float32{0.5, 0.5}, 6}, v.hard[0], v.hard[1]))
	end := nightCardOf(container.New(&storeys{[]float32{0.45, 0.36, 0.19}, 2}, v.verdict, v.ends, v.planned))
	return container.New(&storeys{[]float32{0.53, 0.13, 0.34}, 8}, next, hard, end)
}

// buildStrip is the line in which the stage proposes or asks something.
func (v *stageView) buildStrip() *fyne.Container {
	v.stripBack = canvas.NewRectangle(nightWarn)
	v.stripBack.CornerRadius = 12
	v.yesPad = nightPad(v.yes, nightGold, func() { v.doYes() })
	v.noPad = nightPad(v.no, nightLine, func() { v.doNo() })
	return container.NewStack(v.stripBack, widget.Inset(container.New(&shares{[]float32{0.66, 0.17, 0.17}, 12},
		v.ask, v.yesPad, v.noPad), 8, 16))
}

// upright gives a thing a part of the height, in the middle.
func upright(o fyne.CanvasObject, part float32) fyne.CanvasObject {
	rest := (1 - part) / 2
	return container.New(&storeys{[]float32{rest, part, rest}, 0}, spacer(), o, spacer())
}

func nightCardOf(content fyne.CanvasObject) fyne.CanvasObject {
	back := canvas.NewRectangle(nightCard)
	back.CornerRadius = 14
	return container.NewStack(back, widget.Inset(content, 10, 18))
}

func nightPad(words *widget.Fit, fill color.Color, do func()) *widget.Pad {
	back := canvas.NewRectangle(fill)
	back.CornerRadius = 14
	return widget.NewPad(container.NewStack(back, widget.Inset(upright(words, 0.5), 4, 18)), 14, do)
}

func (v *stageView) say(key string, pairs ...string) string { return v.s.w.say(key, pairs...) }

// show shows an instant of the run.
func (v *stageView) show(m app.Moment, now time.Time) {
	run := v.s.run
	v.title.SetText(run.Plan.Title)
	v.time.SetText(now.Format("15:04"))
	phase := v.say("phase." + string(m.Phase))
	if run.Rehearsal {
		phase += " · " + v.say("stage.rehearsal")
	}
	v.phase.Set(strings.ToUpper(phase), phaseInks[m.Phase])
	v.showNow(m, now)
	v.showNext(m)
	v.showEnd(m)
	v.showHard(m)
	v.showStrip()
	v.line.show(m, v.s.offered())
	v.showButtons(m.Phase)
	v.wall.SetText(v.s.wallWords())
	v.keys.SetText(v.say("stage.keys"))
}

var phaseInks = map[app.Phase]color.Color{app.PhaseBefore: nightMuted, app.PhaseOn: nightGreen, app.PhaseHeld: nightGold,
	app.PhaseWaiting: nightGold, app.PhaseOver: nightMuted}

// showNow shows the item that is on, and its clock.
func (v *stageView) showNow(m app.Moment, now time.Time) {
	label, title, who := v.say("stage.before"), v.s.run.Plan.Title, v.s.run.Plan.Place
	if m.Phase == app.PhaseOver {
		label = v.say("phase.over")
	}
	if m.Now >= 0 {
		it := m.Items[m.Now].Item
		label = joined(" · ", v.say("stage.now", "number", fmt.Sprint(m.Now+1), "count", fmt.Sprint(len(m.Items))), it.Part)
		title, who = it.Title, joined(" · ", it.Who, it.Where)
	}
	v.label.SetText(label)
	v.now.SetText(title)
	v.who.SetText(who)
	v.showCues(m)
	ink := nightText
	if m.Left < 0 {
		ink = nightRed
	}
	digits := clockWords(m.Left)
	switch day := v.s.run.Plan.Date; {
	case m.Phase == app.PhaseOver:
		digits, ink = clockWords(m.End.Sub(m.Start)), nightGreen
	case v.otherDay(m, now):
		digits, ink = fmt.Sprintf("%02d/%02d", day.Day, day.Month), nightText
	}
	v.digits.Set(digits, ink)
	v.word.Set(v.clockWord(m, now), ink)
	part := float32(0)
	if total := m.Elapsed + m.Left; total > 0 && m.Now >= 0 && m.Phase != app.PhaseWaiting {
		part = float32(m.Elapsed) / float32(total)
	}
	v.bar.set(part, m.Left < 0)
	v.showPanel(digits, ink)
}

// clockWord tells what the digits count.
func (v *stageView) clockWord(m app.Moment, now time.Time) string {
	switch {
	case v.otherDay(m, now):
		return v.say("stage.on-day", "date", v.s.run.Plan.Date.Short(), "time", m.PlannedStart.Format("15:04"))
	case m.Phase == app.PhaseOver:
		return v.say("stage.took", "minutes", fmt.Sprint(int(m.End.Sub(m.Start).Round(time.Minute).Minutes())))
	case m.Phase == app.PhaseBefore && m.Left < 0:
		return v.say("stage.overdue", "time", m.PlannedStart.Format("15:04"))
	case m.Phase == app.PhaseBefore:
		return v.say("stage.to-start", "time", m.PlannedStart.Format("15:04"))
	case m.Phase == app.PhaseWaiting:
		return v.say("stage.to-hard", "time", m.Items[m.Now].Real.Start.Format("15:04"))
	case m.Left < 0:
		return v.say("stage.over-time", "minutes", fmt.Sprint(m.Items[m.Now].Minutes))
	case m.Phase == app.PhaseHeld:
		return v.say("stage.held", "minutes", fmt.Sprint(m.Items[m.Now].Minutes))
	}
	return v.say("stage.left", "minutes", fmt.Sprint(m.Items[m.Now].Minutes))
}

// otherDay tells whether the ceremony is planned for another day and has not begun: then there is nothing to count.
func (v *stageView) otherDay(m app.Moment, now time.Time) bool {
	day := v.s.run.Plan.Date
	return m.Phase == app.PhaseBefore && !day.IsZero() && day != app.DateOf(now)
}

// cuesStand is for how long the cues of an item are shown as those of now, in a short item for half of it: then those of the next
// one are what the crews stand by for.
const cuesStand = time.Minute

// showCues shows what the crews do now, or stand by for.
func (v *stageView) showCues(m app.Moment) {
	now, next := "", ""
	if m.Now >= 0 {
		now = v.cueWords(m.Items[m.Now].Item)
	}
	if m.Next >= 0 {
		next = v.cueWords(m.Items[m.Next].Item)
	}
	fresh := m.Elapsed < min(cuesStand, (m.Elapsed+m.Left)/2)
	switch {
	case m.Phase == app.PhaseWaiting:
		v.cues.Set(v.cuesSaid("stage.cues-ready", now), nightMuted)
	case next == "" || now != "" && fresh:
		v.cues.Set(v.cuesSaid("stage.cues-now", now), nightGold)
	default:
		v.cues.Set(v.cuesSaid("stage.cues-ready", next), nightMuted)
	}
}

func (v *stageView) cuesSaid(phrase, cues string) string {
	if cues == "" {
		return ""
	}
	return v.say(phrase, "cues", cues)
}

// cueWords lists what the crews do when the item begins.
func (v *stageView) cueWords(it app.Item) string {
	words := ""
	for _, crew := range app.Crews {
		if text := it.Cue(crew); text != "" {
			words = joined(" · ", words, v.say("stage.cue-"+string(crew), "text", text))
		}
	}
	return words
}

func (v *stageView) showNext(m app.Moment) {
	if m.Next < 0 {
		v.nextLabel.SetText(v.say("stage.next-none"))
		v.next.SetText("")
		v.nextWho.SetText("")
		return
	}
	l := m.Items[m.Next]
	v.nextLabel.SetText(v.say("stage.next", "time", l.Real.Start.Format("15:04"), "minutes", fmt.Sprint(l.Minutes)))
	v.next.SetText(l.Item.Title)
	v.nextWho.SetText(joined(" · ", l.Item.Who, l.Item.Where))
}

// showEnd tells whether the ceremony ends in time.
func (v *stageView) showEnd(m app.Moment) {
	words, ink := v.say("stage.in-time"), color.Color(nightGreen)
	switch late := m.Late(); {
	case late >= time.Minute:
		words, ink = v.say("stage.late", "minutes", wholeMinutes(late)), nightRed
	case late <= -time.Minute:
		words, ink = v.say("stage.early", "minutes", fmt.Sprint(int(-late.Minutes()))), nightGreen
	}
	v.verdict.Set(words, ink)
	ends := "stage.ends"
	if m.Phase == app.PhaseOver {
		ends = "stage.ended"
	}
	v.ends.SetText(v.say(ends, "time", m.End.Format("15:04")))
	v.planned.SetText(v.say("stage.planned-end", "time", m.PlannedEnd.Format("15:04")))
}

// showHard keeps the next two hard starts in sight, and tells of each whether it will be kept.
func (v *stageView) showHard(m app.Moment) {
	n := 0
	for _, l := range m.Items {
		if n == len(v.hard) || l.Place != app.PlaceAhead || l.Item.HardStart == app.NoClock {
			continue
		}
		words, ink := "stage.hard", color.Color(nightGold)
		if l.Late() >= time.Minute {
			words, ink = "stage.hard-late", nightRed
		}
		v.hard[n].Set(v.say(words, "time", l.Planned.Start.Format("15:04"), "title", l.Item.Title, "minutes", wholeMinutes(l.Late())), ink)
		n++
	}
	if n == 0 {
		v.hard[n].Set(v.say("stage.hard-none"), nightMuted)
		n++
	}
	for ; n < len(v.hard); n++ {
		v.hard[n].SetText("")
	}
}

func (v *stageView) showButtons(p app.Phase) {
	forward, hold := "stage.key-next", "stage.key-hold"
	switch p {
	case app.PhaseBefore:
		forward, hold = "stage.key-start", "stage.key-rehearse"
	case app.PhaseHeld:
		hold = "stage.key-resume"
	case app.PhaseOver:
		forward = "stage.key-over"
	}
	v.forward.SetText(v.say(forward))
	v.holds.SetText(v.say(hold))
	v.backs.SetText(v.say("stage.key-back"))
	v.walls.SetText(v.say("stage.key-wall"))
	v.items.SetText(v.say("stage.key-items"))
}
