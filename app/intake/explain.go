package intake

import (
	"errors"
	"strings"

	"tiengtrong/app"
	"tiengtrong/app/table"
)

// Explain returns the sentence, in the language of the phrases, that says why a list could not be read and what
// to do; "" for an error of another origin.
func Explain(phrases app.Phrases, err error) string {
	if e := (*table.Error)(nil); errors.As(err, &e) {
		return phrases.Say("table."+string(e.Code), "file", e.File, "is", e.Is)
	}
	if e := (*app.HeaderError)(nil); errors.As(err, &e) {
		return phrases.Say("header."+e.Code, "field", e.Field, "header", e.Header, "known", strings.Join(e.Known, ", "))
	}
	if e := (*UnknownTemplate)(nil); errors.As(err, &e) {
		return phrases.Say("template.unknown", "name", e.Name, "known", strings.Join(e.Known, ", "))
	}
	return ""
}
