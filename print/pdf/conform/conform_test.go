package conform

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
)

// good writes a page that has one of everything: text, a shade, a picture, a shared part, a layer.
func good(t testing.TB, standard pdf.Standard) []byte {
	t.Helper()
	fonts, err := print.LoadFonts(os.DirFS("../../../assets/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	face, err := fonts.Face("Tinos_400Regular")
	if err != nil {
		t.Fatal(err)
	}
	condition, err := print.LoadCondition(os.DirFS("../../../assets/icc"))
	if err != nil {
		t.Fatal(err)
	}
	box := print.RectPath(print.Rect{X: 10, Y: 10, W: 30, H: 20})
	text := print.NewText(face, 12, print.Black, "Vẫy cờ")
	text.At = print.Point{X: 10, Y: 50}
	page := &print.Page{Trim: print.Size{W: 100, H: 80}, Bleed: print.AllSides(3), Slug: print.AllSides(8),
		Under: &print.Page{Trim: print.Size{W: 100, H: 80}, Items: []print.Item{&print.Fill{Path: box, Ink: print.Ink{Y: 100}}}},
		Items: []print.Item{text, &print.Shade{Path: box, To: print.Point{X: 30}, Inks: [2]print.Ink{{C: 50}, {M: 50}}},
			&print.Picture{Box: print.Rect{X: 50, Y: 10, W: 20, H: 20}, Name: "ảnh", Image: image.NewCMYK(image.Rect(0, 0, 4, 4))},
			&print.Layer{Name: "Gia công", Items: []print.Item{&print.Stroke{Path: box, Ink: print.Black, Width: 1}}},
		}}
	meta := pdf.Meta{Title: "Lễ phát động", Author: "Trường", Subject: "Tuần lễ", Keywords: "sách", Lang: "vi", Standard: standard,
		Created: time.Date(2025, 10, 1, 7, 0, 5, 0, time.FixedZone("", 7*3600)), Condition: condition}
	var out bytes.Buffer
	err = pdf.Write(context.Background(), &out, meta, func(yield func(*print.Page, error) bool) { yield(page, nil) })
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// parts are a file taken to pieces, its streams inflated, so that a test can change a word and put it together again.
type parts struct {
	head, trailer, tail string
	objects             []string
}

var (
	streamPart = regexp.MustCompile(`(?s)^(<<.*?)(/Filter/FlateDecode)?/Length \d+>>\nstream\n`)
	markLength = "/Length LENGTH>>\nstream\n"
)

func apart(t testing.TB, data []byte) *parts {
	t.Helper()
	f, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	p := &parts{head: string(data[:15]), tail: "%%EOF\n"}
	_, rest, _ := strings.Cut(string(data), "trailer\n")
	p.trailer, _, _ = strings.Cut(rest, "\nstartxref")
	for r := ref(1); int(r) <= len(f.places); r++ {
		body := string(data[f.places[r]:])
		_, body, _ = strings.Cut(body, "obj\n")
		if s, ok := f.get(r).(stream); ok {
			content, err := f.content(r)
			if err != nil {
				t.Fatal(err)
			}
			p.objects = append(p.objects, streamPart.FindStringSubmatch(body)[1]+markLength+string(content))
			_ = s
			continue
		}
		body, _, _ = strings.Cut(body, "\nendobj")
		p.objects = append(p.objects, body)
	}
	return p
}

func (p *parts) together() []byte {
	var b bytes.Buffer
	b.WriteString(p.head)
	places := make([]int, len(p.objects))
	for i, o := range p.objects {
		places[i] = b.Len()
		if head, content, ok := strings.Cut(o, markLength); ok {
			o = fmt.Sprintf("%s/Length %d>>\nstream\n%s\nendstream", head, len(content), content)
		}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n%s\nstartxref\n%d\n%s", p.trailer, table, p.tail)
	return b.Bytes()
}

// change replaces a word wherever it stands, or adds an object where old is empty.
func (p *parts) change(t testing.TB, old, new string) {
	t.Helper()
	if old == "" {
		p.objects = append(p.objects, new)
		return
	}
	n := 0
	for _, part := range append([]*string{&p.head, &p.trailer, &p.tail}, pointers(p.objects)...) {
		n += strings.Count(*part, old)
		*part = strings.ReplaceAll(*part, old, new)
	}
	if n == 0 {
		t.Fatalf("the file has no %q to be replaced", old)
	}
}

func pointers(list []string) (out []*string) {
	for i := range list {
		out = append(out, &list[i])
	}
	return out
}

func TestGoodFilesHaveNoFindings(t *testing.T) {
	for _, standard := range []pdf.Standard{pdf.X4, pdf.A2b} {
		data := good(t, standard)
		for name, file := range map[string][]byte{"as written": data, "taken to pieces": apart(t, data).together()} {
			f, err := Read(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range f.Check(Standard(standard)) {
				t.Errorf("%s, %s: %v", standard, name, found)
			}
			if f.Claims() != Standard(standard) || f.Condition() != "FOGRA39" {
				t.Errorf("it claims to be %q for %q", f.Claims(), f.Condition())
			}
		}
	}
}

// flaws break one rule each. A change is a word and what stands in its place; an empty word adds an object.
var flaws = []struct {
	x4, a2b string // the clause that is broken; "" where the standard doesn't mind
	what    string // a part of what must be found
	change  []string
}{
	{"ISO 32000-1, 7.5.2", "ISO 19005-2, 6.1.2", `it is "%PDF-2.0`, []string{"%PDF-1.6", "%PDF-2.0"}},
	{"ISO 32000-1, 7.5.2", "", `it is "%PDF-1.7`, []string{"%PDF-1.6", "%PDF-1.7"}},
	{"ISO 15930-7, 6.10", "ISO 19005-2, 6.1.3", "no ID", []string{"/ID[", "/Id["}},
	{"ISO 15930-7, 6.15", "ISO 19005-2, 6.1.3", "encrypted", []string{"/ID[", "/Encrypt<</Filter/Standard>>/ID["}},
	{"ISO 32000-1, 7.5.5", "ISO 19005-2, 6.1.3", "end mark", []string{"%%EOF\n", "%%EOF\nmore"}},
	{"ISO 32000-1, 7.3", "ISO 19005-2, 6.1.9", "can't be read", []string{"/Type/OutputIntent", "/Type OutputIntent)"}},
	{"ISO 15930-7, 6.7", "ISO 19005-2, 6.1.7", "another file", []string{"/N 4", "/N 4/F(x.icc)"}},
	{"ISO 15930-7, 6.8", "ISO 19005-2, 6.1.7", "LZWDecode", []string{"", "<</Filter/LZWDecode/Length LENGTH>>\nstream\nx"}},
	{"", "ISO 19005-2, 6.1.13", "a name has 130", []string{"/Trapped", "/" + strings.Repeat("n", 130) + " 1/Trapped"}},
	{"", "ISO 19005-2, 6.1.13", "29 times", []string{"/U Do", strings.Repeat("q ", 29) + "/U Do" + strings.Repeat(" Q", 29)}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.3", "0 output intents", []string{"/OutputIntents[", "/OutputIntent_["}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.3", "0 output intents", []string{"/GTS_PDF", "/GTS_PDE"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.3", "does not name", []string{"/OutputConditionIdentifier(FOGRA39)", ""}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.3", "can't be read", []string{"/DestOutputProfile ", "/DestOutputProfiles "}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.3", "this is none", []string{"acspAPPL", "acsqAPPL"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.3", "N is 3", []string{"/N 4", "/N 3"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.3", `for "RGB "`, []string{"prtrCMYKLab ", "prtrRGB Lab "}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.3", `"scnr"`, []string{"prtrCMYKLab ", "scnrCMYKLab "}},
	{"ISO 15930-7, 6.10", "ISO 19005-2, 6.6.2", "no XMP", []string{"/Metadata ", "/Metadate "}},
	{"ISO 15930-7, 6.10", "ISO 19005-2, 6.6.2", "no XML", []string{"</rdf:RDF>", "</rdf:RDX>"}},
	{"ISO 15930-7, 6.10", "ISO 19005-2, 6.6.2", "attribute", []string{"<?xpacket begin=", "<?xpacket begin='' encoding="}},
	{"ISO 15930-7, 6.10", "ISO 19005-2, 6.6.2", "type Metadata", []string{"/Subtype/XML", "/Subtype/XMP"}},
	{"ISO 15930-7, 6.11", "", `is "PDF/X-3"`, []string{">PDF/X-4<", ">PDF/X-3<"}},
	{"", "ISO 19005-2, 6.6.4", `is "1"`, []string{"<pdfaid:part>2", "<pdfaid:part>1"}},
	{"", "ISO 19005-2, 6.6.2.3", "no schema", []string{"<pdf:Producer>", "<pdfxid:Other>x</pdfxid:Other><pdf:Producer>"}},
	{"", "ISO 19005-2, 6.6.2.3", "no schema", []string{"<pdf:Producer>", "<x:Other>x</x:Other><pdf:Producer>"}},
	{"ISO 15930-7, 6.10", House, "xmp:MetadataDate is missing", []string{"xmp:MetadataDate", "xmp:MetadateDate"}},
	{"ISO 15930-7, 6.10", House, "xmpMM:VersionID is missing", []string{"<xmpMM:VersionID>1</xmpMM:VersionID>", ""}},
	{"ISO 15930-7, 6.10", House, "Title is", []string{">Lễ phát động<", ">Lễ bế mạc<"}},
	{"ISO 15930-7, 6.10", House, "ModDate is", []string{"<xmp:ModifyDate>2025-10-01T07:00:05", "<xmp:ModifyDate>2025-10-01T07:00:06"}},
	{"ISO 15930-7, 6.10", "", "when the file was made", []string{"/CreationDate", "/CreationDay"}},
	{"ISO 15930-7, 6.9", House, `"Unknown"`, []string{"/Trapped/False", "/Trapped/Unknown"}},
	{"ISO 15930-7, 6.9", "", `pdf:Trapped is "True"`, []string{"Trapped>False<", "Trapped>True<"}},
	{"ISO 15930-7, 6.12", House, "no TrimBox", []string{"/TrimBox", "/Trimbox"}},
	{"ISO 15930-7, 6.12", House, "an ArtBox", []string{"/TrimBox", "/ArtBox[40 40 50 50]/TrimBox"}},
	{"ISO 15930-7, 6.12", House, "no MediaBox", []string{"/MediaBox", "/Mediabox"}},
	{"ISO 15930-7, 6.12", House, "BleedBox reaches out of the MediaBox", []string{"/BleedBox[", "/BleedBox[-5 0 900 900]/Was["}},
	{"ISO 15930-7, 6.12", House, "TrimBox reaches out of the BleedBox", []string{"/BleedBox[", "/BleedBox[50 50 60 60]/Was["}},
	{House, House, "no BleedBox", []string{"/BleedBox", "/Bleedbox"}},
	{House, House, "turned", []string{"/TrimBox", "/Rotate 90/TrimBox"}},
	{House, House, "UserUnit", []string{"/TrimBox", "/UserUnit 10/TrimBox"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.4", "the operator rg", []string{"/U Do", "1 0 0 rg /U Do"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.4", "DeviceRGB", []string{"/U Do", "/DeviceRGB cs /U Do"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.4", "DeviceRGB", []string{"/Height 4/ColorSpace/DeviceCMYK", "/Height 4/ColorSpace/DeviceRGB"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.4", "DeviceRGB", []string{"/ShadingType 2/ColorSpace/DeviceCMYK", "/ShadingType 2/ColorSpace/DeviceRGB"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.4", "DeviceRGB", []string{"/U Do", "BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI /U Do"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.4", "Indexed over DeviceRGB", []string{"/Height 4/ColorSpace/DeviceCMYK", "/Height 4/ColorSpace[/Indexed/DeviceRGB 0<000000>]"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.4", "ICCBased", []string{"/Height 4/ColorSpace/DeviceCMYK", "/Height 4/ColorSpace[/ICCBased 99 0 R]"}},
	{House, House, "inks of their own", []string{"/Height 4/ColorSpace/DeviceCMYK", "/Height 4/ColorSpace[/Separation/Gold/DeviceCMYK 99 0 R]"}},
	{"ISO 32000-1, 7.8", "ISO 19005-2, 6.2.2", `"xx" is no operator`, []string{"/U Do", "xx /U Do"}},
	{"ISO 32000-1, 7.8", "ISO 19005-2, 6.2.2", "XObject V is not among", []string{"/U Do", "/V Do"}},
	{"ISO 32000-1, 7.8", "ISO 19005-2, 6.2.2", "in pairs", []string{"/U Do", "q /U Do"}},
	{"ISO 15930-7, 6.5", "ISO 19005-2, 6.2.11.4", "not in the file", []string{"/FontFile2", "/FontFile4"}},
	{"ISO 15930-7, 6.5", "ISO 19005-2, 6.2.11.4", "CIDSet", []string{"/FontFile2", "/CIDSet 99 0 R/FontFile2"}},
	{"ISO 15930-7, 6.5", "ISO 19005-2, 6.2.11.3", "not Identity-H", []string{"/Identity-H", "/UniGB-H"}},
	{"ISO 15930-7, 6.5", "ISO 19005-2, 6.2.11.3", "not of Adobe-Identity", []string{"(Identity)", "(Japan1)"}},
	{"ISO 15930-7, 6.5", "ISO 19005-2, 6.2.11.3", "kind Type1", []string{"/Subtype/Type0", "/Subtype/Type1"}},
	{"ISO 15930-7, 6.5", "ISO 19005-2, 6.2.11.3", "no CIDToGIDMap", []string{"/CIDToGIDMap ", "/CIDToGidMap "}},
	{"ISO 15930-7, 6.5", "ISO 19005-2, 6.2.11.5", "code 0056 is 723.5 wide", []string{"86[722.168]", "86[723.5]"}},
	{House, "ISO 19005-2, 6.2.11.8", "has no glyph", []string{"[(\x00V", "[(\x4E\x2D"}},
	{House, House, "which letters", []string{"/ToUnicode ", "/ToUnicod3 "}},
	{"ISO 15930-7, 6.13", "ISO 19005-2, 6.2.5", "TR2", []string{"", "<</Type/ExtGState/TR2/Identity>>"}},
	{"ISO 15930-7, 6.13", "ISO 19005-2, 6.2.5", "HTP", []string{"", "<</Type/ExtGState/HTP[0 0]>>"}},
	{"ISO 15930-7, 6.14", "ISO 19005-2, 6.2.9", "PostScript", []string{"", "<</Subtype/PS/Length LENGTH>>\nstream\n"}},
	{"ISO 15930-7, 6.14", "ISO 19005-2, 6.2.9", "another file", []string{"/Subtype/Form", "/Subtype/Form/Ref<<>>"}},
	{"ISO 15930-7, 6.14", "ISO 19005-2, 6.2.9", "OPI", []string{"/Subtype/Image", "/Subtype/Image/OPI<<>>"}},
	{"ISO 15930-7, 6.16", "ISO 19005-2, 6.2.8", "others in its place", []string{"/Subtype/Image", "/Subtype/Image/Alternates[]"}},
	{"", "ISO 19005-2, 6.2.8", "smoothed", []string{"/Subtype/Image", "/Subtype/Image/Interpolate true"}},
	{"ISO 15930-7, 6.20", "ISO 19005-2, 6.2.10", "no group in CMYK", []string{"", "<</Type/ExtGState/ca .5>>"}},
	{"ISO 15930-7, 6.20", "ISO 19005-2, 6.2.10", "no group in CMYK", []string{"/Subtype/Image", "/Subtype/Image/SMask 99 0 R"}},
	{"ISO 15930-7, 6.4", "ISO 19005-2, 6.2.4", "DeviceRGB", []string{"/TrimBox", "/Group<</S/Transparency/CS/DeviceRGB>>/TrimBox"}},
	{"ISO 15930-7, 6.17", "ISO 19005-2, 6.3", "annotations", []string{"/TrimBox", "/Annots[<<>>]/TrimBox"}},
	{"ISO 15930-7, 6.18", "ISO 19005-2, 6.5", "when it is opened", []string{"/Type/Catalog", "/Type/Catalog/OpenAction[]"}},
	{"ISO 15930-7, 6.18", "ISO 19005-2, 6.5", "actions", []string{"/TrimBox", "/AA<<>>/TrimBox"}},
	{"ISO 15930-7, 6.18", "ISO 19005-2, 6.5", "JavaScript", []string{"/Type/Catalog", "/Type/Catalog/Names<</JavaScript<<>>>>"}},
	{"ISO 15930-7, 6.26", "ISO 19005-2, 6.4", "a form", []string{"/Type/Catalog", "/Type/Catalog/AcroForm<<>>"}},
	{"ISO 15930-7, 6.7", "ISO 19005-2, 6.8", "other files", []string{"/Type/Catalog", "/Type/Catalog/Names<</EmbeddedFiles<<>>>>"}},
	{"ISO 15930-7, 6.24", "ISO 19005-2, 6.9", "(AS)", []string{"/OFF[", "/AS[]/OFF["}},
	{"ISO 15930-7, 6.24", "ISO 19005-2, 6.9", "not to be printed is on", []string{"/OFF[", "/ON["}},
	{"ISO 15930-7, 6.24", "ISO 19005-2, 6.9", "leaves a layer out", []string{"/Order[", "/Order[]/Was["}},
}

// TestEveryFlawIsFound spoils a good file in one place after another. What is broken must be found, under its clause; where a
// standard does not mind, nothing may be found.
func TestEveryFlawIsFound(t *testing.T) {
	for _, standard := range []pdf.Standard{pdf.X4, pdf.A2b} {
		data := good(t, standard)
		for _, flaw := range flaws {
			clause := flaw.x4
			if standard == pdf.A2b {
				clause = flaw.a2b
			}
			p := apart(t, data)
			if clause == "" && !strings.Contains(string(p.together()), flaw.change[0]) {
				continue // the other standard's own words
			}
			p.change(t, flaw.change[0], flaw.change[1])
			f, err := Read(p.together())
			if err != nil {
				t.Fatalf("%s, %s: %v", standard, flaw.what, err)
			}
			found := f.Check(Standard(standard))
			for _, one := range found {
				if name, _ := one.Place(); !slices.Contains(Places, name) {
					t.Errorf("a place of no name: %v", one)
				}
			}
			if clause == "" {
				if len(found) > 0 {
					t.Errorf("%s does not mind %q, but found: %v", standard, flaw.change[1], found)
				}
			} else if !told(found, clause, flaw.what) {
				t.Errorf("%s: %q under %s is not among %v", standard, flaw.what, clause, found)
			}
		}
	}
}

func told(found []Finding, clause, what string) bool {
	for _, f := range found {
		if f.Clause == clause && strings.Contains(f.What, what) {
			return true
		}
	}
	return false
}

// TestEveryRuleHasAFlaw keeps rules from being added without a file that breaks them, and those that never speak from
// staying.
func TestEveryRuleHasAFlaw(t *testing.T) {
	unbroken := map[string]func(*checker){}
	for _, r := range rules {
		unbroken[r.asks] = r.check
	}
	data := good(t, pdf.X4)
	for _, flaw := range flaws {
		p := apart(t, data)
		if flaw.x4 == "" && !strings.Contains(string(p.together()), flaw.change[0]) {
			continue
		}
		p.change(t, flaw.change[0], flaw.change[1])
		f, err := Read(p.together())
		if err != nil {
			t.Fatal(err)
		}
		for asks, check := range unbroken {
			c := &checker{File: f, standard: X4, scan: newScan(f)}
			if check(c); len(c.found) > 0 {
				delete(unbroken, asks)
			}
		}
	}
	for asks := range unbroken {
		t.Errorf("no file breaks the rule %q", asks)
	}
}

func TestReadRefuses(t *testing.T) {
	data := good(t, pdf.X4)
	for name, broken := range map[string][]byte{
		"empty": nil, "text": []byte("Lễ phát động"), "cut": data[:len(data)-200], "half": data[:len(data)/2],
		"no table": bytes.ReplaceAll(data, []byte("\nxref\n"), []byte("\nxraf\n")),
	} {
		if _, err := Read(broken); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestFilesTellTheirFacts(t *testing.T) {
	f, err := Read(good(t, pdf.X4))
	if err != nil {
		t.Fatal(err)
	}
	pages := f.Pages()
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	mm := func(b [4]float64) string {
		return fmt.Sprintf("%.1f × %.1f", (b[2]-b[0])*25.4/72, (b[3]-b[1])*25.4/72)
	}
	if got := mm(pages[0].Media) + ", " + mm(pages[0].Bleed) + ", " + mm(pages[0].Trim); got != "122.0 × 102.0, 106.0 × 86.0, 100.0 × 80.0" {
		t.Error(got)
	}
	if fonts := f.Fonts(); len(fonts) != 1 || !strings.HasSuffix(fonts[0], "+Tinos_400Regular") {
		t.Errorf("fonts: %q", fonts)
	}
	if text := f.Text(); text != "Vẫy cờ" {
		t.Errorf("text: %q", text)
	}
	if title := f.Info("Title"); title != "Lễ phát động" || f.Info("Nonsense") != "" {
		t.Errorf("title: %q", title)
	}
}

// tiny is a file of one page, small enough for a fuzzer to know.
var tiny = &parts{
	head: "%PDF-1.6\n%\xe2\xe3\xcf\xd3\n", trailer: "<</Size 6/Root 1 0 R>>", tail: "%%EOF\n",
	objects: []string{
		"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</Name(a)/Order[[5 0 R]]>>>>>>",
		"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 9 9]>>",
		"<</Type/Page/TrimBox[1 1 8 8]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>",
		"<</Subtype/Form" + markLength + "BT /F 9 Tf [<0041>1(\\)a\\101)]TJ ET /X Do 1 0 0 rg q Q",
		"<</Type/Font/Subtype/Type0/DescendantFonts[5 0 R]/W[1[2 3]4 5 6]>>",
	},
}

func FuzzCheck(f *testing.F) {
	if file, err := Read(tiny.together()); err != nil || !told(file.Check(X4), "ISO 15930-7, 6.4", "rg") {
		f.Fatal("the seed is not read", err)
	}
	f.Add(tiny.together())
	f.Fuzz(func(t *testing.T, data []byte) {
		if file, err := Read(data); err == nil {
			file.Check(X4)
			file.Check(A2b)
			file.Claims()
		}
	})
}
