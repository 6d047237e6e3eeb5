package ui

import (
	"image/color"
	"math"

	"tiengtrong/print"
	"tiengtrong/print/raster"
)

// contrast is the ratio of WCAG 2.1 between two opaque colours, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := lightness(a), lightness(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// lightness is the relative luminance of WCAG 2.1.
func lightness(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// towards returns the colour that lies the part t, from 0 to 1, of the way from a to b.
func towards(a, b color.Color, t float64) color.Color {
	p, q := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.NRGBA{mix(p.R, q.R), mix(p.G, q.G), mix(p.B, q.B), 0xff}
}

// The contrasts of words on the wall: of those to be read, which is AAA of WCAG 2.1, and of those that are past.
const (
	wallContrast = 7
	pastContrast = 4.5
)

// wallInks are a style's inks on a screen.
type wallInks struct{ ground, deep, title, text, accent, past color.Color }

// inksOf makes a style's inks fit for a screen that is read from afar: a printed ground is darkened until its words stand
// out from it, and so are words on a light ground.
func inksOf(s print.StyleInks) wallInks {
	k := wallInks{raster.RGB(s.Ground), raster.RGB(s.Deep), raster.RGB(s.Title), raster.RGB(s.Text), raster.RGB(s.Accent), raster.RGB(s.Text)}
	grounds, words := []*color.Color{&k.ground, &k.deep}, []*color.Color{&k.title, &k.text, &k.accent}
	darker, others := grounds, words
	if lightness(k.ground) > lightness(k.title) {
		darker, others = words, grounds
	}
	for _, d := range darker {
		for _, o := range others {
			for contrast(*d, *o) < wallContrast && lightness(*d) > 0 {
				*d = towards(*d, color.Black, 0.04)
			}
		}
	}
	k.past = k.text
	for t := 0.0; t < 1; t += 0.02 {
		if faded := towards(k.text, k.ground, t); contrast(faded, k.ground) >= pastContrast && contrast(faded, k.deep) >= pastContrast {
			k.past = faded
		}
	}
	return k
}
