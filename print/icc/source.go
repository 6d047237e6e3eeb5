package icc

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Source is the space of a picture's pixels: three primaries and the way from a channel's value to its light.
type Source struct {
	primaries [3]xyz
	light     [3]curve
}

// SRGB is the space of pictures that name none (IEC 61966-2-1), its primaries adapted to D50.
var SRGB = &Source{
	primaries: [3]xyz{{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}},
	light:     [3]curve{srgb.at, srgb.at, srgb.at},
}

var srgb = formula{g: 2.4, a: 1 / 1.055, b: 0.055 / 1.055, c: 1 / 12.92, d: 0.04045}

// Source returns the space of a matrix profile, as screens and cameras have it. Of a grey profile it is the space whose three
// channels share the curve.
func (p *Profile) Source() (*Source, error) {
	s := &Source{primaries: SRGB.primaries}
	names := [3][2]string{{"rXYZ", "rTRC"}, {"gXYZ", "gTRC"}, {"bXYZ", "bTRC"}}
	switch p.Space {
	case "RGB ":
		if p.PCS != "XYZ " {
			return nil, errors.New("the picture's profile is not of primaries")
		}
	case "GRAY":
		names = [3][2]string{{"", "kTRC"}, {"", "kTRC"}, {"", "kTRC"}}
	default:
		return nil, fmt.Errorf("the picture's profile is for %q", p.Space)
	}
	for i, name := range names {
		trc, err := p.tag(name[1])
		if err == nil {
			s.light[i], _, err = parseCurve(trc)
		}
		if err == nil && name[0] != "" {
			s.primaries[i], err = p.xyz(name[0])
		}
		if err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (p *Profile) xyz(name string) (xyz, error) {
	b, err := p.tag(name)
	if err != nil {
		return xyz{}, err
	}
	if len(b) < 20 {
		return xyz{}, errShort
	}
	return xyz{fixed(b[8:]), fixed(b[12:]), fixed(b[16:])}, nil
}

// xyz returns the colour of a pixel whose channels run from 0 to 1.
func (s *Source) xyz(r, g, b float64) (out xyz) {
	for i, v := range [3]float64{r, g, b} {
		v = s.light[i](v)
		for k := range out {
			out[k] += v * s.primaries[i][k]
		}
	}
	return out
}

// maxProfile keeps a hostile picture from taking all memory: 16 MB.
const maxProfile = 16 << 20

// Embedded returns the profile in a PNG, JPEG or WebP file; nil where there is none.
func Embedded(picture []byte) []byte {
	switch {
	case bytes.HasPrefix(picture, []byte("\x89PNG\r\n\x1a\n")):
		return inPNG(picture[8:])
	case bytes.HasPrefix(picture, []byte("\xff\xd8")):
		return inJPEG(picture[2:])
	case len(picture) > 12 && string(picture[:4]) == "RIFF" && string(picture[8:12]) == "WEBP":
		return inWebP(picture[12:])
	}
	return nil
}

// inPNG inflates the chunk iCCP: a name, a zero, the method, the data.
func inPNG(b []byte) []byte {
	for len(b) >= 12 {
		size := uint64(binary.BigEndian.Uint32(b))
		kind := string(b[4:8])
		if size > uint64(len(b)-12) || kind == "IDAT" {
			return nil
		}
		if kind == "iCCP" {
			_, rest, found := bytes.Cut(b[8:8+size], []byte{0})
			if !found || len(rest) < 1 {
				return nil
			}
			return inflate(rest[1:])
		}
		b = b[12+size:]
	}
	return nil
}

func inflate(b []byte) []byte {
	in, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	out, err := io.ReadAll(io.LimitReader(in, maxProfile))
	if err != nil {
		return nil
	}
	return out
}

// inJPEG joins the parts of the profile in the segments APP2, each numbered from 1.
func inJPEG(b []byte) []byte {
	const mark = "ICC_PROFILE\x00"
	parts := map[byte][]byte{}
	for len(b) >= 4 && b[0] == 0xFF && b[1] != 0xDA {
		size := int(binary.BigEndian.Uint16(b[2:]))
		if size < 2 || size+2 > len(b) {
			break
		}
		if body := b[4 : 2+size]; b[1] == 0xE2 && bytes.HasPrefix(body, []byte(mark)) && len(body) > len(mark)+2 {
			parts[body[len(mark)]] = body[len(mark)+2:]
		}
		b = b[2+size:]
	}
	var out []byte
	for i := 1; i <= len(parts); i++ {
		out = append(out, parts[byte(i)]...)
	}
	return out
}

// inWebP finds the chunk ICCP; chunks are padded to even lengths.
func inWebP(b []byte) []byte {
	for len(b) >= 8 {
		size := uint64(binary.LittleEndian.Uint32(b[4:]))
		if size > uint64(len(b)-8) {
			return nil
		}
		if string(b[:4]) == "ICCP" {
			return b[8 : 8+size]
		}
		b = b[min(8+size+size&1, uint64(len(b))):]
	}
	return nil
}
