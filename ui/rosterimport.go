package ui

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/ui/widget"
)

// rosterImport shows what a list would give, lets its columns be mapped by hand, and takes it on a yes.
type rosterImport struct {
	w       *Window
	path    string
	data    []byte
	forced  map[string]string
	roster  *app.Roster
	reading intake.RosterReading
	found   *widget.Words
	lists   *fyne.Container
	choices map[string]*fynewidget.Select
	quiet   bool
}

// importRoster asks for a list and shows what it would give.
func (v *rosterView) importRoster() { v.w.pickTable(v.w.say("roster.import"), v.take) }

// take shows what a list would give to the chosen certificate.
func (v *rosterView) take(path string, data []byte) {
	if v.page.edit.current(v.w.doc.Event()) == nil {
		v.page.edit.add()
	}
	certificate := v.page.edit.chosen
	im := &rosterImport{w: v.w, path: path, data: data, forced: map[string]string{}}
	im.read(func() { im.open(certificate, func() { v.page.tabs.Select(rosterTab) }) })
}

// read reads the list anew, with the columns that were mapped by hand.
func (im *rosterImport) read(then func()) {
	var roster *app.Roster
	var reading intake.RosterReading
	var err error
	forced := map[string]string{}
	for field, header := range im.forced {
		forced[field] = header
	}
	im.w.jobs.run(func() { roster, reading, err = intake.Roster(im.path, im.data, forced) }, func() {
		if err != nil {
			im.w.tellError(im.w.readingError(im.path, err))
			return
		}
		im.roster, im.reading = roster, reading
		then()
	})
}

func (im *rosterImport) open(certificate app.ID, taken func()) {
	w := im.w
	im.found = widget.NewWords("", widget.Look{Bold: true, Wrap: true})
	im.lists = container.NewStack()
	im.choices = map[string]*fynewidget.Select{}
	columns := widget.Column(8, widget.NewWords(w.say("roster.mapping"), widget.Look{Bold: true, Color: widget.ColorMuted}))
	for _, column := range app.RosterColumns {
		if column.Field != app.FieldNumber {
			columns.Add(im.chooser(column.Field))
		}
	}
	left := widget.Fixed(widget.Scrolled(columns, 0), 240, 0)
	content := widget.Fixed(container.NewBorder(widget.Inset(im.found, 0, 0), nil, left, nil, widget.Inset(im.lists, 8, 14)), 0, 480)
	var s *sheet
	no := button(w.say("answer.cancel"), false, func() { s.close() })
	yes := button(w.say("intake.take"), true, func() {
		s.close()
		roster := im.roster
		w.doc.Edit(w.say("undo.import-roster"), "", func(e *app.Event) { e.ReplaceRoster(certificate, roster) })
		taken()
	})
	s = w.newSheet(w.say("roster.import-title"), 960, content, no, yes)
	im.show()
	w.win.Canvas().Focus(yes)
}

// chooser maps one field to a column of the list.
func (im *rosterImport) chooser(field string) fyne.CanvasObject {
	list := fynewidget.NewSelect(nil, nil)
	list.PlaceHolder = im.w.say("roster.no-column")
	list.OnChanged = func(header string) {
		if im.quiet {
			return
		}
		if list.SelectedIndex() == 0 {
			header = ""
		}
		im.forced[field] = header
		im.read(im.show)
	}
	im.choices[field] = list
	return im.w.labelled("roster-field."+field, widget.Framed(list))
}

func (im *rosterImport) show() {
	im.quiet = true
	defer func() { im.quiet = false }()
	w, r := im.w, im.reading
	options := []string{w.say("roster.no-column")}
	for _, header := range r.Columns {
		if header != "" {
			options = append(options, header)
		}
	}
	for field, list := range im.choices {
		list.SetOptions(options)
		if header := r.Mapping[field]; header != "" {
			list.SetSelected(header)
		} else {
			list.ClearSelected()
		}
	}
	im.found.SetText(joined(" · ", w.say("roster.found", "count", fmt.Sprint(len(r.Recipients)), "path", filepath.Base(im.path)), r.Encoding))
	people := make([]string, len(r.Recipients))
	for i, p := range r.Recipients {
		people[i] = joined("  ·  ", fmt.Sprintf("%d.  %s", i+1, p.Name), p.Class, p.Born.Short(), w.say("gender."+string(p.Gender)), p.Award)
	}
	im.lists.Objects = []fyne.CanvasObject{container.NewBorder(nil, im.doubts(), nil, nil, w.lineList(people, theme.ColorNameForeground))}
	im.lists.Refresh()
}

// doubts lists the rows that give nobody, and what should be looked at in the others.
func (im *rosterImport) doubts() fyne.CanvasObject {
	w := im.w
	var lines []string
	for _, l := range im.reading.LeftOut {
		lines = append(lines, w.leftOut(l))
	}
	for _, r := range im.reading.Remarks {
		lines = append(lines, w.say("remark."+r.Code, "row", fmt.Sprint(r.Row), "text", r.Text))
	}
	if len(lines) == 0 {
		return w.note("done", theme.ColorNameSuccess, w.say("roster.all-taken"))
	}
	head := w.say("roster.doubts", "out", fmt.Sprint(len(im.reading.LeftOut)), "remarks", fmt.Sprint(len(im.reading.Remarks)))
	return widget.Inset(widget.Column(4, widget.NewWords(head, widget.Look{Bold: true, Color: theme.ColorNameWarning}),
		widget.Fixed(w.lineList(lines, widget.ColorMuted), 0, 130)), 8, 0)
}
