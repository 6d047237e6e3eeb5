package table

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// onsets are the initial consonants of Vietnamese spelling.
var onsets = set("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")

// rimes are the vowels and final consonants of Vietnamese spelling, without their tone.
var rimes = set(`
a ac ach ai am an ang anh ao ap at au ay  ăc ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot ooc oong oa oac oach oai oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uênh uơ
uy uya uych uyn uynh uyp uyt uyu uyên uyêt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y ych yn ynh yp yt yu yêm yên yêng yêt yêu`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// tones are the combining marks of the five written tones.
const tones = "\u0300\u0309\u0303\u0301\u0323"

// isSyllable tells whether word, in lower case, is spelled as a Vietnamese syllable may be. One that ends in a
// stop (c, ch, p, t) takes only the tones sắc and nặng.
func isSyllable(word string) bool {
	tone := ""
	bare := norm.NFC.String(strings.Map(func(r rune) rune {
		if strings.ContainsRune(tones, r) {
			tone += string(r)
			return -1
		}
		return r
	}, norm.NFD.String(word)))
	if len([]rune(tone)) > 1 || hasStop(bare) && tone != "\u0301" && tone != "\u0323" {
		return false
	}
	if rimes[bare] {
		return true
	}
	for i := 1; i <= min(3, len(bare)); i++ {
		if onsets[bare[:i]] && rimes[bare[i:]] {
			return true
		}
	}
	return false
}

func hasStop(bare string) bool {
	return strings.HasSuffix(bare, "c") || strings.HasSuffix(bare, "ch") || strings.HasSuffix(bare, "p") || strings.HasSuffix(bare, "t")
}

// tally counts the characters outside ASCII of a text, and those of them that stand in Vietnamese syllables.
type tally struct{ legal, all int }

// share returns which part of the characters is legal, 0 where there are none.
func (t tally) share() float64 {
	if t.all == 0 {
		return 0
	}
	return float64(t.legal) / float64(t.all)
}

// whole tells whether nothing in the text speaks against Vietnamese.
func (t tally) whole() bool { return t.legal == t.all }

// vietnamese judges how much of text is Vietnamese by the words that have characters outside ASCII, since
// plain ones are the same in every encoding. Typographic signs count neither way.
func vietnamese(text string) tally {
	var t tally
	isPart := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r > 0xa0 && !strings.ContainsRune("«»°§©®²³×÷", r) && r < 0x2000
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !isPart(r) }) {
		n := 0
		for _, r := range word {
			if r > 0x7f {
				n++
			}
		}
		if n == 0 {
			continue
		}
		t.all += n
		if isSyllable(strings.ToLower(word)) {
			t.legal += n
		}
	}
	return t
}
