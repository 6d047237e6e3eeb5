package icc_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"math"
)

// These functions write profiles, and pictures that hold them, by the letter of their standards.

type tag struct {
	name string
	data []byte
}

// write writes a profile of its tags.
func write(version byte, class, space, pcs string, tags ...tag) []byte {
	head := make([]byte, 128)
	head[8] = version
	copy(head[12:], class+space+pcs)
	copy(head[36:], "acsp")
	copy(head[68:], joined(s15(0.9642), s15(1), s15(0.8249)))
	table, body := be32(len(tags)), []byte(nil)
	for _, t := range tags {
		table = joined(table, []byte(t.name), be32(132+12*len(tags)+len(body)), be32(len(t.data)))
		body = append(body, t.data...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	out := joined(head, table, body)
	copy(out, be32(len(out)))
	return out
}

func joined(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
func be32(v int) []byte             { return binary.BigEndian.AppendUint32(nil, uint32(v)) }
func be16(v int) []byte             { return binary.BigEndian.AppendUint16(nil, uint16(v)) }
func s15(v float64) []byte          { return be32(int(math.Round(v * 65536))) }
func kind(name string) []byte       { return append([]byte(name), 0, 0, 0, 0) }

// wide is the profile of a screen with Adobe RGB's primaries (adapted to D50), whose three curves are written in three ways.
func wide() []byte {
	xyz := func(x, y, z float64) []byte { return joined(kind("XYZ "), s15(x), s15(y), s15(z)) }
	gamma := joined(kind("curv"), be32(1), be16(2*256+51))
	formula := joined(kind("para"), be16(0), be16(0), s15(2.2))
	sampled := joined(kind("curv"), be32(1024))
	for i := range 1024 {
		sampled = append(sampled, be16(int(65535*math.Pow(float64(i)/1023, 2.2)+0.5))...)
	}
	return write(2, "mntr", "RGB ", "XYZ ",
		tag{"wtpt", xyz(0.9642, 1, 0.8249)},
		tag{"rXYZ", xyz(0.60974, 0.31111, 0.01947)}, tag{"gXYZ", xyz(0.20528, 0.62567, 0.06087)}, tag{"bXYZ", xyz(0.14919, 0.06322, 0.74457)},
		tag{"rTRC", gamma}, tag{"gTRC", sampled}, tag{"bTRC", formula})
}

// modern writes the tables B2A1 and A2B1 of a profile of version 2 as version 4 does.
func modern(old []byte) []byte {
	find := func(name string) []byte {
		for e := old[132:]; ; e = e[12:] {
			if string(e[:4]) == name {
				return old[binary.BigEndian.Uint32(e[4:]):][:binary.BigEndian.Uint32(e[8:])]
			}
		}
	}
	return write(4, "prtr", "CMYK", "Lab ", tag{"B2A1", renew("mBA ", find("B2A1"))}, tag{"A2B1", renew("mAB ", find("A2B1"))})
}

// renew writes a lut16 as a table of version 4, with a matrix for the other code of Lab.
func renew(to string, b []byte) []byte {
	in, out, side := int(b[8]), int(b[9]), int(b[10])
	inLen, outLen := int(binary.BigEndian.Uint16(b[48:])), int(binary.BigEndian.Uint16(b[50:]))
	size := out
	for range in {
		size *= side
	}
	before, rest := b[52:52+2*in*inLen], b[52+2*in*inLen:]
	nodes, after := rest[:2*size], rest[2*size:][:2*out*outLen]
	curves := func(table []byte, n int) (all []byte) {
		for i := range n {
			part := table[i*len(table)/n : (i+1)*len(table)/n]
			all = joined(all, kind("curv"), be32(len(part)/2), part)
			all = append(all, make([]byte, -len(all)&3)...)
		}
		return all
	}
	scale, device, pcs := 65535./65280, curves(before, in), curves(after, out)
	if to == "mBA " {
		scale, device, pcs = 65280./65535, curves(after, out), curves(before, in)
	}
	sides := make([]byte, 16)
	for i := range in {
		sides[i] = byte(side)
	}
	grid := joined(sides, []byte{2, 0, 0, 0}, nodes)
	grid = append(grid, make([]byte, -len(grid)&3)...)
	matrix := joined(s15(scale), s15(0), s15(0), s15(0), s15(scale), s15(0), s15(0), s15(0), s15(scale), s15(0), s15(0), s15(0))
	plain := bytes.Repeat(joined(kind("curv"), be32(0)), 3)
	at := 32
	place := func(part []byte) []byte { at += len(part); return be32(at - len(part)) }
	head := joined(kind(to), []byte{byte(in), byte(out), 0, 0}, place(plain), place(matrix), place(pcs), place(grid), place(device))
	return joined(head, plain, matrix, pcs, grid, device)
}

func inPNG(profile []byte) []byte {
	var zipped bytes.Buffer
	z := zlib.NewWriter(&zipped)
	z.Write(profile)
	z.Close()
	chunk := func(name string, data []byte) []byte {
		return joined(be32(len(data)), []byte(name), data, make([]byte, 4))
	}
	return joined([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", make([]byte, 13)), chunk("iCCP", joined([]byte("wide\x00\x00"), zipped.Bytes())),
		chunk("IDAT", []byte("…")))
}

// inJPEG writes the profile in two segments, the second first.
func inJPEG(profile []byte) []byte {
	segment := func(marker byte, data []byte) []byte { return joined([]byte{0xFF, marker}, be16(len(data)+2), data) }
	part := func(n byte, data []byte) []byte {
		return segment(0xE2, joined([]byte("ICC_PROFILE\x00"), []byte{n, 2}, data))
	}
	half := len(profile) / 2
	return joined([]byte{0xFF, 0xD8}, segment(0xE0, []byte("JFIF\x00")), segment(0xE2, []byte("MPF\x00")), part(2, profile[half:]),
		part(1, profile[:half]), []byte{0xFF, 0xDA, 0, 2})
}

func inWebP(profile []byte) []byte {
	chunk := func(name string, data []byte) []byte {
		out := binary.LittleEndian.AppendUint32([]byte(name), uint32(len(data)))
		return append(append(out, data...), make([]byte, len(data)&1)...)
	}
	body := joined([]byte("WEBP"), chunk("VP8X", make([]byte, 9)), chunk("ICCP", profile))
	return joined([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(len(body))), body)
}
