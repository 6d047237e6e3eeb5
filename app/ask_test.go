package app

import (
	"slices"
	"strings"
	"testing"
)

func TestCircleOfAnAudience(t *testing.T) {
	for audience, want := range map[string]Circle{
		"Cán bộ, giáo viên, nhân viên": StaffCircle, "Học sinh": PupilCircle, "Đội viên, thiếu nhi": PupilCircle,
		"Cha mẹ học sinh và cộng đồng": ParentsCircle, "Phụ huynh": ParentsCircle, "Giáo viên chủ nhiệm các lớp": StaffCircle, "": StaffCircle,
	} {
		if got := (Ask{Audience: audience}).Circle(); got != want {
			t.Errorf("%q: %s, not %s", audience, got, want)
		}
	}
}

func TestAPosterBearsAnAsk(t *testing.T) {
	e := NewEvent()
	e.Asks = []Ask{{ID: NewID(), Audience: "Học sinh", Points: []string{"Đọc sách mỗi ngày.", " ", "Hỏi khi chưa hiểu."}}}
	p := NewPoster("Thư viện", "Đọc sách")
	p.Body = "Em hãy:"
	if got := e.PosterBody(p); got != "Em hãy:" {
		t.Errorf("without an ask: %q", got)
	}
	p.Ask = e.Asks[0].ID
	if got := e.PosterBody(p); got != "Em hãy:\n\n- Đọc sách mỗi ngày.\n- Hỏi khi chưa hiểu." {
		t.Errorf("%q", got)
	}
	e.Posters = []Poster{p}
	missing := func() bool {
		return slices.ContainsFunc(Check(e), func(p Problem) bool { return p.Code == "poster-ask-missing" })
	}
	if missing() {
		t.Error("the ask is there, and said to be missing")
	}
	e.Asks = nil
	if !missing() || e.PosterBody(p) != "Em hãy:" {
		t.Error("an ask that was removed is not missed")
	}
}

func TestSpeechIsMadeOfTheEventsFacts(t *testing.T) {
	e := week()
	e.Theme, e.Basis = "Học để phát triển bản thân", "Công văn số 5607/BGDĐT-GDNNGDTX."
	e.From, e.To = Date{2025, 9, 5}, Date{2025, 9, 7}
	e.Asks = []Ask{{Audience: "Học sinh", Points: []string{"Đọc sách mỗi ngày."}}, {Audience: "Không ai", Points: []string{" "}}}
	text := SpeechText(e)
	for _, want := range []string{
		"BÀI PHÁT BIỂU PHÁT ĐỘNG TUẦN LỄ", "Thực hiện Công văn số 5607/BGDĐT-GDNNGDTX, hôm nay, ngày 05 tháng 9 năm 2025, Trường Tiểu học Lê Hồng Phong tổ chức Lễ phát động",
		"“Học để phát triển bản thân”", "Từ ngày 05 tháng 9 năm 2025 đến ngày 07 tháng 9 năm 2025,", "- Ngày 06/09: Trưng bày sách.\n",
		"Đối với học sinh:\n- Đọc sách mỗi ngày.\n", "tôi chính thức phát động Tuần lễ hưởng ứng học tập suốt đời năm 2025.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Không ai") {
		t.Error("an audience of which nothing is asked is spoken to")
	}
	if empty := SpeechText(NewEvent()); !strings.Contains(empty, "Xin trân trọng cảm ơn!") || strings.Contains(empty, "“”") || strings.Contains(empty, "tôi kêu gọi") {
		t.Errorf("of an empty event:\n%s", empty)
	}
}
