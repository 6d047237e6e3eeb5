package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// RailEntry is one entry of the sidebar: an icon, a name, and a small number at its right.
type RailEntry struct {
	*Tap
	back  *canvas.Rectangle
	mark  *canvas.Rectangle
	words *Words
	count *Words
}

// NewRailEntry returns an entry of the sidebar.
func NewRailEntry(icon fyne.Resource, name string, onTap func()) *RailEntry {
	e := &RailEntry{
		back:  canvas.NewRectangle(transparent),
		mark:  canvas.NewRectangle(transparent),
		words: NewWords(name, Look{Color: ColorRailText}),
		count: NewWords("", Look{Color: ColorRailMuted, Size: SizeSmall, Whole: true}),
	}
	e.back.CornerRadius, e.mark.CornerRadius = 8, 2
	e.mark.SetMinSize(fyne.NewSize(3, 20))
	line := container.NewBorder(nil, nil, Fixed(widget.NewIcon(icon), 20, 20), container.NewCenter(e.count), Inset(e.words, 0, 11))
	row := container.NewStack(e.back,
		container.NewBorder(nil, nil, container.NewCenter(e.mark), nil, Inset(line, 10, 10)))
	e.Tap = NewTap(row, 8, onTap)
	return e
}

// SetChosen marks the entry of the page that is seen.
func (e *RailEntry) SetChosen(chosen bool) {
	e.back.FillColor, e.mark.FillColor = transparent, transparent
	if chosen {
		e.back.FillColor, e.mark.FillColor = colorOf(ColorRailActive), colorOf(ColorGold)
	}
	e.words.SetBold(chosen)
	e.back.Refresh()
	e.mark.Refresh()
}

// SetCount shows a small number, or nothing.
func (e *RailEntry) SetCount(text string) { e.count.SetText(text) }
