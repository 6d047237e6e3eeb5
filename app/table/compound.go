package table

import (
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

// A compound file ([MS-CFB]) holds streams in chains of sectors, as a small disk does. Everything in it is bounded by
// its own length: a chain that is longer than the file goes round in circles.

// errChain is the cause where the parts of a compound file do not fit together.
var errChain = errors.New("sectors that do not fit together")

// Marks that end a chain, or stand where a sector's number would.
const (
	lastRegular  = 0xfffffffa
	streamType   = 2
	rootType     = 5
	miniSector   = 64
	entrySize    = 128
	headerSize   = 512
	inHeaderFATs = 109
)

// compound is an opened compound file.
type compound struct {
	data       []byte
	sector     int // size in bytes
	fat, mini  []uint32
	cutoff     uint32 // streams shorter than that live in the mini stream
	miniStream []byte
	entries    []entry
}

// entry is a stream or the root in the directory of a compound file.
type entry struct {
	name  string
	kind  byte
	start uint32
	size  uint32
}

func openCompound(data []byte) (*compound, error) {
	if len(data) < headerSize {
		return nil, errChain
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil, errChain
	}
	f := &compound{data: data, sector: 1 << shift, cutoff: binary.LittleEndian.Uint32(data[56:])}
	if err := f.readFAT(); err != nil {
		return nil, err
	}
	directory, err := f.chain(binary.LittleEndian.Uint32(data[48:]))
	if err != nil {
		return nil, err
	}
	f.readEntries(directory)
	return f, f.readMini()
}

// at returns the bytes of a sector; the last one may be cut off.
func (f *compound) at(n uint32) ([]byte, error) {
	from := (int(n) + 1) * f.sector
	if n > lastRegular || from >= len(f.data) {
		return nil, errChain
	}
	return f.data[from:min(from+f.sector, len(f.data))], nil
}

// readFAT reads the table that says which sector follows on which.
func (f *compound) readFAT() error {
	list := numbers(f.data[76 : 76+4*inHeaderFATs])
	more := binary.LittleEndian.Uint32(f.data[68:])
	for steps := 0; more < lastRegular; steps++ {
		sector, err := f.at(more)
		if err != nil || len(sector) < f.sector || steps > len(f.data)/f.sector {
			return errChain
		}
		n := numbers(sector)
		list, more = append(list, n[:len(n)-1]...), n[len(n)-1]
	}
	for _, n := range list {
		if n >= lastRegular {
			continue
		}
		sector, err := f.at(n)
		if err != nil || len(f.fat)*4 > len(f.data) {
			return errChain
		}
		f.fat = append(f.fat, numbers(sector)...)
	}
	return nil
}

// numbers reads 32-bit numbers.
func numbers(data []byte) []uint32 {
	out := make([]uint32, len(data)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return out
}

// chain returns the bytes of the sectors that begin with start.
func (f *compound) chain(start uint32) ([]byte, error) {
	var out []byte
	for n := start; n < lastRegular; n = f.fat[n] {
		sector, err := f.at(n)
		if err != nil || len(out) > len(f.data) || int(n) >= len(f.fat) {
			return nil, errChain
		}
		out = append(out, sector...)
	}
	return out, nil
}

func (f *compound) readEntries(directory []byte) {
	for ; len(directory) >= entrySize; directory = directory[entrySize:] {
		length := min(int(binary.LittleEndian.Uint16(directory[64:])), 64)
		f.entries = append(f.entries, entry{
			name:  wide(directory[:max(length-2, 0)]),
			kind:  directory[66],
			start: binary.LittleEndian.Uint32(directory[116:]),
			size:  binary.LittleEndian.Uint32(directory[120:]),
		})
	}
}

// wide decodes UTF-16.
func wide(data []byte) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// readMini reads the stream in which short streams live, and its table.
func (f *compound) readMini() error {
	for _, e := range f.entries {
		if e.kind != rootType || e.start >= lastRegular {
			continue
		}
		table, err := f.chain(binary.LittleEndian.Uint32(f.data[60:]))
		if err != nil {
			return err
		}
		f.mini = numbers(table)
		f.miniStream, err = f.chain(e.start)
		return err
	}
	return nil
}

// has tells whether there is a stream of that name.
func (f *compound) has(name string) bool {
	for _, e := range f.entries {
		if e.kind == streamType && e.name == name {
			return true
		}
	}
	return false
}

// stream returns the content of the stream of that name.
func (f *compound) stream(name string) ([]byte, error) {
	for _, e := range f.entries {
		if e.kind != streamType || e.name != name {
			continue
		}
		chain := f.chain
		if e.size < f.cutoff {
			chain = f.miniChain
		}
		data, err := chain(e.start)
		if err == nil && uint32(len(data)) < e.size {
			err = errChain
		}
		return data[:min(len(data), int(e.size))], err
	}
	return nil, errChain
}

func (f *compound) miniChain(start uint32) ([]byte, error) {
	var out []byte
	for n := start; n < lastRegular; n = f.mini[n] {
		from := int(n) * miniSector
		if from >= len(f.miniStream) || int(n) >= len(f.mini) || len(out) > len(f.data) {
			return nil, errChain
		}
		out = append(out, f.miniStream[from:min(from+miniSector, len(f.miniStream))]...)
	}
	return out, nil
}
