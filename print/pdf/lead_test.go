package pdf_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
	"tiengtrong/print/pdf/pdftest"
)

// TestWhatPagesShareIsWrittenOnce writes pages that begin with the same two items, in one of two places: the file has two
// forms beside what lies under all, and every page still shows its three squares.
func TestWhatPagesShareIsWrittenOnce(t *testing.T) {
	under := &print.Page{Trim: print.Size{W: 100, H: 100}, Items: []print.Item{area(print.Black, 10, 10, 10, 10)}}
	places := [][]print.Item{
		{area(print.Black, 30, 10, 10, 10), area(print.Black, 30, 30, 10, 10)},
		{area(print.Black, 50, 10, 10, 10), area(print.Black, 50, 30, 10, 10)},
	}
	var pages []*print.Page
	for i := range 12 {
		own := area(print.Black, print.MM(5*i), 80, 4, 4)
		pages = append(pages, &print.Page{Trim: under.Trim, Scale: 1, Under: under, Shared: 2, Items: append(places[i%2][:2:2], own)})
	}
	path := write(t, pdf.Meta{}, pages...)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), "/Subtype/Form"); n != 3 {
		t.Errorf("the file has %d forms", n)
	}
	for page, x := range map[string]print.MM{"1": 35, "2": 55, "12": 55} {
		stem := filepath.Join(t.TempDir(), "page")
		pdftest.Tool(t, "pdftoppm", "-r", "254", "-gray", "-png", "-singlefile", "-f", page, "-l", page, path, stem)
		img := readPNG(t, stem+".png")
		for _, box := range []print.Rect{{X: 5, Y: 5, W: 20, H: 20}, {X: x - 10, Y: 5, W: 20, H: 20}, {X: x - 10, Y: 25, W: 20, H: 20}} {
			centre := print.Point{X: box.X + 10, Y: box.Y + 10}
			if got := middle(img, box); !(math.Hypot(float64(got.X-centre.X), float64(got.Y-centre.Y)) < 0.1) {
				t.Errorf("page %s has its square at %v, not %v", page, got, centre)
			}
		}
	}
}
