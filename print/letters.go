package print

import (
	"fmt"
	"strings"

	"tiengtrong/app"
)

// Letters are the letters of a headline, one to a sheet, all in one size and on one height of the sheet: outlines to
// be cut out of coloured paper and pinned up.
type Letters struct {
	studio   *Studio
	face     *Face
	letters  []rune
	words    []string // of each letter
	sheet    Size
	em       MM // size of the type
	baseline MM // its distance from the top of the sheet
}

// BannerLetters returns the letters of a banner's headline.
func (s *Studio) BannerLetters(b app.Banner, paper Paper) *Letters {
	return s.letters(b.Text, styleOf(s.styles.Banners, b.Style), paper)
}

// PosterLetters returns the letters of a poster's title.
func (s *Studio) PosterLetters(p app.Poster, paper Paper) *Letters {
	return s.letters(p.Title, styleOf(s.styles.Posters, p.Style), paper)
}

func (s *Studio) letters(text string, style Style, paper Paper) *Letters {
	m := s.measure(text, setting{face: s.face(style.Faces.Display), capitals: style.Capitals})
	l := &Letters{studio: s, face: m.face}
	for _, word := range strings.Fields(string(m.runes)) {
		for _, r := range word {
			if m.face.Glyph(r).Box.W > 0 {
				l.letters, l.words = append(l.letters, r), append(l.words, word)
			}
		}
	}
	l.lay(paper.Size)
	if wide := *l; len(l.letters) > 0 {
		if wide.lay(Size{paper.Size.H, paper.Size.W}); wide.em > l.em {
			*l = wide
		}
	}
	return l
}

// lay finds the size in which each letter fits on the sheet, with a common baseline.
func (l *Letters) lay(sheet Size) {
	above, below, width := MM(0), MM(0), MM(1e-3)
	for _, r := range l.letters {
		box := l.face.Glyph(r).Box
		above, below, width = max(above, -box.Y), max(below, box.Bottom()), max(width, box.W)
	}
	room := Rect{0, 0, sheet.W, sheet.H}.Inset(AllSides(sheetMargin))
	l.sheet = sheet
	l.em = min(room.W/width, room.H/max(above+below, 1e-3))
	l.baseline = room.Y + (room.H-(above+below)*l.em)/2 + above*l.em
}

// Len returns the number of letters; spaces need no sheet.
func (l *Letters) Len() int { return len(l.letters) }

// Capitals returns the height of the capitals.
func (l *Letters) Capitals() MM { return l.em * MM(l.face.CapHeight()) }

// cutLine is the width of the line along which people cut.
const cutLine MM = 0.4

// Page returns the sheet of a letter. The line lies outside the letter: what is drawn of it inside, where a stroke and
// a mark of the letter overlap, is covered.
func (l *Letters) Page(i int) *Page {
	glyph := l.face.Glyph(l.letters[i])
	page := &Page{Trim: l.sheet, Scale: 1}
	x := l.sheet.W/2 - l.em*glyph.Box.Center().X
	shape := glyph.Outline.Transform(Matrix{A: float64(l.em), D: float64(l.em), E: float64(x), F: float64(l.baseline)})
	line := stroke(Ink{K: 80}, 2*cutLine, shape)
	line.Round = true
	page.Add(line, fill(White, shape))
	for _, y := range []MM{l.baseline, l.baseline - l.Capitals()} {
		for _, x := range []MM{5, l.sheet.W - 5 - tickLength} {
			page.Add(stroke(Black, tickWidth, polyline(Point{x, y}, Point{x + tickLength, y})))
		}
	}
	l.studio.foot(page, fmt.Sprintf("%d/%d · %c của “%s” · vạch hai bên: chân và đỉnh chữ hoa", i+1, l.Len(), l.letters[i], l.words[i]))
	return page
}
