package print

func pixelsPoster(c canvas) []Item  { return []Item{fill(c.in().Ground, RectPath(c.bleed))} }
func sunPoster(c canvas) []Item     { return []Item{fill(c.in().Ground, RectPath(c.bleed))} }
func pagesPoster(c canvas) []Item   { return []Item{fill(c.in().Ground, RectPath(c.bleed))} }
func villagePoster(c canvas) []Item { return []Item{fill(c.in().Ground, RectPath(c.bleed))} }
