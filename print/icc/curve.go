package icc

import (
	"encoding/binary"
	"fmt"
	"math"
)

// curve turns one channel's value, 0 to 1, into another.
type curve func(float64) float64

// fixed reads an s15Fixed16Number.
func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// parseCurve reads a curve of type "curv" or "para" and returns how many bytes it took.
func parseCurve(b []byte) (curve, int, error) {
	if len(b) < 12 {
		return nil, 0, errShort
	}
	switch string(b[:4]) {
	case "curv":
		return parseSampled(b)
	case "para":
		return parseFormula(b)
	}
	return nil, 0, fmt.Errorf("no such type of curve: %q", b[:4])
}

// parseSampled reads a curve of samples, of which none is the identity and one a gamma.
func parseSampled(b []byte) (curve, int, error) {
	count := uint64(binary.BigEndian.Uint32(b[8:]))
	if uint64(len(b)) < 12+2*count {
		return nil, 0, errShort
	}
	end := int(12 + 2*count)
	switch count {
	case 0:
		return func(v float64) float64 { return v }, end, nil
	case 1:
		gamma := float64(binary.BigEndian.Uint16(b[12:])) / 256
		return func(v float64) float64 { return math.Pow(clamp(v), gamma) }, end, nil
	}
	return samples(words(b[12:end])), end, nil
}

// parameters tells how many numbers each type of formula has.
var parameters = [5]int{1, 3, 4, 5, 7}

// parseFormula reads a parametric curve: v ↦ (a·v+b)^g + e from d on, c·v+f before it.
func parseFormula(b []byte) (curve, int, error) {
	kind := int(binary.BigEndian.Uint16(b[8:]))
	if kind >= len(parameters) {
		return nil, 0, fmt.Errorf("no such formula of a curve: %d", kind)
	}
	end := 12 + 4*parameters[kind]
	if len(b) < end {
		return nil, 0, errShort
	}
	var n [7]float64 // g, then as the standard lists them
	for i := range parameters[kind] {
		n[i] = fixed(b[12+4*i:])
	}
	f := formula{g: n[0], a: 1}
	switch kind {
	case 1: // 0 before −b/a
		f.a, f.b = n[1], n[2]
		f.d = -f.b / f.a
	case 2: // c, added to all
		f.a, f.b, f.e, f.f = n[1], n[2], n[3], n[3]
		f.d = -f.b / f.a
	case 3, 4:
		f.a, f.b, f.c, f.d, f.e, f.f = n[1], n[2], n[3], n[4], n[5], n[6]
	}
	return f.at, end, nil
}

type formula struct{ g, a, b, c, d, e, f float64 }

func (p formula) at(v float64) float64 {
	if v < p.d {
		return p.c*v + p.f
	}
	return math.Pow(max(p.a*v+p.b, 0), p.g) + p.e
}

// samples returns the curve that runs straight from sample to sample.
func samples(table []float64) curve {
	last := len(table) - 1
	return func(v float64) float64 {
		at := clamp(v) * float64(last)
		i := min(int(at), last-1)
		return table[i] + (table[i+1]-table[i])*(at-float64(i))
	}
}

// words reads two-byte numbers as 0 to 1.
func words(b []byte) []float64 {
	out := make([]float64, len(b)/2)
	for i := range out {
		out[i] = float64(binary.BigEndian.Uint16(b[2*i:])) / 65535
	}
	return out
}

// octets reads one-byte numbers as 0 to 1.
func octets(b []byte) []float64 {
	out := make([]float64, len(b))
	for i, v := range b {
		out[i] = float64(v) / 255
	}
	return out
}

// clamp keeps a value within 0 to 1; what is no number becomes 0.
func clamp(v float64) float64 {
	if !(v > 0) {
		return 0
	}
	return min(v, 1)
}
