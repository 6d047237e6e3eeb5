package export_test

import (
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf/pdftest"
)

// exported runs a plan that must succeed.
func exported(t *testing.T, p export.Plan) []export.File {
	t.Helper()
	result, err := export.Run(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Files {
		if strings.HasSuffix(f.Path, ".pdf") {
			pdftest.Check(t, f.Path)
			if n := pdftest.Pages(t, f.Path); n != f.Pages {
				t.Errorf("%s: %d pages, said %d", f.Path, n, f.Pages)
			}
		}
	}
	return result.Files
}

func TestBannersSayHowFarTheyRead(t *testing.T) {
	p := plan(t, export.Office)
	p.What = []export.Kind{export.Banners}
	for _, f := range exported(t, p) {
		if f.LetterMM < 100 || f.ReadsM < f.LetterMM*0.119 || f.ReadsM > f.LetterMM*0.121 || f.LimitM < f.ReadsM*2.4 {
			t.Errorf("%+v", f)
		}
	}
}

// TestAFileForEachPanelOfAPoster writes one that is wider than the roll: each panel is as high as its file says, and both
// come to the poster with the welds.
func TestAFileForEachPanelOfAPoster(t *testing.T) {
	p := plan(t, export.Shop)
	p.What, p.Panels = []export.Kind{export.Posters}, true
	p.Event.Posters = p.Event.Posters[:1]
	p.Event.Posters[0].WidthMM, p.Event.Posters[0].HeightMM = 1800, 2400
	files := exported(t, p)
	if len(files) != 2 || !strings.HasSuffix(files[1].Path, "-1800x2400mm-tam-2-tren-2.pdf") || files[0].Panels != 2 || files[0].WidthMM != 1800 ||
		math.Abs(files[0].HeightMM+files[1].HeightMM-2440) > 0.1 {
		t.Errorf("%+v", files)
	}
	p.Panels = false
	if whole := exported(t, p); len(whole) != 1 || whole[0].Panels != 2 || whole[0].HeightMM != 2400 {
		t.Errorf("%+v", whole)
	}
}

func TestAFileForEachPanel(t *testing.T) {
	p := plan(t, export.Shop)
	p.What = []export.Kind{export.Banners}
	p.Event.Banners = p.Event.Banners[:1]
	p.Event.Banners[0].WidthMM, p.Event.Banners[0].HeightMM = 10000, 2000
	whole := exported(t, p)
	if len(whole) != 1 || whole[0].Panels != 2 || whole[0].Panel != 0 || whole[0].Scale != 10 {
		t.Errorf("%+v", whole)
	}
	inks := pdftest.Inks(t, whole[0].Path)
	p.Event.Banners[0].Finish = app.Finish{Edge: app.CutEdge, Eyelets: app.No}
	if plain := pdftest.Inks(t, exported(t, p)[0].Path); !reflect.DeepEqual(inks, plain) {
		t.Errorf("the finishing is printed: %v, not %v", inks, plain)
	}
	p.Event.Banners[0].Finish = app.Finish{}
	p.Panels = true
	panels := exported(t, p)
	if len(panels) != 2 || !strings.HasSuffix(panels[1].Path, "bang-ron-cong-truong-10000x2000mm-tam-2-tren-2-ti-le-1-10.pdf") {
		t.Fatalf("%+v", panels)
	}
	height := 0.0
	for i, f := range panels {
		trim, bleed := pdftest.Box(t, f.Path, 1, "TrimBox"), pdftest.Box(t, f.Path, 1, "BleedBox")
		if f.Panel != i+1 || f.Panels != 2 || f.WidthMM != 1000 || trim[0]-bleed[0] < 0.9 {
			t.Errorf("%+v, trim %v, bleed %v", f, trim, bleed)
		}
		if below, above := trim[1]-bleed[1] > 0.9, bleed[3]-trim[3] > 0.9; above != (i == 0) || below != (i == 1) {
			t.Errorf("panel %d: bleed %v, trim %v", i+1, bleed, trim)
		}
		height += f.HeightMM
	}
	if height < 203.9 || height > 204.1 { // 2 m and both welds, at a tenth
		t.Errorf("the panels are %v mm high", height)
	}
}

func TestTiledForTheOffice(t *testing.T) {
	p := plan(t, export.Office)
	p.Tile, p.Overlap = &print.Papers[0], 10
	files := exported(t, p)
	for _, f := range files {
		switch {
		case f.Kind == export.Posters:
			if f.Rows*f.Columns != 8 || f.Pages != 9 || f.OverlapMM != 10 || !strings.HasSuffix(f.Path, "-ghep-a4.pdf") {
				t.Errorf("%+v", f)
			}
			for page := range f.Pages {
				if box := pdftest.Box(t, f.Path, page+1, "MediaBox"); box[2]*box[3] < 62369 || box[2]*box[3] > 62371 {
					t.Errorf("page %d is not A4: %v", page+1, box)
				}
			}
			if text := pdftest.Text(t, f.Path); !strings.Contains(text, "SƠ ĐỒ GHÉP") || !strings.Contains(text, "D2 · Thư viện") {
				t.Errorf("the sheets say %s", text)
			}
		case f.Kind == export.Programs && f.Rows != 0:
			t.Errorf("a program is tiled: %+v", f)
		}
	}
}

func TestLettersForTheOffice(t *testing.T) {
	p := plan(t, export.Office)
	p.What = []export.Kind{export.Banners, export.Posters}
	p.Letters = &print.Papers[0]
	files := exported(t, p)
	if len(files) != 3 || files[0].Pages != len([]rune("Học,họcnữa,họcmãi")) || files[0].LetterMM < 120 || !strings.HasSuffix(files[0].Path, "-chu-roi-a4.pdf") {
		t.Errorf("%+v", files)
	}
}

func TestNothingIsCutIntoLettersWhereThereAreNone(t *testing.T) {
	p := plan(t, export.Office)
	p.What, p.Letters, p.Force = []export.Kind{export.Banners}, &print.Papers[0], true
	p.Event.Banners = []app.Banner{app.NewBanner("Trống", " "), app.NewBanner("Chữ", "Học")}
	if files := exported(t, p); len(files) != 1 || files[0].Pages != 3 {
		t.Errorf("%+v", files)
	}
}

func TestPicturesOfTheScreensSize(t *testing.T) {
	for _, cover := range []bool{false, true} {
		p := plan(t, export.Screen)
		p.What, p.Pixels, p.Cover = []export.Kind{export.Banners}, image.Pt(800, 450), cover
		p.Event.Banners = p.Event.Banners[:1]
		f := exported(t, p)[0]
		if f.WidthPX != 800 || f.HeightPX != 450 || filepath.Base(f.Path) != "bang-ron-cong-truong-6000x900mm-800x450px.png" {
			t.Errorf("%+v", f)
		}
		in, err := os.Open(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(in)
		in.Close()
		if err != nil || picture.Bounds() != image.Rect(0, 0, 800, 450) {
			t.Fatalf("%v, %v", picture.Bounds(), err)
		}
		isBlack := func(x, y int) bool { return color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y == 0 }
		if isBlack(400, 2) == cover || isBlack(400, 447) == cover || isBlack(2, 225) {
			t.Errorf("cover %v: black at the top %v, at the foot %v, at the left %v", cover, isBlack(400, 2), isBlack(400, 447), isBlack(2, 225))
		}
	}
}

func TestOptionsThatAreNotForTheUse(t *testing.T) {
	for _, c := range []struct {
		use     export.Use
		options export.Options
		want    string
	}{
		{export.Office, export.Options{Panels: true}, "--panels"},
		{export.Shop, export.Options{Tile: &print.Papers[0]}, "--tile"},
		{export.Screen, export.Options{Letters: &print.Papers[0]}, "--letters"},
		{export.Office, export.Options{Pixels: image.Pt(1, 1)}, "--pixels"},
		{export.Shop, export.Options{Cover: true}, "--cover"},
	} {
		p := plan(t, c.use)
		p.Options = c.options
		_, err := export.Run(context.Background(), p, nil)
		if misplaced := (*export.MisplacedOption)(nil); !errors.As(err, &misplaced) || misplaced.Option != c.want || len(names(t, p.Dir)) > 0 {
			t.Errorf("%s with %+v: %v", c.use, c.options, err)
		}
	}
}

func TestParseOptions(t *testing.T) {
	for text, want := range map[string]image.Point{"3840x2160": {X: 3840, Y: 2160}, " 1X2 ": {X: 1, Y: 2}, "": {}} {
		if got, err := export.ParsePixels(text); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, bad := range []string{"x", "10", "10x", "0x5", "-1x5", "10x20px", "99999x99999", "9999999999x1", "10x20 30"} {
		if got, err := export.ParsePixels(bad); err == nil || got != (image.Point{}) {
			t.Errorf("%q is read as %v", bad, got)
		}
	}
	if paper, err := export.ParsePaper(" A3 "); err != nil || paper.Size != (print.Size{W: 297, H: 420}) {
		t.Errorf("%v, %v", paper, err)
	}
	if _, err := export.ParsePaper("a5"); err == nil || !strings.Contains(err.Error(), "a4, a3") {
		t.Errorf("%v", err)
	}
}
