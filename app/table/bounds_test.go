package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"runtime"
	"strings"
	"testing"
)

// deflated makes a zip of compressed parts, given as name and content in turn.
func deflated(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		must(t, err)
		_, err = w.Write([]byte(parts[i+1]))
		must(t, err)
	}
	must(t, z.Close())
	return b.Bytes()
}

// allocated returns how many bytes f allocates in all, those that were freed meanwhile included.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// What Read may allocate, as the package's documentation says: so many times the size of the file when it is unpacked,
// and so many bytes more.
const (
	mostTimes = 64
	mostMore  = 320 << 20
)

// hostile are files made to cost more than they are, with the reason for which each is refused, or "" where it is
// read, and how many bytes it unpacks to.
func hostile(t testing.TB) []struct {
	name, file string
	data       []byte
	code       Code
	unpacked   int
} {
	const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	deep := strings.Repeat("<a>", 1<<20)
	rows := strings.Repeat(strings.Repeat("<row/>", 15)+"<row><c><v>1</v></c></row>", maxRows/16)
	odsRow := func(repeat string) string {
		return odsContent(`<table:table><table:table-row ` + repeat + `><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`)
	}
	type file = struct {
		name, file string
		data       []byte
		code       Code
		unpacked   int
	}
	xlsx := func(name, sheet string, code Code) file {
		return file{name, "a.xlsx", rawWorkbook(t, sheet, ""), code, len(sheet)}
	}
	files := []file{
		{"a zip that says what it unpacks to", "a.xlsx", bomb(t), TooLarge, 0},
		{"a zip of blanks", "a.xlsx", deflated(t, "xl/workbook.xml", strings.Repeat(" ", 64<<20)), TooLarge, 0},
		{"a .ods of blanks", "a.ods", deflated(t, "content.xml", strings.Repeat(" ", 64<<20)), TooLarge, 0},
		xlsx("all rows that a sheet can have", rows, ""),
		xlsx("a cell in the last row", `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`, ""),
		xlsx("the last cell", `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, ""),
		xlsx("a merged cell of all cells", `<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>`, ""),
		{"elements inside elements", "a.xlsx", deflated(t, "xl/worksheets/sheet1.xml", deep, "x", string(noise(1<<20))), Damaged, len(deep)},
		xlsx("laughs in a sheet", `<row><c><v>&b;</v></c></row>`, Damaged),
		{"strings without end", "a.xlsx", deflated(t, "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si/>", 3<<20)+"</sst>", "x", string(noise(1<<20))), TooLarge, 16 << 20},
		{"laughs", "a.ods", deflated(t, "content.xml", laughs+"<x>&b;</x>"), Damaged, 0},
		{"depth", "a.ods", deflated(t, "content.xml", deep, "x", string(noise(1<<20))), Damaged, len(deep)},
		{"a row of all columns, repeated", "a.ods", deflated(t, "content.xml", odsRow(`table:number-rows-repeated="1048576"`)), TooLarge, 0},
		{"divisions inside divisions", "a.xls", []byte("<html>" + strings.Repeat("<div>", 1<<20) + "<table><td>x"), "", 5 << 20},
		{"wide tables", "a.xls", []byte("<html>" + strings.Repeat("<table><tr>"+strings.Repeat("<td colspan=1000>", 16)+"<td>x", 256)), "", 60 << 10},
		{"rows of a page", "a.xls", []byte("<html><table>" + strings.Repeat("<tr><td>x", 1<<20)), "", 10 << 20},
		{"commas", "a.csv", []byte(strings.Repeat(strings.Repeat(",", maxColumns-1)+"\n", 64)), Empty, 1 << 20},
		{"lines", "a.csv", bytes.Repeat([]byte("\n"), 2<<20), Empty, 2 << 20},
		{"quotes", "a.csv", bytes.Repeat([]byte(`"`), 2<<20), "", 2 << 20},
		{"long words", "a.csv", bytes.Repeat([]byte("ườ"), 1<<18), "", 1 << 20},
	}
	return files
}

// noise returns bytes that no zip can press.
func noise(n int) []byte {
	out, state := make([]byte, n), uint32(1)
	for i := range out {
		state = state*1664525 + 1013904223
		out[i] = byte(state >> 24)
	}
	return out
}

func TestHostile(t *testing.T) {
	for _, c := range hostile(t) {
		t.Run(c.name, func(t *testing.T) {
			var err error
			spent := allocated(func() { _, err = Read(c.file, c.data, Options{}) })
			code := Code("")
			if e := (*Error)(nil); errors.As(err, &e) {
				code = e.Code
			}
			if code != c.code {
				t.Errorf("%v instead of %q", err, c.code)
			}
			t.Logf("%d kB file, %d kB unpacked: %d MB allocated", len(c.data)>>10, c.unpacked>>10, spent>>20)
			if most := uint64(mostTimes*max(len(c.data), c.unpacked) + mostMore); spent > most {
				t.Errorf("%d MB allocated, more than %d", spent>>20, most>>20)
			}
		})
	}
}
