package app

import (
	"strconv"
	"testing"
)

func TestNumberRuns(t *testing.T) {
	odd := []string{}
	for i := 1; i < 40; i += 2 {
		odd = append(odd, strconv.Itoa(i)+"/2025")
	}
	for _, c := range []struct {
		numbers []string
		want    string
	}{
		{nil, ""},
		{[]string{"", "5/2025"}, "5/2025"},
		{[]string{"10/2025", "9/2025", "11/2025"}, "9–11/2025"},
		{[]string{"1/2025", "2/2025", "4/2025", "6/2025", "7/2025"}, "1–2, 4, 6–7/2025"},
		{[]string{"001/GK-THLHP", "002/GK-THLHP", "004/GK-THLHP"}, "001–002, 004/GK-THLHP"},
		{[]string{"GK-2025-9", "GK-2025-10", "GK-2025-12"}, "GK-2025-9–10, 12"},
		{[]string{"1", "2", "3"}, "1–3"},
		{[]string{"A/1", "B/1"}, "A, B/1"},
		{[]string{"5", "5"}, "5, 5"},
		{odd, "1, 3, 5, 7, 9, 11, 13, 15, …, 39/2025 (20 số)"},
	} {
		if got := NumberRuns(c.numbers); got != c.want {
			t.Errorf("%v: %q, want %q", c.numbers, got, c.want)
		}
	}
}
