package export

import (
	"io"
	"slices"
	"strconv"
	"time"

	"tiengtrong/app"
	"tiengtrong/app/table"
	"tiengtrong/print"
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
	outline := slices.DeleteFunc(c.Program.Outline(), func(row app.Row) bool { return row.Heading && row.Part == "" }) // as Rows has them
	for i, texts := range c.Rows(outline)[1:] {
		row := table.OutputRow{Heading: outline[i].Heading}
		for _, text := range texts {
			row.Cells = append(row.Cells, cellOf(text))
		}
		o.Rows = append(o.Rows, row)
	}
	return o
}

// reportSheet is what became of a run's program as a sheet, with minutes that can be reckoned with.
func reportSheet(r app.Run) table.Output {
	a := print.AccountOf(r)
	o := table.Output{Name: "Diễn biến", Title: []string{a.Title}, Columns: []table.OutputColumn{
		{Title: "TT", Width: 5, Middle: true}, {Title: "Nội dung", Width: 46}, {Title: "Bắt đầu theo kế hoạch", Width: 11, Middle: true},
		{Title: "Bắt đầu thực tế", Width: 11, Middle: true}, {Title: "Kết thúc thực tế", Width: 11, Middle: true},
		{Title: "Phút theo kế hoạch", Width: 11, Middle: true}, {Title: "Phút thực tế", Width: 11, Middle: true},
		{Title: "Chênh lệch (phút)", Width: 11, Middle: true}, {Title: "Ghi chú", Width: 48},
	}}
	for _, f := range a.Facts {
		o.Title = append(o.Title, f[0]+": "+f[1])
	}
	for i, row := range a.Rows {
		cells := []any{i + 1, row.Item.Title, a.Hour(row.Planned.Start), nil, nil, row.Item.Minutes, nil, nil, row.Notes}
		if row.Done() {
			cells[3], cells[4] = a.Hour(row.Real.Start), a.Hour(row.Real.End)
			cells[6], cells[7] = row.Item.Minutes+row.Difference(), row.Difference()
		}
		o.Rows = append(o.Rows, table.OutputRow{Cells: cells})
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
