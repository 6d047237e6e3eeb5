// Package manual reads the program's manual: chapters of Markdown with pictures from the program itself. The window shows it,
// and the command line writes it as a page for a browser.
package manual

import (
	"fmt"
	"io/fs"
	"iter"
	"path"
	"strings"
)

// Book is the manual in one language.
type Book struct {
	Lang     string
	Title    string
	Chapters []Chapter
	files    fs.FS
}

// Chapter is what people do in one sitting.
type Chapter struct {
	ID, Title string
	Sections  []Section
}

// Section is a part of a chapter that can be found and gone to.
type Section struct {
	Title string // "" for what stands before the first title
	Parts []Part
}

// Part is a run of Markdown, or a picture.
type Part struct {
	Text             string
	Picture, Caption string // the picture's file among those of the language
}

// Table returns the cells of a part that is a table, its head first; nothing for any other.
func (p Part) Table() [][]string {
	var rows [][]string
	for line := range strings.Lines(strings.TrimSpace(p.Text)) {
		line, is := strings.CutPrefix(strings.TrimSpace(line), "| ")
		if !is {
			continue // the line between head and rows
		}
		cells := strings.Split(strings.TrimSuffix(line, "|"), " | ")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

// shortcutsMark stands on the line where the table of shortcuts belongs.
const shortcutsMark = "{shortcuts}"

// Load reads the manual in a language. The table of shortcuts is a file of its own, which is made from the menu.
func Load(files fs.FS, lang string) (Book, error) {
	b := Book{Lang: lang, files: files}
	text, err := fs.ReadFile(files, lang+".md")
	if err != nil {
		return b, fmt.Errorf("read the manual: %w", err)
	}
	shortcuts, err := fs.ReadFile(files, "shortcuts-"+lang+".md")
	if err != nil {
		return b, fmt.Errorf("read the table of shortcuts: %w", err)
	}
	for n, line := range strings.Split(strings.Replace(string(text), shortcutsMark, string(shortcuts), 1), "\n") {
		if err := b.read(line); err != nil {
			return b, fmt.Errorf("%s.md:%d: %w", lang, n+1, err)
		}
	}
	return b, nil
}

// read adds a line to where the book has come to.
func (b *Book) read(line string) error {
	if title, ok := strings.CutPrefix(line, "# "); ok {
		b.Title = title
		return nil
	}
	if head, ok := strings.CutPrefix(line, "## "); ok {
		title, id, ok := strings.Cut(strings.TrimSuffix(head, "}"), " {#")
		if !ok {
			return fmt.Errorf("a chapter without an id: %s", head)
		}
		b.Chapters = append(b.Chapters, Chapter{ID: id, Title: title, Sections: make([]Section, 1)})
		return nil
	}
	if len(b.Chapters) == 0 {
		if strings.TrimSpace(line) != "" {
			return fmt.Errorf("text before the first chapter: %s", line)
		}
		return nil
	}
	b.Chapters[len(b.Chapters)-1].read(line)
	return nil
}

func (c *Chapter) read(line string) {
	if title, ok := strings.CutPrefix(line, "### "); ok {
		c.Sections = append(c.Sections, Section{Title: title})
		return
	}
	s := &c.Sections[len(c.Sections)-1]
	if caption, name, ok := strings.Cut(strings.TrimPrefix(line, "!["), "]("); ok && strings.HasPrefix(line, "![") {
		s.Parts = append(s.Parts, Part{Caption: caption, Picture: strings.TrimSuffix(name, ")")})
		return
	}
	if n := len(s.Parts); n == 0 || s.Parts[n-1].Picture != "" {
		s.Parts = append(s.Parts, Part{})
	}
	s.Parts[len(s.Parts)-1].Text += line + "\n"
}

// Chapter returns the place of the chapter with that id; the first for one that isn't there.
func (b Book) Chapter(id string) int {
	for i, c := range b.Chapters {
		if c.ID == id {
			return i
		}
	}
	return 0
}

// Parts yields all parts, with the chapter of each.
func (b Book) Parts() iter.Seq2[Chapter, Part] {
	return func(yield func(Chapter, Part) bool) {
		for _, c := range b.Chapters {
			for _, s := range c.Sections {
				for _, p := range s.Parts {
					if !yield(c, p) {
						return
					}
				}
			}
		}
	}
}

// Picture returns a picture of a part, as a PNG file.
func (b Book) Picture(name string) ([]byte, error) {
	return fs.ReadFile(b.files, path.Join("pictures", b.Lang, name))
}

// Text is all that the section says, without the marks of Markdown.
func (s Section) Text() string {
	var text strings.Builder
	text.WriteString(s.Title + "\n")
	for _, p := range s.Parts {
		text.WriteString(p.Caption + plain.Replace(p.Text) + "\n")
	}
	return text.String()
}

var plain = strings.NewReplacer("**", "", "`", "", "|", " ", "---", "")
