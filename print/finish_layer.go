package print

import (
	"fmt"
	"strings"

	"tiengtrong/app"
)

// FinishingLayer is the name of the layer that shows how a piece is finished.
const FinishingLayer = "Gia công (không in)"

// guide is the ink of the finishing's lines: unlike the grounds of banners, and cased in white where they are dark.
var guide = Ink{C: 100, M: 10}

// finishingLayer is the layer being drawn; its lines grow with the piece, so that they can be seen in a tenth.
type finishingLayer struct {
	*Studio
	*Finishing
	layer *Layer
	pen   MM
	ring  MM // radius of an eyelet
}

// FinishingLayer draws hems, pole pockets, eyelets and seams, with what there is to say of them. It is for people,
// and is not printed.
func (s *Studio) FinishingLayer(f Finishing) *Layer {
	short := min(f.Trim.W, f.Trim.H)
	l := finishingLayer{s, &f, &Layer{Name: FinishingLayer}, max(0.5, short/500), eyeletRadius}
	l.lines()
	l.tag(l.summary(), Point{f.Trim.W / 2, l.pen * 9})
	return l.layer
}

func (l finishingLayer) lines() {
	l.edges()
	l.seams()
	l.eyelets()
}

// line draws a guide of dashes on a white casing.
func (l finishingLayer) line(a, b Point, dash ...MM) {
	path := polyline(a, b)
	for i := range dash {
		dash[i] *= l.pen
	}
	line := stroke(guide, l.pen, path)
	line.Dash = dash
	l.layer.Items = append(l.layer.Items, stroke(White, l.pen*2.2, path), line)
}

// edges draws the inner edge of what is doubled, and the edge of the piece where material is folded away there.
func (l finishingLayer) edges() {
	outer := Rect{0, 0, l.Trim.W, l.Trim.H}
	if l.Fold != (Sides{}) {
		l.frame(outer, 12, 4)
	}
	if l.Hem != (Sides{}) {
		l.frame(outer.Inset(l.Hem), 4, 4)
	}
}

func (l finishingLayer) frame(r Rect, dash ...MM) {
	a, b, c, d := Point{r.X, r.Y}, Point{r.Right(), r.Y}, Point{r.Right(), r.Bottom()}, Point{r.X, r.Bottom()}
	for _, side := range [][2]Point{{a, b}, {b, c}, {c, d}, {d, a}} {
		l.line(side[0], side[1], append([]MM(nil), dash...)...)
	}
}

// seams draws each seam with the edges of its welds, and names the panels that it joins. The names stand on the seam,
// where no words are.
func (l finishingLayer) seams() {
	panels := l.Panels()
	for i, at := range l.Seams {
		for _, side := range []MM{-l.Weld, 0, l.Weld} {
			a, b := Point{0, at + side}, Point{l.Trim.W, at + side}
			if l.Upright {
				a, b = Point{at + side, 0}, Point{at + side, l.Trim.H}
			}
			if side == 0 {
				l.line(a, b, 16, 3, 3, 3)
			} else {
				l.line(a, b, 2, 4)
			}
		}
		middle := Point{l.Trim.W / 2, at}
		if l.Upright {
			middle = Point{at, l.Trim.H / 2}
		}
		l.tag(panelWords(panels, i)+" + "+panelWords(panels, i+1), middle)
	}
}

// panelWords names a panel with its size: "TẤM 1/2 (10 × 1,05 m)".
func panelWords(panels []Rect, i int) string {
	return fmt.Sprintf("%s (%s × %s m)", PanelName(i, len(panels)), metres(panels[i].W), metres(panels[i].H))
}

// PanelName names a panel, of those counted from 0, in the words of a shop: "TẤM 1/2".
func PanelName(i, n int) string { return fmt.Sprintf("TẤM %d/%d", i+1, n) }

func (l finishingLayer) eyelets() {
	for _, c := range l.Eyelets {
		ring := ringPath(c, l.ring, l.ring/2)
		l.layer.Items = append(l.layer.Items, fill(White, CirclePath(c, l.ring+l.pen)), fill(guide, ring))
	}
}

// tag writes a line on white, centred at a point, no wider than the piece.
func (l finishingLayer) tag(text string, at Point) {
	size := l.pen * 6
	b := l.fit(text, setting{face: l.face(slugFace), ink: Black, min: 0.1, max: size.Pt(), lines: 1, pitch: 1.9, align: 0.5, outlined: true}, l.Trim.W*0.9, 0)
	if b.empty() {
		return
	}
	x, y := at.X-b.width/2, at.Y+b.rise/2
	box := b.inkAt(x, y).Outset(AllSides(l.pen * 2))
	l.layer.Items = append(l.layer.Items, fill(White, RectPath(box)))
	l.layer.Items = append(l.layer.Items, b.at(x, y)...)
}

// summary says in the shop's words what is to be done.
func (l finishingLayer) summary() string {
	parts := []string{fmt.Sprintf("%s × %s m", metres(l.Trim.W), metres(l.Trim.H))}
	return strings.Join(append(parts, l.Words()...), " · ")
}

// Words says in the shop's words what is to be done: "dán biên 3 cm", "đóng 26 khoen cách 49,8 cm".
func (f *Finishing) Words() []string {
	words := []string{f.edgeWords()}
	if n := len(f.Eyelets); n > 0 {
		words = append(words, fmt.Sprintf("đóng %d khoen cách %s cm", n, centimetres(max(f.Pitch.W, f.Pitch.H))))
	}
	if n := len(f.Seams); n > 0 {
		weld := ""
		if f.Weld > 0 {
			weld = ", mỗi mép nối +" + centimetres(f.Weld) + " cm"
		}
		words = append(words, fmt.Sprintf("dán nối %d tấm%s, khổ cuộn %s m", n+1, weld, metres(f.Roll)))
	}
	if f.Needed > 0 {
		words = append(words, "không nối được, cần khổ cuộn từ "+metres(f.Needed)+" m")
	}
	return words
}

func (f *Finishing) edgeWords() string {
	switch {
	case f.Fold == Sides{}:
		return "cắt sát khổ"
	case f.Edge == app.HemEdge:
		return "dán biên " + centimetres(f.Hem.Top) + " cm"
	case f.Edge == app.PocketEdge:
		return "dán xỏ cây " + centimetres(max(f.Hem.Top, f.Hem.Left)) + " cm"
	}
	return "chừa biên " + centimetres(f.Fold.Top) + " cm mỗi cạnh"
}
