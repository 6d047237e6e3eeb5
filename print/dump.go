package print

import (
	"fmt"
	"hash/fnv"
	"math"
	"strconv"
	"strings"
)

// Dump writes a page as text that a person can review: the boxes, what lies under the page, then a line for
// each item in the order of drawing. Lengths are in millimetres, rounded to a hundredth. A path of many
// segments is told by its bounds, its number of segments and a hash of its rounded coordinates.
func Dump(p *Page) string {
	var d dump
	d.page(p)
	return d.String()
}

// dump is the text so far, and how deep its next line is indented.
type dump struct {
	strings.Builder
	depth int
}

func (d *dump) line(parts ...string) {
	d.WriteString(strings.Repeat("  ", d.depth) + strings.Join(parts, " ") + "\n")
}

// inner writes what belongs to the line before.
func (d *dump) inner(write func()) {
	d.depth++
	write()
	d.depth--
}

func (d *dump) page(p *Page) {
	d.line("trim ", dumpRect(p.TrimBox()))
	d.line("bleed", dumpRect(p.BleedBox()))
	d.line("media", dumpRect(p.MediaBox()))
	if p.Scale > 1 {
		d.line(fmt.Sprintf("scale 1:%d", p.Scale))
	}
	if m := p.Aim; !m.IsZero() {
		d.line(fmt.Sprintf("aim %.5f %.5f %.5f %.5f %.3f %.3f", m.A, m.B, m.C, m.D, m.E, m.F))
	}
	if p.Under != nil {
		d.line("under")
		d.inner(func() { d.page(p.Under) })
	}
	d.items(p.Items)
}

func (d *dump) items(items []Item) {
	for _, item := range items {
		d.item(item)
	}
}

func (d *dump) item(item Item) {
	switch it := item.(type) {
	case *Fill:
		d.line("fill", it.Ink.String(), dumpPath(it.Path))
	case *Stroke:
		d.line("stroke", dumpPen(it), dumpPath(it.Path))
	case *Shade:
		d.line("shade", dumpShade(it), dumpPath(it.Path))
	case *Picture:
		size := it.Image.Bounds().Size()
		d.line("picture", strconv.Quote(it.Name), fmt.Sprintf("%d×%d px", size.X, size.Y), dumpRect(it.Box))
	case *Clip:
		d.line("clip", dumpRect(it.Box))
		d.inner(func() { d.items(it.Items) })
	case *Layer:
		d.line("layer", dumpLayer(it))
		d.inner(func() { d.items(it.Items) })
	case *Text:
		d.line("text", dumpText(it))
	default:
		panic(fmt.Sprintf("print: cannot dump %T", item))
	}
}

func dumpLayer(l *Layer) string {
	if l.Print {
		return strconv.Quote(l.Name)
	}
	return strconv.Quote(l.Name) + " not printed"
}

func dumpPen(s *Stroke) string {
	out := s.Ink.String() + " wide " + dumpMM(s.Width)
	if len(s.Dash) > 0 {
		out += " dash"
		for _, length := range s.Dash {
			out += " " + dumpMM(length)
		}
	}
	if s.Round {
		out += " round"
	}
	return out
}

func dumpShade(s *Shade) string {
	form := "linear"
	if s.Radial {
		form = "radial"
	}
	run := s.Inks[0].String()
	for _, stop := range s.Between {
		run += fmt.Sprintf(" → %s at %.2f", stop.Ink, stop.At)
	}
	return fmt.Sprintf("%s %s → %s from %s to %s", form, run, s.Inks[1], dumpPoint(s.From), dumpPoint(s.To))
}

func dumpText(t *Text) string {
	out := fmt.Sprintf("%s %s pt %s at %s width %s %q", t.Face.Name, dumpMM(MM(t.Size)), t.Ink, dumpPoint(t.At), dumpMM(t.Width()), t.String)
	if t.Outlined {
		out += " outlined"
	}
	return out
}

// dumpAll is how many segments a path may have to be written out.
const dumpAll = 6

func dumpPath(p Path) string {
	if isRect(p) {
		return "rect " + dumpRect(p.Bounds())
	}
	var points strings.Builder
	for _, s := range p {
		points.WriteString(" " + string(rune(s.Verb)))
		for _, q := range s.Points() {
			points.WriteString(" " + dumpPoint(q))
		}
	}
	if len(p) <= dumpAll {
		return "path" + points.String()
	}
	hash := fnv.New32a()
	hash.Write([]byte(points.String()))
	return fmt.Sprintf("path in %s, %d segments #%08x", dumpRect(p.Bounds()), len(p), hash.Sum32())
}

// isRect tells whether p is what RectPath makes.
func isRect(p Path) bool {
	if len(p) != 5 {
		return false
	}
	for i, s := range RectPath(p.Bounds()) {
		if s.Verb != p[i].Verb || math.Abs(float64(s.P[0].X-p[i].P[0].X))+math.Abs(float64(s.P[0].Y-p[i].P[0].Y)) > 1e-9 {
			return false
		}
	}
	return true
}

func dumpRect(r Rect) string {
	return dumpMM(r.X) + " " + dumpMM(r.Y) + " " + dumpMM(r.W) + " × " + dumpMM(r.H)
}

func dumpPoint(p Point) string { return dumpMM(p.X) + "," + dumpMM(p.Y) }

// dumpMM rounds to a hundredth. The nudge keeps a half, such as 0.125, on one side on every processor.
func dumpMM(v MM) string {
	rounded := math.Round(float64(v)*100+1e-6) / 100
	return strconv.FormatFloat(rounded+0, 'f', -1, 64)
}
