package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// offer is one thing that the palette leads to.
type offer struct {
	name  string
	about string // where it belongs; with name it is what people search in
	keys  string // its shortcut
	do    func()
}

// mostOffers is how many offers are shown; who has more types another word.
const mostOffers = 40

// palette is a field with what was found for it below. It stands over the window until something is chosen.
type palette struct {
	w      *Window
	sheet  *sheet
	search *widget.Search
	rows   *widget.Rows
	none   *widget.Words
	found  []offer
	asked  latest[[]offer]
}

// openPalette shows a palette whose offers find makes of what was typed, beside the UI goroutine.
func (w *Window) openPalette(title, hint string, find func(words string) []offer) {
	p := &palette{w: w, none: widget.NewWords("", widget.Look{Color: widget.ColorMuted, Wrap: true})}
	p.asked = latest[[]offer]{jobs: w.jobs, show: p.show}
	p.search = widget.NewSearch(p.key)
	p.search.SetPlaceHolder(hint)
	p.search.OnEdit = func(words string) { p.asked.ask(func() []offer { return find(words) }) }
	p.rows = widget.NewRows(newOfferLine, func(i int, o fyne.CanvasObject) { o.(*offerLine).set(p.found[i], func() { p.run(i) }) })
	p.rows.OnEnter = p.run
	list := widget.Fixed(p.rows, 0, 400)
	p.sheet = w.newSheet(title, 640, widget.Column(10, p.search, p.none, list), button(w.say("answer.close"), false, func() { p.sheet.close() }))
	p.search.OnEdit("")
	w.win.Canvas().Focus(p.search)
}

func (p *palette) show(found []offer) {
	p.found = found
	p.none.SetText("")
	p.none.Hidden = len(found) > 0
	if len(found) == 0 && p.search.Text != "" {
		p.none.SetText(p.w.say("palette.none", "words", p.search.Text))
	}
	p.rows.Display(len(found), min(0, len(found)-1))
}

// paletteSteps are the keys that choose from the list while the cursor stays in the field.
var paletteSteps = map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: 6, fyne.KeyPageUp: -6}

// key chooses from what is found for the words that are typed, which may still be looked for.
func (p *palette) key(name fyne.KeyName) bool {
	switch {
	case paletteSteps[name] != 0:
		p.asked.whenShown(func() { p.step(paletteSteps[name]) })
	case name == fyne.KeyReturn || name == fyne.KeyEnter:
		p.asked.whenShown(func() { p.run(p.rows.Selected()) })
	case name == fyne.KeyEscape:
		p.sheet.close()
	default:
		return false
	}
	return true
}

func (p *palette) step(by int) {
	n := len(p.found)
	p.rows.Display(n, max(min(p.rows.Selected()+by, n-1), min(0, n-1)))
}

func (p *palette) run(i int) {
	if i < 0 || i >= len(p.found) || !p.sheet.popup.Visible() {
		return
	}
	p.sheet.close()
	p.found[i].do()
}

// commands is the palette of all that can be done and gone to.
func (w *Window) commands() {
	actions := menuOffers(w.menu.main)
	e := w.doc.Event()
	w.openPalette(w.say("palette.title"), w.say("palette.hint"), func(words string) []offer {
		found := matching(actions, words)
		if words != "" {
			found = append(found, matching(w.nameOffers(e), words)...)
		}
		return found[:min(len(found), mostOffers)]
	})
}

// menuOffers are the entries of the main menu, so that nothing that the menu can do is missing.
func menuOffers(main *fyne.MainMenu) []offer {
	var list []offer
	var add func(menu *fyne.Menu, path string)
	add = func(menu *fyne.Menu, path string) {
		for _, item := range menu.Items {
			if item.ChildMenu != nil {
				add(item.ChildMenu, path+" › "+item.Label)
			} else if !item.IsSeparator && !item.Disabled {
				list = append(list, menuOffer(item, path))
			}
		}
	}
	for _, menu := range main.Items {
		add(menu, menu.Label)
	}
	return list
}

// menuOffer is an entry of the main menu. The keys that a list hears, and not the menu, stand in its words.
func menuOffer(item *fyne.MenuItem, path string) offer {
	name, keys := item.Label, shortcutWords(item.Shortcut)
	if before, heard, ok := strings.Cut(name, "  ("); ok && keys == "" {
		name, keys = before, strings.TrimSuffix(heard, ")")
	}
	return offer{name, path, keys, item.Action}
}

// nameOffers are the things of the event that have a name.
func (w *Window) nameOffers(e *app.Event) []offer {
	var list []offer
	for text := range e.Texts() {
		if !slices.Contains(nameFields, text.Field) {
			continue
		}
		list = append(list, offer{name: flat(text.Text), about: w.say("kind." + string(text.Subject.Kind)), do: func() { w.goTo(text.Subject) }})
	}
	return list
}

// nameFields are the fields by which people know a thing.
var nameFields = []string{"ceremony-title", "item-title", "slogan-text", "ask-audience", "piece-name", "banner-text", "poster-title",
	"certificate-name", "recipient-name"}

// matching returns the offers that have all the words, those whose name begins with them first.
func matching(offers []offer, words string) []offer {
	key := app.Fold(words)
	if key == "" {
		return offers
	}
	var first, then []offer
	for _, o := range offers {
		name := app.Fold(o.name)
		switch {
		case strings.HasPrefix(name, key):
			first = append(first, o)
		case hasAll(name+" "+app.Fold(o.about), strings.Fields(key)):
			then = append(then, o)
		}
		if len(first) == mostOffers {
			break
		}
	}
	return append(first, then...)
}

func hasAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

// shortcutWords writes a shortcut as keyboards do: "Ctrl+Shift+S".
func shortcutWords(s fyne.Shortcut) string {
	var m fyne.KeyModifier
	var key fyne.KeyName
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		m, key = s.Modifier, s.KeyName
	case fyne.KeyboardShortcut:
		m, key = s.Mod(), s.Key()
	default:
		return ""
	}
	words := ""
	for _, one := range modifierWords {
		if m&one.modifier != 0 {
			words += one.word + "+"
		}
	}
	if word, ok := keyWords[key]; ok {
		return words + word
	}
	return words + string(key)
}

var modifierWords = []struct {
	modifier fyne.KeyModifier
	word     string
}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}}

var keyWords = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→",
	fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyPageUp: "PageUp", fyne.KeyPageDown: "PageDown", fyne.KeyBackspace: "Backspace",
}
