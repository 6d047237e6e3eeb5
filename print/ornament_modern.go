package print

// modernCertificate is the geometric sheet: white, with a band of quarter circles along the left.
func modernCertificate(c canvas) []Item {
	in := c.in()
	return []Item{fill(in.Ground, RectPath(c.bleed))}
}
