package print

import (
	"testing"

	"tiengtrong/app"
)

const theme = "Học để phát triển bản thân, làm chủ tri thức và công nghệ, góp phần xây dựng đất nước hùng cường, thịnh vượng"

func TestCertificateGoldens(t *testing.T) {
	s := studio(t)
	for _, style := range s.Styles().Certificates {
		e := schoolEvent("Nguyễn Hoàng Đạt")
		page, problems := s.Certificates(e, certificateFor(e, style.Code)).Page(0)
		if len(problems) > 0 {
			t.Errorf("%s: %v", style.Code, problems)
		}
		golden(t, "certificate-"+style.Code+".txt", Dump(page))
	}
}

func TestBannerGoldens(t *testing.T) {
	s := studio(t)
	for _, b := range []app.Banner{
		bannerFor(app.BangRon, "do-vang", 6000, 900, theme),
		bannerFor(app.Backdrop, "hoi-truong", 5000, 3000, "Lễ phát động\nTuần lễ hưởng ứng học tập suốt đời năm 2025"),
		bannerFor(app.Standee, "hoc-duong", 800, 1800, "Tuần lễ hưởng ứng học tập suốt đời năm 2025"),
		bannerFor(app.Phuon, "do-vang", 800, 2500, "Phát triển văn hóa đọc thúc đẩy học tập suốt đời"),
	} {
		b.Over, b.Under = "UBND phường Phù Liễn\nTrường Tiểu học Lê Hồng Phong", "Phù Liễn, ngày 01 tháng 10 năm 2025"
		page, problems := s.Banner(nil, b)
		if len(problems) > 0 {
			t.Errorf("%s: %v", b.Kind, problems)
		}
		golden(t, "banner-"+string(b.Kind)+".txt", Dump(page))
	}
}

func TestPosterGoldens(t *testing.T) {
	s := studio(t)
	for _, style := range s.Styles().Posters {
		p := app.NewPoster("Tranh", "Phát triển văn hóa đọc thúc đẩy học tập suốt đời")
		p.Style, p.Footer = style.Code, "Trường Tiểu học Lê Hồng Phong"
		p.Body = "Đọc sách mỗi ngày:\n- Mỗi ngày 20 phút\n- Mỗi tuần một cuốn sách mượn ở thư viện"
		page, problems := s.Poster(nil, p)
		if len(problems) > 0 {
			t.Errorf("%s: %v", style.Code, problems)
		}
		golden(t, "poster-"+style.Code+".txt", Dump(page))
	}
}
