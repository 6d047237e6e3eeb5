package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/pflag"

	"tiengtrong/print/export"
)

// vietnamese is a letter that only Vietnamese has.
var vietnamese = regexp.MustCompile(`[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]`)

func TestWrongUseIsToldInTheChosenLanguage(t *testing.T) {
	path := sampleFile(t)
	for _, wrong := range [][]string{
		{"info"}, {"info", "a", "b"}, {"roster"}, {"export", path}, {"export", path, "--out", ""}, {"--sai"}, {"info", path, "--sai"},
		{"info", "-x", path}, {"export", path, "--out"}, {"new", "--list=có"}, {"new", "mẫu"}, {"export", path, "--out", "x", "--for", "fax"},
		{"export", path, "--out", "x", "--what", "cờ"}, {"export", path, "--out", path, "--what", "banners"}, {"help", "lạ"}, {"import", path},
	} {
		stdout, stderr, code := run(t, wrong...)
		if code != 1 || stdout != "" || !vietnamese.MatchString(stderr) || strings.Contains(stderr, "{") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%v: %d %q %q", wrong, code, stdout, stderr)
		}
		_, stderr, code = run(t, append([]string{"--lang", "en"}, wrong...)...)
		if code != 1 || !regexp.MustCompile(`^(There|Name|Can't|The|“|A|Say) ?.*`).MatchString(stderr) {
			t.Errorf("%v in English: %d %q", wrong, code, stderr)
		}
	}
}

func TestLanguages(t *testing.T) {
	t.Setenv("LC_ALL", "en_US.UTF-8")
	for want, args := range map[string][]string{"vi": {"info", "--lang", "vi"}, "en": {"info"}, "fr": {"--lang=fr"}} {
		if got := languageOf(args); got != want {
			t.Errorf("%v: %s, want %s", args, got, want)
		}
	}
	if _, stderr, code := run(t, "info", sampleFile(t), "--lang", "fr"); code != 1 || !strings.Contains(stderr, "vi, en") {
		t.Errorf("%d %s", code, stderr)
	}
}

func TestHelpSpeaksOfEveryCommandAndFlag(t *testing.T) {
	for lang, hint := range map[string]string{"vi": "Cách dùng:", "en": "Usage:"} {
		for _, about := range append(rootCommand(&speaker{lang: lang}).Commands(), rootCommand(&speaker{lang: lang})) {
			args := []string{"--help", "--lang", lang}
			if about.HasParent() {
				args = append([]string{about.Name()}, args...)
			}
			text, stderr, code := run(t, args...)
			if code != 0 || stderr != "" || !strings.Contains(text, hint) || strings.Contains(text, "help.") || strings.Contains(text, "usage.") {
				t.Errorf("%v: %d %s %s", args, code, stderr, text)
			}
			about.Flags().VisitAll(func(f *pflag.Flag) {
				if (&speaker{lang: lang}).flag(about, f) == "" {
					t.Errorf("%s --%s is not explained in %s", about.Name(), f.Name, lang)
				}
			})
		}
	}
}

func TestTheSystemsRefusalsAreSentences(t *testing.T) {
	say := &speaker{lang: "vi"}
	for _, cause := range []error{syscall.ENOSPC, syscall.EROFS, syscall.ENOTDIR, syscall.EISDIR, syscall.EEXIST, fs.ErrPermission, fs.ErrNotExist} {
		got := say.error(&export.FolderError{Dir: "ra/đĩa", Err: &fs.PathError{Op: "write", Path: "x", Err: cause}})
		if !strings.Contains(got, "ra/đĩa") || strings.Contains(got, cause.Error()) || strings.Contains(got, "system.") {
			t.Errorf("%v: %s", cause, got)
		}
	}
	if got := say.error(fmt.Errorf("write: %w", context.Canceled)); !strings.HasPrefix(got, "Đã hủy") {
		t.Error(got)
	}
	if got := say.error(errors.New("lỗi lạ")); !strings.Contains(got, "lỗi lạ") {
		t.Error(got)
	}
}

func TestExportOfNothingSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.trong")
	if _, stderr, code := run(t, "new", "--template", "khai-giang", "--out", path); code != 0 {
		t.Fatal(stderr)
	}
	out := filepath.Join(t.TempDir(), "ra")
	_, stderr, code := run(t, "export", path, "--out", out, "--what", "certificates", "--force", "--lang", "vi")
	left, _ := os.ReadDir(out)
	if code != 0 || !strings.Contains(stderr, "Không có gì để xuất") || len(left) != 0 {
		t.Errorf("%d %v %s", code, left, stderr)
	}
}
