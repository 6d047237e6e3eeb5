//go:build !windows

package file

import (
	"errors"
	"os"
	"syscall"
)

func openHeld(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = ErrHeld
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// letGo removes the file while it is still held, so that nobody holds one that is being removed.
func letGo(f *os.File, name string) {
	os.Remove(name)
	f.Close()
}
