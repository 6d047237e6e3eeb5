package table

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// readPage reads the tables of a web page, each as a sheet. School platforms hand out such pages under the name
// .xls, and Excel opens them.
func readPage(name string, data []byte, o Options) ([]Sheet, error) {
	text, encoding, err := textOf(data, o.Encoding)
	if err != nil {
		return nil, err
	}
	sheets, err := tablesOf(text, name, encoding)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(encoding, "utf-") {
		return sheets, nil
	}
	if before, err := tablesOf(westernHead(data), name, ""); err == nil {
		for i := range min(len(before), len(sheets)) {
			sheets[i].sampleRows(before[i].Rows)
		}
	}
	return sheets, nil
}

// tablesOf reads the tables in the text of a page.
func tablesOf(text, name, encoding string) ([]Sheet, error) {
	var r pageReader
	var err error
	for z := html.NewTokenizer(strings.NewReader(text)); err == nil; {
		switch z.Next() {
		case html.ErrorToken:
			if err = z.Err(); err == io.EOF {
				if err = r.endCell(); err == nil {
					return r.sheets(baseName(name), encoding)
				}
			}
		case html.TextToken:
			r.cell.WriteString(strings.ReplaceAll(string(z.Text()), "\n", " "))
		case html.StartTagToken, html.SelfClosingTagToken:
			err = r.open(z.Token())
		case html.EndTagToken:
			err = r.close(z.Token().Data)
		}
	}
	return nil, err
}

// pageReader goes through a page. Pages leave out end tags, so a cell ends where anything else begins.
type pageReader struct {
	cells  int          // of all tables
	tables []*pageTable // in the order of their beginning
	inside []*pageTable // those not ended yet, the outermost first
	cell   strings.Builder
}

// pageTable is a table of a page.
type pageTable struct {
	grid
	row, column  int
	inCell       bool
	width, depth int         // columns and rows that the cell at hand spans
	taken        map[int]int // by column: the first row that no cell from above spans
	merged       []mergedCell
	hidden       map[int]bool
}

// current returns the innermost table that is open, or nil.
func (r *pageReader) current() *pageTable {
	if len(r.inside) == 0 {
		return nil
	}
	return r.inside[len(r.inside)-1]
}

func (r *pageReader) open(t html.Token) error {
	switch t.Data {
	case "br", "p", "div":
		r.cell.WriteByte('\n')
		return nil
	case "table", "tr", "td", "th":
	default:
		return nil
	}
	if err := r.endCell(); err != nil {
		return err
	}
	if t.Data == "table" {
		if len(r.tables) == maxSheets {
			return &Error{Code: TooLarge}
		}
		r.inside = append(r.inside, &pageTable{grid: grid{cells: &r.cells}, row: -1, taken: map[int]int{}, hidden: map[int]bool{}})
		r.tables = append(r.tables, r.current())
		return nil
	}
	table := r.current()
	switch {
	case table == nil:
	case t.Data == "tr":
		table.row, table.column = table.row+1, 0
		table.hide(t)
	default:
		table.beginCell(span(t, "colspan"), span(t, "rowspan"))
		r.cell.Reset()
	}
	return nil
}

func (r *pageReader) close(tag string) error {
	switch tag {
	case "td", "th", "tr", "table":
		if err := r.endCell(); err != nil {
			return err
		}
	}
	if tag == "table" && len(r.inside) > 0 {
		r.inside = r.inside[:len(r.inside)-1]
	}
	return nil
}

// beginCell goes to the first column that no cell from above spans.
func (t *pageTable) beginCell(width, depth int) {
	t.row = max(t.row, 0)
	for t.taken[t.column] > t.row {
		t.column++
	}
	t.inCell, t.width, t.depth = true, width, depth
}

// endCell puts the text of the cell at hand into its table.
func (r *pageReader) endCell() error {
	t := r.current()
	if t == nil || !t.inCell {
		return nil
	}
	t.inCell = false
	if t.column+t.width > maxColumns {
		return &Error{Row: t.row + 1, Code: TooLarge}
	}
	lines := strings.Split(r.cell.String(), "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	err := t.put(t.row, t.column, strings.Trim(strings.Join(lines, "\n"), "\n"))
	if t.depth > 1 {
		t.merged = append(t.merged, mergedCell{Place{t.row, t.column}, t.depth})
	}
	for c := t.column; t.depth > 1 && c < t.column+t.width; c++ {
		t.taken[c] = t.row + t.depth
	}
	t.column += t.width
	return err
}

// hide remembers a row that a browser does not show.
func (t *pageTable) hide(row html.Token) {
	for _, a := range row.Attr {
		style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(style, "display:none") {
			t.hidden[t.row+1] = true
		}
	}
}

// span reads how many columns or rows a cell spans, within what pages may ask for.
func span(t html.Token, name string) int {
	for _, a := range t.Attr {
		if n, err := strconv.Atoi(a.Val); a.Key == name && err == nil {
			return min(max(n, 1), 1000)
		}
	}
	return 1
}

// sheets names the tables after the page, and numbers them where there are several.
func (r *pageReader) sheets(name, encoding string) ([]Sheet, error) {
	var sheets []Sheet
	for i, t := range r.tables {
		sheet := Sheet{Name: name, Encoding: encoding, Rows: t.rows, HiddenRows: t.hidden}
		if len(r.tables) > 1 {
			sheet.Name = fmt.Sprintf("%s %d", name, i+1)
		}
		if err := sheet.fillDown(t.merged); err != nil {
			return nil, err
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}
