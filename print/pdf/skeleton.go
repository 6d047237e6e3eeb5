package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"tiengtrong/print"
)

// subset is what gofpdf makes of a face and the runes that are used of it.
type subset struct {
	descriptor string // the font descriptor's entries but its name and file
	toGlyph    []byte // deflated: the glyph of each code, two bytes each
	font       []byte // deflated: a TrueType font with the used glyphs only
	fontSize   int    // of font before it was deflated
}

// cut lets gofpdf set the runes in a document of one page, the skeleton, and takes the font out of it. The
// skeleton gets a private copy of the face's data, which gofpdf moves about in. gofpdf panics on fonts that
// it does not understand.
func cut(face *print.Face, used []rune) (s subset, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("embed font %s: %v", face.Name, r)
		}
	}()
	data, err := face.Data()
	if err != nil {
		return s, err
	}
	if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) && !bytes.HasPrefix(data, []byte("true")) {
		return s, fmt.Errorf("embed font %s: only TrueType outlines can be embedded", face.Name)
	}
	doc := gofpdf.New("P", "pt", "A4", "")
	doc.SetCompression(false)
	doc.AddUTF8FontFromBytes("face", "", data)
	doc.AddPage()
	doc.SetFont("face", "", 10)
	doc.Text(0, 0, string(used))
	var out bytes.Buffer
	if err = doc.Output(&out); err == nil {
		s, err = takeFont(out.Bytes())
	}
	if err != nil {
		err = fmt.Errorf("embed font %s: %w", face.Name, err)
	}
	return s, err
}

var (
	startXref  = regexp.MustCompile(`startxref\n(\d+)\n`)
	xrefEntry  = regexp.MustCompile(`(\d{10}) 00000 n `)
	streamHead = regexp.MustCompile(`(?s)^\d+ 0 obj\n<<.*?>>\nstream\n`)
	toGlyphRef = regexp.MustCompile(`/CIDToGIDMap (\d+) 0 R`)
	descRef    = regexp.MustCompile(`/FontDescriptor (\d+) 0 R`)
	fontRef    = regexp.MustCompile(`/FontFile2 (\d+) 0 R`)
	descBody   = regexp.MustCompile(`(?s)/Type /FontDescriptor /FontName /\S+\s(.*?)/FontFile2`)
	length     = regexp.MustCompile(`/Length (\d+)`)
	length1    = regexp.MustCompile(`/Length1 (\d+)`)
)

// takeFont finds the one font in a file that gofpdf wrote.
func takeFont(file []byte) (s subset, err error) {
	find := func(in []byte, what *regexp.Regexp) int {
		m := what.FindSubmatch(in)
		if m == nil {
			err = fmt.Errorf("no %s in the skeleton", what)
			return 0
		}
		n, _ := strconv.Atoi(string(m[1]))
		return n
	}
	table := file[find(file, startXref):]
	entries := xrefEntry.FindAllSubmatch(table, -1)
	object := func(n int) []byte {
		if n < 1 || n > len(entries) {
			return nil
		}
		at, _ := strconv.Atoi(string(entries[n-1][1]))
		return file[at:]
	}
	stream := func(object []byte) []byte {
		head := streamHead.Find(object)
		return bytes.Clone(object[len(head):][:find(head, length)])
	}
	descriptor := object(find(file, descRef))
	font := object(find(descriptor, fontRef))
	if body := descBody.FindSubmatch(descriptor); body != nil {
		s.descriptor = string(body[1])
	}
	s.toGlyph = stream(object(find(file, toGlyphRef)))
	s.font, s.fontSize = stream(font), find(font, length1)
	return s, err
}
