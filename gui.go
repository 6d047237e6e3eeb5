//go:build !nogui

package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"tiengtrong/app/file"
	"tiengtrong/ui"
)

// appID names the program to the system.
const appID = "vn.tiengtrong.app"

// noDisplay is the exit code that says that there is no display; the Makefile answers to it.
const noDisplay = 3

// openWindow opens the window on the file that args names, or on none.
func openWindow(args []string) error {
	if !displayAnswers(runtime.GOOS, os.Getenv("DISPLAY")) {
		return &exitError{noDisplay, sentence("no-display")}
	}
	path := ""
	if len(args) > 0 {
		path = args[0]
	}
	fyneapp.SetMetadata(fyne.AppMetadata{ID: appID, Name: "Tiếng Trống", Version: version,
		Migrations: map[string]bool{"fyneDo": true}})
	events := ui.Sleeper{Wait: glfw.WaitEventsTimeout, Wake: glfw.PostEmptyEvent}
	err := ui.Run(fyneapp.NewWithID(appID), path, events, screens)
	if unreadable := (*file.Error)(nil); errors.As(err, &unreadable) {
		return &exitError{2, err}
	}
	return err
}

// displayAnswers tells whether a window can be opened. The toolkit ends the program where it can't, so that it
// must be known before: on X11 somebody must answer at the display that the environment names.
func displayAnswers(system, display string) bool {
	if system == "windows" || system == "darwin" {
		return true
	}
	host, rest, ok := strings.Cut(display, ":")
	number, err := strconv.Atoi(strings.SplitN(rest, ".", 2)[0])
	if !ok || err != nil {
		return false
	}
	network, address := "unix", fmt.Sprintf("/tmp/.X11-unix/X%d", number)
	if host != "" && host != "unix" {
		network, address = "tcp", net.JoinHostPort(host, strconv.Itoa(6000+number))
	}
	conn, err := net.DialTimeout(network, address, 2*time.Second)
	if err != nil && network == "unix" {
		conn, err = net.DialTimeout(network, "@"+address, 2*time.Second) // an abstract socket
	}
	if err != nil {
		return false
	}
	asked = conn
	return true
}

// asked is the connection over which the display answered. It stays open: an X server without another client
// starts anew when its last one hangs up, and would refuse the window meanwhile.
var asked net.Conn
