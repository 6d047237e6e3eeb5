//go:build nogui

package main

import "errors"

// openWindow says that this build has no window.
func openWindow([]string) error {
	return &exitError{2, errors.New("no-window")}
}
