package typing

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tiengtrong/app/syllable"
)

// spelled is a syllable in its parts and how it is written in both conventions.
type spelled struct {
	onset, rime string
	tone        rune // a VNI key, or 0
	old, modern string
}

// places tells where the tone of each rime that ends in a vowel stands, in runes: the old convention and the modern.
var places = map[string][2]int{
	"a": {0, 0}, "ai": {0, 0}, "ao": {0, 0}, "au": {0, 0}, "ay": {0, 0}, "âu": {0, 0}, "ây": {0, 0}, "e": {0, 0}, "eo": {0, 0},
	"ê": {0, 0}, "êu": {0, 0}, "i": {0, 0}, "ia": {0, 0}, "iu": {0, 0}, "iêu": {1, 1}, "o": {0, 0}, "oi": {0, 0}, "oa": {0, 1},
	"oai": {1, 1}, "oao": {1, 1}, "oay": {1, 1}, "oe": {0, 1}, "oeo": {1, 1}, "ô": {0, 0}, "ôi": {0, 0}, "ơ": {0, 0}, "ơi": {0, 0},
	"u": {0, 0}, "ua": {0, 0}, "ui": {0, 0}, "uôi": {1, 1}, "uây": {1, 1}, "uê": {1, 1}, "uơ": {1, 1}, "uy": {0, 1}, "uya": {1, 1},
	"uyu": {1, 1}, "ư": {0, 0}, "ưa": {0, 0}, "ưi": {0, 0}, "ưu": {0, 0}, "ươi": {1, 1}, "ươu": {1, 1}, "y": {0, 0}, "yêu": {1, 1}, "yu": {0, 0},
}

// syllables are all that Vietnamese spelling allows, each once.
func syllables(t testing.TB) []spelled {
	var list []spelled
	onsets := append(slices.Sorted(syllable.Onsets()), "")
	seen := map[string]bool{}
	for _, onset := range slices.Backward(onsets) { // giêng is gi and êng, but gia is gi and a
		for _, rime := range slices.Sorted(syllable.Rimes()) {
			if seen[onset+rime] || onset == "g" && strings.HasPrefix(rime, "i") && len(rime) > 1 && isVowel([]rune(rime)[1]) {
				continue
			}
			seen[onset+rime] = true
			for _, tone := range []rune{0, '1', '2', '3', '4', '5'} {
				s := spelled{onset: onset, rime: rime, tone: tone}
				if s.write(t); syllable.Is(s.old) {
					list = append(list, s)
				}
			}
		}
	}
	return list
}

// write puts the tone on the vowel before the final consonant, or where the table says.
func (s *spelled) write(t testing.TB) {
	runes := []rune(s.rime)
	at, ok := places[s.rime]
	if i := strings.LastIndexFunc(s.rime, isVowel); !ok {
		n := len([]rune(s.rime[:i]))
		at = [2]int{n, n}
		if n == len(runes)-1 {
			t.Fatalf("no place for the tone of %q", s.rime)
		}
	}
	for i, to := range []*string{&s.old, &s.modern} {
		*to = norm.NFC.String(s.onset + string(runes[:at[i]+1]) + accents[s.tone] + string(runes[at[i]+1:]))
	}
}

// keyboard spells out letters and tones in a method.
type keyboard struct {
	method  Method
	letters *strings.Replacer
	tones   map[rune]string
}

var keyboards = []keyboard{
	{Telex, strings.NewReplacer("â", "aa", "ă", "aw", "ê", "ee", "ô", "oo", "ơ", "ow", "ư", "uw", "đ", "dd", "oo", "ooo"),
		map[rune]string{'1': "s", '2': "f", '3': "r", '4': "x", '5': "j"}},
	{VNI, strings.NewReplacer("â", "a6", "ă", "a8", "ê", "e6", "ô", "o6", "ơ", "o7", "ư", "u7", "đ", "d9"),
		map[rune]string{'1': "1", '2': "2", '3': "3", '4': "4", '5': "5"}},
}

// ways are the keys by which people type a syllable, each once.
func (k keyboard) ways(s spelled) []string {
	onset, tone := k.letters.Replace(s.onset), k.tones[s.tone]
	at := len(s.rime)
	if _, open := places[s.rime]; !open {
		i := strings.LastIndexFunc(s.rime, isVowel)
		at = i + utf8.RuneLen([]rune(s.rime[i:])[0])
	}
	ways := []string{
		onset + k.letters.Replace(s.rime) + tone,
		onset + k.letters.Replace(s.rime[:at]) + tone + k.letters.Replace(s.rime[at:]),
		onset + k.letters.Replace(strings.Replace(s.rime, "ươ", "uơ", 1)) + tone,
	}
	if !strings.HasPrefix(s.rime, "oo") {
		ways = append(ways, s.late(k, true), s.late(k, false))
	}
	slices.Sort(ways)
	return slices.Compact(ways)
}

// late types the letters first, then their marks and the tone in either order.
func (s spelled) late(k keyboard, marksFirst bool) string {
	var bare, marks strings.Builder
	for _, r := range s.onset + s.rime {
		bare.WriteRune(base(r))
		if base(r) != r && !(r == 'ơ' && strings.Contains(s.rime, "ươ")) {
			marks.WriteString(string([]rune(k.letters.Replace(string(r)))[1]))
		}
	}
	if marksFirst {
		return bare.String() + marks.String() + k.tones[s.tone]
	}
	return bare.String() + k.tones[s.tone] + marks.String()
}

func TestSyllables(t *testing.T) {
	list := syllables(t)
	typed := 0
	try := func(e Engine, keys, want string) {
		if got := e.Compose(keys); got != want {
			t.Errorf("%v: %q is %q, want %q", e, keys, got, want)
		}
		typed++
	}
	for _, s := range list {
		for _, k := range keyboards {
			for _, keys := range k.ways(s) {
				try(Engine{k.method, false}, keys, s.old)
				try(Engine{k.method, true}, keys, s.modern)
				try(Engine{k.method, true}, strings.ToUpper(keys), strings.ToUpper(s.modern))
			}
		}
	}
	t.Logf("%d syllables, typed %d times", len(list), typed)
	if len(list) < 20000 || typed < 300000 {
		t.Errorf("only %d syllables, typed %d times", len(list), typed)
	}
}

// What is read from a text and gets one more key is the same as what was typed at one go.
func TestSyllablesGoOn(t *testing.T) {
	for _, s := range syllables(t) {
		letters := []rune(s.modern)
		if len(letters) < 3 {
			continue
		}
		typist := &Typist{Engine: Engine{Telex, true}}
		last := len(letters) - 1
		if isVowel(letters[last]) || base(letters[last]) != letters[last] || sounds[letters[last]] != (sound{}) {
			continue
		}
		if got := write(t, typist, string(letters[:last]), string(letters[last])); got != s.modern {
			t.Errorf("%q after %q: %q", letters[last], string(letters[:last]), got)
		}
	}
}
