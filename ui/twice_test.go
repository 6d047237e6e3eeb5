package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// besideWindow returns a second window of another program on the same settings.
func besideWindow(t *testing.T, w *Window) *Window {
	t.Helper()
	other, err := newWindow(w.app, "", &jobs{inline: true})
	if err != nil {
		t.Fatal(err)
	}
	other.holds, other.now = w.holds, w.now
	return other
}

func over(w *Window) string {
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	return strings.Join(textsOf(top), " ")
}

func TestOneFileInTwoWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tuan-le.trong")
	if err := file.Save(path, sample(t)); err != nil {
		t.Fatal(err)
	}
	w := open(t, app.NewEvent())
	w.holds = t.TempDir()
	w.openPath(path)
	other := besideWindow(t, w)
	other.openPath(path)
	if !strings.Contains(over(other), "đang mở trong một cửa sổ khác") || other.path != "" {
		t.Fatalf("the second window has %q and says %q", other.path, over(other))
	}
	tapButton(t, other, other.say("twice.no"))
	if other.path != "" || over(other) != "" {
		t.Errorf("after “no” it has %q", other.path)
	}
	other.openPath(path)
	tapButton(t, other, other.say("twice.yes"))
	if other.path != path {
		t.Errorf("after “yes” it has %q", other.path)
	}
	w.open(app.NewEvent(), "") // the first lets go of it
	third := besideWindow(t, w)
	third.openPath(path)
	if third.path != path || third.twice {
		t.Errorf("when nobody has it, the third window has %q", third.path)
	}
}

func TestWhatOthersSavedIsNotWrittenOverUnasked(t *testing.T) {
	w := open(t, sample(t))
	path := filepath.Join(t.TempDir(), "tuan-le.trong")
	w.saveTo(path, func() {})
	theirs := *sample(t)
	theirs.Title = "Bản của máy kia"
	time.Sleep(10 * time.Millisecond)
	if err := file.Save(path, &theirs); err != nil {
		t.Fatal(err)
	}
	w.doc.Edit("", "", func(e *app.Event) { e.Title = "Bản của máy này" })
	title := func() string {
		e, err := file.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		return e.Title
	}
	w.save()
	if title() != theirs.Title || !strings.Contains(over(w), "bị sửa ở nơi khác") {
		t.Fatalf("the file holds %q; the window says %q", title(), over(w))
	}
	tapButton(t, w, w.say("changed.over"))
	if title() != "Bản của máy này" || w.doc.Dirty() {
		t.Errorf("after “write over” the file holds %q", title())
	}
	w.doc.Edit("", "", func(e *app.Event) { e.Title = "Lần nữa" })
	w.save()
	if title() != "Lần nữa" || over(w) != "" {
		t.Errorf("saving once more asked %q", over(w))
	}
}

// Who presses Ctrl+S twice is nobody else.
func TestASaveWaitsForTheOneBefore(t *testing.T) {
	w := open(t, sample(t))
	path := filepath.Join(t.TempDir(), "tuan-le.trong")
	w.saveTo(path, func() {})
	order := ""
	w.writing = true // as while the disk is slow
	w.saveTo(path, func() { order += "1" })
	w.saveTo(path, func() { order += "2" })
	if order != "" {
		t.Fatal("two saves wrote at once")
	}
	if w.saveNext(); order != "12" || over(w) != "" {
		t.Errorf("saves came as %q; the window says %q", order, over(w))
	}
}
