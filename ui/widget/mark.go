package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Mark puts the cursor behind a part of the text and selects it: length characters from the given one, the first being 0.
// The toolkit selects by keys alone.
func (e *Entry) Mark(from, length int) {
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp}) // drops the selection
	e.goTo(from)
	if length == 0 {
		return
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	e.KeyDown(shift)
	e.goTo(from + length)
	e.KeyUp(shift)
}

// goTo moves the cursor forward to a place in the text. A line that was broken may take a step without a character.
func (e *Entry) goTo(place int) {
	for range 2 * len(e.Text) {
		if e.CursorTextOffset() >= place {
			return
		}
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
}
