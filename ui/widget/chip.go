package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tone is the mood of a chip or a note.
type Tone int

// The tones.
const (
	Quiet Tone = iota
	Golden
	Good
	Warn
	Bad
)

// tones gives each tone its fill and its words' colour.
var tones = map[Tone][2]fyne.ThemeColorName{
	Quiet:  {ColorSoft, ColorMuted},
	Golden: {ColorGoldSoft, ColorGoldText},
	Good:   {ColorGoodSoft, theme.ColorNameSuccess},
	Warn:   {ColorWarnSoft, theme.ColorNameWarning},
	Bad:    {ColorBadSoft, theme.ColorNameError},
}

// Ink returns the colour of words in that tone.
func (t Tone) Ink() fyne.ThemeColorName { return tones[t][1] }

// Chip is a short word in a pill.
type Chip struct {
	widget.BaseWidget
	back  *canvas.Rectangle
	words *Words
	box   fyne.CanvasObject
}

// NewChip returns a chip.
func NewChip(text string, tone Tone) *Chip {
	c := &Chip{back: canvas.NewRectangle(nil), words: NewWords("", Look{Size: SizeSmall, Bold: true, Whole: true})}
	c.back.CornerRadius = canvas.RadiusMaximum
	c.box = container.NewStack(c.back, Inset(c.words, 2, 9))
	c.ExtendBaseWidget(c)
	c.Set(text, tone)
	return c
}

// Set changes word and tone; an empty word hides the chip.
func (c *Chip) Set(text string, tone Tone) {
	c.words.SetText(text)
	c.words.SetColor(tones[tone][1])
	c.back.FillColor = colorOf(tones[tone][0])
	c.back.Refresh()
	if text == "" {
		c.Hide()
	} else {
		c.Show()
	}
}

// CreateRenderer belongs to fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.box) }
