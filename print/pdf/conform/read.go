package conform

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// File is a PDF file with a plain table of objects, as the writer of print/pdf makes it and most others can. Objects are read
// when they are asked for.
type File struct {
	data    []byte
	places  map[ref]int
	trailer dict
	read    map[ref]any
	faults  []Finding // what reading objects has found
}

// Read finds the objects of a file. A file that keeps its objects in compressed streams is an error, as is one that is no
// PDF.
func Read(data []byte) (*File, error) {
	f := &File{data: data, places: map[ref]int{}, read: map[ref]any{}}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, errors.New("read PDF: this is none")
	}
	at, err := f.startXref()
	for n := 0; err == nil && at >= 0; n++ {
		if n > 100 {
			return nil, errors.New("read PDF: its tables of objects go round in a circle")
		}
		at, err = f.table(at)
	}
	if err != nil {
		return nil, fmt.Errorf("read PDF: %w", err)
	}
	if _, ok := f.get(f.trailer["Root"]).(dict); !ok {
		return nil, errors.New("read PDF: it has no catalog")
	}
	return f, nil
}

func (f *File) startXref() (int, error) {
	i := bytes.LastIndex(f.data, []byte("startxref"))
	if i < 0 {
		return 0, errors.New("its end is missing")
	}
	l := lexer{data: f.data, at: i + len("startxref")}
	at, err := l.next()
	if v, ok := at.(float64); err == nil && ok && v >= 0 && int(v) < len(f.data) {
		return int(v), nil
	}
	return 0, errors.New("its end does not say where the table of objects is")
}

// table reads one table with its trailer and returns where the one before it is, or -1. Entries of later tables count.
func (f *File) table(at int) (int, error) {
	l := lexer{data: f.data, at: at}
	if v, err := l.next(); err != nil || v != word("xref") {
		return 0, errors.New("it has no plain table of objects where its end says")
	}
	for {
		v, err := l.next()
		if err != nil {
			return 0, err
		}
		if v == word("trailer") {
			break
		}
		first, ok := v.(float64)
		count, err := l.next()
		n, ok2 := count.(float64)
		if err != nil || !ok || !ok2 || n < 0 || int(n) > len(f.data)/20 {
			return 0, errors.New("its table of objects is broken")
		}
		for i := range int(n) {
			if err := f.entry(&l, ref(int(first)+i)); err != nil {
				return 0, err
			}
		}
	}
	v, err := l.next()
	trailer, ok := v.(dict)
	if err != nil || !ok {
		return 0, errors.New("its trailer is broken")
	}
	if f.trailer == nil {
		f.trailer = trailer
	}
	if before, ok := trailer["Prev"].(float64); ok && before >= 0 && int(before) < len(f.data) {
		return int(before), nil
	}
	return -1, nil
}

func (f *File) entry(l *lexer, r ref) error {
	l.skip()
	if l.at+18 > len(f.data) {
		return errEnd
	}
	line := f.data[l.at : l.at+18]
	l.at += 18
	at, err := strconv.Atoi(string(line[:10]))
	if err != nil || at >= len(f.data) {
		return fmt.Errorf("its table of objects is broken at %d", r)
	}
	if _, known := f.places[r]; !known && line[17] == 'n' {
		f.places[r] = at
	}
	return nil
}

// get follows references to the object itself; nil where there is none.
func (f *File) get(v any) any {
	for range 10 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		known, ok := f.read[r]
		if !ok {
			known = f.object(r)
			f.read[r] = known
		}
		v = known
	}
	return nil
}

// object reads an object from its place; what is wrong with it becomes a fault.
func (f *File) object(r ref) any {
	at, ok := f.places[r]
	if !ok {
		return nil
	}
	l := lexer{data: f.data, at: at}
	head, _, err := l.list("obj")
	if err != nil || len(head) != 2 || head[0] != float64(r) {
		f.fault(r, "the table of objects leads to no object")
		return nil
	}
	body, end, err := l.list("stream", "endobj")
	if err != nil || len(body) != 1 {
		f.fault(r, "it can't be read: %v", err)
		return nil
	}
	if d, ok := body[0].(dict); ok && end == "stream" {
		return f.stream(r, d, l.at)
	}
	return body[0]
}

// stream takes the data of a stream that begins on the next line.
func (f *File) stream(r ref, d dict, at int) any {
	if bytes.HasPrefix(f.data[at:], []byte("\r")) {
		at++
	}
	at++
	length, ok := f.get(d["Length"]).(float64)
	end := at + int(length)
	if !ok || length < 0 || end > len(f.data) {
		f.fault(r, "its stream is longer than the file")
		return nil
	}
	if rest := bytes.TrimLeft(f.data[end:min(end+11, len(f.data))], "\r\n"); !bytes.HasPrefix(rest, []byte("endstream")) {
		f.fault(r, "its stream does not end where its Length says")
	}
	return stream{d, f.data[at:end]}
}

func (f *File) fault(r ref, format string, args ...any) {
	f.faults = append(f.faults, Finding{Where: sprintObject(r), What: fmt.Sprintf(format, args...)})
}

// dict returns the dictionary of an object, be it a stream's; nil where it has none.
func (f *File) dict(v any) dict {
	switch o := f.get(v).(type) {
	case dict:
		return o
	case stream:
		return o.dict
	}
	return nil
}

func (f *File) array(v any) array    { a, _ := f.get(v).(array); return a }
func (f *File) name(v any) name      { n, _ := f.get(v).(name); return n }
func (f *File) number(v any) float64 { n, _ := f.get(v).(float64); return n }

// names returns a name, or an array's names.
func (f *File) names(v any) (out []name) {
	switch o := f.get(v).(type) {
	case name:
		return []name{o}
	case array:
		for _, e := range o {
			out = append(out, f.name(e))
		}
	}
	return out
}

// maxStream keeps a hostile stream from taking all memory: 64 MB. Pictures are not inflated.
const maxStream = 64 << 20

// content inflates a stream; its filters may be none or FlateDecode.
func (f *File) content(v any) ([]byte, error) {
	s, ok := f.get(v).(stream)
	if !ok {
		return nil, errors.New("it is no stream")
	}
	out := s.raw
	for _, filter := range f.names(s.dict["Filter"]) {
		if filter != "FlateDecode" {
			return nil, fmt.Errorf("its filter %s is not read here", filter)
		}
		in, err := zlib.NewReader(bytes.NewReader(out))
		if err != nil {
			return nil, err
		}
		if out, err = io.ReadAll(io.LimitReader(in, maxStream)); err != nil {
			return nil, err
		}
	}
	return out, nil
}
