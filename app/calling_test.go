package app

import (
	"fmt"
	"testing"
	"time"
)

func TestCallGroups(t *testing.T) {
	var list []*Recipient
	var order []int
	for i := range 23 {
		award := "Học sinh Xuất sắc"
		if i >= 21 {
			award = "Học sinh Giỏi"
		}
		list, order = append(list, &Recipient{Award: award}), append(order, i)
	}
	rules := Certificate{Calling: Calling{PerName: 5}}.CallRules()
	if want := (Calling{5, 40, 10}); rules != want {
		t.Errorf("%v, want %v", rules, want)
	}
	got := ""
	end := time.Duration(0)
	for _, g := range rules.CallGroups(list, order) {
		got += fmt.Sprintf("%s %d from %d at %s takes %s\n", g.Award, len(g.Places), g.Places[0], g.Starts, g.Takes)
		if g.Starts != end {
			t.Errorf("a group starts at %s, the one before ends at %s", g.Starts, end)
		}
		end += g.Takes
	}
	if want := `Học sinh Xuất sắc 7 from 0 at 0s takes 1m15s
Học sinh Xuất sắc 7 from 7 at 1m15s takes 1m15s
Học sinh Xuất sắc 7 from 14 at 2m30s takes 1m15s
Học sinh Giỏi 2 from 21 at 3m45s takes 50s
`; got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestHardToRead(t *testing.T) {
	for name, want := range map[string]bool{
		"Nguyễn Thị Ánh Tuyết": false, "Hoà Đỗ-Quyên": false, "Quách Gia Khiêm": false, "Lò Thị Mẩy": false, "": false,
		"H'Hen Niê": true, "Y Bhăm Êban": true, "Nguyễn Sophie": true, "Rơ Châm Ksor": true, "Trần Nguyễn H’Linh": true,
	} {
		if HardToRead(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func TestFill(t *testing.T) {
	e := &Event{School: School{SchoolYear: "2025 - 2026"}}
	got, unknown := e.Merge(Certificate{Number: "{số:3}/GK"}).Fill("{lớp} {HỌ TÊN} {số} {năm học} {gì}", 4, &Recipient{Name: "Lê An", Class: "1A2"})
	if got != "1A2 LÊ AN 005/GK 2025 - 2026 {gì}" || len(unknown) != 1 {
		t.Errorf("%q %q", got, unknown)
	}
}
