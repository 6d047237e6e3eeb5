package raster

import (
	"image/color"

	"tiengtrong/print"
)

// corners are the colours of the sixteen full prints of cyan (bit 0), magenta (1), yellow (2) and black (3)
// over one another on coated paper, in sRGB. They come from the profile FOGRA39L_coated.icc, relative
// colorimetric with black point compensation, so that bare paper is white:
//
//	transicc -t1 -b -n -i FOGRA39L_coated.icc -o '*sRGB'
//
// What sRGB cannot show, as full cyan, is cut to 0–255.
var corners = [16][3]float32{
	{255, 255, 255}, {0, 159, 227}, {230, 0, 126}, {48, 41, 131},
	{255, 237, 0}, {0, 150, 65}, {228, 9, 22}, {51, 51, 50},
	{31, 31, 29}, {0, 17, 32}, {39, 0, 4}, {9, 0, 14},
	{30, 31, 0}, {0, 22, 0}, {36, 2, 0}, {3, 1, 0},
}

// gain bends the way from paper to an ink's full colour. Between the corners (Neugebauer's primaries) colours are mixed
// in sRGB itself, which allows for most of the dot gain, in light tints for too much; so bent, the colours of 600 inks
// strewn over the cube are off by 5 of 255 on average.
const gain = 0.28

// dots is the share of its full colour that each of 256 steps of an ink shows.
var dots = func() (d [256]float32) {
	for i := range d {
		d[i] = dot(float32(i) / 255)
	}
	return d
}()

func dot(share float32) float32 {
	share = min(max(share, 0), 1)
	return share - gain*share*(1-share)
}

// RGB returns what an ink looks like on coated paper, seen on a screen that shows sRGB.
func RGB(ink print.Ink) color.RGBA {
	return mix(dot(ink.C/100), dot(ink.M/100), dot(ink.Y/100), dot(ink.K/100))
}

// plates is RGB for a pixel of a separated picture.
func plates(p color.CMYK) color.RGBA { return mix(dots[p.C], dots[p.M], dots[p.Y], dots[p.K]) }

// mix weighs each corner with the chance that its inks, and no others, meet in a spot.
func mix(c, m, y, k float32) color.RGBA {
	low, high := [4]float32{1 - c, 1 - m, 1 - y, 1 - k}, [4]float32{c, m, y, k}
	var r, g, b float32
	for i, corner := range corners {
		weight := float32(1)
		for plate := range 4 {
			if i>>plate&1 == 1 {
				weight *= high[plate]
			} else {
				weight *= low[plate]
			}
		}
		r, g, b = r+weight*corner[0], g+weight*corner[1], b+weight*corner[2]
	}
	return color.RGBA{uint8(r + 0.5), uint8(g + 0.5), uint8(b + 0.5), 255}
}
