package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/app/typing"
	"tiengtrong/ui/widget"
)

// titleField returns the field of the first item's title, with the focus.
func titleField(t testing.TB, w *Window) *widget.CellEntry {
	t.Helper()
	t.Cleanup(func() { widget.Typist = nil })
	order := w.turnTo("program").(*programPage).order
	order.grid.Begin(app.RowID{Item: w.doc.Event().Ceremonies[0].Program.Items[0].ID}, titleColumn)
	return order.grid.Field()
}

// emptyTitleField returns the emptied field of the first item's title, with the focus.
func emptyTitleField(t testing.TB, w *Window) *widget.CellEntry {
	t.Helper()
	entry := titleField(t, w)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	return entry
}

func title(w *Window) string { return w.doc.Event().Ceremonies[0].Program.Items[0].Title }

func TestTelexInAField(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	entry := emptyTitleField(t, w)
	test.Type(entry, "Tieengs ")
	if entry.Text != "Tieengs " {
		t.Fatalf("before it is switched on: %q", entry.Text)
	}
	w.switchTyping()
	test.Type(entry, "Tieengs Vieetj, process")
	if want := "Tieengs Tiếng Việt, process"; entry.Text != want || title(w) != want {
		t.Errorf("the field shows %q, the event has %q", entry.Text, title(w))
	}
	w.doc.Undo()
	if w.doc.Event() != e {
		t.Error("one undo did not lead back to the event as it was")
	}
}

func TestVNIOverASelection(t *testing.T) {
	w := open(t, sample(t))
	entry := emptyTitleField(t, w)
	w.typeWith(typing.VNI)
	test.Type(entry, "Cu4")
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(entry, "Nga2y ho65i d9o5c sa1ch")
	if want := "Ngày hội đọc sách"; entry.Text != want || title(w) != want {
		t.Errorf("the field shows %q, the event has %q", entry.Text, title(w))
	}
}

// Rows that break anew under a word lose nothing of it, and no letter goes elsewhere.
func TestTypistInRowsThatBreak(t *testing.T) {
	w := open(t, app.NewEvent())
	t.Cleanup(func() { widget.Typist = nil })
	want := "Tuần lễ hưởng ứng học tập suốt đời, trường THCS Võ Văn Hát: lớp 12A1 quyết tâm đọc sách mỗi ngày "
	for method, keys := range map[typing.Method]string{
		typing.Telex: "Tuaanf leex huwowngr uwngs hocj taapj suoots ddowif, truwowngf THCS Vox Vawn Hats: lowps 12A1 quyeets taam ddocj sachs mooix ngayf ",
		typing.VNI:   "Tua6n2 le64 hu7o7ng3 u7ng1 hoc5 ta6p5 suo6t1 d9o7i2, tru7o7ng2 THCS Vo4 Va8n Hat1: lo7p1 12A1 quye6t1 ta6m d9oc5 sach1 mo6i4 nga2y ",
	} {
		w.typeWith(method)
		for width := float32(64); width < 330; width += 19 {
			e := widget.NewEntry(2)
			one := test.NewTempWindow(t, widget.Fixed(e, width, 300))
			one.Resize(fyne.NewSize(width+8, 320))
			one.Canvas().Focus(e)
			for _, key := range keys {
				e.TypedRune(key)
			}
			if e.Text != want {
				t.Errorf("%s in a width of %v: %q", method, width, e.Text)
			}
		}
	}
}

// What is pasted, or comes whole from another input method, is left alone.
func TestPasteIsLeftAlone(t *testing.T) {
	w := open(t, sample(t))
	entry := emptyTitleField(t, w)
	w.typeWith(typing.Telex)
	board := test.NewClipboard()
	board.SetContent("tieengs as")
	entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	test.Type(entry, " ngày")
	if entry.Text != "tieengs as ngày" {
		t.Errorf("pasted: %q", entry.Text)
	}
}

// A word that becomes no syllable is given back when it is left, by Tab too.
func TestLeavingAField(t *testing.T) {
	w := open(t, sample(t))
	entry := emptyTitleField(t, w)
	w.typeWith(typing.Telex)
	test.Type(entry, "user")
	w.win.Canvas().FocusNext()
	if entry.Text != "user" || title(w) != "user" {
		t.Errorf("the field shows %q, the event has %q", entry.Text, title(w))
	}
}

func TestCaretInTheMiddle(t *testing.T) {
	w := open(t, sample(t))
	entry := emptyTitleField(t, w)
	w.typeWith(typing.Telex)
	test.Type(entry, "chaof")
	entry.CursorColumn = 0
	test.Type(entry, "xin ")
	entry.CursorColumn = 2
	test.Type(entry, "f")
	if entry.Text != "xìn chào" || entry.CursorColumn != 2 {
		t.Errorf("%q, caret at %d", entry.Text, entry.CursorColumn)
	}
}

func TestTypingIsRemembered(t *testing.T) {
	w := open(t, sample(t))
	t.Cleanup(func() { widget.Typist = nil })
	if got := w.engine().Method; got != typing.Off || widget.Typist != nil {
		t.Errorf("at first: %q", got)
	}
	w.typeWith(typing.VNI)
	w.placeTones(true)
	w.switchTyping()
	w.switchTyping()
	w.useLanguage("en")
	if got := w.engine(); got != (typing.Engine{Method: typing.VNI, Modern: true}) {
		t.Errorf("remembered: %v", got)
	}
	if got := w.typing.Text(); !strings.HasSuffix(got, "VNI") {
		t.Errorf("the status bar shows %q", got)
	}
	if items := w.menu.typing.Items; items[0].Checked || !items[2].Checked || items[4].Checked || !items[5].Checked {
		t.Error("the menu ticks something else")
	}
}

// No two entries of the menu have the same keys.
func TestShortcutsAreFree(t *testing.T) {
	w := open(t, sample(t))
	seen := map[string]string{}
	for _, menu := range w.menu.main.Items {
		for _, item := range menu.Items {
			if item.Shortcut == nil {
				continue
			}
			if name := item.Shortcut.ShortcutName(); seen[name] != "" {
				t.Errorf("%s is %q and %q", name, seen[name], item.Label)
			} else {
				seen[name] = item.Label
			}
		}
	}
	if seen[typingKey.ShortcutName()] == "" {
		t.Error("no entry has the key that switches typing")
	}
}

func BenchmarkTelexInAField(b *testing.B) {
	w := open(b, sample(b))
	entry := emptyTitleField(b, w)
	w.typeWith(typing.Telex)
	keys := []rune("nguyeenx ")
	for i := range b.N {
		if i%90 == 0 {
			entry.Fill("")
		}
		entry.TypedRune(keys[i%len(keys)])
	}
}
