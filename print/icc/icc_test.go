package icc_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tiengtrong/print/icc"
)

const fogra39 = "../../assets/icc/FOGRA39L_coated.icc"

func profile(t testing.TB) *icc.Profile {
	t.Helper()
	data, err := os.ReadFile(fogra39)
	if err != nil {
		t.Fatal(err)
	}
	p, err := icc.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func press(t testing.TB) *icc.Press {
	t.Helper()
	press, err := icc.NewPress(profile(t))
	if err != nil {
		t.Fatal(err)
	}
	return press
}

// transicc has Little CMS convert colours from one space to FOGRA39, each ink 0 to 100, without shortcuts of its own.
func transicc(t *testing.T, from string, colours [][3]uint8) [][4]float64 {
	t.Helper()
	path, err := exec.LookPath("transicc")
	if err != nil {
		t.Fatal("this test needs the program transicc: install it with “apt-get install liblcms2-utils”")
	}
	var in strings.Builder
	for _, c := range colours {
		fmt.Fprintf(&in, "%d %d %d\n", c[0], c[1], c[2])
	}
	cmd := exec.Command(path, "-t1", "-b", "-n", "-c0", "-i", from, "-o", fogra39)
	cmd.Stdin = strings.NewReader(in.String())
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	numbers := strings.Fields(string(out))
	if len(numbers) != 4*len(colours) {
		t.Fatalf("transicc gave %d numbers for %d colours", len(numbers), len(colours))
	}
	inks := make([][4]float64, len(colours))
	for i, n := range numbers {
		if inks[i/4][i%4], err = strconv.ParseFloat(n, 64); err != nil {
			t.Fatal(err)
		}
	}
	return inks
}

// strewn are the corners of the cube of colours, its greys, and 2000 others.
func strewn() (out [][3]uint8) {
	for i := range 8 {
		out = append(out, [3]uint8{uint8(i & 1 * 255), uint8(i >> 1 & 1 * 255), uint8(i >> 2 * 255)})
	}
	for v := range 256 {
		out = append(out, [3]uint8{uint8(v), uint8(v), uint8(v)})
	}
	random := rand.New(rand.NewPCG(39, 39))
	for range 2000 {
		n := random.Uint32()
		out = append(out, [3]uint8{uint8(n), uint8(n >> 8), uint8(n >> 16)})
	}
	return out
}

// compare tells how far the separator's inks are from others, in per cent of ink: on average and at most.
func compare(s *icc.Separator, colours [][3]uint8, want [][4]float64) (mean, worst float64, where [3]uint8) {
	for i, c := range colours {
		got := s.RGB(c[0], c[1], c[2])
		for k, v := range [4]uint8{got.C, got.M, got.Y, got.K} {
			d := float64(v)/2.55 - want[i][k]
			d = max(d, -d)
			mean += d / float64(4*len(colours))
			if d > worst {
				worst, where = d, c
			}
		}
	}
	return mean, worst, where
}

func TestSeparatesAsLittleCMSDoes(t *testing.T) {
	colours := strewn()
	mean, worst, where := compare(press(t).Separator(nil), colours, transicc(t, "*sRGB", colours))
	t.Logf("off by %.2f %% of ink on average, %.2f %% at %v", mean, worst, where)
	if mean > 0.2 || worst > 6 {
		t.Errorf("off by %.2f %% of ink on average, %.2f %% at %v", mean, worst, where)
	}
}

func TestPicturesOfOtherSpaces(t *testing.T) {
	data := wide()
	file := filepath.Join(t.TempDir(), "wide.icc")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := icc.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	source, err := p.Source()
	if err != nil {
		t.Fatal(err)
	}
	colours := strewn()
	mean, worst, where := compare(press(t).Separator(source), colours, transicc(t, file, colours))
	t.Logf("off by %.2f %% of ink on average, %.2f %% at %v", mean, worst, where)
	if mean > 0.2 || worst > 6 {
		t.Errorf("off by %.2f %% of ink on average, %.2f %% at %v", mean, worst, where)
	}
	if press(t).Separator(source).RGB(0, 255, 0) == press(t).Separator(nil).RGB(0, 255, 0) {
		t.Error("a wider green is the same green")
	}
	if _, err := profile(t).Source(); err == nil {
		t.Error("a press is no source of pictures")
	}
}

// TestTablesOfVersion4 writes FOGRA39's tables anew as a profile of version 4 has them: the inks are the same.
func TestTablesOfVersion4(t *testing.T) {
	old := press(t).Separator(nil)
	data, err := os.ReadFile(fogra39)
	if err != nil {
		t.Fatal(err)
	}
	p, err := icc.Read(modern(data))
	if err != nil {
		t.Fatal(err)
	}
	press, err := icc.NewPress(p)
	if err != nil {
		t.Fatal(err)
	}
	now := press.Separator(nil)
	for _, c := range strewn() {
		if a, b := old.RGB(c[0], c[1], c[2]), now.RGB(c[0], c[1], c[2]); off(a.C, b.C) > 1 || off(a.M, b.M) > 1 || off(a.Y, b.Y) > 1 || off(a.K, b.K) > 1 {
			t.Fatalf("%v is %v by the old tables and %v by the new", c, a, b)
		}
	}
}

func off(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

func TestPicturesWithoutColourPrintInBlackInk(t *testing.T) {
	s := press(t).Separator(nil)
	grey := image.NewRGBA(image.Rect(3, 5, 259, 7))
	for x := range 256 {
		for y := range 2 {
			grey.SetRGBA(3+x, 5+y, color.RGBA{uint8(x), uint8(x), uint8(x), 255})
		}
	}
	out := s.Image(grey)
	if out.Rect != grey.Rect {
		t.Fatalf("the picture moved to %v", out.Rect)
	}
	last := 256
	for x := range 256 {
		p := out.CMYKAt(3+x, 6)
		if p.C != 0 || p.M != 0 || p.Y != 0 || int(p.K) > last {
			t.Fatalf("grey %d is printed as %v after K %d", x, p, last)
		}
		last = int(p.K)
	}
	if out.CMYKAt(3, 5).K != 255 || last != 0 {
		t.Errorf("black is %v, white %d", out.CMYKAt(3, 5), last)
	}
	grey.SetRGBA(3, 5, color.RGBA{1, 0, 0, 255})
	if p := s.Image(grey).CMYKAt(131, 5); p.C == 0 {
		t.Errorf("grey in a coloured picture is printed as %v", p)
	}
}

func TestEveryKindOfPictureIsReadAlike(t *testing.T) {
	s := press(t).Separator(nil)
	box := image.Rect(0, 0, 64, 8)
	rgba, nrgba, deep := image.NewRGBA(box), image.NewNRGBA(box), image.NewNRGBA64(box)
	for i := range 64 * 8 {
		c := color.RGBA{uint8(i * 7), uint8(i * 13), uint8(i), 255}
		rgba.Set(i%64, i/64, c)
		nrgba.Set(i%64, i/64, c)
		deep.Set(i%64, i/64, c)
	}
	want := s.Image(rgba)
	for _, img := range []image.Image{nrgba, deep} {
		if got := s.Image(img); !bytes.Equal(got.Pix, want.Pix) {
			t.Errorf("%T comes out otherwise than RGBA", img)
		}
	}
	part := s.Image(rgba.SubImage(image.Rect(10, 3, 20, 6)))
	if part.CMYKAt(12, 4) != want.CMYKAt(12, 4) {
		t.Error("a part of a picture comes out otherwise than in the whole")
	}
	if s.Image(want) != want {
		t.Error("a separated picture is separated again")
	}
}

func TestEmbedded(t *testing.T) {
	data := wide()
	for name, picture := range map[string][]byte{"PNG": inPNG(data), "JPEG": inJPEG(data), "WebP": inWebP(data)} {
		if got := icc.Embedded(picture); !bytes.Equal(got, data) {
			t.Errorf("%s: %d bytes, not %d", name, len(got), len(data))
		}
		for cut := range len(picture) {
			icc.Embedded(picture[:cut]) // must not panic
		}
	}
	if got := icc.Embedded([]byte("GIF89a")); got != nil {
		t.Errorf("a profile in a GIF: %q", got)
	}
}

func TestWhatIsNoProfileOfAPress(t *testing.T) {
	data, err := os.ReadFile(fogra39)
	if err != nil {
		t.Fatal(err)
	}
	for name, broken := range map[string][]byte{"empty": nil, "cut": data[:5000], "a screen's": wide(), "text": bytes.Repeat([]byte("x"), 500)} {
		p, err := icc.Read(broken)
		if err == nil {
			_, err = icc.NewPress(p)
		}
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	data, err := os.ReadFile(fogra39)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(modern(data)[:3000])
	f.Add(wide())
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := icc.Read(data)
		if err != nil {
			return
		}
		icc.NewPress(p)
		if s, err := p.Source(); err == nil {
			_ = s
		}
	})
}

// BenchmarkImage separates 12 megapixels with much going on in them.
func BenchmarkImage(b *testing.B) {
	img := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	random := rand.New(rand.NewPCG(1, 2))
	for _, plane := range [][]uint8{img.Y, img.Cb, img.Cr} {
		for i := range plane {
			plane[i] = uint8(random.Uint32())
		}
	}
	p := press(b)
	p.Separator(nil)
	for b.Loop() {
		p.Separator(nil).Image(img)
	}
	b.ReportMetric(12*float64(b.N)/b.Elapsed().Seconds(), "Mpixel/s")
}

// BenchmarkSeparator reads the profile and makes the grid.
func BenchmarkSeparator(b *testing.B) {
	for b.Loop() {
		press(b).Separator(nil)
	}
}
