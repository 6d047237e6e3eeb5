// Package pdf writes pages as a PDF file for print: DeviceCMYK, embedded subset fonts, page boxes. It draws
// each page as it stands. Pages are written as they come, so that a merge of any length needs little memory;
// gofpdf cuts the fonts.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"tiengtrong/print"
)

// Meta says what a file is. Empty fields are left out. A file of a standard needs its title, time and condition.
type Meta struct {
	Title, Author, Subject, Keywords string
	Lang                             string // as "vi-VN"
	Created                          time.Time
	Standard                         Standard
	Condition                        *print.Condition // what the inks are meant for; only files of a standard tell it
	Cuts                             *Cuts            // that the file shares with others; nil for a file with fonts of its own
}

// Write writes the pages as one file. An error names the page, counted from 1, and leaves w with a part of a
// file. A page is drawn in full before any of it is written.
func Write(ctx context.Context, w io.Writer, meta Meta, pages iter.Seq2[*print.Page, error]) error {
	if err := meta.check(); err != nil {
		return err
	}
	d := newDocument(w)
	p := &press{pages: pages}
	for s := range p.sheets(ctx) {
		if s.err == nil {
			s.err = d.addPage(s)
		}
		if s.err != nil {
			return fmt.Errorf("write page %d: %w", s.number, s.err)
		}
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("write pages: %w", err)
	}
	if d.tree.pages == 0 {
		return errors.New("write pages: there are none")
	}
	for _, used := range p.used {
		d.used.merge(used)
	}
	if err := d.close(meta); err != nil {
		return fmt.Errorf("finish the file: %w", err)
	}
	return nil
}

// document is a file of pages, with what its pages share.
type document struct {
	*file
	tree     tree
	fonts    map[*print.Face]ref
	faces    []*print.Face // the keys of fonts as they came
	pictures map[string]ref
	unders   map[underKey]ref
	layers   layers
	used     runes
	zip      *deflater
	last     map[*print.Page]common // by what lies under the page
}

// common is what a page may have in common with the one before that lay on the same part: then it has the same entries in
// its dictionary.
type common struct {
	trim        print.Size
	bleed, slug print.Sides
	faces       []*print.Face
	entries     string
}

// underKey tells forms apart: the same part under pages of another box is another form.
type underKey struct {
	page *print.Page
	box  print.Rect
}

func newDocument(w io.Writer) *document {
	return &document{file: newFile(w), fonts: map[*print.Face]ref{}, pictures: map[string]ref{},
		unders: map[underKey]ref{}, used: runes{}, zip: newDeflater(once), last: map[*print.Page]common{}}
}

func (d *document) addPage(s *sheet) error {
	entries, err := d.entries(s.page, &s.content)
	if err != nil {
		return err
	}
	content, page := d.reserve(), d.reserve()
	d.stream(content, "", s.deflated)
	d.object(page, "<</Type/Page/Parent "+d.tree.add(d.file, page).String()+entries+"/Contents "+content.String()+">>")
	return d.err
}

// entries returns the boxes and the resources of a page, which those of a merge write once.
func (d *document) entries(p *print.Page, c *content) (string, error) {
	last := d.last[p.Under]
	plain := len(c.shades)+len(c.pictures)+len(c.layers) == 0
	if plain && last.entries != "" && last.trim == p.Trim && last.bleed == p.Bleed && last.slug == p.Slug &&
		slices.Equal(last.faces, c.faces) {
		return last.entries, nil
	}
	resources, err := d.resources(c, p.Under)
	if err != nil {
		return "", err
	}
	at, media := d.reserve(), p.MediaBox()
	d.object(at, resources)
	entries := fmt.Sprintf("/MediaBox[%s]/BleedBox[%s]/TrimBox[%s]/Resources %s", box(media, media), box(p.BleedBox(), media), box(p.TrimBox(), media), at)
	if plain {
		d.last[p.Under] = common{p.Trim, p.Bleed, p.Slug, slices.Clone(c.faces), entries}
	}
	return entries, nil
}

// box writes a rectangle of the page in points from the lower left corner of its media box.
func box(r, media print.Rect) string {
	return numbers(float64((r.X - media.X).Pt()), float64((media.Bottom() - r.Bottom()).Pt()),
		float64((r.Right() - media.X).Pt()), float64((media.Bottom() - r.Y).Pt()))
}

// resources writes the dictionary of what a stream uses, and the things themselves where they are new; fonts wait
// for the end of the file, when all their runes are known.
func (d *document) resources(c *content, under *print.Page) (string, error) {
	var fonts, shadings, objects, groups strings.Builder
	for i, face := range c.faces {
		fmt.Fprintf(&fonts, "/F%d %s", i, d.font(face))
	}
	for i, s := range c.shades {
		fmt.Fprintf(&shadings, "/S%d%s", i, c.shading(s))
	}
	if under != nil {
		form, err := d.under(under, c.box)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&objects, "/U %s", form)
	}
	for i, p := range c.pictures {
		fmt.Fprintf(&objects, "/P%d %s", i, d.picture(p))
	}
	for i, l := range c.layers {
		fmt.Fprintf(&groups, "/L%d %s", i, d.layers.group(d.file, l))
	}
	return "<<" + entry("Font", fonts.String()) + entry("Shading", shadings.String()) + entry("XObject", objects.String()) +
		entry("Properties", groups.String()) + ">>", nil
}

// entry writes a dictionary under a key, unless it is empty.
func entry(key, entries string) string {
	if entries == "" {
		return ""
	}
	return "/" + key + "<<" + entries + ">>"
}

func (d *document) font(f *print.Face) ref {
	if d.fonts[f] == 0 {
		d.fonts[f] = d.reserve()
		d.faces = append(d.faces, f)
	}
	return d.fonts[f]
}

func (d *document) picture(p *print.Picture) ref {
	if d.pictures[p.Name] == 0 {
		d.pictures[p.Name] = d.reserve()
		writePicture(d.file, d.pictures[p.Name], p.Image, d.zip)
	}
	return d.pictures[p.Name]
}

// under returns the form that draws a page below others of the same media box.
func (d *document) under(p *print.Page, media print.Rect) (ref, error) {
	key := underKey{p, media}
	if r := d.unders[key]; r != 0 {
		return r, nil
	}
	c := content{box: media, runes: d.used}
	if p.Under != nil {
		c.write("/U Do\n")
	}
	if err := c.draw(p.Items); err != nil {
		return 0, err
	}
	resources, err := d.resources(&c, p.Under)
	if err != nil {
		return 0, err
	}
	form := d.reserve()
	d.unders[key] = form
	d.stream(form, fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s]/Resources%s", box(media, media), resources),
		d.zip.deflate(c.out))
	return form, nil
}

// writeFonts cuts all faces at once and writes them.
func (d *document) writeFonts(cuts *Cuts) error {
	subsets, lists, errs := make([]subset, len(d.faces)), make([][]rune, len(d.faces)), make([]error, len(d.faces))
	var group sync.WaitGroup
	for i, face := range d.faces {
		group.Go(func() { subsets[i], lists[i], errs[i] = cuts.cut(face, d.used[face]) })
	}
	group.Wait()
	for i, face := range d.faces {
		if errs[i] == nil {
			writeFont(d.file, d.fonts[face], face, lists[i], subsets[i], d.zip)
		}
	}
	return errors.Join(errs...)
}
