package raster_test

import (
	"image"
	"image/draw"
	"os"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/raster"
	"tiengtrong/print/raster/rastertest"
)

func studioOf(t *testing.T) *print.Studio {
	t.Helper()
	s, err := print.NewStudio(os.DirFS("../../assets/fonts"), os.DirFS("../../assets/styles"), os.DirFS("../../assets/icc"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// drawn draws a part of a page so that each millimetre is one pixel.
func drawn(t *testing.T, p *print.Page, area print.Rect) *image.RGBA {
	t.Helper()
	img, err := raster.Draw(p, area, 1)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func same(t *testing.T, what string, got, want *image.RGBA) {
	t.Helper()
	if d, err := rastertest.Compare(want, got); err != nil || d.Worst > 2 {
		t.Errorf("%s: %+v, %v", what, d, err)
	}
	lookAt(t, what, got)
}

// TestTilesGluedTogetherAreThePiece lays the sheets over each other as the guides tell: each is cut at the left and the
// top, and lies on the overlap of those before it.
func TestTilesGluedTogetherAreThePiece(t *testing.T) {
	s := studioOf(t)
	poster := app.NewPoster("Thư viện", "Phát triển văn hóa đọc thúc đẩy học tập suốt đời")
	poster.WidthMM, poster.HeightMM = 594, 841
	page, _ := s.Poster(nil, poster)
	tiling := s.Tiling(page, "Thư viện", print.Papers[0], 10)
	glued := image.NewRGBA(image.Rect(0, 0, 594, 841))
	first := tiling.Len() - tiling.Sheets()
	for row := range tiling.Rows {
		for column := range tiling.Columns {
			area := tiling.Area(row, column)
			sheet := tiling.Page(first + row*tiling.Columns + column)
			picture := sheet.Items[0].(*print.Clip).Box // with what spills over the piece's own edges
			at := print.Rect{X: 11, Y: 11, W: area.W, H: area.H}
			if !picture.Contains(at) {
				t.Fatalf("the picture of %s is at %v", print.SheetName(row, column), picture)
			}
			to := image.Rect(0, 0, int(area.W), int(area.H)).Add(image.Pt(int(area.X), int(area.Y)))
			draw.Draw(glued, to, drawn(t, sheet, at), image.Point{}, draw.Src)
		}
	}
	same(t, "glued", glued, drawn(t, page, page.TrimBox()))
}

// TestPanelsWeldedTogetherAreThePiece does the same with the panels of a banner.
func TestPanelsWeldedTogetherAreThePiece(t *testing.T) {
	s := studioOf(t)
	b := app.NewBanner("Cổng trường", "Phát triển văn hóa đọc thúc đẩy học tập suốt đời")
	b.Kind, b.Style, b.WidthMM, b.HeightMM = app.Backdrop, "hoi-truong", 5000, 3000
	page, _ := s.Banner(nil, b)
	f, _ := s.Finishing(nil, b, page)
	if len(f.Seams) == 0 {
		t.Fatal("no seams")
	}
	welded := image.NewRGBA(image.Rect(0, 0, 5000, 3000))
	for i, panel := range f.Panels() {
		p := f.Panel(page, i)
		to := image.Rect(0, 0, int(panel.W), int(panel.H)).Add(image.Pt(int(panel.X), int(panel.Y)))
		draw.Draw(welded, to, drawn(t, p, p.TrimBox()), image.Point{}, draw.Src)
	}
	same(t, "welded", welded, drawn(t, page, page.TrimBox()))
}
