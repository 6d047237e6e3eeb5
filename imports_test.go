package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rules tell what each package may import besides the standard library: "app" stands for exactly that
// package of ours, a path with a dot for a module and all its packages. Tests may import more.
var rules = map[string][]string{
	"app":               {"app/syllable", "github.com/google/uuid", "golang.org/x/text"},
	"app/syllable":      {"golang.org/x/text"},
	"app/typing":        {"app/syllable", "golang.org/x/text"},
	"app/file":          {"app", "github.com/go-json-experiment/json"},
	"app/seal":          {"app", "app/file", "golang.org/x/text"},
	"app/table":         {"app/syllable", "github.com/xuri/excelize/v2", "golang.org/x/text", "golang.org/x/net"},
	"app/intake":        {"app", "app/table"},
	"app/manual":        {"github.com/yuin/goldmark"},
	"print":             {"app", "print/icc", "rsc.io/qr/coding", "github.com/go-text/typesetting", "golang.org/x/image"},
	"print/pdf":         {"print", "github.com/jung-kurt/gofpdf"},
	"print/icc":         {},
	"print/pdf/conform": {"print/icc"},
	"print/raster":      {"print", "golang.org/x/image"},
	"print/export":      {"app", "app/table", "print", "print/pdf", "print/raster"},
	"print/pack":        {"app", "print", "print/export", "print/pdf", "print/pdf/conform", "print/raster"},
	"ui/widget":         {"fyne.io/fyne/v2"},
	"ui": {"app", "app/file", "app/manual", "app/seal", "app/table", "app/intake", "app/typing", "print", "print/pdf", "print/raster", "print/export", "print/pack",
		"ui/widget", "assets", "fyne.io/fyne/v2"},
	"assets": {},
	"": {"app", "app/file", "app/manual", "app/seal", "app/table", "app/intake", "print", "print/export", "print/pack", "ui", "assets", "fyne.io/fyne/v2",
		"github.com/go-gl/glfw/v3.4/glfw", "github.com/spf13/cobra", "github.com/spf13/pflag"},
}

const module = "tiengtrong/"

func allowed(dir, path string) bool {
	if !strings.Contains(strings.SplitN(path, "/", 2)[0], ".") && !strings.HasPrefix(path, module) {
		return true // the standard library
	}
	if own, ok := strings.CutPrefix(path, module); ok {
		return slices.Contains(rules[dir], own)
	}
	return slices.ContainsFunc(rules[dir], func(rule string) bool { return path == rule || strings.HasPrefix(path, rule+"/") })
}

func TestImportRules(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && path != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "out" || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		dir := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), ".")
		if strings.HasSuffix(dir, "test") {
			return nil // support for tests
		}
		if _, ok := rules[dir]; !ok {
			t.Errorf("%s: a package without an import rule", dir)
		}
		seen[dir] = true
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if !allowed(dir, imported) {
				t.Errorf("%s imports %s", path, imported)
			}
		}
		return nil
	})
	if err != nil || len(seen) < 8 {
		t.Errorf("saw %d packages, %v", len(seen), err)
	}
}

func TestImportRulesForbid(t *testing.T) {
	for dir, path := range map[string]string{
		"app": "tiengtrong/print", "print": "fyne.io/fyne/v2/canvas", "ui": "github.com/jung-kurt/gofpdf", "ui/widget": "tiengtrong/app",
		"app/table": "tiengtrong/app", "print/raster": "tiengtrong/app",
	} {
		if allowed(dir, path) {
			t.Errorf("%s may import %s", dir, path)
		}
	}
}
