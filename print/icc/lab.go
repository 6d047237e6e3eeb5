package icc

import "math"

// xyz is a colour of the connection space, relative to its white; lab is the same by lightness and hue.
type xyz [3]float64
type lab [3]float64

// white is D50, the white of the connection space.
var white = xyz{0.9642, 1, 0.8249}

func (c xyz) lab() lab {
	f := func(t float64) float64 {
		if t > 216./24389 {
			return math.Cbrt(t)
		}
		return (24389./27*t + 16) / 116
	}
	x, y, z := f(c[0]/white[0]), f(c[1]/white[1]), f(c[2]/white[2])
	return lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func (c lab) xyz() xyz {
	f := func(t float64) float64 {
		if t > 6./29 {
			return t * t * t
		}
		return (116*t - 16) * 27 / 24389
	}
	y := (c[0] + 16) / 116
	return xyz{white[0] * f(y+c[1]/500), white[1] * f(y), white[2] * f(y-c[2]/200)}
}

// lighten moves a colour whose darkest fellow is black onto those whose darkest is floor: black point compensation, linear
// in XYZ (ISO 18619).
func (c xyz) lighten(floor float64) xyz {
	for i := range c {
		c[i] = c[i]*(1-floor) + white[i]*floor
	}
	return c
}

// code returns Lab as the tables of a profile have it.
func (t *table) code(c lab) values {
	if t.legacy {
		return values{c[0] * 652.8 / 65535, (c[1] + 128) * 256 / 65535, (c[2] + 128) * 256 / 65535}
	}
	return values{c[0] / 100, (c[1] + 128) / 255, (c[2] + 128) / 255}
}

func (t *table) decode(v values) lab {
	if t.legacy {
		return lab{v[0] * 65535 / 652.8, v[1]*65535/256 - 128, v[2]*65535/256 - 128}
	}
	return lab{v[0] * 100, v[1]*255 - 128, v[2]*255 - 128}
}
