package export_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tiengtrong/print/export"
)

// TestWhatAKilledExportLeftIsTakenAway leaves folders and files as a killed program would, some of them old.
func TestWhatAKilledExportLeftIsTakenAway(t *testing.T) {
	p := plan(t, export.Office)
	p.What = []export.Kind{export.Programs}
	long := time.Now().Add(-2 * time.Hour)
	for _, name := range []string{".tiengtrong-12345/a.pdf", ".tiengtrong-777", ".tiengtrong-99/giay-khen.pdf", ".tiengtrong-sao-luu/a.pdf", "tiengtrong-1/a.pdf"} {
		path := filepath.Join(p.Dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte("%PDF"), 0o644); err != nil {
			t.Fatal(err)
		}
		if name != ".tiengtrong-99/giay-khen.pdf" { // another export is writing it
			os.Chtimes(path, long, long)
		}
		if dir := filepath.Dir(path); dir != p.Dir {
			os.Chtimes(dir, long, long)
		}
	}
	if _, err := export.Run(context.Background(), p, nil); err != nil {
		t.Fatal(err)
	}
	var left []string
	entries, _ := os.ReadDir(p.Dir)
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".pdf" {
			left = append(left, e.Name())
		}
	}
	if want := []string{".tiengtrong-99", ".tiengtrong-sao-luu", "tiengtrong-1"}; !slices.Equal(left, want) {
		t.Errorf("left: %q, want %q", left, want)
	}
}
