package app

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Phrases are the sentences of one language of the screen, whole, with named holes: "{name} is {n} minutes
// late". What is printed on paper never comes from here.
type Phrases map[string]string

// LoadPhrases reads lang.json, a JSON object of key and sentence, from fsys.
func LoadPhrases(fsys fs.FS, lang string) (Phrases, error) {
	data, err := fs.ReadFile(fsys, lang+".json")
	if err != nil {
		return nil, fmt.Errorf("read language %q: %w", lang, err)
	}
	var p Phrases
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("read language %q: %w", lang, err)
	}
	return p, nil
}

// Say returns the sentence of key with its holes filled from pairs of name and value. A key that no
// language has is returned as it is, so that a test and a reader see it.
func (p Phrases) Say(key string, pairs ...string) string {
	sentence, ok := p[key]
	if !ok {
		return key
	}
	holes := slices.Clone(pairs) // they are the caller's
	for i := 0; i+1 < len(holes); i += 2 {
		holes[i] = "{" + holes[i] + "}"
	}
	return strings.NewReplacer(holes...).Replace(sentence)
}

// Problem returns the sentence of a problem: what, where, and what to do.
func (p Phrases) Problem(pr Problem) string {
	pairs := []string{"name", pr.Subject.Name}
	if pr.Subject.Kind == OfRecipient {
		pairs = append(pairs, "who", p.person(pr), "where", p.row(pr.Subject.Row))
	}
	if activity := pr.Args["activity"]; activity != "" { // the event has several; the first of two pairs counts
		pairs = append(pairs, "row", p.Say("finding.row-of", "row", pr.Args["row"], "activity", activity))
	}
	keys := make([]string, 0, len(pr.Args))
	for k := range pr.Args {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		pairs = append(pairs, k, p.argument(k, pr.Args[k]))
	}
	return p.Say("problem."+pr.Code, pairs...)
}

// named tells which arguments of problems are codes, and how the phrases of their names begin.
var named = map[string]string{"line": "field.certificate-", "ink": "field.ink-", "other-ink": "field.ink-"}

// argument returns an argument of a problem as people read it.
func (p Phrases) argument(key, value string) string {
	if prefix, ok := named[key]; ok {
		return p.Say(prefix + value)
	}
	if row, err := strconv.Atoi(value); key == "twin" && err == nil {
		return p.row(row)
	}
	return value
}
