package app

import (
	"slices"
	"strconv"
	"strings"
)

// TSV returns rows as spreadsheets put them on the clipboard: cells parted by tabs, and quoted where they have lines or tabs of
// their own; rows end as on Windows, lines inside a cell don't, in Excel as in LibreOffice.
func TSV(rows [][]string) string {
	quote := func(cell string) string {
		if strings.ContainsAny(cell, "\t\n\"") {
			return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		return cell
	}
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(quote(cell))
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

// ReadProgramRows reads rows that were copied out of a list, with or without the heads of its columns. Without them rows as
// wide as a written program have its columns; in others a column of times is when items begin, a column of numbers how
// many minutes they take, and the rest are what, who, where and notes, in this order. With a column of hard starts no other
// start is hard: rows that stood apart come together.
func ReadProgramRows(rows [][]string) ProgramReading {
	h, err := programHeader(rows)
	if err != nil {
		h = bareHeader(rows)
	}
	return readItems(rows, h, h.has(ProgramHard))
}

// bareHeader tells the columns of rows without heads.
func bareHeader(rows [][]string) header {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	h := header{column: map[string]int{}, texts: make([]string, width)}
	if width == len(ProgramCells) {
		for c, col := range ProgramCells {
			h.column[col.Field] = c
		}
	} else {
		h.guess(rows)
	}
	return h
}

// guess tells the columns of rows by what is in them.
func (h *header) guess(rows [][]string) {
	rows = slices.DeleteFunc(slices.Clone(rows), func(row []string) bool { return loneHeading(cleanRow(row)) != "" })
	texts := []string{ProgramTitle, ProgramWho, ProgramWhere, ProgramNotes}
	for c := range h.texts {
		switch cells := columnOf(rows, c); {
		case len(cells) == 0 || isCount(cells):
		case !h.has(ProgramStart) && all(cells, isClock):
			h.column[ProgramStart] = c
		case !h.has(ProgramMinutes) && all(cells, isMinutes):
			h.column[ProgramMinutes] = c
		case len(texts) > 0:
			h.column[texts[0]], texts = c, texts[1:]
		}
	}
}

// columnOf returns the cells of a column that aren't blank.
func columnOf(rows [][]string, c int) []string {
	var cells []string
	for _, row := range rows {
		if cell := oneLine(cellAt(row, c)); cell != "" {
			cells = append(cells, cell)
		}
	}
	return cells
}

func all(cells []string, is func(string) bool) bool {
	return !slices.ContainsFunc(cells, func(cell string) bool { return !is(cell) })
}

// isCount tells whether cells number the rows.
func isCount(cells []string) bool {
	for i, cell := range cells {
		if cell != strconv.Itoa(i+1) {
			return false
		}
	}
	return len(cells) > 1
}

func isClock(cell string) bool {
	line, ok := parseTimes(cell)
	return ok && line.start != NoClock
}

func isMinutes(cell string) bool {
	_, ok := parseMinutes(cell)
	return ok
}
