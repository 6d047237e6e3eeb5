package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tiengtrong/app/typing"
	"tiengtrong/ui/widget"
)

// The names of what is remembered of typing Vietnamese.
const (
	prefTyping = "typing"      // the method
	prefTyped  = "typing-last" // the method that the switch turns on
	prefModern = "typing-modern"
)

var typingMethods = []typing.Method{typing.Off, typing.Telex, typing.VNI}

// typingKey switches typing Vietnamese. Where the system's own input method takes this key, ours is not needed.
var typingKey = &desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierControl}

// engine is how keys become Vietnamese. It is off until it is asked for: most machines have UniKey or the like,
// and two at once would spoil each other.
func (w *Window) engine() typing.Engine {
	p := w.app.Preferences()
	return typing.Engine{Method: typing.Method(p.String(prefTyping)), Modern: p.Bool(prefModern)}
}

// useTyping hands the engine to all fields and shows it.
func (w *Window) useTyping() {
	e := w.engine()
	widget.Typist = nil
	if e.Method != typing.Off {
		widget.Typist = (&typing.Typist{Engine: e}).Type
	}
	w.typing.SetText(w.say("typing.state", "method", w.sayMethod(e.Method)))
	w.menu.showTyping(e)
}

func (w *Window) sayMethod(m typing.Method) string {
	if m == typing.Off {
		return w.say("typing.off")
	}
	return w.say("typing." + string(m))
}

func (w *Window) typeWith(m typing.Method) {
	w.app.Preferences().SetString(prefTyping, string(m))
	if m != typing.Off {
		w.app.Preferences().SetString(prefTyped, string(m))
	}
	w.useTyping()
}

// switchTyping turns typing Vietnamese off, or on again as it was.
func (w *Window) switchTyping() {
	if w.engine().Method != typing.Off {
		w.typeWith(typing.Off)
		return
	}
	w.typeWith(typing.Method(w.app.Preferences().StringWithFallback(prefTyped, string(typing.Telex))))
}

// placeTones chooses between hoà, thuý and hòa, thúy.
func (w *Window) placeTones(modern bool) {
	w.app.Preferences().SetBool(prefModern, modern)
	w.useTyping()
}

// typingMenu is the choice of how to type. It holds under a sheet as well, since that has fields too.
func (m *menu) typingMenu(w *Window) []*fyne.MenuItem {
	toggle := fyne.NewMenuItem(w.say("typing.switch"), w.switchTyping)
	toggle.Shortcut = typingKey
	m.typing = fyne.NewMenu("")
	for _, method := range typingMethods {
		m.typing.Items = append(m.typing.Items, fyne.NewMenuItem(w.sayMethod(method), func() { w.typeWith(method) }))
	}
	m.typing.Items = append(m.typing.Items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.say("typing.old"), func() { w.placeTones(false) }),
		fyne.NewMenuItem(w.say("typing.modern"), func() { w.placeTones(true) }))
	choice := fyne.NewMenuItem(w.say("typing.menu"), nil)
	choice.ChildMenu = m.typing
	return []*fyne.MenuItem{choice, toggle}
}

// showTyping ticks what is chosen.
func (m *menu) showTyping(e typing.Engine) {
	for i, method := range typingMethods {
		m.typing.Items[i].Checked = method == e.Method
	}
	places := m.typing.Items[len(typingMethods)+1:]
	places[0].Checked, places[1].Checked = !e.Modern, e.Modern
	m.edit.Refresh()
}
