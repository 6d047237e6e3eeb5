package app

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestSplitName(t *testing.T) {
	for _, c := range [][4]string{
		{"Nguyễn Thành Quang Phong", "Nguyễn", "Thành Quang", "Phong"},
		{"  Lê \u00a0 Ý ", "Lê", "", "Ý"},
		{"Moan", "", "", "Moan"},
		{"", "", "", ""},
	} {
		if family, middle, given := SplitName(c[0]); [3]string{family, middle, given} != [3]string(c[1:]) {
			t.Errorf("%q: %q %q %q", c[0], family, middle, given)
		}
	}
}

func TestCompareNamesOrdersByGivenNameLettersThenTone(t *testing.T) {
	want := []string{
		"Trần Thị An", "Lê Văn Ân", "Bùi Gia Bảo", "Nguyễn Dung", "Nguyễn Đan", "Vũ Hoa", "Vũ Hoà", "Vũ Hòa",
		"Lê Ma", "Lê Mà", "Lê Mả", "Lê Mã", "Lê Má", "Lê Mạ", "Lê Mai", "Lê Văn Oanh", "Lê Văn Ôn", "Lê Văn Ơn",
		"Lê An Phúc", "Trần An Phúc", "Lê Ân Phúc", "Nguyễn Thị Ánh Tuyết", "Nguyễn Thị Bạch Tuyết", "Hồ Uyên", "Hồ Ưng",
	}
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, CompareNames)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestCompareClasses(t *testing.T) {
	want := []string{"", "1A1", "1A2", "1A10", "1B", "2A", "2Đ", "10A1", "Lá 1", "Mầm 2"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareClasses)
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestSortRecipients(t *testing.T) {
	list := []*Recipient{{Class: "10A", Name: "Lê An"}, {Class: "2A", Name: "Lê Bình"}, {Class: "2A", Name: "Vũ An"}, {Class: "2A", Name: "Lê An"}}
	SortRecipients(list)
	var got []string
	for _, r := range list {
		got = append(got, r.Class+" "+r.Name)
	}
	if want := []string{"2A Lê An", "2A Vũ An", "2A Lê Bình", "10A Lê An"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A sort needs a strict weak order: antisymmetric and transitive, whatever stands in the names.
func TestComparisonsAreOrders(t *testing.T) {
	random := rand.New(rand.NewPCG(20, 11))
	letters := []rune("aAăâáàạbđĐdeêoôơuưứy1209 -.'\u0301xé")
	word := func() string {
		var b strings.Builder
		for range random.IntN(6) {
			b.WriteRune(letters[random.IntN(len(letters))])
		}
		return b.String()
	}
	for name, compare := range map[string]func(a, b string) int{"names": CompareNames, "words": CompareWords, "classes": CompareClasses} {
		for range 20000 {
			a, b, c := word(), word(), word()
			if sign(compare(a, b)) != -sign(compare(b, a)) || compare(a, a) != 0 {
				t.Fatalf("%s: not antisymmetric: %q %q", name, a, b)
			}
			if compare(a, b) <= 0 && compare(b, c) <= 0 && compare(a, c) > 0 {
				t.Fatalf("%s: not transitive: %q %q %q", name, a, b, c)
			}
		}
	}
}

func sign(n int) int { return cmp.Compare(n, 0) }
