package pdf

import (
	"math/bits"
	"slices"
)

// code is the Huffman code of a symbol, its first bit lowest; a length of 0 says that there is none.
type code struct {
	bits   uint16
	length uint8
}

// huffman makes the codes of symbols that come as often as their counts say, none longer than most bits.
func huffman(counts []int, most int) []code {
	for {
		lengths := depths(counts)
		if slices.Max(lengths) <= most {
			return canonical(lengths)
		}
		for i, n := range counts {
			counts[i] = (n + 1) / 2 // flatter
		}
	}
}

// depths returns the length of each symbol's code: the two rarest trees become one until one is left.
func depths(counts []int) []int {
	type tree struct {
		count   int
		symbols []int
	}
	var trees []tree
	for symbol, n := range counts {
		if n > 0 {
			trees = append(trees, tree{n, []int{symbol}})
		}
	}
	lengths := make([]int, len(counts))
	for len(trees) > 1 {
		slices.SortStableFunc(trees, func(a, b tree) int { return a.count - b.count })
		both := tree{trees[0].count + trees[1].count, slices.Concat(trees[0].symbols, trees[1].symbols)}
		for _, symbol := range both.symbols {
			lengths[symbol]++
		}
		trees = append(trees[2:], both)
	}
	return lengths
}

// canonical numbers codes by their lengths and then by their symbols (RFC 1951, 3.2.2).
func canonical(lengths []int) []code {
	out := make([]code, len(lengths))
	next := uint16(0)
	for length := 1; length <= 15; length++ {
		next <<= 1
		for symbol, l := range lengths {
			if l == length {
				out[symbol] = code{bits.Reverse16(next) >> (16 - length), uint8(length)}
				next++
			}
		}
	}
	return out
}

// lengthOrder is the order in which the lengths of the lengths' codes are told (RFC 1951, 3.2.7).
var lengthOrder = []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// told is one step of telling lengths: a length, or a run with the bits that say how long it is.
type told struct {
	symbol int
	extra  uint32
	n      int
}

// tell writes what each stream begins with: the header of zlib, and a last block with the codes in it.
func (c *codes) tell() {
	var lengths []int
	for _, list := range [][]code{c.symbols[:], c.distances[:]} {
		for _, v := range list {
			lengths = append(lengths, int(v.length))
		}
	}
	steps := runs(lengths)
	counts := make([]int, len(lengthOrder))
	for _, s := range steps {
		counts[s.symbol]++
	}
	ofLengths := huffman(counts, 7)
	w := &c.head
	w.out = []byte{0x78, 0x01}
	w.add(1|2<<1, 3)
	w.add(symbols-257, 5)
	w.add(distances-1, 5)
	w.add(uint32(len(lengthOrder)-4), 4)
	for _, symbol := range lengthOrder {
		w.add(uint32(ofLengths[symbol].length), 3)
	}
	for _, s := range steps {
		w.code(ofLengths[s.symbol])
		w.add(s.extra, s.n)
	}
}

// runs shortens lengths that repeat: 16 says "as before" 3 to 6 times, 17 and 18 are 3 to 10 and 11 to 138 zeros.
func runs(lengths []int) []told {
	var out []told
	for i := 0; i < len(lengths); {
		n := 1
		for i+n < len(lengths) && lengths[i+n] == lengths[i] {
			n++
		}
		switch again := i > 0 && lengths[i] == lengths[i-1]; {
		case lengths[i] == 0 && n >= 11:
			n = min(n, 138)
			out = append(out, told{18, uint32(n - 11), 7})
		case lengths[i] == 0 && n >= 3:
			n = min(n, 10)
			out = append(out, told{17, uint32(n - 3), 3})
		case again && n >= 3:
			n = min(n, 6)
			out = append(out, told{16, uint32(n - 3), 2})
		default:
			n = 1
			out = append(out, told{lengths[i], 0, 0})
		}
		i += n
	}
	return out
}
