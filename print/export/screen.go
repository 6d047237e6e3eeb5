package export

import (
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"path/filepath"

	"tiengtrong/print"
	"tiengtrong/print/raster"
)

// screenPixels is the longer side of a picture for the screen: a full-HD projector's width.
const screenPixels = 1920

// pngs writes each page of a job as a picture.
func (w *writer) pngs(j job) error {
	i := j.first()
	var renderer raster.Renderer
	if size := w.plan.Pixels; size != (image.Point{}) {
		j.name += fmt.Sprintf("-%dx%dpx", size.X, size.Y)
	}
	for laid := range j.pages(w.ctx) {
		i++
		if err := w.step(j, laid); err != nil {
			return err
		}
		file := File{Path: j.name + ".png", Kind: j.kind, Pages: 1, Detail: j.detail}
		if j.names != nil {
			file.Path = filepath.Join(j.name, j.names[i-j.first()-1]+".png")
		} else if j.count > 1 {
			file.Path = filepath.Join(j.name, fmt.Sprintf("%04d.png", i))
		}
		file.measure(laid.Page)
		picture, err := w.plan.Options.picture(&renderer, laid.Page)
		if err != nil {
			return err
		}
		file.WidthPX, file.HeightPX = picture.Rect.Dx(), picture.Rect.Dy()
		if err := w.create(file.Path, func(out io.Writer) error { return png.Encode(out, picture) }); err != nil {
			return err
		}
		w.files = append(w.files, file)
	}
	return nil
}

// picture draws a page as large as the screen: all of it, in the middle of black, or its middle, so that no pixel is left.
func (o Options) picture(r *raster.Renderer, page *print.Page) (*image.RGBA, error) {
	trim := page.TrimBox()
	if o.Pixels == (image.Point{}) {
		return r.Draw(page, trim, screenPixels/float64(max(trim.W, trim.H)))
	}
	across, down := float64(o.Pixels.X)/float64(trim.W), float64(o.Pixels.Y)/float64(trim.H)
	if !o.Cover {
		return o.centred(r.Draw(page, trim, min(across, down)))
	}
	density := max(across, down)
	seen := print.Rect{W: print.MM(float64(o.Pixels.X) / density), H: print.MM(float64(o.Pixels.Y) / density)}
	seen.X, seen.Y = (trim.W-seen.W)/2, (trim.H-seen.H)/2
	return o.centred(r.Draw(page, seen, density))
}

// centred returns a picture in the middle of all the screen's pixels.
func (o Options) centred(picture *image.RGBA, err error) (*image.RGBA, error) {
	if err != nil || picture.Rect.Size() == o.Pixels {
		return picture, err
	}
	screen := image.NewRGBA(image.Rectangle{Max: o.Pixels})
	draw.Draw(screen, screen.Rect, image.Black, image.Point{}, draw.Src)
	at := o.Pixels.Sub(picture.Rect.Size()).Div(2)
	draw.Draw(screen, picture.Rect.Add(at), picture, image.Point{}, draw.Src)
	return screen, nil
}
