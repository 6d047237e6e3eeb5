package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice is a row of short words of which one is chosen.
type Choice struct {
	widget.BaseWidget
	OnChoose func(i int) // after another one was chosen by hand; may be nil
	words    []*Words
	backs    []*canvas.Rectangle
	box      *fyne.Container
	chosen   int
}

// NewChoice returns a choice of these words, the first of which is chosen.
func NewChoice(words ...string) *Choice {
	c := &Choice{box: Row(2)}
	for i, word := range words {
		text := NewWords(word, Look{Whole: true, Size: SizeSmall, Bold: true})
		back := canvas.NewRectangle(transparent)
		back.CornerRadius, back.StrokeWidth = 7, 1
		c.box.Add(NewTap(container.NewStack(back, Inset(text, 4, 9)), 7, func() { c.Choose(i) }))
		c.words, c.backs = append(c.words, text), append(c.backs, back)
	}
	c.ExtendBaseWidget(c)
	c.paint()
	return c
}

// CreateRenderer belongs to fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.box) }

func (c *Choice) inside() fyne.CanvasObject { return c.box }

// Chosen returns the number of what is chosen.
func (c *Choice) Chosen() int { return c.chosen }

// Choose chooses by number, and tells.
func (c *Choice) Choose(i int) {
	c.Mark(i)
	if c.OnChoose != nil {
		c.OnChoose(i)
	}
}

// Mark shows that one as chosen, and tells nobody.
func (c *Choice) Mark(i int) {
	c.chosen = i
	c.paint()
}

// SetWords changes the words of one.
func (c *Choice) SetWords(i int, words string) {
	if c.words[i].Text() != words {
		c.words[i].SetText(words)
		c.box.Refresh()
	}
}

func (c *Choice) paint() {
	for i, words := range c.words {
		ink, fill, line := ColorMuted, color.Color(transparent), color.Color(transparent)
		if i == c.chosen {
			ink, fill, line = theme.ColorNameForeground, colorOf(ColorChosen), colorOf(theme.ColorNamePrimary)
		}
		words.SetColor(ink)
		c.backs[i].FillColor, c.backs[i].StrokeColor = fill, line
		c.backs[i].Refresh()
	}
}
