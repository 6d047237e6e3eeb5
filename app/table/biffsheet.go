package table

import (
	"encoding/binary"
	"math"
	"strings"
)

// sheetReader goes through the records of one sheet of an .xls.
type sheetReader struct {
	*biff
	sheet   Sheet
	grid    grid
	depth   int    // of charts and the like inside the sheet
	formula *Place // whose result is the string that follows
	format  int    // of that formula
	merged  []mergedCell
}

// read reads the sheet that begins at a place in the stream.
func (s *sheetReader) read(at int) error {
	if at < 0 || at >= len(s.stream) {
		return &Error{Sheet: s.sheet.Name, Code: Damaged, Err: errRecord}
	}
	s.grid.cells = &s.cells
	for begin := at; ; {
		r, next, err := s.next(at)
		if err != nil || at == begin && r.kind != recordBOF {
			return &Error{Sheet: s.sheet.Name, Code: Damaged, Err: errRecord}
		}
		switch {
		case r.kind == recordBOF:
			s.depth++
		case r.kind == recordEOF:
			s.depth--
		case s.depth == 1:
			err = s.take(r)
		}
		if err != nil {
			return err
		}
		if s.depth == 0 {
			break
		}
		at = next
	}
	s.sheet.Rows = trimmed(s.grid.rows)
	return s.sheet.fillDown(s.merged)
}

// trimmed returns rows as a Sheet holds them.
func trimmed(rows [][]string) [][]string {
	for i, row := range rows {
		rows[i] = trimRow(row)
	}
	return trimRows(rows)
}

// take reads one record of the sheet.
func (s *sheetReader) take(r record) error {
	body := r.body()
	if len(body) < least[r.kind] {
		return &Error{Sheet: s.sheet.Name, Code: Damaged, Err: errRecord}
	}
	u16 := func(at int) int { return int(binary.LittleEndian.Uint16(body[at:])) }
	switch r.kind {
	case recordRow:
		if body[12]&0x20 != 0 {
			s.sheet.HiddenRows[u16(0)+1] = true
		}
	case recordMulRK:
		return s.takeNumbers(body)
	case recordMerged:
		s.takeMerged(body)
	case recordString:
		if s.formula != nil {
			at := *s.formula
			s.formula = nil
			return s.put(at, s.format, s.text(r, 2))
		}
	case recordLabelSST, recordLabel, recordRString, recordNumber, recordRK, recordFormula, recordBoolErr:
		at, format := Place{u16(0), u16(2)}, u16(4)
		return s.put(at, format, s.value(r, at, format))
	}
	return nil
}

// value returns what a cell shows.
func (s *sheetReader) value(r record, at Place, format int) string {
	body := r.body()
	switch r.kind {
	case recordLabelSST:
		if n := int(binary.LittleEndian.Uint32(body[6:])); n < len(s.strings) {
			return s.strings[n]
		}
	case recordLabel, recordRString:
		return s.text(record{parts: append([][]byte{body[6:]}, r.parts[1:]...)}, 2)
	case recordNumber:
		return s.number(math.Float64frombits(binary.LittleEndian.Uint64(body[6:])), format)
	case recordRK:
		return s.number(rk(binary.LittleEndian.Uint32(body[6:])), format)
	case recordBoolErr:
		return boolOrError(body[6], body[7] != 0)
	case recordFormula:
		return s.result(body, at, format)
	}
	return ""
}

// result returns the result of a formula as the file holds it. A string follows in a record of its own.
func (s *sheetReader) result(body []byte, at Place, format int) string {
	const onLoad = 2 // to be computed when the file is opened: a zero there is none yet
	v := binary.LittleEndian.Uint64(body[6:])
	switch {
	case v>>48 != 0xffff && v == 0 && body[14]&onLoad != 0:
		s.sheet.Uncomputed = append(s.sheet.Uncomputed, at)
	case v>>48 != 0xffff:
		return s.number(math.Float64frombits(v), format)
	case body[6] == 0:
		s.formula, s.format = &at, format
	case body[6] == 1 || body[6] == 2:
		return boolOrError(body[8], body[6] == 2)
	}
	return ""
}

// errorNames are what a spreadsheet shows where a formula went wrong.
var errorNames = map[byte]string{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A"}

func boolOrError(v byte, isError bool) string {
	switch {
	case isError:
		return errorNames[v]
	case v != 0:
		return "TRUE"
	}
	return "FALSE"
}

func (s *sheetReader) number(v float64, format int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	id := 0
	if format < len(s.xfs) {
		id = s.xfs[format].number
	}
	return numberText(v, id, s.formats[id], s.from1904)
}

// rk reads a number that is packed into 30 bits: an integer or the upper half of a float, maybe hundredths.
func rk(v uint32) float64 {
	number := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		number = float64(int32(v) >> 2)
	}
	if v&1 != 0 {
		number /= 100
	}
	return number
}

// takeNumbers reads a run of numbers in one row.
func (s *sheetReader) takeNumbers(body []byte) error {
	at := Place{int(binary.LittleEndian.Uint16(body)), int(binary.LittleEndian.Uint16(body[2:]))}
	for cells := body[4:]; len(cells) >= 6+2; cells = cells[6:] {
		format := int(binary.LittleEndian.Uint16(cells))
		if err := s.put(at, format, s.number(rk(binary.LittleEndian.Uint32(cells[2:])), format)); err != nil {
			return err
		}
		at.Column++
	}
	return nil
}

func (s *sheetReader) takeMerged(body []byte) {
	for cells := body[2:]; len(cells) >= 8; cells = cells[8:] {
		first, last, column := int(binary.LittleEndian.Uint16(cells)), int(binary.LittleEndian.Uint16(cells[2:])), int(binary.LittleEndian.Uint16(cells[4:]))
		s.merged = append(s.merged, mergedCell{Place{first, column}, last - first + 1})
	}
}

// put writes a text into the grid, read as its font says.
func (s *sheetReader) put(at Place, format int, text string) error {
	if format < len(s.xfs) && strings.TrimSpace(text) != "" && s.options.Encoding == "" {
		text = s.sheet.typed(text, s.font(s.xfs[format].font))
	}
	return s.grid.put(at.Row, at.Column, text)
}

// font returns the name of a font; there is no number 4.
func (s *sheetReader) font(n int) string {
	if n > 4 {
		n--
	}
	if n >= len(s.fonts) {
		return ""
	}
	return s.fonts[n]
}
