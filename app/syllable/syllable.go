// Package syllable knows how the syllables of Vietnamese are spelled.
package syllable

import (
	"iter"
	"maps"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// onsets are the initial consonants of Vietnamese spelling; kr is that of names such as Krông Pắc.
var onsets = set("b c ch d đ g gh gi h k kh kr l m n ng ngh nh p ph qu r s t th tr v x")

// rimes are the vowels and final consonants of Vietnamese spelling, without their tone; ăk is that of Đắk Lắk.
var rimes = set(`
a ac ach ai am an ang anh ao ap at au ay  ăc ăk ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
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

// Onsets are the initial consonants of Vietnamese spelling, in no order.
func Onsets() iter.Seq[string] { return maps.Keys(onsets) }

// Rimes are the vowels and final consonants of Vietnamese spelling, without their tone, in no order.
func Rimes() iter.Seq[string] { return maps.Keys(rimes) }

// tones are the combining marks of the five written tones.
const tones = "\u0300\u0309\u0303\u0301\u0323"

// Is tells whether word, in lower case, is spelled as a Vietnamese syllable may be. One that ends in a
// stop (c, ch, k, p, t) takes only the tones sắc and nặng.
func Is(word string) bool {
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
	return strings.HasSuffix(bare, "ch") || strings.ContainsAny(bare[max(0, len(bare)-1):], "ckpt")
}
