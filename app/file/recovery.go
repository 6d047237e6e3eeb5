package file

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"tiengtrong/app"
)

// RecoveryFolder is the folder with copies of events that are newer than their files. A copy is an event file named by
// the event's ID; the zip's comment is the path of the file that it belongs to, "" where there is none yet.
type RecoveryFolder string

// Recovered tells of a copy that a program which did not end in peace has left.
type Recovered struct {
	Event *app.Event
	Path  string // of the event's file; "" for an event that was never saved
	At    time.Time
}

// SystemRecovery is the folder for copies in the place that the system gives to programs.
func SystemRecovery() (RecoveryFolder, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find a place for recovery copies: %w", err)
	}
	return RecoveryFolder(filepath.Join(config, "tiengtrong", "khoi-phuc")), nil
}

func (f RecoveryFolder) copyOf(id app.ID) string { return filepath.Join(string(f), id.String()+Ending) }

// Keep writes a copy of an event whose file is at path, whole or not at all. The error is an *Error.
func (f RecoveryFolder) Keep(e *app.Event, path string) error {
	name := f.copyOf(e.ID)
	err := os.MkdirAll(string(f), 0o700)
	if err == nil {
		err = WriteWhole(name, func(w io.Writer) error { return write(w, e, path) })
	}
	if err != nil {
		return &Error{CantWrite, name, err}
	}
	return nil
}

// Drop removes the copy of an event, if there is one. The error is an *Error.
func (f RecoveryFolder) Drop(id app.ID) error {
	if err := os.Remove(f.copyOf(id)); err != nil && !os.IsNotExist(err) {
		return &Error{CantWrite, f.copyOf(id), err}
	}
	return nil
}

// List returns the copies that are newer than their files, the latest first. What can't be read is left out.
func (f RecoveryFolder) List() []Recovered {
	names, _ := filepath.Glob(filepath.Join(string(f), "*"+Ending)) // the pattern is well formed
	var found []Recovered
	for _, name := range names {
		if r, err := readRecovery(name); err == nil && !r.outdated() {
			found = append(found, r)
		}
	}
	slices.SortFunc(found, func(a, b Recovered) int { return b.At.Compare(a.At) })
	return found
}

func readRecovery(name string) (Recovered, error) {
	info, err := os.Stat(name)
	if err != nil {
		return Recovered{}, err
	}
	e, err := Open(name)
	if err != nil {
		return Recovered{}, err
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		return Recovered{}, err
	}
	defer z.Close()
	return Recovered{Event: e, Path: z.Comment, At: info.ModTime()}, nil
}

// outdated tells whether the event's file was written after the copy.
func (r Recovered) outdated() bool {
	info, err := os.Stat(r.Path)
	return err == nil && info.ModTime().After(r.At)
}
