package print

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens anew")

// golden compares text with testdata/name, or writes it there with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("%s:%d is now\n%s\nnot\n%s\n(-update writes it anew)", file, i+1, a[i], b[i])
		}
	}
	t.Fatalf("%s has now %d lines, not %d (-update writes it anew)", file, len(a), len(b))
}

// dumpPages writes a document's pages one after the other.
func dumpPages(pages []*Page) string {
	var d dump
	for i, p := range pages {
		d.line("page", dumpMM(MM(i+1)))
		d.inner(func() { d.page(p) })
	}
	return d.String()
}

// bounds returns the box around what an item draws, pen widths left aside.
func bounds(item Item) Rect {
	switch it := item.(type) {
	case *Fill:
		return it.Path.Bounds()
	case *Stroke:
		return it.Path.Bounds()
	case *Shade:
		return it.Path.Bounds()
	case *Picture:
		return it.Box
	case *Text:
		return it.Bounds()
	case *Clip:
		return it.Box
	case *Layer:
		var box Rect
		for _, inner := range it.Items {
			box = box.Union(bounds(inner))
		}
		return box
	}
	panic("an item of no known kind")
}
