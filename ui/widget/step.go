package widget

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// NewStep returns the number and the name of one step on a way: where one is now, what was done, or what is to come.
func NewStep(number int, name string, now, done bool) fyne.CanvasObject {
	fill, ink, words := ColorSoft, ColorMuted, ColorMuted
	switch {
	case now:
		fill, ink, words = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary, theme.ColorNameForeground
	case done:
		fill, ink = ColorGoodSoft, theme.ColorNameSuccess
	}
	disc := canvas.NewRectangle(colorOf(fill))
	disc.CornerRadius = canvas.RadiusMaximum
	digit := NewWords(fmt.Sprint(number), Look{Size: SizeSmall, Bold: true, Color: ink, Align: fyne.TextAlignCenter, Whole: true})
	label := NewWords(name, Look{Bold: now, Color: words, Whole: true})
	return Row(8, Fixed(container.NewStack(disc, Inset(digit, 3, 0)), 24, 24), Inset(label, 2, 0), Fixed(canvas.NewRectangle(transparent), 12, 0))
}
