package main

import (
	"fmt"
	"io"

	"tiengtrong/app"
)

// report says what to do about problems on the command line.
type report struct {
	*speaker
	path string // of the event
	all  bool   // a line for each person
}

// problems writes one line for each kind of problem, with the command that helps where there is one.
func (r report) problems(w io.Writer, problems []app.Problem) {
	found := app.Findings(problems)
	if r.all {
		found = found[:0]
		for _, p := range problems {
			found = append(found, app.Finding{Problem: p})
		}
	}
	told := map[string]bool{}
	for _, f := range found {
		fmt.Fprintf(w, "%s %s\n", r.say("severity."+string(f.Severity)), r.load().Problem(f.Problem))
		if others := r.load().Others(f); others != "" {
			fmt.Fprintln(w, "    "+others)
		}
		if hint, known := r.load()["hint."+f.Code]; known && hint != "" && !told[f.Code] {
			told[f.Code] = true
			fmt.Fprintln(w, "    "+r.say("hint."+f.Code, "path", r.path, "number", f.Args["number"]))
		}
	}
}
