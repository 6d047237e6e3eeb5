package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// importAccount is the step that accounts for every row of the list: who comes, who does not and why, what was mended,
// who stands there twice; and, where the certificate has a list already, what changes in it.
type importAccount struct {
	im      *listImport
	box     fyne.CanvasObject
	sum     *widget.Words
	ways    *widget.Choice
	twice   *fyne.Container // what to do about those who stand there twice; hidden where nobody does
	told    *widget.Words   // how many they are
	doubles *widget.Choice  // keep or leave out
	gone    *goneQuestion
	heads   *fyne.Container // the names of the heaps
	place   *fyne.Container // the heap that is seen
	changes app.Changes
	heaps   []heap
	chosen  string // phrase of the heap that is seen
}

// heap is some of what is to be told: a name with a count, and for each line three columns.
type heap struct {
	phrase string
	heads  [3]string // phrases
	lead   float32   // width of the first column
	count  int
	line   func(i int) [3]string
	drop   func(i int) *app.Recipient // who may be left out; nil: nobody
}

func newImportAccount(im *listImport) *importAccount {
	w := im.w
	s := &importAccount{im: im, heads: widget.Row(4), place: container.NewStack()}
	s.sum = widget.NewWords("", widget.Look{Size: widget.SizeHeading, Bold: true, Wrap: true})
	s.ways = widget.NewChoice(w.say("import.update"), w.say("import.replace"))
	s.ways.OnChoose = func(i int) { im.replace = i == 1; s.decide() }
	top := container.NewBorder(nil, nil, nil, container.NewCenter(s.ways), s.sum)
	s.askDoubles()
	s.gone = newGoneQuestion(im, s.decide)
	s.box = container.NewBorder(widget.Column(10, top, s.gone.box, s.twice, s.heads), nil, nil, nil, below(8, s.place))
	return s
}

func (s *importAccount) name() string               { return "import.step-account" }
func (s *importAccount) content() fyne.CanvasObject { return s.box }

// ready tells whether somebody has decided about those who stand there twice, and about those who would go.
func (s *importAccount) ready() bool {
	return (len(s.im.certain()) == 0 || s.im.decided) && !s.im.asksGone(s.changes.Gone)
}

// decide shows what was decided, and lets the list be taken where all is.
func (s *importAccount) decide() {
	s.showHeap(s.account())
	enable(s.im.next, s.ready())
}

// askDoubles makes the question about those who stand there twice.
func (s *importAccount) askDoubles() {
	w := s.im.w
	s.told = widget.NewWords("", widget.Look{Bold: true, Wrap: true})
	s.doubles = widget.NewChoice(w.say("import.doubles-drop"), w.say("import.doubles-keep"))
	s.doubles.OnChoose = func(i int) {
		s.im.decided = true
		for _, d := range s.im.certain() {
			s.im.dropped[d.B] = i == 0
		}
		s.decide()
	}
	s.twice = question(s.told, s.doubles)
}

// question is a line that asks, with its answers.
func question(asks *widget.Words, answers *widget.Choice) *fyne.Container {
	return container.NewStack(widget.Surface(widget.ColorWarnSoft, "", 10,
		widget.Inset(container.NewBorder(nil, nil, nil, container.NewCenter(answers), widget.Inset(asks, 5, 0)), 6, 12)))
}

// showDoubles tells of those who stand there twice, and what was decided.
func (s *importAccount) showDoubles() {
	certain := s.im.certain()
	s.twice.Hidden = len(certain) == 0
	s.told.SetText(s.im.w.say("import.doubles-ask", "count", fmt.Sprint(len(certain))))
	out := 0
	for _, d := range certain {
		if s.im.dropped[d.B] {
			out++
		}
	}
	switch {
	case out == len(certain) && s.im.decided:
		s.doubles.Mark(0)
	case out == 0 && s.im.decided:
		s.doubles.Mark(1)
	default:
		s.doubles.Mark(-1)
	}
}

func (s *importAccount) show() {
	s.chosen = ""
	s.showHeap(s.account())
}

// account counts anew, and returns the place of the heap that is to be seen.
func (s *importAccount) account() int {
	w, list, old := s.im.w, s.im.list(), s.im.old()
	s.changes = app.Changes{}
	if old != nil {
		s.changes = app.Reimport(old, list, s.im.reading.Mapping)
	}
	s.ways.Hidden = old == nil
	s.showDoubles()
	s.gone.show(s.changes.Gone)
	people, out := len(list.Recipients), len(list.LeftOut)
	s.sum.SetText(w.say("import.sum", "rows", fmt.Sprint(people+out), "people", fmt.Sprint(people), "out", fmt.Sprint(out)))
	s.heaps = s.listHeaps(list)
	if old != nil && !s.im.replace {
		s.heaps = append(s.changeHeaps(), s.heaps...)
	}
	return s.nameHeaps()
}

// nameHeaps names the heaps. The one that was seen stays, else it is the first with something in it.
func (s *importAccount) nameHeaps() int {
	names, at := make([]string, len(s.heaps)), -1
	for i, h := range s.heaps {
		names[i] = s.im.w.say(h.phrase, "count", fmt.Sprint(h.count))
		if h.phrase == s.chosen {
			at = i
		}
	}
	asked := "" // what is asked about is seen
	switch {
	case s.im.goneMany(s.changes.Gone):
		asked = "import.gone"
	case len(s.im.certain()) > 0:
		asked = "import.doubles"
	}
	if at < 0 {
		at = slices.IndexFunc(s.heaps, func(h heap) bool { return h.phrase == asked })
	}
	for i := 0; at < 0; i++ {
		if s.heaps[i].count > 0 || i == len(s.heaps)-1 {
			at = i
		}
	}
	choice := widget.NewChoice(names...)
	choice.OnChoose = s.showHeap
	choice.Mark(at)
	s.heads.Objects = []fyne.CanvasObject{choice}
	s.heads.Refresh()
	return at
}

func (s *importAccount) showHeap(i int) {
	h := s.heaps[i]
	s.chosen = h.phrase
	s.place.Objects = []fyne.CanvasObject{s.im.table(h, func() { s.account() })}
	s.box.Refresh()
}

// listHeaps are what the list itself tells.
func (s *importAccount) listHeaps(list *app.Roster) []heap {
	w, remarks, repairs, doubles := s.im.w, s.im.reading.Remarks, s.im.reading.Repairs, s.im.doubles
	row := func(n int) string { return w.say("import.row", "row", fmt.Sprint(n)) }
	return []heap{
		{phrase: "import.out", heads: [3]string{"import.head-row", "import.head-text", "import.head-why"}, lead: 80, count: len(list.LeftOut),
			line: func(i int) [3]string {
				l := list.LeftOut[i]
				return [3]string{row(l.Row), l.Text, w.say("reason." + l.Reason)}
			}},
		{phrase: "import.doubles", heads: [3]string{"import.head-alike", "import.head-first", "import.head-second"}, lead: 250, count: len(doubles),
			line: func(i int) [3]string {
				d := doubles[i]
				return [3]string{w.say("alike." + d.Kind), joined(": ", row(d.A.Row), w.person(d.A)), joined(": ", row(d.B.Row), w.person(d.B))}
			},
			drop: func(i int) *app.Recipient { return doubles[i].B }},
		{phrase: "import.repairs", heads: [3]string{"import.head-row", "import.head-text", "import.head-repaired"}, lead: 80, count: len(repairs),
			line: func(i int) [3]string {
				r := repairs[i]
				return [3]string{row(r.Row), joined(": ", w.say("roster-field."+r.Field), r.Before), r.After}
			}},
		{phrase: "import.remarks", heads: [3]string{"import.head-row", "import.head-text", "import.head-why"}, lead: 80, count: len(remarks),
			line: func(i int) [3]string {
				r := remarks[i]
				return [3]string{row(r.Row), r.Text, w.say("remark."+r.Code, "row", fmt.Sprint(r.Row), "text", r.Text)}
			}},
		s.peopleHeap("import.people", list.Recipients),
	}
}

// changeHeaps are what becomes of the list that the certificate has.
func (s *importAccount) changeHeaps() []heap {
	w, c := s.im.w, s.changes
	return []heap{
		s.peopleHeap("import.added", c.Added),
		{phrase: "import.changed", heads: [3]string{"import.head-row", "import.head-person", "import.head-change"}, lead: 80, count: len(c.Changed),
			line: func(i int) [3]string {
				change := c.Changed[i]
				return [3]string{fmt.Sprint(change.After.Row), w.person(change.Before), w.difference(change)}
			}},
		s.gone.heap(c.Gone),
	}
}

func (s *importAccount) peopleHeap(phrase string, people []*app.Recipient) heap {
	return heap{phrase: phrase, heads: [3]string{"import.head-row", "import.head-person", "import.head-award"}, lead: 80, count: len(people),
		line: func(i int) [3]string {
			p := people[i]
			return [3]string{fmt.Sprint(p.Row), joined("  ·  ", p.Name, p.Class, p.Born.Short()), joined("  ·  ", p.Award, p.Citation)}
		}}
}

// difference says what of a recipient changes: "Lớp: 5A, nay là 5B".
func (w *Window) difference(c app.Change) string {
	words := func(text string) string {
		if text == "" {
			return "–"
		}
		return text
	}
	var texts []string
	for _, field := range c.Fields {
		texts = append(texts, w.say("import.change", "field", w.say("roster-field."+field), "before", words(c.Before.Text(field)), "after", words(c.After.Text(field))))
	}
	for _, m := range c.More {
		texts = append(texts, w.say("import.change", "field", m.Header, "before", words(m.Before), "after", words(m.After)))
	}
	return joined("; ", texts...)
}

// table shows a heap, and below it the whole text of the line that is chosen. changed is called when somebody was left out of it, or taken back.
func (im *listImport) table(h heap, changed func()) fyne.CanvasObject {
	w := im.w
	widths := columnsOf{h.lead, 0, 0}
	if h.drop != nil {
		widths = append(widths, 112)
	}
	head := newHeapRow(widths, widget.ColorMuted)
	head.set([3]string{w.say(h.heads[0]), w.say(h.heads[1]), w.say(h.heads[2])})
	list := widget.NewList(func() int { return h.count },
		func() fyne.CanvasObject { return newHeapRow(widths, theme.ColorNameForeground) },
		func(i int, o fyne.CanvasObject) {
			row := o.(*heapRow)
			row.set(h.line(i))
			if h.drop != nil {
				p := h.drop(i)
				row.ask(w.say("import.drop"), im.dropped[p], func(on bool) {
					im.dropped[p], im.decided = on, true
					changed()
					enable(im.next, im.steps[im.at].ready())
				})
			}
		})
	whole := widget.NewWords("", widget.Look{Wrap: true})
	list.OnSelected = func(i int) {
		line := h.line(i)
		whole.SetText(joined("  –  ", line[0], line[1], line[2]))
	}
	body := fyne.CanvasObject(list)
	if h.count == 0 {
		body = container.NewCenter(widget.NewWords(w.say("import.none"), widget.Look{Color: widget.ColorMuted, Whole: true}))
	}
	table := widget.Surface(widget.ColorCard, widget.ColorLine, 10,
		container.NewBorder(widget.Column(0, widget.Inset(head, 4, 2), rule()), nil, nil, nil, widget.Inset(body, 2, 2)))
	return container.NewBorder(nil, below(8, widget.Fixed(whole, 0, 40)), nil, nil, table)
}

// heapRow is one line of a heap, or its head.
type heapRow struct {
	fynewidget.BaseWidget
	cells []*widget.Words
	drop  *widget.Check
	box   fyne.CanvasObject
}

func newHeapRow(widths columnsOf, ink fyne.ThemeColorName) *heapRow {
	r := &heapRow{drop: widget.NewCheck("", nil)}
	row := container.New(widths)
	for i := range 3 {
		look := widget.Look{Size: widget.SizeSmall, Color: ink}
		if i == 0 {
			look.Color = widget.ColorMuted
		}
		cell := widget.NewWords("", look)
		r.cells = append(r.cells, cell)
		row.Add(cell)
	}
	if len(widths) > 3 {
		row.Add(r.drop)
	}
	r.drop.Hide()
	r.box = widget.Inset(row, 6, 12)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *heapRow) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(r.box)
}

func (r *heapRow) set(texts [3]string) {
	for i, text := range texts {
		r.cells[i].SetText(text)
	}
}

// ask offers to leave somebody out.
func (r *heapRow) ask(words string, on bool, do func(bool)) {
	r.drop.OnChanged = nil
	r.drop.SetText(words)
	r.drop.SetChecked(on)
	r.drop.OnChanged = do
	r.drop.Show()
}
