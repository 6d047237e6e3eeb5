package export_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf/pdftest"
)

// handout is a plan for the certificates of eleven pupils of three classes.
func handout(t *testing.T) export.Plan {
	p := plan(t, export.Office)
	p.What = []export.Kind{export.Certificates}
	r := app.NewRoster("Khen")
	for i, name := range []string{"Lê Ân", "Lê An", "Vũ Bình", "Lê An", "Tô Mã", "Tô Má", "Bùi Na", "Đỗ Oanh", "Hà Phi", "Vũ Quý", "Ứng Sơn"} {
		r.Recipients = append(r.Recipients, &app.Recipient{ID: app.NewID(), Name: name, Class: []string{"1A10", "1A2", "con"}[i%3], Award: "Gương sáng tự học"})
	}
	p.Event.ReplaceRoster(p.Event.Certificates[0].ID, r)
	p.Event.Certificates[0].Date = p.Event.From
	return p
}

// byEnding runs a plan and returns the files by the last part of their names, without what all have in common.
func byEnding(t *testing.T, p export.Plan) map[string]export.File {
	t.Helper()
	result, err := export.Run(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]export.File{}
	for _, f := range result.Files {
		name, _ := filepath.Rel(p.Dir, f.Path)
		files[strings.TrimPrefix(filepath.ToSlash(name), "giay-khen-guong-sang-tu-hoc")] = f
	}
	return files
}

// recipients returns who stands on the pages of a file, in order, by the numbers in the register.
func recipients(t *testing.T, path string) []string {
	var out []string
	for _, line := range strings.Split(pdftest.Text(t, path), "\n") {
		if _, number, ok := strings.Cut(line, "Số "); ok {
			out = append(out, strings.TrimSpace(number))
		}
	}
	return out
}

// A file of some certificates is named by how many it has, not by how many all its packs have.
func TestAPackIsNamedByItsOwnCount(t *testing.T) {
	p := handout(t)
	p.PerClass = true
	for _, i := range []int{0, 1, 3, 4, 6} { // three of 1A10, two of 1A2
		p.Only = append(p.Only, p.Event.Rosters[len(p.Event.Rosters)-1].Recipients[i].ID)
	}
	files := byEnding(t, p)
	if files["-lop-1a10-3-giay.pdf"].Pages != 3 || files["-lop-1a2-2-giay.pdf"].Pages != 2 {
		t.Errorf("the files are %v", files)
	}
}

func TestOrderKeepsNumbers(t *testing.T) {
	p := handout(t)
	p.Order = app.ByName
	got := recipients(t, byEnding(t, p)[".pdf"].Path)
	if want := []string{"2", "4", "1", "3", "5", "6", "7", "8", "9", "10", "11"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestPacks(t *testing.T) {
	p := handout(t)
	p.PerClass, p.Calls = true, true
	files := byEnding(t, p)
	pages := map[string]int{}
	for name, f := range files {
		pages[name] = f.Pages
		pdftest.Check(t, f.Path)
	}
	want := map[string]int{"-lop-1a2.pdf": 4, "-lop-1a10.pdf": 4, "-lop-con.pdf": 3, "-bia-goi.pdf": 3, "-goi-ten.pdf": 1}
	if fmt.Sprint(pages) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", pages, want)
	}
	if got := recipients(t, files["-lop-1a2.pdf"].Path); !slices.Equal(got, []string{"2", "5", "8", "11"}) {
		t.Errorf("class 1A2: %v", got)
	}
	if text := pdftest.Text(t, files["-goi-ten.pdf"].Path); !strings.Contains(text, "Ứng Sơn") || !strings.Contains(text, "2:04") {
		t.Errorf("call sheet: %s", text)
	}
}

// TestShardsOfPacksAndStacks: the shards of packs, and of sheets with several certificates, are runs of the whole.
func TestShardsOfPacksAndStacks(t *testing.T) {
	for _, up := range []int{0, 2} {
		whole, parts := handout(t), map[string][]string{}
		whole.PerClass, whole.Up = true, up
		for i := range 3 {
			p := whole
			p.Dir, p.Shard = t.TempDir(), export.Shard{Part: i + 1, Parts: 3}
			for name, f := range byEnding(t, p) {
				pack, _, _ := strings.Cut(name, "-phan-")
				parts[pack] = append(parts[pack], recipients(t, f.Path)...)
			}
		}
		for name, f := range byEnding(t, whole) {
			if !strings.HasPrefix(name, "-lop-") {
				continue
			}
			if got, want := parts[strings.TrimSuffix(name, ".pdf")], recipients(t, f.Path); !slices.Equal(got, want) {
				t.Errorf("%d on a sheet, %s: the shards have %v, the whole has %v", up, name, got, want)
			}
		}
	}
}

func TestFilesOfTheirOwn(t *testing.T) {
	p := handout(t)
	p.Names = "{lớp}/{HỌ TÊN}"
	for _, use := range []export.Use{export.Office, export.Screen} {
		p.For, p.Dir = use, t.TempDir()
		var got []string
		for name := range byEnding(t, p) {
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(name, "/"), filepath.Ext(name)))
		}
		slices.Sort(got)
		want := []string{"1A10/BÙI NA", "1A10/LÊ AN", "1A10/LÊ ÂN", "1A10/VŨ QUÝ", "1A2/LÊ AN", "1A2/TÔ MÃ", "1A2/ĐỖ OANH", "1A2/ỨNG SƠN", "_con/HÀ PHI", "_con/TÔ MÁ", "_con/VŨ BÌNH"}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	}
	p.Names, p.Dir, p.For = `a<b>:"c|d?*{tên}{ngày sinh: dd/mm/yyyy}. `, t.TempDir(), export.Office
	files := byEnding(t, p)
	for _, want := range []string{`/a-b---c-d--An.pdf`, `/a-b---c-d--An (2).pdf`} {
		if _, ok := files[want]; !ok {
			t.Errorf("no %q among %d files", want, len(files))
		}
	}
	unknown := (*export.UnknownName)(nil)
	p.Names = "{gì}"
	if _, err := export.Run(context.Background(), p, nil); !errors.As(err, &unknown) || unknown.What != "field" {
		t.Error(err)
	}
}

func TestSeveralOnASheet(t *testing.T) {
	p := handout(t)
	p.Up = 2
	files := byEnding(t, p)
	f := files[".pdf"]
	if f.Pages != 6 || f.WidthMM != 297 || f.HeightMM != 420 || files["-cach-cat.pdf"].Pages != 1 {
		t.Errorf("%+v", files)
	}
	pdftest.Check(t, f.Path)
	if got, want := recipients(t, f.Path), []string{"1", "7", "2", "8", "3", "9", "4", "10", "5", "11", "6"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	no := (*print.NoRoom)(nil)
	p.Up = 9
	if _, err := export.Run(context.Background(), p, nil); !errors.As(err, &no) {
		t.Error(err)
	}
	for _, bad := range []export.Handout{{Up: 2, Names: "{tên}"}, {Sheet: &print.SheetPapers[0]}} {
		p.Handout = bad
		conflict := (*export.ConflictingOptions)(nil)
		if _, err := export.Run(context.Background(), p, nil); !errors.As(err, &conflict) {
			t.Error(err)
		}
	}
}

// TestBlanksOnAPrinterThatIsOff finds the words of a blank's page where the printer must be told to put them.
func TestBlanksOnAPrinterThatIsOff(t *testing.T) {
	p := handout(t)
	p.Blank = true
	plain := byEnding(t, p)["-len-phoi.pdf"].Path
	p.Dir, p.Printer = t.TempDir(), []app.Calibration{{Printer: "x", WidthMM: 297, HeightMM: 210, OffsetX: 2, OffsetY: -1, ScaleX: 1, ScaleY: 1}}
	aimed := byEnding(t, p)["-len-phoi.pdf"].Path
	if text := pdftest.Text(t, aimed); strings.Contains(text, "CỘNG HÒA") || !strings.Contains(text, "Ứng Sơn") {
		t.Errorf("a blank gets %s", text)
	}
	place := func(path string) (x, y float64) {
		box := pdftest.Tool(t, "pdftotext", "-bbox", "-l", "1", path, "-")
		_, word, _ := strings.Cut(box, "<word ")
		if _, err := fmt.Sscanf(word, `xMin="%f" yMin="%f"`, &x, &y); err != nil {
			t.Fatal(err, box)
		}
		return x, y
	}
	x, y := place(plain)
	ax, ay := place(aimed)
	const pt = 72 / 25.4
	if math.Abs(ax-x+2*pt) > 0.02 || math.Abs(ay-y-1*pt) > 0.02 {
		t.Errorf("moved by %.3f, %.3f points", ax-x, ay-y)
	}
	not := (*export.NotCalibrated)(nil)
	p.Up = 2
	if _, err := export.Run(context.Background(), p, nil); !errors.As(err, &not) {
		t.Error(err)
	}
	misplaced := (*export.MisplacedOption)(nil)
	p.Up, p.For = 0, export.Shop
	if _, err := export.Run(context.Background(), p, nil); !errors.As(err, &misplaced) {
		t.Error(err)
	}
}
