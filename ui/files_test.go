package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/ui/widget"
)

func TestSaveAsAndOpenAgain(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) { e.Title = "Tuần lễ khác" })
	if !strings.HasPrefix(w.win.Title(), "● ") {
		t.Errorf("the title %q does not say that something is unsaved", w.win.Title())
	}
	path := filepath.Join(t.TempDir(), "Tuần lễ.trong")
	w.saveAs()
	name := w.win.Canvas().Focused().(*widget.Entry)
	name.SetText(strings.TrimSuffix(path, ".trong"))
	tapButton(t, w, w.say("action.save"))
	if w.doc.Dirty() || w.path != path || !strings.HasPrefix(w.win.Title(), "Tuần lễ.trong") {
		t.Errorf("dirty %v, path %q, title %q", w.doc.Dirty(), w.path, w.win.Title())
	}
	back, err := file.Open(path)
	if err != nil || back.Title != "Tuần lễ khác" {
		t.Errorf("the file holds %+v, %v", back, err)
	}
	if r := w.recent(); len(r) != 1 || r[0] != path {
		t.Errorf("recent files: %q", r)
	}
}

func TestReplacingAFileIsAskedOnce(t *testing.T) {
	w := open(t, sample(t))
	path := filepath.Join(t.TempDir(), "a.trong")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.saveAs()
	w.win.Canvas().Focused().(*widget.Entry).SetText(path)
	tapButton(t, w, w.say("action.save"))
	if data, _ := os.ReadFile(path); string(data) != "old" {
		t.Fatal("the file was replaced without a question")
	}
	tapButton(t, w, w.say("pick.overwrite-yes"))
	if _, err := file.Open(path); err != nil {
		t.Error(err)
	}
}

func TestUnsavedChangesAreNotDropped(t *testing.T) {
	w := open(t, sample(t))
	gone := false
	w.unsaved(func() { gone = true })
	if !gone {
		t.Error("asked though nothing was changed")
	}
	w.doc.Edit("", "", func(e *app.Event) { e.Title = "x" })
	gone = false
	w.unsaved(func() { gone = true })
	tapButton(t, w, w.say("answer.cancel"))
	if gone {
		t.Error("went on after “cancel”")
	}
	w.unsaved(func() { gone = true })
	tapButton(t, w, w.say("answer.dont-save"))
	if !gone {
		t.Error("did not go on after “don't save”")
	}
}

func TestExportWritesFiles(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("print").(*printPage)
	dir := filepath.Join(t.TempDir(), "in")
	p.folder.SetText(dir)
	p.export()
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(files) != 6+3+4+1 {
		t.Errorf("wrote %d files, %v", len(files), err)
	}
	if p.done.Hidden || !strings.Contains(seen(w), "giay-khen-") {
		t.Error("the written files are not named")
	}
}

func TestErrorsHoldTheExportBack(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) { e.School.Head.Title = "" })
	p := w.turnTo("print").(*printPage)
	w.jobs.rest()
	if !p.start.Disabled() {
		t.Error("the export may start though an error stands in the way")
	}
	if !strings.Contains(seen(w), "Chưa có chức danh người đứng đầu trường") {
		t.Error("the error is not shown")
	}
	p.force.SetChecked(true)
	if p.start.Disabled() {
		t.Error("the export may not start though the user insists")
	}
}

func TestDroppedFiles(t *testing.T) {
	w := open(t, sample(t))
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("../assets/samples/danh-sach-khen-thuong.xlsx")})
	tapButton(t, w, w.say("import.next"))
	tapButton(t, w, w.say("intake.take"))
	if w.doc.UndoLabel() != w.say("undo.import-roster") {
		t.Errorf("after a list was dropped, the last step is %q", w.doc.UndoLabel())
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("../assets/icons/app.png")})
	e := w.doc.Event()
	if len(e.Images) != 1 || e.Posters[0].Artwork != "app.png" {
		t.Errorf("after a picture was dropped, there are %d, and the poster's is %q", len(e.Images), e.Posters[0].Artwork)
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("../go.mod")})
	if text := strings.Join(textsOf(w.win.Canvas().Overlays().Top()), " "); !strings.Contains(text, "go.mod") {
		t.Errorf("of another file is said: %q", text)
	}
}

func TestWindowComesBackAsLarge(t *testing.T) {
	w := open(t, app.NewEvent())
	w.win.Resize(fyne.NewSize(1400, 900))
	w.close()
	if got := w.app.Preferences().Float(prefWidth); got != 1400 {
		t.Errorf("the width kept is %v", got)
	}
}

func TestEscapeClosesASheet(t *testing.T) {
	w := open(t, sample(t))
	w.saveAs()
	w.win.Canvas().Focused().(*widget.Entry).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.win.Canvas().Overlays().Top() != nil || len(w.sheets) != 0 {
		t.Error("Escape in a field leaves the sheet")
	}
	done := false
	w.doc.Edit("", "", func(e *app.Event) { e.Title = "x" })
	w.unsaved(func() { done = true })
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.win.Canvas().Overlays().Top() != nil || done {
		t.Error("Escape on a button leaves the sheet, or goes on")
	}
}

// A computer without a program for a file doesn't stay silent, and its folder is offered.
func TestFileThatNothingOpens(t *testing.T) {
	w := open(t, sample(t))
	path := filepath.Join(t.TempDir(), "giấy khen.pdf")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var asked []string
	w.launch = func(path string) error {
		if asked = append(asked, path); len(asked) == 1 {
			return errors.New("no application knows it")
		}
		return nil
	}
	w.openOutside(path)
	if text := overlay(w); !strings.Contains(text, filepath.Base(path)) || !strings.Contains(text, filepath.Dir(path)) {
		t.Errorf("it says %q", text)
	}
	tapButton(t, w, w.say("print.open-folder"))
	if len(asked) != 2 || asked[1] != filepath.Dir(path) || len(w.sheets) != 0 {
		t.Errorf("opened were %q, under %d sheets", asked, len(w.sheets))
	}
}

// The proposed name of a file is replaced by typing, its ending stays.
func TestTypingReplacesTheProposedName(t *testing.T) {
	w := open(t, sample(t))
	dir := t.TempDir()
	w.app.Preferences().SetString(prefFolder, dir)
	w.saveAs()
	field := w.win.Canvas().Focused()
	test.Type(field, "Tuần lễ 2025")
	press(w, fyne.KeyReturn)
	if w.path != filepath.Join(dir, "Tuần lễ 2025.trong") {
		t.Errorf("the file is %q", w.path)
	}
}

// The ways to begin are gone through with the arrow keys.
func TestArrowsChooseATemplate(t *testing.T) {
	w := open(t, sample(t))
	w.templates("", false)
	first := w.win.Canvas().Focused()
	press(w, fyne.KeyDown)
	second := w.win.Canvas().Focused()
	if _, ok := second.(*widget.Tap); !ok || second == first {
		t.Fatalf("from %v the arrow leads to a %T", first, second)
	}
	press(w, fyne.KeyUp)
	if w.win.Canvas().Focused() != first {
		t.Error("the arrow up does not lead back")
	}
	before := w.doc
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if len(w.sheets) != 0 || w.doc == before {
		t.Error("Enter did not begin an event")
	}
}
