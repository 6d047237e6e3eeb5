package ui

import (
	"fmt"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// importColumns is the step in which each field gets its column, beside the people that come of it.
type importColumns struct {
	im      *listImport
	box     fyne.CanvasObject
	rows    map[string]*columnRow
	more    *widget.Words
	found   *widget.Words
	people  *widget.List
	showing bool
}

// columnRow is one field, the column that was chosen for it, and what stands there.
type columnRow struct {
	box    *fyne.Container
	choice *widget.Select
	sample *widget.Words
}

func newImportColumns(im *listImport) *importColumns {
	w := im.w
	s := &importColumns{im: im, rows: map[string]*columnRow{}}
	rows := widget.Column(7)
	for _, column := range app.RosterColumns {
		if column.Field != app.FieldNumber {
			s.rows[column.Field] = s.row(column.Field)
			rows.Add(s.rows[column.Field].box)
		}
	}
	s.more = widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true})
	rows.Add(s.more)
	s.found = widget.NewWords("", widget.Look{Bold: true})
	s.people = w.lines(func() int { return len(im.roster.Recipients) }, func(i int) string {
		return fmt.Sprintf("%d.  %s", i+1, w.person(im.roster.Recipients[i]))
	})
	hint := widget.NewWords(w.say("import.columns-hint"), widget.Look{Color: widget.ColorMuted, Wrap: true})
	left := container.NewBorder(widget.Inset(hint, 0, 0), nil, nil, nil, below(10, widget.Scrolled(rows, 2)))
	right := container.NewBorder(s.found, nil, nil, nil, below(8, widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(s.people, 2, 2))))
	s.box = beside(left, 660, right, nil, 0)
	return s
}

func (s *importColumns) name() string               { return "import.step-columns" }
func (s *importColumns) content() fyne.CanvasObject { return s.box }
func (s *importColumns) ready() bool                { return true }

func (s *importColumns) row(field string) *columnRow {
	w := s.im.w
	r := &columnRow{choice: widget.NewSelect(nil, nil), sample: widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted})}
	r.choice.PlaceHolder = w.say("roster.no-column")
	r.choice.OnChanged = func(header string) {
		if s.showing {
			return
		}
		if r.choice.SelectedIndex() == 0 {
			header = ""
		}
		choices := s.im.choices
		choices.Headers = maps.Clone(choices.Headers)
		if choices.Headers == nil {
			choices.Headers = map[string]string{}
		}
		choices.Headers[field] = header
		s.im.again(choices)
	}
	name := widget.NewWords(w.say("roster-field."+field), widget.Look{Bold: true})
	r.box = container.New(columnsOf{166, 190, 0}, name, widget.Framed(r.choice), r.sample)
	return r
}

// stands tells whether a field is offered: the parts of a name where it has no column of its own, and so on.
func (s *importColumns) stands(field string) bool {
	mapped := func(field string) bool { return s.im.reading.Mapping[field] != "" }
	switch field {
	case app.FieldFamily, app.FieldMiddle, app.FieldGiven:
		return mapped(field) || !mapped(app.FieldName)
	case app.FieldFemale:
		return mapped(field) || !mapped(app.FieldGender)
	}
	return true
}

func (s *importColumns) show() {
	s.showing = true
	defer func() { s.showing = false }()
	w, r := s.im.w, s.im.reading
	options := []string{w.say("roster.no-column")}
	for _, header := range r.Columns {
		if header != "" && !slices.Contains(options, header) {
			options = append(options, header)
		}
	}
	for field, row := range s.rows {
		row.choice.SetOptions(options)
		row.choice.ClearSelected()
		if header := r.Mapping[field]; header != "" {
			row.choice.SetSelected(header)
		}
		row.sample.SetText(w.samples(s.im.roster.Recipients, field))
		row.box.Hidden = !s.stands(field)
	}
	s.more.SetText("")
	if len(r.More) > 0 {
		s.more.SetText(w.say("import.more-columns", "columns", listed(r.More)))
	}
	s.found.SetText(w.say("import.found", "count", fmt.Sprint(len(r.Recipients))))
	s.people.Refresh()
	s.box.Refresh()
}

// samples are the first few texts that a field has in the list.
func (w *Window) samples(people []*app.Recipient, field string) string {
	var texts []string
	for _, p := range people[:min(len(people), 200)] {
		text := p.Text(field)
		if field == app.FieldGender && text != "" {
			text = w.say("gender." + text)
		}
		if text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
		if len(texts) == 3 {
			break
		}
	}
	return joined("  ·  ", texts...)
}

// lines is a long list of lines, each made when it is seen.
func (w *Window) lines(count func() int, line func(i int) string) *widget.List {
	return widget.NewList(count,
		func() fyne.CanvasObject {
			return widget.Inset(widget.NewWords("", widget.Look{Color: theme.ColorNameForeground}), 4, 8)
		},
		func(i int, o fyne.CanvasObject) { o.(*fyne.Container).Objects[0].(*widget.Words).SetText(line(i)) })
}
