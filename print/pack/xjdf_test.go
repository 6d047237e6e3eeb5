package pack_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// element is what CIP4's schema says of one element (XJDF.xsd 2.0, schema.cip4.org): its attributes and its children in their
// order.
type element struct {
	required, optional string // attributes, each with its type
	children           string
}

// xjdfSchema is the part of the schema that a ticket uses. An Intent holds the product intent of its name, and a Resource
// the resource of its set's name.
var xjdfSchema = map[string]element{
	"XJDF": {"JobID:token Types:tokens", "DescriptiveName:string JobPartID:token Version:version", "AuditPool Comment GeneralID ProductList ResourceSet"},

	"AuditPool":    {"", "", "AuditCreated"},
	"AuditCreated": {"", "", "Header"},
	"Header":       {"DeviceID:token Time:time", "AgentName:string AgentVersion:string", ""},

	"ProductList": {"", "", "Product"},
	"Product": {"", "Amount:int DescriptiveName:string ID:id IsRoot:boolean ProductType:token ProductTypeDetails:string",
		"Comment GeneralID Intent"},
	"Comment":      {"", "Language:string Type:token", ""},
	"Intent":       {"Name:token", "DescriptiveName:string", "ColorIntent LayoutIntent MediaIntent"},
	"ColorIntent":  {"", "", "SurfaceColor"},
	"SurfaceColor": {"Surface:Front|Back", "ColorsUsed:tokens", ""},
	"LayoutIntent": {"", "FinishedDimensions:shape Pages:int Sides:OneSided|OneSidedBack|TwoSidedHeadToFoot|TwoSidedHeadToHead", ""},
	"MediaIntent":  {"MediaType:" + xjdfMedia, "MediaQuality:string", ""},

	"ResourceSet": {"Name:token", "ID:id Usage:Input|Output", "Comment Dependent GeneralID Resource"},
	"Resource":    {"", "DescriptiveName:string ID:id", "AmountPool Comment GeneralID Part Media RunList NodeInfo"},
	"Part":        {"", "ProductPart:token", ""},
	"Media":       {"MediaType:" + xjdfMedia, "MediaQuality:string", ""},
	"RunList":     {"", "NPage:int Pages:range", "ByteMap FileSpec MetadataMap"},
	"FileSpec":    {"", "CheckSum:hex FileSize:int MimeType:string URL:uri", ""},
	"NodeInfo":    {"", "", "GangSource MISDetails"},
}

const xjdfMedia = "Blanket|CorrugatedBoard|Disc|EmbossingFoil|Film|Foil|GravureCylinder|ImagingCylinder|LaminatingFoil|MountingTape|Other|Paper|" +
	"Plate|Screen|SelfAdhesive|ShrinkFoil|Sleeve|Textile|Transparency|Vinyl"

// xjdfTypes are the schema's types of attributes.
var xjdfTypes = map[string]*regexp.Regexp{
	"string": regexp.MustCompile(`(?s)^.*$`), "token": regexp.MustCompile(`^[\w.:-]+$`), "tokens": regexp.MustCompile(`^[\w.:-]+( [\w.:-]+)*$`),
	"id": regexp.MustCompile(`^[A-Za-z_][\w.-]*$`), "int": regexp.MustCompile(`^-?\d+$`), "boolean": regexp.MustCompile(`^(true|false|0|1)$`),
	"time":    regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`),
	"version": regexp.MustCompile(`^2\.0$`), "range": regexp.MustCompile(`^-?\d+ -?\d+$`), "hex": regexp.MustCompile(`^([0-9A-F]{2})+$`),
	"shape": regexp.MustCompile(`^[\d.]+ [\d.]+ [\d.]+$`), "uri": regexp.MustCompile(`^[\w./~%-]+$`),
}

// is tells whether an attribute's value is of a type, or one of several words.
func is(kind, value string) bool {
	if pattern := xjdfTypes[kind]; pattern != nil {
		return pattern.MatchString(value)
	}
	return slices.Contains(strings.Split(kind, "|"), value)
}

// xjdfFaults holds a job against the schema.
func xjdfFaults(data []byte) (faults []string) {
	type opened struct {
		name string
		last int // place of the last child in the schema's order
	}
	var path []opened
	in := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return faults
		}
		if err != nil {
			return append(faults, err.Error())
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if len(path) > 0 {
				parent := &path[len(path)-1]
				at := slices.Index(strings.Fields(xjdfSchema[parent.name].children), name)
				if at < parent.last {
					faults = append(faults, name+" stands in the wrong place of "+parent.name)
				}
				parent.last = at
			}
			faults = append(faults, elementFaults(t)...)
			path = append(path, opened{name, 0})
		case xml.EndElement:
			path = path[:len(path)-1]
		}
	}
}

func elementFaults(t xml.StartElement) (faults []string) {
	name := t.Name.Local
	schema, known := xjdfSchema[name]
	if !known || t.Name.Space != "http://www.CIP4.org/JDFSchema_2_0" {
		return []string{"no such element: " + name}
	}
	types, given := map[string]string{}, map[string]bool{}
	for _, attribute := range strings.Fields(schema.required + " " + schema.optional) {
		attribute, kind, _ := strings.Cut(attribute, ":")
		types[attribute] = kind
	}
	for _, a := range t.Attr {
		given[a.Name.Local] = true
		if a.Name.Local != "xmlns" && !is(types[a.Name.Local], a.Value) {
			faults = append(faults, name+"/@"+a.Name.Local+" can't be "+a.Value)
		}
	}
	for _, attribute := range strings.Fields(schema.required) {
		if attribute, _, _ := strings.Cut(attribute, ":"); !given[attribute] {
			faults = append(faults, name+" lacks "+attribute)
		}
	}
	return faults
}

func TestXJDFKeepsTheSchema(t *testing.T) {
	job := unzipped(t, written(t))["job-ticket.xjdf"]
	if faults := xjdfFaults(job); len(faults) > 0 {
		t.Errorf("%q", faults)
	}
	for _, c := range []struct{ old, new, fault string }{
		{` JobID="`, ` Job="`, "XJDF lacks JobID"},
		{`DeviceID="tiengtrong"`, "", "Header lacks DeviceID"},
		{`Amount="2"`, `Amount="two"`, "Product/@Amount can't be two"},
		{`MediaType="Vinyl"`, `MediaType="Tarpaulin"`, "Media/@MediaType can't be Tarpaulin"},
		{`xmlns="http://www.CIP4.`, `xmlns="http://cip4.`, "no such element: XJDF"},
		{`<Comment>`, `<Intent Name="x"></Intent><Comment>`, "Comment stands in the wrong place of Product"},
		{`Pages="0 0"`, `Pages="0"`, "RunList/@Pages can't be 0"},
	} {
		spoiled := bytes.ReplaceAll(job, []byte(c.old), []byte(c.new))
		if faults := xjdfFaults(spoiled); bytes.Equal(spoiled, job) || !slices.Contains(faults, c.fault) {
			t.Errorf("%q for %q: %q", c.new, c.old, faults)
		}
	}
}
