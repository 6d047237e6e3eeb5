package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Segments lets people choose one of a few views, of which one is seen.
type Segments struct {
	widget.BaseWidget
	OnSelect func(i int) // after the view changed; may be nil
	views    []fyne.CanvasObject
	words    []*Words
	marks    []*canvas.Rectangle
	box      *fyne.Container
	stack    *fyne.Container
	selected int
}

// NewSegments returns a choice of views under a bar with their names.
func NewSegments(names []string, views []fyne.CanvasObject) *Segments {
	s := &Segments{views: views, stack: container.NewStack(views...)}
	bar := Row(6)
	for i, name := range names {
		words := NewWords(name, Look{Whole: true, Bold: true, Color: ColorMuted})
		mark := canvas.NewRectangle(transparent)
		mark.CornerRadius = 2
		mark.SetMinSize(fyne.NewSize(10, 3))
		tab := container.NewBorder(nil, mark, nil, nil, Inset(words, 7, 8))
		bar.Add(NewTap(tab, 6, func() { s.Select(i) }))
		s.words, s.marks = append(s.words, words), append(s.marks, mark)
	}
	line := canvas.NewRectangle(colorOf(ColorLine))
	line.SetMinSize(fyne.NewSize(1, 1))
	s.box = Border(Column(0, bar, line), nil, nil, nil, s.stack)
	s.ExtendBaseWidget(s)
	s.show(0)
	return s
}

// CreateRenderer belongs to fyne.Widget.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.box) }

func (s *Segments) inside() fyne.CanvasObject { return s.box }

// Selected returns the number of the view that is seen.
func (s *Segments) Selected() int { return s.selected }

// Len returns the number of views.
func (s *Segments) Len() int { return len(s.views) }

// Select shows the view with that number.
func (s *Segments) Select(i int) {
	s.show(i)
	if s.OnSelect != nil {
		s.OnSelect(i)
	}
}

func (s *Segments) show(i int) {
	s.selected = i
	for k, view := range s.views {
		color, mark := ColorMuted, transparent
		view.Hide()
		if k == i {
			view.Show()
			color = theme.ColorNameForeground
		}
		s.words[k].SetColor(color)
		s.marks[k].FillColor = mark
		if k == i {
			s.marks[k].FillColor = colorOf(theme.ColorNamePrimary)
		}
		s.marks[k].Refresh()
	}
}
