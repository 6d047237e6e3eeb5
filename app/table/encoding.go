package table

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// Text decodes the text file of that name and content, which is not a table, and names its encoding, which is
// told from its byte order mark or from the text itself. Every error is an *Error.
func Text(name string, data []byte) (text, encoding string, err error) {
	if _, err := formatOf(name, data); err != nil {
		return "", "", named(err, name)
	}
	if text, encoding, err = textOf(data); err != nil {
		return "", "", named(err, name)
	}
	sheet := Sheet{Encoding: encoding}
	for _, line := range strings.Split(text, "\n") {
		sheet.Rows = append(sheet.Rows, strings.Split(line, "\t"))
	}
	sheet.repair()
	lines := make([]string, len(sheet.Rows))
	for i, row := range sheet.Rows {
		lines[i] = strings.Join(row, "\t")
	}
	return strings.Join(lines, "\n"), sheet.Encoding, nil
}

func textOf(data []byte) (text, encoding string, err error) {
	text, encoding, err = decode(data)
	if err != nil {
		return "", "", &Error{Code: Damaged, Err: err}
	}
	if strings.ContainsRune(text, 0) {
		return "", "", &Error{Code: NotText}
	}
	return text, encoding, nil
}

func decode(data []byte) (text, name string, err error) {
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		if !utf8.Valid(rest) {
			return "", "", errors.New("invalid UTF-8 after its mark")
		}
		return string(rest), "utf-8", nil
	}
	if order, name, ok := utf16Of(data); ok {
		if len(data)%2 != 0 {
			return "", "", errors.New("half a character at the end of UTF-16")
		}
		text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(text), name, err
	}
	if utf8.Valid(data) {
		return string(data), "utf-8", nil
	}
	return decodeBytes(data)
}

// utf16Of tells UTF-16 by its mark, or else by its zero bytes: in Vietnamese most letters are ASCII, so that
// every other byte of UTF-16 text is zero, while other text has no zero at all.
func utf16Of(data []byte) (unicode.Endianness, string, bool) {
	head := data[:min(len(data), 4096)]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch few := len(head) / 8; {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), zeros[1] > few && zeros[0] == 0:
		return unicode.LittleEndian, "utf-16le", true
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}), zeros[0] > few && zeros[1] == 0:
		return unicode.BigEndian, "utf-16be", true
	}
	return unicode.BigEndian, "", false
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

// decodeBytes reads data in the encoding that makes the most Vietnamese of it.
func decodeBytes(data []byte) (text, name string, err error) {
	const enough = 256 << 10 // bytes to judge by
	best, bestScore := len(byteEncodings)-1, 0.5
	for i, e := range byteEncodings {
		sample, err := e.bytes.NewDecoder().Bytes(data[:min(len(data), enough)])
		if err != nil {
			continue
		}
		if score := vietnamese(e.fix(string(sample))).share(); score > bestScore {
			best, bestScore = i, score
		}
	}
	e := byteEncodings[best]
	decoded, err := e.bytes.NewDecoder().Bytes(data)
	return e.fix(string(decoded)), e.name, err
}
