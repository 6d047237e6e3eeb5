package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tiengtrong/app"
	"tiengtrong/print"
)

// fileNames returns a name without ending for each recipient, by a pattern in which "/" parts folders. No two are the
// same, even where capitals don't count, and Windows takes them all.
func fileNames(batch *print.Batch, order []int, pattern string) []string {
	folders := splitPattern(pattern)
	names := make([]string, len(order))
	taken := make(map[string]bool, len(order))
	for i, place := range order {
		var parts []string
		for _, part := range folders {
			filled, _ := batch.Fill(part, place)
			parts = append(parts, safeName(filled))
		}
		whole := strings.Join(parts, "/")
		names[i] = whole
		for n := 2; taken[strings.ToLower(names[i])]; n++ {
			names[i] = fmt.Sprintf("%s (%d)", whole, n)
		}
		taken[strings.ToLower(names[i])] = true
	}
	return names
}

// splitPattern cuts a pattern at each "/" that stands outside of a field.
func splitPattern(pattern string) []string {
	depth := 0
	var parts []string
	from := 0
	for i, r := range pattern {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		case '/':
			if depth <= 0 {
				parts, from = append(parts, pattern[from:i]), i+1
			}
		}
	}
	return append(parts, pattern[from:])
}

// checkPattern finds fields of a pattern that no recipient has.
func checkPattern(batch *print.Batch, pattern string) error {
	if _, unknown := batch.Fill(pattern, 0); len(unknown) > 0 {
		return &UnknownName{"field", "{" + unknown[0] + "}", app.CertificateFields}
	}
	return nil
}

// maxName is how many bytes of a name are kept: file systems take 255, with the ending and a number.
const maxName = 180

// reserved are names of devices, which Windows takes for no file.
var reserved = strings.Fields("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")

// safeName returns a text as the name of a file on every system, with its letters as they are.
func safeName(text string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, app.Clean(text))
	for len(name) > maxName {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	name = strings.Trim(name, " .")
	stem, _, _ := strings.Cut(name, ".")
	if name == "" || slices.Contains(reserved, strings.ToLower(strings.TrimSpace(stem))) {
		name = "_" + name
	}
	return name
}
