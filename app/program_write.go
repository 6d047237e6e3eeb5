package app

import "strconv"

// ProgramCell is one column of a program that is written as a table: what stands at its head, how wide it is in digits, and
// its cell for an item. ReadProgram reads all of them back.
type ProgramCell struct {
	Title string
	Width float64
	Cell  func(c Ceremony, i int) string
}

// ProgramCells lists the columns of a written program: those of a printed one first.
var ProgramCells = []ProgramCell{
	{"Bắt đầu", 9, startCell},
	{"Số phút", 9, func(c Ceremony, i int) string { return strconv.Itoa(c.Program.Items[i].Minutes) }},
	itemCell("Nội dung", 44, func(it Item) string { return it.Title }),
	itemCell("Người phụ trách", 28, func(it Item) string { return it.Who }),
	itemCell("Địa điểm", 18, func(it Item) string { return it.Where }),
	itemCell("Ghi chú", 30, func(it Item) string { return it.Notes }),
	cueCell("Âm thanh", Sound),
	cueCell("Ánh sáng", Light),
	cueCell("Màn hình", Screen),
	cueCell("Sân khấu", Stage),
	itemCell("Lời dẫn", 60, func(it Item) string { return it.Script }),
	itemCell("Phần", 12, func(it Item) string { return it.Part }),
	itemCell("Giờ ấn định", 11, func(it Item) string { return it.HardStart.String() }),
	itemCell("Có thể bỏ", 10, func(it Item) string { return map[bool]string{true: "x"}[it.Optional] }),
	itemCell("Rút ngắn còn", 12, leastCell),
}

func itemCell(title string, width float64, cell func(Item) string) ProgramCell {
	return ProgramCell{title, width, func(c Ceremony, i int) string { return cell(c.Program.Items[i]) }}
}

func cueCell(title string, crew Crew) ProgramCell {
	return itemCell(title, 22, func(it Item) string { return it.Cue(crew) })
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

// Rows returns items[from:to] of the ceremony's program as a table, with the heads of its columns.
func (c Ceremony) Rows(from, to int) [][]string {
	head := make([]string, len(ProgramCells))
	for n, col := range ProgramCells {
		head[n] = col.Title
	}
	rows := [][]string{head}
	for i := from; i < to; i++ {
		row := make([]string, len(ProgramCells))
		for n, col := range ProgramCells {
			row[n] = col.Cell(c, i)
		}
		rows = append(rows, row)
	}
	return rows
}
