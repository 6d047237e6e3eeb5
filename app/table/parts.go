package table

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Bounds on what a zip may unpack to, since a small one can hold gigabytes of nothing.
const (
	maxUnzippedTimes = 200     // its own size; sheets come to 30 times at most
	maxDepth         = 64      // of elements inside each other
	maxElements      = 2 << 20 // of a part that is held in memory as a whole
)

// unpack opens a zip whose parts together unpack to a bounded size. The sizes that a zip declares can be trusted:
// archive/zip reads no further.
func unpack(data []byte) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Error{Code: Damaged, Err: err}
	}
	size, most := uint64(0), uint64(min(maxUnzippedBytes, 1<<20+maxUnzippedTimes*len(data)))
	for _, part := range z.File {
		if size += min(part.UncompressedSize64, maxUnzippedBytes+1); size > most {
			return nil, &Error{Code: TooLarge}
		}
	}
	return z, nil
}

// sheetFacts are what the XML of a sheet tells, and the library does not while it streams rows.
type sheetFacts struct {
	hidden     map[int]bool
	merged     []mergedCell
	uncomputed []Place
	fonts      []fontCell
}

// fontCell is a cell whose font tells how its text was typed.
type fontCell struct {
	Place
	font string
}

// readParts reads every XML part of a workbook to its end, and returns the facts of its sheets by their names. The
// library takes the first fault in a part for its end, and half a class would get no certificates.
func readParts(z *zip.Reader) (map[string]*sheetFacts, error) {
	facts := map[string]*sheetFacts{}
	book := bookFacts{names: map[string]string{}, targets: map[string]string{}, oldStyles: map[int]string{}}
	for _, sheets := range []bool{false, true} { // a sheet names styles that another part tells
		for _, part := range z.File {
			name := strings.ToLower(part.Name)
			isSheet := strings.HasPrefix(name, "xl/worksheets/")
			if isSheet != sheets || !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
				continue
			}
			r := partReader{name: name, isSheet: isSheet, book: &book, facts: sheetFacts{hidden: map[int]bool{}}}
			if err := r.read(part); err != nil && (tellsText(name) || !isFault(err)) {
				return nil, err
			}
			facts[name] = &r.facts
		}
	}
	byName := map[string]*sheetFacts{}
	for relation, name := range book.names {
		target := strings.ToLower(book.targets[relation])
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/xl", target)
		}
		byName[name] = facts[strings.TrimPrefix(target, "/")]
	}
	return byName, nil
}

// tellsText tells whether a part of a workbook decides what its cells say; a fault in a drawing does not matter.
func tellsText(name string) bool {
	return strings.HasPrefix(name, "xl/worksheets/") || slices.Contains([]string{"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedstrings.xml"}, name)
}

// isFault tells whether err is a fault in the XML, rather than one that only a hostile file has.
func isFault(err error) bool {
	e := (*Error)(nil)
	return errors.As(err, &e) && e.Code == Damaged && !errors.Is(err, errDeep)
}

// bookFacts are what the parts of a workbook tell that all sheets share.
type bookFacts struct {
	names, targets map[string]string // of sheets, by relation
	fonts          []string
	oldStyles      map[int]string // fonts of the styles whose font tells how text was typed
	styles         int
}

// partReader goes through one part of a workbook.
type partReader struct {
	name           string
	isSheet        bool
	book           *bookFacts
	facts          sheetFacts
	parents        []string
	count          int
	row, column    int  // of the cell at hand
	formula, value bool // of that cell
}

func (r *partReader) read(part *zip.File) error {
	damaged := func(err error) error {
		return &Error{Code: Damaged, Err: fmt.Errorf("%s: %w", part.Name, err)}
	}
	content, err := part.Open()
	if err != nil {
		return damaged(err)
	}
	defer content.Close()
	d := xml.NewDecoder(content)
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.Token()
		switch t := token.(type) {
		case xml.StartElement:
			if len(r.parents) == maxDepth {
				return damaged(errDeep)
			}
			if r.count++; r.count > maxElements && !r.isSheet {
				return &Error{Code: TooLarge}
			}
			r.open(t)
			r.parents = append(r.parents, t.Name.Local)
		case xml.EndElement:
			r.parents = r.parents[:len(r.parents)-1]
			r.close(t.Name.Local)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
	}
}

// errDeep is the cause where elements stand inside each other as no program writes them.
var errDeep = errors.New("elements too deep inside each other")

func (r *partReader) open(t xml.StartElement) {
	switch {
	case r.isSheet:
		r.openInSheet(t)
	case r.name == "xl/styles.xml":
		r.openInStyles(t)
	case r.name == "xl/workbook.xml" && t.Name.Local == "sheet":
		for _, a := range t.Attr {
			if a.Name.Local == "id" {
				r.book.names[a.Value] = attribute(t, "name")
			}
		}
	case r.name == "xl/_rels/workbook.xml.rels" && t.Name.Local == "Relationship":
		r.book.targets[attribute(t, "Id")] = attribute(t, "Target")
	}
}

// openInStyles counts fonts and styles, which are known by their numbers.
func (r *partReader) openInStyles(t xml.StartElement) {
	parent := ""
	if n := len(r.parents); n > 0 {
		parent = r.parents[n-1]
	}
	switch b := r.book; {
	case t.Name.Local == "font" && parent == "fonts":
		b.fonts = append(b.fonts, "")
	case t.Name.Local == "name" && parent == "font" && len(b.fonts) > 0:
		b.fonts[len(b.fonts)-1] = attribute(t, "val")
	case t.Name.Local == "xf" && parent == "cellXfs":
		if n := numberOr(attribute(t, "fontId"), -1); n >= 0 && n < len(b.fonts) && isOldFont(b.fonts[n]) {
			b.oldStyles[b.styles] = b.fonts[n]
		}
		b.styles++
	}
}

func (r *partReader) openInSheet(t xml.StartElement) {
	switch t.Name.Local {
	case "row":
		r.row, r.column = numberOr(attribute(t, "r"), r.row+1), 0
		if hidden := attribute(t, "hidden"); hidden == "1" || hidden == "true" {
			r.facts.hidden[r.row] = true
		}
	case "c":
		r.openCell(t)
	case "f":
		r.formula = true
	case "v", "is":
		r.value = true
	case "mergeCell":
		r.merge(attribute(t, "ref"))
	}
}

// openCell takes down where a cell stands. One without a reference stands right of the one before.
func (r *partReader) openCell(t xml.StartElement) {
	r.formula, r.value = false, false
	r.column++
	if column, _, err := excelize.CellNameToCoordinates(attribute(t, "r")); err == nil {
		r.column = column
	}
	if font := r.book.oldStyles[numberOr(attribute(t, "s"), 0)]; font != "" {
		r.facts.fonts = append(r.facts.fonts, fontCell{Place{r.row - 1, r.column - 1}, font})
	}
}

func (r *partReader) close(name string) {
	if r.isSheet && name == "c" && r.formula && !r.value {
		r.facts.uncomputed = append(r.facts.uncomputed, Place{r.row - 1, r.column - 1})
	}
}

// merge reads the range of a merged cell, "A1:B2".
func (r *partReader) merge(ref string) {
	first, last, _ := strings.Cut(ref, ":")
	column, top, err := excelize.CellNameToCoordinates(first)
	_, bottom, err2 := excelize.CellNameToCoordinates(last)
	if err == nil && err2 == nil && bottom > top {
		r.facts.merged = append(r.facts.merged, mergedCell{Place{top - 1, column - 1}, bottom - top + 1})
	}
}

func numberOr(text string, otherwise int) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	return otherwise
}
