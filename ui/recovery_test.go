package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// keeping returns a window on the sample in a file, which keeps copies in a folder of its own.
func keeping(t *testing.T) *Window {
	t.Helper()
	w := open(t, sample(t))
	w.keeper.Folder = file.RecoveryFolder(t.TempDir())
	w.saveTo(filepath.Join(t.TempDir(), "tuan-le.trong"), func() {})
	return w
}

func retitle(w *Window, title string) {
	w.doc.Edit("", "", func(e *app.Event) { e.Title = title })
	w.keep()
}

func TestCopiesAreKeptUntilSaved(t *testing.T) {
	w := keeping(t)
	retitle(w, "Chưa lưu")
	found := w.keeper.Folder.List()
	if len(found) != 1 || found[0].Event.Title != "Chưa lưu" || found[0].Path != w.path {
		t.Fatalf("kept %+v", found)
	}
	w.save()
	if found := w.keeper.Folder.List(); len(found) != 0 {
		t.Errorf("after saving there is %+v", found)
	}
	retitle(w, "Chưa lưu nữa")
	w.open(app.NewEvent(), "") // as after “don't save”
	if found := w.keeper.Folder.List(); len(found) != 0 {
		t.Errorf("after another event was opened there is %+v", found)
	}
}

func TestStartOffersWhatACrashLeft(t *testing.T) {
	w := keeping(t)
	retitle(w, "Mất điện")
	// The program is gone; another one starts on the same preferences and folder.
	again, err := newWindow(w.app, "", &jobs{inline: true})
	if err != nil {
		t.Fatal(err)
	}
	again.keeper.Folder = w.keeper.Folder
	again.start()
	if again.path != w.path || again.doc.Event().Title != sample(t).Title {
		t.Fatalf("the last file is not open: %s", again.path)
	}
	text := strings.Join(textsOf(again.sheets[0].popup), " ")
	if !strings.Contains(text, "Mất điện") || !strings.Contains(text, filepath.Base(w.path)) {
		t.Errorf("the question is: %s", text)
	}
	tapButton(t, again, again.say("recovery.open"))
	if again.doc.Event().Title != "Mất điện" || again.path != w.path || !again.doc.Dirty() {
		t.Errorf("the copy is not open as unsaved: %q, %s", again.doc.Event().Title, again.path)
	}
	if found := w.keeper.Folder.List(); len(found) != 1 {
		t.Error("the copy is gone before it was saved")
	}
	if len(again.sheets) != 0 {
		t.Errorf("%d sheets are left", len(again.sheets))
	}
}

func TestDroppedCopyIsGone(t *testing.T) {
	w := keeping(t)
	retitle(w, "Bỏ đi")
	w.offerCopies(w.keeper.Folder.List(), func() {})
	tapButton(t, w, w.say("recovery.drop"))
	if found := w.keeper.Folder.List(); len(found) != 0 {
		t.Errorf("there is still %+v", found)
	}
}
