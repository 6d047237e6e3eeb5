package ui

import (
	"bytes"
	"encoding/binary"

	"fyne.io/fyne/v2"
)

// tallFace returns a face whose lines are as high as its highest letter. The toolkit clips type at the ascent that a font
// claims, and most claim less than Ẫ and Ổ need; in type as large as that of the stage their marks would be cut off.
func tallFace(face fyne.Resource) fyne.Resource {
	if face == nil {
		return nil
	}
	data := bytes.Clone(face.Content())
	head, hhea, os2 := fontTable(data, "head"), fontTable(data, "hhea"), fontTable(data, "OS/2")
	if len(head) < 44 || len(hhea) < 6 || len(os2) < 76 {
		return face
	}
	highest := head[42:44]                                               // yMax
	for _, ascent := range [][]byte{hhea[4:6], os2[68:70], os2[74:76]} { // ascender, sTypoAscender, usWinAscent
		if int16(binary.BigEndian.Uint16(ascent)) < int16(binary.BigEndian.Uint16(highest)) {
			copy(ascent, highest)
		}
	}
	return fyne.NewStaticResource("tall-"+face.Name(), data)
}

// fontTable returns a table of a TrueType font, or nil.
func fontTable(data []byte, tag string) []byte {
	const header, record = 12, 16
	for at := header; at+record <= len(data) && at < header+record*int(binary.BigEndian.Uint16(data[4:])); at += record {
		from, length := binary.BigEndian.Uint32(data[at+8:]), binary.BigEndian.Uint32(data[at+12:])
		if string(data[at:at+4]) == tag && uint64(from)+uint64(length) <= uint64(len(data)) {
			return data[from : from+length]
		}
	}
	return nil
}
