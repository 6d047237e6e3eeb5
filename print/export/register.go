package export

import (
	"io"
	"strings"

	"tiengtrong/app"
	"tiengtrong/app/table"
)

// register makes of the event's sổ khen thưởng a document and a workbook with the same lines. It is the school's alone:
// no print shop and no screen gets it.
func register(plan Plan) []job {
	if !Serves(Register, plan.For) || len(plan.Event.Entries()) == 0 {
		return nil
	}
	book, title := plan.Studio.Register(plan.Event), plan.Event.Title
	name := fileName("so-khen-thuong", title)
	return []job{{name: name, title: title, kind: Register, count: book.Len(), problems: book.Problems(), each: book.Pages}, {
		name: name + ".xlsx", title: title, kind: Register, count: 1,
		write: func(w io.Writer) error { return table.WriteXLSX(w, workbook(plan.Event)) },
	}}
}

// workbook is the sổ khen thưởng as a sheet.
func workbook(e *app.Event) table.Output {
	book := e.Book()
	o := table.Output{
		Name:  app.BookTitle,
		Title: []string{strings.ToUpper(app.BookTitle), strings.Trim(app.Clean(e.School.Name)+" · "+e.BookSpan(), " ·"), app.BookOpening(book)},
		Columns: []table.OutputColumn{
			{Title: "TT", Width: 6, Middle: true}, {Title: "Số vào sổ", Width: 15, Middle: true}, {Title: "Họ và tên", Width: 27},
			{Title: "Ngày sinh", Width: 12, Middle: true, Day: true}, {Title: "Lớp", Width: 8, Middle: true}, {Title: "Danh hiệu, thành tích", Width: 40},
			{Title: "Quyết định số", Width: 16, Middle: true}, {Title: "Ngày cấp", Width: 12, Middle: true, Day: true},
			{Title: "Ký nhận", Width: 11}, {Title: "Ghi chú", Width: 24, Note: true},
		},
		Foot: []string{app.BookClosing(book, 0)},
	}
	for _, l := range book {
		o.Rows = append(o.Rows, table.OutputRow{Struck: !l.InForce(), Cells: []any{
			l.Row, l.Number, l.Facts.Name, day(l.Facts.Born), l.Facts.Class, l.Achievement, l.Decision, day(l.Issued), nil, l.Note,
		}})
	}
	return o
}

// day returns a date as a cell holds it.
func day(d app.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.Time()
}
