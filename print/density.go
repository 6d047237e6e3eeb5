package print

import (
	"fmt"
	"math"

	"tiengtrong/app"
)

// usualDistances are from how far, in metres, people look at a sheet whose shorter side is no longer than that: in the hand,
// on a board, across a hall, across a yard.
var usualDistances = []struct {
	short  MM
	metres float64
}{{300, 0.4}, {850, 1}, {2000, 3}, {math.MaxFloat64, 8}}

// acuity is the smallest angle that a sound eye parts: one minute of arc, sight of 1.0 (ISO 8596).
const acuity = math.Pi / 180 / 60

// leastDensities are the pixels to the inch that print shops ask for, whatever the eye needs, from a distance in metres on
// (facts.md: 150 at 1 to 3 m, 100 at 3 to 8 m, 50 beyond); people step nearer, and inkjets show coarse edges.
var leastDensities = []struct{ metres, dpi float64 }{{8, 50}, {3, 100}, {0, 150}}

// mostDensity is what a screen of 150 lines to the inch can carry, with two pixels to a line.
const mostDensity = 300

// neededDensity returns the pixels to the inch at which nobody sees the pixels of a picture from so many metres:
// 25.4 mm / (distance × tan 1′), no less than shops ask for and no more than a press prints.
func neededDensity(metres float64) float64 {
	eye := 25.4 / (metres * 1000 * math.Tan(acuity))
	for _, least := range leastDensities {
		if metres >= least.metres {
			return min(max(eye, least.dpi), mostDensity)
		}
	}
	return mostDensity
}

// seenFrom returns from how far a poster is looked at: as was asked, or as is usual for its size.
func (l *posterLayout) seenFrom(p app.Poster) float64 {
	if p.Distance > 0 {
		return p.Distance
	}
	i := 0
	for l.short > usualDistances[i].short {
		i++
	}
	return usualDistances[i].metres
}

// checkResolution warns where the poster's picture, whose pixels are as wide as given, shows them.
func (l *posterLayout) checkResolution(p app.Poster, pixel MM) {
	distance := l.seenFrom(p)
	actual, needed := 25.4/float64(pixel), neededDensity(distance)
	if actual < needed-0.5 {
		l.problem("low-resolution", app.Warning, "image", p.Artwork, "dpi", fmt.Sprintf("%.0f", actual), "wanted", fmt.Sprintf("%.0f", needed),
			"distance", decimal(distance, 1))
	}
}
