package pdf

import (
	"crypto/md5"
	"fmt"
	"strings"
)

// Standard is what a file promises beyond being a PDF.
type Standard string

// The standards that files can keep.
const (
	None Standard = ""
	X4   Standard = "PDF/X-4"  // ISO 15930-7: complete exchange of printing data, for print shops
	A2b  Standard = "PDF/A-2b" // ISO 19005-2, level B: keeps its looks in an archive
)

// producer is the program's name, as files tell it.
const producer = "Tiếng Trống"

// check finds what a file of the standard could not do without.
func (m Meta) check() error {
	switch {
	case m.Standard == None:
		return nil
	case m.Standard != X4 && m.Standard != A2b:
		return fmt.Errorf("write pages: no such standard: %q", m.Standard)
	case m.Title == "" || m.Created.IsZero():
		return fmt.Errorf("write pages: a %s file needs a title and the time of its making", m.Standard)
	case m.Condition == nil || len(m.Condition.Profile) == 0:
		return fmt.Errorf("write pages: a %s file needs the profile of a printing condition", m.Standard)
	}
	return nil
}

// close writes what could only be known at the end: fonts, page tree, catalog, information.
func (d *document) close(meta Meta) error {
	if err := d.writeFonts(meta.Cuts); err != nil {
		return err
	}
	pages := d.tree.write(d.file)
	promises := d.layers.properties()
	if meta.Standard != None {
		promises += d.outputIntent(meta) + d.metadata(meta)
	}
	lang := ""
	if meta.Lang != "" {
		lang = "/Lang" + text(meta.Lang)
	}
	root, info := d.reserve(), d.reserve()
	d.object(root, fmt.Sprintf("<</Type/Catalog/Pages %s%s/ViewerPreferences<</DisplayDocTitle true>>%s>>", pages, lang, promises))
	d.object(info, meta.info())
	return d.file.close(root, info)
}

// outputIntent writes the printing condition with its profile, by which DeviceCMYK means a colour (ISO 15930-7, 6.4;
// ISO 19005-2, 6.2.3), and returns the catalog's entry for it.
func (d *document) outputIntent(meta Meta) string {
	subtype := map[Standard]string{X4: "GTS_PDFX", A2b: "GTS_PDFA1"}[meta.Standard]
	profile, intent := d.reserve(), d.reserve()
	c := meta.Condition
	d.stream(profile, "/N 4", newDeflater(perPage).deflate(c.Profile)) // a tenth more room, a tenth of the time
	d.object(intent, fmt.Sprintf("<</Type/OutputIntent/S/%s/OutputCondition%s/OutputConditionIdentifier%s/RegistryName%s/Info%s"+
		"/DestOutputProfile %s>>", subtype, plain(c.Condition), plain(c.Identifier), plain(c.Registry), plain(c.Info), profile))
	return fmt.Sprintf("/OutputIntents[%s]", intent)
}

// metadata writes the XMP packet and returns the catalog's entry for it.
func (d *document) metadata(meta Meta) string {
	at := d.reserve()
	d.plain(at, "/Type/Metadata/Subtype/XML", meta.xmp(d.digest()))
	return fmt.Sprintf("/Metadata %s", at)
}

// info lists what the information dictionary tells, which the XMP packet tells as well.
func (m Meta) info() string {
	var b strings.Builder
	b.WriteString("<<")
	for _, e := range []struct{ key, value string }{
		{"Title", m.Title}, {"Author", m.Author}, {"Subject", m.Subject}, {"Keywords", m.Keywords},
		{"Creator", producer}, {"Producer", producer},
	} {
		if e.value != "" {
			b.WriteString("/" + e.key + text(e.value))
		}
	}
	if !m.Created.IsZero() {
		b.WriteString("/CreationDate" + date(m.Created) + "/ModDate" + date(m.Created))
	}
	b.WriteString("/Trapped/False>>")
	return b.String()
}

// xmp returns the packet of metadata (ISO 16684-1) that names the standard and agrees with info. The identities come
// from a digest of the file.
func (m Meta) xmp(digest []byte) []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\"")
	for _, ns := range namespaces {
		fmt.Fprintf(&b, "\n xmlns:%s=%q", ns[0], ns[1])
	}
	b.WriteString(">\n")
	for _, p := range m.properties(digest) {
		if value := escape.Replace(p.value); value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>\n", p.name, fmt.Sprintf(p.form, value), p.name)
		}
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return []byte(b.String())
}

var namespaces = [][2]string{
	{"dc", "http://purl.org/dc/elements/1.1/"},
	{"xmp", "http://ns.adobe.com/xap/1.0/"},
	{"xmpMM", "http://ns.adobe.com/xap/1.0/mm/"},
	{"pdf", "http://ns.adobe.com/pdf/1.3/"},
	{"pdfxid", "http://www.npes.org/pdfx/ns/id/"},
	{"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// property is one line of a packet: its form holds the value as plain text, in one language of several, or as a list.
type property struct{ name, value, form string }

const (
	single  = "%s"
	anyOf   = `<rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt>`
	ordered = "<rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq>"
	isoTime = "2006-01-02T15:04:05-07:00"
)

// properties lists the packet. pdf:Trapped is only for PDF/X: the schemas that PDF/A-2 takes without a description of
// their own don't have it.
func (m Meta) properties(digest []byte) []property {
	now := m.Created.Format(isoTime)
	list := []property{
		{"dc:format", "application/pdf", single},
		{"dc:title", m.Title, anyOf}, {"dc:creator", m.Author, ordered}, {"dc:description", m.Subject, anyOf},
		{"pdf:Keywords", m.Keywords, single}, {"pdf:Producer", producer, single}, {"xmp:CreatorTool", producer, single},
		{"xmp:CreateDate", now, single}, {"xmp:ModifyDate", now, single}, {"xmp:MetadataDate", now, single},
		{"xmpMM:DocumentID", uuid(digest, "document"), single}, {"xmpMM:InstanceID", uuid(digest, now), single},
		{"xmpMM:VersionID", "1", single}, {"xmpMM:RenditionClass", "default", single},
	}
	if m.Standard == X4 {
		return append(list, property{"pdf:Trapped", "False", single}, property{"pdfxid:GTS_PDFXVersion", string(X4), single})
	}
	return append(list, property{"pdfaid:part", "2", single}, property{"pdfaid:conformance", "B", single})
}

// uuid returns an identity (RFC 9562, version 8) of a file's digest and a word.
func uuid(digest []byte, word string) string {
	id := md5.Sum(append(digest[:len(digest):len(digest)], word...))
	id[6], id[8] = id[6]&0x0F|0x80, id[8]&0x3F|0x80
	return fmt.Sprintf("uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
