package export

import (
	"io"
	"maps"
	"slices"

	"tiengtrong/app"
	"tiengtrong/app/table"
	"tiengtrong/print"
)

// The kinds of paperwork: what the school works with, rather than hangs up or hands out.
const (
	RunSheets Kind = "runsheet"
	Scripts   Kind = "script"
	Pledges   Kind = "pledges" // the commitment sheets
	Speeches  Kind = "speech"
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
	{Pledges, []app.SubjectKind{app.OfAsk}, pledges},
	{Speeches, nil, speeches},
	{Workbooks, nil, workbooks},
	{Calendars, nil, calendars},
	{Reports, ofPrograms, reports},
	{Register, nil, register},
}

// Count tells how many things of a kind there are to export: ceremonies with a program, asks, certificates with their
// recipients, and one of what the whole event has once. A report needs a run besides.
func Count(e *app.Event, kind Kind) int {
	n := 0
	switch kind {
	case Programs, RunSheets, Scripts, Workbooks:
		for _, c := range e.Ceremonies {
			n += min(len(c.Program.Items), 1)
		}
	case Pledges:
		for _, a := range e.Asks {
			n += min(len(a.Said()), 1)
		}
	case Calendars:
		n = min(len(e.Ceremonies), 1)
	case Speeches, Reports:
		n = 1
	case Register:
		n = len(e.Entries())
	case Banners:
		n = len(e.Banners)
	case Posters:
		n = len(e.Posters)
	case Certificates:
		for _, c := range e.Certificates {
			n += len(e.RosterOf(c).Recipients)
		}
	}
	return n
}

// Serves tells whether files of a kind are made for a use: the register is the school's alone.
func Serves(kind Kind, use Use) bool { return kind != Register || use == Office }

// isPaperwork tells whether a kind is made only where it is asked for.
func isPaperwork(kind Kind) bool { return !slices.Contains(Kinds, kind) }

// Archived lists the kinds that a school keeps for years; those of their files that are PDF are PDF/A-2b.
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

// pledges is two files for each ask: a sheet that many sign, and a sheet of one's own, two to an A4.
func pledges(plan Plan) []job {
	var out []job
	for _, a := range plan.Event.Asks {
		if len(a.Said()) > 0 {
			pages, problems := plan.Studio.PledgeList(plan.Event, a)
			out = append(out, sheets(Pledges, "cam-ket-tap-the", a.Audience, pages, problems))
			pages, problems = plan.Studio.PledgePair(plan.Event, a)
			out = append(out, sheets(Pledges, "cam-ket-ca-nhan", a.Audience, pages, problems))
		}
	}
	return out
}

// speeches is the draft of the opening speech: to be read from paper, and as text to be edited.
func speeches(plan Plan) []job {
	e := plan.Event
	pages, problems := plan.Studio.Speech(e)
	paper := sheets(Speeches, "bai-phat-bieu", e.Title, pages, problems)
	return []job{paper, {
		name: paper.name + ".txt", title: e.Title, kind: Speeches, count: 1,
		write: func(w io.Writer) error {
			_, err := io.WriteString(w, "\ufeff"+app.SpeechText(e)) // older editors on Windows know UTF-8 by the mark
			return err
		},
	}}
}

// reports is what became of the plan's run: to be signed, and as a workbook.
func reports(plan Plan) []job {
	if plan.Run == nil {
		return nil
	}
	pages, problems := plan.Studio.Report(plan.Event, *plan.Run)
	prefix := "bao-cao"
	if plan.Run.Rehearsal {
		prefix = "bao-cao-tong-duyet"
	}
	paper := sheets(Reports, prefix, plan.Run.Plan.Title, pages, problems)
	return []job{paper, {
		name: paper.name + ".xlsx", title: paper.title, kind: Reports, count: 1,
		write: func(w io.Writer) error { return table.WriteXLSX(w, reportSheet(*plan.Run)) },
	}}
}
