package app

import (
	"slices"
	"strings"
)

// ComparedWord is a word of a text that is compared with an official one.
type ComparedWord struct {
	Word string
	Side WordSide
}

// WordSide tells in which of the two texts a word stands.
type WordSide int

// The kinds of words in a comparison.
const (
	InBoth WordSide = iota
	OnlyHere
	OnlyOfficial
)

// CompareWording sets a text beside the official one: all words of both in their order. Case and punctuation make no
// difference.
func CompareWording(text, official string) []ComparedWord {
	a, b := strings.Fields(Clean(text)), strings.Fields(Clean(official))
	same := func(i, j int) bool { return strings.Join(words(a[i]), " ") == strings.Join(words(b[j]), " ") }
	common := make([][]int, len(a)+1) // common[i][j] is how many words a[i:] and b[j:] have in common, in their order
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if common[i][j] = max(common[i+1][j], common[i][j+1]); same(i, j) {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var list []ComparedWord
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && same(i, j):
			list, i, j = append(list, ComparedWord{a[i], InBoth}), i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			list, i = append(list, ComparedWord{a[i], OnlyHere}), i+1
		default:
			list, j = append(list, ComparedWord{b[j], OnlyOfficial}), j+1
		}
	}
	return list
}

// Misquoted returns the official slogan that a text comes near without being it; nil where there is none, or where the text
// is one of them.
func Misquoted(text string, officials []Slogan) *Slogan {
	own := words(text)
	if slices.ContainsFunc(officials, func(s Slogan) bool { return slices.Equal(words(s.Text), own) }) {
		return nil
	}
	for i := range officials {
		if official := officials[i].Text; isNearMiss(text, official) || differsInMarks(text, official) {
			return &officials[i]
		}
	}
	return nil
}

// differsInMarks tells whether two texts have the same letters with other marks: "mải" for "mãi".
func differsInMarks(a, b string) bool {
	x, y := strings.Join(words(a), " "), strings.Join(words(b), " ")
	return x != y && len(words(a)) > 2 && Fold(x) == Fold(y)
}

// Official lists what texts of the event are held against: its theme, and its slogans that name a source.
func (e *Event) Official() []Slogan {
	list := []Slogan{{Text: e.Theme, Source: e.Basis}}
	for _, s := range e.Slogans {
		if !isBlankText(s.Source) && Misquoted(s.Text, list[:1]) == nil {
			list = append(list, s)
		}
	}
	return list
}
