package print

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tiengtrong/app"
)

func TestSlogansOfUpToTwoHundredLettersStayOnTheBanner(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(3, 4))
	for _, preset := range app.BannerPresets {
		for _, style := range s.Styles().Banners {
			for range 6 {
				b := bannerFor(preset.Kind, style.Code, preset.WidthMM, preset.HeightMM, randomWords(r, 1+r.IntN(200)))
				b.Over, b.Under = "Trường Tiểu học Lê Hồng Phong", "Phù Liễn, ngày 01 tháng 10 năm 2025"
				page, problems := s.Banner(app.NewEvent(), b)
				what := fmt.Sprintf("%s %s %s %q", preset.Kind, preset.Code, style.Code, b.Text)
				if len(problems) > 0 {
					t.Errorf("%s: %v", what, problems)
				}
				checkWords(t, what, page, min(MM(app.StandardShop().SafeMM), MM(min(b.WidthMM, b.HeightMM))/10))
				if words := joined(page); !strings.Contains(words, strings.ToUpper(b.Text)) {
					t.Errorf("%s: it says %q", what, words)
				}
			}
		}
	}
}

func TestWordsKeepOutOfThePlaceOfFlagsAndBust(t *testing.T) {
	s := studio(t)
	for _, style := range s.Styles().Banners {
		for _, size := range [][2]float64{{3000, 2500}, {5000, 3000}} {
			b := bannerFor(app.Backdrop, style.Code, size[0], size[1], "Lễ phát động\nTuần lễ hưởng ứng học tập suốt đời năm 2025")
			b.Over, b.Under = "Trường Tiểu học Lê Hồng Phong", "Phù Liễn, ngày 01 tháng 10 năm 2025"
			page, _ := s.Banner(nil, b)
			for _, text := range textsOf(page) {
				if text.Bounds().X < MM(size[0])*0.2 {
					t.Errorf("%s: %q stands at the left", style.Code, text.String)
				}
			}
		}
	}
}

func TestABangRonThatIsNoStripUsesItsHeight(t *testing.T) {
	s := studio(t)
	for _, size := range [][2]float64{{3000, 1000}, {3000, 2000}, {2000, 2000}, {800, 1800}} {
		b := bannerFor(app.BangRon, "do-vang", size[0], size[1], "Học để phát triển bản thân, làm chủ tri thức và công nghệ, "+
			"góp phần xây dựng đất nước hùng cường, thịnh vượng")
		page, problems := s.Banner(nil, b)
		if lines := len(textsOf(page)); len(problems) > 0 || lines < 3 {
			t.Errorf("%v: %d lines, %v", size, lines, problems)
		}
	}
}

// TestLongSlogansTakeAThirdLine compares a slogan of two hundred letters with one that just fits the usual two lines.
func TestLongSlogansTakeAThirdLine(t *testing.T) {
	s := studio(t)
	long := "Học để phát triển bản thân, làm chủ tri thức và công nghệ, góp phần xây dựng đất nước hùng cường, thịnh vượng; " +
		"học ở mọi nơi, học suốt đời, vì xã hội học tập và cộng đồng hạnh phúc của chúng ta hôm nay"
	for text, want := range map[string]int{long: 3, long[:strings.Index(long, ";")]: 2} {
		page, problems := s.Banner(nil, app.NewBanner("Cổng trường", text))
		if lines := len(wordsOf(page)); lines != want || len(problems) > 0 {
			t.Errorf("%d lines, want %d: %v", lines, want, problems)
		}
	}
}

func BenchmarkBanner(b *testing.B) {
	s := studio(b)
	banner := bannerFor(app.BangRon, "do-vang", 6000, 900, "Học để phát triển bản thân, làm chủ tri thức và công nghệ, "+
		"góp phần xây dựng đất nước hùng cường, thịnh vượng")
	for b.Loop() {
		s.Banner(nil, banner)
	}
}
