package ui

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tiengtrong/ui/widget"
)

// stagePanel is a list over what is on, while the ceremony goes on: items to be changed, reasons, screens. The clock stays
// in sight above it.
type stagePanel struct {
	s     *stage
	title string
	rows  func() []panelRow
	at    int // the row that is chosen
	keys  map[fyne.KeyName]func()
	pads  []panelPad
	field *widget.Entry // for words of one's own; nil for none
}

// panelRow is a row of a panel.
type panelRow struct {
	lead, words, tail string
	ink               color.Color
	do                func() // what Enter and a click do; nil where that only chooses the row
}

// panelPad is a button of a panel; its words tell its key.
type panelPad struct {
	phrase string
	do     func()
}

// openPanel shows a panel, in place of the one that was open.
func (s *stage) openPanel(p *stagePanel) {
	p.s, s.panel = s, p
	s.show()
}

// closePanel shows what is on again.
func (s *stage) closePanel() {
	s.panel = nil
	s.win.Canvas().Unfocus()
	s.show()
}

// key does what a key means in the panel; false where it means nothing there.
func (p *stagePanel) key(name fyne.KeyName) bool {
	rows := p.rows()
	switch name {
	case fyne.KeyUp:
		p.at = max(p.at-1, 0)
	case fyne.KeyDown:
		p.at = min(p.at+1, len(rows)-1)
	case fyne.KeyEscape:
		p.s.closePanel()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose(p.at)
	default:
		if act := p.keys[name]; act != nil {
			act()
			return true
		}
		return false
	}
	return true
}

// choose chooses a row and does what it is for.
func (p *stagePanel) choose(i int) {
	rows := p.rows()
	if i < 0 || i >= len(rows) {
		return
	}
	if p.at = i; rows[i].do != nil {
		rows[i].do()
	}
}

// panelRows is how many rows of a panel are seen at once.
const panelRows = 7

// showPanel shows the panel that is open. What has not changed is not built again.
func (v *stageView) showPanel(digits string, ink color.Color) {
	p := v.s.panel
	if v.over.Hidden != (p == nil) {
		v.over.Hidden, v.under.Hidden = p == nil, p != nil
		v.over.Refresh()
		v.under.Refresh()
	}
	if p == nil {
		v.panelSeen, v.panelBox.Objects = "", nil
		return
	}
	v.panelClock.Set(digits, ink)
	rows := p.rows()
	p.at = max(0, min(p.at, len(rows)-1))
	key := fmt.Sprint(p.title, p.at)
	for _, r := range rows {
		key += fmt.Sprint(r.lead, r.words, r.tail, r.ink)
	}
	if key != v.panelSeen {
		v.panelSeen = key
		v.panelBox.Objects = []fyne.CanvasObject{v.buildPanel(p, rows)}
		v.panelBox.Refresh()
	}
}

func (v *stageView) buildPanel(p *stagePanel, rows []panelRow) fyne.CanvasObject {
	title := nightFit(nightGold, 1)
	title.SetText(p.title)
	head := container.New(&shares{[]float32{0.7, 0.3}, 20}, upright(title, 0.8), v.panelClock)
	list := container.New(&storeys{nil, 6})
	parts := list.Layout.(*storeys)
	from := max(0, min(p.at-panelRows/2, len(rows)-panelRows))
	for i := from; i < min(from+panelRows, len(rows)); i++ {
		parts.parts = append(parts.parts, 1.0/panelRows)
		list.Add(v.panelLine(p, rows[i], i))
	}
	if p.field != nil {
		parts.parts = append(parts.parts, 1.0/panelRows)
		list.Add(container.NewCenter(widget.Fixed(container.NewThemeOverride(p.field, newTheme(true)), 640, 0)))
	}
	pads := container.New(&shares{nil, 10})
	for _, pad := range p.pads {
		pads.Layout.(*shares).parts = append(pads.Layout.(*shares).parts, 1/float32(len(p.pads)))
		words := nightKey(nightText)
		words.SetText(v.say(pad.phrase))
		pads.Add(nightPad(words, nightCard, func() { pad.do(); v.s.show() }))
	}
	return container.New(&storeys{[]float32{0.1, 0.79, 0.11}, 10}, head, list, pads)
}

// panelLine is one row, with a frame where it is the chosen one.
func (v *stageView) panelLine(p *stagePanel, r panelRow, i int) fyne.CanvasObject {
	words := func(text string, align fyne.TextAlign, height float32) fyne.CanvasObject { // one size for all rows
		return upright(widget.NewFit(text, widget.FitLook{Color: r.ink, Font: nightFace, Align: align, Least: 0.66}), height)
	}
	parts := []float32{0.1, 0.58, 0.32}
	if r.tail == "" {
		parts = []float32{0.1, 0.9, 0}
	}
	line := container.New(&shares{parts, 18}, words(r.lead, fyne.TextAlignLeading, 0.5), words(r.words, fyne.TextAlignLeading, 0.56),
		words(r.tail, fyne.TextAlignTrailing, 0.44))
	back := canvas.NewRectangle(nightCard)
	back.CornerRadius = 12
	if i == p.at {
		back.StrokeColor, back.StrokeWidth = nightGold, 3
	}
	return widget.NewPad(container.NewStack(back, widget.Inset(line, 2, 18)), 12, func() { p.choose(i); v.s.show() })
}
