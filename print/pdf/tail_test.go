package pdf_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"image"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
	"tiengtrong/print/pdf/conform"
	"tiengtrong/print/pdf/pdftest"
)

func condition(t testing.TB) *print.Condition {
	t.Helper()
	c, err := print.LoadCondition(os.DirFS("../../assets/icc"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func standardMeta(t testing.TB, s pdf.Standard) pdf.Meta {
	return pdf.Meta{Title: "Đọc & viết <1>", Author: "Trường Tiểu học", Subject: "Lễ phát động", Keywords: "học, sách", Lang: "vi",
		Created: time.Date(2025, 10, 1, 7, 0, 5, 0, time.FixedZone("", 7*3600)), Standard: s, Condition: condition(t)}
}

func TestAFileOfAStandardNeedsItsFacts(t *testing.T) {
	page := &print.Page{Trim: a4}
	for _, test := range []struct {
		spoil func(*pdf.Meta)
		want  string
	}{
		{func(m *pdf.Meta) { m.Standard = "PDF/X-1a" }, `write pages: no such standard: "PDF/X-1a"`},
		{func(m *pdf.Meta) { m.Title = "" }, "write pages: a PDF/X-4 file needs a title and the time of its making"},
		{func(m *pdf.Meta) { m.Created = time.Time{} }, "write pages: a PDF/X-4 file needs a title and the time of its making"},
		{func(m *pdf.Meta) { m.Condition = nil }, "write pages: a PDF/X-4 file needs the profile of a printing condition"},
	} {
		meta := standardMeta(t, pdf.X4)
		test.spoil(&meta)
		if err := pdf.Write(context.Background(), io.Discard, meta, each(page)); err == nil || err.Error() != test.want {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}

// packet returns the XMP packet of a file, which stands in it as it is.
func packet(t *testing.T, file []byte) string {
	t.Helper()
	begin, end := bytes.Index(file, []byte("<?xpacket begin")), bytes.Index(file, []byte("<?xpacket end"))
	if begin < 0 || end < begin {
		t.Fatal("no packet that can be found without inflating it")
	}
	return string(file[begin:end])
}

func TestPacketsTellTheStandard(t *testing.T) {
	for standard, wants := range map[pdf.Standard][]string{
		pdf.X4:  {"<pdfxid:GTS_PDFXVersion>PDF/X-4</", "<pdf:Trapped>False</", "<xmpMM:RenditionClass>default</", "<xmpMM:VersionID>1</"},
		pdf.A2b: {"<pdfaid:part>2</", "<pdfaid:conformance>B</"},
	} {
		path := write(t, standardMeta(t, standard), &print.Page{Trim: a4, Items: []print.Item{line(face(t, "Lora_700Bold"), 20, 20, 30, "Vẫy cờ")}})
		pdftest.Conforms(t, path, conform.Standard(standard))
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		xmp := packet(t, file)
		wants = append(wants, `<rdf:li xml:lang="x-default">Đọc &amp; viết &lt;1&gt;</rdf:li>`, "<xmp:CreateDate>2025-10-01T07:00:05+07:00</",
			"<xmp:ModifyDate>2025-10-01T07:00:05+07:00</", "<xmpMM:DocumentID>uuid:", "<xmpMM:InstanceID>uuid:")
		for _, want := range wants {
			if !strings.Contains(xmp, want) {
				t.Errorf("%s: no %s in\n%s", standard, want, xmp)
			}
		}
		if standard == pdf.A2b && strings.Contains(xmp, "GTS_PDFX") {
			t.Error("a file for the archive promises PDF/X")
		}
		if err := xml.Unmarshal([]byte(xmp), new(struct{ XMLName xml.Name })); err != nil {
			t.Errorf("%s: the packet is not XML: %v", standard, err)
		}
	}
}

func TestEveryFileHasItsOwnIdentity(t *testing.T) {
	seen := map[string]bool{}
	for _, width := range []print.MM{100, 101} {
		var out bytes.Buffer
		if err := pdf.Write(context.Background(), &out, standardMeta(t, pdf.X4), each(&print.Page{Trim: print.Size{W: width, H: 50}})); err != nil {
			t.Fatal(err)
		}
		for _, mark := range []string{"DocumentID>", "InstanceID>", "/ID[<"} {
			_, rest, found := strings.Cut(out.String(), mark)
			if id := rest[:min(45, len(rest))]; !found || seen[id] {
				t.Errorf("%s is missing or not its own: %s", mark, id)
			} else {
				seen[id] = true
			}
		}
	}
}

// TestStandardsChangeNoPixel draws the same page as a plain file and as a file of each standard, by two other programs.
func TestStandardsChangeNoPixel(t *testing.T) {
	whole := print.RectPath(print.Rect{W: 297, H: 210})
	photo := image.NewCMYK(image.Rect(0, 0, 16, 16))
	for i := range photo.Pix {
		photo.Pix[i] = uint8(i * 37)
	}
	page := &print.Page{Trim: a4, Bleed: print.AllSides(3), Items: []print.Item{
		&print.Shade{Path: whole, To: print.Point{X: 297}, Inks: [2]print.Ink{{M: 100, Y: 90}, {C: 80, K: 20}}},
		&print.Picture{Box: print.Rect{X: 20, Y: 20, W: 100, H: 100}, Name: "ảnh", Image: photo},
		line(face(t, "Lora_700Bold"), 60, 20, 180, "Vẫy cờ"),
	}}
	look := func(path string) [2]string {
		poppler := pdftest.Tool(t, "pdftoppm", "-r", "40", "-png", path)
		return [2]string{poppler, pdftest.Tool(t, "gs", "-q", "-o", "-", "-sDEVICE=ppmraw", "-r40", path)}
	}
	plain := look(write(t, pdf.Meta{}, page))
	for _, standard := range []pdf.Standard{pdf.X4, pdf.A2b} {
		if look(write(t, standardMeta(t, standard), page)) != plain {
			t.Errorf("the page looks different in %s", standard)
		}
	}
	if page.Add(line(face(t, "Lora_700Bold"), 8, 200, 180, "x")); look(write(t, pdf.Meta{}, page)) == plain {
		t.Error("the test doesn't see a letter more")
	}
}
