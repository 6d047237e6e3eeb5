package icc

import (
	"fmt"
	"image/color"
	"math"
	"sync"
)

// Press separates pictures for one printing condition: relative colorimetric, with black point compensation, so that
// white is bare paper and shadows keep their detail.
type Press struct {
	toInks, fromInks *table
	floor            float64 // luminance of the darkest print
	plain            func() *Separator
}

// NewPress reads the tables of a press's profile.
func NewPress(p *Profile) (*Press, error) {
	if p.Space != "CMYK" || p.PCS != "Lab " {
		return nil, fmt.Errorf("a press's profile is for CMYK by Lab, not for %q by %q", p.Space, p.PCS)
	}
	press := &Press{}
	var err error
	if press.toInks, err = p.table("B2A1"); err != nil {
		return nil, err
	}
	if press.fromInks, err = p.table("A2B1"); err != nil {
		return nil, err
	}
	if press.toInks.in != 3 || press.toInks.out != 4 || press.fromInks.in != 4 || press.fromInks.out != 3 {
		return nil, fmt.Errorf("a press's tables lead from 3 channels to 4 and back, not from %d to %d", press.toInks.in, press.toInks.out)
	}
	press.floor = press.darkest()
	press.plain = sync.OnceValue(func() *Separator { return press.separator(SRGB) })
	return press, nil
}

// darkest returns the luminance of what the press prints for black, to which lightness can go up to 50.
func (p *Press) darkest() float64 {
	l := p.print(p.toInks.apply(p.toInks.code(lab{})))[0]
	return lab{min(max(l, 0), 50)}.xyz()[1]
}

// print returns the colour of inks on paper.
func (p *Press) print(inks values) lab { return p.fromInks.decode(p.fromInks.apply(inks)) }

// Luminance returns how light inks, each 0 to 100 per cent, are on paper: 1 is the bare paper.
func (p *Press) Luminance(c, m, y, k float32) float64 {
	part := func(v float32) float64 { return float64(v) / 100 }
	return p.print(values{part(c), part(m), part(y), part(k)}).xyz()[1]
}

// Separator returns what separates pictures of a space; nil stands for sRGB.
func (p *Press) Separator(from *Source) *Separator {
	if from == nil || from == SRGB {
		return p.plain()
	}
	return p.separator(from)
}

func (p *Press) separator(from *Source) *Separator {
	s := &Separator{}
	var group sync.WaitGroup
	for r := range side {
		group.Go(func() {
			for g := range side {
				for b := range side {
					c := from.xyz(float64(r)/(side-1), float64(g)/(side-1), float64(b)/(side-1))
					s.nodes[r*stepR+g*stepG+b*stepB] = p.node(c)
				}
			}
		})
	}
	s.black = p.blacks(from)
	group.Wait()
	return s
}

func (p *Press) node(c xyz) (out [4]uint16) {
	inks := p.toInks.apply(p.toInks.code(c.lighten(p.floor).lab()))
	for i := range out {
		out[i] = uint16(clamp(inks[i])*65535 + 0.5)
	}
	return out
}

// blacks returns how much black ink alone prints each of 256 greys: as light as the grey, on the way from paper to
// full black.
func (p *Press) blacks(from *Source) (out [256]uint8) {
	lightness := func(k int) float64 { return p.print(values{3: float64(k) / 255})[0] }
	floor := lab{lightness(255)}.xyz()[1]
	k := 255
	for grey := range out {
		v := float64(grey) / 255
		want := from.xyz(v, v, v).lighten(floor).lab()[0]
		for k > 0 && math.Abs(lightness(k-1)-want) <= math.Abs(lightness(k)-want) {
			k--
		}
		out[grey] = uint8(k)
	}
	return out
}

// side is how many crossings the grid of a separator has along red, green and blue.
const side = 33

// Separator turns pixels of one space into the inks of one press.
type Separator struct {
	nodes [side * side * side][4]uint16
	black [256]uint8
}

// cells and parts tell for each value of a channel its cell in the grid and how far in it is, in 255ths.
var cells, parts = func() (cells [256]int, parts [256]int32) {
	for v := range 256 {
		cells[v] = min(v*(side-1)/255, side-2)
		parts[v] = int32(v*(side-1) - 255*cells[v])
	}
	return cells, parts
}()

// Steps from one crossing to the next.
const (
	stepR = side * side
	stepG = side
	stepB = 1
)

// RGB returns the inks of a pixel.
func (s *Separator) RGB(r, g, b uint8) color.CMYK {
	at := cells[r]*stepR + cells[g]*stepG + cells[b]*stepB
	x, y, z := parts[r], parts[g], parts[b]
	i, j := stepR, stepG // the way to the far corner: the farthest in goes first
	first, middle, last := x, y, z
	switch {
	case x >= y && y >= z:
	case x >= z && z >= y:
		j, middle, last = stepB, z, y
	case z >= x && x >= y:
		i, j, first, middle, last = stepB, stepR, z, x, y
	case y >= x && x >= z:
		i, j, first, middle = stepG, stepR, y, x
	case y >= z && z >= x:
		i, j, first, middle, last = stepG, stepB, y, z, x
	default:
		i, j, first, middle, last = stepB, stepG, z, y, x
	}
	n0, n1, n2, n3 := &s.nodes[at], &s.nodes[at+i], &s.nodes[at+i+j], &s.nodes[at+stepR+stepG+stepB]
	ink := func(k int) uint8 {
		a, b, c, d := int32(n0[k]), int32(n1[k]), int32(n2[k]), int32(n3[k])
		return uint8((255*a + first*(b-a) + middle*(c-b) + last*(d-c) + 255*257/2) / (255 * 257))
	}
	return color.CMYK{C: ink(0), M: ink(1), Y: ink(2), K: ink(3)}
}
