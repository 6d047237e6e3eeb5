package export

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// asideName is what folders and files are called that are being written, with digits in the place of the star.
const asideName = ".tiengtrong-*"

var isAside = regexp.MustCompile(`^\.tiengtrong-\d+$`)

// staleAfter is how long nothing has been written into what a killed export left. A living one writes every second.
const staleAfter = time.Hour

// Aside makes a folder within dir in which files can be completed, after taking away those that a killed export left there.
func Aside(dir string) (string, error) {
	Sweep(dir)
	aside, err := os.MkdirTemp(dir, asideName)
	if err != nil {
		return "", fmt.Errorf("write into the folder: %w", err)
	}
	return aside, nil
}

// AsideFile makes a file within dir that will be moved into place.
func AsideFile(dir string) (*os.File, error) { return os.CreateTemp(dir, asideName) }

// Sweep takes away what killed exports left in a folder. What can't be removed stays: it is in nobody's way.
func Sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if path := filepath.Join(dir, e.Name()); isAside.MatchString(e.Name()) && time.Since(lastWritten(path)) > staleAfter {
			os.RemoveAll(path)
		}
	}
}

// lastWritten returns when a file, or anything in a folder, was written last: now, where that can't be told.
func lastWritten(path string) time.Time {
	var last time.Time
	err := filepath.WalkDir(path, func(_ string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
		return err
	})
	if err != nil {
		return time.Now()
	}
	return last
}
