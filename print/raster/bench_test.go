package raster_test

import (
	"math"
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/raster"
)

// banner is a banner of 6 × 0.9 m, or smaller by a scale, with some sixty outlined letters.
func banner(t testing.TB, scale print.MM) *print.Page {
	heavy, yellow := face(t, "Montserrat_900Black"), print.Ink{M: 10, Y: 100}
	page := &print.Page{Trim: print.Size{W: 6000 / scale, H: 900 / scale}, Bleed: print.AllSides(20 / scale)}
	headline := func(size print.Pt, y print.MM, s string) *print.Text {
		t := line(heavy, size/print.Pt(scale), yellow, 200/scale, y/scale, s)
		t.Outlined = true
		return t
	}
	page.Add(&print.Fill{Path: print.RectPath(page.BleedBox()), Ink: print.Ink{M: 100, Y: 100}},
		headline(1000, 420, "NHIỆT LIỆT CHÀO MỪNG"), headline(620, 750, "TUẦN LỄ HƯỞNG ỨNG HỌC TẬP SUỐT ĐỜI 2025"),
		&print.Stroke{Path: print.RectPath(page.TrimBox().Inset(print.AllSides(40 / scale))), Ink: yellow, Width: 12 / scale})
	return page
}

// certificate is an A4 page with a frame of 400 curves, a ground that fades, and six lines.
func certificate(t testing.TB) *print.Page {
	name, plain := face(t, "DancingScript_700Bold"), face(t, "Lora_400Regular")
	under := &print.Page{Trim: print.Size{W: 297, H: 210}}
	under.Add(&print.Shade{Path: print.RectPath(under.TrimBox()), Radial: true, From: print.Point{X: 148, Y: 105}, To: print.Point{X: 0, Y: 0},
		Inks: [2]print.Ink{{Y: 5}, {Y: 20, M: 5}}})
	var rosettes print.Path
	for i := range 100 {
		a := float64(i) * 2 * math.Pi / 100
		rosettes = append(rosettes, print.CirclePath(print.Point{X: print.MM(148 + 138*math.Cos(a)), Y: print.MM(105 + 95*math.Sin(a))}, 3)...)
	}
	under.Add(&print.Stroke{Path: rosettes, Ink: print.Ink{M: 80, Y: 90}, Width: 0.4},
		line(face(t, "PlayfairDisplay_700Bold"), 48, print.Ink{M: 100, Y: 100}, 90, 60, "GIẤY KHEN"))
	return &print.Page{Trim: under.Trim, Under: under, Items: []print.Item{
		line(name, 36, print.Ink{C: 100, M: 60}, 60, 100, "Nguyễn Thị Phương Thảo"),
		line(plain, 16, print.Black, 60, 115, "Lớp 3A2, sinh ngày 15/03/2016"),
		line(plain, 16, print.Black, 60, 125, "Học sinh Xuất sắc"),
		line(plain, 14, print.Black, 60, 135, "Đạt giải Nhất hội thi Kể chuyện theo sách"),
		line(plain, 12, print.Black, 60, 145, "Phù Liễn, ngày 01 tháng 10 năm 2025"),
		line(plain, 10, print.Black, 60, 155, "Vào sổ khen thưởng: Số 12"),
	}}
}

func BenchmarkDraw(b *testing.B) {
	for name, page := range map[string]*print.Page{"banner": banner(b, 1), "certificate": certificate(b)} {
		width := map[string]float64{"banner": 1600, "certificate": 900}[name]
		area := page.TrimBox()
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := raster.Draw(page, area, width/float64(area.W)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("next certificate", func(b *testing.B) {
		page := certificate(b)
		var r raster.Renderer
		for b.Loop() {
			if _, err := r.Draw(page, page.TrimBox(), 900.0/297); err != nil {
				b.Fatal(err)
			}
		}
	})
}
