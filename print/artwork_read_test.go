package print

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tiengtrong/app"
)

func readArtwork(t *testing.T, name string) *artwork {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/artwork", name))
	if err != nil {
		t.Fatal(err)
	}
	art, err := studio(t).Condition.decodeArtwork(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return art
}

func TestKindsOfPictures(t *testing.T) {
	c := studio(t).Condition
	plates := func(r, g, b uint8) color.CMYK {
		img := image.NewRGBA(image.Rect(0, 0, 1, 1))
		img.Set(0, 0, color.RGBA{r, g, b, 255})
		return c.Separate(img, nil).CMYKAt(0, 0)
	}
	for _, test := range []struct {
		name string
		at   image.Point
		want color.CMYK
	}{
		{"deep.png", image.Pt(2, 2), plates(255, 127, 127)}, // half red, on white
		{"deep.png", image.Pt(10, 2), color.CMYK{}},
		{"alpha.webp", image.Pt(2, 2), plates(0, 0, 255)},
		{"alpha.webp", image.Pt(10, 2), color.CMYK{}},
		{"lossy.webp", image.Pt(10, 2), color.CMYK{}},
	} {
		got := readArtwork(t, test.name).image.CMYKAt(test.at.X, test.at.Y)
		if apart(got.C, test.want.C)+apart(got.M, test.want.M)+apart(got.Y, test.want.Y)+apart(got.K, test.want.K) > 8 {
			t.Errorf("%s at %v: %v, want %v", test.name, test.at, got, test.want)
		}
	}
}

func apart(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

func TestSeparatedPicturesKeepTheirPlates(t *testing.T) {
	img := readArtwork(t, "cmyk.jpg").image // written by ImageMagick as Adobe does: inverted
	near := func(x int, want color.CMYK) {
		got := img.CMYKAt(x, 4)
		if apart(got.C, want.C) > 8 || apart(got.M, want.M) > 8 || apart(got.Y, want.Y) > 8 || apart(got.K, want.K) > 8 {
			t.Errorf("at %d: %v, want %v", x, got, want)
		}
	}
	near(1, color.CMYK{C: 255})
	near(14, color.CMYK{Y: 255, K: 51})
}

// corners is a picture of 32 × 16 pixels whose upper left corner is red and whose upper right one is blue.
func corners() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 32, 16))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for y := range 8 {
		for x := range 8 {
			img.Set(x, y, color.RGBA{255, 0, 0, 255})
			img.Set(24+x, y, color.RGBA{0, 0, 255, 255})
		}
	}
	return img
}

// withExif returns a JPEG file with the tag Orientation.
func withExif(t *testing.T, img image.Image, order binary.AppendByteOrder, orientation uint16) []byte {
	t.Helper()
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	block := []byte("Exif\x00\x00II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		block = []byte("Exif\x00\x00MM\x00*")
	}
	block = order.AppendUint32(block, 8)
	block = order.AppendUint16(block, 1)
	block = order.AppendUint16(order.AppendUint16(block, 0x112), 3)
	block = order.AppendUint16(order.AppendUint32(block, 1), orientation)
	block = append(block, 0, 0, 0, 0, 0, 0)
	out := append([]byte{}, plain.Bytes()[:2]...)
	out = append(out, 0xff, 0xe1)
	out = binary.BigEndian.AppendUint16(out, uint16(len(block)+2))
	return append(append(out, block...), plain.Bytes()[2:]...)
}

func TestCamerasHeldOtherwise(t *testing.T) {
	condition := studio(t).Condition
	// Where the red and the blue corner are seen: left or right, above or below.
	for orientation, want := range map[uint16][2]image.Point{
		1: {{0, 0}, {1, 0}}, 2: {{1, 0}, {0, 0}}, 3: {{1, 1}, {0, 1}}, 4: {{0, 1}, {1, 1}},
		5: {{0, 0}, {0, 1}}, 6: {{1, 0}, {1, 1}}, 7: {{1, 1}, {1, 0}}, 8: {{0, 1}, {0, 0}},
	} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			art, err := condition.decodeArtwork(withExif(t, corners(), order, orientation))
			if err != nil {
				t.Fatal(err)
			}
			size := art.image.Bounds().Size()
			if tall := orientation >= 5; tall != (size.Y > size.X) || art.size != (Size{MM(size.X), MM(size.Y)}) {
				t.Errorf("%d: %v", orientation, size)
			}
			for i, corner := range want {
				got := art.image.CMYKAt(2+corner.X*(size.X-5), 2+corner.Y*(size.Y-5))
				if red := got.Y > 200 && got.C < 60; red != (i == 0) || got.M < 150 {
					t.Errorf("%d: corner %v has %v", orientation, corner, got)
				}
			}
		}
	}
}

func TestPicturesThatAreTooLarge(t *testing.T) {
	head := func(w, h uint32, depth byte) []byte {
		var data bytes.Buffer
		png.Encode(&data, image.NewNRGBA(image.Rect(0, 0, 1, 1)))
		b := data.Bytes()
		binary.BigEndian.PutUint32(b[16:], w)
		binary.BigEndian.PutUint32(b[20:], h)
		b[24] = depth
		binary.BigEndian.PutUint32(b[29:], crcOf(b[12:29]))
		return b
	}
	for _, c := range []struct {
		w, h  uint32
		depth byte
		large bool
	}{{9000, 9000, 8, false}, {12000, 12000, 8, true}, {9000, 9000, 16, true}, {1 << 30, 1 << 30, 8, true}} {
		if _, err := pixelsOf(head(c.w, c.h, c.depth)); (err != nil) != c.large {
			t.Errorf("%d × %d of %d bits: %v", c.w, c.h, c.depth, err)
		}
	}
}

func TestPicturesTooCoarseForTheirDistance(t *testing.T) {
	s := studio(t)
	coarse := func(pixels int, w, h, distance float64) []app.Problem {
		var data bytes.Buffer
		if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, pixels, pixels))); err != nil {
			t.Fatal(err)
		}
		e := app.NewEvent()
		e.Images = []*app.Image{{Name: "anh.png", Data: data.Bytes()}}
		p := app.NewPoster("Tranh", "Đọc sách")
		p.Artwork, p.WidthMM, p.HeightMM, p.Distance = "anh.png", w, h, distance
		_, problems := s.Poster(e, p)
		return problems
	}
	problems := coarse(1000, 420, 594, 0) // 430 mm are 1000 pixels wide
	if codes(problems) != "low-resolution" || problems[0].Args["wanted"] != "150" || problems[0].Args["dpi"] != "59" || problems[0].Severity != app.Warning {
		t.Errorf("problems: %v", problems)
	}
	for _, c := range []struct {
		pixels         int
		w, h, distance float64
		want           string
	}{
		{2600, 420, 594, 0, ""}, {1600, 210, 297, 0, "218"}, {1900, 210, 297, 0, ""}, {4000, 1200, 1600, 0, "100"}, {5000, 1200, 1600, 0, ""},
		{5200, 3000, 4000, 0, "50"}, {2600, 420, 594, 0.5, "175"}, {2600, 420, 594, 0.1, "300"}, {1000, 420, 594, 5, "100"}, {1000, 420, 594, 10, ""},
	} {
		problems := coarse(c.pixels, c.w, c.h, c.distance)
		problems = slices.DeleteFunc(problems, func(p app.Problem) bool { return p.Code == "too-small-to-read" })
		if c.want == "" && len(problems) > 0 || c.want != "" && (codes(problems) != "low-resolution" || problems[0].Args["wanted"] != c.want) {
			t.Errorf("%+v: %v", c, problems)
		}
	}
}

func FuzzDecodeArtwork(f *testing.F) {
	for _, name := range []string{"artwork/cmyk.jpg", "artwork/deep.png", "artwork/alpha.webp", "svg/shapes.svg"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`<svg viewBox="0 0 1 1"><path d="M0 0a1 1 0 0 1 1e300 1z"/></svg>`))
	condition := studio(f).Condition
	f.Fuzz(func(t *testing.T, data []byte) {
		if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && config.Width*config.Height > 1e6 {
			return // slow, and the business of others
		}
		art, err := condition.decodeArtwork(data)
		if err == nil && !(art.size.W > 0 && art.size.H > 0) {
			t.Errorf("size %v", art.size)
		}
	})
}
