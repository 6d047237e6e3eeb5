package intake

import (
	"path/filepath"
	"strings"

	"tiengtrong/app"
	"tiengtrong/app/table"
)

// Choices are what a person decides about a list, each zero where that is left to the list itself.
type Choices struct {
	Headers  map[string]string // by field, as app.ReadRoster says
	Sheet    string
	Encoding string // one of RosterReading.Encodings
}

// RosterReading is what was found in a list of recipients, and where.
type RosterReading struct {
	Source
	app.RosterReading
	Sheets    []Sheet        // of the file that hold a list, in its order
	Encodings []string       // that Choices can name for this file
	Samples   []table.Sample // what the encoding made of cells; none where it is beyond doubt
	Repairs   []Repair
}

// Sheet is a sheet of a file, with how many recipients it holds.
type Sheet struct {
	Name   string
	Count  int
	Hidden bool
}

// OtherSheet is a sheet that was not taken.
type OtherSheet struct {
	Name  string `json:"sheet"`
	Count int    `json:"count"` // of what it holds
}

// Repair is a text of a recipient that came damaged, and what most likely stood there.
type Repair struct {
	Row    int    `json:"row"` // as the spreadsheet counts
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// Others lists the sheets that hold recipients too, can be seen, and were not taken.
func (r RosterReading) Others() []OtherSheet {
	var others []OtherSheet
	for _, s := range r.Sheets {
		if s.Name != r.Sheet && s.Count > 0 && !s.Hidden {
			others = append(others, OtherSheet{s.Name, s.Count})
		}
	}
	return others
}

// Roster reads the list of recipients in the file of that name and content. Of several sheets it takes the one
// with the most recipients, the first of equals; a hidden one only where no other has any. The error wraps a
// *table.Error, an *app.HeaderError or an *UnknownSheet.
func Roster(name string, data []byte, c Choices) (*app.Roster, RosterReading, error) {
	t, err := table.Read(name, data, table.Options{Encoding: c.Encoding})
	if err != nil {
		return nil, RosterReading{}, err
	}
	return rosterOf(filepath.Base(name), t, table.EncodingsOf(data), c)
}

// Paste reads the list of recipients in cells copied from a spreadsheet, or from a list here, without heads then. The error is as that of Roster.
func Paste(text string, c Choices) (*app.Roster, RosterReading, error) {
	t, err := table.Paste(text, table.Options{Encoding: c.Encoding})
	if err != nil {
		return nil, RosterReading{}, err
	}
	t.Sheets[0].Rows = app.WithHeads(t.Sheets[0].Rows)
	return rosterOf("", t, table.TypedEncodings, c)
}

func rosterOf(file string, t *table.Table, encodings []string, c Choices) (*app.Roster, RosterReading, error) {
	best, err := bestSheet(file, t, c.Sheet, func(s table.Sheet) (app.RosterReading, int, error) {
		r, err := app.ReadRoster(s.Rows, c.Headers, s.HiddenRows)
		return r, len(r.Recipients), err
	})
	if err != nil {
		return nil, RosterReading{}, err
	}
	reading := RosterReading{Source: best.source, RosterReading: best.reading, Sheets: best.sheets, Encodings: encodings, Samples: best.sheet.Samples}
	reading.tellCells(best.sheet)
	roster := app.NewRoster(strings.TrimSuffix(reading.File, filepath.Ext(reading.File)))
	roster.Source, roster.Sheet = reading.File, reading.Sheet
	roster.LeftOut, roster.Recipients, roster.Columns = reading.LeftOut, reading.Recipients, reading.More
	return roster, reading, nil
}

// tellCells takes over what the file told of cells that make recipients.
func (r *RosterReading) tellCells(s table.Sheet) {
	fields := map[int]string{}
	for field, column := range r.Places {
		fields[column] = field
	}
	taken := map[int]bool{}
	for _, p := range r.Recipients {
		taken[p.Row] = true
	}
	for _, v := range s.Repairs {
		if field := fields[v.Column]; field != "" && taken[v.Row+1] {
			r.Repairs = append(r.Repairs, Repair{v.Row + 1, field, app.Clean(app.Visible(v.Before)), app.Clean(v.After)})
		}
	}
	for _, p := range s.Uncomputed {
		if field := fields[p.Column]; field != "" && p.Row >= r.HeaderRow {
			r.Remarks = append(r.Remarks, app.Remark{Row: p.Row + 1, Field: field, Text: r.Mapping[field], Code: app.RemarkNoValue})
		}
	}
}
