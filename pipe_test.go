//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tiengtrong/app/file"
)

// pipe makes a named pipe.
func pipe(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "ống.txt")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAPipeIsNoEvent(t *testing.T) {
	if _, stderr, code := run(t, "info", pipe(t)); code != 2 || !strings.Contains(stderr, "ống.txt") {
		t.Errorf("%d %s", code, stderr)
	}
}

// The slogans come through a pipe, so that the event can be written by somebody else while the import waits.
func TestAnImportDoesNotWriteOverWhatOthersWrote(t *testing.T) {
	path, slogans := sampleFile(t), pipe(t)
	go func() {
		w, err := os.OpenFile(slogans, os.O_WRONLY, 0) // waits until the import reads
		if err != nil {
			return
		}
		defer w.Close()
		e, _ := file.Open(path)
		e.Title = "Tên mới"
		file.Save(path, e)
		later := time.Now().Add(time.Minute)
		os.Chtimes(path, later, later)
		w.WriteString("Học, học nữa, học mãi mãi\n")
	}()
	if _, stderr, code := run(t, "import", path, "--slogans", slogans); code != 1 || !strings.Contains(stderr, path) {
		t.Errorf("%d %s", code, stderr)
	}
	if e, err := file.Open(path); err != nil || e.Title != "Tên mới" {
		t.Errorf("what the other wrote is lost: %v", err)
	}
}
