package intake_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/app/table"
	"tiengtrong/assets"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// corpus is a folder of lists as schools have them, in every format; beside each stands what it must give.
const corpus = "../table/testdata/lists"

// readAny reads a list, or a text that was copied from a spreadsheet.
func readAny(file string, data []byte) (*app.Roster, intake.RosterReading, error) {
	if filepath.Ext(file) == ".paste" {
		return intake.Paste(string(data), intake.Choices{})
	}
	return intake.Roster(filepath.Base(file), data, intake.Choices{})
}

// described writes a reading as a person would check it against the list.
func described(phrases app.Phrases, r intake.RosterReading, err error) string {
	if err != nil {
		return intake.Explain(phrases, err) + "\n"
	}
	var b strings.Builder
	line := func(format string, args ...any) {
		fmt.Fprintln(&b, strings.TrimRight(strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", "↵"), " |"))
	}
	line("sheet %q, encoding %s, header in row %d", r.Sheet, r.Encoding, r.HeaderRow)
	for _, s := range r.Sheets {
		line("sheet %q holds %d, hidden %v", s.Name, s.Count, s.Hidden)
	}
	for _, s := range r.Samples {
		line("sample %s → %s", s.Before, s.After)
	}
	for _, p := range r.Recipients {
		line("%d: %s | %s | %s | %s | %s | %s", p.Row, p.Name, p.Class, p.Born, p.Gender, p.Award, p.Citation)
	}
	for _, l := range r.LeftOut {
		line("%d left out, %s: %s", l.Row, l.Reason, l.Text)
	}
	for _, m := range r.Remarks {
		line("%d remark, %s in %s: %s", m.Row, m.Code, m.Field, m.Text)
	}
	for _, v := range r.Repairs {
		line("%d repaired, %s: %s → %s", v.Row, v.Field, v.Before, v.After)
	}
	for _, d := range app.Duplicates(r.Recipients) {
		line("%d and %d, %s: differ in %s", d.A.Row, d.B.Row, d.Kind, strings.Join(d.Differs, ", "))
	}
	return b.String()
}

func corpusFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(corpus + "/*")
	if err != nil {
		t.Fatal(err)
	}
	var lists []string
	for _, file := range files {
		if filepath.Ext(file) != ".golden" {
			lists = append(lists, file)
		}
	}
	if len(lists) < 30 {
		t.Fatalf("only %d lists", len(lists))
	}
	return lists
}

// accountedFor checks that every row below the header that isn't blank is a recipient, or left out with a reason.
func accountedFor(t *testing.T, file string, data []byte, r intake.RosterReading) {
	t.Helper()
	read, err := table.Read(file, data, table.Options{})
	if filepath.Ext(file) == ".paste" {
		read, err = table.Paste(string(data), table.Options{})
	}
	if err != nil {
		t.Fatal(err)
	}
	made := map[int]int{}
	for _, p := range r.Recipients {
		made[p.Row]++
	}
	for _, l := range r.LeftOut {
		made[l.Row]++
		if l.Reason == "" || l.Text == "" {
			t.Errorf("row %d is left out for no reason", l.Row)
		}
	}
	for _, sheet := range read.Sheets {
		if sheet.Name != r.Sheet {
			continue
		}
		for i, row := range sheet.Rows[r.HeaderRow:] {
			n, want := r.HeaderRow+i+1, 0
			if strings.TrimSpace(strings.Join(row, "")) != "" {
				want = 1
			}
			if made[n] != want {
				t.Errorf("row %d, %q, is accounted for %d times", n, row, made[n])
			}
		}
	}
}

func TestCorpus(t *testing.T) {
	phrases, err := app.LoadPhrases(assets.Sub("lang"), "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range corpusFiles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, reading, err := readAny(file, data)
			if err == nil {
				accountedFor(t, file, data, reading)
			}
			got := described(phrases, reading, err)
			if *update {
				if err := os.WriteFile(file+".golden", []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("gives:\n%s", got)
			}
		})
	}
}
