package print

import "image/color"

// Separate turns a pixel of a screen into four plates, for pictures.
//
// The complements c = 1−r, m = 1−g, y = 1−b are what the three coloured inks would have to do alone. Their
// grey, x = min(c, m, y), is in part given to black: K = x², and each colour becomes (c−K)/(1−K), so that
// ink and black together still let through as much as before. Black ink thus enters late and gently:
// light greys are kept free of its dots, shadows need at most 350 per cent, and full black is black ink
// alone, sharp in text and codes. A colour that a press cannot reach comes out as the nearest full inks.
func Separate(r, g, b uint8) color.CMYK {
	c, m, y := 1-float32(r)/255, 1-float32(g)/255, 1-float32(b)/255
	x := min(c, m, y)
	k := x * x
	if k == 1 {
		return color.CMYK{K: 255}
	}
	part := func(v float32) uint8 { return uint8(255*(v-k)/(1-k) + 0.5) }
	return color.CMYK{C: part(c), M: part(m), Y: part(y), K: uint8(255*k + 0.5)}
}
