package app

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// mostRuns is how many runs of numbers a line names.
const mostRuns = 9

// NumberRuns tells which of a series some numbers are, gaps and all: "1–14, 17, 19–30/2025". What they have in common stands
// once; of many runs the first and the last are named, with how many numbers there are. It is "" where there are none.
func NumberRuns(numbers []string) string {
	numbers = slices.DeleteFunc(slices.Clone(numbers), isBlankText)
	if len(numbers) < 2 {
		return strings.Join(numbers, "")
	}
	before, after := commonEnds(numbers)
	for i, n := range numbers {
		numbers[i] = n[len(before) : len(n)-len(after)]
	}
	slices.SortFunc(numbers, func(a, b string) int { return cmp.Or(cmp.Compare(count(a), count(b)), cmp.Compare(a, b)) })
	runs := runsOf(numbers)
	if len(runs) > mostRuns {
		runs = append(runs[:mostRuns-1:mostRuns-1], "…", runs[len(runs)-1])
		after += " (" + strconv.Itoa(len(numbers)) + " số)"
	}
	return before + strings.Join(runs, ", ") + after
}

// count returns the number that a text is, or -1.
func count(text string) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	return -1
}

// runsOf puts those together that count on from each other.
func runsOf(counts []string) []string {
	var runs []string
	for from := 0; from < len(counts); {
		to := from + 1
		for to < len(counts) && count(counts[to]) > 0 && count(counts[to]) == count(counts[to-1])+1 {
			to++
		}
		run := counts[from]
		if to-from > 1 {
			run += "–" + counts[to-1]
		}
		runs, from = append(runs, run), to
	}
	return runs
}

// commonEnds returns with what all texts begin and end. It cuts through no number.
func commonEnds(texts []string) (before, after string) {
	before, after = texts[0], texts[0]
	for _, t := range texts[1:] {
		for !strings.HasPrefix(t, before) {
			before = before[:len(before)-1]
		}
		for !strings.HasSuffix(t, after) {
			after = after[1:]
		}
	}
	before, after = strings.TrimRightFunc(before, unicode.IsDigit), strings.TrimLeftFunc(after, unicode.IsDigit)
	shortest := slices.MinFunc(texts, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	if len(before)+len(after) > len(shortest) {
		after = ""
	}
	return before, after
}
