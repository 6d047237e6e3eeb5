package typing

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tiengtrong/app/syllable"
)

// marked tells what becomes of a letter under a mark, which has the name of its VNI key: 6 the circumflex, 7 the
// horn, 8 the breve, 9 the stroke. A mark takes the place of another one.
var marked = map[rune]map[rune]rune{
	'6': {'a': 'â', 'ă': 'â', 'e': 'ê', 'o': 'ô', 'ơ': 'ô'},
	'7': {'o': 'ơ', 'ô': 'ơ', 'u': 'ư'},
	'8': {'a': 'ă', 'â': 'ă'},
	'9': {'d': 'đ'},
}

// bases are the letters without their marks.
var bases = map[rune]rune{'â': 'a', 'ă': 'a', 'ê': 'e', 'ô': 'o', 'ơ': 'o', 'ư': 'u', 'đ': 'd'}

func base(r rune) rune {
	if b, ok := bases[r]; ok {
		return b
	}
	return r
}

const vowels = "aăâeêioôơuưy"

func isVowel(r rune) bool { return strings.ContainsRune(vowels, r) }

// accents are the tones' combining marks by the name of the tone, its VNI key.
var accents = map[rune]string{'1': "\u0301", '2': "\u0300", '3': "\u0309", '4': "\u0303", '5': "\u0323"}

// sound is a vowel and its tone.
type sound struct{ vowel, tone rune }

// written holds the letter of each sound, sounds the sound of each such letter.
var written, sounds = func() (map[sound]rune, map[rune]sound) {
	w, s := map[sound]rune{}, map[rune]sound{}
	for _, v := range vowels {
		for tone, accent := range accents {
			r := []rune(norm.NFC.String(string(v) + accent))[0]
			w[sound{v, tone}], s[r] = r, sound{v, tone}
		}
	}
	return w, s
}()

// onsets are the initial consonants; onsetStarts and rimeStarts the beginnings of onsets and rimes, as they stand
// while marks are still to come: "uoi" may become "uôi" or "ươi".
var (
	onsets      = func() map[string]bool { m := map[string]bool{}; addAll(m, syllable.Onsets()); return m }()
	onsetStarts = starts(syllable.Onsets())
	rimeStarts  = starts(syllable.Rimes())
)

func addAll(m map[string]bool, words iter.Seq[string]) {
	for w := range words {
		m[w] = true
	}
}

func starts(whole iter.Seq[string]) map[string]bool {
	m := map[string]bool{}
	for w := range whole {
		for i := range w {
			addUnmarked(m, []rune(w[:i]))
		}
		addUnmarked(m, []rune(w))
	}
	return m
}

// addUnmarked adds a text, and the same with any of its marks left out.
func addUnmarked(m map[string]bool, text []rune) {
	m[string(text)] = true
	for i, r := range text {
		if b := base(r); b != r {
			fewer := slices.Clone(text)
			fewer[i] = b
			addUnmarked(m, fewer)
		}
	}
}

// begins tells whether a syllable may begin so, in lower case and without a tone, marks being still to come.
func begins(text string) bool {
	if onsetStarts[text] || rimeStarts[text] {
		return true
	}
	for i := 1; i <= min(3, len(text)); i++ {
		if onsets[text[:i]] && rimeStarts[text[i:]] {
			return true
		}
	}
	return false
}
