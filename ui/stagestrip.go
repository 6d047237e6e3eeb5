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
)

// showStrip shows what is to be said or asked: to leave, a journal that can't be written, a proposal, the report.
func (v *stageView) showStrip() {
	s := v.s
	c, late := s.proposal()
	switch {
	case s.leaving:
		v.put(nightWarn, v.say("stage.leave-text"), v.say("stage.stay"), s.stay, v.say("stage.leave"), s.leave)
	case s.asking:
		v.put(nightWarn, v.startWords(), v.say("stage.start-rehearsal"), s.start(true), v.say("stage.start-real"), s.start(false))
	case s.fault != "":
		v.put(nightWarn, s.fault, "", nil, "", nil)
	case s.asksReason():
		v.put(nightCard, v.say("stage.why"), v.say("stage.give-reason"), s.openReasons, v.say("stage.pass"), s.pass)
	case late && len(c.Savings) > 0:
		v.put(nightWarn, joined(" ", v.offerWords(c), v.afterWords(c)), v.say("stage.accept"), s.accept, v.say("stage.pass"), s.pass)
	case late:
		v.put(nightWarn, v.offerWords(c), "", nil, v.say("stage.pass"), s.pass)
	case s.phase() == app.PhaseOver:
		key := "stage.report"
		if s.written != "" {
			key = "stage.key-open-report"
		}
		v.put(nightCard, joined(" ", s.report, v.overWords()), v.say(key), s.writeReport, v.say("stage.close"), s.leave)
	default:
		v.put(color.Transparent, "", "", nil, "", nil)
	}
}

// startWords asks whether what is to start is a rehearsal, and tells what the plan says.
func (v *stageView) startWords() string {
	plan, now := v.s.run.Plan, v.s.w.now()
	if day := app.DateOf(now); !plan.Date.IsZero() && plan.Date != day {
		return v.say("stage.other-day", "planned", plan.Date.Short(), "day", day.Short())
	}
	return v.say("stage.other-hour", "planned", plan.Start.String(), "hour", now.Format("15:04"))
}

func (v *stageView) overWords() string {
	if v.s.report != "" {
		return ""
	}
	return v.say("stage.over-text")
}

// put fills the strip: words, and up to two answers.
func (v *stageView) put(fill color.Color, words, yes string, doYes func(), no string, doNo func()) {
	v.doYes, v.doNo = doYes, doNo
	v.ask.SetText(words)
	v.yes.SetText(yes)
	v.no.SetText(no)
	v.yesPad.Hidden, v.noPad.Hidden = doYes == nil, doNo == nil
	if v.stripBack.FillColor != fill {
		v.stripBack.FillColor = fill
	}
	v.strip.Refresh()
}

// maxNamed is how many savings are named: who is at the desk must read them at a glance.
const maxNamed = 3

// offerWords is the proposal in a sentence.
func (v *stageView) offerWords(c app.CatchUp) string {
	due := v.say("stage.due-end", "time", c.Due.Format("15:04"))
	if c.For >= 0 {
		due = v.say("stage.due-item", "title", v.s.run.Plan.Program.Items[c.For].Title, "time", c.Due.Format("15:04"))
	}
	minutes := wholeMinutes(c.Late)
	if len(c.Savings) == 0 {
		return v.say("stage.offer-none", "minutes", minutes, "due", due)
	}
	var list []string
	for _, saving := range c.Savings[:min(len(c.Savings), maxNamed)] {
		key := "stage.offer-shorten"
		if saving.Drop {
			key = "stage.offer-drop"
		}
		list = append(list, v.say(key, "title", saving.Item.Title, "saves", fmt.Sprint(saving.Saves), "to", fmt.Sprint(saving.To)))
	}
	if rest := len(c.Savings) - maxNamed; rest > 0 {
		list = append(list, v.say("stage.offer-more", "count", fmt.Sprint(rest)))
	}
	words := v.say("stage.offer", "minutes", minutes, "due", due, "savings", strings.Join(list, "; "))
	if c.Short > 0 {
		words = joined(" ", words, v.say("stage.offer-short", "minutes", fmt.Sprint(c.Short)))
	}
	return words
}

// afterWords tells when the ceremony ends if the proposal is accepted.
func (v *stageView) afterWords(c app.CatchUp) string {
	now, run := v.s.w.now(), v.s.run
	for _, a := range c.Actions(now, catchUpReason) {
		run, _ = run.Do(a)
	}
	m := run.At(now)
	if m.Late() >= time.Minute {
		return v.say("stage.then-late", "time", m.End.Format("15:04"), "minutes", wholeMinutes(m.Late()))
	}
	return v.say("stage.then", "time", m.End.Format("15:04"))
}

// offered returns what a proposal would do, by the items.
func (s *stage) offered() map[app.ID]app.Saving {
	offered := map[app.ID]app.Saving{}
	if c, ok := s.proposal(); ok {
		for _, saving := range c.Savings {
			offered[saving.Item.ID] = saving
		}
	}
	return offered
}

// meter is a bar that fills from the left.
type meter struct {
	*fyne.Container
	back, full *canvas.Rectangle
	part       *shares
}

func newMeter() *meter {
	m := &meter{back: canvas.NewRectangle(nightLine), full: canvas.NewRectangle(nightGold), part: &shares{[]float32{0, 1}, 0}}
	m.back.CornerRadius, m.full.CornerRadius = 5, 5
	m.Container = container.NewStack(m.back, container.New(m.part, m.full, spacer()))
	return m
}

func (m *meter) set(part float32, over bool) {
	m.full.FillColor = nightGold
	if over {
		m.full.FillColor = nightRed
	}
	m.part.parts[0], m.part.parts[1] = min(part, 1), 1-min(part, 1)
	m.Container.Refresh()
}

// mark draws a frame around the bar; nil draws none.
func (m *meter) mark(c color.Color) {
	m.back.StrokeColor, m.back.StrokeWidth = c, 3
	if c == nil {
		m.back.StrokeWidth = 0
	}
}

// meterLine is the whole program as a row of bars, each as long as its item, in the colour of what became of it. A frame
// tells which of them a proposal would shorten, or leave out.
type meterLine struct {
	box   *fyne.Container
	bars  []*meter
	parts *shares
}

func newMeterLine() *meterLine {
	l := &meterLine{parts: &shares{nil, 4}}
	l.box = container.New(l.parts)
	return l
}

func (l *meterLine) show(m app.Moment, offered map[app.ID]app.Saving) {
	if len(l.bars) != len(m.Items) {
		l.bars, l.box.Objects, l.parts.parts = nil, nil, make([]float32, len(m.Items))
		for range m.Items {
			bar := newMeter()
			l.bars = append(l.bars, bar)
			l.box.Add(bar.Container)
		}
	}
	total := 0
	for _, it := range m.Items {
		total += max(it.Minutes, 1)
	}
	for i, it := range m.Items {
		l.parts.parts[i] = float32(max(it.Minutes, 1)) / float32(total)
		part := float32(0)
		switch it.Place {
		case app.PlaceDone:
			part = 1
		case app.PlaceNow:
			part = float32(m.Elapsed.Minutes()) / float32(max(it.Minutes, 1))
		}
		l.bars[i].mark(frameOf(it, offered))
		l.bars[i].set(part, it.Place == app.PlaceNow && m.Left < 0)
	}
	l.box.Refresh()
}

// frameOf returns the colour of the frame around an item's bar: of what is left out, or would be, or be shortened; or nil.
func frameOf(l app.LiveItem, offered map[app.ID]app.Saving) color.Color {
	saving, ok := offered[l.Item.ID]
	switch {
	case l.Place == app.PlaceDropped || saving.Drop:
		return nightRed
	case ok:
		return nightGold
	}
	return nil
}
