package print

// Outliner turns the letters of pages into curves, for a shop that wants no font in a file. What pages share is
// turned once, and stays shared.
type Outliner struct{ unders map[*Page]*Page }

// Page returns the page with every line of type outlined, in what lies under it too.
func (o *Outliner) Page(p *Page) *Page {
	out := *p
	out.Items = outlined(p.Items)
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

func outlined(items []Item) []Item {
	out := make([]Item, len(items))
	for i, item := range items {
		switch it := item.(type) {
		case *Text:
			curves := *it
			curves.Outlined = true
			out[i] = &curves
		case *Clip:
			out[i] = &Clip{it.Box, outlined(it.Items)}
		case *Layer:
			layer := *it
			layer.Items = outlined(it.Items)
			out[i] = &layer
		default:
			out[i] = item
		}
	}
	return out
}
