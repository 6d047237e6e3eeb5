package app

import (
	"slices"
	"strings"
)

// Finder finds recipients of a list by their words. It is made once for a list and may be used from several goroutines.
type Finder struct {
	people []string // name and class, folded
	award  []int    // of each, in awards
	awards []string // award and citation, folded: many have the same
}

// NewFinder reads the words of recipients.
func NewFinder(recipients []*Recipient) *Finder {
	f := &Finder{people: make([]string, len(recipients)), award: make([]int, len(recipients))}
	known := map[[2]string]int{}
	for i, r := range recipients {
		f.people[i] = Fold(r.Name + "\n" + r.Class)
		key := [2]string{r.Award, r.Citation}
		place, ok := known[key]
		if !ok {
			place = len(f.awards)
			known[key] = place
			f.awards = append(f.awards, Fold(r.Award+"\n"+r.Citation))
		}
		f.award[i] = place
	}
	return f
}

// Find returns the places of those whose name, class, award or citation hold each of the words, whole or in part, in
// whatever order. Case and diacritics don't count. Nothing asked finds everybody.
func (f *Finder) Find(asked string) []int {
	words := strings.Fields(Fold(asked))
	left := make([][]string, len(f.awards)) // the words that an award doesn't have
	for i, award := range f.awards {
		left[i] = without(words, award)
	}
	found := make([]int, 0, len(f.people))
	for i, person := range f.people {
		if !slices.ContainsFunc(left[f.award[i]], func(word string) bool { return !strings.Contains(person, word) }) {
			found = append(found, i)
		}
	}
	return found
}

// without returns the words that text doesn't hold.
func without(words []string, text string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool { return strings.Contains(text, word) })
}

// Troubled returns the places of a certificate's recipients whom a problem is about, in the order of the list.
func (e *Event) Troubled(c Certificate, problems []Problem) []int {
	about := map[ID]bool{}
	for _, p := range problems {
		if p.Subject.Kind == OfRecipient && p.Subject.Parent == c.ID {
			about[p.Subject.ID] = true
		}
	}
	var places []int
	for i, r := range e.RosterOf(c).Recipients {
		if about[r.ID] {
			places = append(places, i)
		}
	}
	return places
}
