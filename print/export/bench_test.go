package export_test

import (
	"context"
	"fmt"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

// crowd returns the event with n recipients, whose names repeat as little as those of a city's schools do.
func crowd(n int) *app.Event {
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"}
	middle := []string{"Thị", "Văn", "Hữu", "Đức", "Ngọc", "Minh", "Thu", "Quỳnh", "Khánh", "Bảo Gia", "Hoài"}
	given := []string{"An", "Anh", "Bình", "Châu", "Chi", "Cường", "Dũng", "Duyên", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hòa", "Huệ", "Hương"}
	awards := []string{"Học sinh Xuất sắc", "Học sinh Giỏi", "Giải Nhất cuộc thi Khoa học kỹ thuật", "Giải Khuyến khích Văn nghệ"}
	e := event()
	r := app.NewRoster("Khen")
	for i := range n {
		r.Recipients = append(r.Recipients, &app.Recipient{
			ID: app.NewID(), Name: family[i%13] + " " + middle[i%11] + " " + given[i%17], Class: fmt.Sprintf("%dA%d", i%7+6, i%15+1),
			Award: awards[i%4], Citation: fmt.Sprintf("Thành tích số %06d", i+1),
		})
	}
	c := &e.Certificates[0]
	c.RosterID, c.Number, c.Register, c.Decision = r.ID, "{stt}/2025", "Vào sổ khen thưởng: Số {số}", "Quyết định số 86/QĐ-THLHP ngày 26 tháng 9 năm 2025"
	e.Rosters = []*app.Roster{r}
	return e
}

// BenchmarkExport measures a merge from the event to the file, its proof included, with numbers that are provisional and
// with issued ones.
func BenchmarkExport(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		p := plan(b, export.Office)
		p.Event, p.What = crowd(n), []export.Kind{export.Certificates}
		merge := func(b *testing.B) {
			for b.Loop() {
				if _, err := export.Run(context.Background(), p, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
		}
		b.Run(fmt.Sprint(n), merge)
		if _, err := p.Event.Issue(app.Issuing{}); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n, "/issued"), merge)
	}
}

// BenchmarkProof measures the proof of a merge.
func BenchmarkProof(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e, s := crowd(n), studio(b)
			for b.Loop() {
				export.Proof(e, s, export.Kinds)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "certificates/s")
		})
	}
}
