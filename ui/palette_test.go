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
				if name, _, _ := strings.Cut(item.Label, "  ("); !has(name, path) { // keys of a list stand behind the name
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

// Enter is for the words that are typed, however long they are looked for.
func TestEnterWaitsForWhatWasTyped(t *testing.T) {
	w := open(t, sample(t))
	w.jobs.inline = false
	look, ran := make(chan bool), make(chan string, 9)
	line := func(name string) offer { return offer{name: name, do: func() { ran <- name }} }
	w.openPalette("Tìm", "", func(words string) []offer {
		<-look // as long as a list of 100,000 names may take
		return []offer{line(words), line(words + " nữa")}
	})
	typeInto(t, w, "in")
	press(w, fyne.KeyReturn)
	test.Type(w.win.Canvas().Focused(), " lại") // whoever types on didn't mean what Enter asked for
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if len(ran) != 0 {
		t.Fatalf("before anything was found, Enter ran %q", <-ran)
	}
	look <- true // what stood there first
	look <- true // the words that were typed last
	if got := <-ran; got != "in lại nữa" || len(ran) != 0 {
		t.Errorf("Enter ran %q, and %d more", got, len(ran))
	}
}

// In each field for searching, Enter goes on into the list below it.
func TestEnterLeadsFromASearchIntoItsList(t *testing.T) {
	w := open(t, sample(t))
	for _, c := range []struct {
		page pageName
		tab  int
	}{{"slogans", 0}, {"slogans", 1}, {"certificates", rosterTab}, {"certificates", paperTab}, {"certificates", registerTab}} {
		w.turnTo(c.page).(tabbed).segments().Select(c.tab)
		w.find()
		press(w, fyne.KeyReturn)
		switch list := w.win.Canvas().Focused().(type) {
		case *widget.Rows:
			if list.Selected() < 0 {
				t.Errorf("%s, tab %d: no row is chosen", c.page, c.tab)
			}
		case *widget.Lines:
			if list.Chosen() < 0 {
				t.Errorf("%s, tab %d: no line is chosen", c.page, c.tab)
			}
		default:
			t.Errorf("%s, tab %d: Enter leads to a %T", c.page, c.tab, list)
		}
	}
}
