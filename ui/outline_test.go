package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// outlined is one widget of an outline: what it is, what it says, how it is, and as which one Tab comes to it.
type outlined struct {
	depth             int
	kind, says, state string
	tab               int // from 1; 0 where Tab passes it over
}

// outline lists the widgets that are seen, a line each, in the order in which they are nested.
type outline struct {
	tabs  map[fyne.Focusable]int
	lines []outlined
}

// outlineOf lists the widgets of the page that is seen.
func outlineOf(w *Window) []outlined {
	test.LaidOutObjects(w.win.Content())
	o := outline{tabs: tabOrder(w.win.Canvas())}
	o.walk(w.place, 0)
	first := 0 // what comes before the page, in the sidebar, is not counted
	for i, line := range o.lines {
		if line.tab > 0 && first == 0 {
			first = line.tab
		}
		if line.tab > 0 {
			o.lines[i].tab = line.tab - first + 1
		}
	}
	return o.lines
}

// tabOrder presses Tab until it comes around.
func tabOrder(c fyne.Canvas) map[fyne.Focusable]int {
	order := map[fyne.Focusable]int{}
	c.Unfocus()
	for c.FocusNext(); c.Focused() != nil && order[c.Focused()] == 0; c.FocusNext() {
		order[c.Focused()] = len(order) + 1
	}
	c.Unfocus()
	return order
}

// mostOutlinedRows is how many rows of a list are outlined: the others look like them.
const mostOutlinedRows = 2

func (o *outline) walk(at fyne.CanvasObject, depth int) {
	if !at.Visible() {
		return
	}
	kind, says, state := describe(at)
	if kind != "" {
		o.lines = append(o.lines, outlined{depth, kind, says, state, o.tab(at)})
		depth++
	}
	switch kind {
	case "list":
		o.rows(rowsOf(at), depth)
	case "", "tabs", "board", "scroll", "sheet":
		for _, part := range partsOf(at) {
			o.walk(part, depth)
		}
	}
}

// rows outlines the first rows of a list: in one line where nothing in them can be used by itself.
func (o *outline) rows(rows []fyne.CanvasObject, depth int) {
	for _, row := range rows[:min(len(rows), mostOutlinedRows)] {
		inner := outline{tabs: o.tabs}
		for _, part := range partsOf(row) {
			inner.walk(part, depth+1)
		}
		says := ""
		for _, line := range inner.lines {
			if line.tab > 0 {
				says = "…"
			}
		}
		if says == "" {
			inner.lines, says = nil, textIn(row)
		}
		o.lines = append(append(o.lines, outlined{depth, "row", says, "", o.tab(row)}), inner.lines...)
	}
}

func (o *outline) tab(at fyne.CanvasObject) int {
	if f, ok := at.(fyne.Focusable); ok {
		return o.tabs[f]
	}
	return 0
}

// describe tells of a widget that people know as such; the kind is "" for what only holds others.
func describe(at fyne.CanvasObject) (kind, says, state string) {
	if e := entryIn(at); e != nil {
		return "field", e.Text, off(e.Disabled(), e.PlaceHolder)
	}
	switch at := at.(type) {
	case *widget.Search:
		return "field", at.Text, at.PlaceHolder
	case *fynewidget.Entry:
		return "field", at.Text, off(at.Disabled(), at.PlaceHolder)
	case *widget.Words:
		return said("words", at.Text())
	case *fynewidget.Label:
		return said("words", at.Text)
	case *widget.Chip:
		return said("chip", textIn(at))
	case *widget.Check:
		return "check", at.Text, off(at.Disabled(), map[bool]string{true: "on", false: "off"}[at.Checked])
	case *widget.Select:
		return "choice", at.Selected, off(at.Disabled(), fmt.Sprintf("of %d", len(at.Options)))
	case *widget.Board:
		return "board", "", ""
	case *widget.Segments:
		return "tabs", "", fmt.Sprintf("%d of %d", at.Selected()+1, at.Len())
	case *widget.Rows:
		return "list", "", fmt.Sprintf("%d of %d", at.Selected()+1, at.Len())
	case *widget.Lines:
		return "list", "", fmt.Sprintf("%d of %d", at.Chosen()+1, at.Length())
	case *widget.Grid[app.RowID]:
		return "list", "", ""
	case *widget.List:
		return "list", "", fmt.Sprintf("of %d", at.Length())
	case *container.Scroll:
		return "scroll", "", ""
	case *preview:
		return "sheet", "", ""
	case *fynewidget.ProgressBar:
		return "progress", "", ""
	case *canvas.Image:
		return "picture", "", ""
	}
	return pressable(at)
}

// pressable tells of what can be pressed.
func pressable(at fyne.CanvasObject) (kind, says, state string) {
	if _, ok := at.(fyne.Tappable); !ok {
		return "", "", ""
	}
	says = textIn(at)
	if hinted, ok := at.(interface{ Hint() string }); ok && says == "" {
		says = hinted.Hint()
	}
	disabled, _ := at.(fyne.Disableable)
	return "button", says, off(disabled != nil && disabled.Disabled(), "")
}

// said is a text, and nothing where it is empty.
func said(kind, text string) (string, string, string) {
	if strings.TrimSpace(text) == "" {
		return "", "", ""
	}
	return kind, text, ""
}

// off is the state of what can't be used, or else another one.
func off(disabled bool, state string) string {
	if disabled {
		return "disabled"
	}
	return state
}

// partsOf returns what an object holds.
func partsOf(at fyne.CanvasObject) []fyne.CanvasObject {
	switch at := at.(type) {
	case *fyne.Container:
		return at.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{at.Content}
	case fyne.Widget:
		return test.WidgetRenderer(at).Objects()
	}
	return nil
}

// rowsOf returns the rows of a list that have words: what its view scrolls, or else what it holds as soon as that is more than one
// thing.
func rowsOf(list fyne.CanvasObject) (rows []fyne.CanvasObject) {
	parts := partsOf(list)
	for inner := only(parts); inner != nil; inner = only(parts) {
		parts = partsOf(inner)
	}
	for _, part := range parts {
		if part.Visible() && textIn(part) != "" {
			rows = append(rows, part)
		}
	}
	return rows
}

// only is the one part, or the one that scrolls, or nil.
func only(parts []fyne.CanvasObject) fyne.CanvasObject {
	for _, part := range parts {
		if _, scrolls := part.(*container.Scroll); scrolls || len(parts) == 1 {
			return part
		}
	}
	return nil
}

// textIn joins the words that are seen in an object.
func textIn(at fyne.CanvasObject) string { return strings.Join(textsOf(at), " · ") }
