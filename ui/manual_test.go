package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var update = flag.Bool("update", false, "write the manual's tables of shortcuts anew")

// shortcutTables writes the main menu as the manual shows it: each entry, and its keys where it has some.
func shortcutTables(w *Window) string {
	var text strings.Builder
	for _, menu := range w.menu.main.Items {
		fmt.Fprintf(&text, "### %s\n\n| %s | %s |\n|---|---|\n", menu.Label, w.say("manual.action"), w.say("manual.keys"))
		for _, o := range menuOffers(fyne.NewMainMenu(menu)) {
			fmt.Fprintf(&text, "| %s | %s |\n", strings.TrimPrefix(o.about+" › "+o.name, menu.Label+" › "), o.keys)
		}
		text.WriteString("\n")
	}
	return text.String()
}

// TestManualTellsTheShortcuts holds that the manual's table is the menu.
func TestManualTellsTheShortcuts(t *testing.T) {
	w := open(t, sample(t))
	for _, lang := range languages {
		w.useLanguage(lang)
		path := filepath.Join("..", "assets", "manual", "shortcuts-"+lang+".md")
		if *update {
			if err := os.WriteFile(path, []byte(shortcutTables(w)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		told, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(told) != shortcutTables(w) {
			t.Errorf("%s is not the menu any more (go test ./ui -run Shortcuts -update writes it anew)", path)
		}
	}
}

func TestF1OpensTheChapterOfThePage(t *testing.T) {
	w := open(t, sample(t))
	everyView(w, func(name pageName, tab int) {
		w.key(&fyne.KeyEvent{Name: fyne.KeyF1})
		h := w.handbook
		if h == nil {
			t.Fatalf("%s: no manual opens", name)
		}
		want := chapterOf[name]
		if name == "certificates" {
			want = chapterOfTab[tab]
		}
		if got := h.book.Chapters[h.chapter].ID; got != want {
			t.Errorf("%s, tab %d: the chapter is %q, not %q", name, tab, got, want)
		}
	})
	h := w.handbook
	if len(h.found) != len(h.book.Chapters) {
		t.Errorf("%d of %d chapters are listed", len(h.found), len(h.book.Chapters))
	}
	test.Type(h.search.Entry, "ma qr khong can mang")
	if len(h.found) == 0 || h.book.Chapters[h.found[0].chapter].ID != "seal" {
		t.Errorf("found %v", h.found)
	}
	h.key(fyne.KeyEscape)
	if w.handbook != nil {
		t.Error("Escape does not close the manual")
	}
}

// What was found opens with Enter, and the keys that turn pages work wherever one clicked.
func TestManualOpensWhatWasFound(t *testing.T) {
	w := open(t, sample(t))
	w.openManual("start")
	h := w.handbook
	test.Type(h.search.Entry, "ma qr khong can mang")
	h.key(fyne.KeyReturn)
	if got := h.book.Chapters[h.chapter].ID; got != "seal" {
		t.Errorf("Enter opens %s", got)
	}
	h.search.SetText("")
	h.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if h.win.Canvas().Focused() != fyne.Focusable(h.search) {
		t.Error("after a choice in the list the keys don't turn pages")
	}
	h.search.SetText("xyzzy")
	if !h.none.Visible() || h.none.Text() == "" {
		t.Error("nothing says that nothing was found")
	}
}

// The wheel belongs to the page alone: nothing on it scrolls by itself.
func TestManualScrollsEverywhere(t *testing.T) {
	w := open(t, sample(t))
	w.openManual("start")
	h := w.handbook
	for i, c := range h.book.Chapters {
		h.open(passage{chapter: i})
		for o := range seenIn(h.page.Content) {
			if _, scrolls := o.(fyne.Scrollable); scrolls {
				t.Errorf("%s: a %T on the page takes the wheel", c.ID, o)
			}
		}
	}
}

// Every chapter fits the width of the window, and every picture is seen.
func TestManualShowsItsPictures(t *testing.T) {
	w := open(t, sample(t))
	for _, lang := range languages {
		w.useLanguage(lang)
		w.openManual("start")
		h := w.handbook
		for i, c := range h.book.Chapters {
			h.open(passage{chapter: i})
			if need := h.page.Content.MinSize().Width; need > 700 {
				t.Errorf("%s: the chapter %s needs a width of %v", lang, c.ID, need)
			}
			if text := strings.Join(textsOf(h.page.Content), " "); !strings.Contains(text, c.Title) || strings.Contains(text, "](") {
				t.Errorf("%s: the chapter %s shows %q", lang, c.ID, text)
			}
		}
		h.win.Close()
	}
}
