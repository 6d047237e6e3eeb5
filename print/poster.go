package print

import (
	"strings"

	"tiengtrong/app"
)

// posterBleed returns 3 mm for sheets up to A3 and 5 mm for larger ones (facts.md: 3 mm small, 5–10 mm large).
func posterBleed(short MM) MM {
	if short <= 297 {
		return 3
	}
	return 5
}

// Poster lays out one sheet to be read from near: words above, a picture below, or beside it on a landscape
// sheet. The design is proportional to the shorter side.
func (s *Studio) Poster(e *app.Event, p app.Poster) (*Page, []app.Problem) {
	short := shorter(p.WidthMM, p.HeightMM)
	d := s.newSheet(p.WidthMM, p.HeightMM, posterBleed(short), short*0.03, p.Subject())
	l := &posterLayout{sheet: d, style: pieceStyle(s.styles.Posters, p.Piece), short: short}
	l.arrange(e, e.FilledPoster(p))
	d.checkLegible(p.Distance)
	d.checkInks(p.Inks, l.style.Inks, posterGrounds)
	return d.page, d.problems
}

// posterLayout is a poster being laid out.
type posterLayout struct {
	*sheet
	style  Style
	short  MM
	air    MM   // between the words and a picture below them; drawings begin with a sky
	words  Rect // for title and body
	art    Rect // for the picture, with its bleed
	foot   Rect // a dark band for the footer, with its bleed
	title  *block
	body   []paragraph
	footer *block
}

// paragraph is a part of a poster's body.
type paragraph struct {
	*block
	bullet bool
	gap    MM // above it
}

func (l *posterLayout) arrange(e *app.Event, p app.Poster) {
	trim, bleed := l.page.TrimBox(), l.page.BleedBox()
	l.footer = l.setFooter(p.Footer)
	if p.Artwork != "" {
		l.air = l.short * 0.04
	}
	for _, part := range []float64{1, 0.85, 0.7, 0.55} {
		l.divide(trim, bleed, l.style.Art*part)
		if l.setWords(p) {
			break
		}
	}
	if !l.landscape() {
		l.growArt()
	}
	card := l.setLink(p.Link)
	l.page.Add(posterOrnaments[l.style.Ornament](canvas{
		trim: trim, bleed: bleed, style: l.style, u: l.short / 210, words: l.words, art: card.beside(l.art), display: l.face(l.style.Faces.Display),
	})...)
	l.addPicture(e, p, card.beside(l.art))
	l.placeLink(card)
	l.page.Avoid, l.page.Capitals = []Rect{l.art}, l.title.rise
	l.page.Add(fill(l.style.Inks.Deep, RectPath(l.foot)))
	l.placeWords()
}

// landscape tells whether the picture stands beside the words rather than below them.
func (l *posterLayout) landscape() bool { return l.page.Trim.W > l.page.Trim.H*1.15 }

// divide allots the sheet: the words' share, the picture's, and the band at the foot.
func (l *posterLayout) divide(trim, bleed Rect, art float64) {
	margin := l.short * MM(l.style.Margin)
	band := l.short * 0.1
	if l.footer.empty() {
		band = l.short * 0.03
	}
	l.foot = Rect{bleed.X, trim.Bottom() - band, bleed.W, bleed.Bottom() - trim.Bottom() + band}
	if l.landscape() {
		split := trim.W * MM(1-art)
		l.words = Rect{margin, margin, split - 1.5*margin, l.foot.Y*0.8 - 1.3*margin} // the land begins below
		l.art = Rect{split, bleed.Y, bleed.Right() - split, l.foot.Y - bleed.Y}
		return
	}
	split := trim.H * MM(1-art)
	l.words = Rect{margin, margin, trim.W - 2*margin, split - margin - l.air}
	l.art = Rect{bleed.X, split, bleed.W, l.foot.Y - split}
}

// growArt gives the picture what the words leave free, within reason.
func (l *posterLayout) growArt() {
	used := l.wordsHeight()
	gap := l.short * 0.065
	top := max(l.words.Y+used+gap, l.art.Y-l.page.Trim.H*0.12)
	if top < l.art.Y {
		l.art.H += l.art.Y - top
		l.art.Y = top
	}
}

func (l *posterLayout) setFooter(text string) *block {
	face := l.face(l.style.Faces.Strong)
	return l.fitCalmly(text, setting{
		face: face, ink: l.Condition.wordsOn(l.style.Inks.Deep), min: (l.short * 0.012).Pt(), max: (l.short * 0.024).Pt(), lines: 2, pitch: 1.8,
		align: 0.5, outlined: false, tracking: 15,
	}, l.page.Trim.W-2*l.short*MM(l.style.Margin), l.short*0.07)
}

// setWords sets title and body as large as the words' share allows, and tells whether they are comfortable to
// read.
func (l *posterLayout) setWords(p app.Poster) bool {
	body := app.Clean(p.Body)
	if body == "" {
		l.title = l.setTitle(p.Title, l.words.H)
		return l.title.fits
	}
	for _, part := range []MM{0.74, 0.66, 0.58, 0.5, 0.42} {
		l.title = l.setTitle(p.Title, l.words.H*part)
		least := min(max(l.short*0.028, l.title.size.MM()*0.27), l.short*0.04)
		if l.title.fits && l.fitBody(body, least) {
			return true
		}
	}
	if !l.fitBody(body, l.short*0.016) {
		l.body[0].fits = false
	}
	return false
}

// fitBody sets the body as large as the height under the title allows, no smaller than least.
func (l *posterLayout) fitBody(body string, least MM) bool {
	rest := l.words.H - l.title.ink.H - l.bodyGap()
	for size := l.short * 0.046; ; size *= 0.97 {
		l.body = l.setBody(body, max(size, least))
		if l.bodyHeight() <= rest {
			return true
		}
		if size < least {
			return false
		}
	}
}

func (l *posterLayout) setTitle(text string, height MM) *block {
	set := func(name string) *block {
		face := l.face(name)
		cap := func(part float64) Pt { return (l.short * MM(part/face.CapHeight())).Pt() }
		return l.fit(text, setting{
			face: face, ink: l.style.Inks.Title, min: cap(0.022), max: cap(0.2), lines: 6, tracking: l.style.Tracking,
			pitch: 1.4, align: l.style.Align, outlined: true, capitals: l.style.Capitals,
		}, l.words.W, height)
	}
	title := set(l.style.Faces.Display)
	if l.style.Faces.Narrow != "" && (title.rise < l.short*0.04 || title.costly) {
		if narrow := set(l.style.Faces.Narrow); narrow.rise > title.rise {
			return narrow
		}
	}
	return title
}

// bodyGap is the distance from the title to the body, in which a short bar stands.
func (l *posterLayout) bodyGap() MM { return l.short * 0.075 }

func (l *posterLayout) setBody(text string, size MM) []paragraph {
	var list []paragraph
	set := setting{face: l.face(l.style.Faces.Text), ink: l.style.Inks.Text, pitch: 1.95, align: l.style.Align}
	lead := size * MM(0.95*set.face.CapHeight())
	gap := MM(0)
	for _, line := range strings.Split(text, "\n") {
		if line == "" {
			gap += size * 0.45
			continue
		}
		item, bullet := cutBullet(line)
		width := l.words.W
		set.align = l.style.Align
		if bullet {
			width -= size * 1.3
			set.align = 0
		}
		b := l.measure(item, set).running(size.Pt(), width)
		list = append(list, paragraph{b, bullet, gap})
		gap = lead + size*0.42
	}
	if len(list) > 0 {
		list[0].gap = 0
	}
	return list
}

// cutBullet takes off the mark with which people begin the lines of a list.
func cutBullet(line string) (item string, bullet bool) {
	for _, mark := range []string{"- ", "– ", "• ", "+ "} {
		if item, ok := strings.CutPrefix(line, mark); ok {
			return item, true
		}
	}
	return line, false
}

func (l *posterLayout) bodyHeight() MM {
	h := MM(0)
	for _, p := range l.body {
		h += p.gap + p.height()
	}
	if n := len(l.body); n > 0 {
		h += l.body[n-1].ink.Bottom() - l.body[n-1].drop
	}
	return h
}

func (l *posterLayout) wordsHeight() MM {
	h := l.title.ink.H
	if len(l.body) > 0 {
		h += l.bodyGap() + l.bodyHeight()
	}
	return h
}

// freeAbove returns how far the words stand below the top of their share, so that a short text is not lost in
// it.
func (l *posterLayout) freeAbove() MM {
	bottom := l.words.Bottom()
	if !l.landscape() {
		bottom = l.art.Y
	}
	return max(0, bottom-l.words.Y-l.wordsHeight()-l.short*0.05) * 0.45
}

// bulletIndent returns how far the bullets stand to the right, so that under a centred title they stand
// centred as a group.
func (l *posterLayout) bulletIndent() MM {
	widest := MM(0)
	for _, p := range l.body {
		if p.bullet {
			widest = max(widest, p.ink.Right()+p.size.MM()*1.3)
		}
	}
	return max(0, l.words.W-widest) * MM(l.style.Align)
}

func (l *posterLayout) placeWords() {
	y := l.words.Y + l.freeAbove()
	l.place(l.title, l.words.X, y-l.title.ink.Y)
	y += l.title.ink.H
	if len(l.body) > 0 {
		bar := Rect{l.words.X + (l.words.W-l.short*0.14)*MM(l.style.Align), y + l.bodyGap()*0.42, l.short * 0.14, l.short * 0.009}
		l.page.Add(fill(l.style.Inks.Accent, RectPath(bar)))
		l.page.Avoid = append(l.page.Avoid, bar)
		y += l.bodyGap()
	}
	indent := l.bulletIndent()
	for _, p := range l.body {
		y += p.gap
		x := l.words.X
		if p.bullet {
			em := p.size.MM()
			x += indent
			l.page.Add(fill(l.style.Inks.Accent, CirclePath(Point{x + em*0.3, y + p.rise/2}, em*0.2)))
			x += em * 1.3
		}
		l.place(p.block, x, y+p.rise)
		y += p.height()
	}
	band := Rect{0, l.foot.Y, l.page.Trim.W, l.page.Trim.H - l.foot.Y}
	l.place(l.footer, (band.W-l.footer.width)/2, min(opticalMiddle(l.footer, band), l.safe.Bottom()-l.footer.ink.Bottom()))
}
