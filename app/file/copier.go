package file

import (
	"archive/zip"
	"io"
	"os"

	"tiengtrong/app"
)

// Copier keeps copies of events that are being edited. Of a long list only what changed since is packed anew for each copy; the
// rest is taken from the copy before. It belongs to one goroutine at a time.
type Copier struct {
	Folder RecoveryFolder
	event  app.ID         // whose copy was written last
	stamp  Stamp          // of that copy
	packed map[string]any // what is packed in it, by entry
}

// Keep writes a copy of an event whose file is at path, whole or not at all. The error is an *Error.
func (c *Copier) Keep(e *app.Event, path string) error {
	name := c.Folder.copyOf(e.ID)
	var p packer
	if c.event == e.ID && c.stamp == StampOf(name) {
		p.had = c.packed
	}
	c.packed = nil // until the copy is there
	err := os.MkdirAll(string(c.Folder), 0o700)
	if err == nil {
		err = WriteWhole(name, func(w io.Writer) error {
			if old, err := zip.OpenReader(name); err == nil {
				defer old.Close() // before the new one takes its place
				p.old = &old.Reader
			} else { // there is none
				p.had = nil
			}
			return p.write(w, e, path)
		})
	}
	if err != nil {
		return cantWrite(name, err)
	}
	c.event, c.stamp, c.packed = e.ID, StampOf(name), p.has
	return nil
}
