package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestFindersFindWordsInAnyOrder(t *testing.T) {
	f := NewFinder([]*Recipient{
		{Name: "Đặng Ngọc Ẩn", Class: "1A1", Award: "Học sinh Xuất sắc"}, {Name: "H'Hen Niê", Class: "1A10", Award: "Gương sáng tự học"},
		{Name: "Vũ An Đăng", Class: "2A1", Award: "Học sinh Xuất sắc", Citation: "Đã đọc 50 cuốn sách"},
	})
	for asked, want := range map[string][]int{
		"": {0, 1, 2}, "dang": {0, 2}, "ĐĂNG an": {0, 2}, "ngoc dang": {0}, "1a1": {0, 1}, "xuat sac 1a1": {0}, "h'hen": {1}, "cuon dang": {2}, "xyz": {}, "tự  học": {1},
	} {
		if got := f.Find(asked); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", asked, got, want)
		}
	}
	if got := NewFinder(nil).Find("a"); len(got) != 0 {
		t.Errorf("nobody: %v", got)
	}
}

func TestTroubledListsPeopleOfOneCertificate(t *testing.T) {
	e := sound()
	c, r := e.Certificates[0], e.Rosters[0].Recipients[1]
	about := Subject{Kind: OfRecipient, ID: r.ID, Parent: c.ID}
	other := Subject{Kind: OfRecipient, ID: e.Rosters[0].Recipients[0].ID, Parent: NewID()}
	if got := e.Troubled(c, []Problem{{Subject: about}, {Subject: about}, {Subject: other}}); !slices.Equal(got, []int{1}) {
		t.Errorf("%v", got)
	}
}

func manyRecipients(n int) []*Recipient {
	list := make([]*Recipient, n)
	for i := range list {
		list[i] = &Recipient{Name: fmt.Sprintf("Nguyễn Hoàng Quỳnh %c%c Phương", 'A'+i%26, 'a'+i/26%26), Class: fmt.Sprintf("%dA%d", i%12+1, i%9),
			Award: "Học sinh Xuất sắc", Citation: "Đã có thành tích xuất sắc trong học tập và rèn luyện"}
	}
	return list
}

func BenchmarkNewFinder100000(b *testing.B) {
	list := manyRecipients(100_000)
	for b.Loop() {
		NewFinder(list)
	}
}

func BenchmarkFindIn100000(b *testing.B) {
	f := NewFinder(manyRecipients(100_000))
	for b.Loop() {
		f.Find("phuong 5a xuat")
	}
}

// FuzzFold compares Fold with the long way round.
func FuzzFold(f *testing.F) {
	for _, text := range []string{"Đặng Ẩn\nƯ ơ ăÂ", "ǅ İ ß 漢 e\u0323\u0302", "\u0301a", "ſK"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want strings.Builder
		for _, r := range norm.NFD.String(strings.ToLower(strings.ReplaceAll(Clean(text), "\n", " "))) {
			if r == 'đ' {
				r = 'd'
			}
			if !unicode.Is(unicode.Mn, r) {
				want.WriteRune(r)
			}
		}
		if got := Fold(text); got != want.String() {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want.String())
		}
	})
}
