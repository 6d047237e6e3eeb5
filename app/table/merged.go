package table

// mergedCell is a merged cell: where its text stands, and how many rows it covers.
type mergedCell struct {
	Place
	rows int
}

// fillDown gives the text of cells that are merged downward to each row that they cover and that holds a text of its
// own: a class that stands once beside all its pupils is the class of each. maxCells bounds the work.
func (s *Sheet) fillDown(merged []mergedCell) error {
	work := 0
	for _, m := range merged {
		if m.Row >= len(s.Rows) || m.Column >= len(s.Rows[m.Row]) {
			continue
		}
		text := s.Rows[m.Row][m.Column]
		for r := m.Row + 1; r < min(m.Row+m.rows, len(s.Rows)) && text != ""; r++ {
			row := s.Rows[r]
			if work += m.Column + 1; work > maxCells {
				return &Error{Sheet: s.Name, Row: r + 1, Code: TooLarge}
			}
			if len(row) == 0 {
				continue
			}
			for len(row) <= m.Column {
				row = append(row, "")
			}
			if row[m.Column] == "" {
				row[m.Column] = text
			}
			s.Rows[r] = row
		}
	}
	return nil
}
