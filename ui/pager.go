package ui

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"tiengtrong/ui/widget"
)

// pager turns the sheets of a preview: back, on, and to a number that is typed.
type pager struct {
	box    fyne.CanvasObject
	at     int // from 0
	count  int
	number *widget.Entry
	of     *widget.Words
	turned func(i int)
}

func newPager(w *Window, turned func(i int)) *pager {
	p := &pager{turned: turned, count: 1, number: widget.NewEntry(1)}
	p.of = widget.NewWords("/ 1", widget.Look{Color: widget.ColorMuted, Whole: true})
	p.number.Fill("1")
	p.number.OnEdit = func(text string) {
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= p.count && n-1 != p.at {
			p.at = n - 1
			turned(p.at)
		}
	}
	p.box = widget.Row(4,
		w.tool("left", "pager.back", func() { p.turn(-1) }),
		widget.Fixed(p.number, 62, 0),
		widget.Inset(p.of, 9, 0),
		w.tool("right", "pager.next", func() { p.turn(1) }))
	return p
}

// turn goes on or back by some sheets.
func (p *pager) turn(delta int) {
	if to := min(max(p.at+delta, 0), p.count-1); to != p.at {
		p.set(to)
		p.turned(to)
	}
}

// set shows a number without turning the sheet.
func (p *pager) set(i int) {
	p.at = i
	p.number.Fill(fmt.Sprint(i + 1))
}

// total tells how many sheets there are.
func (p *pager) total(n int) {
	p.count = max(n, 1)
	p.of.SetText(fmt.Sprintf("/ %d", p.count))
	if p.at >= p.count {
		p.set(p.count - 1)
	}
}
