package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// itemSide shows what a row can't show of the item at the cursor, or what the chosen rows are together.
type itemSide struct {
	order        *runningOrder
	form         *form[app.Item]
	title, about *widget.Words
	fields       fyne.CanvasObject
	ofPart       fyne.CanvasObject // what is done with a part
	ofSeveral    fyne.CanvasObject // and with several items
	box          fyne.CanvasObject
}

func newItemSide(o *runningOrder) *itemSide {
	w := o.w
	f := newForm(w, func() string { key, _ := o.grid.Lead(); return key.Item.String() }, o.current)
	s := &itemSide{order: o, form: f,
		title: widget.NewWords("", widget.Look{Bold: true}),
		about: widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Whole: true})}
	script := f.lines("field.item-script", 4, func(it *app.Item) *string { return &it.Script })
	rest := widget.Column(7)
	for _, crew := range app.Crews {
		rest.Add(s.named("crew."+string(crew), s.cueField(crew)))
	}
	notes := widget.NewEntry(2)
	f.bind("field.item-notes", notes, func(it *app.Item) *string { return &it.Notes })
	least := parsed(f, "field.item-least", parseCount(24*60), formatCount, func(it *app.Item) *int { return &it.MinMinutes })
	rest.Add(s.named("field.item-notes", notes))
	rest.Add(s.named("field.item-least", container.NewBorder(nil, nil, widget.Fixed(least, 64, 0), nil,
		f.check("field.item-optional", func(it *app.Item) *bool { return &it.Optional }))))
	s.fields = container.New(&shares{[]float32{0.46, 0.54}, 4}, sideView(script), sideView(rest))
	s.ofPart = actions(w.action("part", "order.rename", o.grid.Edit), w.action("up", "order.ungroup", o.ungroup),
		w.action("remove", "order.remove-part", o.remove))
	s.ofSeveral = actions(w.action("part", "order.part-several", o.group), w.action("duplicate", "menu.duplicate", o.duplicate),
		w.action("remove", "menu.remove", o.remove))
	head := widget.Inset(container.NewBorder(nil, nil, nil, s.about, s.title), 9, 16)
	s.box = widget.Surface(widget.ColorCard, widget.ColorLine, 10, container.NewBorder(head, nil, nil, nil, s.fields, s.ofPart, s.ofSeveral))
	return s
}

// sideView is a part of the fields, which scrolls by itself.
func sideView(fields fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewView(container.New(layout.NewCustomPaddedLayout(2, 10, 16, 12), fields))
}

// named sets a field's name at its left.
func (s *itemSide) named(phrase string, content fyne.CanvasObject) fyne.CanvasObject {
	name := widget.NewWords(s.order.w.say(phrase), widget.Look{Size: widget.SizeSmall, Bold: true, Color: widget.ColorMuted, Wrap: true})
	return container.NewBorder(nil, nil, widget.Fixed(widget.Inset(name, 8, 0), 84, 0), nil, content)
}

// cueField is the field for what one crew does when the item begins.
func (s *itemSide) cueField(crew app.Crew) fyne.CanvasObject {
	name, entry, w := "field.cue-"+string(crew), widget.NewLine(), s.order.w
	s.form.add(name, entry)
	s.form.shows = append(s.form.shows, func(it *app.Item) {
		if app.Clean(entry.Text) != it.Cue(crew) {
			entry.Fill(it.Cue(crew))
		}
	})
	entry.OnEdit = func(text string) {
		text = app.Clean(text)
		if it := s.order.current(w.doc.Event()); it != nil && it.Cue(crew) != text {
			s.form.edit(name, func(it *app.Item) { it.SetCue(crew, text) })
		}
	}
	entry.OnLeave = w.doc.Seal
	entry.OnGrow = func() { s.form.grew = true }
	return entry
}

// actions are quiet buttons in a row.
func actions(buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(widget.Inset(widget.Row(10, buttons...), 2, 10))
}

// show shows a version of the event.
func (s *itemSide) show(e *app.Event) {
	o, c := s.order, s.order.ceremony(e)
	key, ok := o.grid.Lead()
	ok = ok && c != nil
	several := ok && len(o.grid.Chosen()) > 1
	setShown(s.ofSeveral, several)
	setShown(s.ofPart, ok && key.Heading && !several)
	setShown(s.fields, ok && !key.Heading && !several)
	if !ok {
		s.title.SetText("")
		s.about.SetText("")
		return
	}
	rows := c.Program.Outline()
	taken := app.Program{Items: rows.Taken(o.grid.Chosen()).Program().Items}
	switch it := o.current(e); {
	case several:
		s.title.SetText(o.w.say("order.chosen", "count", fmt.Sprint(len(taken.Items))))
		s.about.SetText(o.w.say("order.chosen-about", "minutes", fmt.Sprint(taken.Minutes(app.NoClock))))
	case key.Heading && len(taken.Items) == 0:
		s.title.SetText(rows[rows.Index(key)].Part)
		s.about.SetText(o.w.say("order.empty-part"))
	case key.Heading:
		s.title.SetText(rows[rows.Index(key)].Part)
		s.about.SetText(o.w.say("order.part-about", "count", fmt.Sprint(len(taken.Items))))
	case it != nil:
		s.title.SetText(it.Title)
		slot := c.Schedule()[app.Index(c.Program.Items, it.ID)]
		s.about.SetText(joined(" · ", slot.Start.String()+"–"+slot.End.String(), it.Who))
	}
	s.form.show(e)
}

func setShown(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}
