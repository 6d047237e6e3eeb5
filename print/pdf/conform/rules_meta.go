package conform

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"tiengtrong/print/icc"
)

// outputIntents lists those of the standard.
func (c *checker) outputIntents() (out []dict) {
	want := map[Standard]name{X4: "GTS_PDFX", A2b: "GTS_PDFA1"}[c.standard]
	for _, v := range c.array(c.dict(c.trailer["Root"])["OutputIntents"]) {
		if d := c.dict(v); c.name(d["S"]) == want {
			out = append(out, d)
		}
	}
	return out
}

func (c *checker) outputIntent() {
	intents := c.outputIntents()
	if len(intents) != 1 {
		c.report("catalog", "it has %d output intents of the standard, not one", len(intents))
		return
	}
	intent := intents[0]
	if id, _ := c.get(intent["OutputConditionIdentifier"]).(str); id == "" {
		c.report("output intent", "it does not name the printing condition")
	}
	data, err := c.content(intent["DestOutputProfile"])
	if err != nil {
		c.report("output intent", "its profile can't be read: %v", err)
		return
	}
	p, err := icc.Read(data)
	if err != nil {
		c.report("output intent", "%v", err)
		return
	}
	n := int(c.number(c.dict(intent["DestOutputProfile"])["N"]))
	switch {
	case p.Class != "prtr":
		c.report("output intent", "its profile is of the class %q, not for output", p.Class)
	case p.Space != "CMYK":
		c.report("output intent", "its profile is for %q, not for CMYK", p.Space)
	case n != p.Inks():
		c.report("output intent", "its profile has %d inks, N is %d", p.Inks(), n)
	case p.Major > 4:
		c.report("output intent", "its profile is of version %d", p.Major)
	}
}

// prefixes are what properties are called by here, whatever the packet calls them.
var prefixes = map[string]string{
	"http://purl.org/dc/elements/1.1/": "dc", "http://ns.adobe.com/xap/1.0/": "xmp", "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
	"http://ns.adobe.com/pdf/1.3/": "pdf", "http://www.npes.org/pdfx/ns/id/": "pdfxid", "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
}

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// readPacket reads the XMP packet's properties, of lists the first item, by names such as "dc:title".
func (f *File) readPacket() (map[string]string, error) {
	data, err := f.content(f.dict(f.trailer["Root"])["Metadata"])
	if err != nil {
		return nil, err
	}
	out, current := map[string]string{}, ""
	in := xml.NewDecoder(bytes.NewReader(data))
	described := false
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Space == rdf && t.Name.Local == "Description" {
				described = true
				for _, a := range t.Attr {
					if p := prefixes[a.Name.Space]; p != "" {
						out[p+":"+a.Name.Local] = a.Value
					}
				}
			} else if described && t.Name.Space != rdf {
				current = prefixes[t.Name.Space] + ":" + t.Name.Local
			}
		case xml.CharData:
			if s := strings.TrimSpace(string(t)); current != "" && s != "" && out[current] == "" {
				out[current] = s
			}
		case xml.EndElement:
			if t.Name.Space != rdf {
				current = ""
			}
		}
	}
}

func (c *checker) packet() {
	at := c.dict(c.trailer["Root"])["Metadata"]
	s, ok := c.get(at).(stream)
	if !ok {
		c.report("catalog", "it has no XMP packet")
		return
	}
	if c.name(s.dict["Type"]) != "Metadata" || c.name(s.dict["Subtype"]) != "XML" {
		c.report("XMP", "its stream is not of the type Metadata, XML")
	}
	if s.dict["Filter"] != nil {
		c.report("XMP", "it is compressed, so that other programs don't find it")
	}
	if _, err := c.readPacket(); err != nil {
		c.report("XMP", "it is no XML: %v", err)
	}
	head, _, _ := bytes.Cut(s.raw, []byte("?>"))
	if !bytes.HasPrefix(head, []byte("<?xpacket begin=")) {
		c.report("XMP", "it does not begin as a packet")
	}
	if bytes.Contains(head, []byte(" bytes=")) || bytes.Contains(head, []byte(" encoding=")) {
		c.report("XMP", "its head has the attribute bytes or encoding")
	}
}

// known returns the packet, empty where it can't be read, which the rule packet tells.
func (c *checker) known() map[string]string {
	p, _ := c.readPacket()
	return p
}

func (c *checker) identification() {
	want := map[string]string{"pdfxid:GTS_PDFXVersion": "PDF/X-4"}
	if c.standard == A2b {
		want = map[string]string{"pdfaid:part": "2", "pdfaid:conformance": "B"}
	}
	p := c.known()
	for _, key := range sortedKeys(want) {
		if p[key] != want[key] {
			c.report("XMP", "%s is %q, not %q", key, p[key], want[key])
		}
	}
}

// predefined are the schemas whose properties PDF/A-2 takes without a description; of pdf it knows three.
var predefined = map[string]bool{"dc": true, "xmp": true, "xmpMM": true, "pdfaid": true, "pdf": false}

func (c *checker) schemas() {
	p := c.known()
	for _, key := range sortedKeys(p) {
		prefix, _, _ := strings.Cut(key, ":")
		if !predefined[prefix] && key != "pdf:Keywords" && key != "pdf:PDFVersion" && key != "pdf:Producer" {
			c.report("XMP", "it has the property %s, and no schema that describes it", key)
		}
	}
}

func (c *checker) description() {
	p := c.known()
	for _, key := range []string{"dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:InstanceID",
		"xmpMM:VersionID", "xmpMM:RenditionClass"} {
		if p[key] == "" {
			c.report("XMP", "%s is missing", key)
		}
	}
}

// pairs tell which property of the packet says the same as an entry of the information.
var pairs = []struct {
	info name
	xmp  string
}{
	{"Title", "dc:title"}, {"Author", "dc:creator"}, {"Subject", "dc:description"}, {"Keywords", "pdf:Keywords"},
	{"Creator", "xmp:CreatorTool"}, {"Producer", "pdf:Producer"}, {"CreationDate", "xmp:CreateDate"}, {"ModDate", "xmp:ModifyDate"},
}

func (c *checker) agreement() {
	info, p := c.dict(c.trailer["Info"]), c.known()
	for _, pair := range pairs {
		s, there := c.get(info[pair.info]).(str)
		value := decoded(s)
		same := value == p[pair.xmp]
		if strings.HasSuffix(string(pair.info), "Date") {
			same = sameTime(value, p[pair.xmp])
		}
		if there && !same {
			c.report("information", "%s is %q, in the packet %s is %q", pair.info, value, pair.xmp, p[pair.xmp])
		}
	}
	if c.standard == X4 && (info["CreationDate"] == nil || info["ModDate"] == nil) {
		c.report("information", "it does not tell when the file was made and changed")
	}
}

// decoded reads a text string: UTF-16 after its mark, otherwise one byte a letter.
func decoded(s str) string {
	if !strings.HasPrefix(string(s), "\xfe\xff") {
		var b strings.Builder
		for _, c := range []byte(s) {
			b.WriteRune(rune(c))
		}
		return b.String()
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// sameTime compares "D:20251001070000+07'00'" with "2025-10-01T07:00:00+07:00", to the second.
func sameTime(info, packet string) bool {
	digits := strings.ReplaceAll(strings.TrimPrefix(info, "D:"), "'", "")
	for _, layout := range []string{"20060102150405-0700", "20060102150405Z", "20060102150405Z0000"} {
		if a, err := time.Parse(layout, digits); err == nil {
			b, err := time.Parse(time.RFC3339, packet)
			return err == nil && a.Unix() == b.Unix()
		}
	}
	return false
}

func (c *checker) trapped() {
	info := c.dict(c.trailer["Info"])
	value := c.name(info["Trapped"])
	if value != "True" && value != "False" {
		c.report("information", "Trapped is %q, neither True nor False", value)
	} else if said := c.known()["pdf:Trapped"]; c.standard == X4 && said != string(value) {
		c.report("XMP", "pdf:Trapped is %q, in the information %s", said, value)
	}
}

// Condition returns the printing condition that the file's output intent names.
func (f *File) Condition() string {
	for _, v := range f.array(f.dict(f.trailer["Root"])["OutputIntents"]) {
		if id, _ := f.get(f.dict(v)["OutputConditionIdentifier"]).(str); id != "" {
			return decoded(id)
		}
	}
	return ""
}

// Info returns an entry of the file's information: "Title", say; "" where it is missing.
func (f *File) Info(key string) string {
	s, _ := f.get(f.dict(f.trailer["Info"])[name(key)]).(str)
	return decoded(s)
}
