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
	byDate     []int // places of the ceremonies
	left       *widget.Rows
	order      *runningOrder
	tabs       *widget.Segments
	ceremony   *form[app.Ceremony]
	paper      *preview
	pager      *pager
	onItems    bool // the menu's commands act on the items
}

func newProgram(w *Window) page {
	p := &programPage{w: w, onItems: true}
	p.makeCeremonies()
	p.order = newRunningOrder(w, p.ceremonies.current)
	chose := p.order.grid.OnChoose
	p.order.grid.OnChoose = func() { p.onItems = true; chose() }
	p.ceremony = newForm(w, p.ceremonies.key, p.ceremonies.current)
	p.ceremony.open = func() { p.tabs.Select(1) }
	p.paper = newPreview(w)
	p.pager = newPager(w, func(int) { p.showPaper(w.doc.Event()) })
	p.tabs = widget.NewSegments(
		[]string{w.say("program.order"), w.say("program.facts"), w.say("program.paper")},
		[]fyne.CanvasObject{
			p.order.box,
			widget.Scrolled(p.ceremonyFields(), 14),
			below(14, container.NewBorder(nil, p.paper.tools(false, p.pager.box), nil, nil, p.paper)),
		})
	p.tabs.OnSelect = func(int) { p.show(w.doc.Event()) }
	load := widget.NewLabelled(w.say("program.import"), icon("import"), p.importItems)
	stage := widget.NewLabelled(w.say("program.stage"), icon("star"), w.stageNow)
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
		fresh: func(e *app.Event) app.Ceremony {
			c := app.NewCeremony(newCeremonyName, app.Date{})
			if dayOfNew(e).IsZero() {
				c.Date = e.From
			}
			return c
		},
		twin: func(_ *app.Event, c app.Ceremony) app.Ceremony {
			c = c.Duplicate()
			c.Title = copyOf(c.Title)
			return c
		},
		write: (*app.Event).ChangeCeremonies,
		shown: func() {
			p.pager.set(0)
			p.show(w.doc.Event())
		},
	}
	p.left = widget.NewRows(newCeremonyRow, func(i int, o fyne.CanvasObject) {
		o.(*ceremonyRow).set(w, w.doc.Event().Held()[p.byDate[i]])
	})
	p.left.OnSelect = func(i int) { p.onItems = false; p.ceremonies.choose(p.byDate[i]) }
	p.left.OnRemove = func(int) { p.ceremonies.remove() }
	p.left.OnEnter = func(int) { p.ceremonies.add() }
	p.left.OnMenu = func(_ int, at fyne.Position) { w.listMenu(p.ceremonies, nil, at) }
	p.ceremonies.began = func() {
		p.tabs.Select(1)
		p.ceremony.begin()
	}
}

func (p *programPage) ceremonyFields() fyne.CanvasObject {
	f := p.ceremony
	what := widget.Card(p.w.section("ceremony.what",
		f.text("field.ceremony-title", func(c *app.Ceremony) *string { return &c.Title }),
		widget.Columns(2, 12,
			f.dateLike("field.ceremony-date", func(c *app.Ceremony) *app.Date { return &c.Date }, dayOfNew),
			f.clock("field.ceremony-start", func(c *app.Ceremony) *app.Clock { return &c.Start }),
			choice(f, "field.ceremony-venue", named(p.w, "venue", app.Venues), func(c *app.Ceremony) *app.Venue { return &c.Venue }),
			f.text("field.ceremony-place", func(c *app.Ceremony) *string { return &c.Place })),
		f.text("field.ceremony-lead", func(c *app.Ceremony) *string { return &c.Lead }),
		f.lines("field.ceremony-audience", 3, func(c *app.Ceremony) *string { return &c.Audience }),
		f.lines("field.ceremony-notes", 3, func(c *app.Ceremony) *string { return &c.Notes })))
	sheet := widget.Card(p.w.section("ceremony.sheet",
		widget.Columns(2, 12,
			f.text("field.ceremony-number", func(c *app.Ceremony) *string { return &c.Number }),
			f.date("field.ceremony-issued", func(c *app.Ceremony) *app.Date { return &c.Issued })),
		f.check("field.ceremony-notes-kept", func(c *app.Ceremony) *bool { return &c.NotesKept })))
	return widget.Column(16, what, sheet)
}

// start belongs to starter.
func (p *programPage) start() {
	if p.tabs.Selected() == 0 && p.order.current(p.w.doc.Event()) != nil {
		p.w.win.Canvas().Focus(p.order.grid)
	}
}

func (p *programPage) content() fyne.CanvasObject { return p.box }

func (p *programPage) segments() *widget.Segments { return p.tabs }

func (p *programPage) list() lister {
	if p.onItems && p.tabs.Selected() == 0 {
		return p.order
	}
	return p.ceremonies
}

// copied belongs to copier: the running order under the heads of its columns.
func (p *programPage) copied(all bool) [][]string {
	c := p.ceremonies.current(p.w.doc.Event())
	if c == nil {
		return nil
	}
	rows := c.Program.Outline()
	if !all {
		rows = rows.Taken(p.order.grid.Chosen())
	}
	return c.Rows(rows)
}

func (p *programPage) reveal(s app.Subject) {
	switch s.Kind {
	case app.OfItem:
		p.ceremonies.pick(s.Parent)
		p.tabs.Select(0)
		p.order.pick(s.ID)
		p.onItems = true
	case app.OfCeremony:
		p.ceremonies.pick(s.ID)
	}
}

func (p *programPage) fieldsOf(k app.SubjectKind) fields {
	if k == app.OfCeremony {
		return p.ceremony.fields
	}
	return p.order.fields()
}

func (p *programPage) show(e *app.Event) {
	p.ceremonies.settle(e)
	p.byDate = byDate(e.Held())
	p.left.Display(len(e.Ceremonies), slices.Index(p.byDate, app.Index(e.Ceremonies, p.ceremonies.chosen)))
	p.about.SetText(p.w.say("program.about", "count", fmt.Sprint(len(e.Ceremonies))))
	switch p.tabs.Selected() {
	case 0:
		p.order.show(e)
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
		day, month = fmt.Sprint(c.Date.Day), w.say(fmt.Sprintf("month.%d", c.Date.Month))
	}
	r.day.SetText(day)
	r.month.SetText(month)
	r.title.SetText(c.Title)
	r.about.SetText(joined(" · ", c.Start.String(), c.Place))
}
