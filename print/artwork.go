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
	"strings"
	"sync"

	_ "golang.org/x/image/webp"

	"tiengtrong/app"
)

// artwork is a picture that people brought: pixels, or a drawing.
type artwork struct {
	image *image.CMYK // nil where it is a drawing
	items []Item      // of a drawing, in its own units
	size  Size        // in pixels, or in the drawing's units
	lost  []string    // the elements that a drawing has and the program can't draw
	free  bool        // its rim is clear, as a logo's is
}

// pictures are the event's images as they were last decoded and separated, so that a keystroke in a poster's text does
// not decode its artwork again.
type pictures struct {
	sync.Mutex
	condition *Condition
	last      []picture
}

// picture is one file and what it holds. A file of an event is never changed.
type picture struct {
	file *app.Image
	art  *artwork
	err  error
}

// keptPictures and keptPixels are how many decoded pictures are kept, and how large they may be together; the last one
// is kept whatever its size.
const (
	keptPictures = 4
	keptPixels   = 60e6
)

// decoded returns what the file holds.
func (p *pictures) decoded(file *app.Image) (*artwork, error) {
	p.Lock()
	defer p.Unlock()
	for _, known := range p.last {
		if known.file == file {
			return known.art, known.err
		}
	}
	art, err := p.condition.decodeArtwork(file.Data)
	p.last = slices.Insert(p.last, 0, picture{file, art, err})
	p.forget()
	return art, err
}

// forget drops the oldest pictures that are too many or too large.
func (p *pictures) forget() {
	pixels := 0.0
	for i, known := range p.last {
		if known.err == nil && known.art.image != nil {
			pixels += float64(known.art.size.W * known.art.size.H)
		}
		if i > 0 && (i >= keptPictures || pixels > keptPixels) {
			clear(p.last[i:])
			p.last = p.last[:i]
			return
		}
	}
}

// CheckArtwork tells whether a file can be a poster's artwork, by its beginning; it decodes no pixels.
func CheckArtwork(data []byte) error {
	if isSVG(data) {
		_, err := readSVG(data, func(r, g, b uint8) Ink { return Black })
		return err
	}
	_, err := pixelsOf(data)
	return err
}

// ArtworkEndings are the endings of the files that can be artwork.
var ArtworkEndings = []string{".png", ".jpg", ".jpeg", ".webp", ".svg"}

// maxArtworkPixels keeps a hostile or mistaken picture from taking all memory: a sheet of A0 at 300 dpi has no more than
// 140 megapixels, and one that is seen from a metre needs a quarter of that. Pixels of 16 bits count twice.
const maxArtworkPixels = 100e6

// pixelsOf returns the size of a picture, unless it is too large.
func pixelsOf(data []byte) (image.Config, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return config, fmt.Errorf("read picture: %w", err)
	}
	weight := 1
	switch config.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model:
		weight = 2
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxArtworkPixels/config.Height/weight {
		return config, fmt.Errorf("read picture: %d × %d pixels are too many", config.Width, config.Height)
	}
	return config, nil
}

// decodeArtwork reads a PNG, JPEG or WebP picture, flattens it on white, separates it, and turns it as its camera was held;
// or it reads an SVG drawing.
func (c *Condition) decodeArtwork(data []byte) (*artwork, error) {
	if isSVG(data) {
		return readSVG(data, c.Ink)
	}
	if _, err := pixelsOf(data); err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	separated := upright(c.Separate(flatten(img), data), orientation(data))
	size := separated.Bounds().Size()
	return &artwork{image: separated, size: Size{MM(size.X), MM(size.Y)}, free: clearRim(img)}, nil
}

// flatten returns the picture with 8 bits a plate and without transparency, on white: the colour of paper, on which every
// style puts its artwork.
func flatten(img image.Image) image.Image {
	switch img := img.(type) {
	case *image.CMYK, *image.Gray, *image.YCbCr:
		return img
	case *image.RGBA:
		if img.Opaque() {
			return img
		}
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Over)
	return out
}

// cover returns the artwork so large that it covers box, with its middle in the box's, cut to the box; and the factor by
// which it was enlarged.
func (a *artwork) cover(name string, box Rect) ([]Item, MM) {
	scale := max(box.W/a.size.W, box.H/a.size.H)
	return []Item{&Clip{Box: box, Items: a.placed(name, box, scale)}}, scale
}

// contain returns the artwork as large as it fits into box, in its middle; and the factor by which it was enlarged.
func (a *artwork) contain(name string, box Rect) ([]Item, MM) {
	scale := min(box.W/a.size.W, box.H/a.size.H)
	return a.placed(name, box, scale), scale
}

// placed returns the artwork enlarged by a factor, with its middle in the box's.
func (a *artwork) placed(name string, box Rect, scale MM) []Item {
	w, h := scale*a.size.W, scale*a.size.H
	at := Rect{box.X - (w-box.W)/2, box.Y - (h-box.H)/2, w, h}
	if a.image != nil {
		return []Item{&Picture{Box: at, Name: name, Image: a.image}}
	}
	m := Scale(float64(scale), float64(scale)).Then(Translate(at.X, at.Y))
	items := make([]Item, len(a.items))
	for i, item := range a.items {
		items[i] = mapped(item, m, scale)
	}
	return items
}

// mapped returns an item of a drawing mapped by m, which enlarges by scale.
func mapped(item Item, m Matrix, scale MM) Item {
	switch it := item.(type) {
	case *Fill:
		return &Fill{Path: it.Path.Transform(m), Ink: it.Ink}
	case *Shade:
		out := *it
		out.Path, out.From, out.To = it.Path.Transform(m), m.Apply(it.From), m.Apply(it.To)
		return &out
	case *Stroke:
		out := *it
		out.Path, out.Width, out.Dash = it.Path.Transform(m), max(it.Width*scale, thinnest), nil
		for _, length := range it.Dash {
			out.Dash = append(out.Dash, length*scale)
		}
		return &out
	}
	panic(fmt.Sprintf("print: a drawing has no %T", item))
}

// thinnest is the thinnest line that a press holds.
const thinnest MM = 0.2

// artwork finds and decodes the event's image of that name; nil, with a problem, where that fails.
func (d *sheet) artwork(e *app.Event, name string) *artwork {
	file := e.Image(name)
	if file == nil {
		d.problem("image-missing", app.Error, "image", name)
		return nil
	}
	art, err := d.pictures.decoded(file)
	if err != nil {
		d.problem("bad-image", app.Error, "image", name)
		return nil
	}
	d.reportLost(name, art.lost)
	return art
}

// reportLost says what of a drawing is not drawn. Words that get lost are an error.
func (d *sheet) reportLost(name string, lost []string) {
	var rest []string
	for _, element := range lost {
		if element == "text" {
			d.problem("svg-text", app.Error, "image", name)
		} else {
			rest = append(rest, element)
		}
	}
	if len(rest) > 0 {
		d.problem("svg-left-out", app.Warning, "image", name, "parts", strings.Join(rest, ", "))
	}
}

// addPicture puts the poster's own artwork in the place of the drawing: it covers that, or stands whole on white, in the
// part of it that no link's card covers, where its rim is clear.
func (l *posterLayout) addPicture(e *app.Event, p app.Poster, uncovered Rect) {
	if p.Artwork == "" {
		return
	}
	art := l.artwork(e, p.Artwork)
	if art == nil {
		return
	}
	items, scale := art.cover(p.Artwork, l.art)
	if art.free {
		seen := uncovered.Intersect(l.page.TrimBox())
		items, scale = art.contain(p.Artwork, seen.Inset(AllSides(min(seen.W, seen.H)*0.08)))
		l.page.Add(fill(White, RectPath(l.art)))
	}
	l.page.Add(items...)
	if art.image != nil {
		l.checkResolution(p, scale)
	}
}
