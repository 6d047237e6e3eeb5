package pdf_test

import (
	"context"
	"fmt"
	"iter"
	"math"
	"runtime"
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
)

// border is a frame of curves such as certificates have: 400 of them.
func border() print.Path {
	var p print.Path
	for i := range 100 {
		a := float64(i) * 2 * math.Pi / 100
		p = append(p, print.CirclePath(print.Point{X: print.MM(148 + 130*math.Cos(a)), Y: print.MM(105 + 90*math.Sin(a))}, 3)...)
	}
	return p
}

// certificates are pages over one border, each with six lines.
func certificates(b *testing.B, n int) []*print.Page {
	name, plain := face(b, "DancingScript_700Bold"), face(b, "Lora_400Regular")
	under := &print.Page{Trim: a4, Items: []print.Item{&print.Fill{Path: border(), Ink: print.Ink{M: 80, Y: 90}},
		line(face(b, "PlayfairDisplay_700Bold"), 48, 90, 60, "GIẤY KHEN")}}
	pages := make([]*print.Page, n)
	for i := range pages {
		pages[i] = &print.Page{Trim: a4, Under: under, Items: []print.Item{
			line(name, 36, 60, 100, fmt.Sprintf("Nguyễn Thị Phương Thảo %d", i)),
			line(plain, 16, 60, 115, fmt.Sprintf("Lớp %dA%d, sinh ngày 15/03/2016", i%5+1, i%9)),
			line(plain, 16, 60, 125, "Học sinh Xuất sắc"),
			line(plain, 14, 60, 135, "Đạt giải Nhất hội thi Kể chuyện theo sách"),
			line(plain, 12, 60, 145, "Phù Liễn, ngày 01 tháng 10 năm 2025"),
			line(plain, 10, 60, 155, fmt.Sprintf("Vào sổ khen thưởng: Số %d", i)),
		}}
	}
	return pages
}

// again yields n pages, beginning again after the last, and notes the memory in use.
func again(pages []*print.Page, n int, peak *uint64) iter.Seq2[*print.Page, error] {
	return func(yield func(*print.Page, error) bool) {
		for i := range n {
			if i%5000 == n%5000-1 || i == n-1 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				*peak = max(*peak, m.HeapInuse)
			}
			if !yield(pages[i%len(pages)], nil) {
				return
			}
		}
	}
}

// BenchmarkWrite measures the writer alone: the pages are laid out before.
func BenchmarkWrite(b *testing.B) {
	pages := certificates(b, 412)
	for _, n := range []int{1, 412, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var peak uint64
			var size counter
			for b.Loop() {
				size = 0
				if err := pdf.Write(context.Background(), &size, pdf.Meta{}, again(pages, n, &peak)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(float64(size)/float64(n), "B/page")
			b.ReportMetric(float64(peak)/1e6, "MB")
		})
	}
}

// counter counts bytes.
type counter int

func (c *counter) Write(b []byte) (int, error) { *c += counter(len(b)); return len(b), nil }

// BenchmarkWriteForTheShop is BenchmarkWrite with what PDF/X-4 adds: the profile, the packet, the digest.
func BenchmarkWriteForTheShop(b *testing.B) {
	pages, meta := certificates(b, 412), standardMeta(b, pdf.X4)
	for _, n := range []int{1, 412, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var peak uint64
			var size counter
			for b.Loop() {
				size = 0
				if err := pdf.Write(context.Background(), &size, meta, again(pages, n, &peak)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(float64(peak)/1e6, "MB")
		})
	}
}
