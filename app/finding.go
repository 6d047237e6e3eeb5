package app

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Finding is a problem, with those of the same kind about other people, or other items of the program: readers are told them as
// one.
type Finding struct {
	Problem
	Others []Problem
}

// kindOfProblem is what problems have in common that are one finding.
type kindOfProblem struct {
	severity    Severity
	code        string
	parent      ID // the certificate, or the ceremony
	field, text string
}

// alike are the problems of items of which the sentence tells nothing but where they are.
var alike = []string{"item-no-who", "item-no-title", "item-no-minutes"}

// together tells whether a problem is told with others of its kind.
func together(p Problem) bool {
	return p.Subject.Kind == OfRecipient && p.Args["count"] == "" || slices.Contains(alike, p.Code)
}

// Findings puts together what is wrong with several people or items, in the order of the first of each.
func Findings(problems []Problem) []Finding {
	var found []Finding
	known := map[kindOfProblem]int{}
	for _, p := range problems {
		kind := kindOfProblem{p.Severity, p.Code, p.Subject.Parent, p.Args["field"], p.Args["text"]}
		i, met := known[kind]
		switch {
		case !together(p):
			found = append(found, Finding{Problem: p})
		case met:
			found[i].Others = append(found[i].Others, p)
		default:
			known[kind] = len(found)
			found = append(found, Finding{Problem: p})
		}
	}
	return found
}

// mostNames is how many people or numbers a sentence names.
const mostNames = 3

// Others says of how many others a finding tells the same, with the first of them; "" where of none.
func (p Phrases) Others(f Finding) string {
	if len(f.Others) == 0 {
		return ""
	}
	var names []string
	for _, other := range f.Others[:min(len(f.Others), mostNames)] {
		names = append(names, p.person(other))
	}
	if len(f.Others) > mostNames {
		names = append(names, "…")
	}
	phrase := "finding.others"
	if f.Subject.Kind == OfItem {
		phrase = "finding.other-items"
	}
	return p.Say(phrase, "count", strconv.Itoa(len(f.Others)), "names", strings.Join(names, ", "))
}

// person names whom a problem is about, with the number of the sheet and the row in the list's file; of an item, its row in the
// program.
func (p Phrases) person(pr Problem) string {
	if pr.Subject.Kind == OfItem {
		return cmp.Or(pr.Subject.Name, "…") + " (" + p.Say("finding.row", "row", pr.Args["row"]) + ")"
	}
	about := []string{}
	if number := pr.Args["number"]; number != "" {
		about = append(about, p.Say("finding.number", "number", number))
	}
	about = append(about, p.row(pr.Subject.Row))
	return cmp.Or(pr.Subject.Name, "…") + " (" + strings.Join(about, ", ") + ")"
}

// row says where somebody stands in the list's file.
func (p Phrases) row(row int) string {
	if row == 0 {
		return p.Say("finding.typed")
	}
	return p.Say("finding.row", "row", strconv.Itoa(row))
}
