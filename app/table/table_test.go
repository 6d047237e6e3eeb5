package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// list is what every encoding of the same list must give.
var list = [][]string{
	{"STT", "Họ và tên", "Lớp", "Nội dung khen thưởng"},
	{"1", "Nguyễn Thị Ánh Tuyết", "1A", "Đã hoàn thành tốt, được cô giáo khen"},
	nil,
	{"2", "Đặng Hữu Phước", "1A", "Ứng dụng công nghệ trong học tập; đọc “20 cuốn sách”"},
	{"3", "Quách Uyển Nhi", "1A"},
	{"4", "TRƯƠNG ĐỨC DŨNG", "1A", "Đã tích cực tham gia"},
}

// delimited writes rows as text.
func delimited(rows [][]string, comma string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteString(comma)
			}
			if strings.ContainsAny(cell, comma+"\"\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

func encode(t testing.TB, e encoding.Encoding, text string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// windows1258 writes text as Windows does: the vowel with its hat, then the tone.
func windows1258(t testing.TB, text string) []byte {
	var b strings.Builder
	for _, r := range text {
		if _, ok := charmap.Windows1258.EncodeRune(r); ok {
			b.WriteRune(r)
			continue
		}
		marks := []rune(norm.NFD.String(string(r)))
		tone := slices.IndexFunc(marks, func(m rune) bool { return strings.ContainsRune(tones, m) })
		b.WriteString(norm.NFC.String(string(slices.Delete(slices.Clone(marks), tone, tone+1))) + string(marks[tone]))
	}
	return encode(t, charmap.Windows1258, b.String())
}

// oldText writes text in an old encoding: by the reverse of the tables that read it. TCVN3 has no toned capitals.
func oldText(t testing.TB, text string, letters map[rune]rune, pairs map[[2]rune]rune) []byte {
	back := map[rune]string{}
	for code, letter := range letters {
		back[letter] = string(code)
	}
	for codes, letter := range pairs {
		if codes[0] < 'a' == (codes[1] < 0xdf) { // the mark in the case of its vowel
			back[letter] = string(codes[:])
		}
	}
	var b strings.Builder
	for _, r := range text {
		small := []rune(strings.ToLower(string(r)))[0]
		switch {
		case back[r] != "":
			b.WriteString(back[r])
		case r > 0x7f && back[small] != "":
			b.WriteString(back[small])
		default:
			b.WriteRune(r)
		}
	}
	return encode(t, charmap.Windows1252, b.String())
}

func TestReadTellsEncodings(t *testing.T) {
	text := delimited(list, ",")
	for _, c := range []struct {
		encoding string
		data     []byte
	}{
		{"utf-8", []byte(text)},
		{"utf-8", append([]byte("\xef\xbb\xbf"), text...)},
		{"utf-16le", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text)},
		{"utf-16be", encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text)},
		{"utf-16le", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text)},
		{"utf-16be", encode(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), text)},
		{"windows-1258", windows1258(t, text)},
		{"tcvn3", oldText(t, text, tcvn3Letters, nil)},
		{"vni", oldText(t, text, vniSingles, vniPairs)},
	} {
		t.Run(c.encoding, func(t *testing.T) {
			table, err := Read("ds.csv", c.data)
			if err != nil {
				t.Fatal(err)
			}
			s := table.Sheets[0]
			if s.Encoding != c.encoding || s.Name != "ds" {
				t.Errorf("encoding %q, sheet %q", s.Encoding, s.Name)
			}
			compare(t, s.Rows, list)
		})
	}
}

// A workbook first typed in .VnTime holds TCVN3 as Western letters, beside cells typed in Unicode later.
func TestReadRepairsOldTextInNewFiles(t *testing.T) {
	old, err := charmap.Windows1252.NewDecoder().Bytes(oldText(t, delimited(list, "\t"), tcvn3Letters, nil))
	if err != nil {
		t.Fatal(err)
	}
	text := string(old) + "5\tHà Thị Nụ\t1A\tMüller © 2025\r\n"
	table, err := Read("ds.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, table.Sheets[0].Rows, append(slices.Clone(list), []string{"5", "Hà Thị Nụ", "1A", "Müller © 2025"}))
	if e := table.Sheets[0].Encoding; e != "utf-8+tcvn3" {
		t.Error(e)
	}
}

func compare(t *testing.T, got, want [][]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d rows instead of %d: %q", len(got), len(want), got)
	}
	for i := range got {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("row %d: %q instead of %q", i+1, got[i], want[i])
		}
	}
}

func TestReadDelimited(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][]string
	}{
		{"commas, quotes, a quoted line break", "a,\"b, \"\"c\"\"\nd\",e\nf\n", [][]string{{"a", "b, \"c\"\nd", "e"}, {"f"}}},
		{"semicolons with commas inside", "a;b, c;d\n1;2, 3;4\n", [][]string{{"a", "b, c", "d"}, {"1", "2, 3", "4"}}},
		{"tabs", "a\tb\n1,5\t2;3\n", [][]string{{"a", "b"}, {"1,5", "2;3"}}},
		{"titles above", "Danh sách, lớp 1A\n\na;b;c\n1;2;3\n4;5;6\n", [][]string{{"Danh sách, lớp 1A"}, nil, {"a", "b", "c"}, {"1", "2", "3"}, {"4", "5", "6"}}},
		{"Excel's separator line", "sep=;\r\na,b;c\r\n", [][]string{{"a,b", "c"}}},
		{"blank lines count", "a,b\n\n\nc,d\n\n", [][]string{{"a", "b"}, nil, nil, {"c", "d"}}},
		{"old Mac line ends", "a,b\rc,d", [][]string{{"a", "b"}, {"c", "d"}}},
		{"a quote that is never closed", "a,\"b\nc,\"\"d\n", [][]string{{"a", "\"b"}, {"c", "\"\"d"}}},
		{"quotes inside a cell", "a,b \"c\" d\n", [][]string{{"a", "b \"c\" d"}}},
		{"one column", "An\nBình\n", [][]string{{"An"}, {"Bình"}}},
		{"blank cells at the end", "a,b,,\n,,\nc,,d\n", [][]string{{"a", "b"}, nil, {"c", "", "d"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Read("x.csv", []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, table.Sheets[0].Rows, c.want)
		})
	}
}

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
	table, err := Read("a.xlsx", data)
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
	table, err := Read("a.XLSX", data)
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

func TestReadRefusesWithAReason(t *testing.T) {
	sample, err := os.ReadFile("../../assets/samples/danh-sach-khen-thuong.xlsx")
	must(t, err)
	var wide strings.Builder
	for row := 1; row <= 300; row++ {
		fmt.Fprintf(&wide, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, row, row)
	}
	for _, c := range []struct {
		name string
		data []byte
		code Code
		is   string
	}{
		{"a.csv", nil, Empty, ""},
		{"a.csv", []byte(" \r\n\r\n"), Empty, ""},
		{"a.csv", []byte(",,\n,\n"), Empty, ""},
		{"a.xlsx", workbook(t, func(*excelize.File) {}), Empty, ""},
		{"a.docx", []byte("x"), UnknownFormat, ".docx"},
		{"a", []byte("x"), UnknownFormat, ""},
		{"a.csv", sample, WrongName, "zip"},
		{"a.txt", []byte("%PDF-1.4"), WrongName, "pdf"},
		{"a.xlsx", []byte("STT,Họ và tên"), WrongName, "text"},
		{"a.xlsx", []byte("<html><table>"), WrongName, "html"},
		{"a.xlsx", zipped(t, "event.json", []byte("{}")), WrongName, "zip"},
		{"a.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........"), Locked, ""},
		{"a.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........"), OldExcel, ""},
		{"a.xlsx", sample[:len(sample)/2], Damaged, ""},
		{"a.xlsx", sample[:40], Damaged, ""},
		{"a.xlsx", bomb(t), TooLarge, ""},
		{"a.xlsx", rawWorkbook(t, wide.String(), ""), TooLarge, ""},
		{"a.csv", []byte("\xef\xbb\xbfH\xff\xff"), Damaged, ""},
		{"a.csv", []byte("\xff\xfeH\x00o"), Damaged, ""},
		{"a.csv", []byte("a\x00\x00\x00b,c"), NotText, ""},
		{"a.csv", bytes.Repeat([]byte("a,"), maxCells+1), TooLarge, ""},
	} {
		_, err := Read(c.name, c.data)
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code || e.Is != c.is || e.File != c.name {
			t.Errorf("%s (%d bytes, want %s): %v", c.name, len(c.data), c.code, err)
		}
	}
}

func TestIsSyllable(t *testing.T) {
	for word, want := range map[string]bool{
		"nguyễn": true, "quỳnh": true, "gì": true, "giếng": true, "khuyến": true, "thuở": true, "ý": true, "yến": true, "xoèn": true, "đước": true,
		"hoà": true, "hòa": true, "quét": true, "ngoéo": true, "nghiêng": true, "ườ": false, "nguyôn": false, "mòc": false, "tạ́": false, "đbc": false, "": false,
	} {
		if isSyllable(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}

func TestCapitals(t *testing.T) {
	for _, c := range []struct {
		cell   string
		begins bool
		want   string
	}{
		{"Trần ánh Dương", true, "Trần Ánh Dương"},
		{"ánh", true, "Ánh"},
		{"ánh", false, "ánh"},
		{"TRầN VăN HảI", true, "TRẦN VăN HẢI"},
		{"TRầN THị ý", true, "TRẦN THỊ Ý"},
		{"Đã ứng dụng", true, "Đã ứng dụng"},
		{"ứng dụng công nghệ", true, "Ứng dụng công nghệ"},
		{"Lớp 1A", true, "Lớp 1A"},
		{"Hà Lý", true, "Hà Lý"},
		{"", true, ""},
	} {
		if got := capitals(c.cell, c.begins); got != c.want {
			t.Errorf("%q: %q instead of %q", c.cell, got, c.want)
		}
	}
}

func FuzzReadDelimited(f *testing.F) {
	for _, seed := range []string{"a,b\n\"c\"\"d\",e", "sep=;\na;b", "\xff\xfea\x00", "H\xe4c sinh Xu\xcat s\xbec", "\"\"\"\"\"", "a\tb\r\rc"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Read("x.csv", data)
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
		if err != nil {
			return
		}
		for _, row := range table.Sheets[0].Rows {
			if len(row) > 0 && strings.TrimSpace(row[len(row)-1]) == "" {
				t.Fatalf("a row ends blank: %q", row)
			}
		}
	})
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
		if _, err := Read("x.xlsx", data); err != nil && !errors.As(err, &e) {
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
		if _, err := Read("x.xlsx", rawWorkbook(t, rows, xfs)); err != nil && !errors.As(err, &e) {
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
