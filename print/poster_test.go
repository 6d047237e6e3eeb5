package print

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math/rand/v2"
	"testing"

	"tiengtrong/app"
)

func TestSlogansStayOnThePoster(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(5, 6))
	for _, style := range s.Styles().Posters {
		for _, size := range [][2]float64{{210, 297}, {420, 594}, {841, 1189}, {594, 420}, {500, 500}} {
			for range 6 {
				p := app.NewPoster("Tranh", randomWords(r, 1+r.IntN(120)))
				p.Style, p.WidthMM, p.HeightMM = style.Code, size[0], size[1]
				p.Body = randomWords(r, 80) + "\n\n- " + randomWords(r, 60) + "\n- " + randomWords(r, 60)
				p.Footer = randomWords(r, 90)
				page, problems := s.Poster(app.NewEvent(), p)
				what := fmt.Sprintf("%s %v %q", style.Code, size, p.Title)
				if len(problems) > 0 {
					t.Errorf("%s: %v", what, problems)
				}
				checkWords(t, what, page, MM(min(size[0], size[1]))*0.03)
			}
		}
	}
}

func TestArtworkCoversItsPlace(t *testing.T) {
	s := studio(t)
	img := image.NewNRGBA(image.Rect(0, 0, 40, 10))
	draw.Draw(img, img.Bounds(), image.Black, image.Point{}, draw.Src)
	img.Set(5, 5, color.NRGBA{255, 0, 0, 0})
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		t.Fatal(err)
	}
	e := app.NewEvent()
	e.Images = []*app.Image{{Name: "tranh.png", Data: data.Bytes()}, {Name: "hong.png", Data: data.Bytes()[:60]}}
	p := app.NewPoster("Tranh", "Mỗi ngày đến trường là một ngày vui")
	p.Artwork = "tranh.png"
	page, problems := s.Poster(e, p)
	if codes(problems) != "low-resolution" {
		t.Fatalf("problems: %v", problems)
	}
	picture, box := pictureOf(page)
	if picture == nil || !picture.Box.Contains(box) || !page.BleedBox().Contains(box) {
		t.Fatalf("picture: %+v", picture)
	}
	if ratio := picture.Box.W / picture.Box.H; ratio < 3.99 || ratio > 4.01 {
		t.Errorf("the picture is stretched to %.2f", ratio)
	}
	if r, g, b, a := picture.Image.At(5, 5).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff || a != 0xffff {
		t.Errorf("transparency became %x %x %x %x", r, g, b, a)
	}
	for name, code := range map[string]string{"hong.png": "bad-image", "khong-co.png": "image-missing"} {
		p.Artwork = name
		if _, problems := s.Poster(e, p); codes(problems) != code || problems[0].Args["image"] != name {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func pictureOf(p *Page) (*Picture, Rect) {
	for _, it := range p.Items {
		if clip, ok := it.(*Clip); ok {
			if picture, ok := clip.Items[0].(*Picture); ok {
				return picture, clip.Box
			}
		}
	}
	return nil, Rect{}
}

func BenchmarkPoster(b *testing.B) {
	s := studio(b)
	p := app.NewPoster("Tranh", "Học liệu mở, thư viện số cho mọi người")
	p.Body = "- Tra sách trên thư viện điện tử của trường\n- Học cùng bài giảng trực tuyến"
	for b.Loop() {
		s.Poster(nil, p)
	}
}

// TestWordsKeepOffThePicture sets much text over a picture: the last line ends well above it.
func TestWordsKeepOffThePicture(t *testing.T) {
	s, r := studio(t), rand.New(rand.NewPCG(7, 8))
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 900, 600))); err != nil {
		t.Fatal(err)
	}
	e := &app.Event{Images: []*app.Image{{Name: "tranh.png", Data: data.Bytes()}}}
	for range 20 {
		p := app.NewPoster("Tranh", randomWords(r, 100))
		p.Artwork, p.Body = "tranh.png", randomWords(r, 300)
		page, _ := s.Poster(e, p)
		art := page.Avoid[0]
		for _, line := range wordsOf(page) {
			if box := line.Bounds(); box.Y < art.Y && box.Bottom() > art.Y-420*0.03 {
				t.Errorf("%q ends %.1f mm above the picture", line.String, art.Y-box.Bottom())
			}
		}
	}
}
