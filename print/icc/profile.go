// Package icc reads colour profiles (ICC.1:2022, and the older tables of version 2) as far as separating pictures
// needs it: matrix profiles of screens and cameras, tables of presses.
package icc

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Profile is a profile's header and where its tags lie.
type Profile struct {
	Class string // "prtr" for presses and printers, "mntr" for screens
	Space string // of the device: "CMYK", "RGB ", "GRAY"
	PCS   string // what its tables connect to: "Lab " or "XYZ "
	Major int    // version: 2 or 4
	tags  map[string][]byte
}

// Where the fields of a header lie, and how long it is.
const (
	versionAt = 8
	classAt   = 12
	spaceAt   = 16
	pcsAt     = 20
	magicAt   = 36
	headerLen = 128
)

// maxTags is more than any profile has.
const maxTags = 200

// Read reads a profile. It keeps data.
func Read(data []byte) (*Profile, error) {
	if len(data) < headerLen+4 || string(data[magicAt:magicAt+4]) != "acsp" {
		return nil, errors.New("read colour profile: this is none")
	}
	p := &Profile{
		Class: string(data[classAt : classAt+4]), Space: string(data[spaceAt : spaceAt+4]), PCS: string(data[pcsAt : pcsAt+4]),
		Major: int(data[versionAt]), tags: map[string][]byte{},
	}
	count := int(binary.BigEndian.Uint32(data[headerLen:]))
	entries := data[headerLen+4:]
	if count > maxTags || len(entries) < 12*count {
		return nil, errors.New("read colour profile: its table of tags is broken")
	}
	for i := range count {
		e := entries[12*i:]
		at, size := uint64(binary.BigEndian.Uint32(e[4:])), uint64(binary.BigEndian.Uint32(e[8:]))
		if at+size > uint64(len(data)) || size < 8 {
			return nil, fmt.Errorf("read colour profile: tag %q lies outside it", e[:4])
		}
		p.tags[string(e[:4])] = data[at : at+size]
	}
	return p, nil
}

// Inks returns how many colorants the device has: the N of a PDF's profile stream; 0 for a space that is not known.
func (p *Profile) Inks() int {
	return map[string]int{"CMYK": 4, "RGB ": 3, "GRAY": 1, "Lab ": 3}[p.Space]
}

// tag returns a tag's data, whose first four bytes are its type.
func (p *Profile) tag(name string) ([]byte, error) {
	if t, ok := p.tags[name]; ok {
		return t, nil
	}
	return nil, fmt.Errorf("the profile has no %s", name)
}

// errShort says that a table ends before its time.
var errShort = errors.New("a table is cut short")
