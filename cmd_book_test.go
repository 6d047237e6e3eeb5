package main

import (
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/print/pdf/pdftest"
)

// printedOf counts the numbers of a file that are marked as printed.
func printedOf(t *testing.T, path string) int {
	t.Helper()
	n := 0
	for _, v := range entriesOf(t, path) {
		if !v.Printed.IsZero() {
			n++
		}
	}
	return n
}

// TestSheetsThatLeaveAreNoted: whatever prints issued numbers tells the register, before a sheet appears.
func TestSheetsThatLeaveAreNoted(t *testing.T) {
	path, dir := sampleFile(t), t.TempDir()
	export := func(name string, more ...string) (told string) {
		t.Helper()
		args := append([]string{"export", path, "--out", filepath.Join(dir, name), "--what", "certificates"}, more...)
		_, told, code := run(t, args...)
		if code != 0 {
			t.Fatal(args, told)
		}
		return told
	}
	export("tam")
	must(t, "register", "issue", path)
	if export("thu", "--trial"); printedOf(t, path) != 0 {
		t.Error("a trial was noted")
	}
	export("thu", "--blank", "--trial") // takes no other's place
	export("thu", "--blank", "--trial", "--n-up", "2")
	for _, name := range []string{"-in-thu", "-len-phoi-in-thu"} {
		if found, _ := filepath.Glob(filepath.Join(dir, "thu", "giay-khen-*2025"+name+".pdf")); len(found) != 1 {
			t.Errorf("no file of its own for the trial “%s”", name)
		}
	}
	if told := export("phan", "--shard", "1/2"); printedOf(t, path) != 0 || !strings.Contains(told, "register printed") {
		t.Error("one of two machines:", told)
	}
	must(t, "register", "printed", path, "--date", "2/10/2025")
	if got := entriesOf(t, path)[411]; got.Printed.Short() != "02/10/2025" {
		t.Error(got)
	}
	must(t, "register", "void", path, "7", "--reason", "Viết sai")
	must(t, "register", "issue", path)
	if told := export("moi", "--unprinted"); printedOf(t, path) != 413 || strings.Contains(told, "thêm lần nữa") {
		t.Error("the one in its place:", told)
	}
	sheets, _ := filepath.Glob(filepath.Join(dir, "moi", "*.pdf"))
	if len(sheets) != 1 || pdftest.Pages(t, sheets[0]) != 1 {
		t.Error(sheets)
	}
	if told := export("lai"); !strings.Contains(told, "412 số đã in từ trước") {
		t.Error("printed once more:", told)
	}
	if _, told, code := run(t, "export", path, "--out", dir, "--what", "certificates", "--unprinted"); code != 1 || !strings.Contains(told, "register reprint") {
		t.Error("nothing is left:", told)
	}
}

// TestAShortNumber: the count alone is enough where only one number has it.
func TestAShortNumber(t *testing.T) {
	path := sampleFile(t)
	must(t, "register", "issue", path)
	if told := must(t, "register", "void", path, "05", "--reason", "Viết sai"); !strings.HasPrefix(told, "5/2025\t") {
		t.Error(told)
	}
	if _, told, code := run(t, "register", "void", path, "/2025", "--reason", "sai"); code != 1 || !strings.Contains(told, "1/2025 (") || !strings.Contains(told, "đủ số") {
		t.Error(code, told)
	}
	if _, told, code := run(t, "register", "void", path, "5000", "--reason", "sai"); code != 1 || !strings.Contains(told, "không có số 5000") {
		t.Error(code, told)
	}
}
