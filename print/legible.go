package print

import (
	"strconv"
	"strings"

	"tiengtrong/app"
)

// How far the height of capitals reaches: from 120 times as far they read well, and beyond 300 times nobody
// reads them (facts of the field: D/120 and D/300).
const (
	readsWell   = 120
	readsBarely = 300
)

// Legibility tells from how far a headline can be read.
type Legibility struct {
	Capitals MM      // their height on the finished piece
	Well     float64 // metres up to which it reads well
	Limit    float64 // metres up to which it can be read at all
}

// Legibility returns from how far the page's headline can be read.
func (p *Page) Legibility() Legibility {
	metres := float64(p.Capitals) / 1000
	return Legibility{p.Capitals, metres * readsWell, metres * readsBarely}
}

// checkLegible warns where the headline doesn't read well from as far as it must.
func (d *sheet) checkLegible(distance float64) {
	reads := d.page.Legibility()
	if !(distance > reads.Well) || reads.Capitals == 0 {
		return
	}
	d.problem("too-small-to-read", app.Warning, "height", centimetres(reads.Capitals), "reads", decimal(reads.Well, 1),
		"distance", decimal(distance, 1), "needed", centimetres(MM(distance*1000/readsWell)))
}

// decimal writes a number as it is written in Vietnam, "9,2", with so many digits after the comma and no needless zeros.
func decimal(v float64, digits int) string {
	text := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return strings.ReplaceAll(text, ".", ",")
}

func centimetres(l MM) string { return decimal(float64(l)/10, 1) }

func metres(l MM) string { return decimal(float64(l)/1000, 2) }
