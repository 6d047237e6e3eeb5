package intake_test

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/app/table"
	"tiengtrong/assets"
)

func readSample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(assets.Sub("samples"), name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Every form in which the school keeps its list gives the same 412 recipients, on the rows of that form.
func TestRosterFormsAgree(t *testing.T) {
	forms := []struct {
		file, sheet, encoding string
		firstRow              int
	}{
		{"danh-sach-khen-thuong.xlsx", "Khen thưởng", "xlsx", 8},
		{"danh-sach-khen-thuong.csv", "danh-sach-khen-thuong", "utf-8", 2},
		{"danh-sach-khen-thuong-tcvn3.csv", "danh-sach-khen-thuong-tcvn3", "tcvn3", 2},
		{"danh-sach-khen-thuong-utf16.txt", "danh-sach-khen-thuong-utf16", "utf-16le", 2},
	}
	var want []app.Recipient
	for _, form := range forms {
		roster, reading, err := intake.Roster("/một thư mục/"+form.file, readSample(t, form.file), intake.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		if reading.Sheet != form.sheet || reading.Encoding != form.encoding || roster.Source != form.file {
			t.Errorf("%s: sheet %q, encoding %q, source %q", form.file, reading.Sheet, reading.Encoding, roster.Source)
		}
		got := make([]app.Recipient, 0, 412)
		for i, r := range roster.Recipients {
			if r.Row != form.firstRow+i {
				t.Fatalf("%s: recipient %d is on row %d", form.file, i, r.Row)
			}
			c := *r
			c.ID, c.Row = app.ID{}, 0
			got = append(got, c)
		}
		if want == nil {
			want = got
		}
		if len(got) != 412 || len(reading.Remarks) != 0 {
			t.Fatalf("%s: %d recipients, remarks %v", form.file, len(got), reading.Remarks)
		}
		for i := range got {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Fatalf("%s: %+v instead of %+v", form.file, got[i], want[i])
			}
		}
	}
}

func TestRosterTellsWhatItLeavesOut(t *testing.T) {
	_, reading, err := intake.Roster("danh-sach.xlsx", readSample(t, "danh-sach-khen-thuong.xlsx"), intake.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	want := []app.LeftOut{
		{Row: 420, Text: "Danh sách này có 412 học sinh./.", Reason: app.ReasonFooter},
		{Row: 421, Text: "Phù Liễn, ngày 30 tháng 9 năm 2025", Reason: app.ReasonFooter},
		{Row: 422, Text: "HIỆU TRƯỞNG", Reason: app.ReasonFooter},
	}
	if len(reading.LeftOut) != len(want) {
		t.Fatalf("left out: %v", reading.LeftOut)
	}
	for i, l := range reading.LeftOut {
		if l != want[i] {
			t.Errorf("%+v instead of %+v", l, want[i])
		}
	}
	last := reading.Recipients[411]
	if last.Name != "Nguyễn Thành Quang Phong" || last.Row != 419 || last.Class != "5A6" || last.Born != (app.Date{Year: 2015, Month: 6, Day: 9}) || last.Gender != app.Male {
		t.Errorf("%+v", last)
	}
}

// manyRows makes a list of n recipients, all different.
func manyRows(n int) [][]string {
	rows := [][]string{{"STT", "Họ và tên", "Ngày sinh", "Nữ", "Lớp", "Danh hiệu", "Nội dung khen thưởng"}}
	family, middle, given := strings.Fields("Nguyễn Trần Lê Phạm Vũ Đặng"), strings.Fields("Thị Văn Hữu Ngọc Gia"), strings.Fields("Ánh Bình Cúc Dũng Đức Em Giang")
	for i := range n {
		name := fmt.Sprintf("%s %s %s", family[i%6], middle[i/6%5], given[i/30%7])
		rows = append(rows, []string{fmt.Sprint(i + 1), name, fmt.Sprintf("%02d/%02d/%d", i%28+1, i%12+1, 2010+i%10), "x",
			fmt.Sprintf("%dA%d", i%12+1, i%9+1), "Học sinh Xuất sắc", "Đã có thành tích xuất sắc trong học tập và rèn luyện"})
	}
	return rows
}

func BenchmarkRoster20000(b *testing.B) {
	rows := manyRows(20000)
	var text strings.Builder
	book := excelize.NewFile()
	defer book.Close()
	sheet, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i, row := range rows {
		text.WriteString(strings.Join(row, ";") + "\r\n")
		cells := make([]any, len(row))
		for c, cell := range row {
			cells[c] = cell
		}
		if err := sheet.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := sheet.Flush(); err != nil {
		b.Fatal(err)
	}
	buf, err := book.WriteToBuffer()
	if err != nil {
		b.Fatal(err)
	}
	for name, data := range map[string][]byte{"ds.csv": []byte(text.String()), "ds.xlsx": buf.Bytes()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				roster, _, err := intake.Roster(name, data, intake.Choices{})
				if err != nil || len(roster.Recipients) != 20000 {
					b.Fatal(err, len(roster.Recipients))
				}
			}
		})
	}
}

// Whatever a reader says by a code, both languages of the screen have a sentence for.
func TestEveryCodeHasASentence(t *testing.T) {
	keys := []string{"template.unknown", "table.no-sheet", "kind.nothing", "kind.clipboard"}
	for _, kind := range []string{"text", "zip", "ole", "pdf", "png", "jpeg", "html", "xml"} {
		keys = append(keys, "kind."+kind)
	}
	for _, c := range []table.Code{table.Empty, table.UnknownFormat, table.WrongName, table.Locked, table.Damaged, table.TooLarge, table.NotText, table.NoEncoding} {
		keys = append(keys, "table."+string(c))
	}
	for _, c := range []string{app.NoHeader, app.NoProgramHeader, app.UnknownField, app.UnknownHeader, app.HeaderTwice} {
		keys = append(keys, "header."+c)
	}
	for _, c := range []string{app.ReasonNoName, app.ReasonFooter, app.ReasonRepeatedHeader, app.ReasonSection, app.ReasonHidden, app.ReasonNoTitle, app.ReasonDuplicate} {
		keys = append(keys, "reason."+c)
	}
	for _, c := range []string{app.RemarkDate, app.RemarkGender, app.RemarkColumn, app.RemarkTwice, app.RemarkNoValue, app.RemarkTime, app.RemarkMinutes, app.RemarkNoMinutes} {
		keys = append(keys, "remark."+c)
	}
	templates, err := intake.Templates(assets.Sub("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, tpl := range templates {
		keys = append(keys, "template."+tpl.Name)
	}
	for _, lang := range []string{"vi", "en"} {
		phrases, err := app.LoadPhrases(assets.Sub("lang"), lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			if phrases.Say(key) == key {
				t.Errorf("%s: no phrase %q", lang, key)
			}
		}
	}
}

func TestExplainNamesWhatThereIs(t *testing.T) {
	phrases, err := app.LoadPhrases(assets.Sub("lang"), "en")
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = intake.Roster("ds.csv", []byte("STT;Họ và tên\n1;Lê Văn Bình\n"), intake.Choices{Headers: map[string]string{"class": "Tổ"}})
	if got := intake.Explain(phrases, err); !strings.Contains(got, "“Tổ”") || !strings.Contains(got, "STT, Họ và tên") {
		t.Errorf("%q", got)
	}
	_, _, err = intake.Roster("ds.xlsx", []byte("%PDF-1.7"), intake.Choices{})
	if got := intake.Explain(phrases, err); !strings.Contains(got, "ds.xlsx") || !strings.Contains(got, "PDF") {
		t.Errorf("%q", got)
	}
}

// Of several sheets the one with the most recipients is read, not the first.
func TestRosterTakesTheBestSheet(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	for _, s := range []struct {
		sheet string
		rows  [][]string
	}{
		{"Sheet1", [][]string{{"Hướng dẫn nhập liệu"}}},
		{"Mẫu", [][]string{{"STT", "Họ và tên"}, {"1", "Nguyễn Văn A"}}},
		{"Khối 5", manyRows(5)},
		{"Năm ngoái", manyRows(9)}, // hidden
	} {
		if _, err := book.NewSheet(s.sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range s.rows {
			if err := book.SetSheetRow(s.sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.SetSheetVisible("Năm ngoái", false); err != nil {
		t.Fatal(err)
	}
	buf, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	roster, reading, err := intake.Roster("ds.xlsx", buf.Bytes(), intake.Choices{})
	if err != nil || reading.Sheet != "Khối 5" || roster.Sheet != "Khối 5" || len(roster.Recipients) != 5 {
		t.Errorf("%v, sheet %q, %d recipients", err, reading.Sheet, len(roster.Recipients))
	}
	if others := reading.Others(); len(others) != 1 || others[0] != (intake.OtherSheet{Name: "Mẫu", Count: 1}) {
		t.Errorf("sheets left aside: %v", others)
	}
	roster, reading, err = intake.Roster("ds.xlsx", buf.Bytes(), intake.Choices{Sheet: "năm ngoái"})
	if err != nil || roster.Sheet != "Năm ngoái" || len(reading.Recipients) != 9 || len(reading.Sheets) != 3 {
		t.Errorf("%v, the chosen sheet: %q, sheets %v", err, roster.Sheet, reading.Sheets)
	}
	var unknown *intake.UnknownSheet
	if _, _, err = intake.Roster("ds.xlsx", buf.Bytes(), intake.Choices{Sheet: "Khối 6"}); !errors.As(err, &unknown) || len(unknown.Known) != 4 {
		t.Errorf("%v", err)
	}
}

func TestSlogansFromTextAndSpreadsheet(t *testing.T) {
	catalogue, err := intake.Catalogue(assets.Sub("."))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"khau-hieu.txt": "Học, học nữa, học mãi\nĐọc sách, nghĩ sâu | Lớp 5A\n",
		"khau-hieu.csv": "\"Học, học nữa, học mãi\",\n\"Đọc sách, nghĩ sâu\",Lớp 5A\n",
	} {
		r, err := intake.Slogans(name, []byte(data), catalogue)
		if err != nil || len(r.Slogans) != 2 || r.Slogans[0].Source != "V.I. Lênin" || r.Slogans[1].Source != "Lớp 5A" {
			t.Errorf("%s: %v %+v", name, err, r.Slogans)
		}
	}
}
