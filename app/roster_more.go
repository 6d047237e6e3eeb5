package app

import (
	"slices"
	"strings"
)

// private are words of headers whose columns are never kept: no certificate tells a child's telephone or number of
// identity, so that the event's file should not either.
var private = []string{"điện thoại", "sđt", "số đt", "cccd", "cmnd", "định danh", "email", "địa chỉ", "cha", "bố", "mẹ", "phụ huynh", "giám hộ"}

// findMore finds the columns that have a header and no field: what stands there may be used in the wording.
func (r *rosterReader) findMore() {
	seen := map[string]bool{}
	for c, text := range r.header.texts {
		key := headerKey(text)
		if _, twice := r.header.twice[c]; twice || key == "" || seen[key] || r.header.claimed(c) || isHeader(text, RosterColumns) || isPrivate(text) {
			continue
		}
		seen[key] = true
		r.extra = append(r.extra, c)
		r.More = append(r.More, text)
	}
}

// noValues are what spreadsheets show where a formula has failed.
var noValues = []string{"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}

// dropErrors empties the cells whose formula has failed, and remarks on those that have a field: no certificate says #N/A.
func (r *rosterReader) dropErrors(row int, cells []string) {
	for _, column := range RosterColumns {
		if slices.Contains(noValues, r.cell(cells, column.Field)) {
			r.remark(row, column.Field, r.Mapping[column.Field], RemarkNoValue)
		}
	}
	for c, text := range cells {
		if slices.Contains(noValues, text) {
			cells[c] = ""
		}
	}
}

func isPrivate(header string) bool {
	key := plainWords(strings.ToLower(header))
	return slices.ContainsFunc(private, func(words string) bool { return strings.Contains(" "+key+" ", " "+words+" ") })
}

// more returns what a row has in the columns without a field, up to the last that isn't empty.
func (r *rosterReader) more(cells []string) []string {
	var texts []string
	for i, c := range r.extra {
		if text := cellAt(cells, c); text != "" {
			texts = append(texts, make([]string, i-len(texts))...)
			texts = append(texts, text)
		}
	}
	return slices.Clip(texts)
}
