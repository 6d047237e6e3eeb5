package table

import (
	"slices"
	"strings"
)

// isOldFont tells whether the name of a font tells how text in it was typed.
func isOldFont(font string) bool {
	return slices.ContainsFunc(oldEncodings, func(old oldEncoding) bool { return strings.HasPrefix(strings.ToLower(font), old.fonts) })
}

// typed returns the text of a cell whose font tells how it was typed: the fonts of TCVN3 are called .VnTime, .VnArial
// and so on, those whose name ends in H draw small letters as capitals; those of VNI are called VNI-Times and so on.
func (s *Sheet) typed(text, font string) string {
	font = strings.ToLower(font)
	for _, old := range oldEncodings {
		if !strings.HasPrefix(font, old.fonts) || !western(text) && !isASCII(text) {
			continue
		}
		fixed := old.fix(text)
		if old.name == "tcvn3" && strings.HasSuffix(font, "h") {
			fixed = strings.ToUpper(fixed)
		}
		if fixed != text && !strings.Contains(s.Encoding, "+") {
			s.Encoding += "+" + old.name
		}
		s.sample(text, fixed)
		return fixed
	}
	return text
}
