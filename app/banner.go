package app

import "strings"

// BannerKind is the form of a banner, which decides how its text is set.
type BannerKind string

// The kinds of banners that schools order.
const (
	BangRon  BannerKind = "bang-ron" // a long strip across a gate or a fence
	Backdrop BannerKind = "backdrop" // behind the stage
	Standee  BannerKind = "standee"  // an upright stand
	Phuon    BannerKind = "phuon"    // a hanging flag-like strip
)

// BannerKinds lists the kinds in the order in which people choose from them.
var BannerKinds = []BannerKind{BangRon, Backdrop, Standee, Phuon}

// Banner is one large piece to be read from afar.
type Banner struct {
	Piece
	Kind   BannerKind `json:"kind"`
	Over   string     `json:"over"`  // small, above: who organises
	Text   string     `json:"text"`  // the headline
	Under  string     `json:"under"` // small, below: place and date
	Finish Finish     `json:"finish,omitzero"`
}

// BannerPreset is a size in use, with its kind.
type BannerPreset struct {
	Kind BannerKind
	Preset
}

// BannerPresets lists the sizes in use at print shops; users may type any other.
var BannerPresets = []BannerPreset{
	{BangRon, Preset{"3 × 1 m", 3000, 1000}},
	{BangRon, Preset{"4 × 1 m", 4000, 1000}},
	{BangRon, Preset{"5 × 1,5 m", 5000, 1500}},
	{BangRon, Preset{"6 × 0,9 m", 6000, 900}},
	{BangRon, Preset{"6 × 1,5 m", 6000, 1500}},
	{BangRon, Preset{"10 × 2 m", 10000, 2000}},
	{Backdrop, Preset{"3 × 2 m", 3000, 2000}},
	{Backdrop, Preset{"3 × 2,5 m", 3000, 2500}},
	{Backdrop, Preset{"5 × 3 m", 5000, 3000}},
	{Standee, Preset{"0,6 × 1,6 m", 600, 1600}},
	{Standee, Preset{"0,8 × 1,8 m", 800, 1800}},
	{Standee, Preset{"0,8 × 2 m", 800, 2000}},
	{Phuon, Preset{"0,6 × 2 m", 600, 2000}},
	{Phuon, Preset{"0,8 × 2,5 m", 800, 2500}},
	{Phuon, Preset{"1 × 3 m", 1000, 3000}},
}

// NewBanner returns a strip of 6 × 0.9 m in the conventional red and yellow.
func NewBanner(name, text string) Banner {
	return Banner{Piece: newPiece(name, 6000, 900, "do-vang"), Kind: BangRon, Text: text}
}

// Subject returns what a problem of the banner is about.
func (b Banner) Subject() Subject { return Subject{Kind: OfBanner, ID: b.ID, Name: b.Name} }

// Duplicate returns a copy with a new identity.
func (b Banner) Duplicate() Banner {
	b.ID = NewID()
	return b
}

// usual is the form of each kind that most schools order, with the name it goes by on orders.
var usual = []struct {
	kind              BannerKind
	name              string
	widthMM, heightMM float64
	style             string
}{
	{BangRon, "Băng rôn", 6000, 900, "do-vang"},
	{Backdrop, "Phông sân khấu", 5000, 3000, "hoi-truong"},
	{Standee, "Standee", 800, 1800, "hoc-duong"},
	{Phuon, "Phướn", 800, 2500, "do-vang"},
}

// mostNameWords is how many words of a headline name the piece that is made of it.
const mostNameWords = 6

// NamedAfter names a piece after what it says: "Băng rôn – Học, học nữa, học mãi". What is long ends with the first phrase of
// it that isn't. Nothing said leaves what it is.
func NamedAfter(what, says string) string {
	words := strings.Fields(Clean(says))
	if len(words) > mostNameWords {
		words = words[:mostNameWords]
		for i := len(words) - 1; i > 1; i-- {
			if strings.ContainsAny(words[i][len(words[i])-1:], ",.;:!?-") {
				words = words[:i+1]
			}
		}
	}
	return strings.Trim(what+" – "+strings.Join(words, " "), " –-,.;:")
}

// BannerSet returns a banner of every kind with the same headline: one slogan gives all formats at once.
func BannerSet(text, over string) []Banner {
	set := make([]Banner, len(usual))
	for i, u := range usual {
		set[i] = Banner{Piece: newPiece(NamedAfter(u.name, text), u.widthMM, u.heightMM, u.style), Kind: u.kind, Over: over, Text: text}
	}
	return set
}
