package table

import "strings"

// grid collects the cells of a sheet by their place, for formats that repeat, span and skip cells.
type grid struct {
	rows  [][]string
	cells *int // of the whole file, and its rows
}

// put writes text into the cell of the given row and column, which count from zero. A blank text leaves no trace.
func (g *grid) put(row, column int, text string) error {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if row >= maxRows || column >= maxColumns {
		return &Error{Row: row + 1, Code: TooLarge}
	}
	if more := row + 1 - len(g.rows); more > 0 {
		if *g.cells += more; *g.cells > maxCells {
			return &Error{Row: row + 1, Code: TooLarge}
		}
		g.rows = append(g.rows, make([][]string, more)...)
	}
	if more := column + 1 - len(g.rows[row]); more > 0 {
		if *g.cells += more; *g.cells > maxCells {
			return &Error{Row: row + 1, Code: TooLarge}
		}
		g.rows[row] = append(g.rows[row], make([]string, more)...)
	}
	g.rows[row][column] = text
	return nil
}
