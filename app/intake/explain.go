package intake

import (
	"cmp"
	"errors"
	"strings"

	"tiengtrong/app"
	"tiengtrong/app/table"
)

// Explain returns the sentence, in the language of the phrases, that says why a list could not be read and what
// to do; "" for an error of another origin.
func Explain(phrases app.Phrases, err error) string {
	if e := (*table.Error)(nil); errors.As(err, &e) {
		return phrases.Say("table."+string(e.Code), "file", cmp.Or(e.File, phrases.Say("kind.clipboard")), "is", called(phrases, e.Is))
	}
	if e := (*app.HeaderError)(nil); errors.As(err, &e) {
		return phrases.Say("header."+e.Code, "field", e.Field, "header", e.Header, "known", strings.Join(e.Known, ", "))
	}
	if e := (*UnknownTemplate)(nil); errors.As(err, &e) {
		return phrases.Say("template.unknown", "name", e.Name, "known", strings.Join(e.Known, ", "))
	}
	if e := (*UnknownSheet)(nil); errors.As(err, &e) {
		return phrases.Say("table.no-sheet", "name", e.Name, "known", strings.Join(e.Known, ", "))
	}
	return ""
}

// called returns what people call a kind of file; a name that is the same everywhere, such as ".docx", stays.
func called(phrases app.Phrases, kind string) string {
	if kind == "" {
		kind = "nothing"
	}
	if text, ok := phrases["kind."+kind]; ok {
		return text
	}
	return kind
}
