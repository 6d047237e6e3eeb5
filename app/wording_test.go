package app

import (
	"strings"
	"testing"
)

// marked writes a comparison: [+word] stands only in the text, [-word] only in the official one.
func marked(list []ComparedWord) string {
	var out []string
	for _, w := range list {
		out = append(out, map[WordSide]string{InBoth: w.Word, OnlyHere: "[+" + w.Word + "]", OnlyOfficial: "[-" + w.Word + "]"}[w.Side])
	}
	return strings.Join(out, " ")
}

func TestWordingIsCompared(t *testing.T) {
	for _, test := range [][3]string{
		{"Học tập để phát triển bản thân", "Học để phát triển bản thân", "Học [+tập] để phát triển bản thân"},
		{"Học, học nữa học mải!", "Học, học nữa, học mãi", "Học, học nữa học [+mải!] [-mãi]"},
		{"TẤT CẢ HỌC SINH", "Tất cả vì học sinh thân yêu", "TẤT CẢ [-vì] HỌC SINH [-thân] [-yêu]"},
		{"", "Học", "[-Học]"},
	} {
		if got := marked(CompareWording(test[0], test[1])); got != test[2] {
			t.Errorf("%q: %s, not %s", test[0], got, test[2])
		}
	}
}

func TestWhatIsMisquoted(t *testing.T) {
	officials := []Slogan{{Text: theme, Source: "CV 5607"}, {Text: "Học, học nữa, học mãi", Source: "V.I. Lênin"}, {Text: "Thi đua dạy tốt - học tốt"}}
	for text, want := range map[string]string{
		strings.Replace(theme, "Học để", "Học tập để", 1): theme, "Học, học nữa, học mải": officials[1].Text, "hoc hoc nua hoc mai": officials[1].Text,
		strings.ToUpper(theme): "", "Học, học nữa, học mãi!": "", "Thi đua dạy tốt, học tốt": "", "Thi đua dạy hay - học tốt": officials[2].Text,
		"Đọc sách mỗi ngày": "", "": "",
	} {
		got := ""
		if s := Misquoted(text, officials); s != nil {
			got = s.Text
		}
		if got != want {
			t.Errorf("%q is taken for %q, not %q", text, got, want)
		}
	}
}
