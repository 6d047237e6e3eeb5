package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
)

// speaker turns what happened into sentences of the chosen language.
type speaker struct {
	lang    string
	phrases app.Phrases
}

// exitError is an error with an exit code of its own. A nil cause was already told.
type exitError struct {
	code  int
	cause error
}

func (e *exitError) Error() string {
	if e.cause == nil {
		return ""
	}
	return e.cause.Error()
}

func (e *exitError) Unwrap() error { return e.cause }

// languageOfSystem returns "en" where the system's language is English, else "vi".
func languageOfSystem() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(v, "en") {
				return "en"
			}
			break
		}
	}
	return "vi"
}

func (s *speaker) load() app.Phrases {
	if s.phrases == nil {
		phrases, err := app.LoadPhrases(assets.Sub("lang"), s.lang)
		if err != nil {
			phrases, _ = app.LoadPhrases(assets.Sub("lang"), "vi")
		}
		s.phrases = phrases
	}
	return s.phrases
}

// say returns the phrase of key with its holes filled.
func (s *speaker) say(key string, pairs ...string) string { return s.load().Say(key, pairs...) }

// error returns the sentence of an error, or "" for one that was already told.
func (s *speaker) error(err error) string {
	if f := (*file.Error)(nil); errors.As(err, &f) {
		return s.say("file."+string(f.Code), "path", f.Path)
	}
	if text := intake.Explain(s.load(), err); text != "" {
		return text
	}
	if err.Error() == "" {
		return ""
	}
	key := "cli." + err.Error()
	if text := s.say(key); text != key {
		return text
	}
	return s.say("cli.error", "error", err.Error())
}

// problems writes one line for each problem.
func (s *speaker) problems(w io.Writer, problems []app.Problem) {
	for _, p := range problems {
		fmt.Fprintf(w, "%s %s\n", s.say("severity."+string(p.Severity)), s.load().Problem(p))
	}
}

// writeJSON writes v to standard output, indented, with Vietnamese letters as they are.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
