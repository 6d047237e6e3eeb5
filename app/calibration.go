package app

import (
	"fmt"
	"math"
)

// The places of a calibration sheet, in millimetres: its zero marks are meant to be CalibrationMark from the edge that they
// are read from, and the ruler lies CalibrationRow from the edge beside it.
const (
	CalibrationMark = 20.0
	CalibrationRow  = 48.0
)

// CornerReading is what is read at one corner of a calibration sheet: how far its zero marks are from the nearest edges
// of the paper, in millimetres.
type CornerReading struct {
	Across float64 `json:"across"` // from the left or right edge
	Down   float64 `json:"down"`   // from the upper or lower one
}

// CornerNames are the letters of the corners, from the upper left one clockwise.
var CornerNames = [4]string{"A", "B", "C", "D"}

// Calibration is how a printer is off on the paper of one tray: it prints what is at p, from the middle of the paper, at
// Offset + Scale · p turned by Degrees, clockwise.
type Calibration struct {
	Printer  string           `json:"printer"` // as the school calls it
	Tray     string           `json:"tray"`    // "" where it has one
	WidthMM  float64          `json:"widthMM"` // of the paper, as the page lies
	HeightMM float64          `json:"heightMM"`
	Read     [4]CornerReading `json:"read"` // in the order of CornerNames
	OffsetX  float64          `json:"offsetX"`
	OffsetY  float64          `json:"offsetY"`
	ScaleX   float64          `json:"scaleX"`
	ScaleY   float64          `json:"scaleY"`
	Degrees  float64          `json:"degrees"`
}

// The limits past which readings are not those of a printer that works.
const (
	maxMisread  = 12.0 // mm from where a mark should be
	maxScale    = 0.015
	maxOffset   = 8.0  // mm
	maxDegrees  = 1.5  // more is paper that lay askew
	maxDisagree = 0.45 // mm between a reading and what the others say
)

// CalibrationError says why readings can't be true; the sentence for people is the phrase "calibration.CODE".
type CalibrationError struct {
	Code   string // "misread", "scale", "offset", "turned" or "disagree"
	Corner string // where it is about one
	Value  float64
}

// Error describes e for logs.
func (e *CalibrationError) Error() string {
	return fmt.Sprintf("calibration: %s %s %.2f", e.Code, e.Corner, e.Value)
}

// Calibrate finds how a printer is off from what was read at the corners of a sheet: the offset, scales and turn that
// explain the eight readings best (least squares). Readings that no working printer gives are a *CalibrationError.
func Calibrate(widthMM, heightMM float64, read [4]CornerReading) (Calibration, error) {
	c := Calibration{WidthMM: widthMM, HeightMM: heightMM, Read: read}
	across, down, err := c.deviations()
	if err != nil {
		return c, err
	}
	x, ex := trend(across[:], func(d deviation) float64 { return d.x })
	y, ey := trend(down[:], func(d deviation) float64 { return d.y })
	turn, weight := 0.0, 0.0
	for i := range across {
		turn += down[i].off*down[i].x - across[i].off*across[i].y
		weight += down[i].x*down[i].x + across[i].y*across[i].y
	}
	turn /= weight
	c.OffsetX, c.OffsetY, c.ScaleX, c.ScaleY, c.Degrees = x, y, 1+ex, 1+ey, turn*180/math.Pi
	return c, c.plausible(across, down)
}

// deviation is how far off a mark is along one axis, and where the mark is meant to be, from the middle of the paper.
type deviation struct{ x, y, off float64 }

// deviations turns distances from the edges into how far each mark is off, to the right or down.
func (c Calibration) deviations() (across, down [4]deviation, err error) {
	w, h := c.WidthMM/2, c.HeightMM/2
	for i, r := range c.Read {
		if misread(r.Across) || misread(r.Down) {
			value := r.Across
			if misread(r.Down) {
				value = r.Down
			}
			return across, down, &CalibrationError{"misread", CornerNames[i], value}
		}
		right, lower := 1.0, 1.0 // which way it is from the middle to the corner
		if i == 0 || i == 3 {
			right = -1
		}
		if i < 2 {
			lower = -1
		}
		across[i] = deviation{right * (w - CalibrationMark), lower * (h - CalibrationRow), right * (CalibrationMark - r.Across)}
		down[i] = deviation{right * (w - CalibrationRow), lower * (h - CalibrationMark), lower * (CalibrationMark - r.Down)}
	}
	return across, down, nil
}

func misread(mm float64) bool { return !(math.Abs(mm-CalibrationMark) <= maxMisread) }

// trend fits a straight line to deviations that lie evenly about the middle: their mean, and how much they grow with the
// place.
func trend(list []deviation, place func(deviation) float64) (mean, slope float64) {
	square := 0.0
	for _, d := range list {
		mean += d.off / float64(len(list))
		slope += d.off * place(d)
		square += place(d) * place(d)
	}
	return mean, slope / square
}

// plausible rejects what no printer that works does, and readings that contradict one another.
func (c Calibration) plausible(across, down [4]deviation) error {
	for _, limit := range []struct {
		code       string
		value, max float64
	}{
		{"scale", c.ScaleX - 1, maxScale}, {"scale", c.ScaleY - 1, maxScale}, {"turned", c.Degrees, maxDegrees},
		{"offset", c.OffsetX, maxOffset}, {"offset", c.OffsetY, maxOffset},
	} {
		if math.Abs(limit.value) > limit.max {
			return &CalibrationError{limit.code, "", limit.value}
		}
	}
	turn := c.Degrees * math.Pi / 180
	worst, where := 0.0, 0
	for i := range across {
		a, d := across[i], down[i]
		for _, rest := range []float64{a.off - c.OffsetX - (c.ScaleX-1)*a.x + turn*a.y, d.off - c.OffsetY - (c.ScaleY-1)*d.y - turn*d.x} {
			if math.Abs(rest) > worst {
				worst, where = math.Abs(rest), i
			}
		}
	}
	if worst > maxDisagree {
		return &CalibrationError{"disagree", CornerNames[where], worst}
	}
	return nil
}

// Fault returns what the printer does to a page as the matrix that maps (x, y), in millimetres from the upper left
// corner, to (a·x + c·y + e, b·x + d·y + f).
func (c Calibration) Fault() (m [6]float64) {
	sin, cos := math.Sincos(c.Degrees * math.Pi / 180)
	m[0], m[1], m[2], m[3] = c.ScaleX*cos, c.ScaleX*sin, -c.ScaleY*sin, c.ScaleY*cos
	x, y := c.WidthMM/2, c.HeightMM/2
	m[4], m[5] = x+c.OffsetX-m[0]*x-m[2]*y, y+c.OffsetY-m[1]*x-m[3]*y
	return m
}

// Correction returns what must be done to a page so that the printer puts it where it belongs: the reverse of Fault.
func (c Calibration) Correction() (m [6]float64) {
	f := c.Fault()
	det := f[0]*f[3] - f[1]*f[2]
	m[0], m[1], m[2], m[3] = f[3]/det, -f[1]/det, -f[2]/det, f[0]/det
	m[4], m[5] = -(m[0]*f[4] + m[2]*f[5]), -(m[1]*f[4] + m[3]*f[5])
	return m
}
