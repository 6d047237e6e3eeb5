package pdf_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
	"tiengtrong/print/pdf/pdftest"
)

func area(ink print.Ink, x, y, w, h print.MM) *print.Fill {
	return &print.Fill{Path: print.RectPath(print.Rect{X: x, Y: y, W: w, H: h}), Ink: ink}
}

// TestLayersThatAreNotPrinted asks Ghostscript: only the yellow of the page and the cyan of the layer that is
// printed reach the paper.
func TestLayersThatAreNotPrinted(t *testing.T) {
	people := &print.Layer{Name: "Gia công", Items: []print.Item{area(print.Ink{M: 100}, 0, 0, 100, 100)}}
	under := &print.Page{Trim: a4, Items: []print.Item{&print.Layer{Name: "Gia công", Items: []print.Item{area(print.Black, 100, 0, 50, 50)}}}}
	page := &print.Page{Trim: a4, Scale: 1, Under: under, Items: []print.Item{
		area(print.Ink{Y: 100}, 0, 0, 200, 100), people,
		&print.Layer{Name: "Phủ bóng", Print: true, Items: []print.Item{area(print.Ink{C: 100}, 0, 100, 100, 100)}},
	}}
	path := write(t, pdf.Meta{Title: "Băng rôn"}, page, page)
	for _, inks := range pdftest.Inks(t, path) {
		if inks[0] < 0.1 || inks[1] != 0 || inks[2] < 0.2 || inks[3] != 0 {
			t.Errorf("inks %v", inks)
		}
	}
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	pdftest.Tool(t, "qpdf", "--qdf", "--object-streams=disable", path, plain)
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	for what, want := range map[string]int{"/Type /OCG": 2, "/PrintState /OFF": 1, "/ViewState /ON": 2, "/AS": 0, "/OC/L0 BDC": 3} {
		if n := strings.Count(string(data), what); n != want {
			t.Errorf("%q stands %d times, not %d", what, n, want)
		}
	}
}

func TestAFileWithoutLayersHasNoGroups(t *testing.T) {
	path := write(t, pdf.Meta{}, &print.Page{Trim: a4, Scale: 1, Items: []print.Item{area(print.Black, 0, 0, 10, 10)}})
	if data, err := os.ReadFile(path); err != nil || strings.Contains(string(data), "OCProperties") {
		t.Errorf("groups without a layer, %v", err)
	}
}
