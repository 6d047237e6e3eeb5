package ui

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// Whom a peopleFinder shows.
const (
	everybody   = iota
	withTrouble // something is wrong with them or their sheet
	longest     // everybody, the longest names first
)

// peopleFinder is a field for searching among recipients, above a choice of whom to see.
type peopleFinder struct {
	w      *Window
	box    fyne.CanvasObject
	search *widget.Search
	list   *widget.Lines // of whom it found
	whom   *widget.Choice
	asked  latest[[]int]
	people []*app.Recipient // that words knows; both belong to the work that is asked for
	words  *app.Finder
}

// newPeopleFinder returns a finder that calls changed when something else is asked for, and put with the places of
// whom it found. Enter leads on to its list.
func newPeopleFinder(w *Window, changed func(), put func(found []int)) *peopleFinder {
	f := &peopleFinder{w: w, asked: latest[[]int]{jobs: w.jobs, show: put}}
	f.search = widget.NewSearch(widget.Onward(func() { f.asked.whenShown(f.list.Enter) }))
	f.search.SetPlaceHolder(w.say("people.search"))
	f.search.OnEdit = func(string) { changed(); w.noticed() }
	f.whom = widget.NewChoice(w.say("people.all"), w.say("people.trouble", "count", "0"), w.say("people.longest"))
	f.whom.OnChoose = func(int) { changed() }
	f.box = widget.Column(6, f.search, f.whom)
	return f
}

// all shows everybody again.
func (f *peopleFinder) all() {
	f.search.Fill("")
	f.whom.Mark(everybody)
}

// trouble shows whom something is wrong with.
func (f *peopleFinder) trouble() {
	f.search.Fill("")
	f.whom.Choose(withTrouble)
}

// find looks for those whose words hold what is asked, without marks and capitals. people must not change any more.
func (f *peopleFinder) find(people []*app.Recipient, troubles map[app.ID][]app.Problem) {
	f.whom.SetWords(withTrouble, f.w.say("people.trouble", "count", fmt.Sprint(len(troubles))))
	asked, whom := f.search.Text, f.whom.Chosen()
	f.asked.ask(func() []int {
		found := f.holding(people, asked)
		switch whom {
		case withTrouble:
			found = slices.DeleteFunc(found, func(i int) bool { return troubles[people[i].ID] == nil })
		case longest:
			slices.SortStableFunc(found, func(a, b int) int { return length(people[b]) - length(people[a]) })
		}
		return found
	})
}

// holding returns the places of those whose words hold what is asked. The words of a list are read when it is searched.
func (f *peopleFinder) holding(people []*app.Recipient, asked string) []int {
	if asked == "" {
		all := make([]int, len(people))
		for i := range all {
			all[i] = i
		}
		return all
	}
	if f.words == nil || !sameList(f.people, people) {
		f.people, f.words = people, app.NewFinder(people)
	}
	return f.words.Find(asked)
}

// sameList tells whether two lists are one and the same: published lists never change.
func sameList(a, b []*app.Recipient) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func length(r *app.Recipient) int { return utf8.RuneCountInString(r.Name) }

// troubles keeps who of a certificate's recipients has which problems.
type troubles struct {
	of          []app.Problem // that were read last
	certificate app.ID
	by          map[app.ID][]app.Problem
}

// read returns the recipients of a certificate with their problems, the gravest first.
func (t *troubles) read(problems []app.Problem, certificate app.ID) map[app.ID][]app.Problem {
	if t.by != nil && t.certificate == certificate && len(t.of) == len(problems) && (len(problems) == 0 || &t.of[0] == &problems[0]) {
		return t.by
	}
	t.of, t.certificate, t.by = problems, certificate, map[app.ID][]app.Problem{}
	for _, p := range gravestFirst(problems) {
		if id := p.Subject.ID; p.Subject.Kind == app.OfRecipient && p.Subject.Parent == certificate {
			t.by[id] = append(t.by[id], p)
		}
	}
	return t.by
}

// troublePanel tells what is wrong with one recipient; each line leads to the field where it is mended.
type troublePanel struct {
	w     *Window
	box   *fyne.Container
	shown []app.Problem
}

func newTroublePanel(w *Window) *troublePanel {
	p := &troublePanel{w: w, box: container.NewVBox()}
	p.box.Hide()
	return p
}

func (p *troublePanel) show(problems []app.Problem) {
	if slices.EqualFunc(p.shown, problems, sameProblem) {
		return
	}
	p.shown, p.box.Objects, p.box.Hidden = problems, nil, len(problems) == 0
	if len(problems) > 0 {
		lines := widget.Column(0, p.w.problemLines(problems, len(problems))...)
		p.box.Add(widget.Surface(softOf[problems[0].Severity], "", 10, widget.Inset(lines, 4, 10)))
	}
	p.w.place.Refresh()
}

// softOf are the grounds under problems.
var softOf = map[app.Severity]fyne.ThemeColorName{app.Error: widget.ColorBadSoft, app.Warning: widget.ColorWarnSoft}
