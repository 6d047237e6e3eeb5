package main

import (
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/print/pdf/pdftest"
)

func TestCalibrateAndPrintOnBlanks(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	sheet, out := filepath.Join(t.TempDir(), "căn chỉnh.pdf"), t.TempDir()
	path := sampleFile(t)
	onBlank := []string{"export", path, "--what", "certificates", "--shard", "1/40", "--out", out, "--blank", "--printer", "máy văn thư", "--tray", "2"}
	for _, step := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"calibrate", "sheet", "--out", sheet}, 0, sheet},
		{[]string{"calibrate", "list"}, 0, "Chưa căn chỉnh"},
		{onBlank, 1, "Chưa có số đo"},
		{[]string{"calibrate", "set", "Máy văn thư", "--tray", "2", "--corners", "20 20; 20"}, 1, "tám số"},
		{[]string{"calibrate", "set", "Máy văn thư", "--tray", "2", "--corners", "20 20; 20 20; 23 20; 20 20"}, 1, "góc C"},
		{[]string{"calibrate", "set", "Máy văn thư", "--tray", "2", "--corners", "21,5 19,2; 18,5 19,2; 18,5 20.8; 21,5 20,8"}, 0, "lệch ngang +1,50 mm, lệch dọc −0,80 mm"},
		{[]string{"calibrate", "list", "--json"}, 0, `"printer": "Máy văn thư"`},
		{onBlank, 0, "10 trang"},
		{onBlank[:len(onBlank)-2], 0, "10 trang"}, // its only tray
		{append(onBlank, "--n-up", "2"), 1, "297 × 420"},
		{append(onBlank[:len(onBlank)-1:len(onBlank)-1], "3"), 1, "của khay: 2"},
		{[]string{"calibrate", "remove", "Máy văn thư"}, 1, "Chưa có số đo"},
		{[]string{"calibrate", "remove", "Máy văn thư", "--tray", "2"}, 0, ""},
		{onBlank, 1, "Chưa có số đo"},
	} {
		stdout, stderr, code := run(t, step.args...)
		if code != step.code || !strings.Contains(stdout+stderr, step.says) {
			t.Errorf("%q: %d\n%s%s", step.args, code, stdout, stderr)
		}
	}
	pdftest.Check(t, sheet)
}

func TestHandingOut(t *testing.T) {
	path, out := sampleFile(t), t.TempDir()
	stdout, stderr, code := run(t, "export", path, "--out", out, "--what", "certificates", "--order", "stage", "--tones", "spreadsheet",
		"--pack", "class", "--n-up", "2", "--sheet", "sra3", "--gutter", "4", "--call-sheet", "--per-name", "5", "--per-group", "30", "--group", "412")
	if code != 0 {
		t.Fatal(stderr)
	}
	for _, want := range []string{"-lop-1a1.pdf", "-bia-goi.pdf", "-goi-ten.pdf", "-cach-cat.pdf", "320 × 450 mm"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("no %s in\n%s", want, stdout)
		}
	}
	calls, err := filepath.Glob(filepath.Join(out, "*-goi-ten.pdf"))
	if err != nil || len(calls) != 1 {
		t.Fatal(calls, err)
	}
	if text := pdftest.Text(t, calls[0]); !strings.Contains(text, "Tính 5 giây mỗi tên, thêm 30 giây mỗi lượt") {
		t.Error(text[:300])
	}
	for flag, bad := range map[string]string{"--order": "x", "--tones": "y", "--pack": "z", "--sheet": "a9", "--name-pattern": "{gì}", "--n-up": "11"} {
		if _, stderr, code := run(t, "export", path, "--out", t.TempDir(), "--what", "certificates", flag, bad); code != 1 || !strings.Contains(stderr, bad) {
			t.Errorf("%s %s: %d %s", flag, bad, code, stderr)
		}
	}
}
