package app

import (
	"slices"
	"strings"
)

// Line names a line of a certificate.
type Line string

// The lines of a certificate, from top to bottom.
const (
	NationLine   Line = "nation" // quốc hiệu and tiêu ngữ
	TitleLine    Line = "title"
	IssuerLine   Line = "issuer"
	VerbLine     Line = "verb"
	NameLine     Line = "name"
	DetailLine   Line = "detail"
	AwardLine    Line = "award"
	CitationLine Line = "citation"
	YearLine     Line = "year"
	DateLine     Line = "date"
	SignerLine   Line = "signer" // title of who signs, and name
	DecisionLine Line = "decision"
	RegisterLine Line = "register"
)

// Lines lists the lines in the order in which they stand.
var Lines = []Line{
	NationLine, TitleLine, IssuerLine, VerbLine, NameLine, DetailLine, AwardLine, CitationLine, YearLine, DateLine, SignerLine,
	DecisionLine, RegisterLine,
}

// Blank is a sheet that was printed before, phôi, onto which only what differs is printed.
type Blank struct {
	Scan     string      `json:"scan,omitempty"`     // name of an Image of the sheet, shown under previews and never printed
	XMM      float64     `json:"xMM,omitempty"`      // where the picture's upper left corner lies on the sheet
	YMM      float64     `json:"yMM,omitempty"`      //
	WidthMM  float64     `json:"widthMM,omitempty"`  // of the picture; 0 for the whole sheet's
	HeightMM float64     `json:"heightMM,omitempty"` //
	Lines    []BlankLine `json:"lines,omitempty"`    // those that are not as the rule has them, or stand elsewhere
}

// BlankLine says how one line is printed on a blank.
type BlankLine struct {
	Line Line    `json:"line"`
	Show Show    `json:"show,omitempty"`
	DXMM float64 `json:"dxMM,omitempty"` // how far from its place in the design, to the right
	DYMM float64 `json:"dyMM,omitempty"` // and down
}

// Show says whether a line is printed on a blank.
type Show string

// The choices. By the rule, quốc hiệu and title stand on the blank already, as on those that shops sell to all schools, and
// everything else is printed; so is a title with a {field}.
const (
	ByRule Show = ""
	Always Show = "always"
	Never  Show = "never"
)

// BlankLine returns what was decided of a line on a blank.
func (c Certificate) BlankLine(line Line) BlankLine {
	if i := slices.IndexFunc(c.Blank.Lines, func(l BlankLine) bool { return l.Line == line }); i >= 0 {
		return c.Blank.Lines[i]
	}
	return BlankLine{Line: line}
}

// OnBlank returns how a line is printed on a blank, the rule applied: Show is Always or Never.
func (c Certificate) OnBlank(line Line) BlankLine {
	out := c.BlankLine(line)
	if out.Show == ByRule {
		out.Show = Always
		if (line == NationLine || line == TitleLine) && !strings.Contains(c.textOf(line), "{") {
			out.Show = Never
		}
	}
	return out
}

// Expected lists the lines that must stand on the blank already, since they aren't printed onto it.
func (c Certificate) Expected() []Line {
	return slices.DeleteFunc(slices.Clone(Lines), func(line Line) bool {
		return c.OnBlank(line).Show == Always || line != NationLine && line != DateLine && line != SignerLine && isBlankText(c.textOf(line))
	})
}

// SetOnBlank changes how a line is printed on a blank. It belongs inside Document.Edit.
func (c *Certificate) SetOnBlank(set BlankLine) {
	lines := slices.DeleteFunc(slices.Clone(c.Blank.Lines), func(l BlankLine) bool { return l.Line == set.Line })
	if set != (BlankLine{Line: set.Line}) {
		lines = append(lines, set)
	}
	c.Blank.Lines = lines
}

// textOf returns the text of a line as it is written, with its fields; lines that have none are "".
func (c Certificate) textOf(line Line) string {
	return map[Line]string{
		TitleLine: c.Title, IssuerLine: c.Issuer, VerbLine: c.Verb, NameLine: c.NameLine, DetailLine: c.Detail, AwardLine: c.Award,
		CitationLine: c.Citation, YearLine: c.Year, DecisionLine: c.Decision, RegisterLine: c.Register,
	}[line]
}

func (c Certificate) clone() Certificate {
	c.Blank.Lines = slices.Clone(c.Blank.Lines)
	return c
}
