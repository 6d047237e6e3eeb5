package app

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// Column names one field of a list, and the headers under which lists keep it: folded, without punctuation.
type Column struct {
	Field   string
	Headers []string
}

// The codes of a HeaderError; the sentence for people is the phrase "header.CODE".
const (
	NoHeader        = "no-header"         // no row names the columns that are needed
	NoProgramHeader = "no-program-header" // the same, of a program
	UnknownField    = "unknown-field"     // Field is none that a list may have
	UnknownHeader   = "unknown-header"    // there is no column Header for Field
	HeaderTwice     = "header-twice"      // the column Header is named for another field already
)

// HeaderError says why the columns of a list can't be told. Known lists what there is instead: fields for an
// unknown field, else headers.
type HeaderError struct {
	Code   string
	Field  string
	Header string
	Known  []string
}

// Error describes e for logs; people read the phrase of its code.
func (e *HeaderError) Error() string {
	switch e.Code {
	case UnknownField:
		return fmt.Sprintf("no field %q; there are: %s", e.Field, strings.Join(e.Known, ", "))
	case UnknownHeader:
		return fmt.Sprintf("no column %q for %s; there are: %s", e.Header, e.Field, strings.Join(e.Known, ", "))
	}
	return fmt.Sprintf("no row of column headers; the list begins with: %s", strings.Join(e.Known, " | "))
}

// header is the row, or the two rows, that name a list's columns.
type header struct {
	first, rows int            // index of its first row, and how many rows it has
	texts       []string       // of each column; of two rows, both
	column      map[string]int // by field
	twice       map[int]string // columns left aside, since their field already has one
	forced      bool           // some columns were named by the user, all of them found
	missing     string         // a field whose forced header is not there
}

// headerWithin is how far down a list its header is looked for.
const headerWithin = 100

// findHeader returns the header of rows that names the most columns, forced ones first. needed says which
// fields a header must have for the list to make sense.
func findHeader(rows [][]string, columns []Column, forced map[string]string, needed func(header) bool) (header, error) {
	fields := make([]string, len(columns))
	for i, c := range columns {
		fields[i] = c.Field
	}
	forcedFields := sortedKeys(forced)
	for _, f := range forcedFields {
		if !slices.Contains(fields, f) {
			return header{}, &HeaderError{Code: UnknownField, Field: f, Known: fields}
		}
	}
	var best, found header
	for i := range rows[:min(len(rows), headerWithin)] {
		for _, h := range headersAt(rows, i, columns, forced) {
			if h.better(best) {
				best = h
			}
			if h.missing == "" && needed(h) && h.better(found) {
				found = h
			}
		}
	}
	missing := best.missing
	for _, f := range forcedFields {
		if best.rows == 0 && missing == "" && forced[f] != "" {
			missing = f
		}
	}
	switch {
	case missing != "":
		code := UnknownHeader
		for _, f := range forcedFields {
			if f != missing && headerKey(forced[f]) == headerKey(forced[missing]) {
				code = HeaderTwice
			}
		}
		return header{}, &HeaderError{Code: code, Field: missing, Header: forced[missing], Known: best.known(rows)}
	case found.rows == 0:
		return header{}, &HeaderError{Code: NoHeader, Known: best.known(rows)}
	}
	return found, nil
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func (h header) has(field string) bool { _, ok := h.column[field]; return ok }

// better tells whether h names more than other: all forced columns, then as many columns as possible.
func (h header) better(other header) bool {
	if other.rows == 0 {
		return len(h.column) > 0
	}
	if (h.missing == "") != (other.missing == "") {
		return h.missing == ""
	}
	if len(h.column) != len(other.column) {
		return len(h.column) > len(other.column)
	}
	return h.rows < other.rows
}

// known lists the headers for an error: those of h, or the cells of the list's first row where there is none.
func (h header) known(rows [][]string) []string {
	texts := h.texts
	for i := 0; h.rows == 0 && i < len(rows) && len(texts) == 0; i++ {
		texts = rows[i]
	}
	return slices.DeleteFunc(cleanRow(texts), func(text string) bool { return text == "" })
}

// headersAt reads row i as a header, alone and together with the row below it: lists often put "Nữ" under
// "Giới tính", or "Danh hiệu" under "Khen thưởng". That row is no list row when it has neither number nor name, or "Họ và tên" for a name.
func headersAt(rows [][]string, i int, columns []Column, forced map[string]string) []header {
	alone := header{first: i, rows: 1, texts: cleanRow(rows[i])}
	alone.recognise([][]string{alone.texts}, columns, forced)
	if i+1 >= len(rows) {
		return []header{alone}
	}
	upper, lower, anchored, merged := alone.texts, cleanRow(rows[i+1]), false, false
	for _, field := range []string{FieldNumber, FieldName, FieldFamily, FieldGiven, ProgramStart, ProgramTitle} {
		c, ok := alone.column[field]
		anchored = anchored || ok
		under := cellAt(lower, c)
		if ok && under != "" && under != upper[c] && !isHeader(under, columns) {
			return []header{alone}
		}
		merged = merged || ok && under == upper[c]
	}
	if !anchored {
		return []header{alone} // a title
	}
	both := header{first: i, rows: 2}
	for c := range max(len(upper), len(lower)) {
		text := cellAt(upper, c)
		if under := cellAt(lower, c); under != text { // the same text is that of one cell, merged downward
			text = oneLine(text + " " + under)
		}
		both.texts = append(both.texts, text)
	}
	both.recognise([][]string{lower, both.texts, upper}, columns, forced)
	if merged { // one cell beside both rows: "Họ và tên" is nobody's name
		return []header{both}
	}
	return []header{alone, both}
}

// isHeader tells whether a cell's text is what one of the columns is called.
func isHeader(text string, columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.is(headerKey(text)) })
}

// recognise finds the column of each field. layers are readings of the header, the most telling first.
func (h *header) recognise(layers [][]string, columns []Column, forced map[string]string) {
	h.column, h.twice = map[string]int{}, map[int]string{}
	for _, field := range sortedKeys(forced) {
		if forced[field] == "" {
			continue // the list shall have no such column
		}
		h.claim(layers, field, func(key string) bool { return key == headerKey(forced[field]) })
		if !h.has(field) && h.missing == "" {
			h.missing = field
		}
	}
	h.forced = len(forced) > 0 && h.missing == ""
	for _, matches := range []func(Column, string) bool{Column.is, Column.begins} {
		for _, c := range columns {
			if _, ok := forced[c.Field]; !ok && !h.has(c.Field) {
				h.claim(layers, c.Field, func(key string) bool { return matches(c, key) })
			}
		}
	}
}

// claim gives field the first column that is free and matches.
func (h *header) claim(layers [][]string, field string, matches func(key string) bool) {
	for _, layer := range layers {
		for i, text := range layer {
			if text == "" || !matches(headerKey(text)) || h.claimed(i) {
				continue
			}
			if h.has(field) {
				h.twice[i] = field
				continue
			}
			h.column[field] = i
		}
		if h.has(field) {
			return
		}
	}
}

func (h *header) claimed(column int) bool {
	for _, c := range h.column {
		if c == column {
			return true
		}
	}
	return false
}

// is tells whether key is one of the column's headers.
func (c Column) is(key string) bool { return slices.Contains(c.Headers, key) }

// others are words that make a header speak of someone else than the one on the list: "Họ tên cha".
var others = []string{"cha", "bo", "me", "phu", "giao", "gv", "gvcn", "nguoi"}

// begins tells whether key begins with one of the column's headers, as in "Ngày sinh (ngày/tháng/năm)". Very
// short headers begin too many other words, and a long text is no header.
func (c Column) begins(key string) bool {
	if len(key) > 40 {
		return false
	}
	for _, word := range strings.Fields(key) {
		if slices.Contains(others, word) {
			return false
		}
	}
	return slices.ContainsFunc(c.Headers, func(h string) bool {
		return len(h) > 2 && h != "ten" && strings.HasPrefix(key, h+" ")
	})
}

// headerKey returns a header as it is compared: folded, without punctuation.
func headerKey(text string) string { return plainWords(Fold(text)) }

// plainWords returns the words of a text without its punctuation.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), " ")
}

func cleanRow(row []string) []string {
	out := make([]string, len(row))
	for i, cell := range row {
		out[i] = oneLine(cell)
	}
	return out
}

// oneLine returns text cleaned, with its line breaks as spaces.
func oneLine(text string) string {
	return strings.ReplaceAll(Clean(text), "\n", " ")
}

func cellAt(row []string, column int) string {
	if column < 0 || column >= len(row) {
		return ""
	}
	return row[column]
}

// rowText returns what a cleaned row says, for a person who looks for it in the list.
func rowText(cells []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(cells), func(cell string) bool { return cell == "" }), " | ")
}
