//go:build !nogui

package main

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tiengtrong/print"
	"tiengtrong/print/raster"
)

// pictures is where `make pictures` wants the pictures of the README.
var pictures = flag.String("pictures", "", "write pictures of the program into this folder")

func writePicture(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
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
	if *pictures != "" {
		writePicture(t, filepath.Join(*pictures, "ban-in.png"), sheet)
	}
}
