package app

import (
	"strings"
	"testing"
)

// TestTheSpeechSuitsTheOccasion drafts speeches for what schools hold.
func TestTheSpeechSuitsTheOccasion(t *testing.T) {
	for title, want := range map[string][2]string{
		"Tuần lễ hưởng ứng học tập suốt đời":      {"Bài phát biểu phát động Tuần lễ hưởng ứng", "tôi chính thức phát động Tuần lễ"},
		"Lễ phát động phong trào thi đua":         {"Bài phát biểu phát động phong trào thi đua", "tôi chính thức phát động phong trào"},
		"Lễ kỷ niệm Ngày Nhà giáo Việt Nam 20/11": {"Bài phát biểu tại Lễ kỷ niệm", "làm tốt những việc ấy"},
		"Lễ tổng kết năm học":                     {"Bài phát biểu tại Lễ tổng kết", "làm tốt những việc ấy"},
		"Lễ khai giảng năm học mới":               {"Bài phát biểu tại Lễ khai giảng", "làm tốt những việc ấy"},
	} {
		e := NewEvent()
		e.Title = title
		e.Asks = []Ask{{Audience: "Cán bộ"}, {Audience: "Học sinh", Points: []string{"Đọc sách mỗi ngày"}}}
		text := SpeechText(e)
		if got := SpeechTitle(e); !strings.HasPrefix(got, want[0]) || !strings.Contains(text, want[1]) {
			t.Errorf("%s: %s\n%s", title, got, text)
		}
		if strings.Count(text, "những việc cụ thể") != 1 {
			t.Errorf("%s: what is asked is not introduced once:\n%s", title, text)
		}
		if e.Asks = nil; strings.Contains(SpeechText(e), "những việc ấy") {
			t.Errorf("%s: it speaks of what nobody was asked", title)
		}
	}
}
