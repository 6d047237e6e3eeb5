package conform

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// The objects of a PDF (ISO 32000-1, 7.3): bool, float64 and nil as Go has them, and these.
type (
	name   string // without its slash
	str    string // bytes of a string
	array  []any
	dict   map[name]any
	ref    int    // the number of an object
	word   string // an operator, or a keyword such as "obj"
	stream struct {
		dict dict
		raw  []byte
	}
)

// lexer reads objects one after another.
type lexer struct {
	data  []byte
	at    int
	depth int
}

// maxDepth is how far arrays and dictionaries may lie in one another.
const maxDepth = 100

var errEnd = errors.New("the data end too early")

func space(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes white space and comments.
func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case space(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next reads an object or a word; a reference comes as its number, its generation and the word R.
func (l *lexer) next() (any, error) {
	l.skip()
	if l.at >= len(l.data) {
		return nil, errEnd
	}
	switch c := l.data[l.at]; {
	case c == '/':
		l.at++
		return l.name(), nil
	case c == '(':
		return l.literal()
	case c == '<' && l.at+1 < len(l.data) && l.data[l.at+1] == '<':
		l.at += 2
		return l.dict()
	case c == '<':
		return l.hex()
	case c == '[':
		l.at++
		list, _, err := l.list("]")
		return array(list), err
	case c == ']' || c == '{' || c == '}':
		l.at++
		return word(c), nil
	case c == '>' && l.at+1 < len(l.data) && l.data[l.at+1] == '>':
		l.at += 2
		return word(">>"), nil
	case delimiter(c):
		return nil, fmt.Errorf("a lone %q at %d", c, l.at)
	}
	return l.regular(), nil
}

// run passes what belongs to a name or a word.
func (l *lexer) run() []byte {
	begin := l.at
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[begin:l.at]
}

func (l *lexer) regular() any {
	text := string(l.run())
	switch text {
	case "true", "false":
		return text == "true"
	case "null":
		return nil
	}
	if c := text[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		if v, err := strconv.ParseFloat(text, 64); err == nil {
			return v
		}
	}
	return word(text)
}

func (l *lexer) name() name {
	raw := l.run()
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if v, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return name(out)
}

func (l *lexer) hex() (any, error) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		return nil, errEnd
	}
	var digits []byte
	for _, c := range l.data[l.at+1 : l.at+end] {
		if !space(c) {
			digits = append(digits, c)
		}
	}
	l.at += end + 1
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		v, err := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		if err != nil {
			return nil, fmt.Errorf("a string of digits that are none: %q", digits)
		}
		out[i] = byte(v)
	}
	return str(out), nil
}

// escapes are the signs that a backslash makes of letters.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *lexer) literal() (any, error) {
	var out []byte
	open := 0
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch {
		case c == '(':
			if open++; open == 1 {
				continue
			}
		case c == ')':
			if open--; open == 0 {
				l.at++
				return str(out), nil
			}
		case c == '\\' && l.at+1 < len(l.data):
			l.at++
			out = l.escaped(out)
			continue
		}
		out = append(out, c)
	}
	return nil, errEnd
}

func (l *lexer) escaped(out []byte) []byte {
	c := l.data[l.at]
	if sign, ok := escapes[c]; ok {
		return append(out, sign)
	}
	if c == '\n' || c == '\r' {
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := 0
	for n := 0; n < 3 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; n++ {
		v = 8*v + int(l.data[l.at]-'0')
		l.at++
	}
	l.at--
	return append(out, byte(v))
}

// list reads objects up to one of the closing words, putting references together.
func (l *lexer) list(closing ...word) (out []any, by word, err error) {
	if l.depth++; l.depth > maxDepth {
		return nil, "", errors.New("objects lie too deep in one another")
	}
	defer func() { l.depth-- }()
	for {
		v, err := l.next()
		if err != nil {
			return nil, "", err
		}
		if w, ok := v.(word); ok && slices.Contains(closing, w) {
			return out, w, nil
		}
		if v == word("R") && len(out) >= 2 {
			if number, ok := out[len(out)-2].(float64); ok {
				out = append(out[:len(out)-2], ref(number))
				continue
			}
		}
		out = append(out, v)
	}
}

func (l *lexer) dict() (any, error) {
	list, _, err := l.list(">>")
	if err != nil {
		return nil, err
	}
	if len(list)%2 == 1 {
		return nil, errors.New("a dictionary with a key and no value")
	}
	out := dict{}
	for i := 0; i < len(list); i += 2 {
		key, ok := list[i].(name)
		if !ok {
			return nil, fmt.Errorf("a dictionary whose key is no name: %v", list[i])
		}
		out[key] = list[i+1]
	}
	return out, nil
}
