//go:build !nogui

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// program builds the program once for all tests, with the flags of the Makefile, and returns its path.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "tiengtrong-*")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "tiengtrong")
	out, err := exec.Command("go", "build", "-tags", "x11,migrated_fynedo", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return path, nil
})

// screen is an X server without a monitor.
type screen struct {
	t       testing.TB
	display string
	env     []string
}

// newScreen starts Xvfb on a display of its own choice; it ends with the test.
func newScreen(t testing.TB) *screen {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		t.Fatalf("this test needs Xvfb: install it with “apt-get install xvfb”: %v", err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatal("Xvfb did not start: ", err)
	}
	s := &screen{t: t, display: ":" + strings.TrimSpace(line)}
	home := t.TempDir()
	s.env = append(os.Environ(), "DISPLAY="+s.display, "HOME="+home, "XDG_CONFIG_HOME="+home, "LIBGL_ALWAYS_SOFTWARE=1",
		"LC_ALL=C.UTF-8", "WAYLAND_DISPLAY=")
	return s
}

// xdotool runs one xdotool command.
func (s *screen) xdotool(args ...string) string {
	s.t.Helper()
	cmd := exec.Command("xdotool", args...)
	cmd.Env = s.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		s.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// window is the program's window on a screen.
type window struct {
	*screen
	id     string
	cmd    *exec.Cmd
	output bytes.Buffer
}

// open starts the program on a file and waits for its window.
func (s *screen) open(path string) *window {
	s.t.Helper()
	bin, err := program()
	if err != nil {
		s.t.Fatal(err)
	}
	w := &window{screen: s, cmd: exec.Command(bin, path)}
	w.cmd.Env, w.cmd.Stdout, w.cmd.Stderr = s.env, &w.output, &w.output
	if err := w.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		w.cmd.Process.Kill()
		w.cmd.Wait()
		if s.t.Failed() {
			s.t.Log("the program said:\n", w.output.String())
		}
	})
	w.wait("its window opens", func() bool {
		search := exec.Command("xdotool", "search", "--onlyvisible", "--name", "Tiếng Trống")
		search.Env = s.env
		out, err := search.Output()
		w.id = strings.TrimSpace(strings.SplitN(string(out), "\n", 2)[0])
		return err == nil && w.id != ""
	})
	return w
}

// wait polls until a condition holds, for up to a minute: the machine may be slow.
func (w *window) wait(what string, holds func() bool) {
	w.t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return
		}
	}
	w.t.Fatalf("waited in vain until %s", what)
}

func (w *window) focus() { w.xdotool("windowfocus", "--sync", w.id) }

// keys presses shortcuts, one after the other.
func (w *window) keys(names ...string) {
	w.t.Helper()
	for _, name := range names {
		w.xdotool("key", "--clearmodifiers", name)
		time.Sleep(150 * time.Millisecond)
	}
}

// text types a text as a person does.
func (w *window) text(text string) {
	w.t.Helper()
	w.xdotool("type", "--delay", "150", text)
	time.Sleep(150 * time.Millisecond)
}
