package ui

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"tiengtrong/app/file"
)

// rawEnglish is what an error of the system looks like.
var rawEnglish = regexp.MustCompile(`(?i)nosuch|denied|invalid|unexpected|failed|cannot|open/|zip:|error`)

// Whatever goes wrong, the window says in Vietnamese what happened to which file and what to do about it.
func TestErrorsSayWhatToDo(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole := filepath.Join(dir, "nguyen-ven.trong")
	if err := file.Save(whole, sample(t)); err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	damaged := append([]byte{}, bytes...)
	for i := range 2000 {
		damaged[len(damaged)/3+i] ^= 0x5a
	}
	drop := func(path string) func(w *Window) {
		return func(w *Window) { w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)}) }
	}
	for name, do := range map[string]func(w *Window){
		"cut.trong":      drop(write("cut.trong", string(bytes[:len(bytes)/2]))),
		"damaged.trong":  drop(write("damaged.trong", string(damaged))),
		"no-event.trong": drop(write("no-event.trong", "xin chào")),
		"gone.trong":     drop(filepath.Join(dir, "gone.trong")),
		"no-image.png":   drop(write("no-image.png", "xin chào")),
		"song.mp3":       drop(write("song.mp3", "la la")),
		"unplugged.xlsx": drop(filepath.Join(dir, "usb", "unplugged.xlsx")),
		"broken.xlsx":    drop(write("broken.xlsx", "PK\x03\x04 and no more")),
		"empty.csv":      drop(write("empty.csv", "")),
		"folder.trong":   func(w *Window) { w.writeTo(filepath.Join(dir, "usb", "folder.trong"), func() {}) },
	} {
		w := open(t, sample(t))
		do(w)
		said := strings.ReplaceAll(strings.ReplaceAll(over(w), " ", ""), strings.ReplaceAll(dir, " ", ""), "") // broken over lines
		if !strings.Contains(strings.ToLower(said), "hãy") || !strings.Contains(said, name) && name != "empty.csv" {
			t.Errorf("%s: the window says %q", name, said)
		}
		if words := rawEnglish.FindString(strings.ReplaceAll(said, name, "")); words != "" {
			t.Errorf("%s: the window speaks of %q: %q", name, words, said)
		}
		if w.doc.Event() != sample(t) && !strings.Contains(name, ".xlsx") && !strings.Contains(name, ".csv") {
			t.Errorf("%s: the event changed", name)
		}
	}
}
