package table

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// readXLS reads a workbook of Excel 5 to 2003 ([MS-XLS], BIFF5 and BIFF8): shown text, cached results of formulas, and
// dates as ISO 8601.
func readXLS(_ string, data []byte, o Options) ([]Sheet, error) {
	f, err := openCompound(data)
	if err != nil {
		return nil, &Error{Code: Damaged, Err: err}
	}
	if f.has("EncryptedPackage") {
		return nil, &Error{Code: Locked}
	}
	name := "Workbook"
	if !f.has(name) {
		name = "Book"
	}
	if !f.has(name) {
		return nil, &Error{Code: WrongName, Is: "ole"}
	}
	stream, err := f.stream(name)
	if err != nil {
		return nil, &Error{Code: Damaged, Err: err}
	}
	b := biff{stream: stream, options: o}
	if err := b.readGlobals(); err != nil {
		return nil, err
	}
	return b.readSheets()
}

// The records of a workbook that tell something of its text; the others are passed over.
const (
	recordFormula    = 0x0006
	recordEOF        = 0x000a
	record1904       = 0x0022
	recordFilePass   = 0x002f
	recordFont       = 0x0031
	recordContinue   = 0x003c
	recordCodePage   = 0x0042
	recordBoundSheet = 0x0085
	recordMulRK      = 0x00bd
	recordRString    = 0x00d6
	recordXF         = 0x00e0
	recordMerged     = 0x00e5
	recordSST        = 0x00fc
	recordLabelSST   = 0x00fd
	recordNumber     = 0x0203
	recordLabel      = 0x0204
	recordBoolErr    = 0x0205
	recordString     = 0x0207
	recordRow        = 0x0208
	recordRK         = 0x027e
	recordFormat     = 0x041e
	recordBOF        = 0x0809
)

// errRecord is the cause where a record is too short for what it must hold.
var errRecord = errors.New("a record is cut off")

// biff is a workbook being read.
type biff struct {
	stream   []byte
	options  Options
	old      bool // BIFF5: bytes in a code page instead of Unicode
	codePage encoding.Encoding
	from1904 bool
	fonts    []string
	formats  map[int]string
	xfs      []cellFormat
	strings  []string
	sheets   []boundSheet
	cells    int // of all sheets
}

// cellFormat is what a cell's format tells: how numbers show, and in which font.
type cellFormat struct{ font, number int }

// boundSheet is where a sheet begins in the stream.
type boundSheet struct {
	at     int
	name   string
	hidden bool
}

// record is one record, with the bodies of those that continue it.
type record struct {
	kind  int
	parts [][]byte
}

func (r record) body() []byte { return r.parts[0] }

// next reads the record at a place in the stream, and returns the place behind it.
func (b *biff) next(at int) (record, int, error) {
	r := record{kind: -1}
	for {
		if at+4 > len(b.stream) {
			break
		}
		kind, size := int(binary.LittleEndian.Uint16(b.stream[at:])), int(binary.LittleEndian.Uint16(b.stream[at+2:]))
		if r.kind >= 0 && kind != recordContinue {
			break
		}
		if at+4+size > len(b.stream) {
			return r, at, &Error{Code: Damaged, Err: errRecord}
		}
		if r.kind < 0 {
			r.kind = kind
		}
		r.parts = append(r.parts, b.stream[at+4:at+4+size])
		at += 4 + size
	}
	if r.kind < 0 {
		return r, at, &Error{Code: Damaged, Err: errRecord}
	}
	return r, at, nil
}

// readGlobals reads what all sheets share.
func (b *biff) readGlobals() error {
	b.formats, b.codePage = map[int]string{}, charmap.Windows1252
	for at := 0; ; {
		r, next, err := b.next(at)
		if err != nil {
			return err
		}
		if at == 0 && (r.kind != recordBOF || len(r.body()) < 4) {
			return &Error{Code: Damaged, Err: errRecord}
		}
		if r.kind == recordEOF {
			return nil
		}
		if err := b.global(r); err != nil {
			return err
		}
		at = next
	}
}

// least is how long the bodies of records are that are read by their places.
var least = map[int]int{
	recordBOF: 4, record1904: 2, recordCodePage: 2, recordFont: 15, recordBoundSheet: 7, recordFormat: 3, recordXF: 4,
	recordRow: 14, recordLabelSST: 10, recordNumber: 14, recordLabel: 8, recordRString: 8, recordRK: 10, recordMulRK: 6,
	recordFormula: 16, recordBoolErr: 8, recordMerged: 2, recordString: 2, recordSST: 8,
}

func (b *biff) global(r record) error {
	body := r.body()
	if len(body) < least[r.kind] {
		return &Error{Code: Damaged, Err: errRecord}
	}
	u16 := func(at int) int { return int(binary.LittleEndian.Uint16(body[at:])) }
	switch r.kind {
	case recordBOF:
		b.old = u16(0) < 0x0600
	case recordFilePass:
		return &Error{Code: Locked}
	case record1904:
		b.from1904 = u16(0) == 1
	case recordCodePage:
		if u16(0) == 1258 {
			b.codePage = charmap.Windows1258
		}
	case recordFont:
		b.fonts = append(b.fonts, b.text(record{parts: [][]byte{body[14:]}}, 1))
	case recordFormat:
		length := 2
		if b.old {
			length = 1
		}
		b.formats[u16(0)] = b.text(record{parts: [][]byte{body[2:]}}, length)
	case recordXF:
		b.xfs = append(b.xfs, cellFormat{u16(0), u16(2)})
	case recordBoundSheet:
		if body[5] == 0 { // a sheet of cells, none of macros or a chart alone
			at := int(binary.LittleEndian.Uint32(body))
			b.sheets = append(b.sheets, boundSheet{at, b.text(record{parts: [][]byte{body[6:]}}, 1), body[4]&3 != 0})
		}
	case recordSST:
		b.readStrings(r)
	}
	return nil
}

// text reads a string whose count of letters takes so many bytes.
func (b *biff) text(r record, lengthBytes int) string {
	c := cursor{parts: r.parts}
	n := int(c.byte())
	if lengthBytes == 2 {
		n |= int(c.byte()) << 8
	}
	if !b.old {
		return c.unicode(n, c.byte())
	}
	decoded, err := b.codePage.NewDecoder().Bytes(c.take(n))
	if err != nil {
		return ""
	}
	return norm.NFC.String(string(decoded))
}

// readStrings reads the table of the strings that cells name by their number.
func (b *biff) readStrings(r record) {
	c := cursor{parts: r.parts}
	c.take(8)
	for !c.done() {
		n := int(c.byte()) | int(c.byte())<<8
		flags := c.byte()
		skip := 0
		if flags&8 != 0 { // formatting runs
			skip += 4 * (int(c.byte()) | int(c.byte())<<8)
		}
		if flags&4 != 0 { // phonetic text
			skip += int(c.byte()) | int(c.byte())<<8 | int(c.byte())<<16 | int(c.byte())<<24
		}
		b.strings = append(b.strings, c.unicode(n, flags))
		c.take(skip)
	}
}

// cursor goes through a record and what continues it.
type cursor struct {
	parts [][]byte
}

// done tells whether nothing is left.
func (c *cursor) done() bool {
	for len(c.parts) > 0 && len(c.parts[0]) == 0 {
		c.parts = c.parts[1:]
	}
	return len(c.parts) == 0
}

func (c *cursor) byte() byte {
	if c.done() {
		return 0
	}
	v := c.parts[0][0]
	c.parts[0] = c.parts[0][1:]
	return v
}

// take returns the next n bytes, or what is left of them.
func (c *cursor) take(n int) []byte {
	var out []byte
	for n > 0 && !c.done() {
		m := min(n, len(c.parts[0]))
		out = append(out, c.parts[0][:m]...)
		c.parts[0], n = c.parts[0][m:], n-m
	}
	return out
}

// unicode reads n letters, of two bytes or, where flags say so, of one. A part that continues the letters tells anew
// how long they are.
func (c *cursor) unicode(n int, flags byte) string {
	var b strings.Builder
	for n > 0 && !c.done() {
		size := 1 + int(flags&1)
		m := min(n, len(c.parts[0])/size)
		text := c.parts[0][:m*size]
		if size == 1 {
			for _, letter := range text {
				b.WriteRune(rune(letter))
			}
		} else {
			b.WriteString(wide(text))
		}
		if c.parts[0], n = c.parts[0][m*size:], n-m; n == 0 {
			break
		}
		if len(c.parts[0]) > 0 { // half a letter
			c.parts[0] = nil
		}
		if !c.done() {
			flags = c.byte()
		}
	}
	return b.String()
}

func (b *biff) readSheets() ([]Sheet, error) {
	if len(b.sheets) > maxSheets {
		return nil, &Error{Code: TooLarge}
	}
	var shown, hidden []Sheet
	for _, s := range b.sheets {
		r := sheetReader{biff: b, sheet: Sheet{Name: s.name, Encoding: "xls", Hidden: s.hidden, HiddenRows: map[int]bool{}}}
		if err := r.read(s.at); err != nil {
			return nil, err
		}
		if s.hidden {
			hidden = append(hidden, r.sheet)
		} else {
			shown = append(shown, r.sheet)
		}
	}
	return slices.Concat(shown, hidden), nil
}
