package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shifter knows whether Shift is held while what it belongs to has the focus.
type shifter struct{ shift bool }

// KeyDown belongs to desktop.Keyable.
func (s *shifter) KeyDown(key *fyne.KeyEvent) { s.shift = s.shift || isShift(key) }

// KeyUp belongs to desktop.Keyable.
func (s *shifter) KeyUp(key *fyne.KeyEvent) { s.shift = s.shift && !isShift(key) }

// shifted tells whether Shift is held.
func (s *shifter) shifted() bool {
	if keys, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return keys.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return s.shift
}

func isShift(key *fyne.KeyEvent) bool {
	return key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight
}
