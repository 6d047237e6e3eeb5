//go:build !nogui

package main

import (
	"bytes"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// The measurements of `make bench-window` watch the real window from outside: what the system counts of its process, and what
// is to be seen on the screen, drawn by Mesa in software. Each is made once, so -benchtime is 1x.

// deskOf opens the window on an event and gives it the keyboard.
func deskOf(b *testing.B, e *app.Event) *window {
	path := filepath.Join(b.TempDir(), "mau.trong")
	if err := file.Save(path, e); err != nil {
		b.Fatal(err)
	}
	w := newScreen(b).open(path)
	w.focus()
	return w
}

// BenchmarkWindowIdle is the processor time that the window takes while nobody touches it, in per cent of one core.
func BenchmarkWindowIdle(b *testing.B) {
	w := deskOf(b, sampleEvent(b))
	time.Sleep(5 * time.Second) // proof and small pictures are done
	const span = 20 * time.Second
	before := w.processorTime()
	time.Sleep(span)
	b.ReportMetric(100*float64(w.processorTime()-before)/float64(span), "%CPU")
	b.ReportMetric(0, "ns/op")
}

// processorTime is what the program has used so far, as user and as system.
func (w *window) processorTime() time.Duration {
	stat := w.proc("stat")
	fields := strings.Fields(stat[strings.LastIndex(stat, ")")+1:]) // the third field is the first here
	user, _ := strconv.Atoi(fields[11])
	system, err := strconv.Atoi(fields[12])
	if err != nil {
		w.t.Fatal(err)
	}
	const ticks = 100 // of the clock in a second, on every Linux that Go runs on
	return time.Duration(user+system) * time.Second / ticks
}

// proc returns what the system tells of the program.
func (w *window) proc(name string) string {
	w.t.Helper()
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(w.cmd.Process.Pid), name))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(data)
}

// BenchmarkWindowMemory is what the window on the sample holds after every page was seen: of its own and its share of what
// programs have in common (PSS), and all that is mapped for it (RSS); while somebody works, and when the hands have rested.
func BenchmarkWindowMemory(b *testing.B) {
	w := deskOf(b, sampleEvent(b))
	for page := range 7 {
		w.keys(fmt.Sprintf("ctrl+%d", page+1))
	}
	w.keys("ctrl+1")
	w.reportMemory("working")
	time.Sleep(10 * time.Second)
	w.reportMemory("rested")
	b.ReportMetric(0, "ns/op")
}

func (w *window) reportMemory(when string) {
	rollup := w.proc("smaps_rollup")
	for _, kind := range []string{"Pss", "Rss"} {
		_, rest, _ := strings.Cut(rollup, "\n"+kind+":")
		kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
		if err != nil {
			w.t.Fatal(err)
		}
		w.t.(*testing.B).ReportMetric(float64(kilobytes)/1024, "MB-"+strings.ToLower(kind)+"-"+when)
	}
}

// BenchmarkWindowTurnsPage is the time from the keys of each page until its first picture, beside 100,000 recipients: when it
// comes for the first time, and when it comes again.
func BenchmarkWindowTurnsPage(b *testing.B) {
	w := deskOf(b, crowd(b, 100_000))
	keyboard := w.keyboard()
	for _, when := range []string{"first", "again"} {
		for _, page := range []int{2, 3, 4, 5, 6, 7, 1} {
			last, start := w.copied(list), time.Now()
			fmt.Fprintf(keyboard, "key ctrl+%d\n", page)
			w.wait("the page is seen", func() bool { return w.differs(list, last) })
			b.ReportMetric(float64(time.Since(start).Milliseconds()), fmt.Sprintf("ms-%d-%s", page, when))
			w.settled()
		}
	}
	b.ReportMetric(0, "ns/op")
}

// crowd returns the sample with a list of so many recipients.
func crowd(b *testing.B, n int) *app.Event {
	e := sampleEvent(b).Clone()
	few := e.RosterOf(e.Certificates[0]).Recipients
	r := app.NewRoster("crowd")
	for i := range n {
		c := *few[i%len(few)]
		c.ID, c.Class = app.NewID(), fmt.Sprint(i)
		r.Recipients = append(r.Recipients, &c)
	}
	e.ReplaceRoster(e.Certificates[0].ID, r)
	return e
}

// openCrowd opens the window on 100,000 recipients and shows their list.
func openCrowd(b *testing.B) *window {
	w := deskOf(b, crowd(b, 100_000))
	w.keys("ctrl+6", "ctrl+shift+f")
	return w
}

// list is where the recipients are seen.
var list = image.Rect(250, 200, 850, 700)

// BenchmarkWindowScroll turns the wheel over 100,000 recipients and counts the pictures that reach the screen, and
// what each takes of the processor, which a busy machine tells too. A picture is
// counted in single lines of pixels: none can change more often than pictures are shown, so that half a picture counts nothing.
func BenchmarkWindowScroll(b *testing.B) {
	w := openCrowd(b)
	w.xdotool("mousemove", "--window", w.id, "550", "450")
	w.settled()
	const turns, pause = 500, 10 // ms
	var done atomic.Bool
	frames := make(chan int)
	go func() { frames <- w.countFrames(list, &done) }()
	start, used := time.Now(), w.processorTime()
	w.xdotool("click", "--repeat", strconv.Itoa(turns), "--delay", strconv.Itoa(pause), "5")
	span := time.Since(start)
	used = w.processorTime() - used
	done.Store(true)
	n := <-frames
	b.ReportMetric(float64(n)/span.Seconds(), "frames/s")
	b.ReportMetric(float64(used.Milliseconds())/float64(max(n, 1)), "ms-CPU/frame")
	b.ReportMetric(0, "ns/op")
}

// countFrames watches a part of the screen until done, a thousand times a second.
func (x *xserver) countFrames(part image.Rectangle, done *atomic.Bool) int {
	lines := x.lines(part)
	last, changes := make([][]byte, len(lines)), make([]int, len(lines))
	for ; !done.Load(); time.Sleep(time.Millisecond) {
		for y := 0; y < len(lines); y += 7 {
			if !bytes.Equal(last[y], lines[y]) {
				last[y] = append(last[y][:0], lines[y]...)
				changes[y]++
			}
		}
	}
	return slices.Max(changes)
}

// BenchmarkWindowKeyToPixel types into the name of one of 100,000 recipients and measures how long each key takes until the
// list shows what it did. The median counts, and the slowest one in twenty is told; and what a key takes of the processor.
func BenchmarkWindowKeyToPixel(b *testing.B) {
	w := openCrowd(b)
	w.keys("ctrl+Return", "n")
	keyboard := w.keyboard()
	var waits []time.Duration
	const keys = 60
	used := w.processorTime()
	for i := range keys {
		last := w.copied(list)
		start := time.Now()
		fmt.Fprintln(keyboard, "key", []string{"a", "BackSpace"}[i%2])
		for !w.differs(list, last) {
			if time.Since(start) > 10*time.Second {
				b.Fatal("what was typed is not seen in the list")
			}
			time.Sleep(200 * time.Microsecond)
		}
		waits = append(waits, time.Since(start))
		time.Sleep(150 * time.Millisecond) // as people type
	}
	used = w.processorTime() - used
	slices.Sort(waits)
	b.ReportMetric(float64(used.Milliseconds())/keys, "ms-CPU/key")
	b.ReportMetric(float64(waits[len(waits)/2].Microseconds())/1000, "ms-median")
	b.ReportMetric(float64(waits[len(waits)*19/20].Microseconds())/1000, "ms-95%")
	b.ReportMetric(0, "ns/op")
}

// keyboard is an xdotool that waits for commands, so that its start does not count.
func (w *window) keyboard() io.Writer {
	cmd := exec.Command("xdotool", "-")
	cmd.Env = w.env
	keyboard, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() {
		keyboard.Close()
		cmd.Wait()
	})
	return keyboard
}
