package manual

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func sampleBook() fstest.MapFS {
	return fstest.MapFS{
		"vi.md":             {Data: []byte("# Sách\n\n## Một {#mot}\n\nMở **tệp**.\n\n![Ảnh](a.png)\n\nRồi `lưu`.\n\n### Mục\n\n- a\n\n## Hai {#hai}\n\n{shortcuts}\n")},
		"shortcuts-vi.md":   {Data: []byte("| Việc | Phím |\n|---|---|\n| Lưu | Ctrl+S |\n")},
		"pictures/vi/a.png": {Data: []byte("png")},
	}
}

func TestLoad(t *testing.T) {
	b, err := Load(sampleBook(), "vi")
	if err != nil {
		t.Fatal(err)
	}
	if b.Title != "Sách" || len(b.Chapters) != 2 || b.Chapter("hai") != 1 || b.Chapter("ba") != 0 {
		t.Fatalf("%+v", b)
	}
	one := b.Chapters[0].Sections
	if len(one) != 2 || one[1].Title != "Mục" || len(one[0].Parts) != 3 || one[0].Parts[1].Picture != "a.png" {
		t.Errorf("%+v", one)
	}
	if text := one[0].Text(); !strings.Contains(text, "Mở tệp.") || !strings.Contains(text, "Ảnh") {
		t.Errorf("the text is %q", text)
	}
	if !strings.Contains(b.Chapters[1].Sections[0].Text(), "Ctrl+S") {
		t.Error("the shortcuts are missing")
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	for name, text := range map[string]string{"no id": "## Một\n", "too early": "chữ\n"} {
		files := sampleBook()
		files["vi.md"] = &fstest.MapFile{Data: []byte(text)}
		if _, err := Load(files, "vi"); err == nil || !strings.Contains(err.Error(), "vi.md:1") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Load(sampleBook(), "en"); err == nil {
		t.Error("a language without a manual is read")
	}
}

func TestWrite(t *testing.T) {
	b, err := Load(sampleBook(), "vi")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "sách")
	if err := b.Write(dir); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(dir, PageName))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<a href="#mot">Một</a>`, `<h2 id="hai">`, "<strong>tệp</strong>", "<code>lưu</code>", "<td>Ctrl+S</td>", `src="pictures/a.png"`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "pictures", "a.png")); err != nil {
		t.Error(err)
	}
}
