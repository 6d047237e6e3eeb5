package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// paperView shows each recipient's sheet, beside a list of the recipients to choose from.
type paperView struct {
	w        *Window
	page     *certificatesPage
	box      fyne.CanvasObject
	sheet    *preview
	pager    *pager
	name     *widget.Words
	finder   *peopleFinder
	list     *widget.Lines
	people   []*app.Recipient
	troubles map[app.ID][]app.Problem
	trouble  *troublePanel // what is wrong with the recipient whose sheet is seen
	found    []int         // places of the recipients that are listed
}

func newPaperView(w *Window, page *certificatesPage) *paperView {
	v := &paperView{w: w, page: page, sheet: newPreview(w), trouble: newTroublePanel(w)}
	v.pager = newPager(w, v.turn)
	v.name = widget.NewWords("", widget.Look{Size: widget.SizeHeading, Bold: true})
	v.finder = newPeopleFinder(w, func() { v.show(w.doc.Event()) }, v.put)
	v.list = widget.NewLines(func() int { return len(v.found) }, func() fyne.CanvasObject { return newPersonRow(v) }, func(i int, o fyne.CanvasObject) {
		if i < len(v.found) && v.found[i] < len(v.people) {
			o.(*personRow).set(v.found[i])
		}
	})
	v.finder.list = v.list
	v.list.OnChoose = func(i int) {
		if i < len(v.found) {
			v.turn(v.found[i])
		}
	}
	v.list.OnOpen = v.print
	v.list.OnMenu = func(at fyne.Position) {
		w.menuAt([]*fyne.MenuItem{w.item("menu.print-sheet", nil, v.print), w.item("menu.edit-recipient", nil, func() { page.tabs.Select(rosterTab) })}, at)
	}
	left := widget.Border(v.finder.box, nil, nil, nil,
		below(8, widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(v.list, 2, 2))))
	right := widget.Row(12, container.NewCenter(w.action("print", "paper.print", v.print)), v.pager.box)
	top := widget.Column(0, widget.Border(nil, nil, nil, right, widget.Inset(v.name, 9, 0)), v.trouble.box)
	tools := v.sheet.tools(true,
		w.action("find", "paper.longest", v.toLongest), w.action("warning", "paper.next-trouble", v.toNextTrouble))
	body := widget.Border(top, below(4, tools), nil, nil, below(6, v.sheet))
	v.box = below(10, beside(left, 312, body, nil, 0))
	return v
}

func (v *paperView) show(e *app.Event) {
	c := v.page.edit.current(e)
	if c == nil {
		return
	}
	v.people = e.RosterOf(*c).Recipients
	v.troubles = v.page.troubles.read(v.w.problems, c.ID)
	v.pager.total(len(v.people))
	v.pager.set(max(v.page.at(e), 0))
	v.name.SetText(v.title())
	v.trouble.show(v.troublesAt(v.pager.at))
	v.list.Refresh() // what was found before is still seen, as it is now
	v.finder.find(v.people, v.troubles)
	v.page.lay(v.sheet, e, *c)
}

// title names the recipient whose sheet is seen.
func (v *paperView) title() string {
	if v.pager.at >= len(v.people) {
		return v.w.say("certificates.nobody")
	}
	r := v.people[v.pager.at]
	return joined("  ·  ", r.Name, r.Class)
}

// troublesAt returns what is wrong with the recipient at a place of the list.
func (v *paperView) troublesAt(i int) []app.Problem {
	if i >= len(v.people) {
		return nil
	}
	return v.troubles[v.people[i].ID]
}

// put lists whom the finder found.
func (v *paperView) put(found []int) {
	if !slices.Equal(found, v.found) {
		v.found = found
		v.list.Refresh()
	}
	v.list.Mark(slices.Index(found, v.pager.at))
}

// turn shows the sheet of the recipient at that place.
func (v *paperView) turn(i int) { v.page.roster.edit.choose(i) }

// toLongest shows the sheet whose name is set in the smallest type.
func (v *paperView) toLongest() {
	e := v.w.doc.Event()
	c := v.page.edit.current(e)
	if c == nil {
		return
	}
	cert, place := *c, -1
	v.w.jobs.run(func() { place, _ = v.page.batches.of(e, cert).Longest(context.Background()) }, func() { v.turn(place) })
}

// toNextTrouble shows the next sheet with which something is wrong, from the first again after the last.
func (v *paperView) toNextTrouble() {
	for step := 1; step <= len(v.people); step++ {
		i := (v.pager.at + step) % len(v.people)
		if len(v.troublesAt(i)) > 0 {
			v.turn(i)
			return
		}
	}
	v.w.hint(v.w.say("paper.no-trouble"))
}

// print prints the sheet that is seen; one whose number is on paper already, with the reason for the book.
func (v *paperView) print() {
	e := v.w.doc.Event()
	c := v.page.edit.current(e)
	if c == nil || v.pager.at >= len(v.people) {
		return
	}
	r := v.people[v.pager.at]
	if entry := e.Numbering(*c).Issued(r.ID); entry != nil && !entry.Printed.IsZero() {
		v.w.reprint(entry)
		return
	}
	v.w.printSheet(c.ID, r.ID, r.Name)
}

// personRow is one recipient to choose from: number, name, class, and a mark where something is wrong, which tells what.
type personRow struct {
	fynewidget.BaseWidget
	view                *paperView
	place               int // in the list of all
	number, name, class *widget.Words
	icon                *fynewidget.Icon
	mark                *widget.Press
	box                 fyne.CanvasObject
}

func newPersonRow(v *paperView) *personRow {
	small := widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}
	r := &personRow{view: v, number: widget.NewWords("", small), name: widget.NewWords("", widget.Look{}), class: widget.NewWords("", small)}
	r.icon = fynewidget.NewIcon(nil)
	r.mark = widget.NewPress(widget.Fixed(r.icon, 16, 16), 4, func() { v.turn(r.place) })
	right := widget.Row(4, widget.Fixed(r.class, 40, 0), widget.Fixed(r.mark, 16, 0))
	r.box = widget.Inset(widget.Border(nil, nil, widget.Fixed(r.number, 36, 0), right, r.name), 6, 10)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *personRow) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(r.box)
}

// set shows the recipient at a place of the list.
func (r *personRow) set(place int) {
	v := r.view
	p, trouble := v.people[place], v.troublesAt(place)
	r.place = place
	r.number.SetText(fmt.Sprint(place + 1))
	r.name.SetText(p.Name)
	r.class.SetText(p.Class)
	if r.mark.Hidden = len(trouble) == 0; r.mark.Hidden {
		return
	}
	r.icon.SetResource(troubleIcons[trouble[0].Severity])
	told := make([]string, len(trouble))
	for i, problem := range trouble {
		told[i] = v.w.problem(problem)
	}
	r.mark.SetTip(strings.Join(told, "\n"), v.w.tell)
}

// troubleIcons are the marks of problems.
var troubleIcons = map[app.Severity]fyne.Resource{
	app.Error:   tinted("error", theme.ColorNameError),
	app.Warning: tinted("warning", theme.ColorNameWarning),
}
