package print

import (
	"bytes"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tiengtrong/app"
)

// photo is a PNG of one colour with the profile, unless it is nil.
func photo(t *testing.T, c color.Color, iccp []byte) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 8, 4))
	for i := range 32 {
		img.Set(i%8, i/8, c)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	data := out.Bytes()
	if iccp == nil {
		return data
	}
	const head = 8 + 25 // signature and IHDR
	body := append([]byte("iCCP"), iccp...)
	crc := crc32.ChecksumIEEE(body)
	chunk := append([]byte{0, 0, byte(len(iccp) >> 8), byte(len(iccp))}, body...)
	chunk = append(chunk, byte(crc>>24), byte(crc>>16), byte(crc>>8), byte(crc))
	return append(append(append([]byte{}, data[:head]...), chunk...), data[head:]...)
}

// TestArtworkIsSeparatedThroughTheProfile follows a poster's picture to the page. What FOGRA39's tables make of pure red,
// no formula would.
func TestArtworkIsSeparatedThroughTheProfile(t *testing.T) {
	s := studio(t)
	for name, test := range map[string]struct {
		data []byte
		want color.CMYK
	}{
		"red":            {photo(t, color.RGBA{255, 0, 0, 255}, nil), color.CMYK{M: 247, Y: 251}},
		"red, odd tag":   {photo(t, color.RGBA{255, 0, 0, 255}, []byte("x\x00\x00no zlib")), color.CMYK{M: 247, Y: 251}},
		"black is black": {photo(t, color.Black, nil), color.CMYK{K: 255}},
		"clear is paper": {photo(t, color.Transparent, nil), color.CMYK{}},
	} {
		img, err := s.pictures.decoded(&app.Image{Name: name, Data: test.data})
		if err != nil {
			t.Fatal(err)
		}
		if got := img.image.CMYKAt(3, 2); got != test.want {
			t.Errorf("%s is %v, not %v", name, got, test.want)
		}
	}
}

func TestLoadConditionSaysWhatIsWrong(t *testing.T) {
	profile, err := os.ReadFile("../assets/icc/FOGRA39L_coated.icc")
	if err != nil {
		t.Fatal(err)
	}
	named := []byte(`{"profile": "p.icc"}`)
	for _, test := range []struct {
		files map[string][]byte
		want  string
	}{
		{nil, "condition.json"},
		{map[string][]byte{"condition.json": []byte("{")}, "JSON"},
		{map[string][]byte{"condition.json": named}, "p.icc"},
		{map[string][]byte{"condition.json": named, "p.icc": profile[:9000]}, "p.icc: read colour profile"},
	} {
		fsys := fstest.MapFS{}
		for name, data := range test.files {
			fsys[name] = &fstest.MapFile{Data: data}
		}
		if _, err := LoadCondition(fsys); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want it to tell of %s", err, test.want)
		}
	}
}
