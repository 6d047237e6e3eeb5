package table

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Number formats that every workbook has (ECMA-376 Part 1, 18.8.30).
const (
	shortDate = 14
	hourMin   = 20
	dateTime  = 22
)

// readXLSX reads an Excel workbook: shown text, cached results of formulas, and dates as ISO 8601.
func readXLSX(_ string, data []byte, o Options) (sheets []Sheet, err error) {
	defer func() {
		if r := recover(); r != nil { // the library, on a workbook made to break it
			sheets, err = nil, &Error{Code: Damaged, Err: fmt.Errorf("%v", r)}
		}
	}()
	z, err := unpack(data)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(z.File, func(part *zip.File) bool { return strings.HasPrefix(strings.ToLower(part.Name), "xl/") }) {
		return nil, &Error{Code: WrongName, Is: "zip"}
	}
	facts, err := readParts(z)
	if err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzippedBytes, ShortDatePattern: "yyyy-mm-dd"})
	if err != nil {
		return nil, &Error{Code: Damaged, Err: err}
	}
	defer f.Close()
	isoDates(f)
	return readWorkbook(f, facts, o)
}

// readWorkbook reads all sheets, hidden ones last.
func readWorkbook(f *excelize.File, facts map[string]*sheetFacts, o Options) ([]Sheet, error) {
	var shown, hidden []Sheet
	cells := 0
	names := f.GetSheetList()
	if len(names) > maxSheets {
		return nil, &Error{Code: TooLarge}
	}
	for _, name := range names {
		sheet := Sheet{Name: name, Encoding: "xlsx"}
		if err := sheet.readRows(f, &cells); err != nil {
			return nil, err
		}
		if fact := facts[name]; fact != nil {
			if o.Encoding == "" {
				sheet.readFonts(fact.fonts)
			}
			sheet.HiddenRows, sheet.Uncomputed = fact.hidden, fact.uncomputed
			if err := sheet.fillDown(fact.merged); err != nil {
				return nil, err
			}
		}
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			sheet.Hidden = true
			hidden = append(hidden, sheet)
			continue
		}
		shown = append(shown, sheet)
	}
	return append(shown, hidden...), nil
}

// readFonts reads cells as their fonts say.
func (s *Sheet) readFonts(cells []fontCell) {
	for _, c := range cells {
		if c.Row < len(s.Rows) && c.Column < len(s.Rows[c.Row]) {
			s.Rows[c.Row][c.Column] = s.typed(s.Rows[c.Row][c.Column], c.font)
		}
	}
}

// readRows streams the sheet's rows; cells counts those of the whole workbook, and its rows. A sheet is never held as a
// tree: one row with a cell in the last of 16,384 columns would cost megabytes.
func (s *Sheet) readRows(f *excelize.File, cells *int) error {
	rows, err := f.Rows(s.Name)
	if err != nil {
		return &Error{Sheet: s.Name, Code: Damaged, Err: err}
	}
	defer rows.Close()
	for rows.Next() {
		row, err := rows.Columns()
		if err != nil {
			return &Error{Sheet: s.Name, Row: len(s.Rows) + 1, Code: Damaged, Err: err}
		}
		row = slices.Clone(trimRow(row)) // a copy, since blank cells may have made the row very long
		if *cells += len(row) + 1; *cells > maxCells {
			return &Error{Sheet: s.Name, Row: len(s.Rows) + 1, Code: TooLarge}
		}
		if len(row) == 0 {
			row = nil
		}
		s.Rows = append(s.Rows, row)
	}
	if err := rows.Error(); err != nil {
		return &Error{Sheet: s.Name, Row: len(s.Rows) + 1, Code: Damaged, Err: err}
	}
	s.Rows = trimRows(s.Rows)
	return nil
}

// isoDates makes the styles that show dates show them alike, whatever order of day, month and year the
// workbook asks for: date becomes format 14, which is read as yyyy-mm-dd, time 20, both 22.
func isoDates(f *excelize.File) {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return
	}
	custom := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			custom[n.NumFmtID] = n.FormatCode
		}
	}
	for i := range f.Styles.CellXfs.Xf {
		xf := &f.Styles.CellXfs.Xf[i]
		if xf.NumFmtID == nil {
			continue
		}
		id := *xf.NumFmtID
		if code, ok := custom[id]; ok {
			id = dateFormat(id, code)
		} else if id >= 15 && id <= 17 { // 15-Mar-16 and its parts
			id = shortDate
		} else if id == 18 || id == 19 || id == 21 { // 7:30 AM, 07:30:00
			id = hourMin
		}
		if id == shortDate || id == hourMin || id == dateTime {
			xf.NumFmtID = &id
		}
	}
}

// dateFormat returns the built-in format that stands for a custom one when that shows a date or a time of
// day, else id.
func dateFormat(id int, code string) int {
	code = strings.ToLower(bareFormat(code))
	if strings.ContainsAny(code, "0#?@") || strings.Contains(code, "general") {
		return id
	}
	day, hour := strings.ContainsAny(code, "yd"), strings.Contains(code, "h")
	switch {
	case day && hour:
		return dateTime
	case day:
		return shortDate
	case hour:
		return hourMin
	}
	return id
}

// bareFormat returns a number format without what it says literally: "quoted text", \x, _x, *x and [conditions].
// Elapsed hours, [h], go too: they are no time of day.
func bareFormat(code string) string {
	var b strings.Builder
	runes := []rune(code)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; r {
		case '"', '[':
			end := slices.Index(runes[i+1:], map[rune]rune{'"': '"', '[': ']'}[r])
			if end < 0 {
				return b.String()
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case ';':
			return b.String() // negative numbers and text have their own parts
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
