// Package pdftest examines PDF files in tests with tools that others wrote: qpdf, pdfcpu, poppler,
// MuPDF, Ghostscript. A tool that is not installed fails the test.
package pdftest

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"tiengtrong/print/pdf/conform"
)

// packages says which Debian package brings a tool.
var packages = map[string]string{
	"qpdf": "qpdf", "pdfinfo": "poppler-utils", "pdffonts": "poppler-utils", "pdftotext": "poppler-utils",
	"pdftoppm": "poppler-utils", "mutool": "mupdf-tools", "gs": "ghostscript",
}

// Tool runs a tool and returns what it prints.
func Tool(t testing.TB, tool string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(tool)
	if err != nil {
		t.Fatalf("this test needs the program %s: install it with “apt-get install %s”", tool, packages[tool])
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", tool, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// File writes a PDF to a temporary file and returns its path.
func File(t testing.TB, pdf []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

var (
	rgb  = regexp.MustCompile(`/(DeviceRGB|CalRGB|DeviceGray|CalGray|ICCBased)|(?m:^[0-9. ]* (rg|RG|g|G)$)`)
	font = regexp.MustCompile(`(?m)^(\S+)\s+CID TrueType\s+Identity-H\s+yes yes yes`)
)

// Check fails unless the file is sound, asks for no inks but cyan, magenta, yellow and black, and holds every font it
// uses as a subset with a way back to Unicode.
func Check(t testing.TB, path string) {
	t.Helper()
	Tool(t, "qpdf", "--check", path)
	if err := strict(path); err != nil {
		t.Errorf("pdfcpu finds fault with %s: %v", path, err)
	}
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	Tool(t, "qpdf", "--qdf", "--object-streams=disable", path, plain)
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	if found := rgb.Find(data); found != nil {
		t.Errorf("%s asks for a colour that is not CMYK: %q", path, found)
	}
	if out := Tool(t, "mutool", "info", path); strings.Contains(out, "error") || strings.Contains(out, "warning") {
		t.Errorf("mutool finds fault with %s:\n%s", path, out)
	}
	table := strings.Split(strings.TrimSpace(Tool(t, "pdffonts", path)), "\n")
	for _, line := range table[min(2, len(table)):] {
		if !font.MatchString(line) || !regexp.MustCompile(`^[A-Z]{6}\+`).MatchString(line) {
			t.Errorf("%s has a font that is not an embedded subset with Unicode: %s", path, line)
		}
	}
}

// strict has pdfcpu validate a file without leniency, and without a folder of settings in the user's home.
func strict(path string) error {
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	conf.Offline = true
	return api.ValidateFile(path, conf)
}

// Conforms fails unless the file keeps what it claims to keep, and claims the standard.
func Conforms(t testing.TB, path string, standard conform.Standard) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := conform.Read(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if claims := f.Claims(); claims != standard {
		t.Errorf("%s claims to be %q, not %q", path, claims, standard)
	}
	for _, found := range f.Check(standard) {
		t.Errorf("%s: %v", path, found)
	}
}

// Plates lists the printing plates that Ghostscript makes of the first page.
func Plates(t testing.TB, path string) []string {
	t.Helper()
	dir := t.TempDir()
	Tool(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r4", "-dLastPage=1", "-o", filepath.Join(dir, "page.tif"), path)
	files, err := filepath.Glob(filepath.Join(dir, "page(*).tif"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(strings.TrimPrefix(filepath.Base(f), "page("), ").tif"))
	}
	return names
}

// Text returns the text of all pages, in reading order.
func Text(t testing.TB, path string) string {
	t.Helper()
	return Tool(t, "pdftotext", "-enc", "UTF-8", path, "-")
}

// Pages returns the number of pages.
func Pages(t testing.TB, path string) int {
	t.Helper()
	m := regexp.MustCompile(`(?m)^Pages:\s+(\d+)`).FindStringSubmatch(Tool(t, "pdfinfo", path))
	if m == nil {
		t.Fatalf("pdfinfo counts no pages in %s", path)
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// Box returns a box of a page, "MediaBox" or "TrimBox" say, as left, bottom, right, top in millimetres.
func Box(t testing.TB, path string, page int, name string) [4]float64 {
	t.Helper()
	p := strconv.Itoa(page)
	out := Tool(t, "pdfinfo", "-box", "-f", p, "-l", p, path)
	m := regexp.MustCompile(`(?m)^Page\s+` + p + ` ` + name + `:\s+(.*)$`).FindStringSubmatch(out)
	if m == nil {
		t.Fatalf("page %d of %s has no %s:\n%s", page, path, name, out)
	}
	return [4]float64(scaled(t, strings.Fields(m[1]), 25.4/72))
}

// Inks returns how much of each page cyan, magenta, yellow and black cover, from 0 to 1.
func Inks(t testing.TB, path string) [][4]float64 {
	t.Helper()
	var pages [][4]float64
	for _, line := range strings.Split(Tool(t, "gs", "-q", "-o", "-", "-sDEVICE=inkcov", path), "\n") {
		if f := strings.Fields(line); len(f) > 4 && f[4] == "CMYK" {
			pages = append(pages, [4]float64(scaled(t, f[:4], 1)))
		}
	}
	return pages
}

func scaled(t testing.TB, fields []string, by float64) []float64 {
	t.Helper()
	out := make([]float64, len(fields))
	for i, f := range fields {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			t.Fatalf("not a number: %q", f)
		}
		out[i] = v * by
	}
	return out
}
