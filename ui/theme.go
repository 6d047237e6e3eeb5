package ui

import (
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/assets"
	"tiengtrong/ui/widget"
)

// lacquer is the program's theme: warm paper, lacquer red and a little gold, as in sơn mài. Its two palettes hold
// to a contrast of at least 4.5:1 between words and what they stand on; a test measures it.
type lacquer struct {
	fyne.Theme
	dark bool
}

func newTheme(dark bool) *lacquer { return &lacquer{theme.DefaultTheme(), dark} }

// Color answers for Fyne's colours and for those of package widget. The variant that the system asks for is
// passed over: the user chose one.
func (t *lacquer) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	palette, variant := light, theme.VariantLight
	if t.dark {
		palette, variant = dark, theme.VariantDark
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return t.Theme.Color(name, variant)
}

// Size answers for Fyne's sizes and for those of package widget, in units of 1/96 inch at a scale of 1.
func (t *lacquer) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return t.Theme.Size(name)
}

// Font sets the whole window in Be Vietnam Pro; Fyne's own monospaced face lacks Vietnamese letters.
func (t *lacquer) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol {
		return t.Theme.Font(style)
	}
	return faces[[2]bool{style.Bold, style.Italic}]
}

// faces are the cuts of the window's type by bold and italic.
var faces = map[[2]bool]fyne.Resource{
	{false, false}: asset("fonts", "be-vietnam-pro/BeVietnamPro_400Regular.ttf"),
	{true, false}:  asset("fonts", "be-vietnam-pro/BeVietnamPro_600SemiBold.ttf"),
	{false, true}:  asset("fonts", "be-vietnam-pro/BeVietnamPro_400Regular_Italic.ttf"),
	{true, true}:   asset("fonts", "be-vietnam-pro/BeVietnamPro_700Bold_Italic.ttf"),
}

// asset returns an embedded file. Its absence is a mistake of the build, found by every test.
func asset(folder, name string) fyne.Resource {
	data, err := fs.ReadFile(assets.Sub(folder), name)
	if err != nil {
		panic(err)
	}
	return fyne.NewStaticResource(name, data)
}

// icon returns one of the program's own icons in the colour of the words around it.
func icon(name string) fyne.Resource { return theme.NewThemedResource(asset("icons", name+".svg")) }

// tinted returns one of the program's own icons in a colour of the theme.
func tinted(name string, c fyne.ThemeColorName) fyne.Resource {
	return theme.NewColoredResource(asset("icons", name+".svg"), c)
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            14,
	theme.SizeNameCaptionText:     12,
	theme.SizeNameSubHeadingText:  17,
	theme.SizeNameHeadingText:     24,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    8,
	theme.SizeNameInputRadius:     7,
	theme.SizeNameButtonRadius:    8,
	theme.SizeNameSelectionRadius: 5,
	theme.SizeNameCardRadius:      10,
	theme.SizeNameDialogRadius:    14,
	theme.SizeNamePopupRadius:     10,
	theme.SizeNameMenuRadius:      8,
	theme.SizeNameInlineIcon:      18,
	theme.SizeNameScrollBar:       10,
	theme.SizeNameScrollBarSmall:  5,
	theme.SizeNameScrollBarRadius: 3,
	theme.SizeNameInputBorder:     1,
	widget.SizeTitle:              24,
	widget.SizeHeading:            16,
	widget.SizeFigure:             28,
	widget.SizeSmall:              12.5,
}

// ink reads a colour as designers write it: 0xrrggbb.
func ink(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// veil is a colour of which only a part is seen, of 255.
func veil(hex uint32, a uint8) color.NRGBA {
	c := ink(hex)
	c.A = a
	return c
}

var light = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          ink(0xfaf6ee),
	theme.ColorNameForeground:          ink(0x2c1f18),
	theme.ColorNamePlaceHolder:         ink(0x776759),
	theme.ColorNameDisabled:            ink(0x7a6b5e),
	theme.ColorNameButton:              ink(0xf1e9dc),
	theme.ColorNameDisabledButton:      ink(0xf3eee5),
	theme.ColorNamePrimary:             ink(0x9d1c20),
	theme.ColorNameForegroundOnPrimary: ink(0xfff6e6),
	theme.ColorNameHyperlink:           ink(0x9d1c20),
	theme.ColorNameHover:               veil(0x6b2a12, 0x12),
	theme.ColorNamePressed:             veil(0x6b2a12, 0x26),
	theme.ColorNameFocus:               veil(0xc8962e, 0x55),
	theme.ColorNameSelection:           veil(0xd9a73c, 0x55),
	theme.ColorNameInputBackground:     ink(0xfffdf9),
	theme.ColorNameInputBorder:         ink(0x948573),
	theme.ColorNameMenuBackground:      ink(0xf6ecdb),
	theme.ColorNameOverlayBackground:   ink(0xfffcf6),
	theme.ColorNameHeaderBackground:    ink(0xf4ecdf),
	theme.ColorNameSeparator:           ink(0xe7dccb),
	theme.ColorNameShadow:              veil(0x3a1d10, 0x1e),
	theme.ColorNameScrollBar:           veil(0x6b5544, 0x80),
	theme.ColorNameScrollBarBackground: veil(0x6b5544, 0x10),
	theme.ColorNameError:               ink(0xb01e1e),
	theme.ColorNameWarning:             ink(0x8a5200),
	theme.ColorNameSuccess:             ink(0x2c6a3a),
	theme.ColorNameForegroundOnError:   ink(0xffffff),
	theme.ColorNameForegroundOnWarning: ink(0xffffff),
	theme.ColorNameForegroundOnSuccess: ink(0xffffff),
	widget.ColorCard:                   ink(0xfffdf9),
	widget.ColorLine:                   ink(0xe7dccb),
	widget.ColorMuted:                  ink(0x6d5d50),
	widget.ColorGold:                   ink(0xc8962e),
	widget.ColorGoldText:               ink(0x7a5206),
	widget.ColorRail:                   ink(0x6e1217),
	widget.ColorRailEnd:                ink(0x2d0a0c),
	widget.ColorRailText:               ink(0xf8ecd6),
	widget.ColorRailMuted:              ink(0xe0bf95),
	widget.ColorRailActive:             veil(0xfff0d2, 0x24),
	widget.ColorDesk:                   ink(0xe6ddd0),
	widget.ColorChosen:                 ink(0xfbeee4),
	widget.ColorSoft:                   ink(0xf1e9dc),
	widget.ColorGoldSoft:               ink(0xf9ecc9),
	widget.ColorGoodSoft:               ink(0xe2f0e0),
	widget.ColorWarnSoft:               ink(0xfbeacb),
	widget.ColorBadSoft:                ink(0xfbe2dd),
}

var dark = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          ink(0x1b1412),
	theme.ColorNameForeground:          ink(0xf4e9da),
	theme.ColorNamePlaceHolder:         ink(0xab9a89),
	theme.ColorNameDisabled:            ink(0x94857a),
	theme.ColorNameButton:              ink(0x382b25),
	theme.ColorNameDisabledButton:      ink(0x2c221e),
	theme.ColorNamePrimary:             ink(0xee8577),
	theme.ColorNameForegroundOnPrimary: ink(0x2b0b0b),
	theme.ColorNameHyperlink:           ink(0xee8577),
	theme.ColorNameHover:               veil(0xffe9c8, 0x12),
	theme.ColorNamePressed:             veil(0xffe9c8, 0x26),
	theme.ColorNameFocus:               veil(0xd9a73c, 0x55),
	theme.ColorNameSelection:           veil(0xd9a73c, 0x48),
	theme.ColorNameInputBackground:     ink(0x201815),
	theme.ColorNameInputBorder:         ink(0x7d6c60),
	theme.ColorNameMenuBackground:      ink(0x2a201c),
	theme.ColorNameOverlayBackground:   ink(0x2a201c),
	theme.ColorNameHeaderBackground:    ink(0x2a201c),
	theme.ColorNameSeparator:           ink(0x41332b),
	theme.ColorNameShadow:              veil(0x000000, 0x50),
	theme.ColorNameScrollBar:           veil(0xd9c6b0, 0x80),
	theme.ColorNameScrollBarBackground: veil(0xd9c6b0, 0x10),
	theme.ColorNameError:               ink(0xff9a8d),
	theme.ColorNameWarning:             ink(0xf0b95c),
	theme.ColorNameSuccess:             ink(0x8fcf96),
	theme.ColorNameForegroundOnError:   ink(0x2b0b0b),
	theme.ColorNameForegroundOnWarning: ink(0x241700),
	theme.ColorNameForegroundOnSuccess: ink(0x0c240f),
	widget.ColorCard:                   ink(0x261c18),
	widget.ColorLine:                   ink(0x41332b),
	widget.ColorMuted:                  ink(0xbaa998),
	widget.ColorGold:                   ink(0xd9a73c),
	widget.ColorGoldText:               ink(0xeac375),
	widget.ColorRail:                   ink(0x5a0f14),
	widget.ColorRailEnd:                ink(0x1f0708),
	widget.ColorRailText:               ink(0xf8ecd6),
	widget.ColorRailMuted:              ink(0xe0bf95),
	widget.ColorRailActive:             veil(0xfff0d2, 0x20),
	widget.ColorDesk:                   ink(0x110c0a),
	widget.ColorChosen:                 ink(0x3a2520),
	widget.ColorSoft:                   ink(0x33271f),
	widget.ColorGoldSoft:               ink(0x46360f),
	widget.ColorGoodSoft:               ink(0x1f3823),
	widget.ColorWarnSoft:               ink(0x442f0c),
	widget.ColorBadSoft:                ink(0x4a211c),
}
