package app

import (
	"errors"
	"math"
	"testing"
)

// readings returns what is read of a sheet that was printed by a printer that is off.
func readings(c Calibration, step float64) (read [4]CornerReading) {
	m := c.Fault()
	w, h := c.WidthMM, c.HeightMM
	at := func(x, y float64) (float64, float64) { return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5] }
	round := func(v float64) float64 {
		if step > 0 {
			return math.Round(v/step) * step
		}
		return v
	}
	for i := range read {
		left, top := i == 0 || i == 3, i < 2
		from := func(near bool, mm, side float64) float64 {
			if near {
				return mm
			}
			return side - mm
		}
		x, _ := at(from(left, CalibrationMark, w), from(top, CalibrationRow, h))
		_, y := at(from(left, CalibrationRow, w), from(top, CalibrationMark, h))
		read[i] = CornerReading{round(from(left, x, w)), round(from(top, y, h))}
	}
	return read
}

// residue returns how far from its place a page's farthest corner is after correction and fault.
func residue(fault, correction [6]float64, w, h float64) float64 {
	worst := 0.0
	for _, p := range [][2]float64{{0, 0}, {w, 0}, {w, h}, {0, h}, {w / 2, h / 2}} {
		x, y := p[0], p[1]
		for _, m := range [][6]float64{correction, fault} {
			x, y = m[0]*x+m[2]*y+m[4], m[1]*x+m[3]*y+m[5]
		}
		worst = max(worst, math.Hypot(x-p[0], y-p[1]))
	}
	return worst
}

var faults = []Calibration{
	{ScaleX: 1, ScaleY: 1},
	{OffsetX: 1.3, OffsetY: -2.4, ScaleX: 1, ScaleY: 1},
	{OffsetX: -0.7, OffsetY: 0.9, ScaleX: 1.004, ScaleY: 0.997, Degrees: 0.35},
	{OffsetX: 3, OffsetY: 2, ScaleX: 0.994, ScaleY: 1.002, Degrees: -0.6},
}

func TestCalibrateUndoesAFault(t *testing.T) {
	for _, size := range [][2]float64{{297, 210}, {210, 297}, {420, 297}} {
		for _, fault := range faults {
			fault.WidthMM, fault.HeightMM = size[0], size[1]
			for _, c := range []struct{ step, within float64 }{{0, 0.02}, {0.1, 0.11}} {
				got, err := Calibrate(size[0], size[1], readings(fault, c.step))
				if err != nil {
					t.Errorf("%+v: %v", fault, err)
				}
				if r := residue(fault.Fault(), got.Correction(), size[0], size[1]); r > c.within {
					t.Errorf("%v %+v read to %g mm: %.3f mm off", size, fault, c.step, r)
				}
			}
		}
	}
}

func TestCalibrateRejectsNonsense(t *testing.T) {
	even := func(v float64) [4]CornerReading { return [4]CornerReading{{v, v}, {v, v}, {v, v}, {v, v}} }
	for _, c := range []struct {
		code, corner string
		read         [4]CornerReading
	}{
		{"misread", "B", [4]CornerReading{{20, 20}, {20, 2.3}, {20, 20}, {20, 20}}},
		{"misread", "A", [4]CornerReading{{math.NaN(), 20}, {20, 20}, {20, 20}, {20, 20}}},
		{"scale", "", even(25)}, // a printer that fits pages between its margins
		{"offset", "", [4]CornerReading{{30, 20}, {10, 20}, {10, 20}, {30, 20}}},
		{"disagree", "C", [4]CornerReading{{20, 20}, {20, 20}, {22.5, 20}, {20, 20}}},
		{"turned", "", [4]CornerReading{{22, 16}, {18, 24}, {22, 16}, {18, 24}}},
	} {
		_, err := Calibrate(297, 210, c.read)
		wrong := (*CalibrationError)(nil)
		if !errors.As(err, &wrong) || wrong.Code != c.code || wrong.Corner != c.corner {
			t.Errorf("%v: %v, want %s %s", c.read, err, c.code, c.corner)
		}
	}
}
