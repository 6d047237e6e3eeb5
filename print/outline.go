package print

// Outliner turns the letters of pages into curves, for a shop that wants no font in a file. What pages share is
// turned once, and stays shared.
type Outliner struct {
	unders map[*Page]*Page
	shared map[Item]Item
}

// Page returns the page with every line of type outlined, in what lies under it too.
func (o *Outliner) Page(p *Page) *Page {
	out := *p
	out.Items = make([]Item, len(p.Items))
	for i, item := range p.Items {
		if i < p.Shared {
			out.Items[i] = o.once(item)
		} else {
			out.Items[i] = outlined(item)
		}
	}
	if p.Under != nil {
		out.Under = o.under(p.Under)
	}
	return &out
}

func (o *Outliner) under(p *Page) *Page {
	if o.unders == nil {
		o.unders = map[*Page]*Page{}
	}
	if o.unders[p] == nil {
		o.unders[p] = o.Page(p)
	}
	return o.unders[p]
}

// once outlines an item that other pages have too.
func (o *Outliner) once(item Item) Item {
	if o.shared == nil {
		o.shared = map[Item]Item{}
	}
	if o.shared[item] == nil {
		o.shared[item] = outlined(item)
	}
	return o.shared[item]
}

func outlined(item Item) Item {
	switch it := item.(type) {
	case *Text:
		curves := *it
		curves.Outlined = true
		return &curves
	case *Clip:
		return &Clip{it.Box, allOutlined(it.Items)}
	case *Layer:
		layer := *it
		layer.Items = allOutlined(it.Items)
		return &layer
	}
	return item
}

func allOutlined(items []Item) []Item {
	out := make([]Item, len(items))
	for i, item := range items {
		out[i] = outlined(item)
	}
	return out
}
