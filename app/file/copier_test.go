package file

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"tiengtrong/app"
)

// crowd returns the sample with a list of so many recipients.
func crowd(n int) *app.Event {
	e := sample()
	r := app.NewRoster("đông")
	for i := range n {
		r.Recipients = append(r.Recipients, &app.Recipient{ID: app.NewID(), Name: fmt.Sprint("Nguyễn Văn ", i), Class: "1A1", Award: "Học sinh Xuất sắc"})
	}
	e.ReplaceRoster(e.Certificates[0].ID, r)
	return e
}

// packed is an event as its file has it.
func packed(t testing.TB, e *app.Event) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := new(packer).write(&b, e, ""); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A copy holds the event as it is, whatever of it was packed for the copy before.
func TestEachCopyHoldsTheWholeEvent(t *testing.T) {
	doc := app.NewDocument(crowd(500))
	roster := func(change func(r *app.Roster)) func(e *app.Event) {
		return func(e *app.Event) { e.EditRoster(e.Certificates[0].RosterID, change) }
	}
	rename := func(i int, name string) func(e *app.Event) {
		return roster(func(r *app.Roster) { r.EditRecipient(r.Recipients[i].ID, func(p *app.Recipient) { p.Name = name }) })
	}
	steps := []struct {
		name    string
		edit    func(e *app.Event)
		changes int // entries with changes of lists in the copy
	}{
		{"nothing yet", func(e *app.Event) {}, 0},
		{"the title", func(e *app.Event) { e.Title = "Khác" }, 0},
		{"a letter", rename(250, "M"), 1},
		{"another letter", rename(250, "Ma"), 1},
		{"his neighbour", rename(252, "Mai"), 1},
		{"somebody far away, too much between", rename(3, "Hà"), 0},
		{"his neighbour, from here on", rename(4, "Hà"), 1},
		{"one more at the beginning", roster(func(r *app.Roster) { r.Recipients = slices.Insert(r.Recipients, 0, &app.Recipient{ID: app.NewID()}) }), 1},
		{"one less", roster(func(r *app.Roster) { r.Recipients = slices.Delete(r.Recipients, 3, 4) }), 1},
		{"moved", roster(func(r *app.Roster) { r.Recipients = app.Move(r.Recipients, r.Recipients[5].ID, 4) }), 1},
		{"where it came from", roster(func(r *app.Roster) {
			r.Source, r.LeftOut = "lớp 1.xlsx", []app.LeftOut{{Row: 3, Text: "Tổng"}}
		}), 1},
		{"another list", func(e *app.Event) { e.ReplaceRoster(e.Certificates[0].ID, crowd(30).Rosters[0]) }, 0},
		{"an empty list", roster(func(r *app.Roster) { r.Recipients = nil }), 0},
		{"no list", func(e *app.Event) { e.Rosters = nil }, 0},
	}
	copier := Copier{Folder: RecoveryFolder(t.TempDir())}
	keep := func(name string, changes int) {
		t.Helper()
		if err := copier.Keep(doc.Event(), ""); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		found := copier.Folder.List()
		if len(found) != 1 || !bytes.Equal(packed(t, found[0].Event), packed(t, doc.Event())) {
			t.Fatalf("%s: the copy holds something else", name)
		}
		if n := entriesEnding(t, copier.Folder.copyOf(doc.Event().ID), changesEnding); n != changes {
			t.Errorf("%s: %d lists of changes, want %d", name, n, changes)
		}
	}
	for _, step := range steps {
		doc.Edit(step.name, "", step.edit)
		keep(step.name, step.changes)
	}
	for doc.Undo() != "" { // from any version to any
		if err := copier.Keep(doc.Event(), ""); err != nil {
			t.Fatal(err)
		}
		if found := copier.Folder.List(); len(found) != 1 || !bytes.Equal(packed(t, found[0].Event), packed(t, doc.Event())) {
			t.Fatalf("after undo down to %q the copy holds something else", doc.UndoLabel())
		}
	}
}

func entriesEnding(t *testing.T, path, ending string) int {
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	n := 0
	for _, f := range z.File {
		if filepath.Ext(f.Name) == ending {
			n++
		}
	}
	return n
}

// What became of the copy before does not matter.
func TestACopyIsWholeWithoutTheOneBefore(t *testing.T) {
	doc := app.NewDocument(crowd(100))
	copier := Copier{Folder: RecoveryFolder(t.TempDir())}
	name := copier.Folder.copyOf(doc.Event().ID)
	spoil := []func() error{
		func() error { return os.Remove(name) },
		func() error { return os.WriteFile(name, []byte("PK"), 0o600) },
		func() error { return (&Copier{Folder: copier.Folder}).Keep(crowdWithID(doc.Event().ID), "") },
		func() error { return os.Chmod(name, 0o600) },
	}
	for i, spoil := range spoil {
		if err := copier.Keep(doc.Event(), ""); err != nil {
			t.Fatal(err)
		}
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		doc.Edit("", "", func(e *app.Event) {
			e.EditRoster(e.Rosters[0].ID, func(r *app.Roster) {
				r.EditRecipient(r.Recipients[7].ID, func(p *app.Recipient) { p.Name += "a" })
			})
		})
		if err := copier.Keep(doc.Event(), ""); err != nil {
			t.Fatal(err)
		}
		if found := copier.Folder.List(); len(found) != 1 || !bytes.Equal(packed(t, found[0].Event), packed(t, doc.Event())) {
			t.Errorf("spoilt in way %d, the copy holds something else", i)
		}
	}
}

func crowdWithID(id app.ID) *app.Event {
	e := crowd(3)
	e.ID = id
	return e
}

func TestChangesOfAnotherListAreRefused(t *testing.T) {
	list := &app.Roster{Recipients: []*app.Recipient{{}, {}, {}}}
	for _, c := range []changes{{First: 4, Roster: list}, {First: 2, Last: 2, Roster: list}, {Last: -1, Roster: list}, {First: -1, Last: 2, Roster: list}, {First: 1}} {
		if r, err := c.apply(list); err == nil {
			t.Errorf("%+v makes %d recipients of 3", c, len(r.Recipients))
		}
	}
}

// FuzzChanges makes two lists that share recipients out of bytes: changes make the one out of the other.
func FuzzChanges(f *testing.F) {
	f.Add([]byte{1, 2, 3}, []byte{1, 3})
	f.Add([]byte{1, 1, 1}, []byte{1})
	f.Fuzz(func(t *testing.T, a, b []byte) {
		everybody := map[byte]*app.Recipient{}
		list := func(from []byte) *app.Roster {
			r := &app.Roster{Recipients: []*app.Recipient{}}
			for _, k := range from {
				if everybody[k] == nil {
					everybody[k] = &app.Recipient{Row: int(k)}
				}
				r.Recipients = append(r.Recipients, everybody[k])
			}
			return r
		}
		older, newer := list(a), list(b)
		if got, err := changesOf(older, newer).apply(older); err != nil || !reflect.DeepEqual(got, newer) && len(newer.Recipients) > 0 {
			t.Errorf("%v → %v: %v, %v", a, b, got, err)
		}
	})
}

// BenchmarkKeepALetter keeps a copy of 100,000 recipients after a letter was typed into the name of one.
func BenchmarkKeepALetter(b *testing.B) {
	doc := app.NewDocument(crowd(100_000))
	copier := Copier{Folder: RecoveryFolder(b.TempDir())}
	if err := copier.Keep(doc.Event(), ""); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		doc.Edit("", "", func(e *app.Event) {
			e.EditRoster(e.Rosters[0].ID, func(r *app.Roster) {
				r.EditRecipient(r.Recipients[70_000].ID, func(p *app.Recipient) { p.Name += "a" })
			})
		})
		if err := copier.Keep(doc.Event(), ""); err != nil {
			b.Fatal(err)
		}
	}
}
