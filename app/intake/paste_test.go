package intake

import (
	"fmt"
	"strings"
	"testing"

	"tiengtrong/app"
)

func TestPastedRows(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"as Excel copies": {"1\t07:00\tĐón đại biểu, ổn định\tBan tổ chức\n2\t07:15\tChào cờ\tTổng phụ trách\n",
			"07:00 Đón đại biểu, ổn định 15 Ban tổ chức;07:15 Chào cờ 5 Tổng phụ trách"},
		"titles alone":     {"Chào cờ\nVăn nghệ", "00:00 Chào cờ 5 ;00:05 Văn nghệ 5 "},
		"minutes":          {"Chào cờ\t5 phút\r\n\"Văn nghệ\nhai tiết mục\"\t10'\r\n", "00:00 Chào cờ 5 ;00:05 Văn nghệ hai tiết mục 10 "},
		"heads and quotes": {"Nội dung\tSố phút\tNgười phụ trách\n\"Trò chơi \"\"Đố vui\"\"\"\t10\tCô Hoa\n", "00:00 Trò chơi “Đố vui” 10 Cô Hoa"},
	} {
		r, err := PastedProgram(c.text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for i, s := range (app.Program{Items: r.Items}).Schedule(r.Start) {
			got = append(got, fmt.Sprintf("%s %s %d %s", s.Start, r.Items[i].Title, r.Items[i].Minutes, r.Items[i].Who))
		}
		if text := strings.Join(got, ";"); text != strings.NewReplacer("“", `"`, "”", `"`).Replace(c.want) {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// TestCopiedRowsArePastedAgain copies items as a table and pastes them.
func TestCopiedRowsArePastedAgain(t *testing.T) {
	c := app.NewCeremony("Lễ phát động", app.Date{Year: 2025, Month: 10, Day: 1})
	it := app.NewItem("Văn nghệ, “chào mừng”")
	it.Script, it.Notes = "Kính thưa quý vị!\n\n\"Sau đây\" là\tvăn nghệ.", "bài 1\nbài 2"
	it.SetCue(app.Sound, "Nhạc\nbài 1")
	it.Optional, it.MinMinutes, it.Part = true, 3, "Phần hội"
	c.Program.Items = []app.Item{it, app.NewItem("Chào cờ")}
	r, err := PastedProgram(app.TSV(c.Rows(c.Program.Outline())))
	if err != nil || len(r.Items) != 2 {
		t.Fatal(err, r)
	}
	it.Script = app.Clean(it.Script)
	r.Items[0].ID, r.Items[0].PartID = it.ID, it.PartID
	if fmt.Sprint(r.Items[0]) != fmt.Sprint(it) {
		t.Errorf("got  %+v\nwant %+v", r.Items[0], it)
	}
	table := c.Rows(c.Program.Outline())
	bare, err := PastedProgram(app.TSV(table[1:])) // as copied from a sheet without the heads
	if err != nil || len(bare.Items) != 2 || bare.Headings != 1 || bare.Items[0].Cue(app.Sound) != "Nhạc\nbài 1" || bare.Items[0].MinMinutes != 3 {
		t.Errorf("without heads: %v, %+v", err, bare)
	}
}
