//go:build nogui

package main

// openWindow says that this build has no window.
func openWindow([]string) error {
	return &exitError{2, sentence("no-window")}
}
