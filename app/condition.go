package app

import (
	"iter"
	"slices"
	"strconv"
	"strings"
)

// condition is what a part of a choice asks of a recipient: all the clauses of one of its cases.
type condition [][]clause

// clause is a piece of a condition that asks for one thing.
type clause struct {
	field string                  // folded; "" for "còn lại", which holds for everybody who is left
	test  func(value string) bool // nil where nothing holds, since the clause can't be understood
	words bool                    // it asks for words that somebody on the list should have, or they are misspelt
	text  string                  // as it stands
	at    int                     // in the condition
}

func (c clause) holds(lookup Lookup) bool {
	if c.field == "" {
		return true
	}
	value, known := lookup(c.field)
	return known && c.test != nil && c.test(value)
}

func (c condition) holds(lookup Lookup) bool {
	return slices.ContainsFunc(c, func(all []clause) bool {
		return !slices.ContainsFunc(all, func(one clause) bool { return !one.holds(lookup) })
	})
}

// words tells whether a condition asks for words that somebody on the list should have.
func (c condition) words() bool {
	return slices.ContainsFunc(slices.Concat(c...), func(one clause) bool { return one.words })
}

// The words that join clauses; "và" binds more closely.
const (
	jointAnd = "và"
	jointOr  = "hoặc"
)

// conditionOf reads a condition, "nữ và lớp 9 hoặc khối 6", and the clauses of it that can't be understood. A joint belongs to
// the value before it where no clause begins behind it: "khối 1 hoặc 2", "nội dung chứa học tập và rèn luyện".
func conditionOf(text string) (c condition, bad []clause) {
	add := func(from, to int, joint string) {
		one, ok := clauseOf(text[from:to])
		one.text = strings.TrimSpace(text[from:to])
		one.at = from + strings.Index(text[from:to], one.text)
		if one.text == "" { // a joint that joins nothing
			one.text, one.at = text, 0
		}
		if !ok {
			bad = append(bad, one)
		}
		if joint == jointAnd {
			c[len(c)-1] = append(c[len(c)-1], one)
		} else {
			c = append(c, []clause{one})
		}
	}
	from, joined := 0, ""
	for at, word := range wordsAt(text) {
		if !isJoint(word) || at <= from {
			continue
		}
		behind := text[at+len(word):]
		if _, ok := clauseOf(untilJoint(behind)); ok || isWhole(text[from:at]) {
			add(from, at, joined)
			from, joined = at+len(word), strings.ToLower(word)
		}
	}
	add(from, len(text), joined)
	return c, bad
}

// wordsAt yields the words of a text with their offsets.
func wordsAt(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for at := 0; at < len(text); {
			word, _, _ := strings.Cut(text[at:], " ")
			if word != "" && !yield(at, word) {
				return
			}
			at += len(word) + 1
		}
	}
}

func isJoint(word string) bool {
	word = strings.ToLower(word)
	return word == jointAnd || word == jointOr
}

// untilJoint returns a text up to the next joint.
func untilJoint(text string) string {
	for at, word := range wordsAt(text) {
		if isJoint(word) {
			return text[:at]
		}
	}
	return text
}

// isWhole tells whether a clause has no value that could go on behind it.
func isWhole(text string) bool {
	return slices.Contains([]string{"nu", "nam", "con lai", "khac"}, Fold(text))
}

// operator is a word between field and value, with what it asks.
type operator struct {
	word  string
	test  func(operand string) func(value string) bool
	words bool // as in clause
}

var operators = []operator{
	{"là", isOneOf, true}, {"=", isOneOf, true}, {"chứa", hasOneOf, true}, {"từ", isFrom, false}, {"dưới", isBelow, false},
}

// spoken are the fields whose value follows without a word between: "khối 5", "danh hiệu Học sinh Xuất sắc".
var spoken = []string{"giới tính", "lớp", "khối", "danh hiệu", "nội dung"}

// clauseOf reads a clause:
//
//	nữ · nam                          gender
//	lớp 1A1 · lớp 1 · khối 1 hoặc 2   class and grade
//	danh hiệu Học sinh Xuất sắc       award, or any field with "là": xếp loại là Tốt
//	danh hiệu chứa Xuất sắc           a part of it
//	điểm từ 9 · điểm từ 8 đến 9,5 · điểm dưới 5
//	có ngày sinh · không có ngày sinh
//	còn lại · khác
func clauseOf(text string) (clause, bool) {
	text = Clean(text)
	switch key := Fold(text); {
	case key == "con lai" || key == "khac":
		return clause{}, true
	case key == "nu" || text == strings.ToLower(text) && key == "nam":
		return clause{field: "gioi tinh", test: isOneOf(text)}, true
	case strings.HasPrefix(key, "khong co "):
		return clause{field: strings.TrimPrefix(key, "khong co "), test: isBlankText}, true
	case strings.HasPrefix(key, "co "):
		return clause{field: strings.TrimPrefix(key, "co "), test: func(value string) bool { return !isBlankText(value) }}, true
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
	return clause{field: "?"}, false
}

// valued returns a clause on a field's value. A class that is a number is a grade: "lớp 1".
func valued(field string, o operator, operand string) (clause, bool) {
	c := clause{field: Fold(field), test: o.test(operand), words: o.words}
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
