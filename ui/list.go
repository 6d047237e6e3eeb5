package ui

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// lister is a list that the menu's commands act on.
type lister interface {
	add()
	duplicate()
	remove()
	move(delta int)
}

// listEdit edits one list of the event, in which one thing is chosen.
type listEdit[T app.Identified] struct {
	w      *Window
	noun   string                                   // phrase that names a thing of the list, for undo
	of     func(*app.Event) *[]T                    // the list in any version, or nil where it is gone
	fresh  func(*app.Event) T                       // a new thing
	twin   func(*app.Event, T) T                    // a copy of a thing for the same list, with an identity of its own
	write  func(e *app.Event, change func([]T) []T) // changes the list of a clone; nil: of's list in place
	chosen app.ID
	all    func() []app.ID         // that are chosen, where several can be; nil: the one
	place  int                     // where the chosen thing stood last, for when it is gone
	shown  func()                  // shows the page anew after another thing was chosen
	more   func() []*fyne.MenuItem // that the list's menu offers besides; may be nil
	began  func()                  // after a new thing was added: puts the cursor into its first field; may be nil
}

// items returns the list in a version of the event.
func (l *listEdit[T]) items(e *app.Event) []T {
	if list := l.of(e); list != nil {
		return *list
	}
	return nil
}

// settle makes sure that a thing of the list is chosen, if it has any, and returns its place, or -1.
func (l *listEdit[T]) settle(e *app.Event) int {
	list := l.items(e)
	if i := app.Index(list, l.chosen); i >= 0 {
		l.place = i
		return i
	}
	if len(list) == 0 {
		l.chosen = app.ID{}
		return -1
	}
	l.place = min(max(l.place, 0), len(list)-1)
	l.chosen = list[l.place].Identity()
	return l.place
}

// current returns the chosen thing in a version of the event, or nil.
func (l *listEdit[T]) current(e *app.Event) *T {
	list := l.of(e)
	if list == nil {
		return nil
	}
	return app.Find(*list, l.chosen)
}

// key tells the chosen thing apart from others, for undo.
func (l *listEdit[T]) key() string { return l.chosen.String() }

// choose chooses the thing at a place.
func (l *listEdit[T]) choose(i int) {
	list := l.items(l.w.doc.Event())
	if i >= 0 && i < len(list) && list[i].Identity() != l.chosen {
		l.chosen, l.place = list[i].Identity(), i
		l.shown()
		l.w.noticed()
	}
}

// pick chooses the thing with that identity.
func (l *listEdit[T]) pick(id app.ID) { l.choose(app.Index(l.items(l.w.doc.Event()), id)) }

// insert puts a thing after the chosen one and chooses it.
func (l *listEdit[T]) insert(action string, v T) {
	if l.of(l.w.doc.Event()) == nil {
		return
	}
	after := l.chosen
	l.chosen = v.Identity()
	l.edit(action, func(list []T) []T { return app.InsertAfter(list, after, v) })
}

func (l *listEdit[T]) edit(action string, change func([]T) []T) {
	label := l.w.say("undo."+action, "thing", l.w.say(l.noun))
	l.w.doc.Edit(label, "", func(e *app.Event) {
		if l.write != nil {
			l.write(e, change)
		} else if list := l.of(e); list != nil {
			*list = change(*list)
		}
	})
}

func (l *listEdit[T]) add() {
	l.insert("add", l.fresh(l.w.doc.Event()))
	if l.began != nil {
		l.began()
	}
}

func (l *listEdit[T]) duplicate() {
	e := l.w.doc.Event()
	if t := l.current(e); t != nil {
		l.insert("duplicate", l.twin(e, *t))
	}
}

func (l *listEdit[T]) remove() {
	if l.current(l.w.doc.Event()) == nil {
		return
	}
	gone := []app.ID{l.chosen}
	if l.all != nil {
		gone = l.all()
		l.place = app.Index(l.items(l.w.doc.Event()), gone[0]) // what comes after the first of them is chosen then
	}
	l.edit("remove", func(list []T) []T { return app.Remove(list, gone...) })
}

func (l *listEdit[T]) move(delta int) {
	list := l.items(l.w.doc.Event())
	to := app.Index(list, l.chosen) + delta
	if l.current(l.w.doc.Event()) == nil || to < 0 || to >= len(list) {
		return
	}
	moved := l.chosen
	l.edit("move", func(list []T) []T { return app.Move(list, moved, delta) })
}

// rows connects the list with what shows it.
func (l *listEdit[T]) rows(rows *widget.Rows) {
	rows.OnSelect = func(i int) { l.choose(i) }
	rows.OnMove = func(i, delta int) { l.choose(i); l.move(delta) }
	rows.OnRemove = func(int) { l.remove() }
	rows.OnEnter = func(int) { l.add() }
	rows.OnMenu = func(_ int, at fyne.Position) { l.menu(at) }
}

// tools are the list's buttons.
func (l *listEdit[T]) tools() fyne.CanvasObject { return l.w.listTools(l) }

// action is a quiet button with an icon and words.
func (w *Window) action(iconName, words string, do func()) *widget.Button {
	b := widget.NewLabelled(w.say(words), icon(iconName), do)
	b.Importance = fynewidget.LowImportance
	return b
}

// menu offers what can be done with the chosen thing.
func (l *listEdit[T]) menu(at fyne.Position) {
	var more []*fyne.MenuItem
	if l.more != nil {
		more = l.more()
	}
	l.w.listMenu(l, more, at)
}
