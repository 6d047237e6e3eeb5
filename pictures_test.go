//go:build !nogui

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"tiengtrong/app/file"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/raster"
)

// pictures is where `make pictures` wants the pictures of the README.
var pictures = flag.String("pictures", "", "write pictures of the program into this folder")

func picture(t *testing.T, name string, img image.Image) {
	t.Helper()
	if *pictures == "" {
		return
	}
	f, err := os.Create(filepath.Join(*pictures, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// pageNames are the pages of the window, by the key that leads there.
var pageNames = []string{"tong-quan", "chuong-trinh", "khau-hieu", "ap-phich", "bang-ron", "giay-khen", "in-an"}

// TestEveryPageOpens goes through the pages of the real window by their shortcuts, in both languages, light and dark.
// Each must show something of its own.
func TestEveryPageOpens(t *testing.T) {
	for _, look := range []struct {
		name, lang string
		dark       bool
	}{{"", "vi", false}, {"-en", "en", false}, {"-toi", "vi", true}} {
		s := newScreen(t)
		s.prefer(map[string]any{"language": look.lang, "dark": look.dark})
		dir, err := os.MkdirTemp("", "le-hong-phong-") // a folder that may be seen in a picture
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		path := filepath.Join(dir, "tuan-le.trong")
		if err := file.Save(path, sampleEvent(t)); err != nil {
			t.Fatal(err)
		}
		w := s.open(path)
		w.focus()
		w.xdotool("mousemove", "1279", "799") // out of the picture
		var last *image.RGBA
		for i, page := range pageNames {
			w.keys(fmt.Sprintf("ctrl+%d", i+1))
			now := s.picture()
			if last != nil && unlike(last, now) < 10_000 {
				t.Errorf("%s%s looks like the page before", page, look.name)
			}
			if look.name == "" || i == 0 { // the README shows one page of the other looks
				picture(t, page+look.name, now)
			}
			last = now
		}
		w.kill()
	}
}

// TestScreensOfCertificates goes through what is done with lists and certificates, by keys: each screen must show something
// of its own.
func TestScreensOfCertificates(t *testing.T) {
	s := newScreen(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "tuan-le.trong")
	if err := file.Save(path, sampleEvent(t)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"danh-sach-khen-thuong.xlsx", "danh-sach-khen-thuong-tcvn3.csv"} {
		data, err := fs.ReadFile(assets.Sub("samples"), name)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name[len("danh-sach-khen-thuong"):]), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	w := s.open(path)
	w.focus()
	w.keys("ctrl+6")
	w.xdotool("mousemove", "1279", "799")
	last := s.picture()
	look := func(name string) {
		t.Helper()
		now := s.picture()
		if unlike(last, now) < 10_000 {
			t.Errorf("%s looks like the screen before", name)
		}
		picture(t, name, now)
		last = now
	}
	choose := func(name string) {
		w.keys("ctrl+i")
		w.text(filepath.Join(dir, name))
		w.keys("Return")
	}
	choose("-tcvn3.csv")
	look("nhap-bang-ma")
	w.keys("Escape")
	choose(".xlsx")
	look("nhap-cot")
	w.keys("Return")
	look("nhap-doi-chieu")
	w.keys("Escape")
	for _, screen := range [][2]string{
		{"ctrl+l", "xem-tung-to"}, {"ctrl+shift+b", "phoi"}, {"ctrl+b", "so-khen-thuong"}, {"ctrl+h", "in-va-phat"}, {"ctrl+j", "can-chinh"},
	} {
		w.keys(screen[0])
		look(screen[1])
	}
}

// prefer writes what the program remembers between runs.
func (s *screen) prefer(values map[string]any) {
	s.t.Helper()
	dir := filepath.Join(s.home, "fyne", appID)
	data, err := json.Marshal(values)
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "preferences.json"), data, 0o600)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// TestPiecesForTheReadme draws the sample's pieces on one sheet of paper colour.
func TestPiecesForTheReadme(t *testing.T) {
	e := sampleEvent(t)
	studio, err := newStudio()
	if err != nil {
		t.Fatal(err)
	}
	sheet := image.NewRGBA(image.Rect(0, 0, 1600, 1750))
	draw.Draw(sheet, sheet.Bounds(), image.NewUniform(color.RGBA{233, 227, 218, 255}), image.Point{}, draw.Src)
	put := func(page *print.Page, x, y, width int) {
		img, err := raster.Draw(page, page.TrimBox(), float64(width)/float64(page.Trim.W))
		if err != nil {
			t.Fatal(err)
		}
		draw.Draw(sheet, img.Bounds().Add(image.Pt(x, y)), img, image.Point{}, draw.Src)
	}
	for i, at := range [][3]int{{40, 40, 1520}, {40, 308, 1067}, {1147, 308, 413}} {
		page, _ := studio.Banner(e, e.Banners[i])
		put(page, at[0], at[1], at[2])
	}
	for i := range e.Posters {
		page, _ := studio.Poster(e, e.Posters[i])
		put(page, 40+i*268, 988, 248)
	}
	for i, c := range []string{"trong-dong", "hoa-sen", "hien-dai"} {
		cert := e.Certificates[0]
		cert.Style = c
		page, _ := studio.Certificates(e, cert).Page(i)
		put(page, 40+i*513, 1361, 493)
	}
	if unlike(sheet, image.NewRGBA(sheet.Bounds())) < 100_000 {
		t.Error("the sheet is empty")
	}
	picture(t, "ban-in", sheet)
}
