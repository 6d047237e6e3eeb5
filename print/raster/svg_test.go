package raster_test

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/raster"
)

// drawing returns the SVG drawing of a file as it stands on a poster, alone on its page.
func drawing(t *testing.T, path string) *print.Page {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	studio, err := print.NewStudio(os.DirFS("../../assets/fonts"), os.DirFS("../../assets/styles"), os.DirFS("../../assets/icc"))
	if err != nil {
		t.Fatal(err)
	}
	e, p := app.NewEvent(), app.NewPoster("Tranh", "Đọc sách")
	e.Images, p.Artwork = []*app.Image{{Name: "ve.svg", Data: data}}, "ve.svg"
	page, problems := studio.Poster(e, p)
	if len(problems) != 0 {
		t.Fatalf("problems: %v", problems)
	}
	for i, item := range page.Items { // what has a clear rim stands on white, in the place of the style's own drawing
		if ground, ok := item.(*print.Fill); ok && ground.Ink == print.White && ground.Path.Bounds() == page.Avoid[0] {
			return &print.Page{Trim: page.Trim, Items: page.Items[i+1:], Scale: 1}
		}
	}
	t.Fatal("the drawing stands on no ground")
	return nil
}

// frameOf returns the rectangle with which the drawing begins.
func frameOf(t *testing.T, p *print.Page) print.Rect {
	fill, ok := p.Items[0].(*print.Fill)
	if !ok {
		t.Fatalf("the drawing begins with %T", p.Items[0])
	}
	return fill.Path.Bounds()
}

func TestDrawingsLookAsAnotherProgramDrawsThem(t *testing.T) {
	const path = "../testdata/svg/shapes.svg"
	page := drawing(t, path)
	frame := frameOf(t, page) // 392 × 292 units at 4, 4
	unit := frame.W / 392
	view := print.Rect{X: frame.X - 4*unit, Y: frame.Y - 4*unit, W: 400 * unit, H: 300 * unit}
	ours, err := raster.Draw(page, view, 400/float64(view.W))
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "theirs.png")
	if text, err := exec.Command("rsvg-convert", "-b", "white", "-o", out, path).CombinedOutput(); err != nil {
		t.Fatalf("rsvg-convert: %v %s", err, text)
	}
	theirs := readPNG(t, out)
	if keep := os.Getenv("KEEP"); keep != "" {
		f, _ := os.Create(keep)
		png.Encode(f, ours)
		f.Close()
	}
	if far := farCells(ours, theirs); len(far) > 0 {
		t.Errorf("cells of 20 × 20 pixels that differ: %v", far)
	}
}

func readPNG(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// farCells lists the cells whose mean greys differ by more than a press's colours may differ from a screen's.
func farCells(a, b image.Image) []string {
	const cell, limit = 20, 40
	var far []string
	for y := 0; y+cell <= 300; y += cell {
		for x := 0; x+cell <= 400; x += cell {
			ga, gb := grey(a, x, y, cell), grey(b, x, y, cell)
			if d := ga - gb; d > limit || d < -limit {
				far = append(far, fmt.Sprintf("%d,%d: %.0f for %.0f", x, y, ga, gb))
			}
		}
	}
	return far
}

func grey(img image.Image, x, y, cell int) float64 {
	sum := 0.0
	for j := range cell {
		for i := range cell {
			r, g, b, _ := img.At(img.Bounds().Min.X+x+i, img.Bounds().Min.Y+y+j).RGBA()
			sum += float64(r>>8)*0.3 + float64(g>>8)*0.59 + float64(b>>8)*0.11
		}
	}
	return sum / float64(cell*cell)
}
