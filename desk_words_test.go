//go:build !nogui

package main

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"io/fs"
	"slices"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/assets"
)

// A person finds a button by its words. So do the tests: words are drawn as the window draws them, and looked for on the
// screen in whatever colours they have there.

// stamp is a text as it is drawn: how much ink each pixel takes, from 0 to 255, with an empty margin.
type stamp struct {
	width, height int
	ink           []uint8
	probes        []int // places to look at first: one full of ink, one empty, and so on
}

// typefaces are the cuts in which the window sets its words, and sizes those that it sets them in.
var (
	typefaces = []string{"BeVietnamPro_400Regular", "BeVietnamPro_600SemiBold"}
	typeSizes = []float32{12, 12.5, 14, 16, 17, 24, 28}
)

var stamps = map[string][]stamp{}

// toolkit is the toolkit without a window, to draw words with.
var toolkit = sync.OnceValues(func() ([]fyne.Resource, error) {
	test.NewApp()
	var faces []fyne.Resource
	for _, name := range typefaces {
		data, err := fs.ReadFile(assets.Sub("fonts"), "be-vietnam-pro/"+name+".ttf")
		if err != nil {
			return nil, err
		}
		faces = append(faces, fyne.NewStaticResource(name, data))
	}
	return faces, nil
})

// stampsOf draws words in every size and cut.
func stampsOf(words string) ([]stamp, error) {
	if drawn := stamps[words]; drawn != nil {
		return drawn, nil
	}
	faces, err := toolkit()
	for _, size := range typeSizes {
		for _, face := range faces {
			text := canvas.NewText(words, color.White)
			text.TextSize, text.FontSource = size, face
			c := software.NewTransparentCanvas()
			c.SetPadded(false)
			c.SetContent(text)
			stamps[words] = append(stamps[words], newStamp(c.Capture()))
		}
	}
	return stamps[words], err
}

// newStamp cuts the ink out of a picture.
func newStamp(img image.Image) (s stamp) {
	inked := image.Rectangle{}
	ink := func(x, y int) uint8 { _, _, _, a := img.At(x, y).RGBA(); return uint8(a >> 8) }
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			if ink(x, y) > 0 {
				inked = inked.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	inked = inked.Inset(-1)
	s.width, s.height = inked.Dx(), inked.Dy()
	for y := inked.Min.Y; y < inked.Max.Y; y++ {
		for x := inked.Min.X; x < inked.Max.X; x++ {
			s.ink = append(s.ink, ink(x, y))
		}
	}
	s.probes = s.pairs(8)
	return s
}

// pairs returns places all over the stamp, by turns with the most ink and, in the same line where there is one, with none.
func (s stamp) pairs(n int) (places []int) {
	for k := range n {
		from, to := k*s.width/n, (k+1)*s.width/n
		full, empty := from, from // the margin is empty
		for y := range s.height {
			for x := from; x < to; x++ {
				if s.ink[y*s.width+x] > s.ink[full] {
					full = y*s.width + x
				}
			}
		}
		for i := full - full%s.width + from; i < full-full%s.width+to; i++ {
			if s.ink[i] == 0 {
				empty = i
			}
		}
		places = append(places, full, empty)
	}
	return places
}

// find returns where words stand on the screen, from above to below. They must be all of a text or its beginning.
func (s *screen) find(words string) (places []image.Rectangle) {
	s.t.Helper()
	drawn, err := stampsOf(words)
	if err != nil {
		s.t.Fatal(err)
	}
	p := s.plane()
	for i := range drawn {
		places = append(places, drawn[i].places(p)...)
	}
	slices.SortFunc(places, func(a, b image.Rectangle) int { return cmp.Or(a.Min.Y-b.Min.Y, a.Min.X-b.Min.X) })
	return places
}

// plane is how light the screen is, from 0 to 255: its green.
type plane struct {
	width, height int
	light         []uint8
}

func (x *xserver) plane() plane {
	b := x.bounds()
	p := plane{b.Dx(), b.Dy(), make([]uint8, 0, b.Dx()*b.Dy())}
	for _, line := range x.lines(b) {
		for i := 1; i < len(line); i += 4 {
			p.light = append(p.light, line[i])
		}
	}
	return p
}

// places returns where the words stand.
func (s *stamp) places(p plane) (places []image.Rectangle) {
	far := func(probe int) int { return probe/s.width*p.width + probe%s.width }
	full, empty := far(s.probes[0]), far(s.probes[1])
	for y := range p.height - s.height {
		for x := range p.width - s.width {
			at := y*p.width + x
			paper, ink := int(p.light[at+empty]), int(p.light[at+full])
			if max(ink-paper, paper-ink) >= 40 && s.stands(p, at, paper, ink-paper) {
				places = append(places, image.Rect(x, y, x+s.width, y+s.height))
			}
		}
	}
	return places
}

// stands tells whether the words stand at that place of the screen, with that contrast to the paper.
func (s *stamp) stands(p plane, at, paper, contrast int) bool {
	most := int(s.ink[s.probes[0]])
	off := func(i int) bool {
		const near = 24
		d := int(p.light[at+i/s.width*p.width+i%s.width]) - paper - contrast*int(s.ink[i])/most
		return d > near || d < -near
	}
	if slices.ContainsFunc(s.probes, off) {
		return false
	}
	for i, wrong := 0, 0; i < len(s.ink); i++ {
		if off(i) {
			wrong++
		}
		if wrong > len(s.ink)/50 {
			return false
		}
	}
	return true
}

// onScreen are the sentences of the screen.
var onScreen = sync.OnceValues(func() (app.Phrases, error) { return app.LoadPhrases(assets.Sub("lang"), "vi") })

// say returns the words of a phrase, or, where words are no phrase's key, the words themselves, which come from the event.
func (s *screen) say(words string, pairs ...string) string {
	s.t.Helper()
	phrases, err := onScreen()
	if err != nil {
		s.t.Fatal(err)
	}
	if phrases[words] == "" {
		return words
	}
	return phrases.Say(words, pairs...)
}

// sees waits until words, or those of a phrase, are to be seen, and returns where, from above to below.
func (w *window) sees(words string, pairs ...string) (places []image.Rectangle) {
	w.t.Helper()
	words = w.say(words, pairs...)
	var last []byte
	w.wait("“"+words+"” is seen", func() bool {
		if last != nil && !w.differs(w.bounds(), last) {
			return false
		}
		last = w.copied(w.bounds())
		places = w.find(words)
		return len(places) > 0
	})
	return places
}

// press clicks on words as soon as they are seen; on the highest where they stand more than once.
func (w *window) press(words string, pairs ...string) {
	w.t.Helper()
	w.clickOn(w.settledOn(words, pairs...)[0])
}

// answer clicks on words at the foot of a sheet.
func (w *window) answer(words string, pairs ...string) {
	w.t.Helper()
	places := w.settledOn(words, pairs...)
	w.clickOn(places[len(places)-1])
}

// settledOn returns where words are seen when the screen has come to rest: a sheet that has just come up takes no click yet.
func (w *window) settledOn(words string, pairs ...string) []image.Rectangle {
	w.t.Helper()
	w.sees(words, pairs...)
	w.settled()
	return w.sees(words, pairs...)
}

func (w *window) clickOn(at image.Rectangle) { w.clickAt((at.Min.X+at.Max.X)/2, (at.Min.Y+at.Max.Y)/2) }

// fill types a text into the field below a label, in place of what stood there.
func (w *window) fill(label, text string) {
	w.t.Helper()
	w.fillAt(w.sees(label)[0], text)
}

func (w *window) fillAt(label image.Rectangle, text string) {
	w.t.Helper()
	w.clickAt(label.Min.X+24, label.Max.Y+18)
	w.hit("ctrl+a")
	w.write(text)
}

// scrollTo turns the wheel over one place until words are seen.
func (w *window) scrollTo(words, over string) {
	w.t.Helper()
	at := w.sees(over)[0]
	w.wait("“"+words+"” is scrolled to", func() bool {
		if len(w.find(w.say(words))) > 0 {
			return true
		}
		w.xdotool("mousemove", fmt.Sprint(at.Min.X), fmt.Sprint(at.Min.Y), "click", "--repeat", "3", "5")
		w.settled()
		return false
	})
}
