package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/assets"
)

// correctedSample returns a file whose numbers are issued, and in which five names were corrected since.
func correctedSample(t *testing.T) string {
	t.Helper()
	path, list := sampleFile(t), filepath.Join(t.TempDir(), "sua.csv")
	must(t, "register", "issue", path)
	data, err := fs.ReadFile(assets.Sub("samples"), "danh-sach-khen-thuong.csv")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, name := range []string{"Trần Thanh Vy;", "Nguyễn Yến Phương Chi;", "Đào Duy Thắng;", "Trần Hải Hùng;", "Nguyễn Mai Khuê;"} {
		text = strings.Replace(text, name, strings.TrimSuffix(name, ";")+"g;", 1)
	}
	if err := os.WriteFile(list, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, "import", path, "--roster", list, "--yes")
	return path
}

// TestFindingsOfManyPeopleAreOneLine: what is found of several is told once, with how many, who and what to do.
func TestFindingsOfManyPeopleAreOneLine(t *testing.T) {
	path := correctedSample(t)
	told, _, code := run(t, "check", path)
	lines := strings.Split(strings.TrimSpace(told), "\n")
	if code != 1 || len(lines) != 3 {
		t.Fatalf("%d %s", code, told)
	}
	for i, want := range []string{"Trần Thanh Vyg (số 2/2025, dòng 3)", "4 người khác cũng vậy: Nguyễn Mai Khuêg (số 3/2025, dòng 4), ", "register reprint"} {
		if !strings.Contains(lines[i], want) {
			t.Errorf("no %q in %s", want, lines[i])
		}
	}
	if all, _, _ := run(t, "check", path, "--all"); strings.Count(all, "LỖI:") != 5 {
		t.Error(all)
	}
}

// TestTheOthersGoOnWithoutThem: sheets that the register contradicts stay behind where that is asked, and are named.
func TestTheOthersGoOnWithoutThem(t *testing.T) {
	path, out := correctedSample(t), t.TempDir()
	_, told, code := run(t, "export", path, "--out", out, "--what", "pack", "--for", "shop", "--skip-changed")
	if code != 0 || strings.Count(told, "Không xuất tờ số") != 5 || !strings.Contains(told, "Trần Thanh Vy") {
		t.Error(code, told)
	}
	if n := printedOf(t, path); n != 407 {
		t.Errorf("%d numbers are said to be printed", n)
	}
}

// TestMistypedCommands are told apart from files that aren't there.
func TestMistypedCommands(t *testing.T) {
	for args, want := range map[string]string{
		"exprot a.trong --out x": "tiengtrong export", "exprot": "tiengtrong export", "register viod a.trong 3": "register void", "keys bakup": "keys backup",
		"help exprot": "tiengtrong export", "linhtinh": "Không có lệnh “linhtinh”", "keys new --school !!!": "phải có chữ",
	} {
		if _, told, code := run(t, strings.Fields(args)...); code != 1 || !strings.Contains(told, want) {
			t.Errorf("%s: %d %s", args, code, told)
		}
	}
}

// TestRowsReadAreASum: what was read is who comes and what was left out.
func TestRowsReadAreASum(t *testing.T) {
	list := filepath.Join(t.TempDir(), "ds.csv")
	if err := os.WriteFile(list, []byte("STT,Họ và tên,Lớp\n1,Vũ Hà Mai,1A1\n2,Trần Vy,1A2\n3,Trần Vy,1A2\n,,1A3\nCộng: 3 học sinh,,\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, told, _ := run(t, "roster", list); !strings.Contains(told, "5 dòng = 3 người nhận + 2 dòng") || !strings.Contains(told, "1 cặp") {
		t.Error(told)
	}
	var read struct {
		RowsRead int `json:"rows_read"`
	}
	decode(t, must(t, "roster", list, "--json"), &read)
	if read.RowsRead != 5 {
		t.Error(read)
	}
}
