package pdf

import (
	"bytes"
	"crypto/md5"
	"fmt"
	"strings"

	"tiengtrong/print"
)

// writeFont writes a face as a composite font whose codes are runes.
func writeFont(f *file, at ref, face *print.Face, used []rune, s subset, zip *deflater) {
	family, _, _ := strings.Cut(face.Name, "_")
	base := name(tag(face.Name, used) + "+" + face.Name)
	descendant, descriptor, font, toGlyph, toUnicode := f.reserve(), f.reserve(), f.reserve(), f.reserve(), f.reserve()
	f.object(at, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>",
		base, descendant, toUnicode))
	f.object(descendant, fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/CIDToGIDMap %s/DW 0/W[%s]>>",
		base, descriptor, toGlyph, widths(face, used)))
	f.object(descriptor, fmt.Sprintf("<</Type/FontDescriptor/FontName%s/FontFamily%s %s/FontFile2 %s>>",
		base, plain(family), s.descriptor, font))
	f.stream(font, fmt.Sprintf("/Length1 %d", s.fontSize), s.font)
	f.stream(toGlyph, "", s.toGlyph)
	f.stream(toUnicode, "", zip.deflate(unicodeMap(used)))
}

// tag returns six capitals that tell subsets of one font apart, as PDF asks of a subset's name.
func tag(name string, used []rune) string {
	sum := md5.Sum([]byte(name + string(used)))
	for i, b := range sum[:6] {
		sum[i] = 'A' + b%26
	}
	return string(sum[:6])
}

// widths lists the advances of the used runes in thousandths of an em, those of neighbours together:
// "32[260]65[612 590]".
func widths(face *print.Face, used []rune) string {
	var b []byte
	for i, r := range used {
		if i == 0 || used[i-1] != r-1 {
			b = fmt.Appendf(b, "]%d[", r)
		} else {
			b = append(b, ' ')
		}
		b = appendNumber(b, 1000*face.Glyph(r).Advance)
	}
	return strings.TrimPrefix(string(b)+"]", "]")
}

// unicodeMap returns the CMap that says which letter a code is: itself. A range may not leave its high byte, and a
// block holds at most 100 ranges.
func unicodeMap(used []rune) []byte {
	type span struct{ first, last rune }
	var spans []span
	for _, r := range used {
		if n := len(spans); n > 0 && spans[n-1].last == r-1 && r&0xFF != 0 {
			spans[n-1].last = r
		} else {
			spans = append(spans, span{r, r})
		}
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(spans) > 0 {
		block := spans[:min(100, len(spans))]
		spans = spans[len(block):]
		fmt.Fprintf(&b, "%d beginbfrange\n", len(block))
		for _, s := range block {
			fmt.Fprintf(&b, "<%04X> <%04X> <%04X>\n", s.first, s.last, s.first)
		}
		b.WriteString("endbfrange\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
