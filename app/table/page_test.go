package table

import (
	"errors"
	"strings"
	"testing"
)

const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8><style>td {color: red}</style></head><body>
<table><tr><td colspan=3>DANH SÁCH&nbsp;HỌC SINH</td></tr></table>
<table border=1>
<tr><th rowspan="2">STT</th><th rowspan=2>Họ và tên</th><th colspan=2>Khen thưởng</th></tr>
<tr><th>Danh hiệu<th>Nội dung</tr>
<tr><td>1</td><td>Nguyễn Thị
   Ánh</td><td></td><td>Học tốt<br>Đọc nhiều &amp; chăm</td></tr>
<tr>
</table>`

func TestReadPage(t *testing.T) {
	table, err := Read("ds.xls", []byte(page), Options{})
	must(t, err)
	if len(table.Sheets) != 2 || table.Sheets[1].Name != "ds 2" || table.Sheets[1].Encoding != "utf-8" {
		t.Fatalf("%+v", table.Sheets)
	}
	compare(t, table.Sheets[0].Rows, [][]string{{"DANH SÁCH HỌC SINH"}})
	compare(t, table.Sheets[1].Rows, [][]string{
		{"STT", "Họ và tên", "Khen thưởng"},
		{"STT", "Họ và tên", "Danh hiệu", "Nội dung"},
		{"1", "Nguyễn Thị Ánh", "", "Học tốt\nĐọc nhiều & chăm"},
	})
}

const odsNames = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"`

func odsContent(body string) string {
	return `<office:document-content ` + odsNames + `><office:automatic-styles><style:style style:name="h"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>` + body + `</office:spreadsheet></office:body></office:document-content>`
}

func TestReadODS(t *testing.T) {
	content := odsContent(`<table:table table:name="Ẩn" table:style-name="h"><table:table-row><table:table-cell><text:p>ẩn</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="Lớp 1A"><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Danh sách</text:p></table:table-cell><table:covered-table-cell><text:p>khuất</text:p></table:covered-table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>Nguyễn<text:s/>Thị <text:span>Ánh</text:span></text:p><text:p>(lớp trưởng)</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2016-03-15"><text:p>15/03/16</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2016-03-15T07:30:00"><text:p>…</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`)
	table, err := Read("ds.ods", zipped(t, "content.xml", []byte(content)), Options{})
	must(t, err)
	if len(table.Sheets) != 2 || table.Sheets[0].Name != "Lớp 1A" || table.Sheets[0].Encoding != "ods" || table.Sheets[1].Name != "Ẩn" {
		t.Fatalf("%+v", table.Sheets)
	}
	compare(t, table.Sheets[0].Rows, [][]string{
		{"Danh sách"}, nil, nil,
		{"1", "Nguyễn Thị Ánh\n(lớp trưởng)", "2016-03-15", "x", "x", "2016-03-15 07:30"},
	})
}

func TestReadODSRefusesWithAReason(t *testing.T) {
	for body, code := range map[string]Code{
		`<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`: TooLarge,
		`<table:table table:name="a"><table:table-row><table:table-cell><text:p>Nguyễn`: Damaged,
		`<table:table table:name="a"/>`: Empty,
	} {
		var e *Error
		if _, err := Read("a.ods", zipped(t, "content.xml", []byte(odsContent(body))), Options{}); !errors.As(err, &e) || e.Code != code {
			t.Errorf("%.60s: %v instead of %s", body, err, code)
		}
	}
	var e *Error
	if _, err := Read("a.ods", zipped(t, "word/document.xml", nil), Options{}); !errors.As(err, &e) || e.Code != WrongName {
		t.Errorf("%v", err)
	}
}

func TestReadPageIsBounded(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("<table>", maxSheets+1) + "<td>x",
		"<table><tr>" + strings.Repeat("<td colspan=1000>", 20) + "<td>x",
	} {
		var e *Error
		if _, err := Read("a.xls", []byte("<html>"+text), Options{}); !errors.As(err, &e) || e.Code != TooLarge {
			t.Errorf("%.30s: %v", text, err)
		}
	}
}

func FuzzReadPage(f *testing.F) {
	f.Add(page)
	f.Add("<table><td rowspan=9 colspan=1000>a<table><th>b</table><tr><td>c")
	f.Fuzz(func(t *testing.T, text string) {
		var e *Error
		if _, err := Read("a.xls", []byte("<html>"+text), Options{}); err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
	})
}

func FuzzReadODS(f *testing.F) {
	f.Add(`<table:table table:name="a"><table:table-row><table:table-cell office:date-value="2016-03-15T"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`)
	f.Add(strings.Repeat(`<table:table-row table:number-rows-repeated="9"><table:covered-table-cell/>`, 3))
	f.Fuzz(func(t *testing.T, body string) {
		var e *Error
		if _, err := Read("a.ods", zipped(t, "content.xml", []byte(odsContent(body))), Options{}); err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
	})
}
