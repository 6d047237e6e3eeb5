package ui

import (
	"encoding/json"
	"strings"

	"fyne.io/fyne/v2/lang"

	"tiengtrong/app"
	"tiengtrong/assets"
)

// languages are the languages of the screen, in the order of the choice. What is printed on paper is Vietnamese.
var languages = []string{"vi", "en"}

// loadLanguage reads the sentences of a language and hands Fyne the words of its own widgets.
func loadLanguage(code string) (app.Phrases, error) {
	phrases, err := app.LoadPhrases(assets.Sub("lang"), code)
	if err != nil {
		return nil, err
	}
	own := map[string]string{}
	for key, sentence := range phrases {
		if name, ok := strings.CutPrefix(key, "fyne."); ok {
			own[name] = sentence
		}
	}
	data, err := json.Marshal(own)
	if err != nil {
		return nil, err
	}
	return phrases, lang.AddTranslationsForLocale(data, lang.SystemLocale())
}

// say returns the sentence of a key in the language of the screen, its holes filled from pairs of name and value.
func (w *Window) say(key string, pairs ...string) string { return w.phrases.Say(key, pairs...) }

// listed makes one sentence of names: "a, b, c".
func listed(names []string) string { return strings.Join(names, ", ") }
