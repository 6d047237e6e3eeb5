package table

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tiengtrong/app/syllable"
)

// tcvn3 pairs the characters as which a TCVN 5712:1993 (VN3, "ABC") text shows without its .VnTime font with
// the letters that they stand for. Toned capitals are missing: people took a second font, .VnTimeH, which drew
// the small codes as capitals.
const tcvn3 = "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ" +
	"µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậ" +
	"ÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị" +
	"ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợ" +
	"ïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ"

// vniMarks are the characters that VNI-Windows sets after a vowel, with the combining marks that they stand for.
var vniMarks = map[rune]string{
	'ø': "\u0300", 'ù': "\u0301", 'û': "\u0309", 'õ': "\u0303", 'ï': "\u0323",
	'â': "\u0302", 'à': "\u0302\u0300", 'á': "\u0302\u0301", 'å': "\u0302\u0309", 'ã': "\u0302\u0303", 'ä': "\u0302\u0323",
	'ê': "\u0306", 'è': "\u0306\u0300", 'é': "\u0306\u0301", 'ú': "\u0306\u0309", 'ü': "\u0306\u0303", 'ë': "\u0306\u0323",
}

// vniLetters pairs the characters of VNI-Windows that are letters by themselves with those letters.
const vniLetters = "ôơÔƠöưÖƯñđÑĐííÍÍììÌÌæỉÆỈóĩÓĨòịÒỊîỵÎỴ"

var (
	tcvn3Letters = pairs(tcvn3)
	vniSingles   = pairs(vniLetters)
	vniPairs     = vniPairTable()
)

// pairs makes a map of a text in which each key is followed by its value.
func pairs(text string) map[rune]rune {
	runes, m := []rune(text), map[rune]rune{}
	for i := 0; i+1 < len(runes); i += 2 {
		m[runes[i]] = runes[i+1]
	}
	return m
}

// vniPairTable lists every vowel of VNI-Windows that is followed by a mark.
func vniPairTable() map[[2]rune]rune {
	table := map[[2]rune]rune{}
	for _, base := range "aeouyôöAEOUYÔÖ" {
		letter := base
		if single, ok := vniSingles[base]; ok {
			letter = single
		}
		for mark, combining := range vniMarks {
			composed := []rune(norm.NFC.String(string(letter) + combining))
			if len(composed) != 1 {
				continue
			}
			table[[2]rune{base, mark}] = composed[0]
			table[[2]rune{base, unicode.ToUpper(mark)}] = composed[0]
		}
	}
	return table
}

// fromTCVN3 reads TCVN3 text that was taken for Western text, in a single pass: replacing one letter after
// the other would turn "các" into "cỏc".
func fromTCVN3(text string) string {
	return strings.Map(func(r rune) rune {
		if letter, ok := tcvn3Letters[r]; ok {
			return letter
		}
		return r
	}, text)
}

// onceOnly are the Vietnamese letters that a second reading as TCVN3 replaces, and makes of no other.
const onceOnly = "áâãèéêìíòôù"

// tcvn3Twice pairs what a second reading as TCVN3 made of Vietnamese letters with those letters.
var tcvn3Twice = func() map[rune]rune {
	m := map[rune]rune{}
	for _, letter := range onceOnly + "óõú" {
		m[tcvn3Letters[letter]] = letter
	}
	return m
}()

// likelyTwice are those of them that are rather a letter read twice than themselves: ô is common and ụ rare, and where
// ó was replaced, any ó is another letter's.
const likelyTwice = "óõúỏụỡỳờ"

// onceMore takes back a second reading as TCVN3 in the words that are no syllables as they stand; likely asks for those
// too that may be either.
func onceMore(cell string, likely bool) string {
	return eachWord(cell, func(word string) string {
		doubt := false
		once := strings.Map(func(r rune) rune {
			letter, ok := tcvn3Twice[r]
			if !ok {
				return r
			}
			doubt = doubt || !strings.ContainsRune(likelyTwice, r)
			return letter
		}, word)
		if once == word || !syllable.Is(strings.ToLower(once)) || syllable.Is(strings.ToLower(word)) && (doubt || !likely) {
			return word
		}
		return once
	})
}

// fromVNI reads VNI-Windows text that was taken for Western text, in a single pass.
func fromVNI(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		if i+1 < len(runes) {
			if letter, ok := vniPairs[[2]rune{runes[i], runes[i+1]}]; ok {
				b.WriteRune(letter)
				i++
				continue
			}
		}
		if letter, ok := vniSingles[runes[i]]; ok {
			b.WriteRune(letter)
			continue
		}
		b.WriteRune(runes[i])
	}
	return b.String()
}
