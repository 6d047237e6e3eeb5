package table

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"testing"
)

// seeds are files of the corpus.
func seeds(t testing.TB, names ...string) [][]byte {
	t.Helper()
	var all [][]byte
	for _, name := range names {
		data, err := os.ReadFile("testdata/lists/" + name)
		must(t, err)
		all = append(all, data)
	}
	return all
}

// biffRecord writes a record of an .xls.
func biffRecord(kind int, body ...byte) []byte {
	out := binary.LittleEndian.AppendUint16(nil, uint16(kind))
	return append(binary.LittleEndian.AppendUint16(out, uint16(len(body))), body...)
}

// biffBook puts the records of a sheet behind those of a workbook.
func biffBook(globals, sheet []byte) []byte {
	bof := biffRecord(recordBOF, 0, 6, 5, 0)
	at := len(bof) + len(globals) + 4 + 9 + 4 // behind the sheet's entry and the end of the globals
	bound := biffRecord(recordBoundSheet, byte(at), byte(at>>8), byte(at>>16), byte(at>>24), 0, 0, 1, 0, 'a')
	book := append(append(append(bof, globals...), bound...), biffRecord(recordEOF)...)
	return append(append(append(book, biffRecord(recordBOF, 0, 6, 16, 0)...), sheet...), biffRecord(recordEOF)...)
}

// readStream reads records without the compound file around them.
func readStream(stream []byte) ([]Sheet, error) {
	b := biff{stream: stream}
	if err := b.readGlobals(); err != nil {
		return nil, err
	}
	return b.readSheets()
}

// Excel parts the strings of a workbook at any letter, and the part that follows may be in letters of another width.
func TestStringsGoOnInTheNextRecord(t *testing.T) {
	sst := append(biffRecord(recordSST, 2, 0, 0, 0, 2, 0, 0, 0, 5, 0, 0, 'N', 'g'), biffRecord(recordContinue, 1, 'u', 0, 0xc5, 0x1e, 'n', 0, 2, 0)...)
	sst = append(sst, biffRecord(recordContinue, 0, 'L', 'a')...)
	sheet := append(biffRecord(recordLabelSST, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), biffRecord(recordLabelSST, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0)...)
	sheets, err := readStream(biffBook(sst, sheet))
	must(t, err)
	compare(t, sheets[0].Rows, [][]string{{"Nguễn"}, {"La"}})
}

func TestFormulasGiveWhatTheFileHolds(t *testing.T) {
	head := func(column byte) []byte { return []byte{0, 0, column, 0, 0, 0} }
	float := func(v float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v)) }
	formula := func(column byte, result []byte, flags byte) []byte {
		return biffRecord(recordFormula, append(append(head(column), result...), flags, 0)...)
	}
	var sheet []byte
	for _, record := range [][]byte{
		formula(0, float(9.25), 0),
		formula(1, []byte{0, 0, 0, 0, 0, 0, 0xff, 0xff}, 0), biffRecord(recordString, 3, 0, 0, 'L', 'a', 'n'),
		formula(2, []byte{1, 0, 1, 0, 0, 0, 0xff, 0xff}, 0),
		formula(3, []byte{2, 0, 0x2a, 0, 0, 0, 0xff, 0xff}, 0),
		formula(4, float(0), 2),
		biffRecord(recordRK, append(head(5), 0x03, 0x90, 0x01, 0x00)...), // 25600 / 100
		biffRecord(recordBoolErr, append(head(6), 0, 0)...),
	} {
		sheet = append(sheet, record...)
	}
	sheets, err := readStream(biffBook(nil, sheet))
	must(t, err)
	compare(t, sheets[0].Rows, [][]string{{"9.25", "Lan", "TRUE", "#N/A", "", "256", "FALSE"}})
	if u := sheets[0].Uncomputed; len(u) != 1 || u[0] != (Place{0, 4}) {
		t.Errorf("without a result: %v", u)
	}
}

func TestNumberText(t *testing.T) {
	for _, c := range []struct {
		v    float64
		id   int
		code string
		want string
	}{
		{9.25, 0, "", "9.25"}, {0.1 + 0.2, 0, "", "0.3"}, {1e22, 0, "", "1E+22"}, {9.25, 170, "0.0", "9.3"}, {1.005, 2, "", "1.01"},
		{7, 170, "000", "007"}, {1234567.5, 4, "", "1,234,567.50"}, {-1200, 3, "", "-1,200"}, {-0.001, 2, "", "0.00"}, {0.125, 10, "", "12.50%"},
		{1200000, 170, `#,##0 "đ"`, "1,200,000 đ"}, {5, 170, `"Lớp "0`, "Lớp 5"}, {9.5, 170, "0.##", "9.5"}, {9, 170, "General", "9"},
		{42444, 14, "", "2016-03-15"}, {42444.3125, 170, "dd/mm/yyyy hh:mm", "2016-03-15 07:30"}, {0.3125, 20, "", "07:30"}, {-5, 14, "", "1899-12-30"}, {1e300, 14, "", "9999-12-31"},
	} {
		if got := numberText(c.v, c.id, c.code, false); got != c.want {
			t.Errorf("%v as %d %q: %q instead of %q", c.v, c.id, c.code, got, c.want)
		}
	}
	if got := numberText(40982, 14, "", true); got != "2016-03-15" {
		t.Errorf("a day of an old Mac: %s", got)
	}
}

// Excel 5 and 95 kept bytes in the code page that the workbook names.
func TestWorkbooksOfExcel5(t *testing.T) {
	var sheet []byte
	for row, text := range []string{"Họ và tên", "Nguyễn Thị Ánh"} {
		letters := windows1258(t, text)
		sheet = append(sheet, biffRecord(recordLabel, append([]byte{byte(row), 0, 0, 0, 0, 0, byte(len(letters)), 0}, letters...)...)...)
	}
	stream := biffBook(biffRecord(recordCodePage, 0xea, 0x04), sheet)
	stream[5] = 5                                                             // the version
	stream = bytes.Replace(stream, []byte{1, 0, 'a'}, []byte{2, 'D', 'S'}, 1) // the sheet's name, without flags
	sheets, err := readStream(stream)
	must(t, err)
	if sheets[0].Name != "DS" {
		t.Error(sheets[0].Name)
	}
	compare(t, sheets[0].Rows, [][]string{{"Họ và tên"}, {"Nguyễn Thị Ánh"}})
}

// Merged cells may overlap, and each cover a whole sheet.
func TestMergedCellsAreBounded(t *testing.T) {
	var sheet []byte
	for row := range 1000 {
		sheet = append(sheet, biffRecord(recordNumber, byte(row), byte(row>>8), byte(row%2), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)...)
	}
	sheet = append(sheet, bytes.Repeat(biffRecord(recordMerged, 1, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0), 10000)...)
	var e *Error
	if _, err := readStream(biffBook(nil, sheet)); !errors.As(err, &e) || e.Code != TooLarge {
		t.Error(err)
	}
}

func FuzzReadXLS(f *testing.F) {
	for _, data := range seeds(f, "xlwt.xls", "old-mac-dates.xls", "vntime.xls", "locked.xls") {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var e *Error
		if _, err := readXLS("x.xls", data, Options{}); err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
	})
}

// FuzzReadRecords breaks the records inside a whole compound file.
func FuzzReadRecords(f *testing.F) {
	for _, data := range seeds(f, "xlwt.xls", "school.xls", "vntime.xls") {
		book, err := openCompound(data)
		must(f, err)
		stream, err := book.stream("Workbook")
		must(f, err)
		f.Add(stream)
	}
	f.Fuzz(func(t *testing.T, stream []byte) {
		var e *Error
		if _, err := readStream(stream); err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
	})
}

func FuzzNumberText(f *testing.F) {
	f.Add(9.25, "0.0")
	f.Add(-1e300, `#,##0 "đ";[Red]\-0`)
	f.Add(0.5, "[h]:mm_)*x")
	f.Fuzz(func(t *testing.T, v float64, code string) { numberText(v, 170, code, v > 0) })
}

func FuzzPaste(f *testing.F) {
	f.Add("Họ và tên\tLớp\n\"Lê\nLan\"\t5A", "tcvn3")
	f.Add("\"\t\"\"\r\r\n", "")
	f.Fuzz(func(t *testing.T, text, encoding string) {
		var e *Error
		if _, err := Paste(text, Options{Encoding: encoding}); err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
	})
}
