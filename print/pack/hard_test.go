package pack_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print/pack"
)

// TestHardPieces packs what shops find hard and verifies it: sixty metres, panels to be welded, odd sizes, drawings.
func TestHardPieces(t *testing.T) {
	p := plan(t)
	banner := func(name string, w, h float64) app.Banner {
		b := app.NewBanner(name, "Học tập suốt đời là chìa khóa mở cửa tương lai")
		b.WidthMM, b.HeightMM = w, h
		return b
	}
	p.Event.Banners = []app.Banner{banner("Dài", 60000, 1000), banner("Cao", 10000, 2000), banner("Lẻ", 5080.7, 333.3), banner("Vừa", 5080, 900)}
	drawing := `<svg viewBox="0 0 40 30"><defs><radialGradient id="g"><stop stop-color="#fff"/><stop offset=".4" stop-color="gold"/><stop offset="1" stop-color="#c00"/></radialGradient></defs>` +
		`<rect width="40" height="30" fill="url(#g)"/><path d="M5 5h9v9z" fill="#080" stroke="navy" stroke-dasharray="1 .5"/></svg>`
	p.Event.Images = []*app.Image{{Name: "ve.svg", Data: []byte(drawing)}}
	p.Event.Posters[0].Artwork, p.Event.Posters[0].Link = "ve.svg", "https://thuvien.example.edu.vn/hoc-lieu-mo"
	p.Event.Posters[1].WidthMM, p.Event.Posters[1].HeightMM = 1800, 2400
	p.Event.Posters[1].Name = "Câu 🎉 lạc bộ"
	result, err := pack.Write(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err, result.Problems)
	}
	if keep := os.Getenv("KEEP"); keep != "" {
		os.Rename(result.Path, keep)
		result.Path = keep
	}
	report, err := pack.Verify(context.Background(), result.Path)
	if err != nil || len(report.Findings) > 0 {
		t.Errorf("%v %v", err, report.Findings)
	}
	for i, want := range []string{"60×1 m, SL 1 = 60 m²", "10×2 m, SL 1 = 20 m²", "5,0807×0,3333 m, SL 1 = 1,69 m²", "5,08×0,9 m, SL 1 = 4,57 m²"} {
		if piece := report.Ticket.Pieces[i]; !strings.Contains(piece.Order, want) || piece.WidthMM != p.Event.Banners[i].WidthMM {
			t.Errorf("%s (%v mm), want %s", piece.Order, piece.WidthMM, want)
		}
	}
	if name := report.Ticket.Pieces[5].Name; name != "Câu lạc bộ" {
		t.Errorf("the poster is ordered as %q", name)
	}
	for _, i := range []int{1, 5} {
		if order := report.Ticket.Pieces[i].Order; !strings.Contains(order, "dán nối 2 tấm") {
			t.Errorf("wider than the roll: %s", order)
		}
	}
}
