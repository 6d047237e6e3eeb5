package app

import (
	"fmt"
	"slices"
	"testing"
)

func TestArrange(t *testing.T) {
	list := []*Recipient{
		{Name: "Lê Má", Class: "10A", Award: "Giải Ba"},
		{Name: "Lê Mả", Class: "9A", Award: "Giải Nhất"},
		{Name: "Vũ An", Class: "1A10", Award: "Khen phong trào"},
		{Name: "Lê An", Class: "1A2", Award: "Giải Khuyến khích"},
		{Name: "Bùi Na", Class: "9A", Award: "Giải Ba", Call: 2},
		{Name: "Đỗ Y", Class: "10A", Award: "Giải Đặc biệt", Call: 1},
	}
	for _, c := range []struct {
		by    Order
		tones Tones
		want  []int
	}{
		{"", "", []int{0, 1, 2, 3, 4, 5}},
		{ByList, "", []int{0, 1, 2, 3, 4, 5}},
		{ByClass, "", []int{3, 2, 1, 4, 0, 5}},
		{ByName, DictionaryTones, []int{3, 2, 1, 0, 4, 5}},
		{ByName, SpreadsheetTones, []int{3, 2, 0, 1, 4, 5}},
		{OnStage, "", []int{5, 4, 1, 0, 3, 2}},
	} {
		if got := Arrange(list, c.by, c.tones); !slices.Equal(got, c.want) {
			t.Errorf("%s %s: %v, want %v", c.by, c.tones, got, c.want)
		}
	}
}

// TestStageKeepsAwardsTogether: two awards of one rank are called one after the other, as the list has them first.
func TestStageKeepsAwardsTogether(t *testing.T) {
	list := []*Recipient{{Award: "Học sinh Giỏi", Name: "A"}, {Award: "Giải Nhì", Name: "B"}, {Award: "Học sinh Giỏi", Name: "C"}, {Award: "Giải Nhì", Name: "D"}}
	if got := Arrange(list, OnStage, ""); !slices.Equal(got, []int{0, 2, 1, 3}) {
		t.Error(got)
	}
}

func BenchmarkArrange(b *testing.B) {
	list := make([]*Recipient, 100_000)
	for i := range list {
		list[i] = &Recipient{Name: fmt.Sprintf("Nguyễn Thị Ánh Tuyết %c%d", 'a'+i%26, i*7919%100_000), Class: fmt.Sprint(i%12+1, "A", i%40)}
	}
	for b.Loop() {
		Arrange(list, ByName, DictionaryTones)
	}
}
