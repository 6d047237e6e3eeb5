package ui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// proofPause is how long the hands must rest before the event is proofread.
const proofPause = 400 * time.Millisecond

// proofed is what the proofreader found, or nothing where he was stopped.
type proofed struct {
	problems []app.Problem
	err      error
}

// askProof has the event proofread when nothing more changes for a moment.
func (w *Window) askProof() {
	if w.proofWait != nil {
		w.proofWait.Stop()
	}
	w.proofStop()
	w.proofWait = w.jobs.pause(proofPause, func() {
		ctx, stop := context.WithCancel(context.Background())
		w.proofStop = stop
		e, studio, today := w.doc.Event(), w.studio, app.DateOf(w.now())
		w.proof.ask(func() (p proofed) {
			p.problems, p.err = export.ProofContext(ctx, e, studio, printable())
			p.problems = append(p.problems, app.Overdue(e, today)...)
			return p
		})
	})
}

// proofread takes what the proofreader found.
func (w *Window) proofread(found proofed) {
	if found.err != nil {
		return // a newer version waits
	}
	problems := found.problems
	w.problems = problems
	if p := w.pages[w.current]; p != nil {
		p.show(w.doc.Event())
	}
	errors := export.CountErrors(problems)
	text := ""
	if errors > 0 {
		text = w.say("proof.errors", "count", fmt.Sprint(errors))
	}
	w.rail["print"].SetCount(text)
}

// problemLines lists problems, errors first, each as a sentence that leads to its place; what is wrong with several
// people is one line. Beyond most they are only counted.
func (w *Window) problemLines(problems []app.Problem, most int) []fyne.CanvasObject {
	if len(problems) == 0 {
		return []fyne.CanvasObject{w.note("done", theme.ColorNameSuccess, w.say("proof.clean"))}
	}
	found := app.Findings(gravestFirst(problems))
	var lines []fyne.CanvasObject
	for _, f := range found[:min(len(found), most)] {
		lines = append(lines, widget.NewTap(widget.Inset(w.finding(f), 4, 4), 6, func() { w.goToFinding(f) }))
	}
	if rest := len(found) - most; rest > 0 {
		more := widget.NewWords(w.say("proof.more", "count", fmt.Sprint(rest)), widget.Look{Color: widget.ColorMuted})
		lines = append(lines, widget.Inset(more, 0, 30))
	}
	return lines
}

// longestQuote is how much of the event's own words a problem repeats.
const longestQuote = 70

// problem returns the sentence of a problem. Long words of the event are quoted in part.
func (w *Window) problem(p app.Problem) string {
	args := map[string]string{}
	for key, value := range p.Args {
		args[key] = shortened(value, longestQuote)
	}
	p.Args = args
	return w.phrases.Problem(p)
}

// finding tells what is wrong, with the sign of its weight before it and below it who else has it.
func (w *Window) finding(f app.Finding) fyne.CanvasObject {
	name, color := "warning", theme.ColorNameWarning
	if f.Severity == app.Error {
		name, color = "error", theme.ColorNameError
	}
	told := widget.Column(2, widget.NewWords(w.problem(f.Problem), widget.Look{Wrap: true}))
	if others := w.phrases.Others(f); others != "" {
		told.Add(widget.NewWords(others, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}))
	}
	return marked(name, color, told)
}

// goToFinding goes to the place of a finding; of several people, to the list of all who have a problem.
func (w *Window) goToFinding(f app.Finding) {
	w.goToProblem(f.Problem)
	if p, ok := w.pages[w.current].(*certificatesPage); ok && len(f.Others) > 0 {
		p.roster.finder.trouble()
	}
}

// gravestFirst returns problems with the errors before the warnings.
func gravestFirst(problems []app.Problem) []app.Problem {
	sorted := slices.Clone(problems)
	slices.SortStableFunc(sorted, func(a, b app.Problem) int { return cmp.Compare(a.Severity, b.Severity) })
	return sorted
}

// note is a sentence with a small icon before it.
func (w *Window) note(iconName string, color fyne.ThemeColorName, sentence string) fyne.CanvasObject {
	return marked(iconName, color, widget.NewWords(sentence, widget.Look{Wrap: true}))
}

// marked puts a small icon before something.
func marked(iconName string, color fyne.ThemeColorName, told fyne.CanvasObject) fyne.CanvasObject {
	mark := container.NewVBox(widget.Fixed(fynewidget.NewIcon(tinted(iconName, color)), 18, 20))
	return container.NewBorder(nil, nil, mark, nil, widget.Inset(told, 0, 8))
}
