package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// asksView edits what the school asks of each audience.
type asksView struct {
	w    *Window
	box  fyne.CanvasObject
	edit *listEdit[app.Ask]
	rows *widget.Rows
	form *form[app.Ask]
}

func newAsks(w *Window) *asksView {
	v := &asksView{w: w}
	v.edit = &listEdit[app.Ask]{
		w: w, noun: "noun.ask", of: func(e *app.Event) *[]app.Ask { return &e.Asks },
		fresh: func(*app.Event) app.Ask { return app.Ask{ID: app.NewID(), Audience: newAskName} },
		twin: func(_ *app.Event, a app.Ask) app.Ask {
			a.ID, a.Points = app.NewID(), append([]string(nil), a.Points...)
			return a
		},
		shown: func() { v.show(w.doc.Event()) },
	}
	v.rows = widget.NewRows(twoLines, func(i int, o fyne.CanvasObject) {
		a := w.doc.Event().Asks[i]
		setTwoLines(o, a.Audience, w.say("ask.points", "count", fmt.Sprint(len(a.Points))))
	})
	v.edit.rows(v.rows)
	v.form = newForm(w, v.edit.key, v.edit.current)
	v.edit.began = v.form.begin
	points := widget.NewEntry(12)
	v.form.add("field.ask-points", points)
	v.form.shows = append(v.form.shows, func(a *app.Ask) {
		if strings.Join(pointsOf(points.Text), "\n") != strings.Join(a.Points, "\n") {
			points.Fill(strings.Join(a.Points, "\n"))
		}
	})
	points.OnEdit = func(text string) {
		if a := v.edit.current(w.doc.Event()); a != nil && strings.Join(a.Points, "\n") != strings.Join(pointsOf(text), "\n") {
			v.form.edit("field.ask-points", func(a *app.Ask) { a.Points = pointsOf(text) })
		}
	}
	fields := widget.Card(widget.Column(12,
		v.form.text("field.ask-audience", func(a *app.Ask) *string { return &a.Audience }),
		w.labelled("field.ask-points", points),
		widget.Columns(3, 10, button(w.say("asks.poster"), false, v.makePoster),
			button(w.say("asks.pledges"), false, func() { v.print("asks.pledges", export.Pledges) }),
			button(w.say("asks.speech"), false, func() { v.print("asks.speech", export.Speeches) }))))
	v.box = container.New(&shares{[]float32{0.38, 0.62}, 8}, widget.Border(nil, v.edit.tools(), nil, nil, v.rows), widget.Scrolled(fields, 0))
	return v
}

// makePoster makes a poster that bears the points of the chosen ask, now and after they are changed, and goes there.
func (v *asksView) makePoster() {
	e := v.w.doc.Event()
	a := v.edit.current(e)
	if a == nil {
		return
	}
	poster := posterOf(a.Audience)
	poster.Ask = a.ID
	v.w.doc.Edit(v.w.say("undo.add", "thing", v.w.say("noun.poster")), "", func(e *app.Event) { e.Posters = append(e.Posters, poster) })
	v.w.goTo(poster.Subject())
}

// print writes what is made of the asks.
func (v *asksView) print(title string, kind export.Kind) {
	w := v.w
	w.write(w.say(title), export.Plan{Event: w.doc.Event(), Studio: w.studio, What: []export.Kind{kind}, For: export.Office, Dir: w.folderOf(export.Office)})
}

// pointsOf reads points, one a line.
func pointsOf(text string) []string {
	var points []string
	for _, line := range strings.Split(app.Clean(text), "\n") {
		if line != "" {
			points = append(points, line)
		}
	}
	return points
}

func (v *asksView) show(e *app.Event) {
	v.rows.Display(len(e.Asks), v.edit.settle(e))
	v.form.show(e)
}

// twoLines is a row with a name and a quiet line under it.
func twoLines() fyne.CanvasObject {
	return widget.Inset(widget.Column(2, widget.NewWords("", widget.Look{Bold: true}),
		widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted})), 9, 12)
}

func setTwoLines(o fyne.CanvasObject, name, about string) {
	lines := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	lines[0].(*widget.Words).SetText(name)
	lines[1].(*widget.Words).SetText(about)
}
