//go:build !nogui

package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print/pdf/pdftest"
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
	frame   string // file of what is to be seen, in the format of xwd
	env     []string
}

// newScreen starts Xvfb on a display of its own choice; it ends with the test.
func newScreen(t testing.TB) *screen {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	// Without -noreset the server starts anew when the program, having asked whether it answers, hangs up.
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-fbdir", home, "-nolisten", "tcp", "-noreset")
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
	s := &screen{t: t, display: ":" + strings.TrimSpace(line), frame: filepath.Join(home, "Xvfb_screen0")}
	s.env = append(os.Environ(), "DISPLAY="+s.display, "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home,
		"LIBGL_ALWAYS_SOFTWARE=1", "LC_ALL=C.UTF-8", "WAYLAND_DISPLAY=")
	return s
}

// picture returns what is to be seen on the screen.
func (s *screen) picture() *image.RGBA {
	s.t.Helper()
	data, err := os.ReadFile(s.frame)
	if err != nil {
		s.t.Fatal(err)
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	const size, width, height, stride, colours = 0, 4, 5, 12, 19 // places in the header of an xwd file
	pixels := data[field(size)+12*field(colours):]
	img := image.NewRGBA(image.Rect(0, 0, field(width), field(height)))
	for y := range field(height) {
		for x := range field(width) {
			p := pixels[y*field(stride)+4*x:]
			img.SetRGBA(x, y, color.RGBA{p[2], p[1], p[0], 255})
		}
	}
	return img
}

// settled waits until the screen shows something, and the same for a while but for a blinking cursor.
func (s *screen) settled() {
	s.t.Helper()
	last, still := s.picture(), 0
	for range 200 {
		time.Sleep(200 * time.Millisecond)
		now := s.picture()
		if black(now) < len(now.Pix)/8 && unlike(last, now) < 200 {
			still++
		} else {
			still = 0
		}
		if still == 3 {
			return
		}
		last = now
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
		if [3]byte(a.Pix[i:]) != [3]byte(b.Pix[i:]) {
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

// open starts the program on a file and waits for its window.
func (s *screen) open(path string) *window {
	s.t.Helper()
	bin, err := program()
	if err != nil {
		s.t.Fatal(err)
	}
	w := &window{screen: s, cmd: exec.Command(bin, filepath.Base(path))}
	w.cmd.Dir = filepath.Dir(path)
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

// text types a text as a person does.
func (w *window) text(text string) {
	w.t.Helper()
	w.xdotool("type", "--delay", "150", text)
	w.settled()
}

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

func (w *window) click(at [2]int) {
	w.t.Helper()
	w.xdotool("mousemove", "--window", w.id, fmt.Sprint(at[0]), fmt.Sprint(at[1]), "click", "1")
	w.settled()
}

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
		w.cmd.Process.Kill()
		w.cmd.Wait()
		b.StartTimer()
	}
}
