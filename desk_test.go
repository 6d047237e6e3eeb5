//go:build !nogui

package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// The desk is what a person has before her: a screen, a keyboard, a mouse, and the program's window. The tests in tasks_test.go,
// window_test.go and pictures_test.go, and the measurements in desk_bench_test.go, work at it.

// program builds the program once for all tests, with the flags of the Makefile, and returns its path.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "tiengtrong-*")
	if err != nil {
		return "", err
	}
	atEnd(func() { os.RemoveAll(dir) })
	path := filepath.Join(dir, "tiengtrong")
	out, err := exec.Command("go", "build", "-tags", "x11,migrated_fynedo", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return path, nil
})

// xserver is an X server without a monitor, shared by all tests.
type xserver struct {
	display string
	frame   []byte // what is to be seen: the file in the format of xwd into which the server draws, as memory
}

var theServer = sync.OnceValues(func() (*xserver, error) { return startServer(1280, 800) })

// startServer starts Xvfb on a display of its own choice; it ends with the tests.
func startServer(width, height int) (*xserver, error) {
	dir, err := os.MkdirTemp("", "tiengtrong-x-*")
	if err != nil {
		return nil, err
	}
	atEnd(func() { os.RemoveAll(dir) })
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	// Without -noreset the server starts anew when the program, having asked whether it answers, hangs up.
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-fbdir", dir, "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("these tests need Xvfb: install it with “apt-get install xvfb”: %w", err)
	}
	atEnd(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("Xvfb did not start: %w", err)
	}
	frame, err := mapped(filepath.Join(dir, "Xvfb_screen0"))
	return &xserver{":" + strings.TrimSpace(line), frame}, err
}

// mapped returns the content of a file as it changes.
func mapped(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
}

// screen is the shared X server with a home of the test's own.
type screen struct {
	t testing.TB
	*xserver
	home string
	env  []string
}

// newScreen is the shared one.
func newScreen(t testing.TB) *screen {
	t.Helper()
	x, err := theServer()
	if err != nil {
		t.Fatal(err)
	}
	return screenOn(t, x)
}

func screenOn(t testing.TB, x *xserver) *screen {
	home := t.TempDir()
	return &screen{t, x, home, append(os.Environ(), "DISPLAY="+x.display, "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home,
		"LIBGL_ALWAYS_SOFTWARE=1", "LC_ALL=C.UTF-8", "WAYLAND_DISPLAY=")}
}

// lines returns the pixels of a part of the screen as they are now, line by line, four bytes each: blue, green, red, nothing.
func (x *xserver) lines(part image.Rectangle) [][]byte {
	field := func(i int) int { return int(binary.BigEndian.Uint32(x.frame[4*i:])) }
	const size, stride, colours = 0, 12, 19 // places in the header of an xwd file
	pixels := x.frame[field(size)+12*field(colours):]
	lines := make([][]byte, part.Dy())
	for i := range lines {
		at := (part.Min.Y+i)*field(stride) + 4*part.Min.X
		lines[i] = pixels[at : at+4*part.Dx()]
	}
	return lines
}

// bounds is the size of the screen.
func (x *xserver) bounds() image.Rectangle {
	const width, height = 4, 5
	return image.Rect(0, 0, int(binary.BigEndian.Uint32(x.frame[4*width:])), int(binary.BigEndian.Uint32(x.frame[4*height:])))
}

// picture returns what is to be seen on the screen.
func (x *xserver) picture() *image.RGBA {
	img := image.NewRGBA(x.bounds())
	for y, line := range x.lines(img.Rect) {
		out := img.Pix[y*img.Stride:]
		for i := 0; i < len(line); i += 4 {
			out[i], out[i+1], out[i+2], out[i+3] = line[i+2], line[i+1], line[i], 255
		}
	}
	return img
}

// settled waits until the screen shows something, and the same for a while but for a blinking cursor.
func (s *screen) settled() {
	s.t.Helper()
	last, still := s.picture(), 0
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
		time.Sleep(50 * time.Millisecond)
		now := s.picture()
		if still++; black(now) > len(now.Pix)/8 || unlike(last, now) > 200 {
			still, last = 0, now
		}
		if still == 6 {
			return
		}
	}
	s.t.Fatal("the screen does not come to rest")
}

// black counts the pixels on which nothing was drawn.
func black(img *image.RGBA) int {
	n := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i]|img.Pix[i+1]|img.Pix[i+2] == 0 {
			n++
		}
	}
	return n
}

// unlike counts the pixels in which two pictures differ.
func unlike(a, b *image.RGBA) int {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if [4]byte(a.Pix[i:]) != [4]byte(b.Pix[i:]) {
			n++
		}
	}
	return n
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

// open starts the program on a file, or on none for "", and waits for its window.
func (s *screen) open(path string) *window {
	s.t.Helper()
	bin, err := program()
	if err != nil {
		s.t.Fatal(err)
	}
	w := &window{screen: s, cmd: exec.Command(bin, filepath.Base(path))}
	w.cmd.Dir = filepath.Dir(path)
	if path == "" {
		w.cmd.Args = w.cmd.Args[:1]
	} else {
		s.forgoTour()
	}
	w.cmd.Env, w.cmd.Stdout, w.cmd.Stderr = s.env, &w.output, &w.output
	if err := w.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		if s.t.Failed() {
			s.t.Log("the screen: ", s.keptPicture())
		}
		w.kill()
		if s.t.Failed() {
			s.t.Log("the program said:\n", w.output.String())
		}
	})
	w.wait("its window opens", func() bool {
		w.id = w.windowCalled("Tiếng Trống")
		return w.id != ""
	})
	return w
}

// windowCalled returns the program's window with a title that holds these words, or "".
func (w *window) windowCalled(words string) string {
	search := exec.Command("xdotool", "search", "--all", "--onlyvisible", "--pid", fmt.Sprint(w.cmd.Process.Pid), "--name", words)
	search.Env = w.env
	out, _ := search.Output() // fails where there is none
	return strings.TrimSpace(strings.SplitN(string(out), "\n", 2)[0])
}

// keptPicture writes what is to be seen into a file that outlives the test, and returns its path.
func (s *screen) keptPicture() string {
	f, err := os.CreateTemp("", "tiengtrong-*.png")
	if err == nil {
		err = errors.Join(png.Encode(f, s.picture()), f.Close())
	}
	if err != nil {
		return err.Error()
	}
	return f.Name()
}

// kill ends the program as a power cut would.
func (w *window) kill() {
	w.cmd.Process.Kill()
	w.cmd.Wait()
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

// focus waits until the window is drawn and gives it the keyboard.
func (w *window) focus() {
	w.t.Helper()
	w.settled()
	w.xdotool("windowfocus", "--sync", w.id)
}

// keys presses shortcuts, one after the other.
func (w *window) keys(names ...string) {
	w.t.Helper()
	for _, name := range names {
		w.xdotool("key", "--clearmodifiers", name)
		w.settled()
	}
}

// hit presses keys, one after the other, and does not wait: the window takes them in their order.
func (w *window) hit(names ...string) {
	w.t.Helper()
	w.xdotool(append([]string{"key", "--clearmodifiers", "--delay", "8"}, names...)...)
}

// write types letters that a plain keyboard has, and does not wait.
func (w *window) write(text string) {
	w.t.Helper()
	w.xdotool("type", "--delay", "8", text)
}

// clickAt clicks on a place of the screen, and takes the pointer out of sight.
func (w *window) clickAt(x, y int) {
	w.t.Helper()
	w.xdotool("mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1", "mousemove", "1279", "799")
}

// copied returns a part of the screen as it is now.
func (x *xserver) copied(part image.Rectangle) []byte { return bytes.Join(x.lines(part), nil) }

// differs tells whether a part of the screen has changed.
func (x *xserver) differs(part image.Rectangle, last []byte) bool {
	for y, line := range x.lines(part) {
		if !bytes.Equal(line, last[y*len(line):][:len(line)]) {
			return true
		}
	}
	return false
}
