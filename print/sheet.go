package print

import (
	"slices"

	"tiengtrong/app"
)

// sheet is a page being laid out, with what is wrong with it.
type sheet struct {
	*Studio
	page     *Page
	subject  app.Subject
	tooLong  string // code of the problem that a text which doesn't fit makes
	safe     Rect   // where words may stand
	problems []app.Problem
}

// Sizes that nobody prints are laid out as the nearest that can be drawn; app.Check reports them.
const (
	smallest = 1.0   // mm
	largest  = 100e3 // mm
)

func drawable(mm float64) float64 { return min(max(mm, smallest), largest) }

// shorter returns the shorter side.
func shorter(widthMM, heightMM float64) MM { return MM(min(drawable(widthMM), drawable(heightMM))) }

// newSheet returns an empty page of the given finished size and bleed.
func (s *Studio) newSheet(widthMM, heightMM float64, bleed, safe MM, subject app.Subject) *sheet {
	page := &Page{Trim: Size{MM(drawable(widthMM)), MM(drawable(heightMM))}, Bleed: AllSides(bleed), Scale: 1}
	page.Safe = page.TrimBox().Inset(AllSides(safe))
	return &sheet{Studio: s, page: page, subject: subject, tooLong: "text-too-long", safe: page.Safe}
}

// place puts a block with its origin at x, y on the page, and reports what is wrong with it.
func (d *sheet) place(b *block, x, y MM) {
	if b.empty() {
		return
	}
	d.page.Items = b.appendAt(d.page.Items, x, y)
	d.judge(b, x, y)
}

// judge reports what is wrong with a block whose origin is at x, y.
func (d *sheet) judge(b *block, x, y MM) {
	d.report(b)
	if b.fits && !d.safe.Contains(b.inkAt(x, y)) {
		d.problem("outside-safe-area", app.Error, "text", b.text())
	}
}

// report notes what is wrong with the block wherever it stands.
func (d *sheet) report(b *block) {
	if !b.fits {
		d.problem(d.tooLong, app.Error, "text", b.text())
	}
	for _, r := range b.missing {
		severity := app.Warning // the fallback face has it
		if slices.Contains(b.lost, r) {
			severity = app.Error
		}
		d.problem("missing-glyph", severity, "letter", string(r))
	}
}

func (d *sheet) problem(code string, severity app.Severity, pairs ...string) {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	d.problems = append(d.problems, app.Problem{Code: code, Severity: severity, Subject: d.subject, Args: args})
}

// text returns the words of the block.
func (b *block) text() string {
	out := ""
	for i, line := range b.lines {
		if i > 0 {
			out += " "
		}
		out += line.String
	}
	return out
}
