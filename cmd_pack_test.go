package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/print/pack"
)

func TestPackageOnTheCommandLine(t *testing.T) {
	event, dir := sampleFile(t), t.TempDir()
	out, stderr, code := run(t, "export", event, "--out", dir, "--what", "pack", "--for", "shop")
	zip := filepath.Join(dir, "goi-nha-in-tuan-le-huong-ung-hoc-tap-suot-doi-nam-2025.zip")
	if code != 0 || !strings.HasPrefix(out, zip) || !strings.Contains(out, "6×0,9 m") || !strings.Contains(out, "₫") {
		t.Fatalf("%d %s %s", code, out, stderr)
	}
	if out, stderr, code := run(t, "pack", "verify", zip); code != 0 || stderr != "" || !strings.Contains(out, "còn nguyên vẹn") {
		t.Errorf("%d %s %s", code, out, stderr)
	}
	if out, _, code := run(t, "pack", "verify", zip, "--lang", "en"); code != 0 || !strings.Contains(out, "is whole") {
		t.Errorf("%d %s", code, out)
	}
	data, err := os.ReadFile(zip)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/3] ^= 1 // in a stored PDF or picture
	changed := filepath.Join(dir, "doi.zip")
	os.WriteFile(changed, data, 0o644)
	if out, _, code := run(t, "pack", "verify", changed); code != 1 || !strings.Contains(out, "không khớp mã SHA-256") || !strings.Contains(out, "KHÔNG đạt") {
		t.Errorf("%d %s", code, out)
	}
	var report pack.Report
	out, _, code = run(t, "pack", "verify", changed, "--json")
	if decode(t, out, &report); code != 1 || report.Findings[0].Code != "changed" {
		t.Errorf("%d %+v", code, report.Findings)
	}
	os.WriteFile(changed, data[:len(data)/2], 0o644)
	if _, stderr, code := run(t, "pack", "verify", changed); code != 2 || !strings.Contains(stderr, "không trọn vẹn") {
		t.Errorf("%d %s", code, stderr)
	}
}

func TestPackageUsedWrongly(t *testing.T) {
	event := sampleFile(t)
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"export", event, "--out", t.TempDir(), "--what", "pack"}, 1, "--what pack --for shop"},
		{[]string{"export", event, "--what", "pack", "--for", "shop"}, 1, "--out"},
		{[]string{"pack", "verify"}, 1, "pack verify"},
		{[]string{"pack", "verify", event}, 2, "không phải gói nhà in"},
		{[]string{"pack", "verify", event + ".zip"}, 2, "Không có tệp"},
	} {
		if _, stderr, code := run(t, c.args...); code != c.code || !strings.Contains(stderr, c.want) {
			t.Errorf("%v: %d %s", c.args, code, stderr)
		}
	}
}

func TestFindingsAreToldInTheChosenLanguage(t *testing.T) {
	f := pack.Finding{Code: "x4-embedding", File: "pdf/a.pdf", Args: map[string]string{"place": "page", "number": "3", "clause": "ISO 15930-7, 6.5", "what": "the font X is not in the file"}}
	for lang, want := range map[string]string{
		"vi": "pdf/a.pdf, trang 3: phông chữ chưa được nhúng vào tệp (ISO 15930-7, 6.5).",
		"en": "pdf/a.pdf, page 3: a font is not in the file (ISO 15930-7, 6.5).",
	} {
		if got := (&speaker{lang: lang}).finding(f); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
