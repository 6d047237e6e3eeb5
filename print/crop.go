package print

// crop returns a part of a page as a page of its own: area becomes the trim, with as much of the page around it as
// bleed tells. What lies outside is left out.
func (p *Page) crop(area Rect, bleed Sides) *Page {
	out := &Page{Trim: Size{area.W, area.H}, Bleed: bleed, Scale: p.Scale}
	at := placing{k: 1, dx: -area.X, dy: -area.Y}
	out.Add(at.window(p, area.Outset(bleed)))
	return out
}

// window returns the items of a page that are seen in a part of it, and what lies under them, in their new place.
func (pl placing) window(p *Page, area Rect) *Clip {
	c := &Clip{Box: pl.rect(area)}
	for ; p != nil; p = p.Under {
		c.Items = append(pl.items(seen(p.Items, area)), c.Items...)
	}
	return c
}

// seen returns the items of which something may be seen in area.
func seen(items []Item, area Rect) []Item {
	var out []Item
	for _, item := range items {
		if layer, ok := item.(*Layer); ok {
			if inner := seen(layer.Items, area); inner != nil {
				out = append(out, &Layer{Name: layer.Name, Items: inner, Print: layer.Print})
			}
		} else if overlaps(extent(item), area) {
			out = append(out, item)
		}
	}
	return out
}

// overlaps tells whether two boxes meet; one without width or height is a line.
func overlaps(a, b Rect) bool {
	return a.X <= b.Right() && b.X <= a.Right() && a.Y <= b.Bottom() && b.Y <= a.Bottom()
}

// mitre is how far the join of a stroke may reach beyond its path, in widths: half of PDF's limit of 10.
const mitre = 5

// extent returns a box around all that an item draws.
func extent(item Item) Rect {
	switch it := item.(type) {
	case *Fill:
		return it.Path.Bounds()
	case *Stroke:
		return it.Path.Bounds().Outset(AllSides(it.Width * mitre))
	case *Shade:
		return it.Path.Bounds()
	case *Picture:
		return it.Box
	case *Text:
		return it.Bounds()
	case *Clip:
		return it.Box
	case *Layer:
		var box Rect
		for _, inner := range it.Items {
			box = box.Union(extent(inner))
		}
		return box
	}
	panic("print: an item of no known kind")
}

// wordsOf returns the boxes of all lines of type on a page and under it.
func wordsOf(p *Page) []*Text {
	var texts []*Text
	for ; p != nil; p = p.Under {
		texts = append(texts, textsIn(p.Items)...)
	}
	return texts
}

func textsIn(items []Item) []*Text {
	var texts []*Text
	for _, item := range items {
		switch it := item.(type) {
		case *Text:
			texts = append(texts, it)
		case *Clip:
			texts = append(texts, textsIn(it.Items)...)
		case *Layer:
			if it.Print {
				texts = append(texts, textsIn(it.Items)...)
			}
		}
	}
	return texts
}
