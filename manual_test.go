package main

import (
	"bytes"
	"fmt"
	"image/png"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tiengtrong/app/manual"
	"tiengtrong/assets"
)

func books(t *testing.T) []manual.Book {
	t.Helper()
	var list []manual.Book
	for _, lang := range languages {
		b, err := manual.Load(assets.Sub("manual"), lang)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, b)
	}
	return list
}

// TestManualsAreTheSame holds that the languages have the same chapters, with the same sections and pictures in them.
func TestManualsAreTheSame(t *testing.T) {
	list := books(t)
	shape := func(b manual.Book) string {
		words := ""
		for _, c := range b.Chapters {
			words += fmt.Sprintln(c.ID, len(c.Sections))
		}
		for c, p := range b.Parts() {
			words += fmt.Sprintln(c.ID, p.Picture)
		}
		return words
	}
	if a, b := shape(list[0]), shape(list[1]); a != b {
		t.Errorf("the manuals differ:\n%s\n%s", a, b)
	}
}

// TestManualsHaveTheirPictures holds that each picture that a manual names is there, and that no other one is.
func TestManualsHaveTheirPictures(t *testing.T) {
	total := 0
	for _, b := range books(t) {
		named := map[string]bool{}
		for _, p := range b.Parts() {
			if p.Picture == "" {
				continue
			}
			named[p.Picture] = true
			data, err := b.Picture(p.Picture)
			if err != nil {
				t.Error(err)
				continue
			}
			total += len(data)
			if _, err := png.Decode(bytes.NewReader(data)); err != nil || p.Caption == "" {
				t.Errorf("%s: %s, caption %q: %v", b.Lang, p.Picture, p.Caption, err)
			}
		}
		kept, err := fs.Glob(assets.Sub("manual"), "pictures/"+b.Lang+"/*.png")
		if err != nil || len(kept) != len(named) {
			t.Errorf("%s: %d pictures are named, and %d kept: %v", b.Lang, len(named), len(kept), err)
		}
	}
	if total > 3<<20 {
		t.Errorf("the pictures have %d bytes", total)
	}
}

// TestManualsNameWhatExists holds that each command line in a manual is one: its commands and flags are known.
func TestManualsNameWhatExists(t *testing.T) {
	command, found := regexp.MustCompile("`tiengtrong ([^`]+)`"), 0
	for _, b := range books(t) {
		for c, p := range b.Parts() {
			for _, line := range command.FindAllStringSubmatch(p.Text, -1) {
				found++
				root := rootCommand(&speaker{lang: b.Lang})
				root.InitDefaultHelpCmd()
				cmd, rest, err := root.Find(strings.Fields(line[1]))
				if err == nil {
					err = cmd.ParseFlags(rest)
				}
				if err != nil || !cmd.HasParent() {
					t.Errorf("%s: %s: %s: %v", b.Lang, c.ID, line[0], err)
				}
			}
		}
	}
	if found < 6 {
		t.Errorf("only %d command lines were found", found)
	}
}

// The font that has the arrows shows the space after one as a box. In a table they end their cells.
func TestManualsSetArrowsWhole(t *testing.T) {
	spaced := regexp.MustCompile(`(?m)^[^|].*[←→↑↓] .*$`)
	for _, b := range books(t) {
		for c, p := range b.Parts() {
			if line := spaced.FindString(p.Text); line != "" {
				t.Errorf("%s: %s: %s", b.Lang, c.ID, line)
			}
		}
	}
}

func TestManualIsWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "huong-dan")
	if _, stderr, code := run(t, "manual", "--out", dir); code != 0 {
		t.Fatal(stderr)
	}
	pictures, err := filepath.Glob(filepath.Join(dir, "pictures", "*.png"))
	if err != nil || len(pictures) < 10 {
		t.Errorf("%d pictures, %v", len(pictures), err)
	}
	if _, _, code := run(t, "manual"); code == 0 {
		t.Error("a manual without a folder is written")
	}
}
