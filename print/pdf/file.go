package pdf

import (
	"bufio"
	"crypto/md5"
	"fmt"
	"hash"
	"io"
)

// ref is the number of an object in a file.
type ref int

// String writes the reference as other objects name it: "12 0 R".
func (r ref) String() string { return fmt.Sprintf("%d 0 R", int(r)) }

// file writes numbered objects in any order and ends with the table of where each begins. After its first
// error it writes nothing more.
type file struct {
	out   *bufio.Writer
	sum   hash.Hash // of all that was written: the file's /ID
	begin []int64   // begin[n-1] is where object n begins
	size  int64
	err   error
}

func newFile(w io.Writer) *file {
	sum := md5.New()
	f := &file{sum: sum, out: bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<16)}
	f.printf("%%PDF-1.6\n%%\xe2\xe3\xcf\xd3\n") // four high bytes tell mail programs that this is no text
	return f
}

func (f *file) write(b []byte) {
	if f.err == nil {
		_, f.err = f.out.Write(b)
		f.size += int64(len(b))
	}
}

func (f *file) printf(format string, args ...any) { f.write(fmt.Appendf(nil, format, args...)) }

// reserve returns the number of an object to be written later.
func (f *file) reserve() ref {
	f.begin = append(f.begin, 0)
	return ref(len(f.begin))
}

// object writes an object: a dictionary, an array.
func (f *file) object(r ref, body string) {
	f.begin[r-1] = f.size
	f.printf("%d 0 obj\n%s\nendobj\n", r, body)
}

// stream writes a stream of deflated data; entries are added to its dictionary.
func (f *file) stream(r ref, entries string, deflated []byte) {
	f.begin[r-1] = f.size
	f.printf("%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n", r, entries, len(deflated))
	f.write(deflated)
	f.printf("\nendstream\nendobj\n")
}

// plain writes a stream that other programs can find without inflating it.
func (f *file) plain(r ref, entries string, data []byte) {
	f.begin[r-1] = f.size
	f.printf("%d 0 obj\n<<%s/Length %d>>\nstream\n", r, entries, len(data))
	f.write(data)
	f.printf("\nendstream\nendobj\n")
}

// digest sums up all that was written so far.
func (f *file) digest() []byte {
	if err := f.out.Flush(); f.err == nil {
		f.err = err
	}
	return f.sum.Sum(nil)
}

// close writes the table of objects and the trailer.
func (f *file) close(root, info ref) error {
	table := f.size
	f.printf("xref\n0 %d\n0000000000 65535 f \n", len(f.begin)+1)
	for _, at := range f.begin {
		f.printf("%010d 00000 n \n", at)
	}
	id := f.digest()
	f.printf("trailer\n<</Size %d/Root %s/Info %s/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.begin)+1, root, info, id, id, table)
	if err := f.out.Flush(); f.err == nil {
		f.err = err
	}
	return f.err
}
