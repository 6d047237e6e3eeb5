package app

import (
	"reflect"
	"testing"
)

// written returns a ceremony whose program uses every field.
func written() Ceremony {
	c := broadcast()
	items := c.Program.Items
	items[0].Who, items[0].Where, items[0].Notes = "Ban tổ chức; Tổng phụ trách Đội", "Cổng trường", "Loa thử trước\n06:30"
	items[1].Part, items[1].Script = "Phần hội", "Kính thưa quý vị đại biểu!\n\nSau đây là văn nghệ."
	items[1].SetCue(Sound, "Nhạc: bài 1")
	items[1].SetCue(Stage, "Micro đứng\nhai ghế")
	items[3].SetCue(Light, "Tắt đèn")
	items[3].SetCue(Screen, "Truyền hình")
	items[4].HardStart = 8*60 + 30 // when the one before it ends
	items[5].HardStart = 8*60 + 35 // before the one before it ends
	return c
}

func TestAProgramIsReadAsItIsWritten(t *testing.T) {
	for name, c := range map[string]Ceremony{"every field": written(), "over midnight": late(), "without hour": unset()} {
		r, err := ReadProgram(c.Rows(c.Program.Outline()))
		if err != nil {
			t.Fatal(name, err)
		}
		if headings := map[string]int{"every field": 1}[name]; r.Headings != headings {
			t.Errorf("%s: %d headings of parts", name, r.Headings)
		}
		if r.Start != c.Start || len(r.Items) != len(c.Program.Items) || len(r.LeftOut)+len(r.Remarks) > 0 {
			t.Errorf("%s: start %s, %d items, left out %v, remarks %v", name, r.Start, len(r.Items), r.LeftOut, r.Remarks)
		}
		for i, got := range r.Items {
			want := c.Program.Items[i]
			got.ID, got.PartID = want.ID, want.PartID
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, want)
			}
		}
	}
}

func late() Ceremony {
	c := broadcast()
	c.Start = 23*60 + 30
	c.Program.Items[3].HardStart = NoClock
	return c
}

func unset() Ceremony {
	c := broadcast()
	c.Start = NoClock
	return c
}
