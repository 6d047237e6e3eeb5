package print

import (
	"fmt"
	"strconv"

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
func (d *sheet) checkLegible(metres float64) {
	reads := d.page.Legibility()
	if !(metres > reads.Well) || reads.Capitals == 0 {
		return
	}
	d.problem("too-small-to-read", app.Warning, "height", centimetres(reads.Capitals), "reads", comma(fmt.Sprintf("%.1f", reads.Well)),
		"distance", decimal(metres), "needed", centimetres(MM(metres*1000/readsWell)))
}
