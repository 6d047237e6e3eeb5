package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

// programPage plans the ceremonies: which there are, what happens in each, and the printed program.
type programPage struct {
	w          *Window
	box        fyne.CanvasObject
	about      *widget.Words
	ceremonies *listEdit[app.Ceremony]
	order      []int // places of the ceremonies by date
	left       *widget.Rows
	items      *listEdit[app.Item]
	rows       *widget.Rows
	total      *widget.Words
	tabs       *widget.Segments
	item       *form[app.Item]
	itemBox    fyne.CanvasObject
	noItem     fyne.CanvasObject
	ceremony   *form[app.Ceremony]
	paper      *preview
	pager      *pager
	slots      []app.Slot
	onItems    bool // the menu's commands act on the items
}

func newProgram(w *Window) page {
	p := &programPage{w: w, onItems: true}
	p.makeCeremonies()
	p.makeItems()
	p.ceremony = newForm(w, p.ceremonies.key, p.ceremonies.current)
	p.ceremony.open = func() { p.tabs.Select(1) }
	p.paper = newPreview(w)
	p.pager = newPager(w, func(int) { p.showPaper(w.doc.Event()) })
	p.tabs = widget.NewSegments(
		[]string{w.say("program.order"), w.say("program.facts"), w.say("program.paper")},
		[]fyne.CanvasObject{
			p.orderView(),
			widget.Scrolled(p.ceremonyFields(), 14),
			below(14, container.NewBorder(nil, p.paper.tools(false, p.pager.box), nil, nil, p.paper)),
		})
	p.tabs.OnSelect = func(int) { p.show(w.doc.Event()) }
	load := fynewidget.NewButtonWithIcon(w.say("program.import"), icon("import"), p.importItems)
	stage := fynewidget.NewButtonWithIcon(w.say("program.stage"), icon("star"), w.stageNow)
	head, about := w.header("program", load, stage)
	p.about = about
	side := container.NewBorder(nil, p.ceremonies.tools(), nil, nil, p.left)
	p.box = framed(head, beside(side, 222, p.tabs, nil, 0))
	return p
}

func (p *programPage) makeCeremonies() {
	w := p.w
	p.ceremonies = &listEdit[app.Ceremony]{
		w: w, noun: "noun.ceremony", of: func(e *app.Event) *[]app.Ceremony { return &e.Ceremonies },
		fresh: func(e *app.Event) app.Ceremony { return app.NewCeremony(newCeremonyName, e.From) },
		twin: func(_ *app.Event, c app.Ceremony) app.Ceremony {
			c = c.Duplicate()
			c.Title = copyOf(c.Title)
			return c
		},
		shown: func() { p.items.place = 0; p.pager.set(0); p.show(w.doc.Event()) },
	}
	p.left = widget.NewRows(newCeremonyRow, func(i int, o fyne.CanvasObject) {
		o.(*ceremonyRow).set(w, w.doc.Event().Ceremonies[p.order[i]])
	})
	p.left.OnSelect = func(i int) { p.onItems = false; p.ceremonies.choose(p.order[i]) }
	p.left.OnRemove = func(int) { p.ceremonies.remove() }
	p.left.OnEnter = func(int) { p.ceremonies.add() }
	p.left.OnMenu = func(_ int, at fyne.Position) { w.listMenu(p.ceremonies, nil, at) }
	p.ceremonies.began = func() {
		p.tabs.Select(1)
		p.ceremony.begin()
	}
}

func (p *programPage) makeItems() {
	w := p.w
	p.items = &listEdit[app.Item]{
		w: w, noun: "noun.item",
		of: func(e *app.Event) *[]app.Item {
			if c := p.ceremonies.current(e); c != nil {
				return &c.Program.Items
			}
			return nil
		},
		fresh: func(*app.Event) app.Item { return app.NewItem("") },
		twin:  func(_ *app.Event, it app.Item) app.Item { return it.Duplicate() },
		shown: func() { p.show(w.doc.Event()) },
	}
	p.rows = widget.NewRows(newItemRow, func(i int, o fyne.CanvasObject) {
		c := p.ceremonies.current(w.doc.Event())
		o.(*itemRow).set(w, c.Program.Items[i], p.slots[i])
	})
	p.items.rows(p.rows)
	choose := p.rows.OnSelect
	p.rows.OnSelect = func(i int) { p.onItems = true; choose(i) }
	p.item = newForm(w, p.items.key, p.items.current)
	p.items.began = p.item.begin
}

// orderView is the running order with the fields of the chosen item at its right.
func (p *programPage) orderView() fyne.CanvasObject {
	p.total = widget.NewWords("", widget.Look{Bold: true, Color: widget.ColorGoldText, Whole: true})
	foot := container.NewBorder(nil, nil, p.items.tools(), container.NewCenter(p.total))
	rows := container.NewBorder(nil, foot, nil, nil, p.rows)
	f := p.item
	fields := widget.Column(11,
		f.text("field.item-title", func(it *app.Item) *string { return &it.Title }),
		widget.Columns(2, 10,
			f.count("field.item-minutes", 24*60, func(it *app.Item) *int { return &it.Minutes }),
			f.clock("field.item-hard-start", func(it *app.Item) *app.Clock { return &it.HardStart })),
		f.text("field.item-who", func(it *app.Item) *string { return &it.Who }),
		f.text("field.item-where", func(it *app.Item) *string { return &it.Where }),
		f.lines("field.item-notes", 2, func(it *app.Item) *string { return &it.Notes }),
		f.lines("field.item-script", 4, func(it *app.Item) *string { return &it.Script }))
	for _, crew := range app.Crews {
		fields.Add(p.cueField(crew))
	}
	p.itemBox = panel(fields)
	p.noItem = widget.Empty(tinted("program", widget.ColorGold), p.w.say("program.empty"), p.w.say("program.empty-hint"),
		button(p.w.say("program.add-item"), true, p.items.add))
	side := widget.Surface(widget.ColorCard, widget.ColorLine, 10, p.itemBox)
	return below(12, container.NewStack(beside(nil, 0, rows, side, 288), p.noItem))
}

// cueField is the field for what one crew does when the item begins.
func (p *programPage) cueField(crew app.Crew) fyne.CanvasObject {
	name, entry := "field.cue-"+string(crew), widget.NewLine()
	p.item.add(name, entry)
	p.item.shows = append(p.item.shows, func(it *app.Item) {
		if app.Clean(entry.Text) != it.Cue(crew) {
			entry.Fill(it.Cue(crew))
		}
	})
	entry.OnEdit = func(text string) {
		text = app.Clean(text)
		if it := p.items.current(p.w.doc.Event()); it != nil && it.Cue(crew) != text {
			p.item.edit(name, func(it *app.Item) { it.SetCue(crew, text) })
		}
	}
	return p.w.labelled(name, entry)
}

func (p *programPage) ceremonyFields() fyne.CanvasObject {
	f := p.ceremony
	what := widget.Card(p.w.section("ceremony.what",
		f.text("field.ceremony-title", func(c *app.Ceremony) *string { return &c.Title }),
		widget.Columns(2, 12,
			f.date("field.ceremony-date", func(c *app.Ceremony) *app.Date { return &c.Date }),
			f.clock("field.ceremony-start", func(c *app.Ceremony) *app.Clock { return &c.Start }),
			choice(f, "field.ceremony-venue", named(p.w, "venue", app.Venues), func(c *app.Ceremony) *app.Venue { return &c.Venue }),
			f.text("field.ceremony-place", func(c *app.Ceremony) *string { return &c.Place })),
		f.text("field.ceremony-lead", func(c *app.Ceremony) *string { return &c.Lead }),
		f.lines("field.ceremony-audience", 3, func(c *app.Ceremony) *string { return &c.Audience }),
		f.lines("field.ceremony-notes", 3, func(c *app.Ceremony) *string { return &c.Notes })))
	sheet := widget.Card(p.w.section("ceremony.sheet",
		widget.Columns(2, 12,
			f.text("field.ceremony-number", func(c *app.Ceremony) *string { return &c.Number }),
			f.date("field.ceremony-issued", func(c *app.Ceremony) *app.Date { return &c.Issued }))))
	return widget.Column(16, what, sheet)
}

func (p *programPage) content() fyne.CanvasObject { return p.box }

func (p *programPage) segments() *widget.Segments { return p.tabs }

func (p *programPage) list() lister {
	if p.onItems && p.tabs.Selected() == 0 {
		return p.items
	}
	return p.ceremonies
}

func (p *programPage) reveal(s app.Subject) {
	switch s.Kind {
	case app.OfItem:
		p.ceremonies.pick(s.Parent)
		p.tabs.Select(0)
		p.items.pick(s.ID)
		p.onItems = true
	case app.OfCeremony:
		p.ceremonies.pick(s.ID)
	}
}

func (p *programPage) fieldsOf(k app.SubjectKind) fields {
	if k == app.OfCeremony {
		return p.ceremony.fields
	}
	return p.item.fields
}

func (p *programPage) show(e *app.Event) {
	p.ceremonies.settle(e)
	p.order = byDate(e.Ceremonies)
	p.left.Display(len(e.Ceremonies), slices.Index(p.order, app.Index(e.Ceremonies, p.ceremonies.chosen)))
	p.about.SetText(p.w.say("program.about", "count", fmt.Sprint(len(e.Ceremonies))))
	switch p.tabs.Selected() {
	case 0:
		p.showOrder(e)
	case 1:
		p.ceremony.show(e)
	case 2:
		p.showPaper(e)
	}
}

// byDate returns the places of the ceremonies in the order of date and hour.
func byDate(list []app.Ceremony) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if c := list[a].Date.Time().Compare(list[b].Date.Time()); c != 0 {
			return c
		}
		return int(list[a].Start - list[b].Start)
	})
	return order
}

func (p *programPage) showOrder(e *app.Event) {
	c := p.ceremonies.current(e)
	if c == nil || len(c.Program.Items) == 0 {
		p.slots = nil
		p.rows.Display(0, -1)
		p.total.SetText("")
		p.noItem.Show()
		p.itemBox.Hide()
		return
	}
	p.noItem.Hide()
	p.itemBox.Show()
	p.slots = c.Schedule()
	chosen := p.items.settle(e)
	p.rows.Display(len(c.Program.Items), chosen)
	p.item.show(e)
	p.total.SetText(p.w.say("program.total", "minutes", fmt.Sprint(c.Minutes()), "start", c.Start.String(), "end", c.End().String()))
}

// showPaper lays the program out as it will be printed.
func (p *programPage) showPaper(e *app.Event) {
	c := p.ceremonies.current(e)
	if c == nil {
		p.paper.set(nil)
		return
	}
	studio, ceremony, number := p.w.studio, *c, p.pager.at
	count := 0
	p.paper.set(func() (*print.Page, []app.Problem) {
		pages, problems := studio.Program(e, ceremony)
		count = len(pages)
		return pages[min(number, count-1)], problems
	})
	p.paper.drawn = func() {
		if count > 0 { // this layout, not one that was in the making before
			p.pager.total(count)
		}
	}
}

// importItems fills the running order of the chosen ceremony from a spreadsheet.
func (p *programPage) importItems() {
	if p.ceremonies.current(p.w.doc.Event()) == nil {
		p.ceremonies.add()
	}
	p.w.pickTable(p.w.say("program.import"), func(path string, data []byte) { p.w.importProgram(path, data, p.ceremonies.chosen) })
}

// ceremonyRow is one ceremony in the list: its day at the left, its name and hour at the right.
type ceremonyRow struct {
	fynewidget.BaseWidget
	day, month, title, about *widget.Words
	box                      fyne.CanvasObject
}

func newCeremonyRow() fyne.CanvasObject {
	r := &ceremonyRow{
		day:   widget.NewWords("", widget.Look{Size: theme.SizeNameSubHeadingText, Bold: true, Color: theme.ColorNamePrimary, Align: fyne.TextAlignCenter}),
		month: widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Align: fyne.TextAlignCenter}),
		title: widget.NewWords("", widget.Look{Bold: true, Wrap: true, Size: widget.SizeSmall}),
		about: widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}),
	}
	day := widget.Fixed(widget.Column(0, r.day, r.month), 44, 0)
	r.box = widget.Inset(container.NewBorder(nil, nil, day, nil, widget.Inset(widget.Column(2, r.title, r.about), 0, 8)), 8, 6)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *ceremonyRow) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(r.box)
}

func (r *ceremonyRow) set(w *Window, c app.Ceremony) {
	day, month := "–", ""
	if !c.Date.IsZero() {
		day, month = fmt.Sprint(c.Date.Day), w.say("date.month-short", "month", fmt.Sprint(c.Date.Month))
	}
	r.day.SetText(day)
	r.month.SetText(month)
	r.title.SetText(c.Title)
	r.about.SetText(joined(" · ", c.Start.String(), c.Place))
}

// itemRow is one item of the running order.
type itemRow struct {
	fynewidget.BaseWidget
	note, time, title, about *widget.Words
	minutes                  *widget.Chip
	box                      fyne.CanvasObject
}

func newItemRow() fyne.CanvasObject {
	r := &itemRow{
		note:    widget.NewWords("", widget.Look{Size: widget.SizeSmall, Bold: true, Color: theme.ColorNameWarning}),
		time:    widget.NewWords("", widget.Look{Bold: true, Color: widget.ColorGoldText, Whole: true}),
		title:   widget.NewWords("", widget.Look{Bold: true, Wrap: true}),
		about:   widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}),
		minutes: widget.NewChip("0", widget.Quiet),
	}
	time := widget.Fixed(container.NewVBox(r.time), 112, 0) // a hard start has its mark before it
	right := container.NewVBox(r.minutes)
	r.box = widget.Inset(widget.Column(2, r.note, container.NewBorder(nil, nil, time, right,
		widget.Inset(widget.Column(2, r.title, r.about), 0, 6))), 8, 11)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *itemRow) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(r.box) }

func (r *itemRow) set(w *Window, it app.Item, slot app.Slot) {
	start := slot.Start.String()
	if it.HardStart != app.NoClock {
		start = "◆ " + start
	}
	r.time.SetText(start + "–" + slot.End.String())
	title := it.Title
	if title == "" {
		title = w.say("item.untitled")
	}
	r.title.SetText(title)
	r.about.SetText(joined(" · ", it.Who, it.Where))
	tone := widget.Quiet
	if it.Minutes <= 0 {
		tone = widget.Warn
	}
	r.minutes.Set(w.say("minutes", "count", fmt.Sprint(it.Minutes)), tone)
	switch {
	case slot.Gap > 0:
		r.note.SetText(w.say("item.gap", "minutes", fmt.Sprint(slot.Gap)))
		r.note.SetColor(theme.ColorNameWarning)
		r.note.Show()
	case slot.Gap < 0:
		r.note.SetText(w.say("item.overlap", "minutes", fmt.Sprint(-slot.Gap)))
		r.note.SetColor(theme.ColorNameError)
		r.note.Show()
	default:
		r.note.Hide()
	}
}
