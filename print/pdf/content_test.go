package pdf

import (
	"image"
	"os"
	"strings"
	"testing"
	"time"

	"tiengtrong/print"
)

func testFace(t *testing.T) *print.Face {
	t.Helper()
	fonts, err := print.LoadFonts(os.DirFS("../../assets/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	face, err := fonts.Face("Tinos_400Regular")
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// TestOperators draws on a page of 720 × 360 points, whose origin lies 10 points from the left and the top.
func TestOperators(t *testing.T) {
	pt := func(v print.Pt) print.MM { return v.MM() }
	at := func(x, y print.Pt) print.Point { return print.Point{X: pt(x), Y: pt(y)} }
	box := print.Rect{X: pt(0), Y: pt(0), W: pt(20), H: pt(30)}
	var bend print.Path
	bend.Move(pt(1), pt(2))
	bend.Curve(pt(3), pt(4), pt(5), pt(6), pt(7.1236), pt(8))
	bend.Close()
	red := print.Ink{M: 100, Y: 87.5}
	face := testFace(t)
	text := &print.Text{At: at(5, 50), Face: face, Size: 12, Ink: print.Black, String: "Vẫy", Kerns: []float32{-80.04, 0, 50}}
	dot := &print.Text{At: at(5, 50), Face: face, Size: 2048, Ink: red, String: "|", Kerns: []float32{0}, Outlined: true}
	photo := image.NewCMYK(image.Rect(0, 0, 2, 2))
	for _, test := range []struct {
		item print.Item
		want string
	}{
		{&print.Fill{Path: bend, Ink: red}, "0 1 .875 0 k|11 348 m|13 346 15 344 17.124 342 c|h|f"},
		{&print.Stroke{Path: bend, Ink: print.Black, Width: pt(0.25)}, "0 0 0 1 K|.25 w|0 J 0 j []0 d|11 348 m|13 346 15 344 17.124 342 c|h|S"},
		{&print.Stroke{Path: bend, Width: pt(2), Dash: []print.MM{pt(3), pt(1.5)}, Round: true},
			"0 0 0 0 K|2 w|1 J 1 j [3 1.5 ]0 d|11 348 m|13 346 15 344 17.124 342 c|h|S"},
		{&print.Shade{Path: bend}, "q|11 348 m|13 346 15 344 17.124 342 c|h|W n /S0 sh Q"},
		{&print.Picture{Box: box, Name: "a", Image: photo}, "q 20 0 0 30 10 320 cm|/P0 Do Q"},
		{&print.Clip{Box: box, Items: []print.Item{&print.Picture{Box: box, Name: "a", Image: photo}}},
			"q 10 350 20 -30 re|W n|q 20 0 0 30 10 320 cm|/P0 Do Q|Q"},
		{text, "0 0 0 1 k|BT /F0 12 Tf|15 300 Td|[(\x00V)80(\x1E\xAB\x00y)]TJ|ET"},
		{dot, "0 1 .875 0 k|169 -142 m|169 1721 l|271 1721 l|271 -142 l|169 -142 l|h|f"},
		{&print.Text{Face: face}, ""},
		{&print.Fill{}, ""},
	} {
		c := content{box: print.Rect{X: pt(-10), Y: pt(-10), W: pt(720), H: pt(360)}, runes: runes{}}
		if err := c.draw([]print.Item{test.item}); err != nil {
			t.Errorf("%T: %v", test.item, err)
		}
		if got := strings.ReplaceAll(strings.TrimSuffix(string(c.out), "\n"), "\n", "|"); got != test.want {
			t.Errorf("%T\ngot  %s\nwant %s", test.item, got, test.want)
		}
	}
}

func TestShading(t *testing.T) {
	c := content{box: print.Rect{W: 254, H: 254}}
	s := &print.Shade{From: print.Point{X: 25.4, Y: 25.4}, To: print.Point{X: 101.6, Y: 127}, Inks: [2]print.Ink{{C: 10}, {K: 55}}}
	const function = "/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[.1 0 0 0]/C1[0 0 0 .55]>>>>"
	if got, want := c.shading(s), "<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[72 648 288 360]"+function; got != want {
		t.Errorf("axial\ngot  %s\nwant %s", got, want)
	}
	s.Radial = true
	if got, want := c.shading(s), "<</ShadingType 3/ColorSpace/DeviceCMYK/Coords[72 648 0 72 648 360]"+function; got != want {
		t.Errorf("radial\ngot  %s\nwant %s", got, want)
	}
}

func TestUnicodeMap(t *testing.T) {
	var used []rune
	for r := rune(0x40); r < 0x400; r += 2 {
		used = append(used, r)
	}
	used = append(used, 0x4FE, 0x4FF, 0x500, 0x501)
	got := string(unicodeMap(used))
	if n := strings.Count(got, "beginbfrange"); n != 5 {
		t.Errorf("%d blocks for %d ranges", n, len(used)-2)
	}
	for _, want := range []string{"100 beginbfrange\n<0040> <0040> <0040>\n", "<04FE> <04FF> <04FE>\n<0500> <0501> <0500>\nendbfrange"} {
		if !strings.Contains(got, want) {
			t.Errorf("the map does not hold %q:\n%s", want, got)
		}
	}
}

// TestCut checks that the subset speaks of the runes that were asked for, in the widths that layout reckoned with.
func TestCut(t *testing.T) {
	face := testFace(t)
	used := []rune("Vnạẫ")
	s, err := cut(face, used)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := face.Data()
	if err != nil {
		t.Fatal(err)
	}
	if len(s.font) == 0 || s.fontSize > len(whole)/5 || len(s.toGlyph) == 0 {
		t.Errorf("the subset has %d bytes, %d before it was deflated, of %d", len(s.font), s.fontSize, len(whole))
	}
	if !strings.Contains(s.descriptor, "/Ascent 891") || !strings.Contains(s.descriptor, "/FontBBox [") {
		t.Errorf("descriptor: %s", s.descriptor)
	}
	if got := widths(face, []rune("UVn")); got != "85[722.168 722.168]110[500]" {
		t.Errorf("widths: %s", got)
	}
}

func TestValues(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{numbers(0, -0.0001, 1, -1, 0.5, -0.25, 12.3456, 100.1, 1e6), "0 0 1 -1 .5 -.25 12.346 100.1 1000000"},
		{name("BeVietnam_700 (ạ)"), "/BeVietnam_700#20#28#E1#BA#A1#29"},
		{text("ạ😀"), "<FEFF1EA1D83DDE00>"},
		{date(time.Date(2025, 10, 1, 7, 5, 9, 0, time.FixedZone("", -5*1800))), "(D:20251001070509-02'30')"},
	} {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
}
