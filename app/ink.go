package app

import (
	"fmt"
	"strconv"
	"strings"
)

// Ink is a colour as a press prints it: cyan, magenta, yellow and black, each 0 to 100 per cent.
type Ink struct{ C, M, Y, K float32 }

// Plates names the four plates in the order of a press.
var Plates = [4]string{"C", "M", "Y", "K"}

// Plate returns where the ink keeps the share of a plate, by its number in Plates.
func (i *Ink) Plate(n int) *float32 { return [4]*float32{&i.C, &i.M, &i.Y, &i.K}[n] }

// String writes the ink as "C0 M100 Y100 K0".
func (i Ink) String() string {
	return fmt.Sprintf("C%s M%s Y%s K%s", share(i.C), share(i.M), share(i.Y), share(i.K))
}

func share(v float32) string { return strconv.FormatFloat(float64(v), 'f', -1, 32) }

// MarshalText writes the ink as String does.
func (i Ink) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (i *Ink) UnmarshalText(text []byte) error {
	fields := strings.Fields(string(text))
	if len(fields) != len(Plates) {
		return fmt.Errorf("not an ink: %q", text)
	}
	var out Ink
	for n, f := range fields {
		share, named := strings.CutPrefix(f, Plates[n])
		v, err := strconv.ParseFloat(share, 32)
		if !named || err != nil || !(v >= 0 && v <= 100) {
			return fmt.Errorf("not an ink: %q", text)
		}
		*out.Plate(n) = float32(v)
	}
	*i = out
	return nil
}

// Mix returns the ink that lies the part t, from 0 to 1, of the way from i to other.
func (i Ink) Mix(other Ink, t float32) Ink {
	mix := func(a, b float32) float32 { return a + (b-a)*t }
	return Ink{mix(i.C, other.C), mix(i.M, other.M), mix(i.Y, other.Y), mix(i.K, other.K)}
}

// Coverage sums the four plates, in per cent. Coated stock takes about 330, vinyl less.
func (i Ink) Coverage() float32 { return i.C + i.M + i.Y + i.K }

// Duty is what a colour does in a design.
type Duty string

// The duties of colours.
const (
	GroundInk Duty = "ground" // the sheet
	DeepInk   Duty = "deep"   // the ground's darker, or stronger, companion
	TitleInk  Duty = "title"
	TextInk   Duty = "text"
	AccentInk Duty = "accent" // ornament
	SecondInk Duty = "second"
	ThirdInk  Duty = "third"
	PaleInk   Duty = "pale"  // watermark: barely there
	AwardInk  Duty = "award" // of a certificate: the line of the award
)

// PieceDuties are the duties of the colours of banners and posters, in the order in which people choose them.
var PieceDuties = []Duty{GroundInk, DeepInk, PaleInk, TitleInk, TextInk, AccentInk, SecondInk, ThirdInk}

// Palette has a value for the colour of each duty.
type Palette[T any] struct {
	Ground T `json:"ground,omitzero"`
	Deep   T `json:"deep,omitzero"`
	Title  T `json:"title,omitzero"`
	Text   T `json:"text,omitzero"`
	Accent T `json:"accent,omitzero"`
	Second T `json:"second,omitzero"`
	Third  T `json:"third,omitzero"`
	Pale   T `json:"pale,omitzero"`
	Award  T `json:"award,omitzero"`
}

// Of returns where the palette keeps the value of a duty; nil for one that there isn't.
func (p *Palette[T]) Of(d Duty) *T {
	return map[Duty]*T{
		GroundInk: &p.Ground, DeepInk: &p.Deep, TitleInk: &p.Title, TextInk: &p.Text, AccentInk: &p.Accent,
		SecondInk: &p.Second, ThirdInk: &p.Third, PaleInk: &p.Pale, AwardInk: &p.Award,
	}[d]
}

// OwnInk is a colour that a piece may have in place of its style's; zero is the style's.
type OwnInk struct {
	Ink
	Own bool
}

// UnmarshalText reads an own colour.
func (o *OwnInk) UnmarshalText(text []byte) error {
	o.Own = true
	return o.Ink.UnmarshalText(text)
}

// OwnInks are the colours of a piece that are not its style's.
type OwnInks = Palette[OwnInk]

// Over returns the inks of a style with the own ones in their places.
func Over(style Palette[Ink], own OwnInks) Palette[Ink] {
	for _, d := range PieceDuties {
		if ink := own.Of(d); ink.Own {
			*style.Of(d) = ink.Ink
		}
	}
	return style
}
