package pdf

import (
	"fmt"
	"math"
	"strconv"

	"tiengtrong/print"
)

// content draws items as the operators of one content stream, in points from the lower left corner of its
// box. The stream names the things it uses by their place in these lists: /F0, /P0, /S0, /L0; the part under it
// is /U.
type content struct {
	out      []byte
	box      print.Rect
	faces    []*print.Face
	pictures []*print.Picture
	shades   []*print.Shade
	layers   []*print.Layer
	runes    runes
	astray   bool // a number was not one that can be written
}

// draw draws items in order.
func (c *content) draw(items []print.Item) error {
	for _, item := range items {
		if err := c.item(item); err != nil {
			return err
		}
		if c.astray {
			return fmt.Errorf("a %T lies nowhere: its numbers are not finite", item)
		}
	}
	return nil
}

func (c *content) item(item print.Item) error {
	switch it := item.(type) {
	case *print.Fill:
		c.fill(it)
	case *print.Stroke:
		c.stroke(it)
	case *print.Shade:
		c.shade(it)
	case *print.Picture:
		return c.picture(it)
	case *print.Text:
		return c.text(it)
	case *print.Layer:
		return c.layer(it)
	case *print.Clip:
		c.write("q ")
		c.rect(it.Box)
		c.write("W n\n")
		err := c.draw(it.Items)
		c.write("Q\n")
		return err
	default:
		return fmt.Errorf("cannot draw %T", item)
	}
	return nil
}

func (c *content) write(s string) { c.out = append(c.out, s...) }

// op writes an operator after its operands.
func (c *content) op(name string, operands ...float64) {
	for _, v := range operands {
		c.astray = c.astray || !(math.Abs(v) < 1e9)
		c.out = append(appendNumber(c.out, v), ' ')
	}
	c.out = append(append(c.out, name...), '\n')
}

// at returns where a point of the page lies in the stream's points.
func (c *content) at(p print.Point) (x, y float64) {
	return float64((p.X - c.box.X).Pt()), float64((c.box.Bottom() - p.Y).Pt())
}

// aim puts all that follows where a matrix of the page's millimetres does. Its numbers need more places than others: a
// thousandth of a scale is a third of a millimetre at the far edge.
func (c *content) aim(m print.Matrix) {
	x, y := c.at(m.Apply(print.Point{X: c.box.X, Y: c.box.Bottom()}))
	c.astray = c.astray || !(math.Abs(x) < 1e9 && math.Abs(y) < 1e9)
	c.out = fmt.Appendf(c.out, "%.6f %.6f %.6f %.6f %.3f %.3f cm\n", m.A, -m.B, -m.C, m.D, x, y)
}

// rect adds a rectangle that winds as one of print.RectPath does.
func (c *content) rect(r print.Rect) {
	x, y := c.at(print.Point{X: r.X, Y: r.Y})
	c.op("re", x, y, float64(r.W.Pt()), -float64(r.H.Pt()))
}

// inked sets the colour for filling (k) or stroking (K).
func (c *content) inked(op string, i print.Ink) {
	c.op(op, float64(i.C)/100, float64(i.M)/100, float64(i.Y)/100, float64(i.K)/100)
}

func (c *content) path(p print.Path) {
	var xy [6]float64
	for len(p) > 0 {
		if r, ok := frame(p); ok {
			c.rect(r)
			p = p[frameLength:]
			continue
		}
		s := p[0]
		p = p[1:]
		points := s.Points()
		for i, q := range points {
			xy[2*i], xy[2*i+1] = c.at(q)
		}
		c.op(string(rune(s.Verb)), xy[:2*len(points)]...)
	}
}

// frameLength is how many segments a contour of four straight sides has.
const frameLength = 5

// frame returns the rectangle with which a path begins, drawn as print.RectPath does.
func frame(p print.Path) (r print.Rect, ok bool) {
	if len(p) < frameLength || p[0].Verb != print.MoveTo || p[4].Verb != print.Close {
		return r, false
	}
	at, across := p[0].P[0], p[2].P[0]
	r = print.Rect{X: at.X, Y: at.Y, W: across.X - at.X, H: across.Y - at.Y}
	ok = p[1].Verb == print.LineTo && p[2].Verb == print.LineTo && p[3].Verb == print.LineTo &&
		p[1].P[0] == print.Point{X: across.X, Y: at.Y} && p[3].P[0] == print.Point{X: at.X, Y: across.Y}
	return r, ok
}

func (c *content) fill(f *print.Fill) {
	if len(f.Path) == 0 {
		return
	}
	c.inked("k", f.Ink)
	c.path(f.Path)
	c.write("f\n")
}

func (c *content) stroke(s *print.Stroke) {
	if len(s.Path) == 0 {
		return
	}
	c.inked("K", s.Ink)
	c.op("w", float64(s.Width.Pt()))
	ends := "0 J 0 j ["
	if s.Round {
		ends = "1 J 1 j ["
	}
	c.write(ends)
	for _, d := range s.Dash {
		c.out = append(appendNumber(c.out, float64(d.Pt())), ' ')
	}
	c.write("]0 d\n")
	c.path(s.Path)
	c.write("S\n")
}

func (c *content) shade(s *print.Shade) {
	if len(s.Path) == 0 {
		return
	}
	c.write("q\n")
	c.path(s.Path)
	c.write("W n /S")
	c.out = strconv.AppendInt(c.out, int64(len(c.shades)), 10)
	c.write(" sh Q\n")
	c.shades = append(c.shades, s)
}

// shading writes the dictionary of a shade: its colours run on beyond its ends.
func (c *content) shading(s *print.Shade) string {
	x0, y0 := c.at(s.From)
	x1, y1 := c.at(s.To)
	kind, coords := 2, numbers(x0, y0, x1, y1)
	if s.Radial {
		kind, coords = 3, numbers(x0, y0, 0, x0, y0, math.Hypot(x1-x0, y1-y0))
	}
	return fmt.Sprintf("<</ShadingType %d/ColorSpace/DeviceCMYK/Coords[%s]/Extend[true true]/Function%s>>", kind, coords, run(s.Stops()))
}

// run writes the function from a part of the way to an ink: an even one between two stops, more of them stitched.
func run(stops []print.Stop) string {
	even := func(a, b print.Stop) string {
		return fmt.Sprintf("<</FunctionType 2/Domain[0 1]/N 1/C0[%s]/C1[%s]>>", plates(a.Ink), plates(b.Ink))
	}
	if len(stops) == 2 {
		return even(stops[0], stops[1])
	}
	var parts, bounds, encode string
	for i := range len(stops) - 1 {
		parts += even(stops[i], stops[i+1])
		encode += " 0 1"
		if i > 0 {
			bounds += " " + numbers(float64(stops[i].At))
		}
	}
	return fmt.Sprintf("<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>", parts, bounds, encode)
}

func plates(i print.Ink) string {
	return numbers(float64(i.C)/100, float64(i.M)/100, float64(i.Y)/100, float64(i.K)/100)
}

func (c *content) picture(p *print.Picture) error {
	if p.Image == nil || p.Image.Bounds().Empty() {
		return fmt.Errorf("picture %q is empty", p.Name)
	}
	n := indexOf(&c.pictures, p, func(q *print.Picture) bool { return q.Name == p.Name })
	x, y := c.at(print.Point{X: p.Box.X, Y: p.Box.Bottom()})
	c.write("q ")
	c.op("cm", float64(p.Box.W.Pt()), 0, 0, float64(p.Box.H.Pt()), x, y)
	c.write("/P" + strconv.Itoa(n) + " Do Q\n")
	return nil
}

func (c *content) text(t *print.Text) error {
	if t.String == "" {
		return nil
	}
	used := c.runes
	if t.Outlined {
		used = runes{} // it needs its letters, and no font in the file
	}
	if err := used.use(t); err != nil {
		return err
	}
	c.inked("k", t.Ink)
	if t.Outlined {
		c.outlines(t)
		return nil
	}
	n := indexOf(&c.faces, t.Face, func(f *print.Face) bool { return f == t.Face })
	x, y := c.at(t.At)
	c.write("BT /F")
	c.out = append(strconv.AppendInt(c.out, int64(n), 10), ' ')
	c.op("Tf", float64(t.Size))
	c.op("Td", x, y)
	c.out = appendLine(c.out, t)
	c.write("ET\n")
	return nil
}

// appendLine writes a line as two-byte codes, which are its runes, with its kerns between them: "[(\0A\0V)80(\0A)]TJ". Kerns
// are rounded to a tenth of a thousandth of an em; what is lost goes to the next.
func appendLine(b []byte, t *print.Text) []byte {
	b = append(b, "[("...)
	kern, i := 0.0, 0
	for _, r := range t.String {
		if math.Abs(kern) >= 0.05 {
			tenths := math.Round(10 * kern)
			b = append(appendNumber(append(b, ')'), -tenths/10), '(')
			kern -= tenths / 10
		}
		b = appendLiteral(appendLiteral(b, byte(r>>8)), byte(r))
		kern += float64(t.Kerns[i])
		i++
	}
	return append(b, ")]TJ\n"...)
}

// appendLiteral writes a byte of a string in parentheses.
func appendLiteral(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r': // which a reader would take for the end of a line, "\n"
		return append(b, `\r`...)
	}
	return append(b, c)
}

// outlines fills the glyphs of a line as one path.
func (c *content) outlines(t *print.Text) {
	em := t.Size.MM()
	t.Each(func(g *print.Glyph, at print.Point) {
		c.path(g.Outline.Transform(print.Matrix{A: float64(em), D: float64(em), E: float64(at.X), F: float64(at.Y)}))
	})
	c.write("f\n")
}

// indexOf returns the place of the first item that is the same, adding one where there is none.
func indexOf[T any](list *[]T, item T, same func(T) bool) int {
	for i, other := range *list {
		if same(other) {
			return i
		}
	}
	*list = append(*list, item)
	return len(*list) - 1
}
