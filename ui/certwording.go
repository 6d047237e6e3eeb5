package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// wordingLine is a field for one line of a certificate's wording: with a menu of what may be put in, and under it what in
// the line has no meaning, and where.
type wordingLine struct {
	v     *designView
	code  string // of app.WordingProblems
	entry *widget.Entry
	flaw  *widget.Words
}

// wording is the field for the line of that code.
func (v *designView) wording(code string, entry *widget.Entry, at func(*app.Certificate) *string) fyne.CanvasObject {
	w, field := v.w, "field.certificate-"+code
	l := &wordingLine{v: v, code: code, entry: entry}
	l.flaw = widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: theme.ColorNameError, Wrap: true})
	l.flaw.Hide()
	v.lines = append(v.lines, l)
	v.form.bind(field, entry, at)
	put := widget.NewTap(widget.Inset(widget.NewWords(w.say("wording.insert"), widget.Look{Size: widget.SizeSmall, Color: theme.ColorNamePrimary, Whole: true}), 0, 4), 5,
		l.offer)
	name := widget.NewWords(w.say(field), widget.Look{Size: widget.SizeSmall, Bold: true, Color: widget.ColorMuted})
	return widget.Column(3, container.NewBorder(nil, nil, nil, put, name), entry, l.flaw)
}

// show tells the first thing in the line that has no meaning.
func (l *wordingLine) show(problems []app.Problem) {
	text := ""
	for _, p := range problems {
		if p.Args["line"] == l.code {
			text = l.v.w.say("wording."+p.Code, "text", p.Args["text"], "at", p.Args["at"])
			break
		}
	}
	l.flaw.SetText(text)
	if l.flaw.Hidden != (text == "") {
		l.flaw.Hidden = text == ""
		l.v.form.grew = true
	}
}

// offer lets people choose what to put in: a field, or a part with a condition, each with what it gives for who is seen.
func (l *wordingLine) offer() {
	w := l.v.w
	e := w.doc.Event()
	c := l.v.page.edit.current(e)
	if c == nil {
		return
	}
	var texts []string
	for _, name := range e.Fields(*c) {
		texts = append(texts, "{"+name+"}")
	}
	texts = append(texts, conditions...)
	who, at, merge := &app.Recipient{}, max(l.v.page.at(e), 0), e.Merge(*c)
	if people := e.RosterOf(*c).Recipients; at < len(people) {
		who = people[at]
	}
	var s *sheet
	list := widget.NewPick(len(texts), newOfferRow, func(i int, o fyne.CanvasObject) {
		value, _ := merge.Fill(texts[i], at, who)
		cells := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
		cells[0].(*widget.Words).SetText(texts[i])
		cells[1].(*widget.Words).SetText(value)
	}, func(i int) {
		s.close()
		l.put(texts[i])
	})
	s = w.newSheet(w.say("wording.offer", "line", w.say("field.certificate-"+l.code)), 700,
		widget.Fixed(widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(list, 2, 2)), 0, 430),
		button(w.say("answer.cancel"), false, func() { s.close() }))
	w.win.Canvas().Focus(list)
}

// newOfferRow is what may be put in, and what it gives.
func newOfferRow() fyne.CanvasObject {
	return widget.Inset(container.New(columnsOf{340, 0}, widget.NewWords("", widget.Look{Bold: true}),
		widget.NewWords("", widget.Look{Color: widget.ColorMuted})), 6, 12)
}

// conditions are examples of what may be put into the wording, which is Vietnamese.
var conditions = []string{
	"{nếu nữ: bạn nữ | nam: bạn nam}",
	"{nếu có danh hiệu: đạt danh hiệu {danh hiệu}}",
	"{ngày ký: ngày dd tháng mm năm yyyy}",
}

// put types a text where the cursor stands.
func (l *wordingLine) put(text string) {
	l.v.w.win.Canvas().Focus(l.entry)
	l.entry.Put(text)
}

// shortened returns a text of at most so many letters.
func shortened(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return text
}
