package table

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func TestWriteXLSX(t *testing.T) {
	o := Output{
		Name: "Sổ khen thưởng", Title: []string{"SỔ KHEN THƯỞNG", "Năm học 2025 - 2026"},
		Columns: []OutputColumn{{Title: "STT", Width: 5, Middle: true}, {Title: "Số", Width: 12}, {Title: "Ngày", Width: 12, Day: true}, {Title: "Ghi chú", Width: 20, Note: true}},
		Rows: []OutputRow{
			{Cells: []any{1, "001/2025", time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC), "=1+1"}},
			{Cells: []any{2, "002/2025", nil, "Hủy"}, Struck: true},
		},
		Foot: []string{"Cộng: 2 số"},
	}
	var b bytes.Buffer
	if err := WriteXLSX(&b, o); err != nil {
		t.Fatal(err)
	}
	read, err := Read("so.xlsx", b.Bytes(), Options{}) // as a user who imports it again
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"SỔ KHEN THƯỞNG"}, {"Năm học 2025 - 2026"}, {"STT", "Số", "Ngày", "Ghi chú"},
		{"1", "001/2025", "2025-10-01", "=1+1"}, {"2", "002/2025", "", "Hủy"}, {"Cộng: 2 số"}}
	for i, row := range read.Sheets[0].Rows {
		for j, cell := range row {
			if cell != "" && (i >= len(want) || j >= len(want[i]) || cell != want[i][j]) {
				t.Errorf("row %d: %q", i+1, row)
			}
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if kind, _ := f.GetCellType(o.Name, "A4"); kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset {
		t.Errorf("the number is of type %v", kind)
	}
	if formula, _ := f.GetCellFormula(o.Name, "D4"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	if shown, _ := f.GetCellValue(o.Name, "C4"); shown != "01/10/2025" {
		t.Errorf("the day is shown as %q", shown)
	}
	for cell, want := range map[string]bool{"B4": false, "B5": true, "D5": false} {
		id, _ := f.GetCellStyle(o.Name, cell)
		style, err := f.GetStyle(id)
		if err != nil || style.Font.Strike != want {
			t.Errorf("%s is drawn through: %v, %v", cell, style.Font.Strike, err)
		}
	}
	panes, err := f.GetPanes(o.Name)
	if err != nil || !panes.Freeze || panes.YSplit != 3 {
		t.Errorf("%+v %v", panes, err)
	}
	titles := excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: o.Name, RefersTo: "'Sổ khen thưởng'!$3:$3"}
	if !slices.Contains(f.GetDefinedName(), titles) {
		t.Errorf("%+v", f.GetDefinedName())
	}
}
