package table

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

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
			table, err := Read("x.csv", []byte(c.text), Options{})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, table.Sheets[0].Rows, c.want)
		})
	}
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
		{"a.csv", []byte("\xef\xbb\xbf\r\n<!doctype HTML>"), WrongName, "html"},
		{"a.xlsx", zipped(t, "event.json", []byte("{}")), WrongName, "zip"},
		{"a.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........"), Locked, ""},
		{"a.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........"), Damaged, ""},
		{"a.xlsx", sample[:len(sample)/2], Damaged, ""},
		{"a.xlsx", sample[:40], Damaged, ""},
		{"a.xlsx", rawWorkbook(t, `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>&no;</v></c></row>`, ""), Damaged, ""},
		{"a.xlsx", bomb(t), TooLarge, ""},
		{"a.xlsx", rawWorkbook(t, wide.String(), ""), TooLarge, ""},
		{"a.csv", []byte("\xef\xbb\xbfH\xff\xff"), Damaged, ""},
		{"a.csv", []byte("\xff\xfeH\x00o"), Damaged, ""},
		{"a.csv", []byte("a\x00\x00\x00b,c"), NotText, ""},
		{"a.csv", bytes.Repeat([]byte(","), maxColumns+1), TooLarge, ""},
	} {
		_, err := Read(c.name, c.data, Options{})
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code || e.Is != c.is || e.File != c.name {
			t.Errorf("%s (%d bytes, want %s): %v", c.name, len(c.data), c.code, err)
		}
	}
}

func FuzzReadDelimited(f *testing.F) {
	for _, seed := range []string{"a,b\n\"c\"\"d\",e", "sep=;\na;b", "\xff\xfea\x00", "H\xe4c sinh Xu\xcat s\xbec", "\"\"\"\"\"", "a\tb\r\rc"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Read("x.csv", data, Options{})
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
