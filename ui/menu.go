package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tiengtrong/ui/widget"
)

// menu is the main menu. Every shortcut of the program belongs to an entry here: the menu sees the keys before
// the field that has the focus, so that Ctrl+Z is the document's undo and not the field's.
type menu struct {
	main       *fyne.MainMenu
	edit       *fyne.Menu
	typing     *fyne.Menu
	undo, redo *fyne.MenuItem
}

// ctrl is the shortcut with the system's usual modifier.
func ctrl(key fyne.KeyName, also ...fyne.KeyModifier) fyne.Shortcut {
	m := fyne.KeyModifierShortcutDefault
	for _, a := range also {
		m |= a
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: m}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func (w *Window) item(phrase string, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.say(phrase), func() {
		if len(w.sheets) == 0 { // a shortcut reaches the menu even under a sheet
			do()
		}
	})
	item.Shortcut = shortcut
	return item
}

// build makes the menu in the language of the screen.
func (m *menu) build(w *Window) {
	m.undo = w.history("menu.undo", &fyne.ShortcutUndo{}, undoer.Undo, func() { w.stepped("state.undone", w.doc.Undo()) })
	m.redo = w.history("menu.redo", &fyne.ShortcutRedo{}, undoer.Redo, func() { w.stepped("state.redone", w.doc.Redo()) })
	m.edit = fyne.NewMenu(w.say("menu.edit"), m.undo, m.redo, fyne.NewMenuItemSeparator())
	m.edit.Items = append(m.edit.Items, w.listItems(func() lister { return w.pages[w.current].list() })...)
	m.edit.Items = append(m.edit.Items, fyne.NewMenuItemSeparator(),
		w.item("menu.copy-rows", copyAllKey, func() { w.copyRows(true) }),
		fyne.NewMenuItemSeparator(),
		w.item("menu.find-all", ctrl(fyne.KeyF), w.findInEvent),
		w.item("menu.find", ctrl(fyne.KeyF, fyne.KeyModifierShift), func() { w.find() }))
	m.edit.Items = append(append(m.edit.Items, fyne.NewMenuItemSeparator()), m.typingMenu(w)...)
	m.main = fyne.NewMainMenu(m.file(w), m.edit, m.view(w), m.program(w), m.certificates(w), fyne.NewMenu(w.say("menu.help"),
		w.item("menu.manual", &desktop.CustomShortcut{KeyName: fyne.KeyF1}, w.help),
		w.item("menu.tour", nil, w.askTour),
		w.item("menu.shortcuts", nil, func() { w.openManual("shortcuts") }),
		fyne.NewMenuItem(w.say("menu.about"), func() { w.tellSheet(w.say("app.name"), w.say("help.about")) })))
	w.win.SetMainMenu(m.main)
}

func (m *menu) file(w *Window) *fyne.Menu {
	recent := fyne.NewMenuItem(w.say("menu.recent"), nil)
	recent.ChildMenu = fyne.NewMenu("")
	for _, path := range w.recent() {
		recent.ChildMenu.Items = append(recent.ChildMenu.Items, fyne.NewMenuItem(filepath.Base(path), func() {
			w.unsaved(func() { w.openPath(path) })
		}))
	}
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	reopen := w.item("menu.reopen", nil, w.switchReopen)
	reopen.Checked = w.app.Preferences().BoolWithFallback(prefReopen, true)
	quit := w.item("menu.quit", ctrl(fyne.KeyQ), func() { w.unsaved(w.close) })
	quit.IsQuit = true
	return fyne.NewMenu(w.say("menu.file"),
		w.item("menu.new", ctrl(fyne.KeyN), w.askNew),
		w.item("menu.open", ctrl(fyne.KeyO), w.askOpen),
		recent,
		reopen,
		fyne.NewMenuItemSeparator(),
		w.item("menu.save", ctrl(fyne.KeyS), w.save),
		w.item("menu.save-as", ctrl(fyne.KeyS, fyne.KeyModifierShift), w.saveAs),
		fyne.NewMenuItemSeparator(),
		w.item("menu.export", ctrl(fyne.KeyE), func() { w.turnTo("print").(*printPage).export() }),
		fyne.NewMenuItemSeparator(),
		quit)
}

// pageKeys are the shortcuts of the pages, in the order of the sidebar.
var pageKeys = []fyne.Shortcut{ctrl(fyne.Key1), ctrl(fyne.Key2), ctrl(fyne.Key3), ctrl(fyne.Key4), ctrl(fyne.Key5), ctrl(fyne.Key6), ctrl(fyne.Key7)}

func (m *menu) view(w *Window) *fyne.Menu {
	view := fyne.NewMenu(w.say("menu.view"))
	for i, name := range pageNames {
		view.Items = append(view.Items, w.item("page."+string(name), pageKeys[i], func() {
			if p, ok := w.turnTo(name).(starter); ok {
				p.start()
			}
		}))
	}
	view.Items = append(view.Items,
		w.item("menu.next-tab", ctrl(fyne.KeyPageDown), func() { w.turnTab(1) }),
		w.item("menu.previous-tab", ctrl(fyne.KeyPageUp), func() { w.turnTab(-1) }))
	stage := w.item("menu.stage", ctrl(fyne.KeyR, fyne.KeyModifierShift), w.stageNow)
	dark := w.item("menu.dark", nil, w.switchDark)
	dark.Checked = w.prefersDark()
	view.Items = append(view.Items, fyne.NewMenuItemSeparator(),
		w.item("menu.palette", ctrl(fyne.KeyK), w.commands), stage, fyne.NewMenuItemSeparator(),
		w.item("menu.larger", ctrl(fyne.KeyEqual), func() { w.zoom(1) }),
		w.item("menu.smaller", ctrl(fyne.KeyMinus), func() { w.zoom(-1) }),
		w.item("menu.usual-size", ctrl(fyne.Key0), func() { w.zoom(0) }),
		fyne.NewMenuItemSeparator(), dark, fyne.NewMenuItemSeparator())
	for _, code := range languages {
		item := fyne.NewMenuItem(w.say("lang."+code), func() { w.useLanguage(code) })
		item.Checked = code == w.lang
		view.Items = append(view.Items, item)
	}
	return view
}

// tabbed is a page with tabs.
type tabbed interface{ segments() *widget.Segments }

// turnTab shows the next or the last tab of the page.
func (w *Window) turnTab(by int) {
	if p, ok := w.pages[w.current].(tabbed); ok {
		tabs := p.segments()
		if tabs != nil {
			w.win.Canvas().Unfocus() // what has the focus may be hidden now
			tabs.Select((tabs.Selected() + by + tabs.Len()) % tabs.Len())
		}
	}
}

// show names the steps that undo and redo would take.
func (m *menu) show(w *Window) {
	undo, redo := w.say("menu.undo"), w.say("menu.redo")
	if label := w.doc.UndoLabel(); label != "" {
		undo = w.say("menu.undo-step", "step", label)
	}
	if label := w.doc.RedoLabel(); label != "" {
		redo = w.say("menu.redo-step", "step", label)
	}
	if m.undo.Label == undo && m.redo.Label == redo {
		return
	}
	m.undo.Label, m.redo.Label = undo, redo
	m.edit.Refresh()
}

// undoer is a field that keeps what was typed into it.
type undoer interface {
	Undo()
	Redo()
}

// history is a step through what was done to the event; in a field that is no part of it, of a sheet or for searching,
// through what was typed there.
func (w *Window) history(phrase string, shortcut fyne.Shortcut, inField func(undoer), do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.say(phrase), func() {
		focused := w.win.Canvas().Focused()
		field, ok := focused.(undoer)
		if _, search := focused.(*widget.Search); ok && (search || len(w.sheets) > 0) {
			inField(field)
		} else if len(w.sheets) == 0 {
			do()
		}
	})
	item.Shortcut = shortcut
	return item
}

// stepped tells which step was undone or done again: it may concern a page that is not seen.
func (w *Window) stepped(phrase, step string) {
	if step == "" {
		phrase = "state.no-step"
	}
	w.hint(w.say(phrase, "step", step))
}

// starter is a page that gives the focus to where work begins, when people come to it by a key.
type starter interface{ start() }

// finder is a page that can be searched.
type finder interface{ find() fyne.Focusable }

// find puts the cursor into the page's field for searching.
func (w *Window) find() {
	if p, ok := w.pages[w.current].(finder); ok {
		w.win.Canvas().Focus(p.find())
	}
}
