package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// holdReasons are why ceremonies are held, as a report prints them, by the codes of their phrases.
var holdReasons = []struct{ code, printed string }{
	{"guests", "chờ đại biểu"}, {"sound", "sự cố âm thanh"}, {"power", "mất điện"}, {"weather", "thời tiết"},
	{"pupils", "ổn định học sinh"}, {"health", "có người cần giúp đỡ về sức khỏe"},
}

// digitKeys are the keys of the first rows of a panel.
var digitKeys = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}

// openReasons asks why what is on is held, or else is as it is; the journal keeps it and the report prints it.
func (s *stage) openReasons() {
	m := s.run.At(s.w.now())
	if m.Now < 0 {
		return
	}
	item := m.Items[m.Now].Item
	p := &stagePanel{title: s.w.say("reasons.title"), keys: map[fyne.KeyName]func(){}, field: widget.NewEntry(1)}
	note := func(reason string) {
		s.do(app.Action{Step: app.StepNote, Item: item.ID, Reason: reason})
		s.unasked = len(s.run.Actions)
		s.closePanel()
	}
	var rows []panelRow
	for i, r := range holdReasons {
		do := func() { note(r.printed) }
		rows = append(rows, panelRow{lead: fmt.Sprint(i + 1), words: s.w.say("reason." + r.code), ink: nightText, do: do})
		p.keys[digitKeys[i]] = do
	}
	p.field.SetPlaceHolder(s.w.say("reasons.own"))
	p.field.OnSubmitted = note
	p.keys[fyne.KeyY] = func() { s.win.Canvas().Focus(p.field) }
	p.rows = func() []panelRow { return rows }
	p.pads = []panelPad{{"reasons.write", p.keys[fyne.KeyY]}, {"items.close", s.closePanel}}
	s.openPanel(p)
}

// asksReason tells whether a hold has no reason yet and was not told to need none.
func (s *stage) asksReason() bool {
	m := s.run.At(s.w.now())
	return m.Phase == app.PhaseHeld && len(m.Items[m.Now].Reasons) == 0 && s.unasked < len(s.run.Actions)
}
