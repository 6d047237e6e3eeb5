package pack

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"strconv"

	"tiengtrong/app"
	"tiengtrong/print"
)

// XJDF is CIP4's Exchange Job Definition Format, version 2.0. A job that is told by its products alone has Types="Product"
// (XJDF, chapter 3 "Structure"), a ProductList of Products with intents (chapter 4 "Product Intent"), and resource sets (chapter
// 6 "Resources"): Media, and a RunList for each file, tied to its product by Part/@ProductPart. Lengths are in points of 1/72
// inch. Each copy of each page is one of the Amount.
type xjdfRoot struct {
	XMLName  xml.Name      `xml:"http://www.CIP4.org/JDFSchema_2_0 XJDF"`
	JobID    string        `xml:"JobID,attr"`
	Name     string        `xml:"DescriptiveName,attr"`
	Types    string        `xml:"Types,attr"`
	Version  string        `xml:"Version,attr"`
	Header   xjdfHeader    `xml:"AuditPool>AuditCreated>Header"`
	Products []xjdfProduct `xml:"ProductList>Product"`
	Sets     []xjdfSet     `xml:"ResourceSet"`
}

type xjdfHeader struct {
	Agent  string `xml:"AgentName,attr"`
	Device string `xml:"DeviceID,attr"`
	Time   string `xml:"Time,attr"`
}

type xjdfProduct struct {
	ID      string       `xml:"ID,attr"`
	Root    bool         `xml:"IsRoot,attr"`
	Amount  int          `xml:"Amount,attr"`
	Type    string       `xml:"ProductType,attr"`
	Name    string       `xml:"DescriptiveName,attr"`
	Comment string       `xml:"Comment"`
	Intents []xjdfIntent `xml:"Intent"`
}

type xjdfIntent struct {
	Name   string           `xml:"Name,attr"`
	Color  *xjdfColorIntent `xml:"ColorIntent"`
	Layout *xjdfLayout      `xml:"LayoutIntent"`
	Media  *xjdfMediaIntent `xml:"MediaIntent"`
}

type xjdfColorIntent struct {
	Surface struct {
		Used string `xml:"ColorsUsed,attr"`
		Side string `xml:"Surface,attr"`
	} `xml:"SurfaceColor"`
}

type xjdfLayout struct {
	Dimensions string `xml:"FinishedDimensions,attr"`
	Pages      int    `xml:"Pages,attr"`
	Sides      string `xml:"Sides,attr"`
}

type xjdfMediaIntent struct {
	Quality string `xml:"MediaQuality,attr"`
	Type    string `xml:"MediaType,attr,omitempty"`
}

type xjdfSet struct {
	Name      string         `xml:"Name,attr"`
	Usage     string         `xml:"Usage,attr,omitempty"`
	Resources []xjdfResource `xml:"Resource"`
}

type xjdfResource struct {
	ID       string       `xml:"ID,attr,omitempty"`
	Name     string       `xml:"DescriptiveName,attr,omitempty"`
	Part     *xjdfPart    `xml:"Part"`
	Media    *xjdfMedia   `xml:"Media"`
	RunList  *xjdfRunList `xml:"RunList"`
	NodeInfo *struct{}    `xml:"NodeInfo"`
}

type xjdfPart struct {
	Product string `xml:"ProductPart,attr"`
}

type xjdfMedia struct {
	Quality string `xml:"MediaQuality,attr"`
	Type    string `xml:"MediaType,attr"`
}

type xjdfRunList struct {
	Pages string       `xml:"Pages,attr"`
	File  xjdfFileSpec `xml:"FileSpec"`
}

type xjdfFileSpec struct {
	URL string `xml:"URL,attr"`
}

// productTypes name the pieces of each kind.
var productTypes = map[string]string{"banners": "Banner", "posters": "Poster", "certificates": "Certificate"}

// mediaTypes are the kinds of media that XJDF knows, by the codes of materials; those of a shop's own are "Other".
var mediaTypes = map[string]string{app.SheetPaper: "Paper", "hiflex": "Vinyl", "decal": "SelfAdhesive"}

func mediaType(code string) string { return cmp.Or(mediaTypes[code], "Other") }

// XJDF writes a ticket for the programs of a shop.
func XJDF(t print.Ticket) ([]byte, error) {
	root := xjdfRoot{JobID: t.Job, Name: t.Event, Types: "Product", Version: "2.0", Header: xjdfHeader{"Tiếng Trống", "tiengtrong", t.Created}}
	media, files := xjdfSet{Name: "Media"}, xjdfSet{Name: "RunList", Usage: "Input"}
	seen := map[string]bool{}
	for i, p := range t.Pieces {
		id := "P" + strconv.Itoa(i+1)
		root.Products = append(root.Products, productOf(p, id))
		files.Resources = append(files.Resources, xjdfResource{Name: p.Name, Part: &xjdfPart{id},
			RunList: &xjdfRunList{fmt.Sprintf("0 %d", p.Pages-1), xjdfFileSpec{p.File}}})
		if !seen[p.Material] {
			seen[p.Material] = true
			media.Resources = append(media.Resources, xjdfResource{ID: "M" + strconv.Itoa(len(seen)), Name: p.Material, Media: &xjdfMedia{p.Material, mediaType(p.Stuff)}})
		}
	}
	root.Sets = []xjdfSet{media, files, {Name: "NodeInfo", Usage: "Input", Resources: []xjdfResource{{NodeInfo: &struct{}{}}}}}
	out, err := xml.MarshalIndent(root, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write XJDF: %w", err)
	}
	return append(append([]byte(xml.Header), out...), '\n'), nil
}

func productOf(p print.TicketPiece, id string) xjdfProduct {
	color := &xjdfColorIntent{}
	color.Surface.Used, color.Surface.Side = "Cyan Magenta Yellow Black", "Front"
	points := func(mm float64) string { return strconv.FormatFloat(float64(print.MM(mm).Pt()), 'f', 3, 64) }
	return xjdfProduct{
		ID: id, Root: true, Amount: p.Copies * p.Pages, Type: productTypes[p.Kind], Name: p.Name, Comment: p.Order,
		Intents: []xjdfIntent{
			{Name: "ColorIntent", Color: color},
			{Name: "LayoutIntent", Layout: &xjdfLayout{points(p.WidthMM) + " " + points(p.HeightMM) + " 0", 1, "OneSided"}},
			{Name: "MediaIntent", Media: &xjdfMediaIntent{p.Material, mediaType(p.Stuff)}},
		},
	}
}
