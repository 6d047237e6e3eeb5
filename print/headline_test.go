package print

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// broken sets text in the given number of lines and returns them with " / " between.
func broken(s *Studio, text string, lines int, width MM) string {
	face := s.face("Montserrat_900Black")
	b := s.fit(text, setting{face: face, min: 1, max: 10000, lines: lines, pitch: 1.4, align: 0.5}, width, 0)
	var out []string
	for _, line := range b.lines {
		out = append(out, line.String)
	}
	return strings.Join(out, " / ")
}

func TestHeadlinesBreakBetweenPhrases(t *testing.T) {
	s := studio(t)
	for _, c := range []struct {
		text  string
		lines int
		want  string
	}{
		{theme, 2, "Học để phát triển bản thân, làm chủ tri thức và công nghệ, / góp phần xây dựng đất nước hùng cường, thịnh vượng"},
		{"Học, học nữa, học mãi", 3, "Học, / học nữa, / học mãi"},
		{"Phát triển văn hóa đọc thúc đẩy học tập suốt đời", 2, "Phát triển văn hóa đọc / thúc đẩy học tập suốt đời"},
		{"Tuần lễ hưởng ứng học tập suốt đời năm 2025", 3, "Tuần lễ hưởng ứng / học tập suốt đời / năm 2025"},
		{"Thầy mẫu mực - Trò chăm ngoan - Trường khang trang - Lớp thân thiện", 4,
			"Thầy mẫu mực - / Trò chăm ngoan - / Trường khang trang - / Lớp thân thiện"},
		{"Trường Tiểu học Lê Hồng Phong", 2, "Trường Tiểu học / Lê Hồng Phong"},
		{"Lễ phát động\nTuần lễ hưởng ứng học tập suốt đời", 1, "Lễ phát động / Tuần lễ hưởng ứng học tập suốt đời"},
	} {
		if got := broken(s, c.text, c.lines, 1000); got != c.want {
			t.Errorf("broken as\n%s\nnot\n%s", got, c.want)
		}
		if got := broken(s, norm.NFD.String(c.text), c.lines, 1000); got != c.want {
			t.Errorf("from NFD broken as\n%s\nnot\n%s", got, c.want)
		}
	}
}

func TestCompoundsAreNotBroken(t *testing.T) {
	s := studio(t)
	for _, text := range []string{theme, "Phát triển văn hóa đọc trong kỷ nguyên số", "Xây dựng xã hội học tập ở thành phố Hải Phòng năm học 2025 - 2026"} {
		for lines := 2; lines < 7; lines++ {
			for _, line := range strings.Split(broken(s, text, lines, 300), " / ") {
				for _, pair := range []string{"phát|triển", "tri|thức", "công|nghệ", "xây|dựng", "đất|nước", "hùng|cường", "thịnh|vượng",
					"bản|thân", "văn|hóa", "kỷ|nguyên", "xã|hội", "học|tập", "Hải|Phòng", "2025|-", "-|2026"} {
					first, second, _ := strings.Cut(pair, "|")
					if strings.HasSuffix(line, " "+first) || strings.HasPrefix(line, second+" ") {
						t.Errorf("%d lines: %q is broken in %q", lines, pair, line)
					}
				}
			}
		}
	}
}

func TestLinesOfCapitalsNeverTouch(t *testing.T) {
	s := studio(t)
	for _, name := range s.Fonts.Names() {
		set := setting{face: s.face(name), min: 1, max: 100, lines: 2, pitch: 1, capitals: true}
		b := s.fit("Ạ Ọ Ệ gy Ạ Ọ\nẪ Ẳ Ổ Ễ Ẫ Ẳ", set, 1000, 0)
		if touch(b.lines[0], b.lines[1]) {
			t.Errorf("%s: the lines touch", name)
		}
	}
}

func FuzzFit(f *testing.F) {
	s := studio(f)
	f.Add("Học tập suốt đời", 3, 100.0)
	f.Add("\n-\n", 1, 0.1)
	f.Add("a\u0301 漢\t\u200b", 0, 5.0)
	f.Fuzz(func(t *testing.T, text string, lines int, width float64) {
		if len(text) > 400 || lines > 50 || !(width > 0.01 && width < 1e4) {
			return
		}
		set := setting{face: s.face("Oswald_700Bold"), min: 4, max: 400, lines: lines, pitch: 1.4, align: 0.5}
		b := s.fit(text, set, MM(width), 0)
		want := s.measure(text, set)
		if got := strings.Join(strings.Fields(b.text()), " "); got != strings.Join(strings.Fields(string(want.runes)), " ") {
			t.Errorf("%q is set as %q", text, got)
		}
	})
}
