//go:build !nogui

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app/file"
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
