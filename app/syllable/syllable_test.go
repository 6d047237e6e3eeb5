package syllable

import "testing"

func TestIs(t *testing.T) {
	for word, want := range map[string]bool{
		"nguyễn": true, "quỳnh": true, "gì": true, "giếng": true, "khuyến": true, "thuở": true, "ý": true, "yến": true, "xoèn": true, "đước": true, "lắk": true, "krông": true,
		"hoà": true, "hòa": true, "quét": true, "ngoéo": true, "nghiêng": true, "ườ": false, "nguyôn": false, "mòc": false, "tạ́": false, "đbc": false, "lằk": false, "": false,
	} {
		if Is(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}
