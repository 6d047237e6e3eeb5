package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print/pdf/pdftest"
)

// must runs a command that has to succeed, and returns its standard output.
func must(t *testing.T, args ...string) string {
	t.Helper()
	stdout, stderr, code := run(t, args...)
	if code != 0 {
		t.Fatalf("%v: %d %s", args, code, stderr)
	}
	return stdout
}

// entriesOf lists the register of a file.
func entriesOf(t *testing.T, path string) []entryJSON {
	t.Helper()
	var read struct{ Entries []entryJSON }
	decode(t, must(t, "register", path, "--json"), &read)
	return read.Entries
}

// TestLifeOfANumber issues the numbers of the sample, makes one void, issues another in its place, and prints one again.
func TestLifeOfANumber(t *testing.T) {
	path, out := sampleFile(t), t.TempDir()
	if listed := entriesOf(t, path); len(listed) != 0 {
		t.Fatalf("%d numbers before any was issued", len(listed))
	}
	lines := strings.Split(strings.TrimSpace(must(t, "register", "issue", path, "--from", "101", "--order", "class", "--date", "2/10/2025")), "\n")
	if len(lines) != 412 || !strings.HasPrefix(lines[0], "101/2025\t") || !strings.HasSuffix(lines[411], "\t02/10/2025") {
		t.Fatalf("%d lines: %s … %s", len(lines), lines[0], lines[len(lines)-1])
	}
	must(t, "register", "void", path, "105/2025", "--reason", "Viết sai họ tên", "--date", "2025-10-03")
	if fresh := must(t, "register", "issue", path); !strings.HasPrefix(fresh, "513/2025\t") {
		t.Errorf("in its place: %s", fresh)
	}
	must(t, "register", "reprint", path, "130/2025", "--reason", "Bị rách", "--out", out)
	sheets, _ := filepath.Glob(filepath.Join(out, "*-so-130-2025.pdf"))
	all := entriesOf(t, path)
	if len(sheets) != 1 || pdftest.Pages(t, sheets[0]) != 1 || !strings.Contains(pdftest.Text(t, sheets[0]), all[29].Certified.Name) {
		t.Errorf("printed again: %v", sheets)
	}
	if v := all[4]; v.State != "void" || v.Void.Reason != "Viết sai họ tên" || v.Void.Date != (app.Date{Year: 2025, Month: 10, Day: 3}) {
		t.Errorf("%+v", v)
	}
	if v := all[412]; v.Replaces != "105/2025" || v.Recipient != all[4].Recipient {
		t.Errorf("%+v", v)
	}
	if v := all[29]; len(v.Reprints) != 1 || v.Reprints[0].Reason != "Bị rách" || v.Number != "130/2025" {
		t.Errorf("%+v", v)
	}
	must(t, "register", "book", path, "--out", out)
	if books, _ := filepath.Glob(filepath.Join(out, "so-khen-thuong-*")); len(books) != 2 {
		t.Errorf("books %v", books)
	}
}

// TestExportAndIssue prints with numbers that the file then knows, whoever prints again.
func TestExportAndIssue(t *testing.T) {
	path, out := sampleFile(t), t.TempDir()
	if _, stderr, code := run(t, "export", path, "--out", out, "--what", "certificates", "--issue"); code != 0 || strings.Contains(stderr, "số tạm") {
		t.Fatalf("%d %s", code, stderr)
	}
	for _, v := range entriesOf(t, path) {
		if v.Printed.IsZero() {
			t.Fatalf("%s is not said to be printed", v.Number)
		}
	}
	e, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Withdraw(e.Certificates[0].ID); err == nil {
		t.Error("numbers on paper were withdrawn")
	}
}

// TestTheRegisterStaysWhereSomethingIsWrong: after a refusal the file is as it was, and there is no sheet.
func TestTheRegisterStaysWhereSomethingIsWrong(t *testing.T) {
	path, out := sampleFile(t), filepath.Join(t.TempDir(), "ra")
	must(t, "register", "issue", path)
	e, _ := file.Open(path)
	r := *e.Rosters[0].Recipients[0]
	r.Name = strings.Repeat("Nguyễn Thị Phương Thảo ", 20) // too long for a sheet
	e.Rosters[0].Recipients[0] = &r
	if err := file.Save(path, e); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	for want, args := range map[string][]string{
		"không có số 9999": {"register", "void", path, "9999", "--reason", "sai"},
		"lý do":            {"register", "void", path, "1/2025"},
		"lỗi phải sửa":     {"register", "reprint", path, "1/2025", "--reason", "sai", "--out", out},
		"--out":            {"register", "reprint", path, "2/2025", "--reason", "sai"},
		"không phải là":    {"register", "void", path, "2/2025", "--reason", "sai", "--date", "32/1/2025"},
		"thứ tự":           {"register", "issue", path, "--order", "tuổi"},
		"Bằng khen":        {"register", "issue", path, "--certificate", "Bằng khen"},
		"--shard":          {"export", path, "--out", out, "--issue", "--shard", "1/2"},
		"certificates":     {"export", path, "--out", out, "--issue", "--what", "banners"},
		"còn 2 lỗi":        {"export", path, "--out", out, "--issue", "--what", "certificates"},
	} {
		_, stderr, code := run(t, args...)
		if code != 1 || !strings.Contains(stderr, want) {
			t.Errorf("%v: %d %s", args, code, stderr)
		}
	}
	after, _ := os.ReadFile(path)
	if _, err := os.Stat(out); err == nil || !bytes.Equal(before, after) {
		t.Error("a refused command left something")
	}
}

func TestRefusalsOfTheRegisterAreSentences(t *testing.T) {
	for _, lang := range languages {
		say := &speaker{lang: lang}
		for _, code := range []app.BookCode{app.NumberTaken, app.NumberUnknown, app.NumberVoid, app.NoReason, app.HolderGone, app.HolderUnnamed, app.OnPaper, app.NotLast} {
			text := say.error(&app.BookError{Code: code, Number: "15/2025", Name: "Vũ Thùy Hà Mai"})
			if !strings.Contains(text, "15/2025") || strings.Contains(text, "{") || strings.HasPrefix(text, "register.") {
				t.Errorf("%s, %s: %s", lang, code, text)
			}
		}
	}
}
