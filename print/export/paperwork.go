package export

import (
	"maps"
	"slices"

	"tiengtrong/app"
)

// The kinds of paperwork: what the school works with, rather than hangs up or hands out.
const (
	Reports  Kind = "report"
	Register Kind = "register" // the sổ khen thưởng
)

// paperwork tells of each kind what it prints, and lays it out.
var paperwork = []struct {
	kind  Kind
	about []app.SubjectKind
	jobs  func(Plan) []job
}{
	{Reports, []app.SubjectKind{app.OfCeremony, app.OfItem}, reports},
	{Register, nil, register},
}

// isPaperwork tells whether a kind is made only where it is asked for.
func isPaperwork(kind Kind) bool { return !slices.Contains(Kinds, kind) }

// subjectsOf tells which kinds of subjects a kind of piece prints.
func subjectsOf(kind Kind) []app.SubjectKind {
	for _, p := range paperwork {
		if p.kind == kind {
			return p.about
		}
	}
	return subjects[kind]
}

// paperworkJobs lists the files of a plan's paperwork.
func paperworkJobs(plan Plan) []job {
	var out []job
	for _, p := range paperwork {
		if slices.Contains(plan.What, p.kind) && plan.Shard.leads() {
			out = append(out, p.jobs(plan)...)
		}
	}
	return out
}

func sameProblem(a, b app.Problem) bool {
	return a.Code == b.Code && a.Subject == b.Subject && maps.Equal(a.Args, b.Args)
}

// reports is what became of the plan's run.
func reports(plan Plan) []job {
	if plan.Run == nil {
		return nil
	}
	pages, problems := plan.Studio.Report(plan.Event, *plan.Run)
	return []job{sheets(Reports, "bao-cao", plan.Run.Plan.Title, pages, problems)}
}
