package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/ui/widget"
)

func TestContrast(t *testing.T) {
	surfaces := []fyne.ThemeColorName{theme.ColorNameBackground, widget.ColorCard, widget.ColorChosen, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground}
	words := []fyne.ThemeColorName{theme.ColorNameForeground, widget.ColorMuted, theme.ColorNamePlaceHolder, widget.ColorGoldText, theme.ColorNameError,
		theme.ColorNameWarning, theme.ColorNameSuccess, theme.ColorNamePrimary}
	pairs := [][2]fyne.ThemeColorName{
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary}, {theme.ColorNameForeground, theme.ColorNameButton},
		{widget.ColorRailText, widget.ColorRail}, {widget.ColorRailMuted, widget.ColorRail}, {widget.ColorRailText, widget.ColorRailEnd},
		{widget.ColorMuted, widget.ColorSoft}, {widget.ColorGoldText, widget.ColorGoldSoft}, {theme.ColorNameForeground, widget.ColorGoldSoft},
		{theme.ColorNameSuccess, widget.ColorGoodSoft}, {theme.ColorNameWarning, widget.ColorWarnSoft}, {theme.ColorNameError, widget.ColorBadSoft},
		{theme.ColorNameForegroundOnError, theme.ColorNameError},
	}
	for _, s := range surfaces {
		for _, w := range words {
			pairs = append(pairs, [2]fyne.ThemeColorName{w, s})
		}
	}
	controls := []fyne.ThemeColorName{theme.ColorNameBackground, widget.ColorCard, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground}
	for _, isDark := range []bool{false, true} {
		th := newTheme(isDark)
		for _, p := range pairs {
			if r := contrast(th.Color(p[0], 0), th.Color(p[1], 0)); r < 4.5 {
				t.Errorf("dark %v: %s on %s has a contrast of %.2f", isDark, p[0], p[1], r)
			}
		}
		for _, s := range controls { // the frames of fields and check boxes: WCAG 2.1, 1.4.11
			if r := contrast(th.Color(theme.ColorNameInputBorder, 0), th.Color(s, 0)); r < 3 {
				t.Errorf("dark %v: a field's frame on %s has a contrast of %.2f", isDark, s, r)
			}
		}
	}
}
