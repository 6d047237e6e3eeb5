package print

import "slices"

// trialWords are printed across the sheets of a trial.
const trialWords = "BẢN IN THỬ"

// trialInk lets what the sheet says be judged above it.
var trialInk = Ink{K: 16}

// Trial returns the page with a mark across it that cannot be overlooked: a trial must not pass for an original. What is
// laid onto the page later stands above the mark.
func (s *Studio) Trial(p *Page) *Page {
	const first = Pt(100) // the size at which the width is taken
	page := *p
	m := s.measure(trialWords, setting{face: s.face(sansBoldFace), ink: trialInk, pitch: 1.2, outlined: true})
	wide := m.running(first, longestSide).ink.W
	block := m.running(first*Pt(0.8*p.Trim.W/wide), p.Trim.W)
	page.Items = append(slices.Clip(p.Items), block.below((p.Trim.W-block.ink.W)/2, (p.Trim.H-block.height())/2)...)
	return &page
}
