package app

import "strings"

// recipientHeads stand above the cells of a recipient as they are copied out of a list here, without what follows the last
// that is filled.
var recipientHeads = []string{"Họ và tên", "Lớp", "Ngày sinh", "Giới tính", "Danh hiệu", "Nội dung khen"}

// WithHeads returns rows that were copied out of a list of recipients here under their heads; rows of another kind, or with
// heads of their own, as they are.
func WithHeads(rows [][]string) [][]string {
	width, dates := 0, 0
	for _, row := range rows {
		width = max(width, len(row))
		name, born := Clean(cellAt(row, 0)), Clean(cellAt(row, 2))
		if name == "" || strings.ContainsAny(name, "0123456789") {
			return rows
		}
		if born != "" {
			if _, err := ParseDate(born); err != nil {
				return rows
			}
			dates++
		}
	}
	if width > len(recipientHeads) || dates == 0 && width < len(recipientHeads) {
		return rows
	}
	return append([][]string{recipientHeads}, rows...)
}
