package print

import (
	"math"
	"strings"

	"tiengtrong/app"
)

// Lines breaks a text into n lines between its phrases, as headlines are broken, for a screen that measures words with
// width. quality is 1 where every break is a good one, and less the worse they are; it is 0 and the lines are nil where the
// text has fewer words.
func (s *Studio) Lines(text string, n int, width func(text string) float64) (lines []string, quality float64) {
	words := strings.Fields(app.Clean(text))
	if n == 1 && len(words) > 0 {
		return []string{strings.Join(words, " ")}, 1
	}
	costs := s.compounds.breakCosts(words)
	ends, cost := breakLines(widthsOf(words, width), costs, n)
	if ends == nil {
		return nil, 0
	}
	quality, from := 1/(1+balance*math.Max(cost, 0)/float64(n)), 0
	for i, to := range ends {
		lines = append(lines, strings.Join(words[from:to], " "))
		if i < n-1 && costs[to-1] == compound {
			quality /= 10
		}
		from = to
	}
	return lines, quality
}

// widthsOf returns the width of words[from:to] set on one line.
func widthsOf(words []string, width func(string) float64) func(from, to int) float64 {
	space := width("a a") - width("aa")
	sums := []float64{0}
	for _, w := range words {
		sums = append(sums, sums[len(sums)-1]+width(w)+space)
	}
	return func(from, to int) float64 { return sums[to] - sums[from] - space }
}
