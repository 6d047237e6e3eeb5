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

// RosterReading is what was found in a list of recipients, and where.
type RosterReading struct {
	Source
	app.RosterReading
	Others []OtherSheet // that hold recipients too, and were not taken
}

// OtherSheet is a sheet that was not taken.
type OtherSheet struct {
	Name  string `json:"sheet"`
	Count int    `json:"count"` // of what it holds
}

// Roster reads the list of recipients in the file of that name and content. Of several sheets it takes the one
// with the most recipients, the first of equals; a hidden one only where no other has any. forced names headers by field, as app.ReadRoster says. The
// error wraps a *table.Error or an *app.HeaderError.
func Roster(name string, data []byte, forced map[string]string) (*app.Roster, RosterReading, error) {
	best, err := bestSheet(name, data, func(rows [][]string) (app.RosterReading, int, error) {
		r, err := app.ReadRoster(rows, forced)
		return r, len(r.Recipients), err
	})
	if err != nil {
		return nil, RosterReading{}, err
	}
	reading := RosterReading{best.source, best.reading, best.others}
	roster := app.NewRoster(strings.TrimSuffix(reading.File, filepath.Ext(reading.File)))
	roster.Source, roster.Sheet = reading.File, reading.Sheet
	roster.LeftOut, roster.Recipients, roster.Columns = reading.LeftOut, reading.Recipients, reading.More
	return roster, reading, nil
}

// ProgramReading is what was found in a list of program items, and where.
type ProgramReading struct {
	Source
	app.ProgramReading
}

// Program reads the running order in the file of that name and content, from the sheet with the most items.
// The error wraps a *table.Error or an *app.HeaderError.
func Program(name string, data []byte) (ProgramReading, error) {
	best, err := bestSheet(name, data, func(rows [][]string) (app.ProgramReading, int, error) {
		r, err := app.ReadProgram(rows)
		return r, len(r.Items), err
	})
	return ProgramReading{best.source, best.reading}, err
}

// PastedProgram reads program items from text that was copied out of a spreadsheet, with or without the heads of its
// columns. The error wraps a *table.Error.
func PastedProgram(text string) (app.ProgramReading, error) {
	const tabs = "sep=\t\n" // a comma in a title parts nothing
	t, err := table.Read("clipboard.tsv", []byte(tabs+text))
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
		t, err := table.Read(name, data)
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
	reading R
	size    int
	hidden  bool
	others  []OtherSheet
}

// better tells whether s is to be taken rather than other: what can be seen first, then what holds more.
func (s sheetReading[R]) better(other sheetReading[R]) bool {
	if s.hidden != other.hidden && s.size > 0 && other.size > 0 {
		return other.hidden
	}
	return s.size > other.size
}

// bestSheet reads every sheet of a file and returns the reading that holds the most. Where no sheet can be read
// the error is that of the first.
func bestSheet[R any](name string, data []byte, read func(rows [][]string) (R, int, error)) (sheetReading[R], error) {
	t, err := table.Read(name, data)
	if err != nil {
		return sheetReading[R]{}, err
	}
	var readings []sheetReading[R]
	var first error
	for _, sheet := range t.Sheets {
		if len(sheet.Rows) == 0 {
			continue
		}
		r, size, err := read(sheet.Rows)
		if err != nil {
			if first == nil {
				first = fmt.Errorf("read %s, sheet %q: %w", filepath.Base(name), sheet.Name, err)
			}
			continue
		}
		readings = append(readings, sheetReading[R]{Source{filepath.Base(name), sheet.Name, sheet.Encoding}, r, size, sheet.Hidden, nil})
	}
	if len(readings) == 0 {
		return sheetReading[R]{}, first
	}
	best := 0
	for i, r := range readings {
		if r.better(readings[best]) {
			best = i
		}
	}
	taken := readings[best]
	for i, r := range readings {
		if i != best && r.size > 0 && !r.hidden {
			taken.others = append(taken.others, OtherSheet{r.source.Sheet, r.size})
		}
	}
	return taken, nil
}
