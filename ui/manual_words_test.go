package ui

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/assets"
)

// bold is what the manual sets in bold type: words of the screen, and keys.
var bold = regexp.MustCompile(`\*\*(.+?)\*\*`)

// aKey is a key of the keyboard, or several pressed together.
var aKey = regexp.MustCompile(`^((Ctrl|Alt|Shift)\+)*([A-Z0-9↑↓←→+−]|F\d+|Tab|Shift|Ctrl|Enter|Esc|Backspace|Delete|Home|End|Space|[Pp]hím cách)$`)

// TestManualSpeaksOfWhatIsOnTheScreen holds that what the manual sets in bold type is a phrase of the program in the same
// language, or a key; “A › B” are two.
func TestManualSpeaksOfWhatIsOnTheScreen(t *testing.T) {
	for _, lang := range languages {
		phrases, err := app.LoadPhrases(assets.Sub("lang"), lang)
		if err != nil {
			t.Fatal(err)
		}
		var known []string
		for _, phrase := range phrases {
			name, _, _ := strings.Cut(phrase, ": ") // what comes after a colon or in brackets explains
			name, _, _ = strings.Cut(name, " (")
			known = append(known, strings.TrimSuffix(phrase, "…"), name)
		}
		text, err := fs.ReadFile(assets.Sub("manual"), lang+".md")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range bold.FindAllStringSubmatch(string(text), -1) {
			for _, words := range strings.Split(m[1], " › ") {
				if !aKey.MatchString(words) && !slices.Contains(known, strings.TrimSuffix(words, "…")) {
					t.Errorf("%s.md speaks of %q, which is neither on the screen nor a key", lang, words)
				}
			}
		}
	}
}
