package table

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Output is a sheet to be written as an Excel workbook, for people to read and print on A4.
type Output struct {
	Name    string   // of the sheet
	Title   []string // lines above the table, the first one large
	Columns []OutputColumn
	Rows    []OutputRow
	Foot    []string // lines below it
}

// OutputColumn is a column of an Output.
type OutputColumn struct {
	Title  string
	Width  float64 // in digits of the usual type, as Excel counts
	Middle bool    // centred
	Day    bool    // its values are days
	Note   bool    // about the row: not drawn through with it
}

// OutputRow holds a value for each column: a string, an int, a time.Time that is a day, or nil for an empty cell.
type OutputRow struct {
	Cells   []any
	Struck  bool // drawn through
	Heading bool // of the rows below it
}

// typeface is that of a school's documents.
const typeface = "Times New Roman"

// dayFormat shows a day as people in Vietnam do.
const dayFormat = "dd/mm/yyyy"

// WriteXLSX writes the sheet: its head stays in view and stands on every printed page, days are days and numbers are
// numbers, and a text is never a formula.
func WriteXLSX(w io.Writer, o Output) error {
	f := excelize.NewFile()
	defer f.Close()
	x := &outputSheet{file: f, Output: o, styles: map[[2]bool][]int{}}
	if err := x.write(); err != nil {
		return fmt.Errorf("write sheet %s: %w", o.Name, err)
	}
	return f.Write(w)
}

// outputSheet is an Output on its way into a workbook.
type outputSheet struct {
	Output
	file   *excelize.File
	stream *excelize.StreamWriter
	row    int               // the last that was written
	styles map[[2]bool][]int // of each column in rows that are struck, or a heading
}

func (x *outputSheet) write() (err error) {
	if err = x.file.SetSheetName("Sheet1", x.Name); err != nil {
		return err
	}
	head := len(x.Title) + 1
	if err = x.page(head); err != nil {
		return err
	}
	if x.stream, err = x.file.NewStreamWriter(x.Name); err != nil {
		return err
	}
	for i, c := range x.Columns {
		if err = x.stream.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
	}
	panes := &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: fmt.Sprint("A", head+1), ActivePane: "bottomLeft"}
	if err = x.stream.SetPanes(panes); err != nil {
		return err
	}
	if err = x.rows(); err != nil {
		return err
	}
	return x.stream.Flush()
}

// page sets how the sheet is printed: A4 landscape, as wide as the paper, with the head on every page and its number.
func (x *outputSheet) page(head int) error {
	paper, landscape, wide, high := 9, "landscape", 1, 0 // 9 is A4 (ECMA-376 Part 1, 18.3.1.63); 0 is as many pages as it takes
	fit, margin, foot := true, 0.4, 0.7                  // inches; the page's number stands in the foot
	for _, set := range []func() error{
		func() error {
			return x.file.SetPageLayout(x.Name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high})
		},
		func() error {
			return x.file.SetPageMargins(x.Name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &foot})
		},
		func() error { return x.file.SetSheetProps(x.Name, &excelize.SheetPropsOptions{FitToPage: &fit}) },
		func() error {
			return x.file.SetHeaderFooter(x.Name, &excelize.HeaderFooterOptions{OddFooter: "&CTrang &P/&N"})
		},
		func() error {
			return x.file.SetDefinedName(&excelize.DefinedName{
				Name: "_xlnm.Print_Titles", Scope: x.Name, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", x.Name, head, head),
			})
		},
	} {
		if err := set(); err != nil {
			return err
		}
	}
	return nil
}

// rows writes the lines above, the head, the rows and the lines below.
func (x *outputSheet) rows() error {
	for i, line := range x.Title {
		size := 12.0
		if i == 0 {
			size = 16
		}
		if err := x.line(line, &excelize.Style{Font: &excelize.Font{Bold: i == 0, Size: size, Family: typeface}}); err != nil {
			return err
		}
	}
	if err := x.head(); err != nil {
		return err
	}
	for _, r := range x.Rows {
		styles, err := x.stylesOf(r)
		if err != nil {
			return err
		}
		cells := make([]any, len(r.Cells))
		for i, v := range r.Cells {
			cells[i] = excelize.Cell{StyleID: styles[i], Value: v}
		}
		if err := x.put(cells, excelize.RowOpts{Height: x.height(r)}); err != nil {
			return err
		}
	}
	for _, line := range x.Foot {
		if err := x.line(line, &excelize.Style{Font: &excelize.Font{Italic: true, Size: 12, Family: typeface}}); err != nil {
			return err
		}
	}
	return nil
}

func (x *outputSheet) put(cells []any, opts ...excelize.RowOpts) error {
	x.row++
	return x.stream.SetRow(fmt.Sprint("A", x.row), cells, opts...)
}

const (
	lineHeight      = 15.0 // of 11 pt, in points
	lettersPerDigit = 1.25 // of Vietnamese prose in the typeface, with room to spare
)

// height returns how high a row must be for its longest text: not every program finds that out by itself.
func (x *outputSheet) height(r OutputRow) float64 {
	lines := 1
	for i, v := range r.Cells {
		if text, ok := v.(string); ok {
			lines = max(lines, linesOf(text, int(x.Columns[i].Width*lettersPerDigit)))
		}
	}
	return float64(lines) * lineHeight
}

// linesOf counts the lines of a text in a column of so many digits.
func linesOf(text string, width int) int {
	lines, used := 1, 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > width {
			lines, used = lines+1, 0
		}
		used += n + 1
	}
	return lines
}

func (x *outputSheet) line(text string, style *excelize.Style) error {
	id, err := x.file.NewStyle(style)
	if err != nil {
		return err
	}
	return x.put([]any{excelize.Cell{StyleID: id, Value: text}})
}

func (x *outputSheet) head() error {
	style := cellStyle(OutputColumn{Middle: true}, false)
	emphasize(style)
	id, err := x.file.NewStyle(style)
	cells := make([]any, len(x.Columns))
	for i, c := range x.Columns {
		cells[i] = excelize.Cell{StyleID: id, Value: c.Title}
	}
	if err != nil {
		return err
	}
	return x.put(cells)
}

// stylesOf returns the style of each column in a row of that kind.
func (x *outputSheet) stylesOf(r OutputRow) ([]int, error) {
	kind := [2]bool{r.Struck, r.Heading}
	if ids := x.styles[kind]; ids != nil {
		return ids, nil
	}
	ids := make([]int, len(x.Columns))
	for i, c := range x.Columns {
		style := cellStyle(c, r.Struck)
		if r.Heading {
			emphasize(style)
		}
		id, err := x.file.NewStyle(style)
		if err != nil {
			return nil, err
		}
		ids[i] = id
	}
	x.styles[kind] = ids
	return ids, nil
}

// emphasize makes of a cell's style that of a heading.
func emphasize(style *excelize.Style) {
	style.Font.Bold = true
	style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"#F2F2F2"}}
}

// cellStyle is a ruled cell whose text runs on in as many lines as it needs.
func cellStyle(c OutputColumn, struck bool) *excelize.Style {
	style := &excelize.Style{
		Font:      &excelize.Font{Size: 11, Family: typeface, Strike: struck && !c.Note},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	}
	if c.Middle {
		style.Alignment.Horizontal = "center"
	}
	if format := dayFormat; c.Day {
		style.CustomNumFmt = &format
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		style.Border = append(style.Border, excelize.Border{Type: side, Color: "#000000", Style: 1})
	}
	return style
}
