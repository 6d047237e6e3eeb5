package app

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// readList reads a list of testdata: rows of cells parted by tabs, and before them lines "#map field=header".
func readList(t testing.TB, file string) (rows [][]string, forced map[string]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	forced = map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if pair, ok := strings.CutPrefix(line, "#map "); ok {
			field, header, _ := strings.Cut(pair, "=")
			forced[field] = header
			continue
		}
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows, forced
}

// golden compares got with the file, or rewrites it.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got:\n%s", file, got)
	}
}

func indented(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadRosterGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/lists/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			rows, forced := readList(t, file)
			reading, err := ReadRoster(rows, forced)
			for _, r := range reading.Recipients {
				r.ID = ID{}
			}
			out := indented(t, reading)
			if err != nil {
				out = indented(t, map[string]any{"error": err})
			}
			out = bytes.ReplaceAll(out, []byte("      \"id\": \"00000000-0000-0000-0000-000000000000\",\n"), nil)
			golden(t, strings.TrimSuffix(file, ".tsv")+".json", out)
		})
	}
}

// Whatever a list holds, each of its rows below the header is taken, left out with a reason, or blank.
func TestReadRosterAccountsForEveryRow(t *testing.T) {
	files, _ := filepath.Glob("testdata/lists/*.tsv")
	for _, file := range files {
		rows, forced := readList(t, file)
		reading, err := ReadRoster(rows, forced)
		if err != nil {
			continue
		}
		seen := map[int]int{}
		for _, r := range reading.Recipients {
			seen[r.Row]++
		}
		for _, l := range reading.LeftOut {
			seen[l.Row]++
		}
		for i := reading.HeaderRow; i < len(rows); i++ {
			if want := min(len(rowText(cleanRow(rows[i]))), 1); seen[i+1] != want {
				t.Errorf("%s: row %d is accounted for %d times", file, i+1, seen[i+1])
			}
		}
	}
}
