package pack

import (
	"bytes"
	"io"
	"iter"
	"maps"
	"os"
	"slices"
)

// sorted hands out the keys of a map in order, so that findings come in the same order every time.
func sorted[V any](m map[string]V) iter.Seq[string] {
	return slices.Values(slices.Sorted(maps.Keys(m)))
}

// cutOrForeign tells a zip file whose end is missing from another kind of file.
func cutOrForeign(name string) string {
	f, err := os.Open(name)
	if err != nil {
		return "foreign"
	}
	defer f.Close()
	head := make([]byte, 4)
	if _, err := io.ReadFull(f, head); err == nil && bytes.Equal(head, []byte("PK\x03\x04")) {
		return "cut"
	}
	return "foreign"
}
