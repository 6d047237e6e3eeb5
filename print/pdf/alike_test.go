package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"
)

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

// FuzzAlike compresses a stream twice, so that the second could find the first, and reads both back.
func FuzzAlike(f *testing.F) {
	for _, text := range []string{"", "a", "q Q\n", typical, strings.Repeat("0 ", 2000), strings.Repeat("x", 258) + "y" + strings.Repeat("x", 259), "é"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a := newAlike()
		for range 2 {
			out := a.deflate(data)
			if out == nil {
				if len(data) <= maxAlike && bytes.IndexFunc(data, func(r rune) bool { return r != '\n' && (r < ' ' || r > '~') }) < 0 {
					t.Fatalf("%q is not compressed", data)
				}
				return
			}
			if got := inflate(t, out); !bytes.Equal(got, data) {
				t.Fatalf("%q became %q", data, got)
			}
		}
	})
}

func TestSymbolsOfEveryLengthAndDistance(t *testing.T) {
	var text strings.Builder
	for i := range 3000 {
		text.WriteByte(" 0123456789ABCDEF<>[]kTJ"[i*i*7919%23])
	}
	a := newAlike()
	for length := 4; length < 300; length += 3 {
		for _, distance := range []int{length, 1000, 2900} {
			data := text.String()[:distance] + text.String()[:length]
			if got := inflate(t, a.deflate([]byte(data))); string(got) != data {
				t.Fatalf("a repetition of %d at %d is lost", length, distance)
			}
		}
	}
	a.begin = 1 << 30 // the count begins anew
	for range 3 {
		if got := inflate(t, a.deflate([]byte(typical))); string(got) != typical {
			t.Fatal("lost")
		}
	}
}

// BenchmarkDeflate measures a page: with common codes, and with codes of its own.
func BenchmarkDeflate(b *testing.B) {
	page := []byte(strings.ReplaceAll(typical, "360.531", "361.204"))
	a, own := newAlike(), newDeflater(perPage)
	for name, deflate := range map[string]func([]byte) []byte{"alike": a.deflate, "own": own.deflate} {
		b.Run(name, func(b *testing.B) {
			size := 0
			for b.Loop() {
				size = len(deflate(page))
			}
			b.ReportMetric(float64(size), "B")
		})
	}
}
