package widget

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// slab is a rounded area with a border. Where no graphics card helps, each pixel of a rounded area costs several times one of
// a plain area. So the middle of a large one is plain, and only its rim is rounded: the same area, seen through a view along
// each edge. What is seen is the same to the pixel.
type slab struct {
	widget.BaseWidget
	fill, border color.Color // border nil for none
	corner       float32
}

func newSlab(fill, border fyne.ThemeColorName, corner float32) *slab {
	s := &slab{fill: colorOf(fill), corner: corner}
	if border != "" {
		s.border = colorOf(border)
	}
	s.ExtendBaseWidget(s)
	return s
}

// whole returns the area in one piece.
func (s *slab) whole() *canvas.Rectangle {
	r := canvas.NewRectangle(s.fill)
	r.CornerRadius = s.corner
	if s.border != nil {
		r.StrokeColor, r.StrokeWidth = s.border, 1
	}
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (s *slab) CreateRenderer() fyne.WidgetRenderer {
	whole := s.whole()
	return &slabRenderer{slab: s, whole: whole, parts: []fyne.CanvasObject{whole}}
}

type slabRenderer struct {
	slab   *slab
	whole  *canvas.Rectangle
	middle *canvas.Rectangle // this and the views are made when the area is large for the first time
	views  []*container.Clip // at the left, at the top, at the bottom, at the right
	parts  []fyne.CanvasObject
}

func (r *slabRenderer) Destroy()                     {}
func (r *slabRenderer) MinSize() fyne.Size           { return r.whole.MinSize() }
func (r *slabRenderer) Objects() []fyne.CanvasObject { return r.parts }
func (r *slabRenderer) Refresh()                     { canvas.Refresh(r.slab) }

const (
	// rim is how wide a view is: wider than any corner. It is whole pixels at every size of the window that people can
	// choose, and so are its multiples: views meet without a seam.
	rim = 20
	// largeSlab is the area from which views cost less than they spare, in square units.
	largeSlab = 40_000
)

// Layout belongs to fyne.WidgetRenderer.
func (r *slabRenderer) Layout(size fyne.Size) {
	if size.Width < 3*rim || size.Height < 3*rim || size.Width*size.Height < largeSlab {
		r.parts = []fyne.CanvasObject{r.whole}
		r.whole.Resize(size)
		return
	}
	if r.middle == nil {
		r.middle = canvas.NewRectangle(r.slab.fill)
		for range 4 {
			r.views = append(r.views, container.NewClip(container.NewWithoutLayout(r.slab.whole())))
		}
	}
	r.middle.Move(fyne.NewPos(rim/2, rim/2))
	r.middle.Resize(size.SubtractWidthHeight(rim, rim))
	// Views reach beyond the edges, where the border fades. They meet side by side, since what is scrolled cuts them across.
	wide, high := rim*float32(math.Floor(float64(size.Width/rim))-2), size.Height+2*rim
	r.view(0, fyne.NewPos(-rim, -rim), fyne.NewSize(2*rim, high), size)
	r.view(1, fyne.NewPos(rim, -rim), fyne.NewSize(wide, 2*rim), size)
	r.view(2, fyne.NewPos(rim, size.Height-rim), fyne.NewSize(wide, 2*rim), size)
	r.view(3, fyne.NewPos(rim+wide, -rim), fyne.NewSize(3*rim, high), size)
	r.parts = []fyne.CanvasObject{r.middle, r.views[0], r.views[1], r.views[2], r.views[3]}
}

// view lets a part of an area of that size be seen.
func (r *slabRenderer) view(i int, at fyne.Position, part, size fyne.Size) {
	r.views[i].Move(at)
	r.views[i].Resize(part)
	area := r.views[i].Content.(*fyne.Container).Objects[0]
	area.Move(fyne.Position{}.Subtract(at))
	area.Resize(size)
}
