package print

import (
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"tiengtrong/app"
)

// plainInk separates a colour by the formula that tests can do in the head.
func plainInk(r, g, b uint8) Ink {
	if r == g && g == b {
		return Ink{K: float32(255-r) / 2.55}
	}
	return Ink{C: float32(255-r) / 2.55, M: float32(255-g) / 2.55, Y: float32(255-b) / 2.55}
}

func crcOf(data []byte) uint32 { return crc32.ChecksumIEEE(data) }

// drawn returns what a drawing's body becomes, as the dump writes it.
func drawn(t *testing.T, body string) (string, *artwork) {
	t.Helper()
	art, err := readSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">`+body+`</svg>`), plainInk)
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	d := &dump{}
	d.items(art.items)
	return strings.TrimSpace(d.String()), art
}

func TestDrawings(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{`<rect width="10" height="5" fill="#f00"/>`, "fill C0 M100 Y100 K0"},
		{`<rect width="10" height="5" fill="gray"/>`, "K49.8"},
		{`<rect width="10" height="5" fill="rgb(100%, 0%, 0%)"/>`, "C0 M100 Y100 K0"},
		{`<g color="blue"><rect width="10" height="5" fill="currentColor"/></g>`, "C100 M100 Y0 K0"},
		{`<style>/* a */ .a, .b{fill:lime!important}</style><rect class="x b" width="10" height="5" fill="red"/>`, "C100 M0 Y100 K0"},
		{`<rect width="10" height="5" fill="red" style="fill: yellow"/>`, "C0 M0 Y100 K0"},
		{`<path d="M1 2h3v4z" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="3"/>`, "stroke C0 M0 Y0 K100 wide 2 dash 3 3"},
		{`<g transform="scale(2)"><line x2="5" stroke="black" stroke-linecap="round"/></g>`, "stroke C0 M0 Y0 K100 wide 2 round"},
		{`<path d="M1 1 2 2 3 1"/>`, "m 1,1 l 2,2 l 3,1"},
		{`<path d="M1,1l.5.5-1-1z m3 3 1 0"/>`, "m 1,1 l 1.5,1.5 l 0.5,0.5 h m 4,4 l 5,4"},
		{`<rect x="10%" width="50%" height="10"/>`, "rect 10 0 50 × 10"},
		{`<rect width="1in" height="1"/>`, "rect 0 0 96 × 1"},
		{`<rect width="9" height="9" display="none"/><circle r="1" visibility="hidden"/><rect width="2" height="2"/>`, "fill C0 M0 Y0 K100"},
	} {
		if got, art := drawn(t, c.body); !strings.Contains(got, c.want) || len(art.lost) > 0 || strings.Count(got, "\n") > 0 {
			t.Errorf("%s: %s %v\nwant %s", c.body, got, art.lost, c.want)
		}
	}
}

func TestWhatADrawingLosesIsListed(t *testing.T) {
	for body, want := range map[string]string{
		`<text x="1" y="9">Học</text>`:                                          "text",
		`<g filter="url(#f)"><rect width="1" height="1"/></g>`:                  "filter",
		`<image href="a.png"/>`:                                                 "image",
		`<rect width="1" height="1" opacity="0.5"/>`:                            "opacity",
		`<rect width="1" height="1" clip-path="url(#c)"/>`:                      "clip-path",
		`<use href="#nowhere"/>`:                                                "use",
		`<pattern id="p"/><rect width="1" height="1" fill="url(#p)"/>`:          "pattern",
		`<style>rect{mask:url(#m)}</style><rect width="1" height="1"/><zebra/>`: "mask zebra",
	} {
		if _, art := drawn(t, body); strings.Join(art.lost, " ") != want {
			t.Errorf("%s: lost %v, want %s", body, art.lost, want)
		}
	}
	s := studio(t)
	e, p := app.NewEvent(), app.NewPoster("Tranh", "Đọc sách")
	e.Images, p.Artwork = []*app.Image{{Name: "a.svg", Data: []byte(`<svg viewBox="0 0 9 9"><text>Học</text><circle r="4" opacity=".5"/></svg>`)}}, "a.svg"
	_, problems := s.Poster(e, p)
	if codes(problems) != "svg-text svg-left-out" || problems[0].Severity != app.Error || problems[1].Args["parts"] != "opacity" {
		t.Errorf("problems: %v", problems)
	}
}

func TestDrawingsThatAreNone(t *testing.T) {
	bomb := `<svg viewBox="0 0 9 9"><g id="a0"><rect width="1" height="1"/></g>`
	for i := range 30 {
		bomb += fmt.Sprintf(`<g id="a%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use href="#a%d"/>`, i), 10))
	}
	condition := studio(t).Condition
	for name, data := range map[string]string{
		"cut":         `<svg viewBox="0 0 9 9"><rect width="1"`,
		"no size":     `<svg><rect width="1" height="1"/></svg>`,
		"empty":       `<svg viewBox="0 0 9 9"></svg>`,
		"no drawing":  `<html><svg viewBox="0 0 9 9"></svg></html>`,
		"bomb":        bomb + `</svg>`,
		"endless":     `<svg viewBox="0 0 9 9"><g id="a"><use href="#a"/></g></svg>`,
		"deep":        `<svg viewBox="0 0 9 9">` + strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100) + `</svg>`,
		"nowhere":     `<svg viewBox="0 0 9 9"><path d="M0 0L1e200 1e200z"/></svg>`,
		"size of NaN": `<svg viewBox="0 0 NaN 9"><rect width="1" height="1"/></svg>`,
	} {
		if _, err := condition.decodeArtwork([]byte(data)); err == nil {
			t.Errorf("%s: it is taken", name)
		}
	}
}

func TestEvenOddContoursBecomeHoles(t *testing.T) {
	_, art := drawn(t, `<path fill-rule="evenodd" d="M0 0h30v30h-30z M5 5h20v20h-20z M10 10h10v10h-10z"/>`)
	contours := contoursOf(art.items[0].(*Fill).Path)
	var turns []bool
	for _, c := range contours {
		turns = append(turns, area(c.flattened()) > 0)
	}
	if len(turns) != 3 || turns[0] == turns[1] || turns[0] != turns[2] {
		t.Errorf("contours turn %v", turns)
	}
}
