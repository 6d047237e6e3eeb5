package ui

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/ui/widget"
)

// runningOrder edits the program of a ceremony: a table of items under the headings of their parts, in which several rows may
// be chosen.
type runningOrder struct {
	w        *Window
	ceremony func(*app.Event) *app.Ceremony // in any version, or nil
	grid     *widget.Grid[app.RowID]
	side     *itemSide
	total    *widget.Words
	none     fyne.CanvasObject
	box      fyne.CanvasObject
	shown    app.ID // the ceremony whose rows the grid shows
	fresh    app.ID // the item that was added last
}

// itemCell is a column of the running order in which an item is edited.
type itemCell struct {
	field string
	read  func(app.Item) string
	write func(it *app.Item, text string) error
}

// The columns, as far as they are edited, in their order.
var itemCells = []itemCell{
	{"field.item-hard-start", func(it app.Item) string { return it.HardStart.String() }, func(it *app.Item, text string) (err error) {
		it.HardStart, err = app.ParseClock(text)
		return err
	}},
	{"field.item-minutes", func(it app.Item) string { return strconv.Itoa(it.Minutes) }, func(it *app.Item, text string) (err error) {
		it.Minutes, err = parseCount(24 * 60)(text)
		return err
	}},
	textCell("field.item-title", func(it *app.Item) *string { return &it.Title }),
	textCell("field.item-who", func(it *app.Item) *string { return &it.Who }),
	textCell("field.item-where", func(it *app.Item) *string { return &it.Where }),
}

// titleColumn is the column of what happens.
const titleColumn = 2

func textCell(field string, at func(*app.Item) *string) itemCell {
	return itemCell{field, func(it app.Item) string { return *at(&it) }, func(it *app.Item, text string) error {
		*at(it) = app.Clean(text)
		return nil
	}}
}

func newRunningOrder(w *Window, ceremony func(*app.Event) *app.Ceremony) *runningOrder {
	o := &runningOrder{w: w, ceremony: ceremony}
	small := widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}
	o.grid = widget.NewGrid[app.RowID](
		widget.GridColumn{Title: w.say("order.start"), Width: 80, Look: widget.Look{Bold: true, Color: widget.ColorGoldText}, Plain: true, Hint: w.say("hint.clock")},
		widget.GridColumn{Title: w.say("order.minutes"), Width: 52, Look: widget.Look{Align: fyne.TextAlignTrailing}, Plain: true},
		widget.GridColumn{Title: w.say("field.item-title"), Share: 10, Look: widget.Look{Bold: true}},
		widget.GridColumn{Title: w.say("field.item-who"), Share: 7, Look: small},
		widget.GridColumn{Title: w.say("field.item-where"), Share: 5, Look: small},
		widget.GridColumn{Title: w.say("order.besides"), Width: 88, Look: small, Plain: true, Shown: true})
	o.grid.OnChoose = o.chose
	o.grid.OnEdit = o.typed
	o.grid.OnGiveUp = o.gaveUp
	o.grid.OnAdd = func(app.RowID) { o.add() }
	o.grid.OnRemove = o.remove
	o.grid.OnDrop = func(to int) {
		o.change("move", func(rows app.Outline) app.Outline { return rows.MovedTo(o.grid.Chosen(), to) })
	}
	o.grid.OnMenu = func(at fyne.Position) { w.listMenu(o, w.orderItems(func() *runningOrder { return o }, true), at) }
	o.grid.OnClip = o.clip
	o.side = newItemSide(o)
	o.total = widget.NewWords("", widget.Look{Bold: true, Color: widget.ColorGoldText, Whole: true})
	part := w.tool("part", "order.part", o.group, partKey)
	foot := container.NewBorder(nil, nil, widget.Row(2, w.listTools(o), part), container.NewCenter(o.total))
	rows := container.NewBorder(nil, foot, nil, nil, o.grid)
	o.none = widget.Empty(tinted("program", widget.ColorGold), w.say("program.empty"), w.say("program.empty-hint"),
		button(w.say("program.add-item"), true, o.add))
	split := container.NewVSplit(rows, o.side.box)
	split.SetOffset(0.7)
	o.box = below(8, container.NewStack(split, o.none))
	return o
}

// current returns the item at the cursor, or nil.
func (o *runningOrder) current(e *app.Event) *app.Item {
	c := o.ceremony(e)
	if key, ok := o.grid.Lead(); ok && c != nil && !key.Heading {
		return app.Find(c.Program.Items, key.Item)
	}
	return nil
}

// pick chooses an item.
func (o *runningOrder) pick(id app.ID) {
	o.grid.Choose(app.RowID{Item: id})
	o.chose()
}

// chose shows what a row can't show of the item at the cursor.
func (o *runningOrder) chose() {
	o.w.doc.Seal()
	o.side.show(o.w.doc.Event())
}

// change makes another outline of the program of what is chosen in it, as one step of undo; what changes nothing is none.
func (o *runningOrder) change(action string, change func(app.Outline) app.Outline) {
	key, _ := o.grid.Lead()
	o.changeThing(action, o.things(len(o.grid.Chosen()), key.Heading), change)
}

// changeThing is change, named for undo after another thing than what is chosen.
func (o *runningOrder) changeThing(action, thing string, change func(app.Outline) app.Outline) {
	o.grid.Commit()
	c := o.ceremony(o.w.doc.Event())
	if c == nil {
		return
	}
	rows := c.Program.Outline()
	changed := change(rows)
	if changed.Same(rows) {
		return
	}
	o.w.doc.Edit(o.w.say("undo."+action, "thing", thing), "", func(e *app.Event) { o.ceremony(e).Program = changed.Program() })
}

// things names so many rows, for undo, or the one at the cursor.
func (o *runningOrder) things(n int, heading bool) string {
	switch {
	case n > 1:
		return o.w.say("noun.items", "count", fmt.Sprint(n))
	case heading:
		return o.w.say("noun.part")
	}
	return o.w.say("noun.item")
}

// add puts a new item below the cursor, with the cursor in its title.
func (o *runningOrder) add() {
	item := app.NewItem("")
	o.fresh = item.ID
	o.changeThing("add", o.things(1, false), func(rows app.Outline) app.Outline {
		return rows.Inserted(o.atCursor(), app.Program{Items: []app.Item{item}}.Outline())
	})
	o.grid.Begin(app.RowID{Item: item.ID}, titleColumn)
	o.side.show(o.w.doc.Event())
}

// atCursor is the row at the cursor, if there is one.
func (o *runningOrder) atCursor() app.Chosen {
	if key, ok := o.grid.Lead(); ok {
		return app.Chosen{key: true}
	}
	return nil
}

// gaveUp takes back an item that was just added and has nothing in it.
func (o *runningOrder) gaveUp(key app.RowID) {
	it := o.current(o.w.doc.Event())
	if it == nil || key.Item != o.fresh || it.Title != "" || it.Who != "" || it.Where != "" {
		return
	}
	o.fresh = app.ID{}
	o.w.doc.Undo()
}

func (o *runningOrder) duplicate() {
	var copies app.Outline
	o.change("duplicate", func(rows app.Outline) app.Outline {
		chosen := rows.Spread(o.grid.Chosen())
		copies = rows.Taken(chosen).Copies(func(name string) string {
			if name == "" {
				return ""
			}
			return copyOf(name)
		})
		return rows.Inserted(chosen, copies)
	})
	o.chooseRows(copies)
}

// chooseRows chooses rows that were put in; of a part its heading alone.
func (o *runningOrder) chooseRows(rows app.Outline) {
	var keys []app.RowID
	part := false
	for _, row := range rows {
		if part = part || row.Heading; row.Heading || !part {
			keys = append(keys, row.RowID)
		}
	}
	if len(keys) > 0 {
		o.grid.Choose(keys...)
		o.chose()
	}
}

func (o *runningOrder) remove() {
	o.change("remove", func(rows app.Outline) app.Outline { return rows.Without(o.grid.Chosen()) })
}

func (o *runningOrder) move(delta int) {
	o.change("move", func(rows app.Outline) app.Outline { return rows.Moved(o.grid.Chosen(), delta > 0) })
}

// group makes a part: of the chosen items, of one item and those that follow it, or an empty one. Its name is to be typed.
func (o *runningOrder) group() {
	var heading app.RowID
	o.change("group", func(rows app.Outline) app.Outline {
		rows, heading = rows.Grouped(o.grid.Chosen(), freshPart(rows))
		return rows
	})
	o.grid.Begin(heading, titleColumn)
	o.chose()
}

// freshPart names a part as none is named. It is printed, so it is Vietnamese.
func freshPart(rows app.Outline) string {
	name := "Phần mới"
	for n := 2; slices.ContainsFunc(rows, func(row app.Row) bool { return row.Part == name }); n++ {
		name = fmt.Sprintf("Phần mới %d", n)
	}
	return name
}

// ungroup takes the chosen headings away and leaves the items.
func (o *runningOrder) ungroup() {
	chosen := app.Chosen{}
	for key := range o.grid.Chosen() {
		if key.Heading {
			chosen[key] = true
		}
	}
	if len(chosen) == 0 {
		o.w.hint(o.w.say("order.no-heading"))
		return
	}
	o.change("ungroup", func(rows app.Outline) app.Outline { return rows.Ungrouped(chosen) })
}

// clip copies the chosen rows as a spreadsheet takes them, cuts them, or puts in what was copied.
func (o *runningOrder) clip(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		o.copy()
	case *fyne.ShortcutCut:
		o.copy()
		o.remove()
	case *fyne.ShortcutPaste:
		o.paste()
	}
}

func (o *runningOrder) copy() {
	c := o.ceremony(o.w.doc.Event())
	if c == nil || len(o.grid.Chosen()) == 0 {
		o.w.hint(o.w.say("state.nothing-to-copy"))
		return
	}
	rows := c.Program.Outline().Taken(o.grid.Chosen())
	o.w.app.Clipboard().SetContent(app.TSV(c.Rows(rows)))
	o.w.hint(o.w.say("state.copied", "count", fmt.Sprint(len(rows.Program().Items))))
}

// paste puts rows that were copied, here or in a spreadsheet, below the cursor, and says what came of them.
func (o *runningOrder) paste() {
	w := o.w
	r, err := intake.PastedProgram(w.app.Clipboard().Content())
	if err != nil || len(r.Items) == 0 {
		w.hint(w.say("order.nothing-to-paste"))
		return
	}
	if r.Headings == 0 { // then they belong to the part where they are put
		for i := range r.Items {
			r.Items[i].Part, r.Items[i].PartID = "", app.ID{}
		}
	}
	rows := app.Program{Items: r.Items}.Outline()
	o.changeThing("paste", o.things(len(r.Items), false), func(old app.Outline) app.Outline { return old.Inserted(o.grid.Chosen(), rows) })
	o.chooseRows(rows)
	phrase := "order.pasted"
	if len(r.LeftOut) > 0 {
		phrase = "order.pasted-some"
	}
	w.hint(w.say(phrase, "count", fmt.Sprint(len(r.Items)), "left", fmt.Sprint(len(r.LeftOut))))
}

// typed takes what is typed into a cell.
func (o *runningOrder) typed(key app.RowID, column int, text string, last bool) error {
	w := o.w
	if last {
		defer w.doc.Seal()
	}
	if key.Heading {
		o.rename(key, app.Clean(text))
		return nil
	}
	cell := itemCells[column]
	c := o.ceremony(w.doc.Event())
	it := app.Find(c.Program.Items, key.Item)
	changed := *it
	if err := cell.write(&changed, text); err != nil || cell.read(changed) == cell.read(*it) {
		return err
	}
	w.doc.Edit(w.say("undo.edit", "field", w.say(cell.field)), cell.field+"/"+key.Item.String(), func(e *app.Event) {
		cell.write(app.Find(o.ceremony(e).Program.Items, key.Item), text)
	})
	return nil
}

func (o *runningOrder) rename(heading app.RowID, name string) {
	w := o.w
	rows := o.ceremony(w.doc.Event()).Program.Outline()
	renamed := rows.Renamed(heading, name)
	if renamed.Same(rows) {
		return
	}
	w.doc.Edit(w.say("undo.edit", "field", w.say("order.part-name")), "part/"+heading.Item.String(), func(e *app.Event) {
		o.ceremony(e).Program = renamed.Program()
	})
}

// show shows the running order of a version of the event.
func (o *runningOrder) show(e *app.Event) {
	c := o.ceremony(e)
	if c == nil || len(c.Program.Items)+len(c.Program.Empty) == 0 {
		o.grid.Display(nil)
		o.total.SetText("")
		o.none.Show()
		o.side.show(e)
		return
	}
	o.none.Hide()
	if c.ID != o.shown {
		o.grid.Display(nil) // begins at the top, and no row came to others
		o.shown = c.ID
	}
	o.grid.Display(o.w.orderRows(*c))
	start, end := c.Span()
	minutes, waiting := c.Lasts()
	o.total.SetText(o.w.spanned(start, end, minutes, waiting))
	o.side.show(e)
}

// fields are those of an item: the cells, and what the side shows.
func (o *runningOrder) fields() fields {
	all := fields{}
	for phrase, f := range o.side.form.fields {
		all[phrase] = f
	}
	for column, cell := range itemCells {
		all[cell.field] = &field{focus: o.grid.Field(), open: func() {
			if key, ok := o.grid.Lead(); ok {
				o.grid.Begin(key, column)
			}
		}}
	}
	return all
}
