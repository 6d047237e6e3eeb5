package print

import (
	"fmt"
	"strings"

	"tiengtrong/app"
)

// The measures of the MC's script: A4 upright, large type, with times and crews in a margin of their own.
const (
	scriptSize    Pt = 17
	scriptLeading    = 1.5
	scriptMargin  MM = 31 // for the times
	scriptGap     MM = 2.8
	scriptPause   MM = 2.4 // between paragraphs
	scriptBand    MM = 8   // the heading of a part
	scriptLines      = 3   // of an item that stay with its heading
)

// script is the paper from which the MC reads.
type script struct {
	*document
	ceremony app.Ceremony
	slots    []app.Slot
	x, width MM // of the words
}

// Script lays out what the MC says, item by item, on A4 in type that is read at arm's length: the time in the margin, who
// is on, the cues that go with it, directions in italics. An item that fits on a page is never broken; a longer one goes
// on between two paragraphs or at least two lines on each side, and says so.
func (s *Studio) Script(e *app.Event, c app.Ceremony) ([]*Page, []app.Problem) {
	c.Date = e.DayOf(c)
	subject := app.Subject{Kind: app.OfCeremony, ID: c.ID, Name: c.Title}
	p := &script{document: s.newWorksheet(subject, Size{210, 297}, Sides{Top: 12, Right: 14, Bottom: 15, Left: 14}), ceremony: c, slots: c.Schedule()}
	p.x, p.width = p.safe.X+scriptMargin, p.safe.W-scriptMargin
	p.opening("Lời dẫn chương trình", c)
	p.across(p.y, 0.5, Black)
	p.y += scriptGap
	for _, part := range c.Program.Parts(c.Start) {
		for i := part.From; i < part.To; i++ {
			p.item(i, part)
		}
	}
	p.subject = subject
	p.feet(e.School.Name, c.Title)
	return p.pages, p.problems
}

// item sets one item, whole where a page has room for it; the first of a part has the part's heading over it.
func (p *script) item(i int, part app.PartSpan) {
	it := p.ceremony.Program.Items[i]
	p.subject = app.Subject{Kind: app.OfItem, ID: it.ID, Parent: p.ceremony.ID, Name: it.Title}
	time, heading, words := p.time(i, it), p.heading(it), p.words(it.Script)
	height, band := heading.height(), MM(0)
	if i == part.From && part.Name != "" {
		band = scriptBand + scriptGap
	}
	for _, w := range words {
		height += w.height() + scriptPause
	}
	height = band + max(height, time.height())
	least := band + heading.height() + scriptLines*scriptSize.MM()*scriptLeading
	if room := p.room() - scriptGap; p.y > p.safe.Y && room < height && (height <= p.safe.H || room < least) {
		p.turn()
	}
	switch {
	case band > 0:
		p.band(part)
	case p.y > p.safe.Y && i > 0:
		p.across(p.y, hairline, lineInk)
		p.y += scriptGap
	}
	p.putStack(time, p.safe.X, p.y)
	p.putStack(heading, p.x, p.y)
	page, foot := p.page, p.y+time.height()
	p.y += heading.height()
	p.turned = func() { p.continued(it.Title) }
	for _, w := range words {
		p.y += scriptPause
		p.flow(w, p.x)
	}
	p.turned = func() {}
	if p.page == page {
		p.y = max(p.y, foot)
	}
	p.y += scriptGap
}

// band is the heading of a part: white on black, so that the MC sees from afar where the ceremony turns.
func (p *script) band(part app.PartSpan) {
	p.ground(Rect{p.safe.X, p.y, p.safe.W, scriptBand}, deepInk)
	width := p.safe.W - 2*runSheetPad
	length := p.set(sans(10.5, flushRight, White), width, run{face: sansMediumFace, text: partTime(p.ceremony, part, " – ")})
	name := p.set(sans(12, flushLeft, White), width-length.longest()-runSheetPad, run{face: sansBoldFace, text: part.Name, caps: true})
	p.put(name, p.safe.X+runSheetPad, p.y+(scriptBand-name.height())/2)
	p.put(length, p.safe.X+runSheetPad, p.y+(scriptBand-length.height())/2)
	p.y += scriptBand + scriptGap
}

// continued tells at the top of a page which item goes on there.
func (p *script) continued(title string) {
	c := p.set(sans(10, flushLeft, softInk), p.width, run{face: sansFace, text: title}, run{face: sansItalicFace, text: "(tiếp theo)"})
	p.put(c, p.x, p.y)
	p.y += c.height()
}

// time is what stands in the margin: when the item begins and how long it takes.
func (p *script) time(i int, it app.Item) stack {
	set := func(size Pt, ink Ink, face, text string) *column {
		return p.set(sans(size, flushLeft, ink), scriptMargin-3, run{face: face, text: text})
	}
	clock, length := "", ""
	if p.ceremony.Timed(i) {
		clock = p.slots[i].Start.String()
	}
	if it.Minutes > 0 {
		length = fmt.Sprintf("%d phút", it.Minutes)
	}
	hard := ""
	if it.HardStart != app.NoClock {
		hard = "giờ ấn định"
	}
	return stackOf(set(20, Black, sansBoldFace, clock), set(10, softInk, sansFace, length), set(10, Black, sansMediumFace, hard))
}

// heading sets what is on, who does it, and the cues.
func (p *script) heading(it app.Item) stack {
	set := func(size Pt, ink Ink, face, text string) *column {
		return p.set(sans(size, flushLeft, ink), p.width, run{face: face, text: text})
	}
	s := stackOf(set(14, Black, sansBoldFace, it.Title), set(11, softInk, sansFace, it.Who))
	for _, crew := range app.Crews {
		if cue := app.Clean(it.Cue(crew)); cue != "" {
			s = append(s, p.set(sans(10, flushLeft, Black), p.width,
				run{face: sansBoldFace, text: crewNames[crew] + ":", caps: true}, run{face: sansFace, text: cue}))
		}
	}
	return s
}

// words sets the paragraphs of a script. One in brackets is a direction, which is not read out.
func (p *script) words(text string) []*column {
	var columns []*column
	for _, paragraph := range strings.Split(app.Clean(text), "\n") {
		if paragraph = strings.TrimSpace(paragraph); paragraph == "" {
			continue
		}
		look := prose{size: scriptSize, leading: scriptLeading, align: flushLeft, ink: Black}
		columns = append(columns, p.set(look, p.width, directions(paragraph)...))
	}
	return columns
}

// directions parts a paragraph into what is said and what stands in brackets.
func directions(paragraph string) []run {
	var runs []run
	for paragraph != "" {
		said, rest, found := strings.Cut(paragraph, "(")
		if said = strings.TrimSpace(said); said != "" {
			runs = append(runs, run{face: uprightFace, text: said})
		}
		if !found {
			break
		}
		direction, after, closed := strings.Cut(rest, ")")
		if direction = "(" + direction; closed {
			direction += ")"
		}
		runs = append(runs, run{face: italicFace, text: direction})
		paragraph = strings.TrimSpace(after)
	}
	return runs
}
