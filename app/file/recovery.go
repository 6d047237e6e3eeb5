package file

import (
	"archive/zip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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

// heldName is the file that a program holds in its own folder for copies.
const heldName = "dang-chay"

// Begin takes a folder within this one for the copies of this program, which no other program looks into as long as the
// hold lasts. What programs that run no more have left is moved there.
func (f RecoveryFolder) Begin() (RecoveryFolder, *Hold, error) {
	for n := 1; ; n++ {
		own := RecoveryFolder(filepath.Join(string(f), strconv.Itoa(n)))
		hold, err := HoldFile(filepath.Join(string(own), heldName))
		if errors.Is(err, ErrHeld) {
			continue
		}
		if err != nil {
			return "", nil, &Error{CantWrite, string(own), err}
		}
		own.inherit(f)
		return own, hold, nil
	}
}

// inherit moves the copies of programs that run no more into this folder, where it has none of the same event.
func (f RecoveryFolder) inherit(root RecoveryFolder) {
	names, _ := filepath.Glob(filepath.Join(string(root), "*"+Ending)) // of programs before there were folders
	folders, _ := filepath.Glob(filepath.Join(string(root), "[0-9]*"))
	for _, folder := range folders {
		hold, err := HoldFile(filepath.Join(folder, heldName))
		if err != nil {
			continue // its program runs, or is this one
		}
		left, _ := filepath.Glob(filepath.Join(folder, "*"+Ending))
		names = append(names, left...)
		defer os.Remove(folder) // if nothing is left in it
		defer hold.Release()
	}
	for _, name := range names {
		to := filepath.Join(string(f), filepath.Base(name))
		if _, err := os.Stat(to); err != nil {
			os.Rename(name, to) // else it waits for the next start
		}
	}
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
