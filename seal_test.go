package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// TestAPrintedCodeVerifies goes the whole way: a key, signed numbers, the sheet, an outside reader of codes, the verdict.
func TestAPrintedCodeVerifies(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	do := func(args ...string) string {
		t.Helper()
		out, stderr, code := run(t, args...)
		if code != 0 {
			t.Fatal(args, stderr)
		}
		return out + stderr
	}
	event := sampleFile(t)
	e, err := file.Open(event)
	if err != nil {
		t.Fatal(err)
	}
	e.Certificates[0].Code = true
	if _, err := e.Issue(app.Issuing{}); err != nil {
		t.Fatal(err)
	}
	if err := file.Save(event, e); err != nil {
		t.Fatal(err)
	}
	keys := []string{"--store", at("keys")}
	if _, stderr, code := run(t, append(keys, "keys", "sign", event)...); code != 1 || !strings.Contains(stderr, "keys new") {
		t.Error("without a key:", code, stderr)
	}
	do(append(keys, "keys", "new", "--school", e.School.Name)...)
	if told := do(append(keys, "keys", "sign", event)...); !strings.Contains(told, "412") {
		t.Error(told)
	}
	do(append(keys, "keys", "page", "--out", at("trang.html"))...)
	do("export", event, "--out", at("out"), "--what", "certificates")

	text := scanFirst(t, at("out"))
	if err := os.WriteFile(at("ma.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	told := do("verify", at("ma.txt"), "--keys", at("trang.html"))
	for _, want := range []string{"THẬT", e.School.Name, e.Rosters[0].Recipients[0].Name} {
		if !strings.Contains(told, want) {
			t.Errorf("no %q in\n%s", want, told)
		}
	}
	if err := os.WriteFile(at("ma.txt"), []byte(strings.Replace(text, "Lớp 1", "Lớp 2", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, _, code := run(t, "verify", at("ma.txt"), "--keys", at("trang.html")); code != 1 || !strings.Contains(out, "KHÔNG ĐÚNG") {
		t.Error("an altered text:", code, out)
	}
}

// TestVoidsAreNotedAtOnce issues numbers with a code, and takes one out of force, on a machine that has the keys.
func TestVoidsAreNotedAtOnce(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	event := sampleFile(t)
	if _, told, _ := run(t, "register", "issue", event, "--code"); !strings.Contains(told, "keys sign") {
		t.Error("without a key:", told)
	}
	e, err := file.Open(event)
	if err != nil {
		t.Fatal(err)
	}
	must(t, "keys", "new", "--school", e.School.Name)
	if _, stderr, code := run(t, "keys", "page", "--school", "Trường khác", "--out", filepath.Join(t.TempDir(), "p.html")); code != 1 {
		t.Error("a page without keys:", stderr)
	}
	must(t, "register", "reprint", event, e.Entries()[1].Number, "--reason", "rách", "--out", t.TempDir())
	must(t, "register", "void", event, e.Entries()[0].Number, "--reason", "viết sai")
	if e, err = file.Open(event); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"ĐÃ HỦY", "THẬT"} {
		text := filepath.Join(t.TempDir(), "ma.txt")
		if err := os.WriteFile(text, []byte(e.Entries()[i].Sealed), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, _, _ := run(t, "verify", text); !strings.HasPrefix(out, want) {
			t.Errorf("number %d: %s", i+1, out)
		}
	}
}

// scanFirst returns what the code on the first sheet of the only PDF under a folder says, as zbarimg reads it at 200 dpi.
func scanFirst(t *testing.T, folder string) string {
	t.Helper()
	picture := filepath.Join(t.TempDir(), "to")
	var pdf string
	if err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, ".pdf") {
			pdf = path
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "200", "-l", "1", "-png", "-singlefile", pdf, picture).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v %s", err, out)
	}
	text, err := exec.Command("zbarimg", "-q", "--raw", "--oneshot", picture+".png").Output()
	if err != nil {
		t.Fatal("zbarimg reads no code: ", err)
	}
	return string(text)
}
