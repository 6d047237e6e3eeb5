// Package file keeps an event in one file. A .trong file is a zip of event.json, one JSON file for each
// roster and the images as the user gave them; the zip's own checksums guard every byte.
package file

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"syscall"

	jsonv2 "github.com/go-json-experiment/json"

	"tiengtrong/app"
)

// Ending is the ending of the names of event files.
const Ending = ".trong"

// format is the number of the newest layout that this program writes; it reads this and older ones. An event without
// a register is written in layout 1, which older programs read; they must not open one and save it without its numbers.
// Layout 3, of recovery copies alone, has changes beside an older list.
const format = 3

// maxEntry bounds the unpacked size of one entry, so that a hostile zip can't fill the memory.
var maxEntry int64 = 256 << 20

// Code says what is wrong with a file; the phrase "file.CODE" says it to people.
type Code string

// What can be wrong with a file.
const (
	NotFound  Code = "not-found"
	NoAccess  Code = "no-access"
	NotEvent  Code = "not-an-event" // no zip, or a zip without an event in it
	Truncated Code = "truncated"    // begins as a zip, and its end is missing
	Damaged   Code = "damaged"      // an entry fails its checksum, is missing, or can't be understood
	Newer     Code = "newer-format" // written by a newer program, in a newer layout or with what this one doesn't know and would lose
	TooLarge  Code = "too-large"    // an entry unpacks to more than any event needs
	CantWrite Code = "can-not-write"
	DiskFull  Code = "disk-full"
	NoFolder  Code = "no-folder" // to write into
	ReadOnly  Code = "read-only" // the folder or the file may not be written to
)

// Error tells which file failed and why.
type Error struct {
	Code Code
	Path string
	Err  error // the cause, for experts; may be nil
}

// Error describes the failure for a log. People read the phrase of the code.
func (e *Error) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("%s: %s", e.Path, e.Code)
	}
	return fmt.Sprintf("%s: %s: %v", e.Path, e.Code, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// content is event.json.
type content struct {
	Program  string     `json:"program"`
	Format   int        `json:"format"`
	Event    *app.Event `json:"event"`
	Rosters  []string   `json:"rosters"`            // names of entries
	Changed  []string   `json:"changed,omitempty"`  // those of them that are older: an entry of changes makes them new
	Images   []string   `json:"images"`             // names of images, kept in the folder images/
	Register bool       `json:"register,omitempty"` // there is one, in an entry of its own
}

const (
	eventEntry    = "event.json"
	registerEntry = "register.json"
	programName   = "Tiếng Trống"
)

// Save writes the event to path, whole or not at all: what was there stays until the new file is complete
// and on the disk. The error is an *Error.
func Save(path string, e *app.Event) error {
	err := WriteWhole(path, func(w io.Writer) error { return new(packer).write(w, e, "") })
	if err != nil {
		return cantWrite(path, err)
	}
	return nil
}

// cantWrite says why a file could not be written, as far as the system tells.
func cantWrite(path string, err error) *Error {
	const windowsDiskFull = syscall.Errno(112)
	code := CantWrite
	switch {
	case errors.Is(err, syscall.ENOSPC) || runtime.GOOS == "windows" && errors.Is(err, windowsDiskFull):
		code = DiskFull
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		code = ReadOnly
	case errors.Is(err, fs.ErrNotExist):
		code = NoFolder
	}
	return &Error{code, path, err}
}

// Open reads the event in the file at path, which it never changes. The error is an *Error.
func Open(path string) (*app.Event, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &Error{openCode(err), path, err}
	}
	if !info.Mode().IsRegular() { // a pipe would keep us waiting
		return nil, &Error{NotEvent, path, errors.New("it is a folder or a device")}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &Error{openCode(err), path, err}
	}
	defer f.Close()
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		return nil, &Error{zipCode(f), path, err}
	}
	e, err := read(z)
	if own := (*Error)(nil); errors.As(err, &own) {
		own.Path = path
		return nil, own
	}
	if err != nil {
		return nil, &Error{Damaged, path, err}
	}
	return e, nil
}

func openCode(err error) Code {
	if errors.Is(err, fs.ErrNotExist) {
		return NotFound
	}
	return NoAccess
}

// zipCode tells a zip that lost its end from a file that never was a zip.
func zipCode(f *os.File) Code {
	var head [4]byte
	if _, err := f.ReadAt(head[:], 0); err == nil && string(head[:]) == "PK\x03\x04" {
		return Truncated
	}
	return NotEvent
}

func read(z *zip.Reader) (*app.Event, error) {
	if find(z, eventEntry) == nil {
		return nil, &Error{Code: NotEvent}
	}
	// The format is read first and alone: a newer one may hold what this program can't decode.
	var head struct {
		Program string `json:"program"`
		Format  int    `json:"format"`
	}
	if err := decode(z, eventEntry, &head); err != nil {
		return nil, err
	}
	if head.Program != programName || head.Format < 1 {
		return nil, &Error{Code: NotEvent}
	}
	if head.Format > format {
		return nil, &Error{Code: Newer, Err: fmt.Errorf("format %d, this program reads up to %d", head.Format, format)}
	}
	var c content
	if err := readJSON(z, eventEntry, &c); err != nil {
		return nil, err
	}
	if c.Event == nil {
		return nil, &Error{Code: NotEvent}
	}
	return c.Event, readParts(z, &c)
}

func readParts(z *zip.Reader, c *content) error {
	if c.Register {
		c.Event.Register = new(app.Register)
		if err := readJSON(z, registerEntry, c.Event.Register); err != nil {
			return err
		}
	}
	for _, name := range c.Rosters {
		r := new(app.Roster)
		if err := readJSON(z, name, r); err != nil {
			return err
		}
		if slices.Contains(c.Changed, name) {
			var made changes
			if err := readJSON(z, name+changesEnding, &made); err != nil {
				return err
			}
			var err error
			if r, err = made.apply(r); err != nil {
				return err
			}
		}
		c.Event.Rosters = append(c.Event.Rosters, r)
	}
	for _, name := range c.Images {
		data, err := readEntry(z, "images/"+name)
		if err != nil {
			return err
		}
		c.Event.Images = append(c.Event.Images, &app.Image{Name: name, Data: data})
	}
	return nil
}

func find(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// readJSON reads an entry. What this program doesn't know would be lost when it saves: it rather doesn't open the file.
func readJSON(z *zip.Reader, name string, v any) error {
	err := decode(z, name, v, jsonv2.RejectUnknownMembers(true))
	if errors.Is(err, jsonv2.ErrUnknownName) {
		return &Error{Code: Newer, Err: err}
	}
	return err
}

func decode(z *zip.Reader, name string, v any, how ...jsonv2.Options) error {
	data, err := readEntry(z, name)
	if err == nil {
		err = jsonv2.Unmarshal(data, v, how...)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}

func readEntry(z *zip.Reader, name string) ([]byte, error) {
	f := find(z, name)
	if f == nil {
		return nil, fmt.Errorf("%s is missing", name)
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxEntry+1))
	if int64(len(data)) > maxEntry {
		return nil, &Error{Code: TooLarge, Err: fmt.Errorf("%s unpacks to more than %d MB", name, maxEntry>>20)}
	}
	return data, err
}
