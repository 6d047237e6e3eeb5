// Package conform reads PDF files back and says where they break a standard: PDF/X-4 (ISO 15930-7:2010) for print shops,
// PDF/A-2b (ISO 19005-2:2011) for archives. It asks what files of print/pdf must keep, which is stricter in places: process
// inks only, a bleed box on every page, one kind of font. Those rules of our own are marked House.
package conform

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Standard is what a file is held against, as pdf.Standard names it.
type Standard string

// The standards that this package knows.
const (
	X4  Standard = "PDF/X-4"
	A2b Standard = "PDF/A-2b"
)

// House stands for a clause where no standard asks for a thing, and we do.
const House = "Tiếng Trống"

// Finding is one place where a file breaks a rule.
type Finding struct {
	Rule   string `json:"rule"`   // "output-intent", one of Rules
	Clause string `json:"clause"` // "ISO 15930-7, 6.12"
	Where  string `json:"where"`  // "page 3", "object 12", "trailer"
	What   string `json:"what"`
}

// String writes the finding in one line.
func (f Finding) String() string { return fmt.Sprintf("%s: %s (%s)", f.Where, f.What, f.Clause) }

// Places are where findings lie; pages, objects, fonts and forms have numbers.
var Places = []string{"page", "object", "font", "form", "trailer", "header", "end", "catalog", "output-intent", "xmp", "information", "layers"}

// Place returns where the finding lies, one of Places, and its number, "" where it has none.
func (f Finding) Place() (name, number string) {
	name = f.Where
	if i := strings.LastIndexByte(name, ' '); i > 0 && name[i+1] <= '9' {
		name, number = name[:i], name[i+1:]
	}
	return strings.ReplaceAll(strings.ToLower(name), " ", "-"), number
}

// rule is one requirement. Its clauses are empty where a standard does not ask for it.
type rule struct {
	x4, a2b string
	name    string
	asks    string
	check   func(*checker)
}

// Rules names all requirements.
func Rules() (names []string) {
	for _, r := range rules {
		names = append(names, r.name)
	}
	return names
}

// rules are the requirements, file by file from the outside in. The clauses of ISO 15930-7 are those of its table of
// contents.
var rules = []rule{
	{"ISO 32000-1, 7.5.2", "6.1.2", "header", "a header of a known version, and a line of high bytes", (*checker).header},
	{"6.10", "6.1.3", "identity", "an identity in the trailer", (*checker).identity},
	{"6.15", "6.1.3", "encryption", "no encryption", (*checker).encryption},
	{"ISO 32000-1, 7.5.5", "6.1.3", "end", "nothing after the end", (*checker).end},
	{"ISO 32000-1, 7.3", "6.1.9", "objects", "objects that can be read", (*checker).objects},
	{"6.7", "6.1.7", "own-streams", "streams within the file", (*checker).ownStreams},
	{"6.8", "6.1.7", "filters", "filters that everybody may use", (*checker).filters},
	{"", "6.1.13", "limits", "names, strings and pages of limited size", (*checker).limits},
	{"6.4", "6.2.3", "output-intent", "one output intent, with the profile of a CMYK press", (*checker).outputIntent},
	{"6.10", "6.6.2", "packet", "an XMP packet", (*checker).packet},
	{"6.11", "6.6.4", "identification", "the standard's name in the packet", (*checker).identification},
	{"", "6.6.2.3", "schemas", "no properties but those that need no schema of their own", (*checker).schemas},
	{"6.10", House, "description", "dates, title and identities in the packet", (*checker).description},
	{"6.10", House, "agreement", "the same facts in packet and information", (*checker).agreement},
	{"6.9", House, "trapped", "Trapped, known and the same everywhere", (*checker).trapped},
	{"6.12", House, "boxes", "page boxes within one another", (*checker).boxes},
	{House, House, "bleed", "a bleed box on every page", (*checker).bleed},
	{House, House, "upright", "pages that lie as they are printed, in plain points", (*checker).upright},
	{"6.4", "6.2.4", "colours", "no colour but that of the output intent", (*checker).colours},
	{House, House, "spots", "process inks only", (*checker).spots},
	{"ISO 32000-1, 7.8", "6.2.2", "operators", "operators that are known and resources that are there", (*checker).operators},
	{"6.5", "6.2.11.4", "embedding", "fonts that are in the file", (*checker).embedding},
	{"6.5", "6.2.11.3", "composite", "composite fonts whose parts fit together", (*checker).composite},
	{"6.5", "6.2.11.5", "widths", "widths as the font has them", (*checker).widths},
	{House, "6.2.11.8", "glyphs", "a glyph for every letter", (*checker).glyphs},
	{House, House, "unicode", "letters that can be copied", (*checker).unicode},
	{"6.13", "6.2.5", "graphics-states", "no transfer curves", (*checker).graphicsStates},
	{"6.14", "6.2.9", "externals", "no PostScript, no pictures that lie elsewhere", (*checker).externals},
	{"6.16", "6.2.8", "alternates", "no pictures in place of others", (*checker).alternates},
	{"6.20", "6.2.10", "transparency", "transparency that blends in CMYK", (*checker).transparency},
	{"6.17", "6.3", "annotations", "no annotations", (*checker).annotations},
	{"6.18", "6.5", "actions", "no actions", (*checker).actions},
	{"6.26", "6.4", "forms", "no forms to fill in", (*checker).forms},
	{"6.7", "6.8", "attachments", "no files in the file", (*checker).attachments},
	{"6.24", "6.9", "layers", "layers that are the same for all", (*checker).layers},
}

// Check returns where the file breaks the standard; nothing, where it keeps it.
func (f *File) Check(s Standard) []Finding {
	c := &checker{File: f, standard: s, scan: newScan(f)}
	for _, r := range rules {
		clause := r.x4
		prefix := "ISO 15930-7, "
		if s == A2b {
			clause, prefix = r.a2b, "ISO 19005-2, "
		}
		if clause == "" {
			continue
		}
		if clause[0] >= '0' && clause[0] <= '9' {
			clause = prefix + clause
		}
		c.rule, c.clause = r.name, clause
		r.check(c)
	}
	return c.found
}

// checker holds one file against one standard, clause by clause.
type checker struct {
	*File
	*scan
	standard Standard
	rule     string
	clause   string
	found    []Finding
}

// maxFindings is how many places of one clause are told.
const maxFindings = 20

func (c *checker) report(where, format string, args ...any) {
	f := Finding{c.rule, c.clause, where, fmt.Sprintf(format, args...)}
	same := 0
	for _, known := range c.found {
		if known == f {
			return
		}
		if known.Clause == f.Clause {
			same++
		}
	}
	if same < maxFindings {
		c.found = append(c.found, f)
	}
}

// Claims returns the standard that the file says it keeps, "" for none.
func (f *File) Claims() Standard {
	p, err := f.readPacket()
	switch {
	case err != nil:
		return ""
	case p["pdfxid:GTS_PDFXVersion"] == string(X4):
		return X4
	case p["pdfaid:part"] == "2" && p["pdfaid:conformance"] == "B":
		return A2b
	}
	return ""
}

// sortedKeys lists a dictionary's keys in order, so that findings come in the same order every time.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
