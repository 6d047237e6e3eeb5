// Package table reads lists that people keep in spreadsheets: bytes in, rows of plain text out. It knows file
// formats and encodings, and nothing of ceremonies. The tables of the old single-byte encodings live here too
// (legacy.go), because only this package meets such text.
//
// A file costs no more than it is worth: what Read allocates in all, what is freed meanwhile included, is at most 64
// times the size of the file when it is unpacked, and 320 MB for a sheet that claims to be as large as one can be. Files
// above 64 MB, above 128 MB or 200 times their size when unpacked, or with more than 4 million cells are refused.
// TestHostile measures that.
package table

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// Table is one file.
type Table struct {
	Sheets []Sheet // in the order of the file, hidden ones last; at least one
}

// Sheet is one grid of cells. Rows[i] is the spreadsheet's row i+1; rows are as long as their last cell that
// isn't blank. Dates are "2016-03-15", times "07:30", other cells what the spreadsheet shows; of merged cells
// the top-left one holds the text.
type Sheet struct {
	Name     string // the file's name where the format has no sheets
	Encoding string // one of Encodings, or "xlsx", "xls", "ods", "paste"; "xlsx+tcvn3" for old text in a new file
	Rows     [][]string
	Hidden   bool // from who opens the workbook
	Samples  []Sample
	Repairs  []Repair

	HiddenRows map[int]bool // that a filter or a person hid, counted from one
	Uncomputed []Place      // formulas whose result the file does not hold
}

// Place is a cell; rows and columns count from zero.
type Place struct{ Row, Column int }

// Sample shows what the encoding of old text made of a cell, so that a person can judge whether it is the right one.
type Sample struct {
	Before string `json:"before"` // read as Western text
	After  string `json:"after"`
}

// Repair is a cell whose text was damaged before it came here, and that now holds what most likely stood there.
type Repair struct {
	Place
	Before, After string
}

// Options say how to read what a file does not tell surely.
type Options struct {
	Encoding string // one of EncodingsOf, or "" to tell it from the text itself
}

// Format is a kind of file that Read knows.
type Format struct {
	Name       string
	Extensions []string // in lower case, with the dot
	kind       string   // of the content, as kindOf tells it
	read       func(name string, data []byte, o Options) ([]Sheet, error)
}

// Formats lists the kinds of files that can be read.
var Formats = []Format{
	{"Excel", []string{".xlsx", ".xlsm"}, "zip", readXLSX},
	{"CSV", []string{".csv", ".txt", ".tsv"}, "text", readDelimited},
	{"OpenDocument", []string{".ods"}, "zip", readODS},
	{"Excel 97–2003", []string{".xls"}, "ole", readXLS},
	{"HTML", []string{".xls", ".html", ".htm"}, "html", readPage},
}

// Bounds on what is read, far above any school's list: a small file may claim to hold gigabytes.
const (
	maxFileBytes     = 64 << 20
	maxUnzippedBytes = 128 << 20
	maxSheets        = 256
	maxRows          = 1 << 20 // as in Excel
	maxColumns       = 1 << 14 // as in Excel
	maxCells         = 4 << 20
)

// Read reads the file of that name with that content. The name decides how it is read, and a content that is
// of another kind is refused: reading it as something else would give rubbish in place of names. Every error
// is an *Error.
func Read(name string, data []byte, o Options) (*Table, error) {
	format, err := formatOf(name, data)
	if err != nil {
		return nil, named(err, name)
	}
	if o.Encoding != "" && !slices.Contains(EncodingsOf(data), o.Encoding) {
		return nil, &Error{File: name, Code: NoEncoding, Is: o.Encoding}
	}
	sheets, err := format.read(name, data, o)
	if err != nil {
		return nil, named(err, name)
	}
	return newTable(name, sheets, o)
}

// Paste reads cells as spreadsheets put them into the clipboard: rows of cells parted by tabs, with quotes around
// those that hold tabs or line breaks. Every error is an *Error.
func Paste(text string, o Options) (*Table, error) {
	if len(text) > maxFileBytes {
		return nil, &Error{Code: TooLarge}
	}
	if o.Encoding != "" && !slices.Contains(TypedEncodings, o.Encoding) {
		return nil, &Error{Code: NoEncoding, Is: o.Encoding}
	}
	rows, err := parse(text, '\t') // a comma in a one-column paste parts nothing
	if err != nil {
		return nil, err
	}
	return newTable("", []Sheet{{Encoding: "paste", Rows: rows}}, o)
}

// newTable repairs the sheets of a file.
func newTable(name string, sheets []Sheet, o Options) (*Table, error) {
	for i := range sheets {
		sheets[i].repair(o.Encoding)
	}
	if !slices.ContainsFunc(sheets, func(s Sheet) bool { return len(s.Rows) > 0 }) {
		return nil, &Error{File: name, Code: Empty}
	}
	return &Table{Sheets: sheets}, nil
}

// formatOf picks the format by the name's extension and checks that the content may be of it.
func formatOf(name string, data []byte) (Format, error) {
	ext := strings.ToLower(filepath.Ext(name))
	kind := kindOf(data)
	named := func(f Format) bool { return slices.Contains(f.Extensions, ext) }
	i := slices.IndexFunc(Formats, func(f Format) bool { return named(f) && f.kind == kind })
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return Format{}, &Error{Code: Empty}
	case len(data) > maxFileBytes:
		return Format{}, &Error{Code: TooLarge}
	case !slices.ContainsFunc(Formats, named):
		return Format{}, &Error{Code: UnknownFormat, Is: ext}
	case i < 0 && slices.Contains(Formats[0].Extensions, ext) && kind == "ole":
		return Format{}, &Error{Code: Locked}
	case i < 0:
		return Format{}, &Error{Code: WrongName, Is: kind}
	}
	return Formats[i], nil
}

// signatures are the first bytes by which kinds of files are told.
var signatures = []struct{ kind, start string }{
	{"zip", "PK\x03\x04"},
	{"zip", "PK\x05\x06"},
	{"ole", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, // Excel 97–2003, or a workbook locked with a password
	{"pdf", "%PDF-"},
	{"png", "\x89PNG"},
	{"jpeg", "\xff\xd8\xff"},
	{"html", "<html"},
	{"html", "<!DOCTYPE html"},
	{"html", "<table"},
	{"xml", "<?xml"},
}

func kindOf(data []byte) string {
	head := data[:min(len(data), 256)]
	if utf16Of(head) != "" {
		head = bytes.ReplaceAll(bytes.TrimLeft(head, "\xff\xfe"), []byte{0}, nil)
	}
	head = bytes.TrimLeft(head, utf8Mark+" \t\r\n")
	for _, s := range signatures {
		if len(head) >= len(s.start) && strings.EqualFold(string(head[:len(s.start)]), s.start) {
			return s.kind
		}
	}
	return "text"
}

// baseName returns the name of a file without its folder and extension.
func baseName(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// trimRow returns row without the blank cells at its end.
func trimRow(row []string) []string {
	for len(row) > 0 && strings.TrimSpace(row[len(row)-1]) == "" {
		row = row[:len(row)-1]
	}
	return row
}

// trimRows returns rows without the blank ones at their end.
func trimRows(rows [][]string) [][]string {
	for len(rows) > 0 && len(rows[len(rows)-1]) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}
