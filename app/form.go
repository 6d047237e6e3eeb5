package app

import (
	"strconv"
	"strings"
	"unicode"
)

// form writes the value of a field; nil leaves it as it is.
type form func(value string) string

// forms are the forms that have a name, folded: {họ tên: chữ hoa}.
var forms = map[string]form{
	"chu hoa": strings.ToUpper, "chu thuong": strings.ToLower, "hoa dau tu": titleCase, "hoa dau cau": sentenceCase,
	"day du": ofDate(Date.Long),
}

// caseOf returns the form that the writing of a field's name asks for: {TRƯỜNG}, {Họ Tên}, {Danh hiệu}.
func caseOf(name string) form {
	name = Clean(name)
	words := strings.Fields(name)
	capitals := 0
	for _, w := range words {
		if startsUpper(w) {
			capitals++
		}
	}
	switch {
	case name == strings.ToLower(name):
		return nil
	case name == strings.ToUpper(name):
		return strings.ToUpper
	case capitals == len(words) && capitals > 1:
		return titleCase
	case startsUpper(name):
		return sentenceCase
	}
	return nil
}

func startsUpper(text string) bool {
	for _, r := range text {
		return unicode.IsUpper(r)
	}
	return false
}

// formOf reads the form behind the colon of a field, to be written in letters as the field's name asks for: a name of
// forms, the digits that a number is filled up to, or a pattern of a date with d, dd, m, mm, yy or yyyy as its words.
func formOf(text string, letters form) (form, bool) {
	f := forms[Fold(text)]
	if digits, err := strconv.Atoi(strings.TrimSpace(text)); err == nil && digits > 0 && digits <= maxDigits {
		f = func(value string) string { return filled(value, digits) }
	}
	if isDatePattern(text) {
		pattern := Clean(text)
		f = ofDate(func(d Date) string { return d.Format(pattern) })
	}
	if f == nil {
		return letters, false
	}
	if letters == nil {
		return f, true
	}
	return func(value string) string { return letters(f(value)) }, true
}

// filled returns a whole number with zeros before it up to the digits; another text stays as it is.
func filled(value string, digits int) string {
	if strings.ContainsFunc(value, func(r rune) bool { return r < '0' || r > '9' }) {
		return value
	}
	return strings.Repeat("0", max(0, digits-len(value))) + value
}

// ofDate returns the form of a text that is a date; another text stays as it is.
func ofDate(write func(Date) string) form {
	return func(value string) string {
		if d, err := ParseDate(value); err == nil && !d.IsZero() {
			return write(d)
		}
		return value
	}
}

// titleCase begins each word with a capital, also behind an apostrophe or a hyphen: H'Hen. A text all in capitals
// gets small letters first.
func titleCase(text string) string {
	if text == strings.ToUpper(text) {
		text = strings.ToLower(text)
	}
	before := ' '
	return strings.Map(func(r rune) rune {
		first := strings.ContainsRune(" '’-\n", before)
		before = r
		if first {
			return unicode.ToUpper(r)
		}
		return r
	}, text)
}

// sentenceCase begins the text with a capital.
func sentenceCase(text string) string {
	for i, r := range text {
		if unicode.IsLetter(r) {
			return text[:i] + string(unicode.ToUpper(r)) + text[i+len(string(r)):]
		}
	}
	return text
}

// datePieces parts a pattern into its words and what stands between them.
func datePieces(pattern string) []string {
	var pieces []string
	letter := false
	for _, r := range pattern {
		if is := unicode.IsLetter(r) || unicode.IsMark(r); is != letter || len(pieces) == 0 {
			pieces, letter = append(pieces, ""), is
		}
		pieces[len(pieces)-1] += string(r)
	}
	return pieces
}

// dateWords are the words of a pattern that stand for a part of a date, as spreadsheets have them.
var dateWords = map[string]func(Date) string{
	"d": func(d Date) string { return strconv.Itoa(d.Day) }, "dd": func(d Date) string { return filled(strconv.Itoa(d.Day), 2) },
	"m": func(d Date) string { return strconv.Itoa(d.Month) }, "mm": func(d Date) string { return filled(strconv.Itoa(d.Month), 2) },
	"yy": func(d Date) string { return filled(strconv.Itoa(d.Year%100), 2) }, "yyyy": func(d Date) string { return strconv.Itoa(d.Year) },
}

func isDatePattern(text string) bool {
	for _, piece := range datePieces(text) {
		if dateWords[piece] != nil {
			return true
		}
	}
	return false
}

// Format writes d by a pattern such as "ngày dd tháng mm năm yyyy": the words d, dd, m, mm, yy and yyyy stand for
// day, month and year, all else for itself.
func (d Date) Format(pattern string) string {
	pieces := datePieces(pattern)
	for i, piece := range pieces {
		if write := dateWords[piece]; write != nil {
			pieces[i] = write(d)
		}
	}
	return strings.Join(pieces, "")
}
