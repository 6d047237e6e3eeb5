package manual

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

//go:embed page.html
var pageSource string

var page = template.Must(template.New("manual").Funcs(template.FuncMap{"html": toHTML}).Parse(pageSource))

// toHTML turns the Markdown of our own manual into HTML.
func toHTML(text string) (template.HTML, error) {
	var out bytes.Buffer
	err := goldmark.New(goldmark.WithExtensions(extension.Table)).Convert([]byte(text), &out)
	return template.HTML(out.String()), err
}

// PageName is the file that Write makes.
const PageName = "index.html"

// Write writes the manual into a folder as a page for browsers, with its pictures beside it.
func (b Book) Write(dir string) error {
	var out bytes.Buffer
	err := page.Execute(&out, b)
	if err == nil {
		err = b.writePictures(filepath.Join(dir, "pictures"))
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, PageName), out.Bytes(), 0o644)
	}
	if err != nil {
		return fmt.Errorf("write the manual: %w", err)
	}
	return nil
}

func (b Book) writePictures(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, p := range b.Parts() {
		if p.Picture == "" {
			continue
		}
		data, err := b.Picture(p.Picture)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, p.Picture), data, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
