package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"
)

// typical is what a page of a merge looks like.
const typical = "/U Do\n0 .35 .4 .86 k\nBT /F0 15 Tf\n403.567 366.097 Td\n[(\x00T\x1E\xB7\x00n\x00g)]TJ\nET\n" +
	".15 1 1 .1 k\nBT /F1 40 Tf\n280.665 314.703 Td\n[(\x00T\x00r\x1E\xA7\x00n\x00 \x00T)20(\x00h\x1E\xCB\x00 \x00N)20(\x00g\x00h\x01\x29\x00a)]TJ\nET\n"

// inflate reads a stream as everybody does.
func inflate(t *testing.T, stream []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// FuzzBrief compresses a stream twice, so that the second could find the first, and reads both back.
func FuzzBrief(f *testing.F) {
	for _, text := range []string{"", "a", "q Q\n", "\xff\x8f\x90", typical, strings.Repeat("0 ", 2000), strings.Repeat("x", 258) + "y" + strings.Repeat("x", 259)} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = data[:min(len(data), maxBrief)]
		b := newBrief()
		for range 2 {
			if got := inflate(t, b.appendDeflated(nil, data)); !bytes.Equal(got, data) {
				t.Fatalf("%q became %q", data, got)
			}
		}
	})
}

func TestRepetitionsOfEveryLengthAndDistance(t *testing.T) {
	var text strings.Builder
	for i := range 3000 {
		text.WriteByte(" 0123456789ABCDEF<>[]kTJ"[i*i*7919%23])
	}
	b := newBrief()
	for length := 3; length < 300; length++ {
		for _, distance := range []int{length, 1000, 2900} {
			data := text.String()[:distance] + text.String()[:length]
			if got := inflate(t, b.appendDeflated(nil, []byte(data))); string(got) != data {
				t.Fatalf("a repetition of %d at %d is lost", length, distance)
			}
		}
	}
	b.begin = 1 << 30 // the count begins anew
	for range 3 {
		if got := inflate(t, b.appendDeflated(nil, []byte(typical))); string(got) != typical {
			t.Fatal("lost")
		}
	}
}

// TestLongStreamsHaveTheirOwnCodes checks the border between the two ways.
func TestLongStreamsHaveTheirOwnCodes(t *testing.T) {
	d := newPageDeflater()
	for _, n := range []int{maxBrief, maxBrief + 1} {
		data := []byte(strings.Repeat(typical, n/len(typical)+1)[:n])
		out := d.appendDeflated([]byte("before"), data)
		if got := inflate(t, out[len("before"):]); !bytes.Equal(got, data) {
			t.Errorf("a stream of %d bytes is lost", n)
		}
	}
}

// BenchmarkDeflate measures a page: with the fixed codes, and with codes of its own.
func BenchmarkDeflate(b *testing.B) {
	page := []byte(typical + strings.ReplaceAll(typical, "360.531", "361.204"))
	short, own := newBrief(), newDeflater(perPage)
	for name, deflate := range map[string]func([]byte) []byte{
		"fixed": func(data []byte) []byte { return short.appendDeflated(nil, data) }, "own": own.deflate,
	} {
		b.Run(name, func(b *testing.B) {
			size := 0
			for b.Loop() {
				size = len(deflate(page))
			}
			b.ReportMetric(float64(size), "B")
		})
	}
}
