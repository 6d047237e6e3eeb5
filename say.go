package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"tiengtrong/app"
	"tiengtrong/assets"
)

// speaker turns what happened into sentences of the chosen language.
type speaker struct {
	lang    string
	phrases app.Phrases
}

// languages are those that the program speaks.
var languages = []string{"vi", "en"}

// languageOf returns the language that the arguments ask for, or else the system's. It is needed before the flags
// are read, to tell what is wrong with them.
func languageOf(args []string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return languageOfSystem()
}

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

// known refuses a language that the program doesn't speak.
func (s *speaker) known() error {
	if !slices.Contains(languages, s.lang) {
		return sentence("no-language", "name", s.lang, "known", strings.Join(languages, ", "))
	}
	return nil
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

// output remembers the first failure to write to it, such as that of a full disk.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

// writeJSON writes v to standard output, indented, with Vietnamese letters as they are.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// decimal writes a number to two places with the decimal mark of the language.
func (s *speaker) decimal(v float64) string {
	text := fmt.Sprintf("%.2f", v)
	if s.lang == "en" {
		return text
	}
	return strings.Replace(text, ".", ",", 1)
}
