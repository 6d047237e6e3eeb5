package ui

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
)

// openItems lists the items that can still be changed: to be left out, or given more or fewer minutes. What a proposal would
// change is seen in its place before it is accepted.
func (s *stage) openItems() {
	p := &stagePanel{title: s.w.say("items.title"), rows: s.itemRows}
	by := func(minutes int) func() { return func() { s.give(p.at, minutes) } }
	drop := func() { s.dropOrRestore(p.at) }
	p.keys = map[fyne.KeyName]func(){
		fyne.KeyI: s.closePanel, fyne.KeyD: drop, fyne.KeyDelete: drop, fyne.KeyMinus: by(-1), fyne.KeyEqual: by(1), fyne.KeyPlus: by(1),
		fyne.KeyR: func() { s.restore(p.at) },
	}
	p.pads = []panelPad{{"items.drop", drop}, {"items.shorter", by(-1)}, {"items.longer", by(1)}, {"items.restore", p.keys[fyne.KeyR]},
		{"items.undo", s.undo}, {"items.close", s.closePanel}}
	s.openPanel(p)
}

// openOnes returns the items that can still be changed: the one that is on, and those that are to come or left out.
func (s *stage) openOnes() []app.LiveItem {
	m := s.run.At(s.w.now())
	if m.Phase == app.PhaseOver {
		return nil
	}
	return m.Items[max(m.Now, 0):]
}

func (s *stage) itemRows() []panelRow {
	offered, part := s.offered(), ""
	var rows []panelRow
	for _, l := range s.openOnes() {
		row := panelRow{words: l.Item.Title, ink: nightText, lead: l.Real.Start.Format("15:04")}
		if l.Item.Part != part { // it begins here
			part = l.Item.Part
			row.words = joined(" › ", part, l.Item.Title)
		}
		row.tail, row.ink = s.itemWords(l)
		if saving, ok := offered[l.Item.ID]; ok {
			row.tail, row.ink = s.savingWords(saving, l.Minutes), nightGold
			row.do = s.accept
		}
		if l.Place == app.PlaceDropped {
			row.lead = "–"
		}
		rows = append(rows, row)
	}
	return rows
}

// itemWords tells how long an item is, and what was changed.
func (s *stage) itemWords(l app.LiveItem) (string, color.Color) {
	minutes, planned := fmt.Sprint(l.Minutes), fmt.Sprint(l.Item.Minutes)
	switch {
	case l.Place == app.PlaceDropped:
		return s.w.say("items.dropped"), nightRed
	case l.Minutes != l.Item.Minutes:
		return s.w.say("items.changed", "minutes", minutes, "planned", planned), nightGreen
	case l.Place == app.PlaceNow:
		return s.w.say("items.on", "minutes", minutes), nightText
	case l.Item.HardStart != app.NoClock:
		return s.w.say("items.hard", "minutes", minutes, "time", l.Planned.Start.Format("15:04")), nightText
	case l.Item.Optional:
		return s.w.say("items.optional", "minutes", minutes), nightText
	case l.Item.MinMinutes > 0:
		return s.w.say("items.least", "minutes", minutes, "least", fmt.Sprint(l.Item.MinMinutes)), nightText
	}
	return s.w.say("items.minutes", "minutes", minutes), nightText
}

// savingWords tells what a proposal would do with an item.
func (s *stage) savingWords(saving app.Saving, minutes int) string {
	if saving.Drop {
		return s.w.say("items.would-drop")
	}
	return s.w.say("items.would-shorten", "minutes", fmt.Sprint(minutes), "to", fmt.Sprint(saving.To))
}

// onItem does something with the item in a row of the panel.
func (s *stage) onItem(row int, act func(l app.LiveItem)) {
	if list := s.openOnes(); row >= 0 && row < len(list) {
		act(list[row])
	}
}

// give gives an item more minutes, or fewer.
func (s *stage) give(row, more int) {
	s.onItem(row, func(l app.LiveItem) {
		s.do(app.Action{Step: app.StepShorten, Item: l.Item.ID, Minutes: l.Minutes + more})
	})
}

func (s *stage) restore(row int) {
	s.onItem(row, func(l app.LiveItem) { s.do(app.Action{Step: app.StepRestore, Item: l.Item.ID}) })
}

func (s *stage) dropOrRestore(row int) {
	s.onItem(row, func(l app.LiveItem) {
		step := app.StepDrop
		if l.Place == app.PlaceDropped {
			step = app.StepRestore
		}
		s.do(app.Action{Step: step, Item: l.Item.ID})
	})
}
