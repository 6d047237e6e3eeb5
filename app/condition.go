package app

import (
	"slices"
	"strconv"
	"strings"
)

// condition is what a part of a choice asks of a recipient.
type condition struct {
	field string                  // folded; "" for "còn lại", which holds for everybody who is left
	test  func(value string) bool // nil where nothing holds, since the condition can't be understood
	words bool                    // it asks for words that somebody on the list should have, or they are misspelt
}

func (c condition) holds(lookup Lookup) bool {
	if c.field == "" {
		return true
	}
	value, known := lookup(c.field)
	return known && c.test != nil && c.test(value)
}

// operator is a word between field and value, with what it asks.
type operator struct {
	word  string
	test  func(operand string) func(value string) bool
	words bool // as in condition
}

var operators = []operator{
	{"là", isOneOf, true}, {"=", isOneOf, true}, {"chứa", hasOneOf, true}, {"từ", isFrom, false}, {"dưới", isBelow, false},
}

// spoken are the fields whose value follows without a word between: "khối 5", "danh hiệu Học sinh Xuất sắc".
var spoken = []string{"giới tính", "lớp", "khối", "danh hiệu", "nội dung"}

// conditionOf reads a condition:
//
//	nữ · nam                          gender
//	lớp 1A1 · lớp 1 · khối 1 hoặc 2   class and grade
//	danh hiệu Học sinh Xuất sắc       award, or any field with "là": xếp loại là Tốt
//	danh hiệu chứa Xuất sắc           a part of it
//	điểm từ 9 · điểm từ 8 đến 9,5 · điểm dưới 5
//	có ngày sinh · không có ngày sinh
//	còn lại · khác
func conditionOf(text string) (condition, bool) {
	text = Clean(text)
	switch key := Fold(text); {
	case key == "con lai" || key == "khac":
		return condition{}, true
	case key == "nu" || text == strings.ToLower(text) && key == "nam":
		return condition{field: "gioi tinh", test: isOneOf(text)}, true
	case strings.HasPrefix(key, "khong co "):
		return condition{field: strings.TrimPrefix(key, "khong co "), test: isBlankText}, true
	case strings.HasPrefix(key, "co "):
		return condition{field: strings.TrimPrefix(key, "co "), test: func(value string) bool { return !isBlankText(value) }}, true
	}
	words := strings.Split(text, " ")
	for i, word := range words[:len(words)-1] {
		for _, o := range operators {
			if i > 0 && strings.ToLower(word) == o.word {
				return valued(strings.Join(words[:i], " "), o, strings.Join(words[i+1:], " "))
			}
		}
	}
	for _, field := range spoken {
		if value, ok := cutFolded(words, strings.Fields(field)); ok {
			return valued(field, operators[0], value)
		}
	}
	return condition{field: "?"}, false
}

// valued returns a condition on a field's value. A class that is a number is a grade: "lớp 1".
func valued(field string, o operator, operand string) (condition, bool) {
	c := condition{Fold(field), o.test(operand), o.words}
	if _, err := strconv.Atoi(strings.Fields(operand)[0]); err == nil && c.field == "lop" {
		c.field = "khoi"
	}
	if c.field == "khoi" || c.field == "gioi tinh" {
		c.words = false
	}
	return c, c.test != nil
}

// cutFolded returns what follows the first words, compared without case and marks.
func cutFolded(words, first []string) (rest string, ok bool) {
	if len(words) <= len(first) || Fold(strings.Join(words[:len(first)], " ")) != Fold(strings.Join(first, " ")) {
		return "", false
	}
	return strings.Join(words[len(first):], " "), true
}

// alternatives are the folded texts between the "hoặc" of an operand.
func alternatives(operand string) []string {
	list := strings.Split(operand, " hoặc ")
	for i, text := range list {
		list[i] = Fold(text)
	}
	return list
}

func isOneOf(operand string) func(string) bool {
	wanted := alternatives(operand)
	return func(value string) bool { return slices.Contains(wanted, Fold(value)) }
}

func hasOneOf(operand string) func(string) bool {
	wanted := alternatives(operand)
	return func(value string) bool {
		folded := Fold(value)
		return slices.ContainsFunc(wanted, func(want string) bool { return strings.Contains(folded, want) })
	}
}

// isFrom reads "9" or "8 đến 9,5".
func isFrom(operand string) func(string) bool {
	low, high, bounded := strings.Cut(operand, " đến ")
	from, ok := number(low)
	to, upper := number(high)
	if !ok || bounded && !upper {
		return nil
	}
	return func(value string) bool {
		v, ok := number(value)
		return ok && v >= from && (!bounded || v <= to)
	}
}

func isBelow(operand string) func(string) bool {
	limit, ok := number(operand)
	if !ok {
		return nil
	}
	return func(value string) bool {
		v, ok := number(value)
		return ok && v < limit
	}
}

// number reads a number as lists write it, "9,5" or "9.5".
func number(text string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
	return v, err == nil
}

// Grade returns the grade of a class, 1 to 12: that of "1A1", "Lớp 10A2", "5/3". It is 0 where the class tells none.
func Grade(class string) int {
	class = strings.TrimPrefix(Fold(class), "lop ")
	end := strings.IndexFunc(class, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(class)
	}
	grade, err := strconv.Atoi(class[:end])
	if err != nil || grade > 12 {
		return 0
	}
	return grade
}
