// Package raster draws pages as images, for previews and for screens. It draws each page as it stands, alike
// to the PDF to the eye; inks are shown as they look on coated paper.
package raster

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"sync"

	"tiengtrong/print"
)

// Draw draws the part of a page that lies in area, which is in millimetres of the page.
func Draw(p *print.Page, area print.Rect, pxPerMM float64) (*image.RGBA, error) {
	return new(Renderer).Draw(p, area, pxPerMM)
}

// Renderer draws pages one after another and remembers what they share: the part under them, while it is seen at
// the same scale, and scaled pictures. It is for one goroutine at a time. Its zero value is ready for use.
type Renderer struct {
	HideLayers bool // leaves out the layers that are not printed

	under    view
	base     *image.RGBA // what under looks like
	pictures map[pictureKey]*image.RGBA
}

// view is a part of a page at a scale.
type view struct {
	page    *print.Page
	area    print.Rect
	pxPerMM float64
	hide    bool
	aim     print.Matrix
}

// canvases are kept for their buffers.
var canvases = sync.Pool{New: func() any { return new(canvas) }}

// maxPixels is the largest image drawn, 256 MB: more is a mistake of the caller.
const maxPixels = 1 << 26

// Draw draws the part of a page that lies in area, as the function Draw does. What would fill a pixel at the right or
// bottom edge in part only is left out, so that edges are clean.
func (r *Renderer) Draw(p *print.Page, area print.Rect, pxPerMM float64) (*image.RGBA, error) {
	const rounding = 0.01
	w, h := math.Floor(float64(area.W)*pxPerMM+rounding), math.Floor(float64(area.H)*pxPerMM+rounding)
	if !(w >= 0 && h >= 0 && w*h <= maxPixels) {
		return nil, fmt.Errorf("draw page: cannot make an image of %.0f × %.0f pixels", w, h)
	}
	img := image.NewRGBA(image.Rect(0, 0, max(1, int(w)), max(1, int(h))))
	c := canvases.Get().(*canvas)
	defer func() {
		c.img, c.pictures = nil, nil
		canvases.Put(c)
	}()
	c.begin(img, area, pxPerMM, p.Aim)
	c.pictures, c.hideLayers = &r.pictures, r.HideLayers
	if err := r.drawUnder(c, view{p.Under, area, pxPerMM, r.HideLayers, p.Aim}); err != nil {
		return nil, fmt.Errorf("draw page: %w", err)
	}
	if err := c.draw(p.Items); err != nil {
		return nil, fmt.Errorf("draw page: %w", err)
	}
	return img, nil
}

// drawUnder fills the image with paper and what lies under the page.
func (r *Renderer) drawUnder(c *canvas, under view) error {
	img := c.img
	if under.page != nil && under == r.under {
		copy(img.Pix, r.base.Pix)
		return nil
	}
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	if under.page == nil {
		return nil
	}
	if err := c.page(under.page); err != nil {
		return err
	}
	base := image.NewRGBA(img.Rect)
	copy(base.Pix, img.Pix)
	r.under, r.base = under, base
	return nil
}
