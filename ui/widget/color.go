// Package widget holds the pieces of the window that know Fyne but nothing of ceremonies: words, cards, chips,
// entries that parse what is typed, rows that can be reordered, and the like.
package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours beyond Fyne's own that the program's theme answers for.
const (
	ColorCard       fyne.ThemeColorName = "card"       // raised surfaces
	ColorLine       fyne.ThemeColorName = "line"       // thin borders
	ColorMuted      fyne.ThemeColorName = "muted"      // words of second rank
	ColorGold       fyne.ThemeColorName = "gold"       // ornament
	ColorGoldText   fyne.ThemeColorName = "goldText"   // words in gold that can be read on paper
	ColorRail       fyne.ThemeColorName = "rail"       // the lacquer at the top of the sidebar
	ColorRailEnd    fyne.ThemeColorName = "railEnd"    // and at its bottom
	ColorRailText   fyne.ThemeColorName = "railText"   // words on lacquer
	ColorRailMuted  fyne.ThemeColorName = "railMuted"  // words of second rank on lacquer
	ColorRailActive fyne.ThemeColorName = "railActive" // the chosen entry on lacquer
	ColorDesk       fyne.ThemeColorName = "desk"       // what a sheet of paper lies on
	ColorChosen     fyne.ThemeColorName = "chosen"     // the chosen row
	ColorSoft       fyne.ThemeColorName = "soft"       // quiet fills
	ColorGoldSoft   fyne.ThemeColorName = "goldSoft"
	ColorGoodSoft   fyne.ThemeColorName = "goodSoft"
	ColorWarnSoft   fyne.ThemeColorName = "warnSoft"
	ColorBadSoft    fyne.ThemeColorName = "badSoft"
)

// The sizes beyond Fyne's own that the program's theme answers for.
const (
	SizeTitle   fyne.ThemeSizeName = "title"   // the name of a page
	SizeHeading fyne.ThemeSizeName = "heading" // the name of a section
	SizeFigure  fyne.ThemeSizeName = "figure"  // a number to be seen from afar
	SizeSmall   fyne.ThemeSizeName = "small"   // labels and notes
)

// colorOf returns a colour of the current theme.
func colorOf(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// radius rounds the corners of cards and rows.
const radius = 10

// transparent is what the toolkit knows as nothing to draw: any other colour without alpha is drawn, for nothing.
var transparent color.Color = color.Transparent
