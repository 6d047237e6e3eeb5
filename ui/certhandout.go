package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// handoutView says in which order certificates are printed and handed out, in which packs, and how many on a sheet;
// beside them stand the recipients in that order.
type handoutView struct {
	w       *Window
	page    *certificatesPage
	box     fyne.CanvasObject
	form    *form[app.Certificate]
	order   *widget.Select
	tones   *widget.Select
	classes *widget.Check
	calls   *widget.Check
	single  *widget.Check
	names   *widget.Entry
	which   *sheetChecks
	up      *widget.Select
	paper   *widget.Select
	blank   *widget.Check
	printer *widget.Select
	known   []app.Calibration // that printer offers, after none
	time    *widget.Words
	list    *widget.List
	people  []*app.Recipient
	places  []int
	sorted  latest[handingOut]
	showing bool
}

// handingOut is an order of recipients, and how long calling them takes.
type handingOut struct {
	people []*app.Recipient
	places []int
	groups int
	takes  time.Duration
}

// ups are the numbers of certificates that a sheet may have.
var ups = []int{0, 2, 3, 4, 6, 8}

// standardNames is the pattern of file names that is proposed.
const standardNames = "{lớp}/{stt} {họ tên}"

func newHandoutView(w *Window, page *certificatesPage) *handoutView {
	v := &handoutView{w: w, page: page, form: newForm(w, page.edit.key, page.edit.current)}
	v.sorted = latest[handingOut]{jobs: w.jobs, show: v.put}
	v.order = v.choice(len(app.Orders), func(i int) string { return w.say("order." + string(app.Orders[i])) }, func(i int) { w.handout.Order = app.Orders[i] })
	v.tones = v.choice(len(app.ToneOrders), func(i int) string { return w.say("tones." + string(app.ToneOrders[i])) }, func(i int) { w.handout.Tones = app.ToneOrders[i] })
	v.up = v.choice(len(ups), v.upWords, func(i int) { w.handout.Up = ups[i] })
	v.paper = v.choice(len(print.SheetPapers)+1, v.paperWords, func(i int) {
		w.handout.Sheet = nil
		if i > 0 {
			w.handout.Sheet = &print.SheetPapers[i-1]
		}
	})
	v.classes = v.check("handout.classes", func(on bool) { w.handout.PerClass = on })
	v.calls = v.check("handout.calls", func(on bool) { w.handout.Calls = on })
	v.single = v.check("handout.single", func(on bool) {
		w.handout.Names = ""
		if on {
			w.handout.Names = standardNames
		}
	})
	v.blank = v.check("handout.blank", func(on bool) { w.onBlank = on })
	v.printer = widget.NewSelect(nil, func(string) { v.chosen(func() { w.printer = v.known[v.printer.SelectedIndex()] }) })
	v.which = newSheetChecks(w, func() {})
	v.names = widget.NewLine()
	v.names.OnEdit = func(text string) { w.handout.Names = text }
	v.time = widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true})
	v.list = widget.NewList(func() int { return len(v.places) }, func() fyne.CanvasObject { return newRecipientRow(handoutColumns) }, func(i int, o fyne.CanvasObject) {
		if i < len(v.places) {
			o.(*recipientRow).set(w, i, v.people[v.places[i]])
		}
	})
	v.box = v.build()
	return v
}

func (v *handoutView) build() fyne.CanvasObject {
	w, f := v.w, v.form
	head := newRecipientHead(w, handoutColumns)
	table := widget.Surface(widget.ColorCard, widget.ColorLine, 10,
		widget.Border(widget.Column(0, widget.Inset(head, 4, 0), rule()), nil, nil, nil, v.list))
	calling := widget.Columns(3, 8,
		f.usual("field.per-name", 600, app.StandardCalling.PerName, func(c *app.Certificate) *int { return &c.Calling.PerName }),
		f.usual("field.per-group", 3600, app.StandardCalling.PerGroup, func(c *app.Certificate) *int { return &c.Calling.PerGroup }),
		f.usual("field.group", 500, app.StandardCalling.Group, func(c *app.Certificate) *int { return &c.Calling.Group }))
	side := widget.Column(14,
		w.section("handout.order", w.labelled("handout.by", widget.Framed(v.order)), w.labelled("handout.tones", widget.Framed(v.tones))), rule(),
		w.section("handout.packs", widget.Column(0, v.classes, v.single, v.names)), rule(),
		w.section("handout.which", v.which.box), rule(),
		w.section("handout.calling", v.calls, calling, v.time), rule(),
		w.section("handout.sheets", w.labelled("handout.up", widget.Framed(v.up)), w.labelled("handout.paper", widget.Framed(v.paper))), rule(),
		w.section("handout.printer", v.blank, w.labelled("handout.printer-for", widget.Framed(v.printer)), w.action("print", "menu.calibrate", w.calibrate)))
	right := widget.Surface(widget.ColorCard, widget.ColorLine, 10,
		widget.Border(nil, widget.Inset(button(w.say("handout.write"), true, v.write), 10, 14), nil, nil, panel(side)))
	return below(12, beside(nil, 0, table, right, 350))
}

// choice is a list of which one is chosen.
func (v *handoutView) choice(n int, words func(i int) string, choose func(i int)) *widget.Select {
	options := make([]string, n)
	for i := range options {
		options[i] = words(i)
	}
	list := widget.NewSelect(options, nil)
	list.OnChanged = func(string) { v.chosen(func() { choose(list.SelectedIndex()) }) }
	return list
}

func (v *handoutView) check(phrase string, choose func(on bool)) *widget.Check {
	return widget.NewCheck(v.w.say(phrase), func(on bool) { v.chosen(func() { choose(on) }) })
}

// chosen takes over what was chosen by hand, and shows what follows of it.
func (v *handoutView) chosen(take func()) {
	if !v.showing {
		take()
		v.show(v.w.doc.Event())
	}
}

func (v *handoutView) upWords(i int) string {
	if ups[i] == 0 {
		return v.w.say("handout.one-up")
	}
	return v.w.say("handout.n-up", "count", fmt.Sprint(ups[i]))
}

func (v *handoutView) paperWords(i int) string {
	if i == 0 {
		return v.w.say("handout.any-paper")
	}
	return strings.ToUpper(print.SheetPapers[i-1].Code)
}

func (v *handoutView) show(e *app.Event) {
	c := v.page.edit.current(e)
	if c == nil {
		return
	}
	v.form.show(e)
	v.fill()
	people, rules, h := e.RosterOf(*c).Recipients, c.CallRules(), v.w.handout
	v.sorted.ask(func() handingOut {
		out := handingOut{people: people, places: app.Arrange(people, h.Order, h.Tones)}
		groups := rules.CallGroups(people, app.Arrange(people, app.OnStage, h.Tones))
		if out.groups = len(groups); out.groups > 0 {
			last := groups[out.groups-1]
			out.takes = last.Starts + last.Takes
		}
		return out
	})
}

// fill shows what is chosen.
func (v *handoutView) fill() {
	v.showing = true
	defer func() { v.showing = false }()
	h := v.w.handout
	v.order.SetSelectedIndex(max(0, slices.Index(app.Orders, h.Order)))
	v.tones.SetSelectedIndex(max(0, slices.Index(app.ToneOrders, h.Tones)))
	v.up.SetSelectedIndex(max(0, slices.Index(ups, h.Up)))
	paper := 0
	for i := range print.SheetPapers {
		if h.Sheet == &print.SheetPapers[i] {
			paper = i + 1
		}
	}
	v.paper.SetSelectedIndex(paper)
	v.classes.SetChecked(h.PerClass)
	v.calls.SetChecked(h.Calls)
	v.single.SetChecked(h.Names != "")
	v.names.Fill(h.Names)
	v.names.Hidden = !v.single.Checked
	v.blank.SetChecked(v.w.onBlank)
	v.which.show()
	v.fillPrinters()
	v.box.Refresh()
}

// fillPrinters lists the printers that were measured, after that which isn't off.
func (v *handoutView) fillPrinters() {
	names, known := printerNames(v.w.printers())
	v.known = append([]app.Calibration{{}}, known...)
	v.printer.SetOptions(append([]string{v.w.say("handout.printer-true")}, names...))
	at := 0
	for i, c := range v.known {
		if printerName(c) == printerName(v.w.printer) {
			at = i
		}
	}
	v.printer.SetSelectedIndex(at)
}

// put lists the recipients in their order.
func (v *handoutView) put(out handingOut) {
	v.people, v.places = out.people, out.places
	v.list.Refresh()
	minutes := int((out.takes + time.Minute - 1) / time.Minute)
	v.time.SetText(v.w.say("handout.time", "groups", fmt.Sprint(out.groups), "minutes", fmt.Sprint(minutes)))
}

// write exports the certificates as they are to be handed out.
func (v *handoutView) write() {
	w := v.w
	e := w.doc.Event()
	c := v.page.edit.current(e)
	if c == nil {
		return
	}
	h := w.handout
	if h.Up == 0 {
		h.Sheet = nil
	}
	w.write(w.say("handout.writing", "name", c.Name), export.Plan{Event: e, Studio: w.studio, What: []export.Kind{export.Certificates}, For: export.Office,
		Dir: w.folderOf(export.Office), Design: c.ID, Printer: w.calibrations(), Options: export.Options{Handout: h, Blank: w.onBlank}})
}
