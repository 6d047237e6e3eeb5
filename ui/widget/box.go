package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// Card returns the content on a raised surface with a thin border.
func Card(content fyne.CanvasObject) *fyne.Container {
	return Surface(ColorCard, ColorLine, radius, Inset(content, 16, 18))
}

// Surface returns the content on a rounded area with a border; border "" means none.
func Surface(fill, border fyne.ThemeColorName, corner float32, content fyne.CanvasObject) *fyne.Container {
	p := newPlane(colorOf(fill), corner)
	if border != "" {
		p.border(colorOf(border), 1)
	}
	return container.NewStack(p, content)
}

// Inset returns the content with room above and below, and at its sides.
func Inset(content fyne.CanvasObject, vertical, horizontal float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(vertical, vertical, horizontal, horizontal), content)
}

// Column sets things one under the other with a gap between them.
func Column(gap float32, things ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), things...)
}

// Row sets things side by side with a gap between them.
func Row(gap float32, things ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), things...)
}

// Fixed gives the content this width, or this height, or both; 0 leaves it as it is.
func Fixed(content fyne.CanvasObject, width, height float32) *fyne.Container {
	return container.New(fixedLayout{width, height}, content)
}

type fixedLayout struct{ width, height float32 }

func (l fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (l fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	if l.width > 0 {
		m.Width = l.width
	}
	if l.height > 0 {
		m.Height = l.height
	}
	return m
}

// Columns sets things side by side in columns of equal width with a gap between them; all rows of one height each.
func Columns(n int, gap float32, things ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnsLayout{n, gap}, things...)
}

type columnsLayout struct {
	n   int
	gap float32
}

func (l *columnsLayout) rows(objects []fyne.CanvasObject) (heights []float32, width float32) {
	i := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if i%l.n == 0 {
			heights = append(heights, 0)
		}
		m := o.MinSize()
		heights[i/l.n] = max(heights[i/l.n], m.Height)
		width = max(width, m.Width)
		i++
	}
	return heights, width
}

func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	heights, _ := l.rows(objects)
	width := (size.Width - l.gap*float32(l.n-1)) / float32(l.n)
	i, y := 0, float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if i > 0 && i%l.n == 0 {
			y += heights[i/l.n-1] + l.gap
		}
		o.Move(fyne.NewPos(float32(i%l.n)*(width+l.gap), y))
		o.Resize(fyne.NewSize(width, heights[i/l.n]))
		i++
	}
}

func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	heights, width := l.rows(objects)
	total := fyne.NewSize(width*float32(l.n)+l.gap*float32(l.n-1), 0)
	for i, h := range heights {
		if i > 0 {
			total.Height += l.gap
		}
		total.Height += h
	}
	return total
}

// Scrolled returns the content in a view that scrolls up and down, with room for the bar at its right.
func Scrolled(content fyne.CanvasObject, above float32) *container.Scroll {
	return NewView(container.New(layout.NewCustomPaddedLayout(above, 16, 1, 14), content))
}

// Framed puts a border around a field that has none of its own.
func Framed(field fyne.CanvasObject) *fyne.Container {
	p := newPlane(transparent, theme.InputRadiusSize())
	p.border(colorOf(theme.ColorNameInputBorder), theme.InputBorderSize())
	p.over()
	return container.NewStack(Inset(field, -1, 0), p)
}

// Border lays things along the edges of what is in the middle. Tab goes through them as people read, from above to below and from
// left to right; in the toolkit's own border it would begin in the middle.
func Border(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	box := container.New(layout.NewBorderLayout(top, bottom, left, right))
	for _, part := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if part != nil {
			box.Add(part)
		}
	}
	return box
}
