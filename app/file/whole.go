package file

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// WriteWhole writes a file whole or not at all: aside first, then synced, then renamed over path. On an
// error what was at path stays as it was, and nothing is left beside it.
func WriteWhole(path string, write func(io.Writer) error) (err error) {
	if target, e := filepath.EvalSymlinks(path); e == nil {
		path = target // a link stays a link
	}
	aside, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*~")
	if err != nil {
		return fmt.Errorf("write aside: %w", err)
	}
	defer func() {
		if err != nil {
			aside.Close()
			os.Remove(aside.Name())
		}
	}()
	buffer := bufio.NewWriterSize(aside, 1<<16)
	if err := write(buffer); err != nil {
		return err
	}
	if err := buffer.Flush(); err != nil {
		return fmt.Errorf("write aside: %w", err)
	}
	if err := aside.Chmod(modeFor(path)); err != nil && runtime.GOOS != "windows" {
		return fmt.Errorf("write aside: %w", err)
	}
	if err := aside.Sync(); err != nil {
		return fmt.Errorf("sync: %w", err)
	}
	if err := aside.Close(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	if err := os.Rename(aside.Name(), path); err != nil {
		return fmt.Errorf("put in place: %w", err)
	}
	return syncFolder(filepath.Dir(path))
}

// modeFor keeps the permissions of a file that is there, and gives a new one the usual ones.
func modeFor(path string) os.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// syncFolder makes the rename itself last through a loss of power. Windows has no such call.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync folder: %w", err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil {
		return fmt.Errorf("sync folder: %w", err)
	}
	return nil
}
