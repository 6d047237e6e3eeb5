package export

import (
	"maps"
	"slices"

	"tiengtrong/app"
	"tiengtrong/print"
)

// The kinds of paperwork: what the school works with, rather than hangs up or hands out.
const (
	RunSheets Kind = "runsheet"
	Scripts   Kind = "script"
	Workbooks Kind = "program-table" // the running order as a workbook
	Calendars Kind = "calendar"
	Reports   Kind = "report"
	Register  Kind = "register" // the sổ khen thưởng
)

// ofPrograms is what stands in a program.
var ofPrograms = []app.SubjectKind{app.OfCeremony, app.OfItem}

// paperwork tells of each kind what it prints, and lays it out.
var paperwork = []struct {
	kind  Kind
	about []app.SubjectKind
	jobs  func(Plan) []job
}{
	{RunSheets, ofPrograms, func(plan Plan) []job { return perCeremony(plan, RunSheets, "dieu-hanh", plan.Studio.RunSheet) }},
	{Scripts, ofPrograms, func(plan Plan) []job { return perCeremony(plan, Scripts, "loi-dan", plan.Studio.Script) }},
	{Workbooks, nil, workbooks},
	{Calendars, nil, calendars},
	{Reports, ofPrograms, reports},
	{Register, nil, register},
}

// isPaperwork tells whether a kind is made only where it is asked for.
func isPaperwork(kind Kind) bool { return !slices.Contains(Kinds, kind) }

// Archived lists the kinds that a school keeps for years: documents, whose files are PDF/A-2b.
func Archived() []Kind {
	kinds := []Kind{Programs}
	for _, p := range paperwork {
		kinds = append(kinds, p.kind)
	}
	return kinds
}

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

// perCeremony is one file for each ceremony with a program.
func perCeremony(plan Plan, kind Kind, prefix string, lay func(*app.Event, app.Ceremony) ([]*print.Page, []app.Problem)) []job {
	var out []job
	for _, c := range plan.Event.Ceremonies {
		if len(c.Program.Items) > 0 {
			pages, problems := lay(plan.Event, c)
			out = append(out, sheets(kind, prefix, c.Title, pages, problems))
		}
	}
	return out
}

// reports is what became of the plan's run.
func reports(plan Plan) []job {
	if plan.Run == nil {
		return nil
	}
	pages, problems := plan.Studio.Report(plan.Event, *plan.Run)
	return []job{sheets(Reports, "bao-cao", plan.Run.Plan.Title, pages, problems)}
}
