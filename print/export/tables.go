package export

import (
	"io"
	"strconv"
	"time"

	"tiengtrong/app"
	"tiengtrong/app/table"
)

// calendars is one iCalendar file with the ceremonies of the event.
func calendars(plan Plan) []job {
	e := plan.Event
	if len(e.Ceremonies) == 0 {
		return nil
	}
	return []job{{
		name: fileName("lich", e.Title) + ".ics", title: e.Title, kind: Calendars, count: 1,
		write: func(w io.Writer) error {
			_, err := io.WriteString(w, app.Calendar(e, time.Now()))
			return err
		},
	}}
}

// workbooks is one workbook for each ceremony with a program, with the columns that import reads back.
func workbooks(plan Plan) []job {
	var out []job
	for _, c := range plan.Event.Ceremonies {
		if len(c.Program.Items) > 0 {
			out = append(out, job{
				name: fileName("chuong-trinh", c.Title) + ".xlsx", title: c.Title, kind: Workbooks, count: 1,
				write: func(w io.Writer) error { return table.WriteXLSX(w, programSheet(c)) },
			})
		}
	}
	return out
}

// programSheet is a running order as a sheet.
func programSheet(c app.Ceremony) table.Output {
	o := table.Output{Name: "Chương trình", Title: []string{c.Title}}
	for _, col := range app.ProgramCells {
		o.Columns = append(o.Columns, table.OutputColumn{Title: col.Title, Width: col.Width, Middle: col.Width < 13})
	}
	outline := c.Program.Outline()
	for i, texts := range c.Rows(outline)[1:] {
		row := table.OutputRow{Heading: outline[i].Heading}
		for _, text := range texts {
			row.Cells = append(row.Cells, cellOf(text))
		}
		o.Rows = append(o.Rows, row)
	}
	return o
}

// cellOf makes a number of a text that is one.
func cellOf(text string) any {
	if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text {
		return n
	}
	if text == "" {
		return nil
	}
	return text
}
