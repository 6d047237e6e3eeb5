package table

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// Encodings lists the encodings of text files that Options can name, in the order in which people choose from them.
var Encodings = []string{"utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni", "windows-1252"}

// TypedEncodings lists what Options can name for a spreadsheet: how the text in it was typed.
var TypedEncodings = []string{"unicode", "tcvn3", "vni"}

// EncodingsOf lists the encodings that Options can name for a file with that content.
func EncodingsOf(data []byte) []string {
	if kind := kindOf(data); kind == "text" || kind == "html" {
		return Encodings
	}
	return TypedEncodings
}

// Text decodes the text file of that name and content, which is not a table, and names its encoding, which is
// told from its byte order mark or from the text itself. Every error is an *Error.
func Text(name string, data []byte) (text, encoding string, err error) {
	if _, err := formatOf(name, data); err != nil {
		return "", "", named(err, name)
	}
	if text, encoding, err = textOf(data, ""); err != nil {
		return "", "", named(err, name)
	}
	sheet := Sheet{Encoding: encoding}
	for _, line := range strings.Split(text, "\n") {
		sheet.Rows = append(sheet.Rows, strings.Split(line, "\t"))
	}
	sheet.repair("")
	lines := make([]string, len(sheet.Rows))
	for i, row := range sheet.Rows {
		lines[i] = strings.Join(row, "\t")
	}
	return strings.Join(lines, "\n"), sheet.Encoding, nil
}

// textOf decodes data, as forced where that names an encoding.
func textOf(data []byte, forced string) (text, encoding string, err error) {
	text, encoding, err = decode(data, forced)
	if err != nil {
		return "", "", &Error{Code: Damaged, Err: err}
	}
	if strings.ContainsRune(text, 0) {
		return "", "", &Error{Code: NotText}
	}
	return text, encoding, nil
}

func decode(data []byte, forced string) (text, name string, err error) {
	name = cmp.Or(forced, encodingOf(data))
	switch name {
	case "utf-8":
		text, err = fromUTF8(bytes.TrimPrefix(data, []byte(utf8Mark)))
	case "utf-16le":
		text, err = fromUTF16(unicode.LittleEndian, data)
	case "utf-16be":
		text, err = fromUTF16(unicode.BigEndian, data)
	default:
		text, err = fromBytes(name, data)
	}
	return text, name, err
}

// utf8Mark is the byte order mark with which Windows begins UTF-8.
const utf8Mark = "\xef\xbb\xbf"

// encodingOf tells the encoding of a text.
func encodingOf(data []byte) string {
	if bytes.HasPrefix(data, []byte(utf8Mark)) {
		return "utf-8"
	}
	if name := utf16Of(data); name != "" {
		return name
	}
	if utf8.Valid(data) {
		return "utf-8"
	}
	return byteEncodingOf(data)
}

func fromUTF8(data []byte) (string, error) {
	if !utf8.Valid(data) {
		return "", errors.New("invalid UTF-8")
	}
	return string(data), nil
}

func fromUTF16(order unicode.Endianness, data []byte) (string, error) {
	if len(data)%2 != 0 {
		return "", errors.New("half a character at the end of UTF-16")
	}
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	return string(text), err
}

// utf16Of tells UTF-16 by its mark, or else by its zero bytes: in Vietnamese most letters are ASCII, so that
// every other byte of UTF-16 text is zero, while other text has no zero at all.
func utf16Of(data []byte) string {
	head := data[:min(len(data), 4096)]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch few := len(head) / 8; {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), zeros[1] > few && zeros[0] == 0:
		return "utf-16le"
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}), zeros[0] > few && zeros[1] == 0:
		return "utf-16be"
	}
	return ""
}

// byteEncodings are the single-byte encodings in which Vietnamese lists are met, with the one for text that is
// no Vietnamese last. TCVN3 and VNI are read as Western text first: their fonts drew the letters over it.
var byteEncodings = []struct {
	name  string
	bytes encoding.Encoding
	fix   func(string) string
}{
	{"windows-1258", charmap.Windows1258, norm.NFC.String},
	{"tcvn3", charmap.Windows1252, fromTCVN3},
	{"vni", charmap.Windows1252, fromVNI},
	{"windows-1252", charmap.Windows1252, norm.NFC.String},
}

// byteEncodingOf returns the single-byte encoding that makes the most Vietnamese of data.
func byteEncodingOf(data []byte) string {
	const enough = 256 << 10 // bytes to judge by
	best, bestScore := "windows-1252", 0.5
	for _, e := range byteEncodings {
		text, err := fromBytes(e.name, data[:min(len(data), enough)])
		if err != nil {
			continue
		}
		if score := vietnamese(text).share(); score > bestScore {
			best, bestScore = e.name, score
		}
	}
	return best
}

// fromBytes decodes data in a single-byte encoding.
func fromBytes(name string, data []byte) (string, error) {
	for _, e := range byteEncodings {
		if e.name == name {
			text, err := e.bytes.NewDecoder().Bytes(data)
			return e.fix(string(text)), err
		}
	}
	return "", fmt.Errorf("no encoding %q", name)
}
