package app

import (
	"slices"
	"strconv"
)

// ProgramCell is one column of a program that is written as a table: which field it holds, what stands at its head, how
// wide it is in digits, and its cell for an item. ReadProgram reads all of them back.
type ProgramCell struct {
	Field string
	Title string
	Width float64
	Cell  func(c Ceremony, i int) string
}

// ProgramCells lists the columns of a written program: those of a printed one first.
var ProgramCells = []ProgramCell{
	{ProgramStart, "Bắt đầu", 9, startCell},
	itemCell(ProgramMinutes, "Số phút", 9, func(it Item) string { return strconv.Itoa(it.Minutes) }),
	itemCell(ProgramTitle, "Nội dung", 44, func(it Item) string { return it.Title }),
	itemCell(ProgramWho, "Người phụ trách", 28, func(it Item) string { return it.Who }),
	itemCell(ProgramWhere, "Địa điểm", 18, func(it Item) string { return it.Where }),
	itemCell(ProgramNotes, "Ghi chú", 30, func(it Item) string { return it.Notes }),
	cueCell("Âm thanh", Sound),
	cueCell("Ánh sáng", Light),
	cueCell("Màn hình", Screen),
	cueCell("Sân khấu", Stage),
	itemCell(ProgramScript, "Lời dẫn", 60, func(it Item) string { return it.Script }),
	itemCell(ProgramPart, "Phần", 12, func(it Item) string { return it.Part }),
	itemCell(ProgramHard, "Giờ ấn định", 11, func(it Item) string { return it.HardStart.String() }),
	itemCell(ProgramOption, "Có thể bỏ", 10, func(it Item) string { return map[bool]string{true: "x"}[it.Optional] }),
	itemCell(ProgramLeast, "Rút ngắn còn", 12, leastCell),
}

func itemCell(field, title string, width float64, cell func(Item) string) ProgramCell {
	return ProgramCell{field, title, width, func(c Ceremony, i int) string { return cell(c.Program.Items[i]) }}
}

func cueCell(title string, crew Crew) ProgramCell {
	return itemCell(string(crew), title, 22, func(it Item) string { return it.Cue(crew) })
}

// startCell is when an item begins, as far as the plan has an hour.
func startCell(c Ceremony, i int) string {
	if !c.Timed(i) {
		return ""
	}
	return c.Schedule()[i].Start.String()
}

func leastCell(it Item) string {
	if it.MinMinutes <= 0 {
		return ""
	}
	return strconv.Itoa(it.MinMinutes)
}

// Rows returns rows of the ceremony's program as a table, with the heads of its columns. The heading of a part tells when
// the part begins and how long it is; its name stands in the columns of what and of the part, by which ReadProgram knows it.
func (c Ceremony) Rows(rows Outline) [][]string {
	heads := make([]string, len(ProgramCells))
	for n, col := range ProgramCells {
		heads[n] = col.Title
	}
	table, parts := [][]string{heads}, c.Program.Parts(c.Start)
	for _, row := range rows {
		i := Index(c.Program.Items, row.RowID.Item)
		switch {
		case !row.Heading:
			cells := make([]string, len(ProgramCells))
			for n, col := range ProgramCells {
				cells[n] = col.Cell(c, i)
			}
			table = append(table, cells)
		case row.Part != "":
			part := PartSpan{Name: row.Part} // of an empty one
			if n := slices.IndexFunc(parts, func(p PartSpan) bool { return p.ID == row.RowID.Item }); n >= 0 {
				part = parts[n]
			}
			table = append(table, c.headingCells(part))
		}
	}
	return table
}

// headingCells is the row of a part's heading.
func (c Ceremony) headingCells(part PartSpan) []string {
	said := map[string]string{ProgramTitle: part.Name, ProgramPart: part.Name, ProgramMinutes: strconv.Itoa(part.Minutes)}
	if part.From < part.To && c.Timed(part.From) {
		said[ProgramStart] = part.Start.String()
	}
	cells := make([]string, len(ProgramCells))
	for n, col := range ProgramCells {
		cells[n] = said[col.Field]
	}
	return cells
}
