package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
	"tiengtrong/ui/widget"
)

// stockView is the built-in catalogue beside the school's own slogans: to be read with source and year, copied into the
// event, or made into a piece at once.
type stockView struct {
	page   *slogansPage
	box    fyne.CanvasObject
	all    []app.Slogan
	found  []int
	chosen int // in all
	rows   *widget.Rows
	text   *widget.Words
	facts  *widget.Words
	take   *widget.Button
}

func newStock(p *slogansPage) *stockView {
	w := p.w
	v := &stockView{page: p, text: widget.NewWords("", widget.Look{Bold: true, Wrap: true, Size: widget.SizeHeading}),
		facts: widget.NewWords("", widget.Look{Wrap: true, Color: widget.ColorMuted})}
	var err error
	if v.all, err = intake.Catalogue(assets.Sub(".")); err != nil {
		w.hint(err.Error())
	}
	v.rows = widget.NewRows(newSloganRow, func(i int, o fyne.CanvasObject) { o.(*sloganRow).set(w, w.doc.Event(), v.all[v.found[i]], nil) })
	v.rows.OnSelect = func(i int) { v.chosen = v.found[i]; v.show(w.doc.Event()) }
	v.take = button(w.say("slogans.take"), true, v.copy)
	v.rows.OnEnter = func(int) { v.copy() }
	fields := widget.Column(12, v.text, v.facts, v.take, widget.Columns(2, 10,
		button(w.say("slogans.make-banner"), false, p.makeBanner), button(w.say("slogans.make-poster"), false, p.makePoster)),
		button(w.say("slogans.make-set"), false, p.makeSet))
	v.box = container.New(&shares{[]float32{0.58, 0.42}, 8}, v.rows, widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(fields)))
	return v
}

// current returns the slogan that is chosen, or nil.
func (v *stockView) current() *app.Slogan {
	if v.chosen >= len(v.all) {
		return nil
	}
	return &v.all[v.chosen]
}

func (v *stockView) show(e *app.Event) {
	v.found = v.found[:0]
	at := -1
	for i, s := range v.all {
		if v.page.finds(s) {
			if i == v.chosen {
				at = len(v.found)
			}
			v.found = append(v.found, i)
		}
	}
	if at < 0 && len(v.found) > 0 {
		at, v.chosen = 0, v.found[0]
	}
	v.rows.Display(len(v.found), at)
	s := v.current()
	if s == nil {
		return
	}
	w := v.page.w
	year := ""
	if s.Year != 0 {
		year = w.say("slogans.year", "year", yearOf(*s))
	}
	v.text.SetText(s.Text)
	v.facts.SetText(strings.TrimSpace(w.say("slogans.source", "source", s.Source) + "\n" + joined("  #", year, strings.Join(s.Tags, " #"))))
	enable(v.take, !e.HasSlogan(s.Text))
}

// copy puts the chosen slogan among the event's own, where it can be edited.
func (v *stockView) copy() {
	p := v.page
	s := v.current()
	if s == nil || p.w.doc.Event().HasSlogan(s.Text) {
		return
	}
	p.search.Fill("")
	p.tags.chosen = ""
	p.edit.insert("add", s.Duplicate())
	p.tabs.Select(0)
}
