// Package intake turns the files that a school has into parts of an event: the one path for the window and the
// command line. app/table knows formats and encodings, app knows lists; intake puts them together.
package intake

import (
	"fmt"
	"path/filepath"
	"strings"

	"tiengtrong/app"
	"tiengtrong/app/table"
)

// Source says where in a file a reading came from.
type Source struct {
	File     string
	Sheet    string
	Encoding string
}

// ProgramReading is what was found in a list of program items, and where.
type ProgramReading struct {
	Source
	app.ProgramReading
}

// Program reads the running order in the file of that name and content, from the sheet with the most items.
// The error wraps a *table.Error or an *app.HeaderError.
func Program(name string, data []byte) (ProgramReading, error) {
	t, err := table.Read(name, data, table.Options{})
	if err != nil {
		return ProgramReading{}, err
	}
	best, err := bestSheet(filepath.Base(name), t, "", func(s table.Sheet) (app.ProgramReading, int, error) {
		r, err := app.ReadProgram(s.Rows)
		return r, len(r.Items), err
	})
	return ProgramReading{best.source, best.reading}, err
}

// PastedProgram reads program items from text that was copied out of a spreadsheet, with or without the heads of its
// columns. The error wraps a *table.Error.
func PastedProgram(text string) (app.ProgramReading, error) {
	t, err := table.Paste(text, table.Options{})
	if err != nil {
		return app.ProgramReading{}, fmt.Errorf("read what was copied: %w", err)
	}
	return app.ReadProgramRows(t.Sheets[0].Rows), nil
}

// SlogansReading is what was found in a list of slogans, and where.
type SlogansReading struct {
	Source
	Slogans []app.Slogan
	LeftOut []app.LeftOut
}

// Slogans reads the slogans in a text file, one a line, or in a spreadsheet's first sheet, with their sources in
// the column right of them. The error wraps a *table.Error.
func Slogans(name string, data []byte, catalogue []app.Slogan) (SlogansReading, error) {
	r := SlogansReading{Source: Source{File: filepath.Base(name)}}
	if ext := strings.ToLower(filepath.Ext(name)); ext != ".txt" {
		t, err := table.Read(name, data, table.Options{})
		if err != nil {
			return r, fmt.Errorf("read slogans: %w", err)
		}
		sheet := t.Sheets[0]
		r.Sheet, r.Encoding = sheet.Name, sheet.Encoding
		r.Slogans, r.LeftOut = app.ReadSlogans(lines(sheet.Rows), catalogue)
		return r, nil
	}
	text, encoding, err := table.Text(name, data)
	if err != nil {
		return r, fmt.Errorf("read slogans: %w", err)
	}
	r.Encoding = encoding
	r.Slogans, r.LeftOut = app.ReadSlogans(text, catalogue)
	return r, nil
}

// PastedSlogans reads slogans as a spreadsheet puts them on the clipboard: text, source and year side by side.
func PastedSlogans(text string, catalogue []app.Slogan) (r SlogansReading, err error) {
	t, err := table.Paste(text, table.Options{})
	if err != nil {
		return r, fmt.Errorf("read what was copied: %w", err)
	}
	r.Slogans, r.LeftOut = app.ReadSlogans(lines(t.Sheets[0].Rows), catalogue)
	return r, nil
}

// lines writes rows as text, a row a line and its cells parted by tabs, so that line numbers are row numbers.
func lines(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.ReplaceAll(strings.Join(row, "\t"), "\n", " ") + "\n")
	}
	return b.String()
}

// sheetReading is a reading of one sheet, with how much it holds.
type sheetReading[R any] struct {
	source  Source
	sheet   table.Sheet
	reading R
	size    int
	sheets  []Sheet
}

// better tells whether s is to be taken rather than other: what can be seen first, then what holds more.
func (s sheetReading[R]) better(other sheetReading[R]) bool {
	if s.sheet.Hidden != other.sheet.Hidden && s.size > 0 && other.size > 0 {
		return other.sheet.Hidden
	}
	return s.size > other.size
}

// UnknownSheet says that a file has no sheet of that name that holds a list.
type UnknownSheet struct {
	Name  string
	Known []string
}

// Error describes e for logs; people read the phrase "table.no-sheet".
func (e *UnknownSheet) Error() string {
	return fmt.Sprintf("no sheet %q; there are: %s", e.Name, strings.Join(e.Known, ", "))
}

// bestSheet reads every sheet of a file and returns the reading of the wanted one, or of that which holds the most.
// Where no sheet can be read the error is that of the first.
func bestSheet[R any](file string, t *table.Table, wanted string, read func(table.Sheet) (R, int, error)) (sheetReading[R], error) {
	var readings []sheetReading[R]
	var sheets []Sheet
	var known []string
	var first error
	for _, sheet := range t.Sheets {
		if len(sheet.Rows) == 0 {
			continue
		}
		known = append(known, sheet.Name)
		r, size, err := read(sheet)
		if err == nil {
			sheets = append(sheets, Sheet{sheet.Name, size, sheet.Hidden})
		}
		switch {
		case wanted != "" && app.Fold(sheet.Name) != app.Fold(wanted):
		case err == nil:
			readings = append(readings, sheetReading[R]{source: Source{file, sheet.Name, sheet.Encoding}, sheet: sheet, reading: r, size: size})
		case first == nil:
			first = fmt.Errorf("read %s, sheet %q: %w", file, sheet.Name, err)
		}
	}
	if len(readings) == 0 {
		if first == nil {
			first = &UnknownSheet{wanted, known}
		}
		return sheetReading[R]{}, first
	}
	best := readings[0]
	for _, r := range readings[1:] {
		if r.better(best) {
			best = r
		}
	}
	best.sheets = sheets
	return best, nil
}
