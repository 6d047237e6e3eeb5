package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
)

// copier is a page whose list can be copied as rows of a spreadsheet.
type copier interface {
	// copied returns the chosen thing as one row, or all that are listed, under the heads of the columns.
	copied(all bool) [][]string
}

// copyRows copies rows of the page's list, so that a spreadsheet takes them when they are pasted there.
func (w *Window) copyRows(all bool) {
	p, ok := w.pages[w.current].(copier)
	if !ok {
		w.hint(w.say("state.nothing-to-copy"))
		return
	}
	rows := p.copied(all)
	count := len(rows)
	if all {
		count-- // the heads
	}
	if count < 1 {
		w.hint(w.say("state.nothing-to-copy"))
		return
	}
	w.app.Clipboard().SetContent(app.TSV(rows))
	w.hint(w.say("state.copied", "count", fmt.Sprint(count)))
}

// heads are the words of phrases, for the first row.
func (w *Window) heads(phrases ...string) []string {
	words := make([]string, len(phrases))
	for i, phrase := range phrases {
		words[i] = w.say(phrase)
	}
	return words
}

// copyItems are the entries of a list's menu that copy it. The key of the first is heard by the list and not by the main
// menu, since in a field it copies text.
func (w *Window) copyItems() []*fyne.MenuItem {
	return []*fyne.MenuItem{w.item("menu.copy-row", &fyne.ShortcutCopy{}, func() { w.copyRows(false) }),
		w.item("menu.copy-rows", copyAllKey, func() { w.copyRows(true) })}
}

// copyAllKey copies all rows of the list that is seen.
var copyAllKey = ctrl(fyne.KeyC, fyne.KeyModifierShift)
