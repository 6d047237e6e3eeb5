package app

import (
	"fmt"
	"testing"
	"time"
)

func typing(d *Document, field string, texts ...string) {
	for _, s := range texts {
		d.Edit("sửa tên", field, func(e *Event) { e.Title = s })
	}
}

func TestUndoAndRedo(t *testing.T) {
	d := NewDocument(&Event{Title: "A"})
	clock := time.Unix(0, 0)
	d.now = func() time.Time { return clock }
	var told []string
	d.Watch(func(e *Event) { told = append(told, e.Title) })

	typing(d, "title", "B", "BC", "BCD") // one step: the same field, without a pause
	clock = clock.Add(mergeWithin)
	typing(d, "title", "E") // after a pause: a step of its own
	d.Seal()
	typing(d, "title", "F") // after leaving the field: a step of its own
	typing(d, "", "G")
	typing(d, "", "H") // the empty key never merges

	want := []string{"G", "F", "E", "BCD", "A", "A"}
	for i, title := range want {
		d.Undo()
		if got := d.Event().Title; got != title {
			t.Fatalf("undo %d: %q, want %q", i+1, got, title)
		}
	}
	if d.Undo() != "" || d.RedoLabel() != "sửa tên" {
		t.Error("labels are wrong at the oldest version")
	}
	d.Redo()
	if d.Event().Title != "BCD" {
		t.Errorf("redo: %q", d.Event().Title)
	}
	typing(d, "title", "X")
	if d.Redo() != "" {
		t.Error("an edit must end what can be redone")
	}
	d.Undo()
	if d.Event().Title != "BCD" {
		t.Error("an edit after undo merged into an older step")
	}
	if told[len(told)-1] != "BCD" {
		t.Error("the watcher was not told of an undo")
	}
}

func TestDirty(t *testing.T) {
	d := NewDocument(&Event{Title: "A"})
	if d.Dirty() {
		t.Error("a document begins saved")
	}
	typing(d, "title", "B")
	version := d.Event()
	typing(d, "title", "C")
	d.MarkSaved(version) // autosave wrote an older version meanwhile
	if !d.Dirty() {
		t.Error("the current version was not saved")
	}
	d.MarkSaved(d.Event())
	d.Undo()
	if !d.Dirty() {
		t.Error("undo leaves the saved version")
	}
	d.Redo()
	if d.Dirty() {
		t.Error("redo came back to the saved version")
	}
}

func TestHistoryIsBounded(t *testing.T) {
	d := NewDocument(&Event{})
	for i := range historyDepth + 50 {
		typing(d, "", fmt.Sprint(i))
	}
	n := 0
	for d.Undo() != "" {
		n++
	}
	if n != historyDepth {
		t.Errorf("%d steps could be undone", n)
	}
}

func TestReadersOfOldVersionsAreSafe(t *testing.T) {
	d := NewDocument(full())
	done := make(chan bool)
	go func() {
		defer close(done)
		for range 200 {
			Check(d.Event())
		}
	}()
	for i := range 200 {
		d.Edit("", "", func(e *Event) {
			e.Ceremonies[0].Program.Items[0].Title = fmt.Sprint(i)
			e.EditRoster(e.Rosters[0].ID, func(r *Roster) {
				r.EditRecipient(r.Recipients[0].ID, func(p *Recipient) { p.Name = fmt.Sprint("Tên ", i) })
			})
		})
	}
	<-done
}

func large() *Event {
	e := full()
	e.Certificates[0].RosterID = e.Rosters[0].ID
	e.Rosters[0].Recipients = make([]*Recipient, 100_000)
	for i := range e.Rosters[0].Recipients {
		e.Rosters[0].Recipients[i] = &Recipient{ID: NewID(), Name: "Vũ Thùy Hà Mai", Class: "1A1"}
	}
	return e
}

// BenchmarkEditItem edits a program item with 100,000 recipients in the event.
func BenchmarkEditItem(b *testing.B) {
	d := NewDocument(large())
	b.ReportAllocs()
	for b.Loop() {
		d.Edit("", "key", func(e *Event) { e.Ceremonies[0].Program.Items[0].Title = "Chào cờ" })
	}
}

// BenchmarkEditRecipient edits one of 100,000 recipients.
func BenchmarkEditRecipient(b *testing.B) {
	d := NewDocument(large())
	id := d.Event().Rosters[0].Recipients[99_999].ID
	b.ReportAllocs()
	for b.Loop() {
		d.Edit("", "key", func(e *Event) {
			e.EditRoster(e.Rosters[0].ID, func(r *Roster) { r.EditRecipient(id, func(p *Recipient) { p.Class = "5A6" }) })
		})
	}
}

// BenchmarkCheck proofreads an event with 100,000 recipients.
func BenchmarkCheck(b *testing.B) {
	e := large()
	for b.Loop() {
		Check(e)
	}
}
