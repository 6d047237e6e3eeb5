package app

import "strconv"

// Overdue returns a warning for each piece that hangs on a day although it should be down by then: the day to take it down
// is past, or it hangs for longer than the law lets a banner hang.
func Overdue(e *Event, today Date) []Problem {
	c := &checker{event: e}
	for _, p := range e.Posters {
		c.hanging(p.Subject(), p.Piece, today)
	}
	for _, b := range e.Banners {
		c.hanging(b.Subject(), b.Piece, today)
	}
	return c.found
}

func (c *checker) hanging(s Subject, p Piece, today Date) {
	days, hangs := p.DaysHung(today)
	switch {
	case !hangs:
	case !p.HungTo.IsZero() && p.HungTo.Before(today):
		c.add(Warning, "hung-past-date", s, "to", p.HungTo.Short())
	case days > maxDaysHung:
		c.add(Warning, "hung-overdue", s, "days", strconv.Itoa(days))
	}
}

// DaysHung returns for how many days a piece hangs on a day, and false where it does not hang, or nobody knows since when.
func (p Piece) DaysHung(today Date) (days int, hangs bool) {
	if p.Status != Hung || p.HungFrom.IsZero() || today.Before(p.HungFrom) {
		return 0, false
	}
	return p.HungFrom.DaysUntil(today), true
}

// Advance gives a piece another status on a day. The days of hanging and taking down are noted where they are not known.
func (p *Piece) Advance(status PieceStatus, today Date) {
	p.Status = status
	if status == Hung && p.HungFrom.IsZero() {
		p.HungFrom = today
	}
	if status == TakenDown && !p.HungFrom.IsZero() && (p.HungTo.IsZero() || today.Before(p.HungTo)) && !today.Before(p.HungFrom) {
		p.HungTo = today
	}
}
