package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// typePassphrase types into the sheet that asks for a passphrase.
func typePassphrase(t *testing.T, w *Window, words string) {
	t.Helper()
	entry, ok := w.win.Canvas().Focused().(*widget.Secret)
	if !ok {
		t.Fatal("nobody asks for a passphrase")
	}
	entry.SetText(words)
	entry.OnSubmitted(words)
}

func TestKeysAreMadeSignBackedUpAndRevoked(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	w, p, _ := saved(t)
	w.doc.Edit("", "", func(e *app.Event) { e.Certificates[0].Code = true })
	p.register.give(w.doc.Event().Certificates[0].ID, app.ByList)
	w.keys()
	tapButton(t, w, w.say("keys.sign"))
	if text := overlay(w); !strings.Contains(text, w.say("keys.none")) {
		t.Errorf("without a key is said: %q", text)
	}
	tapButton(t, w, w.say("answer.ok"))
	tapButton(t, w, w.say("keys.new"))
	tapButton(t, w, w.say("keys.sign"))
	if text := overlay(w); !strings.Contains(text, "Đã ký 412 số") || w.doc.Event().Entries()[0].Sealed == "" {
		t.Errorf("after signing is said: %q", text)
	}
	backup := filepath.Join(filepath.Dir(w.path), "sao-luu.khoa")
	tapButton(t, w, w.say("keys.backup"))
	typePassphrase(t, w, "một câu dài")
	w.win.Canvas().Focused().(*widget.Entry).SetText(backup)
	tapButton(t, w, w.say("action.save"))
	t.Setenv("XDG_CONFIG_HOME", t.TempDir()) // another computer
	tapButton(t, w, w.say("answer.close"))
	w.keys()
	tapButton(t, w, w.say("keys.restore"))
	w.win.Canvas().Focused().(*widget.Entry).SetText(backup)
	tapButton(t, w, w.say("action.open-file"))
	typePassphrase(t, w, "một câu khác")
	if text := overlay(w); !strings.Contains(text, w.say("keys.wrong-passphrase")) {
		t.Errorf("of a wrong passphrase is said: %q", text)
	}
	tapButton(t, w, w.say("answer.ok"))
	tapButton(t, w, w.say("keys.restore"))
	w.win.Canvas().Focused().(*widget.Entry).SetText(backup)
	tapButton(t, w, w.say("action.open-file"))
	typePassphrase(t, w, "một câu dài")
	if text := overlay(w); !strings.Contains(text, "đang dùng") {
		t.Errorf("after restoring is seen: %q", text)
	}
	tapButton(t, w, w.say("keys.revoke"))
	reason(t, w).SetText("Lộ khóa")
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if b, ok := o.(*widget.Button); ok && b.Text == w.say("keys.revoke") && !b.Disabled() {
			test.Tap(b)
			break
		}
	}
	if text := overlay(w); !strings.Contains(text, "thu hồi ngày 24/09/2025: Lộ khóa") {
		t.Errorf("after revoking is seen: %q", text)
	}
}
