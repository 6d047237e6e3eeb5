package widget

import (
	_ "embed"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// plane is a filled area with round corners and a border. It looks as the toolkit's own rectangle does; that one's program
// makes a shadow too, for each pixel, seen or not, and where no graphics card helps a pixel of this one costs three fifths.
type plane struct {
	widget.BaseWidget
	shader *canvas.Shader
}

//go:embed plane.glsl
var planeSource string

const (
	desktopGL  = "#version 110\n"
	embeddedGL = "#version 100\nprecision highp float;\n"
)

// newPlane returns an area of one colour with corners of that radius.
func newPlane(fill color.Color, corner float32) *plane {
	p := &plane{shader: canvas.NewShader("plane", []byte(desktopGL+planeSource), []byte(embeddedGL+planeSource))}
	p.shader.Uniforms = map[string]float32{"corner": corner, "line": 0, "over": 0} // what is not told stays as another plane told it
	p.color("fill", fill)
	p.color("line", transparent)
	p.ExtendBaseWidget(p)
	return p
}

// border puts a border of that width at the edge.
func (p *plane) border(c color.Color, width float32) {
	p.color("line", c)
	p.shader.Uniforms["line"] = width
}

// over draws the border over the area instead of beside it.
func (p *plane) over() { p.shader.Uniforms["over"] = 1 }

func (p *plane) color(name string, c color.Color) {
	n := color.NRGBA64Model.Convert(c).(color.NRGBA64)
	for part, v := range map[string]uint16{"R": n.R, "G": n.G, "B": n.B, "A": n.A} {
		p.shader.Uniforms[name+part] = float32(v) / 0xffff
	}
}

// Resize belongs to fyne.CanvasObject.
func (p *plane) Resize(size fyne.Size) {
	p.shader.Uniforms["width"], p.shader.Uniforms["height"] = size.Width, size.Height
	p.BaseWidget.Resize(size)
}

// CreateRenderer belongs to fyne.Widget.
func (p *plane) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.shader) }

// planeRenderer draws one of the toolkit's controls with a plane in place of the area with which it begins, and of the border that
// is drawn over it.
type planeRenderer struct {
	fyne.WidgetRenderer
	area   *canvas.Rectangle
	border *canvas.Rectangle // nil where there is none
	plane  *plane
}

func onPlane(control fyne.WidgetRenderer) *planeRenderer {
	objects := control.Objects()
	r := &planeRenderer{WidgetRenderer: control, area: objects[0].(*canvas.Rectangle)}
	if border, ok := objects[1].(*canvas.Rectangle); ok && border.StrokeWidth > 0 {
		r.border = border
	}
	r.plane = newPlane(r.area.FillColor, r.area.CornerRadius)
	r.plane.over()
	r.match()
	return r
}

// match gives the plane the place and the colours of what it stands for.
func (r *planeRenderer) match() {
	outer := r.area
	r.plane.color("fill", r.area.FillColor)
	if r.border != nil {
		outer = r.border
		r.plane.border(r.border.StrokeColor, r.border.StrokeWidth)
	}
	r.plane.Move(outer.Position())
	r.plane.Resize(outer.Size())
}

// Objects belongs to fyne.WidgetRenderer.
func (r *planeRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.plane}
	for _, o := range r.WidgetRenderer.Objects() {
		if o != r.area && o != r.border {
			objects = append(objects, o)
		}
	}
	return objects
}

// Layout belongs to fyne.WidgetRenderer.
func (r *planeRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.match()
}

// Refresh belongs to fyne.WidgetRenderer.
func (r *planeRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.match()
}
