package pdf

import (
	"encoding/binary"
	"hash/adler32"
	"math/bits"
	"slices"
	"sync"
)

// alike compresses short streams that are much alike, as those of a merge's pages are: with Huffman codes made once
// for all of them, since to make codes for one page takes longer than all else. It writes RFC 1950 and 1951.
type alike struct {
	codes *codes
	bits  bitWriter
	seen  [1 << 12]int32 // hash of four bytes → where they stood last, counted over all streams
	begin int32          // where the stream begins in that count
}

// maxAlike is the longest stream that is worth it; in a longer one, codes of its own cost little.
const maxAlike = 4096

func newAlike() *alike { return &alike{codes: contentCodes(), begin: 1} }

// deflate returns the data compressed, or nil where the codes don't hold for it.
func (a *alike) deflate(data []byte) []byte {
	if len(data) > maxAlike || slices.ContainsFunc(data, func(c byte) bool { return a.codes.symbols[c].length == 0 }) {
		return nil
	}
	a.bits = bitWriter{append(make([]byte, 0, 64+len(data)/2), a.codes.head.out...), a.codes.head.held, a.codes.head.count}
	a.tokens(data, func(c byte) { a.bits.code(a.codes.symbols[c]) }, func(length, distance int) {
		symbol, extra, n := lengthSymbol(length)
		a.bits.code(a.codes.symbols[symbol])
		a.bits.add(extra, n)
		symbol, extra, n = distanceSymbol(distance)
		a.bits.code(a.codes.distances[symbol])
		a.bits.add(extra, n)
	})
	a.bits.code(a.codes.symbols[endOfBlock])
	a.bits.add(0, -a.bits.count&7) // to the end of the byte
	return binary.BigEndian.AppendUint32(a.bits.out, adler32.Checksum(data))
}

// tokens divides data into letters and into repetitions of four bytes or more.
func (a *alike) tokens(data []byte, letter func(byte), repetition func(length, distance int)) {
	i := 0
	for ; i+4 <= len(data); i++ {
		four := binary.LittleEndian.Uint32(data[i:])
		last := &a.seen[four*0x9E3779B1>>20]
		before := int(*last - a.begin)
		*last = a.begin + int32(i)
		if before < 0 || binary.LittleEndian.Uint32(data[before:]) != four {
			letter(data[i])
			continue
		}
		n := 4
		for i+n < len(data) && n < 258 && data[before+n] == data[i+n] {
			n++
		}
		repetition(n, i-before)
		i += n - 1
	}
	for ; i < len(data); i++ {
		letter(data[i])
	}
	if a.begin += maxAlike; a.begin > 1<<30 {
		a.seen, a.begin = [1 << 12]int32{}, 1
	}
}

// pageDeflater compresses pages: short ones with codes in common, others with codes of their own.
type pageDeflater struct {
	short *alike
	other *deflater
}

func newPageDeflater() *pageDeflater { return &pageDeflater{newAlike(), newDeflater(perPage)} }

func (d *pageDeflater) deflate(data []byte) []byte {
	if out := d.short.deflate(data); out != nil {
		return out
	}
	return d.other.deflate(data)
}

// The alphabets of RFC 1951: bytes, the end, lengths; and distances up to maxAlike.
const (
	endOfBlock = 256
	symbols    = 286
	distances  = 24
)

// lengthSymbol returns the symbol of a repetition's length, and the bits that follow it.
func lengthSymbol(length int) (symbol int, extra uint32, n int) {
	if length == 258 {
		return 285, 0, 0
	}
	l := length - 3
	n = max(bits.Len(uint(l))-3, 0)
	return 257 + 4*n + l>>n, uint32(l & (1<<n - 1)), n
}

// distanceSymbol returns the symbol of a distance, and the bits that follow it.
func distanceSymbol(distance int) (symbol int, extra uint32, n int) {
	d := distance - 1
	n = max(bits.Len(uint(d))-2, 0)
	return 2*n + d>>n, uint32(d & (1<<n - 1)), n
}

// bitWriter packs bits into bytes, the lowest first.
type bitWriter struct {
	out   []byte
	held  uint64 // bits that make no byte yet
	count int
}

func (w *bitWriter) add(v uint32, n int) {
	w.held |= uint64(v) << w.count
	for w.count += n; w.count >= 8; w.count -= 8 {
		w.out = append(w.out, byte(w.held))
		w.held >>= 8
	}
}

func (w *bitWriter) code(c code) { w.add(uint32(c.bits), int(c.length)) }

// codes are the Huffman codes of streams that are alike, and what each stream begins with: it tells the codes.
type codes struct {
	symbols   [symbols]code
	distances [distances]code
	head      bitWriter
}

// typical is what a page of a merge looks like; it tells how often each letter and each repetition comes.
const typical = "/U Do\n0 .35 .4 .86 k\nBT /F0 15 Tf\n403.567 366.097 Td\n[<00541EB7006E0067>]TJ\nET\n" +
	".15 1 1 .1 k\nBT /F1 40 Tf\n280.665 314.703 Td\n[<005400721EA7006E00200054>20<00681ECB0020004E>20<0067006801290061>]TJ\nET\n" +
	"0 .35 .4 .86 k\nBT /F2 14.5 Tf\n360.531 285.265 Td\n[<00481ECD0063002000730069006E00680020006C1EDB007000200031003000410031>]TJ\nET\n" +
	".15 1 1 .1 k\nBT /F3 18.5 Tf\n337.778 252.242 Td\n[<0048>6<1ECD0063002000730069006E006800200058>36<00751EA5>8<0074002000731EAF>-6<0063>]TJ\nET\n" +
	"0 .35 .4 .86 k\nBT /F2 9.166 Tf\n72.34 70.923 Td\n[<0056>45<00E0006F002000731ED50020006B00680065006E00200074006801B01EDF006E0067003A002000531ED100200031002F>50<0032003000320035>]TJ\nET\n"

// contentCodes makes the codes for pages. Every letter that a content stream can have gets one.
var contentCodes = sync.OnceValue(func() *codes {
	symbolCounts, distanceCounts := make([]int, symbols), make([]int, distances)
	for i := range symbolCounts {
		if i == '\n' || i >= ' ' && i <= '~' || i >= endOfBlock {
			symbolCounts[i] = 1
		}
	}
	for i := range distanceCounts {
		distanceCounts[i] = 1
	}
	const weight = 8
	(&alike{begin: 1}).tokens([]byte(typical), func(c byte) { symbolCounts[c] += weight }, func(length, distance int) {
		symbol, _, _ := lengthSymbol(length)
		symbolCounts[symbol] += weight
		symbol, _, _ = distanceSymbol(distance)
		distanceCounts[symbol] += weight
	})
	c := &codes{}
	copy(c.symbols[:], huffman(symbolCounts, 15))
	copy(c.distances[:], huffman(distanceCounts, 15))
	c.tell()
	return c
})
