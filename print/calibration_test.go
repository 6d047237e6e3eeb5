package print

import (
	"math"
	"testing"

	"tiengtrong/app"
)

// vernier is what is seen of one vernier of a calibration sheet: the ends of its marks, which the ruler is laid to.
type vernier [vernierParts + 1]Point

// verniers finds those of a sheet, across and down at each corner.
func verniers(t *testing.T, page *Page) (out [4][2]vernier) {
	t.Helper()
	n := 0
	for _, item := range page.Items {
		if s, ok := item.(*Stroke); ok && s.Width == vernierWidth {
			out[n/2/(vernierParts+1)][n%2][n/2%(vernierParts+1)] = s.Path[0].P[0]
			n++
		}
	}
	if n != 4*2*(vernierParts+1) {
		t.Fatalf("%d marks", n)
	}
	return out
}

// read reads a vernier as a person does: the mark that meets a millimetre of the ruler tells the tenths, and the mark 0 the
// whole ones. from tells how far a place is from the edge at which the ruler begins.
func (v vernier) read(from func(Point) MM) float64 {
	best, reading := 1.0, 0.0
	for k := range vernierParts {
		mm := float64(from(v[k]))
		if miss := math.Abs(mm - math.Round(mm)); miss < best {
			tenths := float64(k) / vernierParts
			best, reading = miss, math.Round(float64(from(v[0]))-tenths)+tenths
		}
	}
	return reading
}

// TestCalibrationUndoesThePrinter prints the sheet on printers that are off, reads it at its verniers, and prints a page
// that is corrected: everything is where it belongs.
func TestCalibrationUndoesThePrinter(t *testing.T) {
	s := studio(t)
	for _, size := range []Size{{297, 210}, {210, 297}, {420, 297}} {
		sheet := verniers(t, s.CalibrationSheet(size))
		for _, fault := range []Matrix{
			Translate(0, 0),
			Translate(1.3, -2.4),
			Rotate(0.3 * math.Pi / 180).Then(Scale(1.003, 0.998)).Then(Translate(-0.7, 0.9)),
			Rotate(-0.5 * math.Pi / 180).Then(Scale(0.996, 0.996)).Then(Translate(0.4, 1.9)),
		} {
			var read [4]app.CornerReading
			for i := range read {
				read[i] = app.CornerReading{
					Across: sheet[i][0].read(func(p Point) MM {
						if x := fault.Apply(p).X; i == 0 || i == 3 {
							return x
						} else {
							return size.W - x
						}
					}),
					Down: sheet[i][1].read(func(p Point) MM {
						if y := fault.Apply(p).Y; i < 2 {
							return y
						} else {
							return size.H - y
						}
					}),
				}
			}
			c, err := app.Calibrate(float64(size.W), float64(size.H), read)
			if err != nil {
				t.Errorf("%v, read as %v: %v", fault, read, err)
				continue
			}
			m := c.Correction()
			whole := Matrix{m[0], m[1], m[2], m[3], m[4], m[5]}.Then(fault)
			for _, p := range []Point{{0, 0}, {size.W, 0}, {size.W, size.H}, {0, size.H}} {
				if q := whole.Apply(p); math.Hypot(float64(q.X-p.X), float64(q.Y-p.Y)) > 0.1 {
					t.Errorf("%v %v: the corner %v is printed at %v", size, fault, p, q)
				}
			}
		}
	}
}

func TestCalibrationSheet(t *testing.T) {
	golden(t, "calibration.txt", Dump(studio(t).CalibrationSheet(Size{297, 210})))
	for _, size := range []Size{{297, 210}, {210, 297}, {420, 297}, {450, 320}} {
		page := studio(t).CalibrationSheet(size)
		for _, text := range textsIn(page.Items) {
			if !page.TrimBox().Inset(AllSides(5)).Contains(text.Bounds()) {
				t.Errorf("%v: %q is where printers print nothing", size, text.String)
			}
		}
	}
}
