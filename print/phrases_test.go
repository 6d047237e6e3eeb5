package print

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLinesForAScreenBreakBetweenPhrases(t *testing.T) {
	count := func(text string) float64 { return float64(utf8.RuneCountInString(text)) }
	s := studio(t)
	for _, test := range []struct {
		want    string
		quality float64 // at least
	}{
		{"Học, học nữa,\nhọc mãi", 0.8},
		{"Học để phát triển bản thân,\nlàm chủ tri thức và công nghệ,\ngóp phần xây dựng đất nước\nhùng cường, thịnh vượng", 0.8},
		{"HỌC ĐỂ BIẾT, HỌC ĐỂ LÀM,\nHỌC ĐỂ CHUNG SỐNG,\nHỌC ĐỂ TỰ KHẲNG ĐỊNH MÌNH", 0.8},
		{"Trong cách học\nphải lấy tự học làm cốt", 0.6},
		{"Lễ phát động Tuần lễ\nhưởng ứng học tập\nsuốt đời năm 2025", 0.4},
		{"Nhiệt liệt chào mừng năm học mới 2025 - 2026", 1},
	} {
		text := strings.ReplaceAll(test.want, "\n", " ")
		lines, quality := s.Lines(text, strings.Count(test.want, "\n")+1, count)
		if got := strings.Join(lines, "\n"); got != test.want || quality < test.quality {
			t.Errorf("%.2f:\n%s\nnot\n%s", quality, got, test.want)
		}
	}
	if lines, quality := s.Lines("Đội ca", 3, count); lines != nil || quality != 0 {
		t.Errorf("two words on three lines: %q", lines)
	}
	if _, torn := s.Lines("học tập", 2, count); torn > 0.1 {
		t.Errorf("a compound that is torn has a quality of %.2f", torn)
	}
}
