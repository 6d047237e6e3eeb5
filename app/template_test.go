package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// wordingOf fills one text for a recipient, and lists its flaws as "code@at+length text".
func wordingOf(text string, r *Recipient) (string, []string) {
	e := sound()
	e.Rosters[0].Columns = []string{"Điểm TB", "Nơi sinh", "Chức vụ"}
	c := e.Certificates[0]
	c.Detail = text
	var flaws []string
	for _, p := range e.WordingProblems(c) {
		flaws = append(flaws, fmt.Sprintf("%s@%s+%s %s", p.Code, p.Args["at"], p.Args["length"], p.Args["text"]))
	}
	return e.Wording(c, 41, r).Detail, flaws
}

var (
	girl   = &Recipient{Name: "H'Hen Niê", Class: "5A1", Gender: Female, Born: Date{2015, 3, 9}, Award: "Học sinh Xuất sắc", Extra: []string{"9,5", "Buôn Đôn"}}
	boy    = &Recipient{Name: "NGUYỄN ĐỨC ẨN", Class: "10A2", Gender: Male, Award: "Gương sáng tự học", Extra: []string{"8"}}
	tutor  = &Recipient{Name: "Lê Thu", Gender: Female, Extra: []string{"", "", "Giáo viên"}}
	nobody = &Recipient{Name: "Vũ An"}
)

func TestWordingFormsAndConditions(t *testing.T) {
	for _, c := range []struct {
		r          *Recipient
		text, want string
	}{
		{girl, "Em {họ tên}, lớp {lớp}, khối {khối}", "Em H'Hen Niê, lớp 5A1, khối 5"},
		{girl, "{HỌ TÊN} · {Ho  Ten} · {ho\u0323 te\u0302n}", "H'HEN NIÊ · H'Hen Niê · H'Hen Niê"},
		{boy, "{Họ Tên} · {họ tên: hoa đầu từ} · {tên: chữ thường}", "Nguyễn Đức Ẩn · Nguyễn Đức Ẩn · ẩn"},
		{girl, "Đạt {danh hiệu: chữ thường}, {Xưng hô} {xưng hô}", "Đạt học sinh xuất sắc, Em em"},
		{tutor, "{Xưng hô} {tên}", "Cô Thu"},
		{girl, "{ngày ký} · {ngày ký: đầy đủ} · {ngày sinh: d-m-yyyy} · {ngày sinh: yyyy}", "01/10/2025 · ngày 01 tháng 10 năm 2025 · 9-3-2015 · 2015"},
		{girl, "{ngày sinh: ngày dd tháng mm năm yyyy} · {NGÀY SINH: đầy đủ}", "ngày 09 tháng 03 năm 2015 · NGÀY 09 THÁNG 3 NĂM 2015"},
		{girl, "{stt:4} · {điểm tb} · {NƠI SINH}", "0042 · 9,5 · BUÔN ĐÔN"},
		{girl, "{nếu nữ: bạn gái | nam: bạn trai}", "bạn gái"},
		{boy, "{nếu nữ: bạn gái|nam:bạn trai}", "bạn trai"},
		{nobody, "{nếu nữ: bạn gái | nam: bạn trai}!", "!"},
		{nobody, "{nếu nữ: bạn gái | nam: bạn trai | còn lại: bạn}", "bạn"},
		{tutor, "{nếu có chức vụ: {nếu nữ: cô | nam: thầy} {tên} | còn lại: em}", "cô Thu"},
		{boy, "{Nếu lớp 10: a | khác: b}{nếu lớp 10a2: c}{nếu lớp 1: d}{nếu khối 9 hoặc 10: e}{nếu khối từ 6 đến 9: f}", "ace"},
		{girl, "{nếu danh hiệu hoc sinh xuat sac: A}{nếu danh hiệu chứa xuất sắc: B}{nếu danh hiệu là Học sinh Giỏi: C}", "AB"},
		{girl, "{nếu điểm tb từ 9: giỏi | điểm tb dưới 5: yếu | còn lại: khá}", "giỏi"},
		{boy, "{nếu điểm tb từ 9: giỏi | điểm tb dưới 5: yếu | còn lại: khá}", "khá"},
		{girl, "{nếu không có chức vụ: học sinh | còn lại: {chức vụ}}", "học sinh"},
		{girl, "Lớp {lớp}{nếu khối 5: , hoàn thành chương trình tiểu học}.", "Lớp 5A1, hoàn thành chương trình tiểu học."},
		{girl, `\{họ tên\} a|b {nếu nữ: c\|d} \ e`, `{họ tên} a|b c|d \ e`},
		{girl, "{nếu nữ và lớp 5: a | nữ: b}{nếu nữ và khối 9: c}{nếu nam hoặc khối 5: d}{nếu nam và khối 5 hoặc có chức vụ: e}", "ad"},
		{boy, "{nếu nữ và khối 10 hoặc nam và điểm tb từ 7 đến 8: a}{nếu nữ và lop 10A2: b}{nếu nam VÀ lớp 10A2: c}", "ac"},
		{girl, "{nếu danh hiệu là Học sinh Giỏi hoặc Học sinh Xuất sắc và nữ: a}{nếu khối 4 hoặc 5 và nữ: b}", "ab"},
		{&Recipient{Citation: "Đã có thành tích học tập và rèn luyện"}, "{nếu nội dung chứa học tập và rèn luyện: đúng}", "đúng"},
		{girl, "{nếu trường là trường tiểu học lê hồng phong: đúng}", "đúng"},
		{girl, "", ""},
	} {
		if got, flaws := wordingOf(c.text, c.r); got != c.want || flaws != nil {
			t.Errorf("%q: %q %q, want %q", c.text, got, flaws, c.want)
		}
	}
}

func TestWhatHasNoMeaningIsAFlawWhereItStands(t *testing.T) {
	for _, c := range []struct {
		text, want string
		flaws      []string
	}{
		{"Đạt {điểm} {lớp} {xếp loại}", "Đạt {điểm} 5A1 {xếp loại}", []string{"unknown-field@5+6 {điểm}", "unknown-field@18+10 {xếp loại}"}},
		{"Lớp {lớp", "Lớp {lớp", []string{"wording-unclosed@5+4 {lớp"}},
		{"Lớp } {lớp}", "Lớp } 5A1", []string{"wording-stray@5+1 }"}},
		{"{}", "{}", []string{"unknown-field@1+2 {}"}},
		{"{lớp: nghiêng}", "{lớp: nghiêng}", []string{"wording-form@1+14 {lớp: nghiêng}"}},
		{"{nếu giỏi: a | còn lại: b}", "b", []string{"wording-condition@6+4 giỏi"}},
		{"{nếu nữ}", "", []string{"wording-condition@6+2 nữ"}},
		{"{nếu nữ: a | nam: {lóp2}}", "a", []string{"unknown-field@19+6 {lóp2}"}},
		{"{nếu xếp loại là Tốt: a}", "", []string{"unknown-field@6+15 xếp loại là Tốt"}},
		{"{nếu nữ: {lớp | nam: b}", "{nếu nữ: {lớp | nam: b}", []string{"wording-unclosed@10+14 {lớp | nam: b}"}},
		{"a {nếu nữ: {nếu nam: b", "a {nếu nữ: {nếu nam: b", []string{"wording-unclosed@12+11 {nếu nam: b"}},
		{"{nếu nữ và giỏi: a}{nếu khối 4 và nữ hoặc 5: c}", "", []string{"wording-condition@12+4 giỏi", "wording-condition@43+1 5"}},
		{"{nếu nữ và xếp loại là Tốt hoặc nam: a}", "", []string{"unknown-field@12+15 xếp loại là Tốt"}},
		{"{nếu nữ và : a}", "", []string{"wording-condition@6+5 nữ và"}},
		{"{nếu điểm tb từ cao: a}", "", []string{"wording-condition@6+14 điểm tb từ cao"}},
	} {
		if got, flaws := wordingOf(c.text, girl); got != c.want || !slices.Equal(flaws, c.flaws) {
			t.Errorf("%q: %q %q, want %q %q", c.text, got, flaws, c.want, c.flaws)
		}
	}
}

func TestGrade(t *testing.T) {
	for class, want := range map[string]int{"1A1": 1, "Lớp 10A2": 10, "5/3": 5, "12": 12, "Lá 1": 0, "": 0, "2025": 0, "A1": 0} {
		if got := Grade(class); got != want {
			t.Errorf("%q: %d, want %d", class, got, want)
		}
	}
}

func FuzzTemplate(f *testing.F) {
	for _, text := range []string{"Em {họ tên} {", "{nếu nữ: a | nam: {lớp}}", `\{ \| \}`, "{nếu {nếu {nếu", "{lớp: dd}", "{nếu có : a}", "{nếu lớp là : a}"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		parsed, flaws := parseTemplate(text)
		parsed.expand(func(string) (string, bool) { return "", false })
		for _, flaw := range flaws {
			if !strings.HasPrefix(text[flaw.at:], flaw.text) {
				t.Errorf("%q does not stand at %d", flaw.text, flaw.at)
			}
		}
		literal := strings.NewReplacer("{", `\{`, "}", `\}`, "|", `\|`, `\`, "/").Replace(text)
		if parsed, flaws := parseTemplate(literal); len(flaws) > 0 || parsed.expand(nil) != strings.ReplaceAll(text, `\`, "/") {
			t.Errorf("%q is not what was escaped", text)
		}
	})
}
