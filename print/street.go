package print

// A strip of more than streetLength heights runs along a street or a fence: nobody sees all of it at once, and a slogan
// that stands once in its middle is lost. It is repeated, streetPitch heights apart at least and with as much room
// between as half of it.
const (
	streetLength = 12
	streetPitch  = 10
	streetRoom   = 1.5
)

// repeats returns how far to the right of the middle the banner's words stand: once, or several times along a street.
func (l *bannerLayout) repeats() []MM {
	trim := l.page.Trim
	if trim.W <= streetLength*trim.H || !l.headline.fits {
		return []MM{0}
	}
	width := max(l.headline.ink.W, l.under.ink.W, l.kicker.ink.W)
	for _, b := range l.over {
		width = max(width, b.ink.W)
	}
	n := max(1, int(l.area.W/max(streetRoom*width, streetPitch*trim.H)))
	places := make([]MM, n)
	for i := range places {
		places[i] = l.area.W / MM(n) * (MM(i) - MM(n-1)/2)
	}
	return places
}
