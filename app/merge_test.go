package app

import "testing"

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
	c := NewCertificate("Giấy khen")
	c.Number, c.Decision = "{stt}/{năm học}", "Quyết định số {số} {số lạ}"
	w := e.Wording(c, 41, &Recipient{Name: "Vũ Thùy Hà Mai", Class: "1A1", Award: "Gương sáng tự học"})
	want := Wording{
		Title: "GIẤY KHEN", Issuer: "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC LÊ HỒNG PHONG", Verb: "Tặng", Name: "Vũ Thùy Hà Mai",
		Detail: "Học sinh lớp 1A1", Award: "Gương sáng tự học", Year: "Năm học 2025 - 2026",
		Decision: "Quyết định số 42/2025 - 2026 {số lạ}", Register: "Vào sổ khen thưởng: Số 42/2025 - 2026",
	}
	if w != want {
		t.Errorf("got  %+v\nwant %+v", w, want)
	}
	c.Number = "{số}-{số:3}" // in its own pattern {số} counts
	if w := e.Wording(c, 0, &Recipient{}); w.Register != "Vào sổ khen thưởng: Số 1-001" {
		t.Errorf("%q", w.Register)
	}
	for _, field := range CertificateFields {
		if problems := e.WordingProblems(Certificate{Title: "{" + field + "}"}); len(problems) > 0 {
			t.Errorf("the field {%s} is offered but not known", field)
		}
	}
}

func TestCleanAndFold(t *testing.T) {
	for text, want := range map[string]string{
		"  Vũ\u00a0 Thùy\tMai ": "Vũ Thùy Mai", "a\r\n b": "a\nb", "\ufeffLớp\u200b": "Lớp", "Ho\u0323c": "Học",
		"\u202aVũ Mai\u202c\u200e": "Vũ Mai",
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
