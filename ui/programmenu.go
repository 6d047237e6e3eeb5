package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// orderAction is what can be done with the chosen rows of a running order, besides what every list can do.
type orderAction struct {
	phrase   string
	shortcut fyne.Shortcut
	own      bool // the key is heard by the rows alone: in a field it means something else
	do       func(*runningOrder)
}

var partKey = ctrl(fyne.KeyG, fyne.KeyModifierShift)

// orderActions are those of the program's menu, and of the menu of the rows, in this order. nil parts groups.
var orderActions = []*orderAction{
	{"order.edit", plainKey(fyne.KeyF2), true, func(o *runningOrder) { o.grid.Edit() }},
	{"order.part", partKey, false, (*runningOrder).group},
	{"order.ungroup", ctrl(fyne.KeyU, fyne.KeyModifierShift), false, (*runningOrder).ungroup},
	nil,
	{"order.cut", &fyne.ShortcutCut{}, true, func(o *runningOrder) { o.clip(&fyne.ShortcutCut{}) }},
	{"order.copy", &fyne.ShortcutCopy{}, true, (*runningOrder).copy},
	{"order.paste", &fyne.ShortcutPaste{}, true, (*runningOrder).paste},
	{"order.all", &fyne.ShortcutSelectAll{}, true, func(o *runningOrder) { o.grid.ChooseAll() }},
}

func plainKey(key fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: key} }

// orderItems are the actions as entries of a menu. The main menu would take keys from the fields: there, those of the rows
// only stand in the words.
func (w *Window) orderItems(current func() *runningOrder, ofRows bool) []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, len(orderActions))
	for i, a := range orderActions {
		if a == nil {
			items[i] = fyne.NewMenuItemSeparator()
			continue
		}
		items[i] = w.item(a.phrase, a.shortcut, func() { a.do(current()) })
		if a.own && !ofRows {
			items[i].Shortcut = nil
			items[i].Label += "  (" + shortcutWords(a.shortcut) + ")"
		}
	}
	return items
}

// program is the menu of all that is done with a ceremony's program.
func (m *menu) program(w *Window) *fyne.Menu {
	on := func() *programPage { return w.turnTo("program").(*programPage) }
	items := []*fyne.MenuItem{w.item("program.import", ctrl(fyne.KeyI, fyne.KeyModifierShift), func() { on().importItems() }), fyne.NewMenuItemSeparator()}
	items = append(items, w.orderItems(func() *runningOrder {
		p := on()
		p.tabs.Select(0)
		return p.order
	}, false)...)
	return fyne.NewMenu(w.say("page.program"), items...)
}
