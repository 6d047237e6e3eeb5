package print

// tonalDrumBanner is the red cloth: drums in a red a little deeper run off both ends.
func tonalDrumBanner(c canvas) []Item {
	in := c.in()
	items := []Item{fill(in.Ground, RectPath(c.bleed))}
	return items
}

// stageBanner is the backdrop: rays of the drum's star behind the headline, red to deep red.
func stageBanner(c canvas) []Item {
	in := c.in()
	return []Item{fill(in.Ground, RectPath(c.bleed))}
}

// schoolBanner is the bright stand: sky, hills and an open book.
func schoolBanner(c canvas) []Item {
	in := c.in()
	return []Item{fill(in.Ground, RectPath(c.bleed))}
}
