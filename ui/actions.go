package ui

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/ui/widget"
)

// listAction is what can be done with the chosen thing of a list.
type listAction struct {
	phrase   string
	icon     string
	shortcut fyne.Shortcut
	do       func(lister)
}

// listActions are those of the main menu, of a list's own menu and of its buttons, in this order. nil parts groups.
var listActions = []*listAction{
	{"menu.add", "add", ctrl(fyne.KeyReturn), lister.add},
	{"menu.duplicate", "duplicate", ctrl(fyne.KeyD), lister.duplicate},
	{"menu.up", "up", alt(fyne.KeyUp), func(l lister) { l.move(-1) }},
	{"menu.down", "down", alt(fyne.KeyDown), func(l lister) { l.move(1) }},
	nil,
	{"menu.remove", "remove", ctrl(fyne.KeyDelete), lister.remove},
}

// listItems are the actions as entries of a menu that act on the list that current returns; nil has nothing done.
func (w *Window) listItems(current func() lister) []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, len(listActions))
	for i, a := range listActions {
		if a == nil {
			items[i] = fyne.NewMenuItemSeparator()
			continue
		}
		items[i] = w.item(a.phrase, a.shortcut, func() {
			if l := current(); l != nil {
				a.do(l)
			}
		})
	}
	return items
}

// listMenu offers what can be done with the chosen thing of a list, and more that this list knows.
func (w *Window) listMenu(l lister, more []*fyne.MenuItem, at fyne.Position) {
	items := w.listItems(func() lister { return l })
	if len(more) > 0 {
		items = append(append(more, fyne.NewMenuItemSeparator()), items...)
	}
	w.menuAt(items, at)
}

// menuAt shows a menu at a place of the window, from which the keyboard can choose as well.
func (w *Window) menuAt(items []*fyne.MenuItem, at fyne.Position) {
	w.hush()
	fynewidget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), at)
}

// listTools are a list's buttons: the first with its name.
func (w *Window) listTools(l lister) fyne.CanvasObject {
	row := widget.Row(2)
	for i, a := range listActions {
		switch {
		case a == nil:
		case i == 0:
			row.Add(widget.NewTool(icon(a.icon), w.say(a.phrase), w.tip(a.phrase, a.shortcut), func() { a.do(l) }))
		default:
			row.Add(w.tool(a.icon, a.phrase, func() { a.do(l) }, a.shortcut))
		}
	}
	return row
}

// tool is a button with an icon alone; the shortcut that does the same may be told.
func (w *Window) tool(iconName, phrase string, do func(), shortcut ...fyne.Shortcut) fyne.CanvasObject {
	return widget.NewTool(icon(iconName), "", w.tip(phrase, shortcut...), do)
}
