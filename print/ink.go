package print

import (
	"fmt"
	"strconv"
	"strings"
)

// Ink is a colour as a press prints it: cyan, magenta, yellow and black, each 0 to 100 per cent.
type Ink struct{ C, M, Y, K float32 }

// The inks that need no design.
var (
	White = Ink{}
	Black = Ink{K: 100}
	// Registration prints on every plate: printer's marks only.
	Registration = Ink{100, 100, 100, 100}
)

// String writes the ink as "C0 M100 Y100 K0".
func (i Ink) String() string {
	return fmt.Sprintf("C%s M%s Y%s K%s", short(i.C), short(i.M), short(i.Y), short(i.K))
}

func short(v float32) string { return strconv.FormatFloat(float64(v), 'f', -1, 32) }

// MarshalText writes the ink as String does.
func (i Ink) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (i *Ink) UnmarshalText(text []byte) error {
	fields := strings.Fields(string(text))
	out := [4]float32{}
	if len(fields) != 4 {
		return fmt.Errorf("not an ink: %q", text)
	}
	for n, f := range fields {
		v, err := strconv.ParseFloat(f[1:], 32)
		if f[0] != "CMYK"[n] || err != nil || v < 0 || v > 100 {
			return fmt.Errorf("not an ink: %q", text)
		}
		out[n] = float32(v)
	}
	*i = Ink{out[0], out[1], out[2], out[3]}
	return nil
}

// Mix returns the ink that lies the part t, from 0 to 1, of the way from i to other.
func (i Ink) Mix(other Ink, t float32) Ink {
	mix := func(a, b float32) float32 { return a + (b-a)*t }
	return Ink{mix(i.C, other.C), mix(i.M, other.M), mix(i.Y, other.Y), mix(i.K, other.K)}
}

// Coverage sums the four plates, in per cent. Coated stock takes about 330, vinyl less.
func (i Ink) Coverage() float32 { return i.C + i.M + i.Y + i.K }
