package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbook writes a workbook by a function.
func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestReadWorkbookShowsWhatExcelShows(t *testing.T) {
	day := time.Date(2016, 3, 15, 0, 0, 0, 0, time.UTC)
	formats := map[string]string{
		"A": "dd/mm/yyyy", "B": "[$-42A]d mmmm, yyyy", "C": "m/d/yy", "D": `"ngày "dd" tháng "mm`, "E": "0.00", "F": "hh:mm", "G": "dd/mm/yyyy hh:mm", "H": `#,##0 "đ"`,
	}
	data := workbook(t, func(f *excelize.File) {
		for column, code := range formats {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			must(t, err)
			must(t, f.SetCellStyle("Sheet1", column+"2", column+"2", style))
		}
		for _, column := range []string{"A", "B", "C", "D"} {
			must(t, f.SetCellValue("Sheet1", column+"2", 42444))
		}
		must(t, f.SetCellValue("Sheet1", "E2", 7.5))
		must(t, f.SetCellValue("Sheet1", "F2", 0.3125))
		must(t, f.SetCellValue("Sheet1", "G2", 42444.3125))
		must(t, f.SetCellValue("Sheet1", "H2", 1200000))
		must(t, f.SetCellValue("Sheet1", "A4", day))
		must(t, f.SetCellValue("Sheet1", "B4", "gộp"))
		must(t, f.MergeCell("Sheet1", "B4", "D4"))
		must(t, f.SetCellValue("Sheet1", "E4", true))
		must(t, f.SetCellValue("Sheet1", "F4", 42444))
	})
	table, err := Read("a.xlsx", data, Options{})
	must(t, err)
	compare(t, table.Sheets[0].Rows, [][]string{
		nil,
		{"2016-03-15", "2016-03-15", "2016-03-15", "2016-03-15", "7.50", "07:30", "2016-03-15 07:30", "1,200,000 đ"},
		nil,
		{"2016-03-15", "gộp", "", "", "TRUE", "42444"},
	})
}

func TestReadWorkbookTakesCachedValuesAndHiddenSheetsLast(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		must(t, f.SetCellValue("Sheet1", "A1", "ẩn"))
		_, err := f.NewSheet("Danh sách")
		must(t, err)
		must(t, f.SetCellValue("Danh sách", "A1", 3))
		must(t, f.SetCellFormula("Danh sách", "A1", "1+2"))
		f.SetActiveSheet(1)
		must(t, f.SetSheetVisible("Sheet1", false))
	})
	table, err := Read("a.XLSX", data, Options{})
	must(t, err)
	if len(table.Sheets) != 2 || table.Sheets[0].Name != "Danh sách" || table.Sheets[1].Name != "Sheet1" {
		t.Fatalf("%+v", table.Sheets)
	}
	compare(t, table.Sheets[0].Rows, [][]string{{"3"}})
}

// zipped makes a zip of one part.
func zipped(t testing.TB, name string, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	must(t, err)
	_, err = w.Write(content)
	must(t, err)
	must(t, z.Close())
	return b.Bytes()
}

// bomb makes a zip that declares more than may be unpacked.
func bomb(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	_, err := z.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, UncompressedSize64: maxUnzippedBytes + 1})
	must(t, err)
	must(t, z.Close())
	return b.Bytes()
}

func FuzzReadWorkbook(f *testing.F) {
	small := workbook(f, func(b *excelize.File) {
		must(f, b.SetCellValue("Sheet1", "B2", "Họ và tên"))
		must(f, b.SetCellValue("Sheet1", "C3", time.Date(2016, 3, 15, 0, 0, 0, 0, time.UTC)))
	})
	f.Add(small)
	f.Add(small[:len(small)-30])
	f.Add(zipped(f, "xl/workbook.xml", []byte("<workbook><sheets><sheet name=\"a\"/></sheets></workbook>")))
	f.Fuzz(func(t *testing.T, data []byte) {
		var e *Error
		if _, err := Read("x.xlsx", data, Options{}); err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
	})
}

// FuzzReadSheet breaks the sheet inside a whole workbook, where broken bytes of the zip itself never come.
func FuzzReadSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>Họ</t></is></c></row>`, `<xf numFmtId="14"/>`)
	f.Add(`<row r="9"><c r="XFD9" s="1"><v>42444.5</v></c></row><row r="2"/>`, `<xf/><xf numFmtId="165"/>`)
	f.Add(`<row><c t="s"><v>-1</v></c><c t="e"><v>#REF!</v></c></row>`, ``)
	f.Fuzz(func(t *testing.T, rows, xfs string) {
		var e *Error
		if _, err := Read("x.xlsx", rawWorkbook(t, rows, xfs), Options{}); err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
	})
}

// rawWorkbook writes a workbook with the given XML for its rows and cell formats.
func rawWorkbook(t testing.TB, rows, xfs string) []byte {
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + ns + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet ` + ns + `><numFmts><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellXfs>` + xfs + `</cellXfs></styleSheet>`},
		{"xl/worksheets/sheet1.xml", `<worksheet ` + ns + `><sheetData>` + rows + `</sheetData></worksheet>`},
	} {
		w, err := z.Create(part[0])
		must(t, err)
		_, err = w.Write([]byte(part[1]))
		must(t, err)
	}
	must(t, z.Close())
	return b.Bytes()
}
