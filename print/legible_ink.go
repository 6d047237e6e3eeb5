package print

import "tiengtrong/app"

// standsOut is the least contrast of words in large type to their ground (WCAG 2.1, 1.4.3).
const standsOut = 3

// The colours on which words of a banner and of a poster stand: an ornament may lead from one to the other.
var (
	bannerGrounds = []app.Duty{app.GroundInk, app.DeepInk, app.PaleInk}
	posterGrounds = []app.Duty{app.GroundInk, app.PaleInk}
)

// checkInks reports colours that don't dry on the condition's paper, and words that don't stand out from their grounds.
func (d *sheet) checkInks(own app.OwnInks, inks StyleInks, grounds []app.Duty) {
	for _, duty := range app.PieceDuties {
		if sum := inks.Of(duty).Coverage(); sum > d.Condition.InkLimit {
			d.problem("ink-too-much", app.Error, "ink", string(duty), "sum", decimal(float64(sum), 1), "most", decimal(float64(d.Condition.InkLimit), 1))
		}
	}
	for _, words := range []app.Duty{app.TitleInk, app.TextInk} {
		ground, least := d.faintest(inks, words, grounds)
		if least >= standsOut {
			continue
		}
		ink, other := words, ground
		if own.Of(ground).Own && !own.Of(words).Own { // the one to mend is the one that the school chose
			ink, other = ground, words
		}
		d.problem("ink-too-faint", app.Warning, "ink", string(ink), "other-ink", string(other), "ratio", decimal(least, 1), "least", decimal(standsOut, 1))
	}
}

// faintest returns the ground from which words stand out least, and how much.
func (d *sheet) faintest(inks StyleInks, words app.Duty, grounds []app.Duty) (ground app.Duty, least float64) {
	for _, g := range grounds {
		if ratio := d.Condition.contrast(*inks.Of(words), *inks.Of(g)); ground == "" || ratio < least {
			ground, least = g, ratio
		}
	}
	return ground, least
}

// wordsOn returns white or black, whichever words on that ground stand out in; white where both do.
func (c *Condition) wordsOn(ground Ink) Ink {
	if c.contrast(White, ground) < standsOut {
		return Black
	}
	return White
}
