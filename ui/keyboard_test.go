package ui

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// byList are parts of lists that have the focus as a whole, and whose arrow keys reach them.
var byList = []string{"*widget.row", "*widget.line", "*widget.listItem", "*widget.Press"}

// byMouse are what only the mouse does, each with a reason why nobody misses it.
var byMouse = map[string]string{
	"*ui.preview":           "a double click fits the sheet; the button below it does so too",
	"*widget.scrollBarArea": "what has the focus comes into sight, and keys move through lists",
}

// reachedByTab goes through a canvas with Tab and returns all that had the focus.
func reachedByTab(w *Window) map[fyne.Focusable]bool {
	found := map[fyne.Focusable]bool{}
	c := w.win.Canvas()
	c.Unfocus()
	for {
		c.FocusNext()
		f := c.Focused()
		if f == nil || found[f] {
			c.Unfocus()
			return found
		}
		found[f] = true
	}
}

// shown lists the objects that are seen: not those that stand in what is hidden.
func shown(o fyne.CanvasObject) []fyne.CanvasObject {
	hidden := map[fyne.CanvasObject]bool{}
	var list []fyne.CanvasObject
	for _, part := range test.LaidOutObjects(o) {
		switch {
		case hidden[part]:
		case part.Visible():
			list = append(list, part)
		default:
			for _, inside := range test.LaidOutObjects(part) {
				hidden[inside] = true
			}
		}
	}
	return list
}

func TestNothingIsReachedByMouseAlone(t *testing.T) {
	w := open(t, sample(t))
	checked := 0
	everyView(w, func(name pageName, tab int) {
		reached := reachedByTab(w)
		for _, o := range shown(w.win.Content()) {
			kind := fmt.Sprintf("%T", o)
			_, tappable := o.(fyne.Tappable)
			if !tappable || strings.Contains(strings.Join(byList, " "), kind) || byMouse[kind] != "" {
				continue
			}
			if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
				continue
			}
			checked++
			if f, ok := o.(fyne.Focusable); !ok || !reached[f] {
				t.Errorf("%s, tab %d: Tab does not reach %T %v", name, tab, o, textsOf(o))
			}
		}
	})
	if checked < 300 {
		t.Errorf("only %d controls were found", checked)
	}
}

// What of ours has the focus looks otherwise than without it, in both palettes; fields, boxes and choices are the toolkit's.
func TestFocusIsSeen(t *testing.T) {
	for _, dark := range []bool{false, true} {
		w := open(t, app.NewEvent())
		w.app.Settings().SetTheme(newTheme(dark))
		line := func() fyne.CanvasObject { return widget.NewWords("dòng", widget.Look{}) }
		rows := widget.NewRows(line, func(int, fyne.CanvasObject) {})
		rows.Display(3, 1)
		lines := widget.NewLines(func() int { return 3 }, line, func(int, fyne.CanvasObject) {})
		lines.Mark(1)
		board := widget.NewBoard()
		board.Display(board.Place(widget.NewPress(line(), 4, nil), 0, 0))
		for _, o := range []fyne.CanvasObject{
			widget.NewTap(line(), 4, nil), button("Lưu", true, nil), button("Thôi", false, nil), w.tool("add", "menu.add", nil), rows, lines, board,
		} {
			one := test.NewTempWindow(t, container.NewPadded(o))
			one.Resize(fyne.NewSize(200, 160))
			one.Canvas().Unfocus()
			before := one.Canvas().Capture()
			one.Canvas().Focus(o.(fyne.Focusable))
			if one.Canvas().Focused() != o.(fyne.Focusable) {
				t.Errorf("a %T does not take the focus", o)
			}
			if n := differing(before, one.Canvas().Capture()); n < 60 {
				t.Errorf("dark %v: the focus of a %T changes %d pixels", dark, o, n)
			}
		}
	}
}

func differing(a, b image.Image) (n int) {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

// No shortcut does two things, and every page's actions have one.
func TestShortcutsAreUsedOnce(t *testing.T) {
	w := open(t, sample(t))
	used := map[string]string{}
	var look func(menu *fyne.Menu)
	look = func(menu *fyne.Menu) {
		for _, item := range menu.Items {
			if item.ChildMenu != nil {
				look(item.ChildMenu)
			}
			if item.Shortcut == nil {
				continue
			}
			keys := shortcutWords(item.Shortcut)
			if other := used[keys]; other != "" {
				t.Errorf("%s: %q and %q", keys, other, item.Label)
			}
			used[keys] = item.Label
		}
	}
	for _, menu := range w.win.MainMenu().Items {
		look(menu)
	}
	for _, taken := range []string{"Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A"} {
		if used[taken] != "" {
			t.Errorf("%s belongs to fields, not to %q", taken, used[taken])
		}
	}
	if len(used) < 30 {
		t.Errorf("only %d shortcuts were found", len(used))
	}
}

// Whatever has the focus, F1 opens the manual and Escape is heard by the window, unless something is being edited.
func TestKeysOfTheWindowAreHeardEverywhere(t *testing.T) {
	w := open(t, sample(t))
	heard := map[fyne.KeyName]int{}
	w.win.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { heard[key.Name]++ })
	look := func(where string) {
		for f := range reachedByTab(w) {
			for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeyEscape} {
				clear(heard)
				f.TypedKey(&fyne.KeyEvent{Name: key})
				if _, ok := f.(*widget.Grid[app.RowID]); ok && key == fyne.KeyEscape {
					continue // leaves the table
				}
				if heard[key] != 1 {
					t.Errorf("%s: %s is lost in a %T %v", where, key, f, textsOf(f.(fyne.CanvasObject)))
				}
			}
		}
	}
	everyView(w, func(name pageName, tab int) { look(fmt.Sprint(name, ", tab ", tab)) })
	for name, open := range map[string]func(){
		"templates": func() { w.templates("", true) }, "open": w.askOpen, "save": w.saveAs, "keys": w.keys, "calibrate": w.calibrate,
	} {
		open()
		look(name)
		w.sheets[len(w.sheets)-1].close()
	}
}

// Ctrl+Z in a field that is no part of the event takes back what was typed there, and never changes the event unseen.
func TestUndoInAFieldOutsideTheEvent(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) { e.Title = "Tuần lễ khác" })
	edited := w.doc.Event()
	w.turnTo("slogans")
	w.find()
	search := w.win.Canvas().Focused().(*widget.Search)
	test.Type(search, "đọc sách")
	w.menu.undo.Action()
	if search.Text == "đọc sách" || w.doc.Event() != edited {
		t.Errorf("the search shows %q, the event changed: %v", search.Text, w.doc.Event() != edited)
	}
	w.menu.redo.Action()
	w.commands()
	typeInto(t, w, "in")
	w.menu.undo.Action()
	if field := w.win.Canvas().Focused().(*widget.Search); field.Text == "in" || w.doc.Event() != edited {
		t.Errorf("the palette shows %q, the event changed: %v", field.Text, w.doc.Event() != edited)
	}
	w.sheets[0].close()
	w.win.Canvas().Unfocus()
	w.menu.undo.Action()
	if w.doc.Event() == edited {
		t.Error("outside of such fields the event is not undone")
	}
}
