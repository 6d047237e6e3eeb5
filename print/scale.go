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
	f, at := MM(k), placing{k: k}
	sides := func(s Sides) Sides { return Sides{s.Top * f, s.Right * f, s.Bottom * f, s.Left * f} }
	out := *p
	out.Trim, out.Bleed, out.Slug = Size{p.Trim.W * f, p.Trim.H * f}, sides(p.Bleed), sides(p.Slug)
	if p.Under != nil {
		out.Under = p.Under.scaled(k)
	}
	out.Safe = at.rect(p.Safe)
	out.Items, out.Shared, out.Avoid = at.items(p.Items), 0, at.rects(p.Avoid)
	return &out
}

// placing puts things elsewhere in another size: all lengths times k, then moved.
type placing struct {
	k      float64
	dx, dy MM
}

func (pl placing) matrix() Matrix { return Scale(pl.k, pl.k).Then(Translate(pl.dx, pl.dy)) }

func (pl placing) rect(r Rect) Rect {
	f := MM(pl.k)
	return Rect{r.X*f + pl.dx, r.Y*f + pl.dy, r.W * f, r.H * f}
}

func (pl placing) rects(list []Rect) []Rect {
	var out []Rect
	for _, r := range list {
		out = append(out, pl.rect(r))
	}
	return out
}

func (pl placing) items(items []Item) []Item {
	out := make([]Item, len(items))
	for i, item := range items {
		out[i] = pl.item(item)
	}
	return out
}

// item returns the item in its new place; the item itself stays as it is.
func (pl placing) item(item Item) Item {
	m, f := pl.matrix(), MM(pl.k)
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
		out.Box = pl.rect(it.Box)
		return &out
	case *Clip:
		return &Clip{Box: pl.rect(it.Box), Items: pl.items(it.Items)}
	case *Layer:
		return &Layer{Name: it.Name, Items: pl.items(it.Items), Print: it.Print}
	case *Text:
		out := *it
		out.At, out.Size = m.Apply(it.At), it.Size*Pt(pl.k)
		return &out
	}
	panic(fmt.Sprintf("print: cannot place %T", item))
}
