package pdf

import (
	"encoding/binary"
	"hash/adler32"
	"math/bits"
)

// brief compresses short streams, as those of a merge's pages are, with the Huffman codes that RFC 1951 fixes: to make
// codes for one page takes longer than all else, and to tell them takes the room that they spare. It writes RFC 1950.
type brief struct {
	seen  [1 << 12]int32 // hash of four bytes → where they stood last, counted over all streams
	begin int32          // where the stream begins in that count
}

// maxBrief is the longest stream that is worth it; in a longer one, codes of its own cost little.
const maxBrief = 4096

func newBrief() *brief { return &brief{begin: 1} }

// appendDeflated appends the data compressed, in letters and in repetitions of four bytes or more.
func (b *brief) appendDeflated(out, data []byte) []byte {
	w := bitWriter{out: append(out, 0x78, 0x01)}
	w.add(1|1<<1, 3) // the last block, with the fixed codes
	for i := 0; i < len(data); {
		before := b.place(data, i)
		n := same(data, before, i)
		if n < 4 {
			w.code(letterCodes[data[i]])
			i++
			continue
		}
		w.code(lengthCodes[n])
		w.code(distanceCode(i - before))
		for end := i + n; i+1 < end; {
			i++
			b.place(data, i)
		}
		i++
	}
	if b.begin += maxBrief; b.begin > 1<<30 {
		b.seen, b.begin = [1 << 12]int32{}, 1
	}
	w.code(symbolCode(endOfBlock))
	return binary.BigEndian.AppendUint32(w.bytes(), adler32.Checksum(data))
}

// place notes where four bytes stand, and returns where they may have stood before: a negative number is nowhere.
func (b *brief) place(data []byte, i int) int {
	if i+4 > len(data) {
		return -1
	}
	last := &b.seen[binary.LittleEndian.Uint32(data[i:])*0x9E3779B1>>20]
	before := int(*last - b.begin)
	*last = b.begin + int32(i)
	return before
}

// same counts the bytes that stand at both places; none where the first is nowhere.
func same(data []byte, before, i int) int {
	n := 0
	if before >= 0 {
		for most := min(len(data)-i, 258); n < most && data[before+n] == data[i+n]; {
			n++
		}
	}
	return n
}

// code is some bits of a stream, the first lowest.
type code struct {
	bits uint32
	n    int
}

// then returns the code with more bits after it.
func (c code) then(extra uint32, n int) code { return code{c.bits | extra<<c.n, c.n + n} }

// endOfBlock is the symbol after the letters and before the lengths.
const endOfBlock = 256

// symbolCode returns the fixed code of a letter, of the end, or of a length (RFC 1951, 3.2.6).
func symbolCode(symbol int) code {
	switch {
	case symbol < 144:
		return huffman(0x30+symbol, 8)
	case symbol < endOfBlock:
		return huffman(0x190+symbol-144, 9)
	case symbol < 280:
		return huffman(symbol-endOfBlock, 7)
	}
	return huffman(0xC0+symbol-280, 8)
}

// huffman returns a code of n bits, whose highest bit comes first.
func huffman(v, n int) code { return code{bits.Reverse32(uint32(v)) >> (32 - n), n} }

// letterCodes are the codes of bytes.
var letterCodes = func() (out [256]code) {
	for letter := range out {
		out[letter] = symbolCode(letter)
	}
	return out
}()

// lengthCodes are the codes of how long a repetition is, from 3 to 258.
var lengthCodes = func() (out [259]code) {
	for length := 3; length < 258; length++ {
		l := length - 3
		n := max(bits.Len(uint(l))-3, 0)
		out[length] = symbolCode(257+4*n+l>>n).then(uint32(l&(1<<n-1)), n)
	}
	out[258] = symbolCode(285)
	return out
}()

// distanceCode returns the code of how far back a repetition begins.
func distanceCode(distance int) code {
	d := distance - 1
	n := max(bits.Len(uint(d))-2, 0)
	return huffman(2*n+d>>n, 5).then(uint32(d&(1<<n-1)), n)
}

// bitWriter packs codes into bytes, the lowest bit first.
type bitWriter struct {
	out   []byte
	held  uint64 // bits that were not written yet, fewer than 32
	count int
}

func (w *bitWriter) code(c code) { w.add(uint64(c.bits), c.n) }

func (w *bitWriter) add(v uint64, n int) {
	w.held |= v << w.count
	if w.count += n; w.count >= 32 {
		w.out = binary.LittleEndian.AppendUint32(w.out, uint32(w.held))
		w.held, w.count = w.held>>32, w.count-32
	}
}

// bytes returns what was written, up to the end of the last byte.
func (w *bitWriter) bytes() []byte {
	for ; w.count > 0; w.count -= 8 {
		w.out = append(w.out, byte(w.held))
		w.held >>= 8
	}
	return w.out
}

// pageDeflater compresses pages: short ones with the fixed codes, others with codes of their own.
type pageDeflater struct {
	short *brief
	other *deflater
}

func newPageDeflater() *pageDeflater { return &pageDeflater{newBrief(), newDeflater(perPage)} }

// appendDeflated appends the data compressed.
func (d *pageDeflater) appendDeflated(out, data []byte) []byte {
	if len(data) <= maxBrief {
		return d.short.appendDeflated(out, data)
	}
	return append(out, d.other.deflate(data)...)
}
