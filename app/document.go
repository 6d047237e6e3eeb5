package app

import (
	"sync/atomic"
	"time"
)

// Document is an event that is being edited, with its history. Edits, undo and redo belong to one
// goroutine; Event may be called from any, since a published event never changes.
type Document struct {
	current atomic.Pointer[Event]
	saved   *Event
	done    []step // what Undo goes back to, oldest first
	undone  []step
	sealed  bool
	watch   func(*Event)
	now     func() time.Time
}

// step remembers the version before an edit.
type step struct {
	before *Event
	label  string
	key    string
	at     time.Time
}

// mergeWithin is how long a pause may be for two edits of the same key to be one step of undo.
const mergeWithin = 2 * time.Second

// historyDepth is how many steps can be undone. Versions share what they did not change, so a step costs
// some tens of kilobytes.
const historyDepth = 500

// NewDocument returns a document on e, which counts as saved.
func NewDocument(e *Event) *Document {
	d := &Document{saved: e, now: time.Now, watch: func(*Event) {}}
	d.current.Store(e)
	return d
}

// Event returns the current version, to be read.
func (d *Document) Event() *Event { return d.current.Load() }

// Watch names the one who is told of each new version.
func (d *Document) Watch(f func(*Event)) { d.watch = f }

// Edit changes a clone of the event and publishes it as one step of undo, named label. Edits that follow
// each other with the same key, such as letters typed into one field, become one step; key "" never does.
func (d *Document) Edit(label, key string, change func(*Event)) {
	before := d.Event()
	after := before.Clone()
	change(after)
	if !d.merges(key) {
		d.done = append(d.done, step{before: before, label: label})
		if len(d.done) > historyDepth {
			d.done = d.done[1:]
		}
	}
	last := &d.done[len(d.done)-1]
	last.key, last.at = key, d.now()
	d.undone, d.sealed = nil, false
	d.publish(after)
}

// Record changes what no undo takes back, the register, and nothing else. It is no step; every version that undo and
// redo come to has the register as it is then. After an error nothing changed.
func (d *Document) Record(change func(*Event) error) error {
	before := d.Event()
	changed := before.Clone()
	if err := change(changed); err != nil {
		return err
	}
	if after := before.withRegister(changed.Register); after != before {
		d.Seal()
		d.publish(after)
	}
	return nil
}

func (d *Document) merges(key string) bool {
	if key == "" || d.sealed || len(d.done) == 0 {
		return false
	}
	last := d.done[len(d.done)-1]
	return last.key == key && d.now().Sub(last.at) < mergeWithin
}

// Seal ends the current step, so that the next edit begins a new one: a field was left, the file saved.
func (d *Document) Seal() { d.sealed = true }

// Undo goes back one step and returns its label, or "" where there is none.
func (d *Document) Undo() string { return d.travel(&d.done, &d.undone) }

// Redo takes back one undo and returns its label, or "" where there is none.
func (d *Document) Redo() string { return d.travel(&d.undone, &d.done) }

func (d *Document) travel(from, to *[]step) string {
	if len(*from) == 0 {
		return ""
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, step{before: d.Event(), label: last.label})
	d.sealed = true
	d.publish(last.before.withRegister(d.Event().Register))
	return last.label
}

// UndoLabel names the step that Undo would take back, or "".
func (d *Document) UndoLabel() string { return lastLabel(d.done) }

// RedoLabel names the step that Redo would do again, or "".
func (d *Document) RedoLabel() string { return lastLabel(d.undone) }

func lastLabel(steps []step) string {
	if len(steps) == 0 {
		return ""
	}
	return steps[len(steps)-1].label
}

// MarkSaved says that version e is what the file holds.
func (d *Document) MarkSaved(e *Event) {
	d.saved = e
	d.Seal()
}

// MarkUnsaved says that no file holds any version of the event: it was recovered.
func (d *Document) MarkUnsaved() { d.saved = nil }

// Dirty tells whether the current version is other than the saved one.
func (d *Document) Dirty() bool { return d.Event() != d.saved }

func (d *Document) publish(e *Event) {
	d.current.Store(e)
	d.watch(e)
}

// withRegister returns the event with another register: itself where it is the same.
func (e *Event) withRegister(r *Register) *Event {
	if e.Register == r {
		return e
	}
	c := *e
	c.Register = r
	return &c
}
