package raster_test

import (
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/raster"
)

func TestLayersAreSeenUnlessHidden(t *testing.T) {
	box := print.RectPath(print.Rect{W: 10, H: 10})
	layer := func(printed bool) print.Item {
		return &print.Layer{Name: "Gia công", Print: printed, Items: []print.Item{&print.Fill{Path: box, Ink: print.Black}}}
	}
	trim := print.Size{W: 10, H: 10}
	for _, test := range []struct {
		name         string
		page         *print.Page
		shown, whole bool // what is seen with layers hidden, and without
	}{
		{"for people", &print.Page{Trim: trim, Items: []print.Item{layer(false)}}, false, true},
		{"printed", &print.Page{Trim: trim, Items: []print.Item{layer(true)}}, true, true},
		{"under", &print.Page{Trim: trim, Under: &print.Page{Trim: trim, Items: []print.Item{layer(false)}}}, false, true},
	} {
		var r raster.Renderer
		for _, hide := range []bool{false, true, false} {
			r.HideLayers = hide
			img, err := r.Draw(test.page, test.page.TrimBox(), 1)
			if err != nil {
				t.Fatal(err)
			}
			want := test.whole
			if hide {
				want = test.shown
			}
			if seen := img.RGBAAt(5, 5).R < 128; seen != want {
				t.Errorf("%s, hidden %v: seen %v", test.name, hide, seen)
			}
		}
	}
}
