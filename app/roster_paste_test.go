package app

import "testing"

// Rows that were copied out of a list here are known without heads; a list with heads, or in another order, is left as it is.
func TestCopiedRecipientsNeedNoHeads(t *testing.T) {
	for _, c := range []struct {
		why  string
		rows [][]string
		ours bool
	}{
		{"whole rows", [][]string{{"Vũ Mai", "1A1", "18/08/2019", "Nữ", "Học sinh Xuất sắc", "Đọc nhiều"}, {"Trần Vy", "1A1", "", "", "", ""}}, true},
		{"nobody has a birthday", [][]string{{"Vũ Mai", "1A1", "", "Nữ", "Học sinh Xuất sắc", "Đọc nhiều"}}, true},
		{"the last cells are blank", [][]string{{"Vũ Mai", "1A1", "18/08/2019"}}, true},
		{"with heads", [][]string{{"Họ và tên", "Lớp", "Ngày sinh"}, {"Vũ Mai", "1A1", "18/08/2019"}}, false},
		{"numbered", [][]string{{"1", "Vũ Mai", "18/08/2019"}}, false},
		{"names alone", [][]string{{"Vũ Mai"}, {"Trần Vy"}}, false},
		{"wider", [][]string{{"Vũ Mai", "1A1", "18/08/2019", "", "", "", "x"}}, false},
	} {
		if got := WithHeads(c.rows); (len(got) == len(c.rows)+1) != c.ours {
			t.Errorf("%s: got %q", c.why, got)
		}
	}
}
