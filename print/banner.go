package print

import (
	"strings"
	"unicode/utf8"

	"tiengtrong/app"
)

// bannerForm is how a kind of banner sets its words. Heights of capitals are parts of the shorter side.
type bannerForm struct {
	lines          int     // of the headline, at most
	capMax, capMin float64 // height of the headline's capitals
	small          float64 // of the lines over and under it
	smallLines     int
	gap            float64 // between them and the headline, in their heights
	keepOut        float64 // part of the width, at the left, that stays ground: flags and bust
	sides          float64 // more room at the sides, as a part of the shorter side
	stretch        float64 // the pitch, in cap heights, to which lines spread where there is height to spare
	rule           bool    // a line stands under the lines over the headline
	kicker         bool    // a short first line of the headline is set smaller, as its overture
}

var bannerForms = map[app.BannerKind]bannerForm{
	app.BangRon:  {lines: 2, capMax: 0.46, capMin: 0.025, small: 0.064, smallLines: 1, gap: 0.8, sides: 0.05},
	app.Backdrop: {lines: 9, capMax: 0.17, capMin: 0.02, small: 0.042, smallLines: 3, gap: 2, keepOut: 0.2, rule: true, kicker: true, sides: 0.03},
	app.Standee:  {lines: 14, capMax: 0.22, capMin: 0.02, small: 0.05, smallLines: 4, gap: 1.5, kicker: true},
	app.Phuon:    {lines: 60, capMax: 0.3, capMin: 0.02, small: 0.06, smallLines: 4, gap: 1.5, stretch: 2.2},
}

// longSlogan is how many letters a strip bears in its usual two lines; more are larger in three.
const longSlogan = 130

// Banner lays out one large piece. Its words are drawn as outlines; bleed lies around the finished size. Large pieces are
// cut, hemmed and hung with little care, so that words keep the distance from the edge that the shop asks for.
func (s *Studio) Banner(e *app.Event, b app.Banner) (*Page, []app.Problem) {
	b = e.FilledBanner(b)
	short := shorter(b.WidthMM, b.HeightMM)
	shop := e.Printer()
	d := s.newSheet(b.WidthMM, b.HeightMM, MM(shop.BleedMM), min(MM(shop.SafeMM), short/10), b.Subject())
	form, ok := bannerForms[b.Kind]
	if !ok {
		form = bannerForms[app.BangRon]
	}
	if b.HeightMM > 0.3*b.WidthMM { // no strip: as many lines as there is height for
		form.lines = max(form.lines, min(int(9*b.HeightMM/b.WidthMM), bannerForms[app.Standee].lines))
	} else if utf8.RuneCountInString(b.Text) > longSlogan {
		form.lines++
	}
	l := &bannerLayout{sheet: d, style: pieceStyle(s.styles.Banners, b.Piece), form: form, short: short}
	l.arrange(b)
	d.checkLegible(b.Distance)
	d.checkInks(b.Inks, l.style.Inks, bannerGrounds)
	return d.page, d.problems
}

// bannerLayout is a banner being laid out.
type bannerLayout struct {
	*sheet
	style                   Style
	form                    bannerForm
	short                   MM       // shorter side
	area                    Rect     // for the words
	over                    []*block // the agencies above, then who organises
	kicker, headline, under *block
}

// arrange divides the height: small lines at the ends, the headline in the middle of what remains.
func (l *bannerLayout) arrange(b app.Banner) {
	trim := l.page.TrimBox()
	margin := max(l.short*MM(l.style.Margin), l.safe.X*1.1) // ink may reach a little beyond a line's measure
	keepOut := Rect{0, 0, trim.W * MM(l.form.keepOut), trim.H}
	side := margin + l.short*MM(l.form.sides)
	l.area = trim.Inset(Sides{margin, side, margin, side + keepOut.W})
	l.over = l.setOver(b.Over)
	l.under = l.small(b.Under, l.style.Faces.Text, 0.86, false)
	middle := l.middle()
	art := l.artBand(&middle)
	l.setHeadline(b.Text, middle)
	l.page.Capitals = l.headline.rise
	if art.H > 0 {
		l.page.Avoid = []Rect{art}
	}
	l.page.Add(bannerOrnaments[l.style.Ornament](canvas{
		trim: trim, bleed: l.page.BleedBox(), style: l.style, u: l.short / 210, keepOut: keepOut, words: middle, art: art,
	})...)
	l.placeAll(middle)
}

// setOver sets the lines over the headline: the last, who organises, is the strongest.
func (l *bannerLayout) setOver(text string) []*block {
	above, organiser, several := cutLast(app.Clean(text), "\n")
	if !several {
		return []*block{l.small(organiser, l.style.Faces.Heading, 1, true)}
	}
	return []*block{l.small(above, l.style.Faces.Text, 0.84, true), l.small(organiser, l.style.Faces.Heading, 1, true)}
}

// cutLast cuts text at the last sep; where there is none, all of it is after.
func cutLast(text, sep string) (before, after string, found bool) {
	i := strings.LastIndex(text, sep)
	if i < 0 {
		return "", text, false
	}
	return text[:i], text[i+len(sep):], true
}

// overHeight returns the height of the lines over the headline.
func (l *bannerLayout) overHeight() MM {
	if l.over[len(l.over)-1].empty() {
		return 0
	}
	height := l.short * MM(l.form.small) * 0.55 * MM(len(l.over)-1)
	for _, b := range l.over {
		height += b.ink.H
	}
	return height
}

// small sets lines over or under the headline; part makes them smaller than the form's.
func (l *bannerLayout) small(text, face string, part float64, capitals bool) *block {
	f := l.face(face)
	size := func(part float64) Pt { return (l.short * MM(part/f.CapHeight())).Pt() }
	return l.fitCalmly(text, setting{
		face: f, ink: l.style.Inks.Text, min: size(l.form.capMin * 0.6), max: size(l.form.small * part), lines: l.form.smallLines,
		pitch: 1.75, align: 0.5, outlined: true, capitals: capitals, tracking: 30,
	}, l.area.W, 0)
}

// middle returns what the small lines leave of the area.
func (l *bannerLayout) middle() Rect {
	gap := l.short * MM(l.form.small*l.form.gap)
	sides := Sides{}
	if height := l.overHeight(); height > 0 {
		sides.Top = height + gap
	}
	if !l.under.empty() {
		sides.Bottom = l.under.ink.H + gap
	}
	return l.area.Inset(sides)
}

// artBand takes the picture's share off the foot of an upright piece whose style has a picture.
func (l *bannerLayout) artBand(middle *Rect) Rect {
	trim := l.page.TrimBox()
	if l.style.Art == 0 || trim.H < 1.5*trim.W {
		return Rect{}
	}
	art := Rect{-l.page.Bleed.Left, 0, trim.W + 2*l.page.Bleed.Left, trim.H * MM(l.style.Art)}
	art.Y = middle.Bottom() - art.H
	middle.H -= art.H + l.short*0.02
	return art
}

// setHeadline sets the main text, and its overture where the form has one.
func (l *bannerLayout) setHeadline(text string, middle Rect) {
	first, rest, broken := strings.Cut(app.Clean(text), "\n")
	height := middle.H
	l.kicker = &block{}
	if l.form.kicker && broken && len([]rune(first)) < len([]rune(rest))*2/3 {
		set := l.headlineSetting(l.style.Faces.Display)
		set.max, set.ink, set.lines = set.max*0.55, l.style.Inks.Text, 2
		l.kicker = l.fit(first, set, middle.W, height*0.17)
		l.headline = l.fitHeadline(rest, middle.W, height-l.kicker.ink.H*1.6)
		if most := l.headline.rise * 0.7; l.kicker.rise > most { // an overture is no louder than the piece
			set.max, set.min = l.kicker.size*Pt(most/l.kicker.rise), 0
			l.kicker = l.fit(first, set, middle.W, 0)
		}
		return
	}
	l.headline = l.fitHeadline(text, middle.W, height)
}

// fitHeadline sets the headline's words, in the narrow face where the wide one would come out too small.
func (l *bannerLayout) fitHeadline(text string, width, height MM) *block {
	wide := l.fit(text, l.headlineSetting(l.style.Faces.Display), width, height)
	if l.style.Faces.Narrow == "" || wide.rise > l.short*MM(l.form.capMax)*0.45 {
		return l.spread(wide, height)
	}
	if narrow := l.fit(text, l.headlineSetting(l.style.Faces.Narrow), width, height); narrow.rise > wide.rise*1.08 {
		return l.spread(narrow, height)
	}
	return l.spread(wide, height)
}

// spread moves the lines of a headline apart where its form wants that and the height is there.
func (l *bannerLayout) spread(b *block, height MM) *block {
	gaps := MM(len(b.lines) - 1)
	if l.form.stretch == 0 || gaps < 1 {
		return b
	}
	pitch := min(b.rise*MM(l.form.stretch), (height*0.86-b.rise)/gaps)
	more := pitch - b.drop/gaps
	if more <= 0 {
		return b
	}
	for i, line := range b.lines {
		line.At.Y += more * MM(i)
	}
	b.drop += more * gaps
	b.ink.H += more * gaps
	return b
}

func (l *bannerLayout) headlineSetting(name string) setting {
	face := l.face(name)
	size := func(part float64) Pt { return (l.short * MM(part/face.CapHeight())).Pt() }
	return setting{
		face: face, ink: l.style.Inks.Title, min: size(l.form.capMin), max: size(l.form.capMax), lines: l.form.lines,
		tracking: l.style.Tracking, pitch: 1.4, align: 0.5, outlined: true, capitals: l.style.Capitals,
	}
}

// placeAll stands the words where they are read.
func (l *bannerLayout) placeAll(middle Rect) {
	for _, right := range l.repeats() {
		l.placeWords(middle, right)
	}
}

// placeWords stands the small lines at the ends and the headline between them, all so far to the right of the middle.
func (l *bannerLayout) placeWords(middle Rect, right MM) {
	middle.X += right
	x, y := l.area.X+right, l.area.Y
	for _, b := range l.over {
		l.place(b, x, y-b.ink.Y)
		y += b.ink.H + l.short*MM(l.form.small)*0.55
	}
	if l.form.rule && l.overHeight() > 0 {
		l.ruleUnder(y + l.short*MM(l.form.small)*0.35)
	}
	l.place(l.under, x, l.area.Bottom()-l.under.ink.Bottom())
	if l.kicker.empty() {
		l.place(l.headline, middle.X, opticalMiddle(l.headline, middle))
		return
	}
	gap := l.kicker.ink.H * 0.6
	free := middle.H - l.kicker.ink.H - gap - l.headline.ink.H
	y = middle.Y + max(free, 0)*0.5
	l.place(l.kicker, middle.X, y-l.kicker.ink.Y)
	l.place(l.headline, middle.X, y+l.kicker.ink.H+gap-l.headline.ink.Y)
}

// ruleUnder draws the line that ends the organiser's heading, with a diamond in its middle.
func (l *bannerLayout) ruleUnder(y MM) {
	half, thick, m := l.area.W*0.13, l.short*0.0028, Point{l.area.Center().X, y}
	gap := thick * 5
	rule := append(polyline(Point{m.X - half, y}, Point{m.X - gap, y}), polyline(Point{m.X + gap, y}, Point{m.X + half, y})...)
	l.page.Avoid = append(l.page.Avoid, rule.Bounds().Outset(AllSides(thick*3)))
	l.page.Add(stroke(l.style.Inks.Accent, thick, rule), fill(l.style.Inks.Accent, diamond(m, thick*2.6)))
}

// opticalMiddle returns the first baseline at which a block looks centred in r: half-way between centring its
// capitals, which the eye sees first, and its ink, and never out of r.
func opticalMiddle(b *block, r Rect) MM {
	caps := r.Center().Y - (b.drop-b.rise)/2
	ink := r.Center().Y - (b.ink.Y + b.ink.H/2)
	y := (caps + ink) / 2
	return min(max(y, r.Y-b.ink.Y), max(r.Bottom()-b.ink.Bottom(), r.Y-b.ink.Y))
}
