package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// rosterView is the list of a certificate's recipients, with the chosen one's fields at its right.
type rosterView struct {
	w       *Window
	page    *certificatesPage
	box     fyne.CanvasObject
	main    fyne.CanvasObject
	none    fyne.CanvasObject
	edit    *listEdit[*app.Recipient]
	finder  *peopleFinder
	list    *widget.Lines
	out     *widget.Button
	form    *form[app.Recipient]
	fields  fyne.CanvasObject
	trouble *troublePanel // what is wrong with the chosen one
	count   *widget.Words // of those that are chosen, where there are several
	people  []*app.Recipient
	found   []int // places of the recipients that are shown
}

func newRosterView(w *Window, page *certificatesPage) *rosterView {
	v := &rosterView{w: w, page: page, trouble: newTroublePanel(w), count: widget.NewWords("", widget.Look{Size: widget.SizeSmall, Bold: true, Wrap: true})}
	v.finder = newPeopleFinder(w, func() { v.show(w.doc.Event()) }, v.put)
	v.edit = &listEdit[*app.Recipient]{
		w: w, noun: "noun.recipient", of: v.recipients, write: v.write,
		fresh: func(*app.Event) *app.Recipient { v.finder.all(); return &app.Recipient{ID: app.NewID()} },
		twin: func(_ *app.Event, r *app.Recipient) *app.Recipient {
			c := *r
			c.ID, c.Row = app.NewID(), 0
			return &c
		},
		shown: func() { page.show(w.doc.Event()) },
		all:   v.chosen,
	}
	v.count.Hide()
	v.form = newForm(w, v.edit.key, v.current)
	v.edit.began = v.form.begin
	v.form.write = func(e *app.Event, change func(*app.Recipient)) {
		if c := page.edit.current(e); c != nil {
			e.EditRoster(c.RosterID, func(r *app.Roster) { r.EditRecipient(v.edit.chosen, change) })
		}
	}
	v.list = widget.NewLines(func() int { return len(v.found) }, func() fyne.CanvasObject { return newRecipientRow(rosterColumns) }, func(i int, o fyne.CanvasObject) {
		if r := v.at(i); r != nil {
			o.(*recipientRow).set(w, v.found[i], r)
		}
	})
	v.finder.list = v.list
	v.list.Key = func(i int) any {
		if r := v.at(i); r != nil {
			return r.ID
		}
		return nil
	}
	v.list.OnChoose = func(i int) {
		if i < len(v.found) {
			v.edit.choose(v.found[i])
			v.showCount()
		}
	}
	v.list.OnOpen, v.list.OnRemove, v.list.OnMenu = v.form.begin, v.edit.remove, v.edit.menu
	v.list.OnCopy, v.list.OnPaste = func() { w.copyRows(false) }, v.pasteRoster
	v.edit.more = func() []*fyne.MenuItem {
		return append(w.copyItems(), w.item("menu.paste-list", pasteListKey, v.pasteRoster), fyne.NewMenuItemSeparator(), w.item("roster.see", nil, v.see))
	}
	v.out = widget.NewLabelled("", icon("warning"), v.showLeftOut)
	v.out.Importance = fynewidget.LowImportance
	v.out.Hide()
	v.build()
	return v
}

func (v *rosterView) build() {
	f, w := v.form, v.w
	v.fields = widget.Column(11, v.count, v.trouble.box,
		f.text("field.recipient-name", func(r *app.Recipient) *string { return &r.Name }),
		widget.Columns(2, 10,
			f.text("field.recipient-class", func(r *app.Recipient) *string { return &r.Class }),
			choice(f, "field.recipient-gender", named(w, "gender", []app.Gender{app.Female, app.Male, app.UnknownGender}),
				func(r *app.Recipient) *app.Gender { return &r.Gender })),
		f.date("field.recipient-born", func(r *app.Recipient) *app.Date { return &r.Born }),
		v.call(),
		f.lines("field.recipient-award", 3, func(r *app.Recipient) *string { return &r.Award }),
		f.lines("field.recipient-citation", 4, func(r *app.Recipient) *string { return &r.Citation }),
		button(w.say("roster.see"), false, v.see))
	side := widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(v.fields))
	head := newRecipientHead(w, rosterColumns)
	top := widget.Border(nil, nil, nil, v.out, v.finder.box)
	table := widget.Surface(widget.ColorCard, widget.ColorLine, 10,
		widget.Border(widget.Column(0, widget.Inset(head, 4, 0), rule()), nil, nil, nil, v.list))
	left := widget.Border(top, below(4, v.edit.tools()), nil, nil, below(8, table))
	v.main = beside(nil, 0, left, side, 286)
	v.none = widget.Empty(tinted("certificates", widget.ColorGold), w.say("roster.empty"), w.say("roster.empty-hint"),
		button(w.say("roster.import"), true, v.importRoster), button(w.say("roster.paste"), false, v.pasteRoster), button(w.say("roster.type"), false, v.edit.add))
	v.box = below(12, container.NewStack(v.main, v.none))
}

// call is the field for when somebody is called on stage; left empty, by award, class and name.
func (v *rosterView) call() fyne.CanvasObject {
	entry := parsed(v.form, "field.recipient-call", parseCount(1_000_000), formatCount, func(r *app.Recipient) *int { return &r.Call })
	entry.SetPlaceHolder(v.w.say("hint.call"))
	return v.w.labelled("field.recipient-call", entry)
}

// at is the recipient in a line of the list; nil where the list is of people who have gone meanwhile.
func (v *rosterView) at(i int) *app.Recipient {
	if i < len(v.found) && v.found[i] < len(v.people) {
		return v.people[v.found[i]]
	}
	return nil
}

// recipients is the list of the chosen certificate in any version of the event; it is only read.
func (v *rosterView) recipients(e *app.Event) *[]*app.Recipient {
	if c := v.page.edit.current(e); c != nil {
		return &e.RosterOf(*c).Recipients
	}
	return nil
}

// write changes the recipients of the chosen certificate, which gets a roster where it has none.
func (v *rosterView) write(e *app.Event, change func([]*app.Recipient) []*app.Recipient) {
	c := v.page.edit.current(e)
	if c == nil {
		return
	}
	if e.Roster(c.RosterID) == nil {
		r := app.NewRoster(c.Name)
		e.Rosters = append(e.Rosters, r)
		c.RosterID = r.ID
	}
	e.EditRoster(c.RosterID, func(r *app.Roster) { r.Recipients = change(r.Recipients) })
}

func (v *rosterView) current(e *app.Event) *app.Recipient {
	if r := v.edit.current(e); r != nil {
		return *r
	}
	return nil
}

func (v *rosterView) reveal(id app.ID) {
	v.finder.all()
	v.edit.chosen = id
	v.show(v.w.doc.Event())
}

func (v *rosterView) show(e *app.Event) {
	v.people = v.edit.items(e)
	v.list.Refresh() // what was found before is still seen, as it is now
	v.edit.settle(e)
	if len(v.people) == 0 {
		v.main.Hide()
		v.none.Show()
		return
	}
	v.none.Hide()
	v.main.Show()
	v.form.show(e)
	out := ""
	if c := v.page.edit.current(e); c != nil {
		if n := len(e.RosterOf(*c).LeftOut); n > 0 {
			out = v.w.say("roster.left-out", "count", fmt.Sprint(n))
		}
	}
	v.out.Hidden = out == "" // first: a button that is hidden draws itself without its icon
	v.out.SetText(out)
	troubles := v.page.troubles.read(v.w.problems, v.page.edit.chosen)
	v.trouble.show(troubles[v.edit.chosen])
	v.finder.find(v.people, troubles)
}

// put shows what was found, with the chosen recipient marked.
func (v *rosterView) put(found []int) {
	if !slices.Equal(found, v.found) {
		v.found = found
		v.list.Refresh()
	}
	v.list.Mark(slices.Index(found, v.edit.place))
	v.showCount()
}

// chosen are the recipients that are chosen and seen, or the one whose fields are.
func (v *rosterView) chosen() []app.ID {
	var ids []app.ID
	for _, i := range v.list.All() {
		if r := v.at(i); r != nil {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return []app.ID{v.edit.chosen}
	}
	return ids
}

// showCount tells how many are chosen, and whose the fields are.
func (v *rosterView) showCount() {
	r, n := v.current(v.w.doc.Event()), len(v.list.All())
	if n < 2 || r == nil {
		v.count.Hide()
		return
	}
	v.count.SetText(v.w.say("roster.several", "count", fmt.Sprint(n), "name", r.Name))
	v.count.Show()
}

func (v *rosterView) copied(all bool) [][]string {
	row := func(r *app.Recipient) []string {
		gender := ""
		if r.Gender != app.UnknownGender {
			gender = v.w.say("gender." + string(r.Gender))
		}
		return []string{r.Name, r.Class, r.Born.Short(), gender, r.Award, r.Citation}
	}
	var rows [][]string
	if !all {
		for _, i := range v.list.All() {
			if r := v.at(i); r != nil {
				rows = append(rows, row(r))
			}
		}
		return rows
	}
	rows = append(rows, v.w.heads("field.recipient-name", "field.recipient-class", "field.recipient-born", "field.recipient-gender",
		"field.recipient-award", "field.recipient-citation"))
	for _, i := range v.found {
		rows = append(rows, row(v.people[i]))
	}
	return rows
}

// see shows the chosen recipient's sheet.
func (v *rosterView) see() {
	v.page.tabs.Select(paperTab)
}

// showLeftOut lists the rows of the imported list that gave no recipient.
func (v *rosterView) showLeftOut() {
	c := v.page.edit.current(v.w.doc.Event())
	if c == nil {
		return
	}
	r := v.w.doc.Event().RosterOf(*c)
	lines := make([]string, len(r.LeftOut))
	for i, l := range r.LeftOut {
		lines[i] = v.w.leftOut(l)
	}
	var s *sheet
	s = v.w.newSheet(v.w.say("roster.left-out-title", "path", r.Source), 720, widget.Fixed(v.w.lineList(lines, widget.ColorMuted), 0, 300),
		button(v.w.say("answer.close"), true, func() { s.close() }))
}
