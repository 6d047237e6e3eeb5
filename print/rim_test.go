package print

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"testing"

	"tiengtrong/app"
)

// disc returns a PNG of a disc in the middle of a picture on a ground.
func disc(t *testing.T, w, h int, ground color.Color) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	for y := range h {
		for x := range w {
			if dx, dy := x-w/2, y-h/2; dx*dx+dy*dy <= min(w, h)*min(w, h)/4 {
				img.Set(x, y, color.NRGBA{200, 30, 30, 255})
			}
		}
	}
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// TestNoLogoIsCut sets pictures that are far wider than their place: those with a clear rim are seen whole, within the trim
// and beside the link's card, and those with a ground of their own cover it.
func TestNoLogoIsCut(t *testing.T) {
	s := studio(t)
	for name, c := range map[string]struct {
		data  []byte
		whole bool
	}{
		"biểu trưng.png": {disc(t, 900, 300, color.Transparent), true},
		"ảnh.png":        {disc(t, 900, 300, color.White), false},
		"mờ nhẹ.png":     {disc(t, 900, 300, color.NRGBA{90, 90, 90, 200}), false},
		"vòng tròn.svg":  {[]byte(`<svg viewBox="0 0 90 30"><circle cx="45" cy="15" r="15" fill="#c00"/></svg>`), true},
		"vòng nhẫn.svg":  {[]byte(`<svg viewBox="0 0 90 30"><path fill-rule="evenodd" fill="#c00" d="M-9-9h120v60h-120z M1 1h88v28h-88z"/></svg>`), false},
		"có nền.svg":     {[]byte(`<svg viewBox="0 0 90 30"><rect width="90" height="30" fill="#fe0"/><circle cx="45" cy="15" r="15" fill="#c00"/></svg>`), false},
	} {
		for _, size := range [][2]float64{{420, 594}, {594, 420}} {
			e := &app.Event{Images: []*app.Image{{Name: name, Data: c.data}}}
			p := app.NewPoster("Tranh", "Đọc sách mỗi ngày")
			p.WidthMM, p.HeightMM, p.Artwork, p.Link = size[0], size[1], name, "https://thuvien.example.edu.vn"
			page, _ := s.Poster(e, p)
			clipped, box := false, Rect{}
			for _, it := range page.Items {
				if clip, ok := it.(*Clip); ok && clip.Box == page.Avoid[0] {
					clipped = true
				}
				if picture, ok := it.(*Picture); ok {
					box = picture.Box
				}
				if it, ok := it.(*Fill); ok && it.Ink.M > 80 && it.Ink.Y > 80 && len(it.Path) == len(CirclePath(Point{}, 1)) {
					box = it.Path.Bounds()
				}
			}
			card := page.Whole[0]
			if clipped == c.whole || c.whole && (box.W == 0 || !page.TrimBox().Contains(box) || overlaps(box, card)) {
				t.Errorf("%s on %v: clipped %v, in %v", name, size, clipped, box)
			}
		}
	}
}
