package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// registerView shows the numbers of a certificate: the provisional ones of who waits, those that were issued, and what
// became of them; with what can be done to them at its right.
type registerView struct {
	w      *Window
	page   *certificatesPage
	box    fyne.CanvasObject
	form   *form[app.Certificate]
	search *widget.Search
	which  *widget.Choice
	list   *widget.Lines
	lines  []numberLine
	chosen []numberLine
	span   *widget.Words // the numbers from first to last
	count  *widget.Words
	one    *widget.Words // which are chosen
	issue  *widget.Button
	back   *widget.Button
	mark   *widget.Button
	void   *widget.Button
	again  *widget.Button
	asked  latest[numbering]
}

// numberLine is one number: a provisional one where it has no entry.
type numberLine struct {
	number string
	entry  *app.Entry
	facts  app.Facts
}

// numbering is what is told of a certificate's numbers.
type numbering struct {
	lines         []numberLine // that are asked for
	first, last   string       // of all recipients
	waiting       int          // have no number yet
	issued, voids int
}

// Which numbers are seen.
const (
	allNumbers = iota
	waitingNumbers
	issuedNumbers
	voidNumbers
)

func newRegisterView(w *Window, page *certificatesPage) *registerView {
	v := &registerView{w: w, page: page}
	v.search = widget.NewSearch(widget.Onward(func() { v.asked.whenShown(v.list.Enter) }))
	v.asked = latest[numbering]{jobs: w.jobs, show: v.put}
	v.form = newForm(w, page.edit.key, page.edit.current)
	v.form.open = func() { page.tabs.Select(registerTab) }
	v.search.SetPlaceHolder(w.say("register.search"))
	v.search.OnEdit = func(string) { v.show(w.doc.Event()) }
	v.which = widget.NewChoice(w.say("people.all"), w.say("register.waiting"), w.say("register.issued"), w.say("register.void"))
	v.which.OnChoose = func(int) { v.show(w.doc.Event()) }
	v.list = widget.NewLines(func() int { return len(v.lines) },
		func() fyne.CanvasObject { return newNumberRow() },
		func(i int, o fyne.CanvasObject) {
			if i < len(v.lines) {
				o.(*numberRow).set(w, v.lines[i])
			}
		})
	v.list.Key = func(i int) any { return i } // none stays chosen where they change
	v.list.OnChoose = func(int) {
		var chosen []numberLine
		for _, i := range v.list.All() {
			chosen = append(chosen, v.lines[i])
		}
		v.choose(chosen)
	}
	v.list.OnCopy, v.list.OnMenu = func() { w.copyRows(false) }, v.menu
	small := widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}
	v.span, v.count, v.one = widget.NewWords("", small), widget.NewWords("", small), widget.NewWords("", small)
	v.issue = button(w.say("register.issue"), true, v.askIssue)
	v.back = button(w.say("register.withdraw"), false, v.withdraw)
	v.mark = button(w.say("register.mark-printed"), false, v.markPrinted)
	v.void = button(w.say("register.make-void"), false, v.makeVoid)
	v.again = button(w.say("register.reprint"), false, v.printAgain)
	v.box = v.build()
	return v
}

func (v *registerView) build() fyne.CanvasObject {
	w := v.w
	head := newNumberRow()
	for i, key := range []string{"register.head-number", "field.recipient-name", "field.recipient-class", "field.recipient-award", "register.head-state"} {
		head.cells[i].SetText(w.say(key))
		head.cells[i].SetColor(widget.ColorMuted)
	}
	table := widget.Surface(widget.ColorCard, widget.ColorLine, 10,
		widget.Border(widget.Column(0, widget.Inset(head, 4, 0), rule()), nil, nil, nil, v.list))
	top := widget.Border(nil, nil, nil, container.NewCenter(v.which), v.search)
	numbers := w.section("register.pattern",
		v.form.text("field.certificate-number", func(c *app.Certificate) *string { return &c.Number }),
		widget.Columns(2, 10,
			v.form.text("field.certificate-sign", func(c *app.Certificate) *string { return &c.Sign }),
			v.form.usual("field.certificate-first", 1_000_000, 1, func(c *app.Certificate) *int { return &c.First })),
		widget.NewWords(w.say("register.pattern-hint"), widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}), v.span)
	side := widget.Column(16, numbers, rule(), w.section("register.issuing", v.count, v.issue, widget.Columns(2, 8, v.back, v.mark)), rule(),
		w.section("register.one", v.one, widget.Columns(2, 8, v.void, v.again)), rule(),
		w.section("register.book", button(w.say("register.write-book"), false, v.writeBook)))
	right := widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(side))
	return below(12, beside(nil, 0, widget.Border(top, nil, nil, nil, below(8, table)), right, 298))
}

func (v *registerView) show(e *app.Event) {
	c := v.page.edit.current(e)
	if c == nil {
		return
	}
	v.form.show(e)
	cert, words, which := *c, app.Fold(v.search.Text), v.which.Chosen()
	v.asked.ask(func() numbering { return numbersOf(e, cert, words, which) })
}

// numbersOf lists the numbers of a certificate's recipients in their order, and after them those whose holders are gone
// or have another number now. Only those with the words, and of the kind that is asked for, are listed.
func numbersOf(e *app.Event, c app.Certificate, words string, which int) (n numbering) {
	numbers, people := e.Numbering(c), e.RosterOf(c).Recipients
	seen := map[*app.Entry]bool{}
	add := func(l numberLine) {
		if l.is(which) && (words == "" || strings.Contains(app.Fold(l.number+" "+l.facts.Name+" "+l.facts.Class), words)) {
			n.lines = append(n.lines, l)
		}
	}
	for i, r := range people {
		number, _ := numbers.Of(i, r)
		if i == 0 {
			n.first = number
		}
		n.last = number
		entry := numbers.Issued(r.ID)
		if entry == nil {
			n.waiting++
		}
		seen[entry] = true
		add(numberLine{number, entry, app.Facts{Name: r.Name, Class: r.Class, Award: r.Award}})
	}
	for _, entry := range e.Entries() {
		if entry.Certificate != c.ID {
			continue
		}
		if n.issued++; !entry.InForce() {
			n.voids++
		}
		if !seen[entry] {
			add(numberLine{entry.Number, entry, entry.Facts})
		}
	}
	return n
}

// is tells whether the line is of the kind that is asked for.
func (l numberLine) is(which int) bool {
	switch which {
	case waitingNumbers:
		return l.entry == nil
	case issuedNumbers:
		return l.entry != nil && l.entry.InForce()
	case voidNumbers:
		return l.entry != nil && !l.entry.InForce()
	}
	return true
}

// words name a number and who has it.
func (l numberLine) words() string { return joined("  ·  ", l.number, l.facts.Name, l.facts.Class) }

// put shows the numbers.
func (v *registerView) put(n numbering) {
	w := v.w
	v.lines = n.lines
	v.span.SetText(w.say("register.no-numbers"))
	if n.first != "" {
		v.span.SetText(w.say("register.span", "first", n.first, "last", n.last))
	}
	v.count.SetText(w.say("register.count", "waiting", fmt.Sprint(n.waiting), "issued", fmt.Sprint(n.issued), "void", fmt.Sprint(n.voids)))
	v.list.Mark(-1)
	v.choose(nil)
	v.list.Refresh()
	enable(v.issue, n.waiting > 0 && n.first != "")
	enable(v.back, n.issued > 0)
	enable(v.mark, n.issued > 0)
}

// choose tells of the numbers that are chosen, and what can be done to them.
func (v *registerView) choose(lines []numberLine) {
	v.chosen = lines
	inForce := v.inForce()
	words := v.w.say("register.choose")
	switch {
	case len(lines) == 1:
		words = joined("\n", lines[0].words(), v.w.stateOf(lines[0].entry))
	case len(lines) > 1:
		words = v.w.say("register.several", "count", fmt.Sprint(len(lines)), "in-force", fmt.Sprint(len(inForce)))
	}
	v.one.SetText(words)
	enable(v.void, len(inForce) > 0)
	enable(v.again, len(lines) == 1 && len(inForce) == 1)
}

// inForce are those of the chosen numbers that are.
func (v *registerView) inForce() []numberLine {
	var lines []numberLine
	for _, l := range v.chosen {
		if l.is(issuedNumbers) {
			lines = append(lines, l)
		}
	}
	return lines
}

// menu offers what can be done with the chosen numbers.
func (v *registerView) menu(at fyne.Position) {
	void, again := v.w.item("register.make-void", nil, v.makeVoid), v.w.item("register.reprint", nil, v.printAgain)
	void.Disabled, again.Disabled = v.void.Disabled(), v.again.Disabled()
	v.w.menuAt(append(v.w.copyItems(), fyne.NewMenuItemSeparator(), void, again), at)
}

func (v *registerView) copied(all bool) [][]string {
	row := func(l numberLine) []string {
		return []string{l.number, l.facts.Name, l.facts.Class, l.facts.Award, v.w.stateOf(l.entry)}
	}
	var rows [][]string
	lines := v.chosen
	if all {
		lines = v.lines
		rows = append(rows, v.w.heads("register.head-number", "field.recipient-name", "field.recipient-class", "field.recipient-award", "register.head-state"))
	}
	for _, l := range lines {
		rows = append(rows, row(l))
	}
	return rows
}

func enable(b *widget.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// stateOf says what became of a number.
func (w *Window) stateOf(e *app.Entry) string {
	switch {
	case e == nil:
		return w.say("register.state-waiting")
	case !e.InForce():
		return w.say("register.state-void", "date", e.Void.Date.Short(), "reason", e.Void.Reason)
	case len(e.Reprints) > 0:
		last := e.Reprints[len(e.Reprints)-1]
		return w.say("register.state-reprinted", "date", last.Date.Short(), "reason", last.Reason)
	}
	if !e.Printed.IsZero() {
		return w.say("register.state-printed", "date", e.Printed.Short())
	}
	return w.say("register.state-issued", "date", e.Issued.Short())
}

// numberRow is one number in the list, or its head.
type numberRow struct {
	fynewidget.BaseWidget
	cells []*widget.Words
	box   fyne.CanvasObject
}

func newNumberRow() *numberRow {
	r := &numberRow{}
	row := container.New(columnsOf{72, 174, 40, 0, 146})
	for i := range 5 {
		look := widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}
		if i < 2 {
			look = widget.Look{Bold: i == 0}
		}
		cell := widget.NewWords("", look)
		r.cells = append(r.cells, cell)
		row.Add(cell)
	}
	r.box = widget.Inset(row, 7, 12)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *numberRow) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(r.box)
}

func (r *numberRow) set(w *Window, l numberLine) {
	for i, text := range []string{l.number, l.facts.Name, l.facts.Class, l.facts.Award, w.stateOf(l.entry)} {
		r.cells[i].SetText(text)
	}
	ink := widget.ColorMuted // a number that does not hold
	if l.entry != nil && l.entry.InForce() {
		ink = theme.ColorNameForeground
	}
	r.cells[0].SetColor(ink)
}
