package print

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // the formats of artwork
	_ "image/png"

	"tiengtrong/app"
)

// maxArtworkPixels keeps a hostile or mistaken picture from taking all memory: 200 megapixels.
const maxArtworkPixels = 200e6

// decodeArtwork reads a PNG or JPEG picture and flattens it on white.
func decodeArtwork(data []byte) (image.Image, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	if config.Width*config.Height > maxArtworkPixels {
		return nil, fmt.Errorf("read picture: %d × %d pixels are too many", config.Width, config.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	return flatten(img), nil
}

// flatten returns the picture without transparency, on white.
func flatten(img image.Image) image.Image {
	if o, ok := img.(interface{ Opaque() bool }); ok && o.Opaque() {
		return img
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Over)
	return out
}

// cover returns the picture so large that it covers box, with its middle in the box's, cut to the box.
func cover(name string, img image.Image, box Rect) Item {
	size := img.Bounds().Size()
	scale := max(box.W/MM(size.X), box.H/MM(size.Y))
	w, h := scale*MM(size.X), scale*MM(size.Y)
	picture := &Picture{Box: Rect{box.X - (w-box.W)/2, box.Y - (h-box.H)/2, w, h}, Name: name, Image: img}
	return &Clip{Box: box, Items: []Item{picture}}
}

// addPicture puts the poster's own artwork in the place of the drawing.
func (l *posterLayout) addPicture(e *app.Event, p app.Poster) {
	if p.Artwork == "" {
		return
	}
	file := e.Image(p.Artwork)
	if file == nil {
		l.problem("image-missing", app.Error, "image", p.Artwork)
		return
	}
	img, err := decodeArtwork(file.Data)
	if err != nil {
		l.problem("bad-image", app.Error, "image", p.Artwork)
		return
	}
	l.page.Add(cover(p.Artwork, img, l.art))
}
