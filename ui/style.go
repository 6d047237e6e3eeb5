package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/print"
	"tiengtrong/print/raster"
	"tiengtrong/ui/widget"
)

// style is the field for a look: each is offered as a swatch of its own inks.
func (f *form[T]) style(styles []print.Style, at func(*T) *string) fyne.CanvasObject {
	const field = "field.piece-style"
	box := container.New(layout.NewRowWrapLayoutWithCustomPadding(8, 8))
	swatches := map[string]*swatch{}
	for _, style := range styles {
		s := newSwatch(style, style.Names[f.w.lang], func() {
			if t := f.read(f.w.doc.Event()); t != nil && *at(t) != style.Code {
				f.edit(field, func(t *T) { *at(t) = style.Code })
			}
		})
		swatches[style.Code] = s
		box.Add(s)
	}
	f.shows = append(f.shows, func(t *T) {
		for code, s := range swatches {
			s.choose(code == *at(t))
		}
	})
	return f.w.labelled(field, box)
}

// swatch shows the inks of a style: its ground, its title and its accent, over its name.
type swatch struct {
	*widget.Tap
	frame *canvas.Rectangle
	name  *widget.Words
}

const swatchWidth, swatchHeight = 78, 40

func newSwatch(style print.Style, name string, do func()) *swatch {
	ground, accent := canvas.NewRectangle(raster.RGB(style.Inks.Ground)), canvas.NewRectangle(raster.RGB(style.Inks.Accent))
	ground.CornerRadius = 6
	ground.StrokeWidth, ground.StrokeColor = 1, theme.Color(widget.ColorLine)
	accent.CornerRadius = 2
	title := canvas.NewText("Ẫa", raster.RGB(style.Inks.Title))
	title.TextStyle.Bold, title.TextSize, title.Alignment = true, 18, fyne.TextAlignCenter
	bar := container.NewVBox(spacer(), widget.Inset(widget.Fixed(accent, 0, 3), 4, 12))
	s := &swatch{
		frame: canvas.NewRectangle(nil),
		name:  widget.NewWords(name, widget.Look{Size: widget.SizeSmall, Align: fyne.TextAlignCenter}),
	}
	s.frame.CornerRadius = 9
	picture := widget.Fixed(container.NewStack(ground, widget.Inset(title, 0, 0), bar), swatchWidth, swatchHeight)
	s.Tap = widget.NewTap(container.NewStack(s.frame, widget.Inset(widget.Column(3, picture, s.name), 4, 4)), 9, do)
	return s
}

func (s *swatch) choose(on bool) {
	s.frame.StrokeWidth, s.frame.StrokeColor = 0, nil
	color := widget.ColorMuted
	if on {
		s.frame.StrokeWidth, s.frame.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
		color = theme.ColorNameForeground
	}
	s.name.SetColor(color)
	s.frame.Refresh()
}
