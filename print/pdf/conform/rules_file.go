package conform

import (
	"bytes"
	"fmt"
	"regexp"
)

func sprintObject(r ref) string { return fmt.Sprintf("object %d", r) }

// each shows every dictionary, array, name and string of the file with the object that it stands in.
func (c *checker) each(visit func(where string, v any)) {
	var walk func(where string, v any)
	walk = func(where string, v any) {
		visit(where, v)
		switch o := v.(type) {
		case dict:
			for _, key := range sortedKeys(o) {
				visit(where, key)
				walk(where, o[key])
			}
		case array:
			for _, e := range o {
				walk(where, e)
			}
		case stream:
			walk(where, o.dict)
		}
	}
	for _, r := range c.refs {
		walk(sprintObject(r), c.get(r))
	}
	walk("trailer", c.trailer)
}

// eachDict shows every dictionary.
func (c *checker) eachDict(visit func(where string, d dict)) {
	c.each(func(where string, v any) {
		if d, ok := v.(dict); ok {
			visit(where, d)
		}
	})
}

// eachStream shows every stream.
func (c *checker) eachStream(visit func(where string, s stream)) {
	for _, r := range c.refs {
		if s, ok := c.get(r).(stream); ok {
			visit(sprintObject(r), s)
		}
	}
}

var header = map[Standard]*regexp.Regexp{
	X4:  regexp.MustCompile(`^%PDF-1\.[0-6][\r\n]+%[\x80-\xff]{4}`),
	A2b: regexp.MustCompile(`^%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}`),
}

func (c *checker) header() {
	latin := make([]rune, 0, 40) // each byte as a rune, as the expression counts them
	for _, b := range c.data[:min(40, len(c.data))] {
		latin = append(latin, rune(b))
	}
	if !header[c.standard].MatchString(string(latin)) {
		c.report("header", "it is %q", c.data[:min(15, len(c.data))])
	}
}

func (c *checker) identity() {
	id := c.array(c.trailer["ID"])
	if len(id) != 2 {
		c.report("trailer", "it has no ID of two parts")
		return
	}
	for _, part := range id {
		if s, _ := c.get(part).(str); len(s) == 0 {
			c.report("trailer", "a part of its ID is empty")
		}
	}
}

func (c *checker) encryption() {
	if c.trailer["Encrypt"] != nil {
		c.report("trailer", "the file is encrypted")
	}
}

func (c *checker) end() {
	i := bytes.LastIndex(c.data, []byte("%%EOF"))
	if i < 0 || len(bytes.TrimLeft(c.data[i+5:], "\r\n")) > 0 || len(c.data)-i-5 > 2 {
		c.report("end", "it does not end with its end mark")
	}
}

func (c *checker) objects() {
	for _, f := range c.faults {
		c.report(f.Where, "%s", f.What)
	}
}

func (c *checker) ownStreams() {
	c.eachStream(func(where string, s stream) {
		for _, key := range []name{"F", "FFilter", "FDecodeParms"} {
			if s.dict[key] != nil {
				c.report(where, "its data lie in another file")
			}
		}
	})
}

func (c *checker) filters() {
	c.eachStream(func(where string, s stream) {
		for _, filter := range c.names(s.dict["Filter"]) {
			if filter == "LZWDecode" || filter == "Crypt" {
				c.report(where, "its filter is %s", filter)
			}
		}
	})
}

// limits are those of ISO 19005-2, 6.1.13.
func (c *checker) limits() {
	c.each(func(where string, v any) {
		switch o := v.(type) {
		case name:
			if len(o) > 127 {
				c.report(where, "a name has %d bytes, more than 127", len(o))
			}
		case str:
			if len(o) > 32767 {
				c.report(where, "a string has %d bytes, more than 32767", len(o))
			}
		}
	})
	for _, p := range c.scan.pages {
		m := p.boxes["MediaBox"]
		if w, h := m[2]-m[0], m[3]-m[1]; w < 3 || h < 3 || w > 14400 || h > 14400 {
			c.report(p.where, "it is %.1f × %.1f points, not 3 to 14400", w, h)
		}
	}
	for _, d := range c.streams {
		if d.deepest > 28 {
			c.report(d.where, "q stands %d times in another", d.deepest)
		}
	}
}
