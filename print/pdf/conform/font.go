package conform

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
)

// font is a font with the codes that text has used of it.
type font struct {
	where string
	dict  dict
	used  map[int]bool
}

// codes lists the two-byte codes of text, which Identity-H makes of strings.
func codes(operands []any) (out []int) {
	for _, v := range operands {
		switch o := v.(type) {
		case array:
			out = append(out, codes(o)...)
		case str:
			for i := 0; i+1 < len(o); i += 2 {
				out = append(out, int(o[i])<<8|int(o[i+1]))
			}
		}
	}
	return out
}

// show notes codes of text.
func (t *font) show(codes []int) {
	if t == nil {
		return
	}
	for _, code := range codes {
		t.used[code] = true
	}
}

// Text returns the words of the file in the order in which they are drawn, those of shared parts after their page's. The codes
// of text are runes, as they are in the files of print/pdf.
func (f *File) Text() string {
	var b strings.Builder
	for _, d := range newScan(f).streams {
		for _, code := range d.text {
			b.WriteRune(rune(code))
		}
	}
	return b.String()
}

// all lists the fonts of the file in order: those that text has used, and those that merely lie in it.
func (c *checker) allFonts() (out []*font) {
	for _, r := range c.refs {
		d, ok := c.get(r).(dict)
		if !ok || c.name(d["Type"]) != "Font" {
			continue
		}
		if t := c.scan.fonts[r]; t != nil {
			out = append(out, t)
		} else if s := c.name(d["Subtype"]); s != "CIDFontType0" && s != "CIDFontType2" {
			out = append(out, &font{where: sprintObject(r), dict: d})
		}
	}
	return out
}

// descendant returns the font below a composite one, the font itself otherwise.
func (c *checker) descendant(t *font) dict {
	if kids := c.array(t.dict["DescendantFonts"]); len(kids) == 1 {
		return c.dict(kids[0])
	}
	return t.dict
}

func (c *checker) embedding() {
	for _, t := range c.allFonts() {
		if c.name(t.dict["Subtype"]) == "Type3" {
			continue
		}
		descriptor := c.dict(c.descendant(t)["FontDescriptor"])
		program := false
		for _, key := range []name{"FontFile", "FontFile2", "FontFile3"} {
			if _, ok := c.get(descriptor[key]).(stream); ok {
				program = true
			}
		}
		if !program {
			c.report(t.where, "the font %s is not in the file", c.name(t.dict["BaseFont"]))
		}
		if descriptor["CIDSet"] != nil {
			c.report(t.where, "it has a CIDSet, which nobody needs and many get wrong")
		}
	}
}

// composite asks for the one kind of font that print/pdf writes.
func (c *checker) composite() {
	for _, t := range c.allFonts() {
		if c.name(t.dict["Subtype"]) != "Type0" {
			c.report(t.where, "it is of the kind %s, not a composite font", c.name(t.dict["Subtype"]))
			continue
		}
		d := c.descendant(t)
		info := c.dict(d["CIDSystemInfo"])
		registry, _ := c.get(info["Registry"]).(str)
		ordering, _ := c.get(info["Ordering"]).(str)
		_, toGlyph := c.get(d["CIDToGIDMap"]).(stream)
		switch {
		case c.name(t.dict["Encoding"]) != "Identity-H":
			c.report(t.where, "its encoding is not Identity-H")
		case registry != "Adobe" || ordering != "Identity":
			c.report(t.where, "its characters are those of %s-%s, not of Adobe-Identity", registry, ordering)
		case c.name(d["Subtype"]) == "CIDFontType2" && !toGlyph && c.name(d["CIDToGIDMap"]) != "Identity":
			c.report(t.where, "no CIDToGIDMap leads from its codes to glyphs")
		}
	}
}

// glyph returns the glyph of a code; 0 where there is none.
func (c *checker) glyphOf(d dict) (func(code int) int, error) {
	if c.name(d["CIDToGIDMap"]) == "Identity" {
		return func(code int) int { return code }, nil
	}
	table, err := c.content(d["CIDToGIDMap"])
	return func(code int) int {
		if 2*code+1 < len(table) {
			return int(table[2*code])<<8 | int(table[2*code+1])
		}
		return 0
	}, err
}

// trueType reads how wide the glyphs of a TrueType program are, in thousandths of an em.
func trueType(data []byte) (advance func(glyph int) float64, err error) {
	table := func(tag string) []byte {
		for i := 12; i+16 <= len(data); i += 16 {
			at, size := uint64(binary.BigEndian.Uint32(data[i+8:])), uint64(binary.BigEndian.Uint32(data[i+12:]))
			if string(data[i:i+4]) == tag && at+size <= uint64(len(data)) {
				return data[at : at+size]
			}
		}
		return nil
	}
	head, hhea, hmtx := table("head"), table("hhea"), table("hmtx")
	if len(head) < 20 || len(hhea) < 36 {
		return nil, errors.New("its program is no TrueType font")
	}
	em, count := float64(binary.BigEndian.Uint16(head[18:])), int(binary.BigEndian.Uint16(hhea[34:]))
	if em == 0 || count == 0 || len(hmtx) < 4*count {
		return nil, errors.New("its program has no table of widths")
	}
	return func(glyph int) float64 {
		return 1000 * float64(binary.BigEndian.Uint16(hmtx[4*min(glyph, count-1):])) / em
	}, nil
}

// stated reads the widths that a font's dictionary tells of codes.
func (c *checker) stated(d dict, codes []int) (map[int]float64, float64) {
	out := map[int]float64{}
	w := c.array(d["W"])
	for i := 0; i+1 < len(w); {
		first := int(c.number(w[i]))
		if list, ok := c.get(w[i+1]).(array); ok {
			for k, v := range list {
				out[first+k] = c.number(v)
			}
			i += 2
			continue
		}
		if i+2 < len(w) {
			for _, code := range codes {
				if code >= first && code <= int(c.number(w[i+1])) {
					out[code] = c.number(w[i+2])
				}
			}
		}
		i += 3
	}
	standard := 1000.0
	if v, ok := c.get(d["DW"]).(float64); ok {
		standard = v
	}
	return out, standard
}

// program returns how a used composite TrueType font gets from codes to glyphs and their widths.
func (c *checker) program(t *font) (glyph func(int) int, advance func(int) float64, ok bool) {
	d := c.descendant(t)
	if len(t.used) == 0 || c.name(d["Subtype"]) != "CIDFontType2" {
		return nil, nil, false
	}
	glyph, err := c.glyphOf(d)
	if err != nil {
		return nil, nil, false
	}
	data, err := c.content(c.dict(d["FontDescriptor"])["FontFile2"])
	if err != nil {
		return nil, nil, false // which embedding tells
	}
	if advance, err = trueType(data); err != nil {
		c.report(t.where, "%v", err)
		return nil, nil, false
	}
	return glyph, advance, true
}

// widths lets widths differ by one thousandth, as ISO 19005-2, 6.2.11.5 does.
func (c *checker) widths() {
	for _, t := range c.allFonts() {
		glyph, advance, ok := c.program(t)
		if !ok {
			continue
		}
		codes := sortedKeys(t.used)
		stated, standard := c.stated(c.descendant(t), codes)
		for _, code := range codes {
			w, ok := stated[code]
			if !ok {
				w = standard
			}
			if real := advance(glyph(code)); math.Abs(w-real) > 1 {
				c.report(t.where, "code %04X is %.1f wide, in the font %.1f", code, w, real)
			}
		}
	}
}

func (c *checker) glyphs() {
	for _, t := range c.allFonts() {
		if glyph, _, ok := c.program(t); ok {
			for _, code := range sortedKeys(t.used) {
				if glyph(code) == 0 {
					c.report(t.where, "code %04X has no glyph", code)
				}
			}
		}
	}
}

func (c *checker) unicode() {
	for _, t := range c.allFonts() {
		if _, ok := c.get(t.dict["ToUnicode"]).(stream); !ok {
			c.report(t.where, "nothing tells which letters its codes are")
		}
	}
}

// Fonts lists the fonts of the file by name, each once, in order: "ABCDEF+Tinos_400Regular". Outlined letters have none.
func (f *File) Fonts() []string {
	names := map[string]bool{}
	for r := range f.places {
		if d, ok := f.get(r).(dict); ok && f.name(d["Type"]) == "Font" {
			names[string(f.name(d["BaseFont"]))] = true
		}
	}
	return sortedKeys(names)
}
