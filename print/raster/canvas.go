package raster

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"unicode/utf8"

	"golang.org/x/image/vector"

	"tiengtrong/print"
)

// canvas draws items on an image. Its buffers are used again for each.
type canvas struct {
	img        *image.RGBA
	clip       image.Rectangle
	toPixels   print.Matrix
	pxPerMM    float64
	pictures   *map[pictureKey]*image.RGBA
	hideLayers bool

	shape  print.Path // of the item being drawn, in pixels
	line   print.Path // of the stroke whose shape is drawn
	raster vector.Rasterizer
	mask   image.Alpha // the shape's coverage within its bounds
}

func (c *canvas) begin(img *image.RGBA, area print.Rect, pxPerMM float64, aim print.Matrix) {
	c.img, c.clip, c.pxPerMM = img, img.Rect, pxPerMM
	c.toPixels = print.Translate(-area.X, -area.Y).Then(print.Scale(pxPerMM, pxPerMM))
	if !aim.IsZero() {
		c.toPixels = aim.Then(c.toPixels)
	}
}

// page draws a page with what lies under it.
func (c *canvas) page(p *print.Page) error {
	if p.Under != nil {
		if err := c.page(p.Under); err != nil {
			return err
		}
	}
	return c.draw(p.Items)
}

func (c *canvas) draw(items []print.Item) error {
	for _, item := range items {
		if err := c.item(item); err != nil {
			return err
		}
	}
	return nil
}

func (c *canvas) item(item print.Item) error {
	switch it := item.(type) {
	case *print.Fill:
		c.fill(it)
	case *print.Stroke:
		c.stroke(it)
	case *print.Shade:
		c.shade(it)
	case *print.Picture:
		return c.picture(it)
	case *print.Text:
		return c.text(it)
	case *print.Layer:
		if it.Print || !c.hideLayers {
			return c.draw(it.Items)
		}
	case *print.Clip:
		outer := c.clip
		c.clip = c.clip.Intersect(c.pixels(it.Box))
		err := c.draw(it.Items)
		c.clip = outer
		return err
	default:
		return fmt.Errorf("cannot draw %T", item)
	}
	return nil
}

// pixels returns the pixels that a box covers, to the nearest; a page that is aimed is turned so little that it stays a box.
func (c *canvas) pixels(box print.Rect) image.Rectangle {
	a := c.toPixels.Apply(print.Point{X: box.X, Y: box.Y})
	b := c.toPixels.Apply(print.Point{X: box.Right(), Y: box.Bottom()})
	round := func(v print.MM) int { return int(math.Round(float64(v))) }
	return image.Rect(round(a.X), round(a.Y), round(b.X), round(b.Y))
}

// trace begins the shape with a path of the page.
func (c *canvas) trace(p print.Path) {
	c.shape = c.shape[:0]
	c.add(p, c.toPixels)
}

func (c *canvas) add(p print.Path, m print.Matrix) {
	for _, s := range p {
		for i := range s.Points() {
			s.P[i] = m.Apply(s.P[i])
		}
		c.shape = append(c.shape, s)
	}
}

func (c *canvas) fill(f *print.Fill) {
	c.trace(f.Path)
	if box, ok := upright(c.shape); ok {
		c.flat(box, RGB(f.Ink))
		return
	}
	if c.cover() {
		c.paint(RGB(f.Ink), 255)
	}
}

func (c *canvas) text(t *print.Text) error {
	if n := utf8.RuneCountInString(t.String); n != len(t.Kerns) {
		return fmt.Errorf("text %q has %d letters but %d kerns", t.String, n, len(t.Kerns))
	}
	c.shape = c.shape[:0]
	em := float64(t.Size.MM())
	t.Each(func(g *print.Glyph, at print.Point) {
		c.add(g.Outline, print.Matrix{A: em, D: em, E: float64(at.X), F: float64(at.Y)}.Then(c.toPixels))
	})
	if c.cover() {
		c.paint(RGB(t.Ink), 255)
	}
	return nil
}

// stroke draws a line at least a pixel wide; one that is thinner is paler instead.
func (c *canvas) stroke(s *print.Stroke) {
	width, alpha := float64(s.Width)*c.pxPerMM, 1.0
	if width < 1 {
		const palest = 0.3
		alpha, width = max(width, palest), 1
	}
	c.trace(s.Path)
	c.shape, c.line = outline(c.line[:0], c.shape, width, s.Dash, c.pxPerMM, s.Round), c.shape
	if c.cover() {
		c.paint(RGB(s.Ink), uint32(255*alpha))
	}
}

// paint lays a colour through the mask.
func (c *canvas) paint(col color.RGBA, alpha uint32) {
	box := c.mask.Rect
	for y := range box.Dy() {
		cover := c.mask.Pix[y*c.mask.Stride:][:box.Dx()]
		line := c.img.Pix[c.img.PixOffset(box.Min.X, box.Min.Y+y):]
		for x, a := range cover {
			if a != 0 {
				over(line[4*x:4*x+4:4*x+4], col, uint32(a)*alpha/255)
			}
		}
	}
}

// over lays a colour over a pixel that is opaque, covering a of 255 parts.
func over(pixel []uint8, col color.RGBA, a uint32) {
	if a == 255 {
		pixel[0], pixel[1], pixel[2] = col.R, col.G, col.B
		return
	}
	b := 255 - a
	pixel[0] = uint8((uint32(pixel[0])*b + uint32(col.R)*a + 127) / 255)
	pixel[1] = uint8((uint32(pixel[1])*b + uint32(col.G)*a + 127) / 255)
	pixel[2] = uint8((uint32(pixel[2])*b + uint32(col.B)*a + 127) / 255)
}
