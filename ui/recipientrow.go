package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// recipientColumn is a column of a list of recipients.
type recipientColumn struct {
	head  string  // phrase
	width float32 // 0 shares what is left
	look  widget.Look
	text  func(w *Window, place int, r *app.Recipient) string
}

var (
	smallText     = widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}
	placeColumn   = recipientColumn{"roster.number", 34, smallText, func(_ *Window, place int, _ *app.Recipient) string { return fmt.Sprint(place + 1) }}
	nameColumn    = recipientColumn{"field.recipient-name", 192, widget.Look{Bold: true}, func(_ *Window, _ int, r *app.Recipient) string { return r.Name }}
	classColumn   = recipientColumn{"field.recipient-class", 40, widget.Look{}, func(_ *Window, _ int, r *app.Recipient) string { return r.Class }}
	bornColumn    = recipientColumn{"field.recipient-born", 82, smallText, func(_ *Window, _ int, r *app.Recipient) string { return r.Born.Short() }}
	genderColumn  = recipientColumn{"roster.gender", 36, smallText, func(w *Window, _ int, r *app.Recipient) string { return w.say("gender-short." + string(r.Gender)) }}
	awardColumn   = recipientColumn{"field.recipient-award", 132, smallText, func(_ *Window, _ int, r *app.Recipient) string { return r.Award }}
	praisedColumn = recipientColumn{"field.recipient-citation", 0, smallText, func(_ *Window, _ int, r *app.Recipient) string { return r.Citation }}

	rosterColumns  = []recipientColumn{placeColumn, nameColumn, classColumn, bornColumn, genderColumn, awardColumn, praisedColumn}
	handoutColumns = []recipientColumn{placeColumn, nameColumn, classColumn, awardColumn, praisedColumn}
)

// recipientRow is one recipient in a list, or its head.
type recipientRow struct {
	fynewidget.BaseWidget
	columns []recipientColumn
	cells   []*widget.Words
	box     fyne.CanvasObject
}

func newRecipientRow(columns []recipientColumn) *recipientRow {
	r := &recipientRow{columns: columns}
	var widths columnsOf
	for _, c := range columns {
		widths = append(widths, c.width)
	}
	row := container.New(widths)
	for _, c := range columns {
		cell := widget.NewWords("", c.look)
		r.cells = append(r.cells, cell)
		row.Add(cell)
	}
	r.box = widget.Inset(row, 7, 12)
	r.ExtendBaseWidget(r)
	return r
}

// newRecipientHead is the head of a list with these columns.
func newRecipientHead(w *Window, columns []recipientColumn) *recipientRow {
	r := newRecipientRow(columns)
	for i, c := range columns {
		r.cells[i].SetText(w.say(c.head))
		r.cells[i].SetColor(widget.ColorMuted)
	}
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *recipientRow) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(r.box)
}

func (r *recipientRow) set(w *Window, place int, p *app.Recipient) {
	for i, c := range r.columns {
		r.cells[i].SetText(c.text(w, place, p))
	}
}

// columnsOf lays things side by side in columns of these widths; those of width 0 share what is left.
type columnsOf []float32

const columnGap = 10

func (c columnsOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	free, shares := size.Width-columnGap*float32(len(c)-1), 0
	for _, width := range c {
		free -= width
		if width == 0 {
			shares++
		}
	}
	x := float32(0)
	for i, o := range objects {
		width := c[i]
		if width == 0 {
			width = max(free, 0) / float32(shares)
		}
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(width, height))
		x += width + columnGap
	}
}

func (c columnsOf) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(columnGap*float32(len(c)-1), 0)
	for i, o := range objects {
		size.Width += max(c[i], 40)
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}
