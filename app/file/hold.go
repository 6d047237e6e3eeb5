package file

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// ErrHeld says that another program, or another part of this one, holds a file.
var ErrHeld = errors.New("held by another program")

// Hold is a small file that this program holds. The system lets go of it when the program ends, in peace or not, so that
// nothing that a crash has left can be taken for a living program.
type Hold struct {
	file *os.File
	name string
}

// HoldFile creates a file and holds it. The error is ErrHeld where somebody else does.
func HoldFile(name string) (*Hold, error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return nil, fmt.Errorf("hold %s: %w", name, err)
	}
	f, err := openHeld(name)
	if errors.Is(err, ErrHeld) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("hold %s: %w", name, err)
	}
	return &Hold{f, name}, nil
}

// Release lets go of the file, which vanishes. A nil Hold holds nothing.
func (h *Hold) Release() {
	if h != nil {
		letGo(h.file, h.name)
	}
}

// HoldEvent holds the event file at path for this program, by a file in a folder of the user's: the event's own folder may
// be one that nobody can write to, or be shared with people who wonder what lies there.
func HoldEvent(dir, path string) (*Hold, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("hold %s: %w", path, err)
	}
	sum := sha256.Sum256([]byte(whole))
	return HoldFile(filepath.Join(dir, hex.EncodeToString(sum[:8])))
}

// Stamp tells one version of a file on the disk from another. Its zero value is that of no file.
type Stamp struct {
	written time.Time
	size    int64
}

// StampOf reads the stamp of the file at path.
func StampOf(path string) Stamp {
	info, err := os.Stat(path)
	if err != nil {
		return Stamp{}
	}
	return Stamp{info.ModTime(), info.Size()}
}
