package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"tiengtrong/app"
)

// kindOfProblem is what findings about people have in common that are told in one line.
type kindOfProblem struct {
	severity    app.Severity
	code        string
	certificate app.ID
	field, text string
}

// group is a finding, with those of the same kind about other people.
type group struct {
	app.Problem
	others []app.Problem
}

// grouped puts together what is found of several people, in the order of the first of each.
func grouped(problems []app.Problem) []group {
	var groups []group
	known := map[kindOfProblem]int{}
	for _, p := range problems {
		kind := kindOfProblem{p.Severity, p.Code, p.Subject.Parent, p.Args["field"], p.Args["text"]}
		i, met := known[kind]
		switch {
		case p.Subject.Kind != app.OfRecipient || p.Args["count"] != "":
			groups = append(groups, group{Problem: p})
		case met:
			groups[i].others = append(groups[i].others, p)
		default:
			known[kind] = len(groups)
			groups = append(groups, group{Problem: p})
		}
	}
	return groups
}

// report says what to do about problems on the command line.
type report struct {
	*speaker
	event *app.Event
	path  string // of the event
	all   bool   // a line for each person
}

// problems writes one line for each kind of problem, with the command that helps where there is one.
func (r report) problems(w io.Writer, problems []app.Problem) {
	groups := grouped(problems)
	if r.all {
		groups = groups[:0]
		for _, p := range problems {
			groups = append(groups, group{Problem: p})
		}
	}
	told := map[string]bool{}
	for _, g := range groups {
		fmt.Fprintf(w, "%s %s\n", r.say("severity."+string(g.Severity)), r.load().Problem(g.Problem))
		if len(g.others) > 0 {
			fmt.Fprintln(w, "    "+r.say("cli.problem-others", "count", fmt.Sprint(len(g.others)), "names", r.names(g.others)))
		}
		if hint, known := r.load()["hint."+g.Code]; known && hint != "" && !told[g.Code] {
			told[g.Code] = true
			fmt.Fprintln(w, "    "+r.say("hint."+g.Code, "path", r.path, "number", g.Args["number"]))
		}
	}
}

// mostNames is how many people a line names.
const mostNames = 3

// names names the first few people of a kind, with where they stand in the list.
func (r report) names(problems []app.Problem) string {
	var names []string
	for _, p := range problems[:min(len(problems), mostNames)] {
		place := ""
		if person := r.person(p.Subject); person != nil && person.Row > 0 {
			place = r.say("cli.problem-row", "row", fmt.Sprint(person.Row))
		}
		number := ""
		if p.Args["number"] != "" {
			number = r.say("cli.problem-number", "number", p.Args["number"])
		}
		about := strings.Trim(number+", "+place, ", ")
		names = append(names, strings.TrimSuffix(cmp.Or(p.Subject.Name, "…")+" ("+about+")", " ()"))
	}
	if len(problems) > mostNames {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// person returns the recipient whom a problem is about, or nil.
func (r report) person(s app.Subject) *app.Recipient {
	c := app.Find(r.event.Certificates, s.Parent)
	if c == nil {
		return nil
	}
	people := r.event.RosterOf(*c).Recipients
	if i := app.Index(people, s.ID); i >= 0 {
		return people[i]
	}
	return nil
}
