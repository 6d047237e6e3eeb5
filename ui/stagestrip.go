package ui

import (
	"fmt"
	"image/color"
	"strings"

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
	case s.fault != "":
		v.put(nightWarn, s.fault, "", nil, "", nil)
	case late && len(c.Savings) > 0:
		v.put(nightWarn, v.offerWords(c), v.say("stage.accept"), s.accept, v.say("stage.pass"), s.pass)
	case late:
		v.put(nightWarn, v.offerWords(c), "", nil, v.say("stage.pass"), s.pass)
	case s.phase() == app.PhaseOver:
		v.put(nightCard, joined(" ", s.report, v.overWords()), v.say("stage.report"), s.writeReport, v.say("stage.close"), s.leave)
	default:
		v.put(color.Transparent, "", "", nil, "", nil)
	}
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

// meter is a bar that fills from the left.
type meter struct {
	*fyne.Container
	full *canvas.Rectangle
	part *shares
}

func newMeter() *meter {
	m := &meter{full: canvas.NewRectangle(nightGold), part: &shares{[]float32{0, 1}, 0}}
	back := canvas.NewRectangle(nightCard)
	back.CornerRadius, m.full.CornerRadius = 5, 5
	m.Container = container.NewStack(back, container.New(m.part, m.full, spacer()))
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

// meterLine is the whole program as a row of bars, each as long as its item, in the colour of what became of it.
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

func (l *meterLine) show(m app.Moment) {
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
		l.bars[i].set(part, it.Place == app.PlaceNow && m.Left < 0)
	}
	l.box.Refresh()
}
