package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// A corrected list is told before it is taken, and who is recognised stays who it was.
func TestImportOnceMore(t *testing.T) {
	dir := t.TempDir()
	path, list := filepath.Join(dir, "x.trong"), filepath.Join(dir, "ds.csv")
	if err := file.Save(path, app.NewEvent()); err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		if err := os.WriteFile(list, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("Họ và tên,Lớp\nLê Lan,5A\nVũ Sơn,5A\n")
	if _, stderr, code := run(t, "import", path, "--roster", list); code != 0 {
		t.Fatal(code, stderr)
	}
	before, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	before.Certificates[0].Number = "GK-{số}"
	if issued, err := before.Issue(app.Issuing{Date: app.Date{Year: 2025, Month: 10, Day: 1}}); err != nil || len(issued) != 2 {
		t.Fatal(err, issued)
	}
	if err := file.Save(path, before); err != nil {
		t.Fatal(err)
	}
	write("Họ và tên,Lớp\nĐỗ Mai,5A\nLê Làn,5A\n")
	for _, flag := range []string{"", "--dry-run"} {
		_, stderr, code := run(t, append([]string{"import", path, "--roster", list}, strings.Fields(flag)...)...)
		if (code == 0) != (flag != "") || !strings.Contains(stderr, "“Lê Lan” → “Lê Làn”") || !strings.Contains(stderr, "- Vũ Sơn (5A)") || !strings.Contains(stderr, "+ Đỗ Mai (5A)") || !strings.Contains(stderr, "GK-2") {
			t.Errorf("%s: %d %s", flag, code, stderr)
		}
	}
	if same, err := file.Open(path); err != nil || len(same.Rosters) != 1 || same.Rosters[0].Recipients[0].Name != "Lê Lan" {
		t.Errorf("%v: imported without a yes", err)
	}
	if _, stderr, code := run(t, "import", path, "--roster", list, "--yes"); code != 0 {
		t.Fatal(code, stderr)
	}
	after, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if r := after.Rosters[0]; r.ID != before.Rosters[0].ID || len(r.Recipients) != 2 || r.Recipients[1].Name != "Lê Làn" || r.Recipients[1].ID != before.Rosters[0].Recipients[0].ID {
		t.Errorf("%+v", r)
	}
	if v := after.Entry("GK-2"); v == nil || v.Facts.Name != "Vũ Sơn" || !v.InForce() || after.Entry("GK-1").Recipient != after.Rosters[0].Recipients[1].ID {
		t.Errorf("the register lost a number: %+v", after.Entries())
	}
}

// What a list's encoding made of it, what was repaired, and who may stand in it twice, is told to scripts and people.
func TestRosterTellsWhatItMadeOfTheList(t *testing.T) {
	const lists = "app/table/testdata/lists/"
	var out struct {
		Sheet, Encoding string
		Recipients      []struct{ Name string }
		Repairs         []struct {
			Row                  int
			Field, Before, After string
		}
		Duplicates []struct {
			Kind    string
			Rows    []int
			Differs []string
		}
	}
	stdout, _, _ := run(t, "roster", lists+"tcvn3-lost-horn.csv", "--json")
	decode(t, stdout, &out)
	if len(out.Repairs) != 7 || out.Repairs[1].Row != 3 || out.Repairs[1].Field != "name" || out.Repairs[1].Before != "Đặng Hữu Phớc" || out.Repairs[1].After != "Đặng Hữu Phước" {
		t.Errorf("repairs: %+v", out.Repairs)
	}
	stdout, _, _ = run(t, "roster", lists+"duplicates.csv", "--json")
	decode(t, stdout, &out)
	if d := out.Duplicates; len(d) != 5 || d[2].Kind != "letter" || !slices.Equal(d[2].Rows, []int{5, 6}) || !slices.Equal(d[2].Differs, []string{"name"}) {
		t.Errorf("duplicates: %+v", d)
	}
	stdout, _, _ = run(t, "roster", lists+"school.xls", "--json", "--sheet", "năm ngoái", "--encoding", "unicode")
	decode(t, stdout, &out)
	if out.Sheet != "Năm ngoái" || len(out.Recipients) != 2 {
		t.Errorf("%+v", out)
	}
	if _, stderr, code := run(t, "roster", lists+"tcvn3.csv"); code != 0 || !strings.Contains(stderr, "“Hä vµ tªn” → “Họ và tên”") {
		t.Errorf("%d %s", code, stderr)
	}
	for _, args := range [][]string{{"--encoding", "vni"}, {"--sheet", "Lạ"}, {"--encoding", "lạ"}} {
		if _, stderr, code := run(t, append([]string{"roster", lists + "school.xlsx"}, args...)...); (code == 0) != (args[1] == "vni") {
			t.Errorf("%v: %d %s", args, code, stderr)
		}
	}
}
