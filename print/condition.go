package print

import (
	"encoding/json"
	"fmt"
	"image"
	"io/fs"

	"tiengtrong/print/icc"
)

// Condition is a printing condition: the press and the paper that the inks of all pages are meant for.
type Condition struct {
	Identifier  string  `json:"identifier"` // its name in the registry: "FOGRA39"
	Condition   string  `json:"condition"`  // press, paper and screen, for people who print
	Registry    string  `json:"registry"`   // who registered it; a name that looks like an address and is never visited
	Info        string  `json:"info"`       // the profile's name, for people
	InkLimit    float32 `json:"inkLimit"`   // the most that the four plates may sum up to, in per cent
	ProfileName string  `json:"profile"`    // its file
	Profile     []byte  `json:"-"`          // an ICC profile for output in CMYK
	press       *icc.Press
}

// LoadCondition reads condition.json and the profile that it names.
func LoadCondition(profiles fs.FS) (*Condition, error) {
	data, err := fs.ReadFile(profiles, "condition.json")
	if err != nil {
		return nil, fmt.Errorf("load the printing condition: %w", err)
	}
	c := &Condition{}
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("load the printing condition: %w", err)
	}
	if c.Profile, err = fs.ReadFile(profiles, c.ProfileName); err != nil {
		return nil, fmt.Errorf("load the printing condition: %w", err)
	}
	profile, err := icc.Read(c.Profile)
	if err == nil {
		c.press, err = icc.NewPress(profile)
	}
	if err != nil {
		return nil, fmt.Errorf("load the printing condition: %s: %w", c.ProfileName, err)
	}
	return c, nil
}

// Separate returns an opaque picture in the condition's inks. The file that it was decoded from may hold the profile of its
// colours; without one, or with one that is no matrix, they are taken for sRGB. Pictures in CMYK stay as they are.
func (c *Condition) Separate(img image.Image, file []byte) *image.CMYK {
	return c.press.Separator(source(file)).Image(img)
}

// Ink returns the condition's ink for a colour of sRGB. Greys are of black alone: they stay neutral whatever the press does.
func (c *Condition) Ink(r, g, b uint8) Ink {
	part := func(v uint8) float32 { return float32(v) * 100 / 255 }
	if r == g && g == b {
		return Ink{K: part(255 - r)}
	}
	p := c.press.Separator(icc.SRGB).RGB(r, g, b)
	return Ink{C: part(p.C), M: part(p.M), Y: part(p.Y), K: part(p.K)}
}

// contrast is the ratio of WCAG 2.1 between two inks as they are printed, from 1 to 21.
func (c *Condition) contrast(a, b Ink) float64 {
	x, y := c.luminance(a), c.luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func (c *Condition) luminance(i Ink) float64 { return c.press.Luminance(i.C, i.M, i.Y, i.K) }

func source(file []byte) *icc.Source {
	embedded := icc.Embedded(file)
	if embedded == nil {
		return icc.SRGB
	}
	profile, err := icc.Read(embedded)
	if err != nil {
		return icc.SRGB
	}
	from, err := profile.Source()
	if err != nil {
		return icc.SRGB
	}
	return from
}
