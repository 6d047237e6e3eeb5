package icc

import "errors"

// grid holds colours at the crossings of a lattice over the channels; the last channel runs fastest.
type grid struct {
	sides []int // crossings along each channel
	out   int
	nodes []float64
}

// size returns how many numbers the grid has, which may be no more than limit.
func (g *grid) size(limit int) (int, error) {
	size := g.out
	for _, side := range g.sides {
		if side < 2 || size > limit {
			return 0, errors.New("a grid of an impossible size")
		}
		size *= side
	}
	return size, nil
}

// at replaces a colour by the grid's. Between crossings it weighs all corners of the cell, as suits tables over Lab: going
// along the edges alone, as over red, green and blue, would bend their greys.
func (g *grid) at(v *values) {
	var part [maxChannels]float64 // how far in its cell, by channel
	var step [maxChannels]int
	first, stride, n := 0, g.out, len(g.sides)
	for i := n - 1; i >= 0; i-- {
		at := clamp(v[i]) * float64(g.sides[i]-1)
		cell := min(int(at), g.sides[i]-2)
		part[i], step[i] = at-float64(cell), stride
		first += cell * stride
		stride *= g.sides[i]
	}
	var out values
	for corner := range 1 << n {
		weight, node := 1., first
		for i := range n {
			if corner>>i&1 == 1 {
				weight *= part[i]
				node += step[i]
			} else {
				weight *= 1 - part[i]
			}
		}
		for k := range g.out {
			out[k] += weight * g.nodes[node+k]
		}
	}
	*v = out
}
