package app

import (
	"bytes"
	"encoding/json"
	"errors"
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
			reading, err := ReadRoster(rows, forced, nil)
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

// accountedFor checks that each row below the header is taken once, left out once with a reason, or blank.
func accountedFor(t *testing.T, rows [][]string, headerRow int, taken []int, leftOut []LeftOut) {
	t.Helper()
	seen := map[int]int{}
	for _, row := range taken {
		seen[row]++
	}
	for _, l := range leftOut {
		seen[l.Row]++
		if l.Reason == "" || l.Text == "" {
			t.Errorf("row %d is left out with reason %q and text %q", l.Row, l.Reason, l.Text)
		}
	}
	for i := headerRow; i < len(rows); i++ {
		if want := min(len(rowText(cleanRow(rows[i]))), 1); seen[i+1] != want {
			t.Errorf("row %d, %q, is accounted for %d times", i+1, rows[i], seen[i+1])
		}
	}
}

func checkRoster(t *testing.T, rows [][]string, forced map[string]string) {
	t.Helper()
	reading, err := ReadRoster(rows, forced, nil)
	if err != nil {
		return
	}
	var taken []int
	for _, r := range reading.Recipients {
		taken = append(taken, r.Row)
		if Clean(r.Name) != r.Name || r.Name == "" || !(r.Born.IsZero() || r.Born.Valid()) {
			t.Errorf("row %d: name %q, born %v", r.Row, r.Name, r.Born)
		}
	}
	accountedFor(t, rows, reading.HeaderRow, taken, reading.LeftOut)
}

func TestReadRosterAccountsForEveryRow(t *testing.T) {
	files, _ := filepath.Glob("testdata/lists/*.tsv")
	for _, file := range files {
		rows, forced := readList(t, file)
		checkRoster(t, rows, forced)
	}
}

func FuzzReadRoster(f *testing.F) {
	files, _ := filepath.Glob("testdata/lists/*.tsv")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), "Họ và tên")
	}
	f.Fuzz(func(t *testing.T, list, name string) {
		var rows [][]string
		for _, line := range strings.Split(list, "\n") {
			rows = append(rows, strings.Split(line, "\t"))
		}
		checkRoster(t, rows, nil)
		checkRoster(t, rows, map[string]string{FieldName: name})
	})
}

func TestOneColumnCantBeTwoFields(t *testing.T) {
	list := [][]string{{"Họ và tên", "Thành tích"}, {"Vũ Mai", "Giỏi"}}
	_, err := ReadRoster(list, map[string]string{"award": "thành tích", "citation": "Thành tích"}, nil)
	if e := (*HeaderError)(nil); !errors.As(err, &e) || e.Code != HeaderTwice || e.Field != "citation" {
		t.Error(err)
	}
	list[0] = append(list[0], "Thành tích")
	if _, err := ReadRoster(list, map[string]string{"award": "Thành tích", "citation": "Thành tích"}, nil); err != nil {
		t.Errorf("two columns of that name: %v", err)
	}
}

func TestTheNamesHeaderUnderAWiderOne(t *testing.T) {
	r, err := ReadRoster([][]string{
		{"STT", "Học sinh", "", "Lớp"},
		{"", "Họ và tên", "Ngày sinh", ""},
		{"1", "Vũ Mai", "15/03/2016", "1A"},
	}, nil, nil)
	if err != nil || len(r.Recipients) != 1 || r.Recipients[0].Name != "Vũ Mai" || r.Recipients[0].Born.Year != 2016 || r.Recipients[0].Class != "1A" {
		t.Errorf("%v %+v", err, r.Recipients)
	}
}
