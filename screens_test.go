//go:build !nogui

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"image/color"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/draw"

	"tiengtrong/app/file"
	"tiengtrong/assets"
)

// screenshots is where `make screenshots` wants a picture of every screen in every look.
var screenshots = flag.String("screenshots", "", "write pictures of all screens in all looks into this folder")

// screenSize is a display as people have them.
type screenSize struct {
	width, height int     // in pixels
	scale         float64 // that the system asks for
}

var (
	smallScreen = screenSize{1280, 800, 1}
	fineScreen  = screenSize{1920, 1080, 1.5}
)

// manualPictures is where `make pictures` wants the pictures of the manual.
var manualPictures = flag.String("manual", "", "write the pictures of the manual into this folder")

// look is one way in which the program can be seen.
type look struct {
	lang  string
	dark  bool
	size  screenSize
	named string // light or dark, and the size
}

// looks are the ways that are looked at, the one that every test run goes through first.
var looks = []look{
	{"vi", false, smallScreen, "light-1280"}, {"en", true, smallScreen, "dark-1280"},
	{"en", false, smallScreen, "light-1280"}, {"vi", true, smallScreen, "dark-1280"},
	{"vi", false, fineScreen, "light-1920"}, {"en", true, fineScreen, "dark-1920"},
	{"en", false, fineScreen, "light-1920"}, {"vi", true, fineScreen, "dark-1920"},
}

// tour is a walk through the screens of the program in one look.
type tour struct {
	*window
	look look
	dir  string // of the event
	path string // of the event
	last *image.RGBA
}

// stops lead from each screen of the program to the next, by keys alone.
var stops = []struct {
	name string
	open func(w *tour)
}{
	{"tong-quan", press("ctrl+1")},
	{"tong-quan-thong-tin", press("ctrl+Next")},
	{"tong-quan-loi-keu-goi", press("ctrl+Next")},
	{"chuong-trinh", press("ctrl+2")},
	{"chuong-trinh-buoi-le", press("ctrl+Next")},
	{"khau-hieu", press("ctrl+3")},
	{"ap-phich", press("ctrl+4")},
	{"bang-ron", press("ctrl+5")},
	{"bang-ron-gia-cong", press("ctrl+Next")},
	{"giay-khen", press("ctrl+6")},
	{"danh-sach", press("ctrl+Next")},
	{"xem-tung-to", press("ctrl+l")},
	{"phoi", press("ctrl+shift+b")},
	{"so-khen-thuong", press("ctrl+b")},
	{"in-va-phat", press("ctrl+h")},
	{"nhap-bang-ma", func(w *tour) { w.choose("ctrl+i", "tcvn3.csv") }},
	{"nhap-cot", func(w *tour) { w.keys("Escape"); w.choose("ctrl+i", "khen.xlsx") }},
	{"nhap-doi-chieu", press("Return")},
	{"can-chinh", press("Escape", "ctrl+j")},
	{"khoa", press("Escape", "ctrl+shift+k")},
	{"bang-lenh", press("Escape", "ctrl+k", "g", "i", "a", "y")},
	{"tim", press("Escape", "ctrl+f", "h", "o", "c")},
	{"mo-tep", press("Escape", "ctrl+o")},
	{"su-kien-moi", press("Escape", "ctrl+n")},
	{"in-an", press("Escape", "ctrl+7")},
	{"nha-in", press("ctrl+Next")},
	{"dieu-hanh-truoc", func(w *tour) { w.keys("ctrl+2"); w.other("ctrl+shift+r") }},
	{"dieu-hanh", press("space", "r")}, // the sample is of another day
	{"man-chieu-chuong-trinh", func(w *tour) { w.other("m"); w.keys("f") }},
	{"man-chieu-khau-hieu", press("2")},
	{"man-chieu-dem-nguoc", press("3")},
	{"man-chieu-goi-ten", press("4")},
	{"khoi-phuc", func(w *tour) { w.crash(); w.start(w.path) }},
	{"chao-mung", func(w *tour) { w.kill(); w.forget(); w.start("") }},
	{"xem-thu-1", press("Return")},
	{"xem-thu-2", press("Right")},
	{"xem-thu-3", press("Right")},
	{"xem-thu-4", press("Right")},
	{"xem-thu-5", press("Right")},
	{"xem-thu-6", press("Right")},
	{"xem-thu-7", press("Right")},
	{"xem-thu-8", press("Return")},
	{"huong-dan", func(w *tour) { w.keys("Return", "ctrl+3"); w.other("F1") }},
	{"huong-dan-tim", press("e", "x", "c", "e", "l", "Down")},
}

func press(keys ...string) func(*tour) { return func(w *tour) { w.keys(keys...) } }

// TestScreens goes through all screens of the real window. Each must show something of its own. Without the flag one look
// does.
func TestScreens(t *testing.T) {
	for _, l := range looks {
		if l.wanted() {
			t.Run(l.lang+"-"+l.named, func(t *testing.T) {
				s := l.screen(t)
				t.Parallel()
				walk(t, s, l, func(name string, img *image.RGBA) {
					l.keep(t, name, img)
					l.inManual(t, name, img)
				})
			})
		}
	}
}

// wanted tells whether somebody will look at the pictures.
func (l look) wanted() bool {
	return *screenshots != "" || l == looks[0] || *pictures != "" && l.size == smallScreen
}

// readme are the pictures that the README shows.
var readme = []string{"tong-quan", "chuong-trinh", "khau-hieu", "ap-phich", "bang-ron", "giay-khen", "in-an", "tong-quan-en", "tong-quan-toi"}

// keep writes the pictures that were asked for.
func (l look) keep(t *testing.T, name string, img *image.RGBA) {
	if *screenshots != "" {
		writePicture(t, filepath.Join(*screenshots, name+"-"+l.lang+"-"+l.named+".png"), img)
	}
	if *pictures == "" || l.size != smallScreen {
		return
	}
	if l.lang == "en" {
		name += "-en"
	}
	if l.dark {
		name += "-toi"
	}
	if slices.Contains(readme, name) {
		writePicture(t, filepath.Join(*pictures, name+".png"), img)
	}
}

// inManual writes a picture for the manual in the look's language, if it is one of those that the manual shows.
func (l look) inManual(t *testing.T, name string, img *image.RGBA) {
	file := filepath.Join(*manualPictures, l.lang, name+".png")
	text, err := fs.ReadFile(assets.Sub("manual"), l.lang+".md")
	if err != nil {
		t.Fatal(err)
	}
	if *manualPictures != "" && l.size == smallScreen && !l.dark && strings.Contains(string(text), "("+name+".png)") {
		writePicture(t, file, small(img))
	}
}

// small makes a picture of a screen small enough for the program to carry: three quarters of its size, in its 256 commonest
// colours.
func small(img *image.RGBA) image.Image {
	scaled := image.NewRGBA(image.Rect(0, 0, img.Rect.Dx()*3/4, img.Rect.Dy()*3/4))
	draw.CatmullRom.Scale(scaled, scaled.Rect, img, img.Rect, draw.Src, nil)
	shade := func(i int) uint32 { // the colour to six bits, so that near ones count as one
		p := scaled.Pix[4*i:]
		return uint32(p[0]>>2)<<12 | uint32(p[1]>>2)<<6 | uint32(p[2]>>2)
	}
	counts := map[uint32]int{}
	for i := range len(scaled.Pix) / 4 {
		counts[shade(i)]++
	}
	common := slices.SortedFunc(maps.Keys(counts), func(a, b uint32) int { return counts[b] - counts[a] })
	var palette color.Palette
	for _, s := range common[:min(len(common), 256)] {
		palette = append(palette, color.RGBA{uint8(s>>12)<<2 | 3, uint8(s>>6&63)<<2 | 3, uint8(s&63)<<2 | 3, 255})
	}
	places := map[uint32]uint8{}
	out := image.NewPaletted(scaled.Rect, palette)
	for i := range out.Pix {
		s := shade(i)
		place, ok := places[s]
		if !ok {
			place = uint8(palette.Index(scaled.At(i%scaled.Rect.Dx(), i/scaled.Rect.Dx())))
			places[s] = place
		}
		out.Pix[i] = place
	}
	return out
}

// walk goes through the screens in one look and shows a picture of each.
func walk(t *testing.T, s *screen, l look, see func(name string, img *image.RGBA)) {
	dir, err := os.MkdirTemp("", "le-hong-phong-") // a folder that may be seen in a picture
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	w := &tour{window: &window{screen: s}, look: l, dir: dir, path: filepath.Join(dir, "tuan-le.trong")}
	w.supply()
	w.start(w.path)
	for _, s := range stops {
		s.open(w)
		w.wait(s.name+" shows something of its own", func() bool { return w.last == nil || unlike(w.last, w.picture()) > 5_000 })
		w.last = w.atRest()
		see(s.name, w.last)
	}
	w.kill()
}

// screen starts a server of its own for the look. Xvfb's outputs have no size in millimetres, from which the toolkit would know
// the scale on Linux: the variable that people have for that tells it.
func (l look) screen(t *testing.T) *screen {
	x, err := startServer(l.size.width, l.size.height)
	if err != nil {
		t.Fatal(err)
	}
	s := screenOn(t, x)
	s.env = append(s.env, fmt.Sprint("FYNE_SCALE=", l.size.scale))
	return s
}

// atRest returns what is to be seen when nothing has changed for a second: what is made beside the UI goroutine comes later.
func (w *tour) atRest() *image.RGBA {
	last := w.picture()
	for range 6 { // clocks never rest
		time.Sleep(time.Second)
		now := w.picture()
		if unlike(last, now) < 200 {
			break
		}
		last = now
	}
	return w.picture()
}

// supply puts the sample's files into the folder.
func (w *tour) supply() {
	w.t.Helper()
	err := file.Save(w.path, sampleEvent(w.t))
	for name, sample := range map[string]string{"khen.xlsx": "danh-sach-khen-thuong.xlsx", "tcvn3.csv": "danh-sach-khen-thuong-tcvn3.csv"} {
		data, readErr := fs.ReadFile(assets.Sub("samples"), sample)
		if err == nil {
			err = readErr
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(w.dir, name), data, 0o600)
		}
	}
	if err != nil {
		w.t.Fatal(err)
	}
	w.forget()
}

// forget makes the program forget all but its look.
func (w *tour) forget() {
	os.RemoveAll(filepath.Join(w.home, "tiengtrong"))
	s := w.look.size
	w.prefer(map[string]any{"language": w.look.lang, "dark": w.look.dark,
		"width": float64(s.width) / s.scale, "height": float64(s.height) / s.scale})
}

// start opens the program's window, on a file or on none.
func (w *tour) start(path string) {
	w.window = w.open(path)
	w.focus()
	w.xdotool("mousemove", "10000", "10000") // out of the picture
}

// crash ends the program after something was edited that is in no file.
func (w *tour) crash() {
	w.kill()
	for _, c := range sampleEvent(w.t).Ceremonies { // nobody goes on with the ceremony
		for _, journal := range file.Journals(w.path, c.ID) {
			os.Remove(journal)
		}
	}
	w.start(w.path)
	w.keys("ctrl+3", "ctrl+d")
	w.wait("a copy is kept", func() bool {
		copies, _ := filepath.Glob(filepath.Join(w.home, "tiengtrong", "khoi-phuc", "*", "*"+file.Ending))
		return len(copies) > 0
	})
	w.kill()
}

// choose asks for a file, types its path, and waits until it was read.
func (w *tour) choose(shortcut, name string) {
	before := w.atRest()
	w.keys(shortcut)
	w.xdotool("type", "--delay", "60", filepath.Join(w.dir, name))
	w.atRest()
	w.xdotool("key", "Return")
	w.wait("the file is read", func() bool { // the chooser goes, the import comes
		now := w.picture()
		return unlike(w.last, now) > 5_000 && unlike(before, now) > len(now.Pix)/8
	})
}

// windows lists the program's windows that can be seen.
func (w *tour) windows() []string {
	cmd := exec.Command("xdotool", "search", "--all", "--onlyvisible", "--pid", fmt.Sprint(w.cmd.Process.Pid), "--name", ".")
	cmd.Env = w.env
	out, _ := cmd.Output() // it fails where there is none
	return strings.Fields(string(out))
}

// other presses keys that open another window, and gives it the keyboard.
func (w *tour) other(keys string) {
	before := w.windows()
	w.xdotool("key", "--clearmodifiers", keys)
	w.wait("another window opens", func() bool {
		for _, id := range w.windows() {
			if !slices.Contains(before, id) {
				w.id = id
				return true
			}
		}
		return false
	})
	w.focus()
}

// forgoTour keeps the tour from being offered over a file.
func (s *screen) forgoTour() {
	values := map[string]any{}
	if data, err := os.ReadFile(filepath.Join(s.home, "fyne", appID, "preferences.json")); err == nil {
		if err := json.Unmarshal(data, &values); err != nil {
			s.t.Fatal(err)
		}
	}
	values["toured"] = true
	s.prefer(values)
}

// prefer writes what the program remembers between runs.
func (s *screen) prefer(values map[string]any) {
	s.t.Helper()
	dir := filepath.Join(s.home, "fyne", appID)
	data, err := json.Marshal(values)
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "preferences.json"), data, 0o600)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}
