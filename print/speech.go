package print

import "tiengtrong/app"

// speechSize is for a text that is read out at a desk; the lines are far enough apart to write between.
const (
	speechSize    Pt = 15
	speechLeading    = 1.5
)

// Speech lays out the draft of the opening speech on A4: large, with room in the margin for what the speaker adds.
func (s *Studio) Speech(e *app.Event) ([]*Page, []app.Problem) {
	d := s.newDocument(app.Subject{Kind: app.OfEvent, ID: e.ID, Name: e.Title})
	d.title("Dự thảo", app.SpeechTitle(e))
	for _, part := range app.Speech(e) {
		d.spoken(part)
	}
	return d.pages, d.problems
}

// spoken sets a paragraph of a speech. A heading stays with what follows it.
func (d *document) spoken(part app.SpeechPart) {
	look := prose{size: speechSize, leading: speechLeading, align: justified, indent: paragraphIndent, ink: Black}
	face, text := uprightFace, sentence(part.Text)
	switch {
	case part.Heading:
		face, text = boldFace, part.Text
	case part.Point:
		text = "- " + text
	}
	c := d.set(look, d.safe.W, run{face: face, text: text})
	d.y += paragraphGap
	if part.Heading && d.room() < c.height()+2*c.pitch+paragraphGap {
		d.turn()
	}
	d.flow(c, d.safe.X)
}
