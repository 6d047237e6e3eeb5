package export

import (
	"testing"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/print"
)

// TestSlugsLeaveOutWhatCannotBePrinted names pieces with what no face has: it is left out, with the dot of an empty name.
func TestSlugsLeaveOutWhatCannotBePrinted(t *testing.T) {
	studio, err := print.NewStudio(assets.Sub("fonts"), assets.Sub("styles"), assets.Sub("icc"))
	if err != nil {
		t.Fatal(err)
	}
	e := &app.Event{School: app.School{Name: "Trường Lê Hồng Phong 🏫"}}
	for name, want := range map[string]string{
		"🎉 Cổng trường ❤️ (漢)": "Trường Lê Hồng Phong · Cổng trường () · khổ thành phẩm 6000 × 900 mm · SL 1",
		"Ai đã đọc?":           "Trường Lê Hồng Phong · Ai đã đọc? · khổ thành phẩm 6000 × 900 mm · SL 1",
		"🎉":                    "Trường Lê Hồng Phong · khổ thành phẩm 6000 × 900 mm · SL 1",
	} {
		plan := Plan{Event: e, Studio: studio}
		p := newPiece(plan, app.NewBanner(name, "Đọc sách").Piece, Banners, "bang-ron", nil)
		if got := slugLine(plan, p.Piece); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
