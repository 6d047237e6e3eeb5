package raster

import (
	"fmt"
	"image"

	"golang.org/x/image/draw"

	"tiengtrong/print"
)

// pictureKey tells scaled pictures apart: the part that is seen of one at a size.
type pictureKey struct {
	name       string
	whole, see image.Rectangle
}

// rememberedPictures is how many scaled pictures a renderer keeps before it forgets them all.
const rememberedPictures = 32

func (c *canvas) picture(p *print.Picture) error {
	if p.Image == nil || p.Image.Bounds().Empty() {
		return fmt.Errorf("picture %q is empty", p.Name)
	}
	whole := c.pixels(p.Box)
	key := pictureKey{p.Name, whole, whole.Intersect(c.clip)}
	if key.see.Empty() {
		return nil
	}
	scaled := (*c.pictures)[key]
	if scaled == nil {
		scaled = scale(p.Image, whole, key.see)
		if *c.pictures == nil || len(*c.pictures) >= rememberedPictures {
			*c.pictures = map[pictureKey]*image.RGBA{}
		}
		(*c.pictures)[key] = scaled
	}
	draw.Draw(c.img, key.see, scaled, key.see.Min, draw.Src)
	return nil
}

// scale returns the part see of an image stretched over whole, in the colours that its inks show.
func scale(img image.Image, whole, see image.Rectangle) *image.RGBA {
	out := image.NewRGBA(see)
	cmyk, separated := img.(*image.CMYK)
	if separated {
		img = proof(cmyk)
	}
	scalerFor(img.Bounds(), whole).Scale(out, whole, img, img.Bounds(), draw.Src, nil)
	if !separated {
		separate(out)
	}
	return out
}

// scalerFor chooses how to scale. What is much enlarged keeps its hard pixels, as it will on paper: so stay codes sharp.
// What is much reduced is worth the slower scaler that looks at every pixel.
func scalerFor(from, to image.Rectangle) draw.Scaler {
	switch {
	case to.Dx() >= 4*from.Dx() && to.Dy() >= 4*from.Dy():
		return draw.NearestNeighbor
	case from.Dx() > 2*to.Dx() || from.Dy() > 2*to.Dy():
		return draw.BiLinear
	}
	return draw.ApproxBiLinear
}

// proof shows a separated image on screen.
func proof(img *image.CMYK) *image.RGBA {
	b := img.Rect
	out := image.NewRGBA(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			out.SetRGBA(x, y, plates(img.CMYKAt(x, y)))
		}
	}
	return out
}

// separate replaces each colour of a screen by the colour that its inks show on paper.
func separate(img *image.RGBA) {
	var last [3]uint8
	shown := plates(print.Separate(0, 0, 0))
	for i := 0; i < len(img.Pix); i += 4 {
		p := img.Pix[i : i+4 : i+4]
		if now := [3]uint8(p[:3]); now != last {
			last, shown = now, plates(print.Separate(p[0], p[1], p[2]))
		}
		p[0], p[1], p[2], p[3] = shown.R, shown.G, shown.B, 255
	}
}
