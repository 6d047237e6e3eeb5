//go:build !nogui

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print/pdf/pdftest"
)

// TestTheRealWindow does by hand what a teacher does: types, reorders, undoes, saves and exports; and reads back the
// file and the paper.
func TestTheRealWindow(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mau.trong")
	if err := file.Save(path, sampleEvent(t)); err != nil {
		t.Fatal(err)
	}
	w := newScreen(t).open(path)
	w.focus()
	w.keys("ctrl+2")
	w.click(titleField)
	w.keys("ctrl+a")
	w.text("Don dai bieu")
	w.click(minutesField)
	w.keys("ctrl+a")
	w.text("20")
	w.keys("alt+Down", "ctrl+d", "ctrl+z", "ctrl+s")
	w.wait("the file is saved", func() bool {
		e, err := file.Open(path)
		return err == nil && e.Ceremonies[0].Program.Items[1].Title == "Don dai bieu"
	})
	e, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	items := e.Ceremonies[0].Program.Items
	if items[1].Minutes != 20 {
		t.Errorf("%d minutes were typed, not 20", items[1].Minutes)
	}
	if len(items) != 12 || items[0].Title != "Văn nghệ chào mừng (02 tiết mục)" || items[0].HardStart != app.NoClock {
		t.Errorf("%d items, the first %+v", len(items), items[0])
	}
	w.keys("ctrl+e")
	pattern := filepath.Join(dir, "mau-in", "van-phong", "chuong-trinh-le-phat-dong*.pdf")
	var programs []string
	w.wait("the program is exported", func() bool {
		programs, _ = filepath.Glob(pattern)
		return len(programs) == 1
	})
	pdftest.Check(t, programs[0])
	text := pdftest.Tool(t, "pdftotext", "-layout", programs[0], "-")
	if art, typed := strings.Index(text, "Văn nghệ"), strings.Index(text, "Don dai bieu"); art < 0 || typed < art {
		t.Errorf("the paper has “Văn nghệ” at %d and the typed title at %d:\n%s", art, typed, text)
	}
	if written, _ := filepath.Glob(filepath.Join(dir, "mau-in", "van-phong", "*.pdf")); len(written) != 14 {
		t.Errorf("%d files were exported", len(written))
	}
}

// Where the program page shows the title and the minutes of the chosen item, in a window of 1280 × 800.
var (
	titleField   = [2]int{1100, 230}
	minutesField = [2]int{1040, 278}
)

func TestAWindowNeedsADisplay(t *testing.T) {
	bin, err := program()
	if err != nil {
		t.Fatal(err)
	}
	for _, display := range []string{"", ":987654", "nonsense"} {
		cmd := exec.Command(bin)
		cmd.Env = append(os.Environ(), "DISPLAY="+display, "LC_ALL=C.UTF-8")
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != noDisplay || !strings.Contains(string(out), "màn hình") {
			t.Errorf("DISPLAY=%q: %v\n%s", display, err, out)
		}
	}
}

func TestAWindowOnABadFileSaysWhatIsWrong(t *testing.T) {
	bin, err := program()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hỏng.trong")
	if err := os.WriteFile(path, []byte("PK\x03\x04 cut"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(bin, path)
	cmd.Env = newScreen(t).env
	out, _ := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 2 || !strings.Contains(string(out), "hỏng.trong") {
		t.Errorf("%d: %s", cmd.ProcessState.ExitCode(), out)
	}
}

// BenchmarkWindowOpens is the time from the start of the program to its window on the sample event.
func BenchmarkWindowOpens(b *testing.B) {
	path := filepath.Join(b.TempDir(), "mau.trong")
	if err := file.Save(path, sampleEvent(b)); err != nil {
		b.Fatal(err)
	}
	s := newScreen(b)
	if _, err := program(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		w := s.open(path)
		b.StopTimer()
		w.kill()
		b.StartTimer()
	}
}
