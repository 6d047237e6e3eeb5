package main

import (
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app/file"
)

// exportAnswer is what `export --json` writes.
type exportAnswer struct {
	Files []struct {
		Path          string
		Pages, Scale  int
		Rows, Columns int
		Panel, Panels int
		WidthMM       float64 `json:"width_mm"`
		HeightMM      float64 `json:"height_mm"`
		LetterMM      float64 `json:"letter_mm"`
		WidthPX       int     `json:"width_px"`
		HeightPX      int     `json:"height_px"`
	}
}

func exportJSON(t *testing.T, path string, args ...string) (a exportAnswer) {
	t.Helper()
	args = append([]string{"export", path, "--out", filepath.Join(t.TempDir(), "ra"), "--what", "banners", "--json"}, args...)
	stdout, stderr, code := run(t, args...)
	if code != 0 {
		t.Fatalf("%v: %s", args, stderr)
	}
	decode(t, stdout, &a)
	return a
}

func TestExportOptions(t *testing.T) {
	path := sampleFile(t)
	tiled := exportJSON(t, path, "--for", "office", "--tile", "a3", "--overlap", "15").Files
	if f := tiled[0]; f.Rows*f.Columns < 20 || f.Pages <= f.Rows*f.Columns || f.WidthMM*f.HeightMM != 297*420 {
		t.Errorf("tiled: %+v", f)
	}
	if f := exportJSON(t, path, "--letters", "a4").Files[2]; f.Pages < 20 || f.LetterMM < 100 {
		t.Errorf("letters: %+v", f)
	}
	if out, _, _ := run(t, "export", path, "--out", t.TempDir(), "--what", "banners", "--for", "screen", "--pixels", "640x360"); !strings.Contains(out, "640 × 360 điểm ảnh") || strings.Contains(out, "mm,") {
		t.Errorf("told of pictures for a screen: %s", out)
	}
	if f := exportJSON(t, path, "--for", "screen", "--pixels", "640x360", "--cover").Files[0]; f.WidthPX != 640 || f.HeightPX != 360 {
		t.Errorf("screen: %+v", f)
	}
	narrow, wide := exportJSON(t, path, "--for", "shop", "--panels"), exportJSON(t, path, "--for", "shop", "--panels", "--shop", "may-3m2")
	if n, w := len(narrow.Files), len(wide.Files); n <= w || w <= 3 || narrow.Files[1].Panels != n-2 {
		t.Errorf("%d panels from the narrow machine, %d from the wide", n, w)
	}
}

func TestExportOptionsThatCantBe(t *testing.T) {
	path := sampleFile(t)
	for flags, want := range map[string]string{
		"--tile a5": "a4, a3", "--letters b2": "a4, a3", "--for screen --pixels wide": "3840x2160", "--shop ở-đâu": "may-3m2",
		"--for shop --tile a4": "--for office", "--cover": "--for screen", "--panels": "--for shop",
	} {
		args := append([]string{"export", path, "--out", t.TempDir()}, strings.Fields(flags)...)
		if stdout, stderr, code := run(t, args...); code != 1 || stdout != "" || !strings.Contains(stderr, want) {
			t.Errorf("%s: %d %s", flags, code, stderr)
		}
	}
}

// TestSixtyMetres follows the longest piece to the shop: a hundredth, said in the name, its size right.
func TestSixtyMetres(t *testing.T) {
	path := sampleFile(t)
	e, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	e.Banners = e.Banners[:1]
	e.Banners[0].WidthMM, e.Banners[0].HeightMM = 60000, 1000
	if err := file.Save(path, e); err != nil {
		t.Fatal(err)
	}
	f := exportJSON(t, path, "--for", "shop").Files[0]
	if f.Scale != 100 || f.WidthMM < 599.95 || f.WidthMM > 600.05 || f.HeightMM < 9.95 || f.HeightMM > 10.05 || !strings.HasSuffix(f.Path, "60000x1000mm-ti-le-1-100.pdf") {
		t.Errorf("%+v", f)
	}
}

func TestABannerThatReadsTooShort(t *testing.T) {
	path := sampleFile(t)
	e, _ := file.Open(path)
	e.Banners[0].Distance = 100
	file.Save(path, e)
	stdout, stderr, code := run(t, "check", path)
	if code != 0 || !strings.Contains(stdout, "100 m") || !strings.Contains(stdout, "83,3 cm") {
		t.Errorf("%d %s %s", code, stdout, stderr)
	}
}
