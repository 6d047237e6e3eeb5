package ui

import (
	"fmt"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// orderRows are the rows of a running order as the window shows them.
func (w *Window) orderRows(c app.Ceremony) []widget.GridRow[app.RowID] {
	slots, parts := c.Schedule(), map[app.ID]app.PartSpan{}
	for _, part := range c.Program.Parts(c.Start) {
		parts[part.ID] = part
	}
	troubles := w.itemTroubles()
	var rows []widget.GridRow[app.RowID]
	i := 0
	for _, row := range c.Program.Outline() {
		shown := widget.GridRow[app.RowID]{Key: row.RowID, Heading: row.Heading}
		if row.Heading {
			shown.Cells = w.headingCells(c, row, parts[row.RowID.Item])
			if part, some := parts[row.RowID.Item]; some {
				shown.Before = w.gapNote(slots[part.From])
			}
		} else {
			shown.Cells = w.itemCells(c, i, slots[i])
			if len(rows) == 0 || !rows[len(rows)-1].Heading {
				shown.Before = w.gapNote(slots[i])
			}
			shown.Below = troubles[row.RowID.Item]
			i++
		}
		rows = append(rows, shown)
	}
	return rows
}

func (w *Window) headingCells(c app.Ceremony, row app.Row, part app.PartSpan) []widget.GridCell {
	name := widget.GridCell{Text: row.Part, Value: row.Part}
	if row.Part == "" {
		name.Text, name.Faint = w.say("order.no-part"), true
	}
	return []widget.GridCell{name, {Text: w.partTime(c, part)}}
}

// partTime tells when a part is on and how long, as far as the ceremony has an hour.
func (w *Window) partTime(c app.Ceremony, part app.PartSpan) string {
	if part.From == part.To {
		return w.say("order.empty-part")
	}
	if !c.Timed(part.From) {
		return w.say("minutes", "count", fmt.Sprint(part.Minutes))
	}
	minutes, waiting := part.Lasts()
	return w.spanned(part.Start, part.End, minutes, waiting)
}

// spanned tells from when to when something is on, how long, and how much of that is waiting for a fixed hour.
func (w *Window) spanned(start, end app.Clock, minutes, waiting int) string {
	phrase := "program.total"
	if waiting > 0 {
		phrase = "program.total-waiting"
	}
	return w.say(phrase, "minutes", fmt.Sprint(minutes), "waiting", fmt.Sprint(waiting), "start", start.String(), "end", end.String())
}

func (w *Window) itemCells(c app.Ceremony, i int, slot app.Slot) []widget.GridCell {
	it := c.Program.Items[i]
	cells := make([]widget.GridCell, 0, len(itemCells)+1)
	for _, cell := range itemCells {
		value := cell.read(it)
		cells = append(cells, widget.GridCell{Text: value, Value: value})
	}
	start := &cells[0]
	start.Text = "–"
	if c.Timed(i) {
		start.Text = slot.Start.String()
	}
	if it.HardStart != app.NoClock {
		start.Text = "◆ " + start.Text
	}
	if title := &cells[titleColumn]; title.Text == "" {
		title.Text, title.Faint = w.say("item.untitled"), true
	}
	return append(cells, widget.GridCell{Marks: itemMarks(it)})
}

// itemMarks tell what an item has that its row does not show.
func itemMarks(it app.Item) []widget.GridMark {
	var marks []widget.GridMark
	if n := len(it.Cues); n > 0 {
		marks = append(marks, widget.GridMark{Icon: tinted("cue", widget.ColorMuted), Count: fmt.Sprint(n)})
	}
	if app.Clean(it.Notes) != "" {
		marks = append(marks, widget.GridMark{Icon: tinted("note", widget.ColorMuted)})
	}
	if app.Clean(it.Script) != "" {
		marks = append(marks, widget.GridMark{Icon: tinted("script", widget.ColorMuted)})
	}
	return marks
}

// gapNote tells of minutes that are empty before an item, or that it shares with the one before.
func (w *Window) gapNote(slot app.Slot) widget.GridNote {
	switch {
	case slot.Gap > 0:
		return widget.GridNote{Text: w.say("item.gap", "minutes", fmt.Sprint(slot.Gap)), Tone: widget.Warn}
	case slot.Gap < 0:
		return widget.GridNote{Text: w.say("item.overlap", "minutes", fmt.Sprint(-slot.Gap)), Tone: widget.Bad}
	}
	return widget.GridNote{}
}

// shownInRow are the problems that the row itself shows.
var shownInRow = map[string]bool{"item-gap": true, "item-overlap": true, "item-no-title": true, "item-no-who": true, "item-no-minutes": true}

// itemTroubles are the first problems of the items, as the proofreader found them.
func (w *Window) itemTroubles() map[app.ID]widget.GridNote {
	notes := map[app.ID]widget.GridNote{}
	for _, p := range w.problems {
		if p.Subject.Kind != app.OfItem || shownInRow[p.Code] {
			continue
		}
		tone := widget.Warn
		if p.Severity == app.Error {
			tone = widget.Bad
		}
		for _, item := range []app.ID{p.Subject.ID, p.Also} {
			if notes[item].Text == "" {
				notes[item] = widget.GridNote{Text: w.problem(p), Tone: tone}
			}
		}
	}
	return notes
}
