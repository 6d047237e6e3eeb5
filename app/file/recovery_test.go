package file

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"tiengtrong/app"
)

// killedFolder names the folder in which the test's other self keeps a copy before it is killed.
const killedFolder = "TIENGTRONG_TEST_KILLED"

// A program that is killed while an edit is unsaved leaves the edit in its copy, and the file as it was.
func TestRecoveryAfterAKill(t *testing.T) {
	dir := os.Getenv(killedFolder)
	if dir != "" {
		editAndDie(t, dir)
	}
	dir = t.TempDir()
	path := filepath.Join(dir, "tuan-le.trong")
	if err := Save(path, sample()); err != nil {
		t.Fatal(err)
	}
	killed := exec.Command(os.Args[0], "-test.run", "^TestRecoveryAfterAKill$")
	killed.Env = append(os.Environ(), killedFolder+"="+dir)
	if out, err := killed.CombinedOutput(); err == nil {
		t.Fatalf("the other program was not killed: %s", out)
	}
	found := RecoveryFolder(filepath.Join(dir, "copies")).List()
	if len(found) != 1 || found[0].Event.Title != "Chưa lưu" || found[0].Event.Rosters[0].Recipients[0].Name != "Chưa Lưu" || found[0].Path != path {
		t.Fatalf("found %+v", found)
	}
	if e, err := Open(path); err != nil || e.Title != sample().Title {
		t.Errorf("the file holds %q: %v", e.Title, err)
	}
}

// editAndDie opens the file in the folder, edits it, keeps a copy, and is killed in the middle of the next one.
func editAndDie(t *testing.T, dir string) {
	path := filepath.Join(dir, "tuan-le.trong")
	e, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, copies := app.NewDocument(e), RecoveryFolder(filepath.Join(dir, "copies"))
	copier := Copier{Folder: copies}
	doc.Edit("sửa", "", func(e *app.Event) { e.Title = "Chưa lưu" })
	if err := copier.Keep(doc.Event(), path); err != nil {
		t.Fatal(err)
	}
	doc.Edit("sửa tên", "", func(e *app.Event) {
		e.EditRoster(e.Rosters[0].ID, func(r *app.Roster) {
			r.EditRecipient(r.Recipients[0].ID, func(p *app.Recipient) { p.Name = "Chưa Lưu" })
		})
	})
	if err := copier.Keep(doc.Event(), path); err != nil {
		t.Fatal(err)
	}
	torn := filepath.Join(string(copies), "."+e.ID.String()+Ending+".1~")
	if err := os.WriteFile(torn, []byte("PK\x03\x04"), 0o600); err != nil {
		t.Fatal(err)
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	self.Kill()
	select {}
}

func TestRecoveryListsWhatIsNewer(t *testing.T) {
	copies, dir := RecoveryFolder(filepath.Join(t.TempDir(), "none", "yet")), t.TempDir()
	if found := copies.List(); found != nil {
		t.Fatalf("a folder that isn't there holds %v", found)
	}
	older, newer, unsaved := sample(), sample(), sample()
	for path, e := range map[string]*app.Event{filepath.Join(dir, "cũ.trong"): older, filepath.Join(dir, "mới.trong"): newer, "": unsaved} {
		if err := (&Copier{Folder: copies}).Keep(e, path); err != nil {
			t.Fatal(err)
		}
		if path == "" {
			continue
		}
		if err := Save(path, e); err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string, hour int) {
		when := time.Date(2025, 10, 1, hour, 0, 0, 0, time.Local)
		if err := os.Chtimes(name, when, when); err != nil {
			t.Fatal(err)
		}
	}
	at(copies.copyOf(older.ID), 8)
	at(filepath.Join(dir, "cũ.trong"), 9)
	at(filepath.Join(dir, "mới.trong"), 9)
	at(copies.copyOf(newer.ID), 10)
	at(copies.copyOf(unsaved.ID), 11)
	if err := os.WriteFile(copies.copyOf(app.NewID()), []byte("broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	found := copies.List()
	if len(found) != 2 || found[0].Event.ID != unsaved.ID || found[0].Path != "" || found[1].Event.ID != newer.ID {
		t.Fatalf("found %+v", found)
	}
	for range 2 { // what isn't there can be dropped too
		if err := copies.Drop(newer.ID); err != nil {
			t.Fatal(err)
		}
	}
	if found := copies.List(); len(found) != 1 {
		t.Errorf("after one was dropped: %+v", found)
	}
}
