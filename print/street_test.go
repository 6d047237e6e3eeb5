package print

import (
	"strings"
	"testing"

	"tiengtrong/app"
)

func TestAStripAlongAStreetIsReadFromEverywhere(t *testing.T) {
	s := studio(t)
	long := strings.Repeat("Học để phát triển bản thân, làm chủ tri thức và công nghệ ", 3)
	for _, c := range []struct {
		w, h  float64
		text  string
		times int
	}{
		{6000, 900, "Học", 1}, {10000, 1000, "Học", 1}, {60000, 1000, "Học, học nữa, học mãi", 5}, {20000, 1000, "Học", 1}, {60000, 1000, long, 1}, {60000, 1500, "Học", 3},
	} {
		b := bannerFor(app.BangRon, "do-vang", c.w, c.h, c.text)
		b.Over, b.Under = "Trường Tiểu học Lê Hồng Phong", "Phù Liễn, ngày 01 tháng 10 năm 2025"
		page, problems := s.Banner(nil, b)
		checkWords(t, c.text, page, 50)
		if n := strings.Count(joined(page), b.Under); n != c.times || len(problems) > 0 {
			t.Errorf("%v × %v mm says %q %d times, not %d; %v", c.w, c.h, c.text, n, c.times, problems)
		}
	}
}
