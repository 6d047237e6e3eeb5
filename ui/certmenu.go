package ui

import "fyne.io/fyne/v2"

// pasteListKey takes rows that were copied from a spreadsheet.
var pasteListKey = ctrl(fyne.KeyV, fyne.KeyModifierShift)

// certificates is the menu of all that is done with lists and certificates.
func (m *menu) certificates(w *Window) *fyne.Menu {
	on := func(do func(p *certificatesPage)) func() {
		return func() { do(w.turnTo("certificates").(*certificatesPage)) }
	}
	onSheets := func(do func(v *paperView)) func() {
		return on(func(p *certificatesPage) { p.tabs.Select(paperTab); do(p.paper) })
	}
	return fyne.NewMenu(w.say("page.certificates"),
		w.item("menu.import-list", ctrl(fyne.KeyI), on(func(p *certificatesPage) { p.roster.importRoster() })),
		w.item("menu.paste-list", pasteListKey, on(func(p *certificatesPage) { p.roster.pasteRoster() })),
		fyne.NewMenuItemSeparator(),
		w.item("menu.next-sheet", alt(fyne.KeyRight), onSheets(func(v *paperView) { v.pager.turn(1) })),
		w.item("menu.previous-sheet", alt(fyne.KeyLeft), onSheets(func(v *paperView) { v.pager.turn(-1) })),
		w.item("paper.longest", ctrl(fyne.KeyL), onSheets((*paperView).toLongest)),
		w.item("paper.next-trouble", ctrl(fyne.KeyG), onSheets((*paperView).toNextTrouble)),
		w.item("menu.print-sheet", ctrl(fyne.KeyP), onSheets((*paperView).print)),
		fyne.NewMenuItemSeparator(),
		w.item("register.issue", ctrl(fyne.KeyB, fyne.KeyModifierAlt), on(func(p *certificatesPage) { p.tabs.Select(registerTab); p.register.askIssue() })),
		w.item("menu.register", ctrl(fyne.KeyB), on(func(p *certificatesPage) { p.tabs.Select(registerTab) })),
		w.item("register.write-book", nil, on(func(p *certificatesPage) { p.register.writeBook() })),
		fyne.NewMenuItemSeparator(),
		w.item("menu.handout", ctrl(fyne.KeyH), on(func(p *certificatesPage) { p.tabs.Select(handoutTab) })),
		w.item("menu.blank", ctrl(fyne.KeyB, fyne.KeyModifierShift), on(func(p *certificatesPage) { p.tabs.Select(blankTab) })),
		w.item("menu.calibrate", ctrl(fyne.KeyJ), w.calibrate),
		w.item("menu.keys", ctrl(fyne.KeyK, fyne.KeyModifierShift), w.keys))
}
