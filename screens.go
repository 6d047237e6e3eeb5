//go:build !nogui

package main

import (
	"github.com/go-gl/glfw/v3.4/glfw"

	"tiengtrong/ui"
)

// screens lists the screens that the system knows, of which the toolkit tells no more than whether there are two. It asks
// the library on which the toolkit stands, and so belongs to the toolkit's own goroutine.
func screens() []ui.Screen {
	var list []ui.Screen
	for i, m := range glfw.GetMonitors() { // the primary one comes first
		mode := m.GetVideoMode()
		if mode == nil { // it was unplugged just now
			continue
		}
		x, y := m.GetPos()
		list = append(list, ui.Screen{Name: m.GetName(), X: x, Y: y, Width: mode.Width, Height: mode.Height, Primary: i == 0})
	}
	return list
}
