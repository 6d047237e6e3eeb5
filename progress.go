package main

import (
	"fmt"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"tiengtrong/print/export"
)

// progressPause is how often the line on the terminal is written anew.
const progressPause = 200 * time.Millisecond

// progress tells in one line how far an export is, where people look on at a terminal; finish clears it. A file or a pipe
// gets nothing.
func (s *speaker) progress(to *os.File) (export.Progress, func()) {
	if info, err := to.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil, func() {}
	}
	var last time.Time
	width := 0
	write := func(line string) {
		fmt.Fprint(to, "\r"+line+strings.Repeat(" ", max(0, width-utf8.RuneCountInString(line))))
		width = utf8.RuneCountInString(line)
	}
	tell := func(done, total int, name string) {
		if now := time.Now(); now.Sub(last) >= progressPause {
			last = now
			write(s.say("print.doing", "name", name, "done", fmt.Sprint(done), "total", fmt.Sprint(total)))
		}
	}
	return tell, func() { write(""); fmt.Fprint(to, "\r") }
}
