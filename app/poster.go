package app

import (
	"net/url"
	"strings"
)

// PieceStatus is how far a printed piece has come.
type PieceStatus string

// The states of a printed piece, in their order.
const (
	Draft     PieceStatus = "draft"
	Approved  PieceStatus = "approved"
	Sent      PieceStatus = "sent"
	Printed   PieceStatus = "printed"
	Hung      PieceStatus = "hung"
	TakenDown PieceStatus = "taken-down"
)

// PieceStatuses lists the states in their order.
var PieceStatuses = []PieceStatus{Draft, Approved, Sent, Printed, Hung, TakenDown}

// Piece is what a poster and a banner have in common: a thing of a size that is printed, hung and taken
// down.
type Piece struct {
	ID       ID          `json:"id"`
	Name     string      `json:"name"`
	WidthMM  float64     `json:"widthMM"` // finished size
	HeightMM float64     `json:"heightMM"`
	Style    string      `json:"style"` // code of a style of assets/styles
	Copies   int         `json:"copies"`
	Place    string      `json:"place"` // where it hangs
	HungFrom Date        `json:"hungFrom"`
	HungTo   Date        `json:"hungTo"`
	Status   PieceStatus `json:"status"`
	Distance float64     `json:"distance,omitempty"` // from which it must read well, in metres; 0 where that is not asked
	Inks     OwnInks     `json:"inks,omitzero"`      // the colours that are not the style's
}

// Identity returns the piece's ID.
func (p Piece) Identity() ID { return p.ID }

// Poster is one sheet to be read from near.
type Poster struct {
	Piece
	Title   string `json:"title"`
	Body    string `json:"body"`           // lines under the title; an empty line parts paragraphs
	Footer  string `json:"footer"`         // who hangs it, and when
	Artwork string `json:"artwork"`        // name of an Image, or ""
	Link    string `json:"link,omitempty"` // an address on the web, printed as a QR code; or ""
	Ask     ID     `json:"ask,omitzero"`   // of the Ask whose points stand under the body; zero for none
}

// MaxLink is how many bytes a link may have: a code of 65 modules, which telephones still read from a sheet of A4.
const MaxLink = 150

// IsWebLink tells whether a text is an address that a telephone opens: http or https, with a host.
func IsWebLink(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.Contains(u.Hostname(), ".") && !strings.ContainsAny(text, " \t\n")
}

// NewPoster returns an A2 poster with an identity.
func NewPoster(name, title string) Poster {
	return Poster{Piece: newPiece(name, 420, 594, "hoc-lieu"), Title: title}
}

// Subject returns what a problem of the poster is about.
func (p Poster) Subject() Subject { return Subject{Kind: OfPoster, ID: p.ID, Name: p.Name} }

// SheetPaper is what certificates and small posters are printed on, by a code that a shop's materials may have.
const SheetPaper = "c300"

// Finishing returns how a poster is made ready: cut at its size, on paper up to A3 and on PP where it is larger.
func (p Poster) Finishing() Finish {
	if max(p.WidthMM, p.HeightMM) <= 420 {
		return Finish{CutEdge, No, SheetPaper}
	}
	return Finish{CutEdge, No, "pp"}
}

// Duplicate returns a copy with a new identity.
func (p Poster) Duplicate() Poster {
	p.ID = NewID()
	return p
}

func newPiece(name string, widthMM, heightMM float64, style string) Piece {
	return Piece{ID: NewID(), Name: name, WidthMM: widthMM, HeightMM: heightMM, Style: style, Copies: 1, Status: Draft}
}

// Preset is a size that print shops know by name.
type Preset struct {
	Code              string
	WidthMM, HeightMM float64
}

// PosterPresets lists the sizes of posters in use.
var PosterPresets = []Preset{
	{"A4", 210, 297}, {"A3", 297, 420}, {"A2", 420, 594}, {"A1", 594, 841}, {"A0", 841, 1189},
}
