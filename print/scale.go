package print

import "fmt"

// longestSide is the longest side that a PDF page may have: 14,400 units of 1/72 inch (ISO 32000-1, Annex C).
// UserUnit could go beyond, but few RIPs honour it.
const longestSide MM = 5080

// ForPDF returns the page as a PDF file can hold it: p itself, or, where its media box is longer than 5080 mm,
// a tenth of it, with Scale telling so; past 50.8 m, a hundredth.
func ForPDF(p *Page) *Page {
	for media := p.MediaBox(); media.W > longestSide || media.H > longestSide; media = p.MediaBox() {
		scale := 10 * max(p.Scale, 1)
		p = p.scaled(0.1)
		p.Scale = scale
	}
	return p
}

// scaled returns the page with all its lengths times k, what lies under it too.
func (p *Page) scaled(k float64) *Page {
	f := MM(k)
	sides := func(s Sides) Sides { return Sides{s.Top * f, s.Right * f, s.Bottom * f, s.Left * f} }
	out := &Page{Trim: Size{p.Trim.W * f, p.Trim.H * f}, Bleed: sides(p.Bleed), Slug: sides(p.Slug), Scale: p.Scale}
	if p.Under != nil {
		out.Under = p.Under.scaled(k)
	}
	out.Items = scaledItems(p.Items, k)
	return out
}

func scaledItems(items []Item, k float64) []Item {
	out := make([]Item, len(items))
	for i, item := range items {
		out[i] = scaledItem(item, k)
	}
	return out
}

func scaledItem(item Item, k float64) Item {
	m, f := Scale(k, k), MM(k)
	switch it := item.(type) {
	case *Fill:
		return &Fill{Path: it.Path.Transform(m), Ink: it.Ink}
	case *Stroke:
		out := *it
		out.Path, out.Width, out.Dash = it.Path.Transform(m), it.Width*f, nil
		for _, length := range it.Dash {
			out.Dash = append(out.Dash, length*f)
		}
		return &out
	case *Shade:
		out := *it
		out.Path, out.From, out.To = it.Path.Transform(m), m.Apply(it.From), m.Apply(it.To)
		return &out
	case *Picture:
		out := *it
		out.Box = it.Box.scaled(f)
		return &out
	case *Clip:
		return &Clip{Box: it.Box.scaled(f), Items: scaledItems(it.Items, k)}
	case *Layer:
		return &Layer{Name: it.Name, Items: scaledItems(it.Items, k), Print: it.Print}
	case *Text:
		out := *it
		out.At, out.Size = m.Apply(it.At), it.Size*Pt(k)
		return &out
	}
	panic(fmt.Sprintf("print: cannot scale %T", item))
}

func (r Rect) scaled(f MM) Rect { return Rect{r.X * f, r.Y * f, r.W * f, r.H * f} }
