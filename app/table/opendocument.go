package table

import (
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
)

// readODS reads a spreadsheet of LibreOffice (OpenDocument 1.3, part 3, chapter 9): shown text, and dates as ISO
// 8601.
func readODS(_ string, data []byte, o Options) ([]Sheet, error) {
	z, err := unpack(data)
	if err != nil {
		return nil, err
	}
	content, err := z.Open("content.xml")
	if err != nil {
		return nil, &Error{Code: WrongName, Is: "zip", Err: err}
	}
	defer content.Close()
	r := odsReader{options: o, grid: grid{cells: new(int)}, hiddenStyles: map[string]bool{}, fonts: map[string]string{}}
	decoder := xml.NewDecoder(content)
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = r.take(token)
		}
		if err != nil {
			return nil, err
		}
	}
	return append(r.shown, r.hidden...), nil
}

// odsReader goes through content.xml.
type odsReader struct {
	options       Options
	depth         int
	cells         int // of all sheets
	shown, hidden []Sheet
	style         string // the style being defined
	hiddenStyles  map[string]bool
	fonts         map[string]string // of styles, where they tell how text was typed

	sheet        Sheet
	isHidden     bool
	grid         grid
	merged       []mergedCell
	row, rows    int // of the row at hand: its index, and how often it is repeated
	rowHidden    bool
	column       int
	columns      int // how often the cell at hand is repeated
	cell         strings.Builder
	date         string // the cell's value where that is a date
	font         string // where that tells how the cell was typed
	deep         int    // rows that the cell spans
	uncomputed   bool   // the cell is a formula without a result
	paragraphs   int
	inText, note int // depth of paragraphs, and of comments, whose text is none of the cell's
}

func (r *odsReader) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > maxDepth {
			return errDeep
		}
		r.open(t)
	case xml.EndElement:
		r.depth--
		return r.close(t.Name.Local)
	case xml.CharData:
		if r.inText > 0 && r.note == 0 {
			r.cell.Write(t)
		}
	}
	return nil
}

func (r *odsReader) open(t xml.StartElement) {
	switch t.Name.Local {
	case "style":
		r.style = attribute(t, "name")
	case "text-properties":
		if font := attribute(t, "font-name"); isOldFont(font) {
			r.fonts[r.style] = font
		}
	case "table-properties":
		r.hiddenStyles[r.style] = attribute(t, "display") == "false"
	case "table":
		r.sheet = Sheet{Name: attribute(t, "name"), Encoding: "ods", HiddenRows: map[int]bool{}}
		r.isHidden, r.grid, r.merged, r.row = r.hiddenStyles[attribute(t, "style-name")], grid{cells: &r.cells}, nil, 0
	case "table-row":
		r.rows, r.column = repeated(t, "number-rows-repeated"), 0
		r.rowHidden = attribute(t, "visibility") == "collapse" || attribute(t, "visibility") == "filter"
	case "table-cell", "covered-table-cell":
		r.columns, r.paragraphs, r.date = repeated(t, "number-columns-repeated"), 0, dateValue(t)
		r.font, r.deep = r.fonts[attribute(t, "style-name")], repeated(t, "number-rows-spanned")
		r.uncomputed = attribute(t, "formula") != "" && attribute(t, "value-type") == ""
		r.cell.Reset()
	case "annotation":
		r.note++
	case "p":
		if r.inText++; r.note == 0 {
			if r.paragraphs++; r.paragraphs > 1 {
				r.cell.WriteByte('\n')
			}
		}
	case "s", "tab":
		r.cell.WriteByte(' ')
	case "line-break":
		r.cell.WriteByte('\n')
	}
}

func (r *odsReader) close(name string) error {
	switch name {
	case "p":
		r.inText--
	case "annotation":
		r.note--
	case "table-cell":
		return r.endCell()
	case "covered-table-cell": // lies under a merged one, which shows instead
		r.column += r.columns
	case "table-row":
		for row := r.row; r.rowHidden && row < min(r.row+r.rows, len(r.grid.rows)); row++ {
			r.sheet.HiddenRows[row+1] = true
		}
		r.row += r.rows
	case "table":
		return r.endTable()
	}
	return nil
}

func (r *odsReader) endTable() error {
	r.sheet.Rows, r.sheet.Hidden = r.grid.rows, r.isHidden
	if err := r.sheet.fillDown(r.merged); err != nil {
		return err
	}
	list := &r.shown
	if r.isHidden {
		list = &r.hidden
	}
	*list = append(*list, r.sheet)
	if len(r.shown)+len(r.hidden) > maxSheets {
		return &Error{Code: TooLarge}
	}
	return nil
}

// endCell puts the cell into the grid, as often as it is repeated. Blank cells and rows are repeated to the end of
// the sheet, so only those with a text count.
func (r *odsReader) endCell() error {
	text := r.cell.String()
	if r.date != "" {
		text = r.date
	}
	if r.font != "" && r.options.Encoding == "" {
		text = r.sheet.typed(text, r.font)
	}
	if r.uncomputed && text == "" {
		r.sheet.Uncomputed = append(r.sheet.Uncomputed, Place{r.row, r.column})
	}
	if r.deep > 1 {
		r.merged = append(r.merged, mergedCell{Place{r.row, r.column}, r.deep})
	}
	if strings.TrimSpace(text) != "" {
		for row := range r.rows {
			for column := range r.columns {
				if err := r.grid.put(r.row+row, r.column+column, text); err != nil {
					return err
				}
			}
		}
	}
	r.column += r.columns
	return nil
}

// dateValue returns a cell's date as ISO 8601, with the time of day where it has one, or "".
func dateValue(t xml.StartElement) string {
	day, clock, _ := strings.Cut(attribute(t, "date-value"), "T")
	if len(clock) < 5 || strings.HasPrefix(clock, "00:00:00") {
		return day
	}
	return day + " " + clock[:5]
}

func attribute(t xml.StartElement, name string) string {
	i := slices.IndexFunc(t.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
	if i < 0 {
		return ""
	}
	return t.Attr[i].Value
}

// repeated reads how often a row or cell stands there, one to as often as a sheet can hold.
func repeated(t xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(t, name))
	if err != nil {
		return 1
	}
	return min(max(n, 1), maxRows)
}
