package print

import (
	"fmt"
	"strings"

	"tiengtrong/app"
)

// The faces of working papers, which people read at arm's length while they do something else.
const (
	sansFace       = "BeVietnamPro_400Regular"
	sansItalicFace = "BeVietnamPro_400Regular_Italic"
	sansMediumFace = "BeVietnamPro_600SemiBold"
	sansBoldFace   = "BeVietnamPro_700Bold"
)

// The greys of working papers, which come from an office's black-and-white printer.
var (
	softInk = Ink{K: 62} // words of less weight
	lineInk = Ink{K: 35}
	paleInk = Ink{K: 10} // a ground under words
	deepInk = Ink{K: 88} // a ground under white words
)

const (
	sansLeading    = 1.4 // all but the highest letters of Be Vietnam Pro keep within their lines: Ẫ and g take 1.396
	sansSlack   MM = 0.6 // Ẳ rises by this above a line of 17 pt
	hairline    MM = 0.2
)

// newWorksheet begins a working paper.
func (s *Studio) newWorksheet(subject app.Subject, size Size, margins Sides) *document {
	d := s.newPaper(subject, size, margins)
	d.slack = sansSlack
	return d
}

// sans returns prose of a size in a working paper.
func sans(size Pt, align alignment, ink Ink) prose {
	return prose{size: size, leading: sansLeading, align: align, ink: ink}
}

// stack is columns of text one under the other.
type stack []*column

// stackOf leaves out the columns without text.
func stackOf(columns ...*column) stack {
	var s stack
	for _, c := range columns {
		if len(c.lines) > 0 {
			s = append(s, c)
		}
	}
	return s
}

func (s stack) height() MM {
	sum := MM(0)
	for _, c := range s {
		sum += c.height()
	}
	return sum
}

// putStack draws a stack with its upper left corner at x, y.
func (d *document) putStack(s stack, x, y MM) {
	for _, c := range s {
		d.put(c, x, y)
		y += c.height()
	}
}

// ground fills a rectangle.
func (d *document) ground(r Rect, ink Ink) { d.page.Add(&Fill{RectPath(r), ink}) }

// across draws a line over the measure at a height.
func (d *document) across(y, width MM, ink Ink) {
	d.page.Add(stroke(ink, width, polyline(Point{d.safe.X, y}, Point{d.safe.Right(), y})))
}

// feet sets at the foot of every page whose paper it is and what it is about, and which page of how many; it comes last,
// when they are known.
func (d *document) feet(school, subject string) {
	text := strings.Trim(app.Clean(school)+" · "+app.Clean(subject), " ·")
	p := sans(8, flushLeft, softInk)
	y := d.safe.Bottom() + 3
	for i, page := range d.pages {
		left := d.set(p, d.safe.W*0.8, run{face: sansFace, text: text})
		p := p
		p.align = flushRight
		right := d.set(p, d.safe.W*0.2, run{face: sansMediumFace, text: fmt.Sprintf("Trang %d/%d", i+1, len(d.pages))})
		page.Add(left.part(0, min(1, len(left.lines))).at(d.safe.X, y)...)
		page.Add(right.at(d.safe.X+d.safe.W*0.8, y)...)
	}
}

// opening sets the head of a working paper: what it is, the ceremony, when, where and who.
func (d *document) opening(kind string, c app.Ceremony) {
	kindLine := d.set(sans(9.5, flushLeft, softInk), d.safe.W, run{face: sansMediumFace, text: kind, caps: true})
	title := d.set(sans(17, flushLeft, Black), d.safe.W, run{face: sansBoldFace, text: c.Title})
	d.put(kindLine, d.safe.X, d.y)
	d.y += kindLine.height()
	d.put(title, d.safe.X, d.y)
	d.y += title.height() + 0.8
	label := func(text string) run { return run{face: sansMediumFace, text: text} }
	var runs []run
	for _, f := range programFacts(c) {
		if f[0] != "Thành phần" {
			runs = append(runs, label(f[0]+":"), run{face: sansFace, text: sentence(f[1])})
		}
	}
	facts := d.set(sans(9.5, flushLeft, Black), d.safe.W, runs...)
	d.put(facts, d.safe.X, d.y)
	d.y += facts.height() + 2.4
}
