package table

import (
	"strings"
	"unicode"
)

// unseen are runes that stand in words without being seen, or look like a plain space.
const unseen = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u00a0\u2007\u202f"

// withoutUnseen takes the runes out of a cell's words that nobody sees, and makes plain spaces of those between words. At the
// ends of a cell they harm nobody.
func withoutUnseen(cell string) string {
	if !strings.ContainsAny(cell, unseen) {
		return cell
	}
	inside := strings.TrimFunc(cell, func(r rune) bool { return strings.ContainsRune(unseen, r) || unicode.IsSpace(r) })
	plain := strings.Map(func(r rune) rune {
		switch {
		case !strings.ContainsRune(unseen, r):
			return r
		case unicode.IsSpace(r):
			return ' '
		}
		return -1
	}, inside)
	if plain == inside {
		return cell
	}
	return plain
}

// onlyHorns are the words that a lost ư at their end leaves as bare consonants, and that are nothing else in small letters.
var onlyHorns = map[string]string{"th": "thư", "nh": "như"}

// hornPairs are words with such a ư that only their neighbour tells, or capitals: "TH" alone is tiểu học.
var hornPairs = []string{
	"thư viện", "thư ký", "thư kí", "thư khen", "thư ngỏ", "thư mời", "bí thư", "như sau", "như trên", "sư phạm", "giáo sư", "sư đoàn", "tư tưởng",
	"tư duy", "tư cách", "tư thế", "tư liệu", "tư vấn", "tư pháp", "tư nhân", "đầu tư", "thứ tư", "cư dân", "cư xử", "cư trú", "dân cư", "dư luận", "ngư dân",
}

// lastHorns gives back the ư at the end of a word that TCVN3 has lost, where one word alone is likely: "th viện" is thư viện,
// "Minh Th" Minh Thư, "s phạm" sư phạm.
func lastHorns(cell string) string {
	words := strings.FieldsFunc(cell, func(r rune) bool { return !unicode.IsLetter(r) })
	i := -1
	return eachWord(cell, func(word string) string {
		if word == "" {
			return word
		}
		i++
		small := strings.ToLower(word)
		_, only := onlyHorns[small]
		capitals := word == strings.ToUpper(word)
		if only && !capitals || hornPair(words, i, small) {
			return word + map[bool]string{true: "Ư", false: "ư"}[capitals && cell == strings.ToUpper(cell)]
		}
		return word
	})
}

// hornPair tells whether a word and one beside it are a pair that has lost its ư.
func hornPair(words []string, i int, small string) bool {
	for _, pair := range hornPairs {
		first, second, _ := strings.Cut(pair, " ")
		if small+"ư" == first && i+1 < len(words) && strings.ToLower(words[i+1]) == second ||
			small+"ư" == second && i > 0 && strings.ToLower(words[i-1]) == first {
			return true
		}
	}
	return false
}
