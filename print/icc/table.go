package icc

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// maxChannels is how many channels a table may have on either side.
const maxChannels = 15

// values are the channels of one colour, 0 to 1; only the first few are in use.
type values [maxChannels]float64

// table turns a device's colours into the connection space's or back, step by step.
type table struct {
	in, out int
	steps   []func(*values)
	legacy  bool // Lab is coded as version 2 did in 16 bits: 100 is 0xFF00
}

func (t *table) apply(v values) values {
	for _, step := range t.steps {
		step(&v)
	}
	return v
}

// table reads the tag of that name: lut8, lut16, lutAToB or lutBToA.
func (p *Profile) table(name string) (*table, error) {
	b, err := p.tag(name)
	if err != nil {
		return nil, err
	}
	if len(b) < 32 {
		return nil, fmt.Errorf("%s: %w", name, errShort)
	}
	t := &table{in: int(b[8]), out: int(b[9])}
	if t.in < 1 || t.in > maxChannels || t.out < 1 || t.out > maxChannels {
		return nil, fmt.Errorf("%s: a table of %d by %d channels", name, t.in, t.out)
	}
	switch string(b[:4]) {
	case "mft1", "mft2":
		err = t.readOld(b)
	case "mAB ", "mBA ":
		err = t.readNew(b)
	default:
		err = fmt.Errorf("no such type of table: %q", b[:4])
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return t, nil
}

// readOld reads curves, grid, curves in 8 or 16 bits. The matrix before them is for XYZ only, and not used.
func (t *table) readOld(b []byte) error {
	width, inLen, outLen, at, numbers := 1, 256, 256, 48, octets
	if t.legacy = string(b[:4]) == "mft2"; t.legacy {
		if len(b) < 52 {
			return errShort
		}
		width, at, numbers = 2, 52, words
		inLen, outLen = int(binary.BigEndian.Uint16(b[48:])), int(binary.BigEndian.Uint16(b[50:]))
	}
	if inLen < 2 || outLen < 2 {
		return errors.New("a curve of less than two samples")
	}
	take := func(count int) []float64 {
		if end := at + width*count; count >= 0 && end <= len(b) {
			part := b[at:end]
			at = end
			return numbers(part)
		}
		at = len(b) + 1
		return nil
	}
	before := take(t.in * inLen)
	g := grid{sides: make([]int, t.in), out: t.out}
	for i := range g.sides {
		g.sides[i] = int(b[10])
	}
	size, err := g.size(len(b))
	if err != nil {
		return err
	}
	g.nodes = take(size)
	after := take(t.out * outLen)
	if before == nil || g.nodes == nil || after == nil {
		return errShort
	}
	t.steps = []func(*values){sampledCurves(before, t.in), g.at, sampledCurves(after, t.out)}
	return nil
}

// sampledCurves is a step of n curves whose samples follow one another.
func sampledCurves(table []float64, n int) func(*values) {
	each, curves := len(table)/n, make([]curve, n)
	for i := range curves {
		curves[i] = samples(table[i*each : (i+1)*each])
	}
	return through(curves)
}

func through(curves []curve) func(*values) {
	return func(v *values) {
		for i, c := range curves {
			v[i] = c(v[i])
		}
	}
}

// Where a table of version 4 says where its parts lie, each 0 where it is missing.
const (
	curvesB = 12 // on the side of the connection space
	matrix  = 16
	curvesM = 20
	gridAt  = 24
	curvesA = 28 // on the side of the device
)

// readNew reads a table of version 4: A curves, grid, M curves, matrix, B curves, or the other way round.
func (t *table) readNew(b []byte) error {
	pcs, device, order := t.out, t.in, []int{curvesA, gridAt, curvesM, matrix, curvesB}
	if string(b[:4]) == "mBA " {
		pcs, device, order = t.in, t.out, []int{curvesB, matrix, curvesM, gridAt, curvesA}
	}
	if pcs != 3 {
		return fmt.Errorf("%d channels of the connection space", pcs)
	}
	for _, part := range order {
		at := uint64(binary.BigEndian.Uint32(b[part:]))
		if at == 0 {
			continue
		}
		if at > uint64(len(b)) {
			return errShort
		}
		var step func(*values)
		var err error
		switch part {
		case gridAt:
			step, err = t.readGrid(b[at:])
		case matrix:
			step, err = readMatrix(b[at:])
		case curvesA:
			step, err = readCurves(b[at:], device)
		default:
			step, err = readCurves(b[at:], pcs)
		}
		if err != nil {
			return err
		}
		t.steps = append(t.steps, step)
	}
	return nil
}

func readCurves(b []byte, n int) (func(*values), error) {
	curves := make([]curve, n)
	for i := range curves {
		c, size, err := parseCurve(b)
		if err != nil {
			return nil, err
		}
		curves[i] = c
		b = b[min((size+3)&^3, len(b)):]
	}
	return through(curves), nil
}

func readMatrix(b []byte) (func(*values), error) {
	if len(b) < 48 {
		return nil, errShort
	}
	var m [12]float64
	for i := range m {
		m[i] = fixed(b[4*i:])
	}
	return func(v *values) {
		x, y, z := v[0], v[1], v[2]
		for i := range 3 {
			v[i] = m[3*i]*x + m[3*i+1]*y + m[3*i+2]*z + m[9+i]
		}
	}, nil
}

func (t *table) readGrid(b []byte) (func(*values), error) {
	if len(b) < 20 {
		return nil, errShort
	}
	g := grid{sides: make([]int, t.in), out: t.out}
	for i := range g.sides {
		g.sides[i] = int(b[i])
	}
	size, err := g.size(len(b))
	if err != nil {
		return nil, err
	}
	width, numbers := int(b[16]), octets
	if width == 2 {
		numbers = words
	}
	if width != 1 && width != 2 || len(b) < 20+width*size {
		return nil, errShort
	}
	g.nodes = numbers(b[20 : 20+width*size])
	return g.at, nil
}
