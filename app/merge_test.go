package app

import (
	"slices"
	"testing"
)

func TestExpand(t *testing.T) {
	lookup := func(name string) (string, bool) {
		v, ok := map[string]string{"ho ten": "Đặng Ẫm", "lop": "1A1", "truong": "Trường Tiểu học"}[name]
		return v, ok
	}
	for _, c := range []struct {
		text, want string
		unknown    []string
	}{
		{"Em {họ tên}, lớp {lớp}", "Em Đặng Ẫm, lớp 1A1", nil},
		{"{Họ  Tên} {ho ten}", "Đặng Ẫm Đặng Ẫm", nil},
		{"{HỌ TÊN} · {TRƯỜNG}", "ĐẶNG ẪM · TRƯỜNG TIỂU HỌC", nil},
		{"{h\u006f\u0323 t\u0065\u0302n}", "Đặng Ẫm", nil}, // decomposed
		{"không có trường nào", "không có trường nào", nil},
		{"{điểm} {lớp} {xếp loại}", "{điểm} 1A1 {xếp loại}", []string{"điểm", "xếp loại"}},
		{"{chưa đóng", "{chưa đóng", nil},
		{"} {lớp}", "} 1A1", nil},
		{"{}", "{}", []string{""}},
		{"", "", nil},
	} {
		got, unknown := Expand(c.text, lookup)
		if got != c.want || !slices.Equal(unknown, c.unknown) {
			t.Errorf("%q: %q %q, want %q %q", c.text, got, unknown, c.want, c.unknown)
		}
	}
}

func FuzzExpand(f *testing.F) {
	f.Add("Em {họ tên} {")
	f.Fuzz(func(t *testing.T, text string) {
		got, unknown := Expand(text, func(string) (string, bool) { return "", false })
		if got != text {
			t.Errorf("a text without known fields changed: %q → %q, unknown %q", text, got, unknown)
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, text := range []string{"a b\nc", " a", "a \n\n b", "e\u0323\u0302", "a\u200bb\ufeff", "\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean := Clean(text)
		if Clean("\r\n"+text) != clean && Clean(" "+text) != clean { // the long way round
			t.Errorf("%q becomes %q, with blanks before it %q", text, clean, Clean(" "+text))
		}
		if again := Clean(" " + clean); again != clean {
			t.Errorf("%q is not clean: %q", clean, again)
		}
	})
}

func TestWording(t *testing.T) {
	e := &Event{School: School{Name: "Trường Tiểu học Lê Hồng Phong", SchoolYear: "2025 - 2026"}}
	c := NewCertificate("Giấy khen", e.School)
	c.Number, c.Decision = "{stt}/{năm học}", "Quyết định số {số} {số lạ}"
	w, unknown := e.Wording(c, 41, &Recipient{Name: "Vũ Thùy Hà Mai", Class: "1A1", Award: "Gương sáng tự học"})
	want := Wording{
		Title: "GIẤY KHEN", Issuer: "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC LÊ HỒNG PHONG", Verb: "Tặng", Name: "Vũ Thùy Hà Mai",
		Detail: "Học sinh lớp 1A1", Award: "Gương sáng tự học", Year: "Năm học 2025 - 2026",
		Decision: "Quyết định số 42/2025 - 2026 {số lạ}", Register: "Vào sổ khen thưởng: Số 42/2025 - 2026",
	}
	if w != want || !slices.Equal(unknown, []string{"số lạ"}) {
		t.Errorf("got  %+v %q\nwant %+v", w, unknown, want)
	}
	c.Number = "{số}-{số:3}" // in its own pattern {số} counts
	if w, _ := e.Wording(c, 0, &Recipient{}); w.Register != "Vào sổ khen thưởng: Số 1-001" {
		t.Errorf("%q", w.Register)
	}
	for _, field := range CertificateFields {
		if _, unknown := e.Wording(Certificate{Title: "{" + field + "}"}, 0, &Recipient{}); len(unknown) > 0 {
			t.Errorf("the field {%s} is offered but not known", field)
		}
	}
}

func TestCleanAndFold(t *testing.T) {
	for text, want := range map[string]string{
		"  Vũ\u00a0 Thùy\tMai ": "Vũ Thùy Mai", "a\r\n b": "a\nb", "\ufeffLớp\u200b": "Lớp", "Ho\u0323c": "Học",
	} {
		if got := Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"ĐƯỜNG Nguyễn Ẫ": "duong nguyen a", "Hoà\nhòa": "hoa hoa"} {
		if got := Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}
