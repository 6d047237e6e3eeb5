package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// typeInto types words into the palette that is open.
func typeInto(t *testing.T, w *Window, words string) {
	t.Helper()
	field, ok := w.win.Canvas().Focused().(*widget.Search)
	if !ok {
		t.Fatalf("the cursor is in %T", w.win.Canvas().Focused())
	}
	field.SetText("")
	test.Type(field, words)
}

func press(w *Window, key fyne.KeyName) {
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func TestPaletteHasEveryEntryOfTheMenu(t *testing.T) {
	w := open(t, sample(t))
	offers := menuOffers(w.win.MainMenu())
	has := func(label, path string) bool {
		return slices.ContainsFunc(offers, func(o offer) bool { return o.name == label && strings.HasPrefix(o.about, path) })
	}
	entries := 0
	var look func(menu *fyne.Menu, path string)
	look = func(menu *fyne.Menu, path string) {
		for _, item := range menu.Items {
			switch {
			case item.ChildMenu != nil:
				look(item.ChildMenu, path)
			case !item.IsSeparator:
				entries++
				if !has(item.Label, path) {
					t.Errorf("%s › %s is missing", path, item.Label)
				}
			}
		}
	}
	for _, menu := range w.win.MainMenu().Items {
		look(menu, menu.Label)
	}
	if entries < 30 || len(offers) != entries {
		t.Errorf("the menu has %d entries, the palette %d", entries, len(offers))
	}
	for _, name := range pageNames {
		if !has(w.say("page."+string(name)), "") {
			t.Errorf("the page %s is missing", name)
		}
	}
}

func TestPaletteLeadsToThings(t *testing.T) {
	w := open(t, sample(t))
	last := w.doc.Event().RosterOf(w.doc.Event().Certificates[0]).Recipients[411]
	w.commands()
	typeInto(t, w, app.Fold(last.Name))
	press(w, fyne.KeyReturn)
	if w.current != "certificates" || len(w.sheets) != 0 {
		t.Fatalf("the window shows %s under %d sheets", w.current, len(w.sheets))
	}
	if at := w.pages["certificates"].(*certificatesPage).roster.edit.current(w.doc.Event()); (*at).Name != last.Name {
		t.Errorf("%s is chosen, not %s", (*at).Name, last.Name)
	}
	w.commands()
	typeInto(t, w, "bang ron")
	press(w, fyne.KeyDown)
	press(w, fyne.KeyUp)
	press(w, fyne.KeyReturn)
	if w.current != "banners" {
		t.Errorf("“bang ron” leads to %s", w.current)
	}
	w.commands()
	typeInto(t, w, "không có gì như thế")
	if text := strings.Join(textsOf(w.sheets[0].popup), " "); !strings.Contains(text, "Không thấy") {
		t.Errorf("of what is not there it says %q", text)
	}
	press(w, fyne.KeyReturn) // does nothing
	if len(w.sheets) != 1 {
		t.Error("Enter on nothing closed the palette")
	}
}

func TestFindLeadsToTheWords(t *testing.T) {
	e := sample(t).Clone()
	e.Banners[2].Place = "Ngã ba Cây Gạo, đối diện trạm y tế"
	w := open(t, e)
	w.findInEvent()
	typeInto(t, w, "cay gao")
	press(w, fyne.KeyReturn)
	phrase, marked := focused(w, app.OfBanner)
	if phrase != "field.piece-place" || marked != "Cây Gạo" {
		t.Errorf("led to %s with %q marked", phrase, marked)
	}
}

func TestShortcutsAsPeopleReadThem(t *testing.T) {
	for want, s := range map[string]fyne.Shortcut{
		"Ctrl+Shift+S": ctrl(fyne.KeyS, fyne.KeyModifierShift), "Alt+↑": alt(fyne.KeyUp), "Ctrl+Z": &fyne.ShortcutUndo{}, "Ctrl++": ctrl(fyne.KeyEqual), "": nil,
	} {
		if got := shortcutWords(s); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
