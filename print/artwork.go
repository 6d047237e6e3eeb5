package print

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // the formats of artwork
	_ "image/png"
	"slices"
	"sync"

	"tiengtrong/app"
)

// pictures are the event's images as they were last decoded and separated, so that a keystroke in a poster's text does
// not decode its artwork again.
type pictures struct {
	sync.Mutex
	condition *Condition
	last      []picture
}

// picture is one file and what it holds. A file of an event is never changed.
type picture struct {
	file  *app.Image
	image *image.CMYK
	err   error
}

// keptPictures is how many decoded pictures are kept.
const keptPictures = 4

// separated returns the file's picture in inks.
func (p *pictures) separated(file *app.Image) (*image.CMYK, error) {
	p.Lock()
	defer p.Unlock()
	for _, known := range p.last {
		if known.file == file {
			return known.image, known.err
		}
	}
	var img *image.CMYK
	decoded, err := decodeArtwork(file.Data)
	if err == nil {
		img = p.condition.Separate(decoded, file.Data)
	}
	p.last = slices.Insert(p.last, 0, picture{file, img, err})
	p.last = p.last[:min(len(p.last), keptPictures)]
	return img, err
}

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
func cover(name string, img *image.CMYK, box Rect) Item {
	size := img.Bounds().Size()
	scale := max(box.W/MM(size.X), box.H/MM(size.Y))
	w, h := scale*MM(size.X), scale*MM(size.Y)
	picture := &Picture{Box: Rect{box.X - (w-box.W)/2, box.Y - (h-box.H)/2, w, h}, Name: name, Image: img}
	return &Clip{Box: box, Items: []Item{picture}}
}

// contain returns the picture as large as it fits into box, in its middle.
func contain(name string, img *image.CMYK, box Rect) Item {
	size := img.Bounds().Size()
	scale := min(box.W/MM(size.X), box.H/MM(size.Y))
	w, h := scale*MM(size.X), scale*MM(size.Y)
	return &Picture{Box: Rect{box.X + (box.W-w)/2, box.Y + (box.H-h)/2, w, h}, Name: name, Image: img}
}

// picture finds, decodes and separates the event's image of that name; nil, with a problem, where that fails.
func (d *sheet) picture(e *app.Event, name string) *image.CMYK {
	file := e.Image(name)
	if file == nil {
		d.problem("image-missing", app.Error, "image", name)
		return nil
	}
	img, err := d.pictures.separated(file)
	if err != nil {
		d.problem("bad-image", app.Error, "image", name)
		return nil
	}
	return img
}

// addPicture puts the poster's own artwork in the place of the drawing.
func (l *posterLayout) addPicture(e *app.Event, p app.Poster) {
	if p.Artwork == "" {
		return
	}
	if img := l.picture(e, p.Artwork); img != nil {
		l.page.Add(cover(p.Artwork, img, l.art))
	}
}
