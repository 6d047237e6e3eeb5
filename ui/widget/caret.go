package widget

import (
	"runtime"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// The toolkit keeps the caret as a row and a column of what is shown, and goes wrong where a change breaks the rows
// anew: what is typed next lands elsewhere. A space at which a row was broken, at the end of a line, has no column at all.
// So every change is made here, at a place in the text: the number of characters before it.

var shiftKey = &fyne.KeyEvent{Name: desktop.KeyShiftLeft}

// wordModifier is held for steps of a word.
var wordModifier = func() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierControl
}()

// put moves the toolkit's caret to a place in the text, without drawing it. It may stand behind a space that isn't shown.
func (e *Entry) put(place int) {
	row, begin := 0, 0
	for {
		e.CursorRow, e.CursorColumn = row+1, 0
		next := e.CursorTextOffset() // 0 behind the last row
		if next == 0 || next > place {
			break
		}
		row, begin = row+1, next
	}
	e.CursorRow, e.CursorColumn = row, place-begin
}

// stood is where the caret was put in a text, and where the toolkit shows it.
type stood struct {
	text         string
	place, shown int
}

// stand moves the caret to a place in the text and draws it.
func (e *Entry) stand(place int) {
	row, column := e.CursorRow, e.CursorColumn
	e.put(place)
	if row != e.CursorRow || column != e.CursorColumn {
		e.Refresh()
	}
	e.stood = stood{e.Text, place, e.CursorTextOffset()}
}

// place is where the caret stands in the text. Who goes to the end of a line goes behind a space that isn't shown.
func (e *Entry) place() int {
	shown := e.CursorTextOffset()
	if e.stood.text == e.Text && e.stood.shown == shown {
		return e.stood.place
	}
	return e.behind(shown)
}

// behind is the place, or the one behind it where a space stands between that the toolkit doesn't show.
func (e *Entry) behind(place int) int {
	text := []rune(e.Text)
	if place >= len(text) || text[place] == '\n' || !unicode.IsSpace(text[place]) || place+1 < len(text) && text[place+1] != '\n' {
		return place
	}
	row, column := e.CursorRow, e.CursorColumn
	e.put(place + 1)
	e.Refresh() // brings the caret back to what is shown
	shown := e.CursorTextOffset() > place
	e.CursorRow, e.CursorColumn = row, column
	e.Refresh()
	if shown {
		return place
	}
	return place + 1
}

// span is what is selected; from and to are the caret's place where nothing is. The caret then stands at its end.
func (e *Entry) span() (from, to int) {
	n := len([]rune(e.SelectedText()))
	if n == 0 {
		e.DragEnd() // a selection without length would take the next key
		place := e.place()
		e.put(place)
		return place, place
	}
	e.Entry.KeyUp(shiftKey)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) // to the beginning of the selection
	from = e.CursorTextOffset()
	to = e.behind(from + n)
	e.choose(from, to)
	return from, to
}

// unselect drops the selection, wherever that leads the caret.
func (e *Entry) unselect() {
	e.Entry.KeyUp(shiftKey)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
}

// choose selects a part of the text. The toolkit selects by keys alone.
func (e *Entry) choose(from, to int) {
	e.unselect()
	e.put(from)
	e.Entry.KeyDown(shiftKey)
	step := fyne.KeyLeft
	if from == 0 {
		step = fyne.KeyRight
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: step})
	e.put(to)
	e.DragEnd() // tells the selection of the caret
	e.holdShift()
}

// holdShift has the toolkit know whether Shift is held, and that a selection would begin here.
func (e *Entry) holdShift() {
	e.Entry.KeyUp(shiftKey)
	if e.shift {
		e.Entry.KeyDown(shiftKey)
	}
}

// replace puts other text in the place of a part, as one change. The caret stands behind it.
func (e *Entry) replace(from, to int, with string) {
	if e.Disabled() || from == to && with == "" {
		return
	}
	if from < to {
		e.choose(from, to)
	} else {
		e.put(from)
	}
	if n := len([]rune(e.SelectedText())); n > to-from { // it took a space with it that isn't shown
		e.replace(from-1, to, " "+with)
		return
	}
	switch runes := []rune(with); len(runes) {
	case 0:
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	case 1:
		e.Entry.TypedRune(runes[0]) // the field's own undo takes a word at a time
	default:
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &slip{with}})
	}
	e.stand(from + len([]rune(with)))
	e.holdShift()
}

// write puts a text in the place of the selection, or at the caret.
func (e *Entry) write(text string) {
	from, to := e.span()
	e.replace(from, to, text)
}

// erase takes away what is selected, or the text between the caret and another place.
func (e *Entry) erase(other func(text []rune, place int) int) {
	from, to := e.span()
	if from == to {
		place := other([]rune(e.Text), from)
		from, to = min(from, place), max(from, place)
	}
	e.replace(from, to, "")
}

func charBefore(_ []rune, place int) int { return max(place-1, 0) }

func charBehind(text []rune, place int) int { return min(place+1, len(text)) }

// wordBefore is where the word before a place begins.
func wordBefore(text []rune, place int) int {
	for place > 0 && !inWord(text[place-1]) {
		place--
	}
	for place > 0 && inWord(text[place-1]) {
		place--
	}
	return place
}

// wordBehind is where the word behind a place ends.
func wordBehind(text []rune, place int) int {
	for place < len(text) && !inWord(text[place]) {
		place++
	}
	for place < len(text) && inWord(text[place]) {
		place++
	}
	return place
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// slip is a clipboard for one text.
type slip struct{ text string }

// Content belongs to fyne.Clipboard.
func (s *slip) Content() string { return s.text }

// SetContent belongs to fyne.Clipboard.
func (s *slip) SetContent(text string) { s.text = text }

// TypedShortcut belongs to fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	defer e.follow()
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		e.paste(s.Clipboard.Content())
	case *fyne.ShortcutCut:
		e.cut(s.Clipboard)
	case *fyne.ShortcutCopy:
		if e.SelectedText() != "" && !e.Disabled() {
			e.span() // with a space that isn't shown
		}
		e.Entry.TypedShortcut(s)
	case *desktop.CustomShortcut:
		e.step(s)
	default:
		e.Entry.TypedShortcut(s)
	}
}

// paste writes a text of whatever system; a field of one line takes it as one line.
func (e *Entry) paste(text string) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if e.single || !e.MultiLine {
		text = strings.ReplaceAll(text, "\n", " ")
	}
	if text != "" {
		e.write(text)
	}
}

func (e *Entry) cut(to fyne.Clipboard) {
	if e.SelectedText() != "" && !e.Disabled() {
		e.span()
		to.SetContent(e.SelectedText())
		e.erase(charBefore)
	}
}

// step goes by words, or to an end of the text, and erases words.
func (e *Entry) step(s *desktop.CustomShortcut) {
	far := s.Modifier&^fyne.KeyModifierShift == wordModifier
	switch {
	case far && s.KeyName == fyne.KeyBackspace:
		e.erase(wordBefore)
	case far && s.KeyName == fyne.KeyDelete:
		e.erase(wordBehind)
	case far && s.KeyName == fyne.KeyHome:
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	case far && s.KeyName == fyne.KeyEnd:
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	case far && s.KeyName == fyne.KeyLeft:
		e.stepTo(s, wordBefore([]rune(e.Text), e.place()))
	case far && s.KeyName == fyne.KeyRight:
		e.stepTo(s, wordBehind([]rune(e.Text), e.place()))
	default:
		e.Entry.TypedShortcut(s)
	}
}

// stepTo lets the toolkit begin or end a selection, and goes to the place itself.
func (e *Entry) stepTo(s *desktop.CustomShortcut, place int) {
	e.Entry.TypedShortcut(s)
	e.put(place)
	e.Refresh()
}

// MouseDown belongs to desktop.Mouseable. The view stays where the button was pressed, whatever of the field it shows.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	if e.seat == nil {
		e.Entry.MouseDown(m)
		return
	}
	offset := e.seat.view.Offset
	e.Entry.MouseDown(m)
	e.seat.view.ScrollToOffset(offset)
	e.follow()
}

// KeyDown belongs to desktop.Keyable.
func (e *Entry) KeyDown(key *fyne.KeyEvent) {
	e.shifter.KeyDown(key)
	e.Entry.KeyDown(key)
}

// KeyUp belongs to desktop.Keyable.
func (e *Entry) KeyUp(key *fyne.KeyEvent) {
	e.shifter.KeyUp(key)
	e.Entry.KeyUp(key)
}

// Mark puts the cursor behind a part of the text and selects it: length characters from the given one, the first being 0.
func (e *Entry) Mark(from, length int) {
	defer e.follow()
	n := len([]rune(e.Text))
	from = min(from, n)
	to := min(from+length, n)
	if from < to {
		e.choose(from, to)
		e.Refresh()
		return
	}
	e.unselect()
	e.stand(to)
}
