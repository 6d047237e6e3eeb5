package print

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"tiengtrong/app"
)

// Batch is all certificates of one design: what they share is laid out once, each recipient's lines when asked
// for. It may be used from several goroutines.
type Batch struct {
	studio     *Studio
	event      *app.Event
	cert       app.Certificate
	style      Style
	recipients []*app.Recipient
	u          MM // a design millimetre: the design is drawn for a shorter side of 210
	safe       Rect
	under      *Page
	problems   []app.Problem // of the design
	top        MM            // the recipient's lines stand between top and bottom
	bottom     MM
	nameSize   Pt // of all names; 0 where each has its own
	wording    *app.Merge
	known      map[app.Line]*known[string, *block] // texts of each slot that were set before
	same       map[app.Line]bool                   // which say the same to all recipients
	placed     known[spot, []Item]                 // of those lines
	imprint    *imprint                            // where sheets are used that were printed before; else nil
}

// Certificates prepares the design for all recipients of its roster.
func (s *Studio) Certificates(e *app.Event, c app.Certificate) *Batch { return s.batch(e, c, nil) }

func (s *Studio) batch(e *app.Event, c app.Certificate, on *imprint) *Batch {
	b := &Batch{
		imprint: on,
		studio:  s, event: e, cert: c, style: styleOf(s.styles.Certificates, c.Style), recipients: e.RosterOf(c).Recipients,
		u: shorter(c.WidthMM, c.HeightMM) / 210, wording: e.Merge(c), known: map[app.Line]*known[string, *block]{},
	}
	for _, line := range slots {
		b.known[line] = &known[string, *block]{}
	}
	b.layUnder()
	b.same = map[app.Line]bool{}
	for _, line := range slots {
		b.same[line] = b.wording.Same(line)
	}
	if c.OneSize {
		b.nameSize = b.commonNameSize()
	}
	return b
}

// Len counts the recipients.
func (b *Batch) Len() int { return len(b.recipients) }

// Problems tells what is wrong with the design, whoever receives it.
func (b *Batch) Problems() []app.Problem { return b.problems }

// Order returns the places of all recipients in the order of handing out.
func (b *Batch) Order(by app.Order, tones app.Tones) []int {
	return app.Arrange(b.recipients, by, tones)
}

// Recipient returns who stands at a place of the list.
func (b *Batch) Recipient(i int) *app.Recipient { return b.recipients[i] }

// Fill merges the recipient at a place of the list into a text, and lists the fields that nobody has.
func (b *Batch) Fill(text string, i int) (filled string, unknown []string) {
	return b.wording.Fill(text, i, b.recipients[i])
}

// Blank returns the sheet without a recipient's lines.
func (b *Batch) Blank() *Page {
	return &Page{Trim: b.under.Trim, Bleed: b.under.Bleed, Scale: 1, Under: b.under}
}

// Page lays out the certificate of the recipient at a place of the list.
func (b *Batch) Page(i int) (*Page, []app.Problem) {
	r := b.recipients[i]
	d := &sheet{
		Studio: b.studio, page: b.Blank(), safe: b.safe, tooLong: "text-too-long",
		subject: b.cert.About(r),
	}
	d.page.Items = make([]Item, 0, len(slots)+1) // more only where a line breaks
	w := b.wording.Wording(i, r)
	b.stack(d, b.personal(w))
	b.placeCode(d, b.wording.Sealed(r), b.placeRegister(d, w))
	return d.page, d.problems
}

// place puts the block of a line on the sheet: onto a blank only where it isn't on it already, moved as the blank needs.
func (b *Batch) place(d *sheet, line app.Line, block *block, x, y MM) {
	if b.imprint != nil {
		on := b.imprint.lines[line]
		if on.Show == app.Never {
			return
		}
		x, y = x+MM(on.DXMM), y+MM(on.DYMM)
	}
	if items, ok := b.standing(line, block, x, y); ok {
		d.page.Items = slices.Insert(d.page.Items, d.page.Shared, items...)
		d.page.Shared += len(items)
		d.judge(block, x, y)
		return
	}
	d.place(block, x, y)
}

// roomy says how much farther apart than on a landscape sheet the lines stand.
func (b *Batch) roomy() MM {
	trim := b.under.Trim
	return min(max(1, trim.H/trim.W), 1.6)
}

// field returns where the words stand: within the frame of the style.
func (b *Batch) field() Rect {
	f := b.under.TrimBox().Inset(AllSides(b.u * 210 * MM(b.style.Margin)))
	return f.Inset(Sides{Left: tileBand(b.style, b.under.TrimBox(), b.u)})
}

// stackLine is one text of the stack, with the distances that it likes.
type stackLine struct {
	line  app.Line
	block *block
	above MM     // liked distance from the baseline of the line before to the top of its capitals
	code  string // of the problem when it doesn't fit
	gap   MM     // chosen distance from there
}

// setting returns how a line is set; size is in points on an A4 sheet.
func (b *Batch) setting(face string, ink Ink, size, least Pt, lines int) setting {
	scale := Pt(b.u)
	return setting{face: b.studio.face(face), ink: ink, min: least * scale, max: size * scale, lines: lines, pitch: 2.05, align: 0.5}
}

// set fits a text, or finds it among those set before.
func (b *Batch) set(line app.Line, text string, s setting, width MM) *block {
	if block, ok := b.known[line].of(text); ok {
		return block
	}
	block, _ := b.known[line].keep(text, b.studio.fit(text, s, width, 0))
	return block
}

// personal sets the lines between issuer and date.
func (b *Batch) personal(w app.Wording) []stackLine {
	f, in := b.style.Faces, b.style.Inks
	lines := make([]stackLine, 0, len(slots))
	width := b.measure()
	add := func(line app.Line, text string, s setting, above MM) {
		lines = append(lines, stackLine{line: line, block: b.set(line, text, s, width), above: above * b.u, code: "text-too-long"})
	}
	if !b.same[app.TitleLine] {
		add(app.TitleLine, w.Title, b.titleSetting(), 13)
	}
	if !b.same[app.IssuerLine] {
		add(app.IssuerLine, w.Issuer, b.issuerSetting(), 6.2)
	}
	add(app.VerbLine, w.Verb, b.setting(f.Italic, in.Text, 15, 10, 1), 4.4)
	lines = append(lines, stackLine{line: app.NameLine, block: b.name(w.Name), above: 7.4 * b.u, code: "name-too-long"})
	add(app.DetailLine, w.Detail, b.setting(f.Text, in.Text, 14.5, 10, 2), 6)
	add(app.AwardLine, w.Award, b.setting(f.Strong, in.Award, 18.5, 11, 2), 6.2)
	add(app.CitationLine, w.Citation, b.setting(f.Italic, in.Text, 14.5, 10, 3), 4.6)
	add(app.YearLine, w.Year, b.setting(f.Text, in.Text, 13.5, 10, 1), 4.4)
	return lines
}

// measure returns the width in which the lines are centred.
func (b *Batch) measure() MM { return b.field().W * 0.94 }

// name sets the recipient's name, in the batch's one size where it has one: on one line, unless that would shrink it
// much more than two would.
func (b *Batch) name(text string) *block {
	s := b.nameSetting()
	if b.nameSize > 0 {
		s.max = max(b.nameSize, s.min)
	}
	m := b.studio.measure(text, s)
	defer m.free()
	m.lines = 1
	if s.lines > 1 {
		m.min = max(s.min, min(s.max, twoLineName*Pt(b.u)))
	}
	if block := m.fit(b.measure(), 0); block.fits || s.lines == 1 {
		return block
	}
	m.lines, m.min, m.max = s.lines, s.min, min(s.max, m.min*1.08)
	m.costs = nameCosts(strings.Split(m.text, " "))
	return m.fit(b.measure(), 0)
}

// twoLineName is the size in points, on A4, below which a name takes a second line rather than shrink further.
const twoLineName = 25

// nameCosts returns what it costs to end a line after each word of a name. A word of one letter never ends it: Y Bhăm.
func nameCosts(words []string) []float64 {
	costs := make([]float64, len(words))
	for i, w := range words {
		if costs[i] = anyWord; utf8.RuneCountInString(w) == 1 {
			costs[i] = math.Inf(1)
		}
	}
	return costs
}

func (b *Batch) nameSetting() setting {
	s := b.setting(b.style.Faces.Name, b.style.Inks.Title, 40, 16, 2)
	s.pitch = 1.5
	if c := b.cert; c.SoundNames() {
		s.max = cmp.Or(Pt(c.NameMaxPt), max(s.max, Pt(c.NameMinPt)))
		s.min = min(s.max, cmp.Or(Pt(c.NameMinPt), s.min))
		s.lines = cmp.Or(c.NameLines, s.lines)
	}
	return s
}

// commonNameSize returns the size in which the longest name fits.
func (b *Batch) commonNameSize() Pt {
	size := b.nameSetting().max
	for its := range inOrder(context.Background(), 0, b.Len(), func(i int) Pt {
		w := b.wording.Wording(i, b.recipients[i])
		return b.name(w.Name).size
	}) {
		size = min(size, its)
	}
	return size
}

// Longest returns the place of the recipient whose name is set in the smallest type, the widest of several, and that
// size; -1 where there is nobody, or ctx was cancelled.
func (b *Batch) Longest(ctx context.Context) (place int, size Pt) {
	best := &block{}
	place = -1
	i := 0
	for name := range inOrder(ctx, 0, b.Len(), func(i int) *block { return b.name(b.wording.Wording(i, b.recipients[i]).Name) }) {
		if !name.empty() && (place < 0 || name.size < best.size || name.size == best.size && name.ink.W > best.ink.W) {
			place, best = i, name
		}
		i++
	}
	if ctx.Err() != nil {
		return -1, 0
	}
	return place, best.size
}

// stack places the lines one under the other in the middle of their room. Empty lines take none; the distances
// between the others grow by up to a half, or shrink as far as the glyphs allow.
func (b *Batch) stack(d *sheet, lines []stackLine) {
	lines = slices.DeleteFunc(lines, func(l stackLine) bool { return l.block.empty() })
	room := b.bottom - b.top
	height := space(lines, 1.5*b.roomy(), b.u)
	for part := 1.4 * b.roomy(); height > room && part > 0.2; part -= 0.1 {
		height = space(lines, part, b.u)
	}
	if height > room+0.01 {
		d.problem("text-too-long", app.Error, "text", lines[len(lines)-1].block.text())
	}
	y := b.top + max(0, room-height)/2
	x := b.field().X + b.field().W*0.03
	for _, l := range lines {
		y += l.gap
		d.tooLong = l.code
		b.place(d, l.line, l.block, x, y+l.block.rise)
		y += l.block.height()
	}
}

// space chooses the gap above each line, as the given part of what it likes but so that no glyphs touch, and returns
// the height of the whole stack.
func space(lines []stackLine, part, u MM) (height MM) {
	below := MM(1) * u
	for i := range lines {
		l := &lines[i]
		above := -l.block.ink.Y - l.block.rise
		l.gap = max(l.above*part, above+below+0.7*u)
		height += l.gap + l.block.height()
		below = l.block.ink.Bottom() - l.block.drop
	}
	return height
}

// placeRegister puts decision and register number at the lower left, and returns where they begin.
func (b *Batch) placeRegister(d *sheet, w app.Wording) (top MM) {
	s := b.setting(b.style.Faces.Text, b.style.Inks.Text, 11, 8, 2)
	s.align = 0
	y := b.field().Bottom() - 1.5*b.u
	decision := b.set(app.DecisionLine, w.Decision, s, b.field().W*0.36)
	if !decision.empty() {
		s.max = decision.size // both in one size
	}
	d.tooLong = "text-too-long"
	register := b.studio.fit(w.Register, s, b.field().W*0.36, 0)
	for _, l := range []stackLine{{line: app.RegisterLine, block: register}, {line: app.DecisionLine, block: decision}} {
		if !l.block.empty() {
			b.place(d, l.line, l.block, b.field().X+2*b.u, y-l.block.drop)
			y -= l.block.drop + 6*b.u
		}
	}
	return y
}
