package pdf

import (
	"bufio"
	"crypto/md5"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// ref is the number of an object in a file.
type ref int

// String writes the reference as other objects name it: "12 0 R".
func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

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
	f.print("%PDF-1.6\n%\xe2\xe3\xcf\xd3\n") // four high bytes tell mail programs that this is no text
	return f
}

func (f *file) write(b []byte) {
	if f.err == nil {
		_, f.err = f.out.Write(b)
		f.size += int64(len(b))
	}
}

func (f *file) print(parts ...string) {
	for _, s := range parts {
		if f.err == nil {
			_, f.err = f.out.WriteString(s)
			f.size += int64(len(s))
		}
	}
}

// reserve returns the number of an object to be written later.
func (f *file) reserve() ref {
	f.begin = append(f.begin, 0)
	return ref(len(f.begin))
}

// head begins an object.
func (f *file) head(r ref) {
	f.begin[r-1] = f.size
	f.print(strconv.Itoa(int(r)), " 0 obj\n")
}

// object writes an object: a dictionary, an array.
func (f *file) object(r ref, body string) {
	f.head(r)
	f.print(body, "\nendobj\n")
}

// stream writes a stream of deflated data; entries are added to its dictionary.
func (f *file) stream(r ref, entries string, deflated []byte) {
	f.plain(r, entries+"/Filter/FlateDecode", deflated)
}

// plain writes a stream that other programs can find without inflating it.
func (f *file) plain(r ref, entries string, data []byte) {
	f.head(r)
	f.print("<<", entries, "/Length ", strconv.Itoa(len(data)), ">>\nstream\n")
	f.write(data)
	f.print("\nendstream\nendobj\n")
}

// digest sums up all that was written so far.
func (f *file) digest() []byte {
	if err := f.out.Flush(); f.err == nil {
		f.err = err
	}
	return f.sum.Sum(nil)
}

// maxSize is what the ten digits of a place in the table of objects can tell.
const maxSize = 9_999_999_999

// close writes the table of objects and the trailer.
func (f *file) close(root, info ref) error {
	table := f.size
	if table > maxSize {
		return fmt.Errorf("the file is larger than a PDF can be: %d bytes", table)
	}
	f.print("xref\n0 ", strconv.Itoa(len(f.begin)+1), "\n0000000000 65535 f \n")
	for _, at := range f.begin {
		digits := strconv.FormatInt(at, 10)
		f.print("0000000000"[len(digits):], digits, " 00000 n \n")
	}
	id := f.digest()
	f.print(fmt.Sprintf("trailer\n<</Size %d/Root %s/Info %s/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.begin)+1, root, info, id, id, table))
	if err := f.out.Flush(); f.err == nil {
		f.err = err
	}
	return f.err
}
