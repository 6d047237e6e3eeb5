package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// writing is a sheet over the window that tells how far an export is, stops it, and names what was written, or what
// stands in its way.
type writing struct {
	w        *Window
	plan     export.Plan
	sheet    *sheet
	doing    *widget.Words
	progress *fynewidget.ProgressBar
	place    *fyne.Container
	open     *widget.Button // the first file
	folder   *widget.Button
	force    *widget.Button // past the errors
	close    *widget.Button
	stop     context.CancelFunc
	first    string       // path of the first file
	skipped  []*app.Entry // whose sheets are left out
	again    string       // a warning of numbers that were on paper before
}

// write exports a plan while people look on.
func (w *Window) write(title string, plan export.Plan) {
	j := &writing{w: w, plan: plan, doing: widget.NewWords("", widget.Look{Wrap: true}), progress: fynewidget.NewProgressBar(), place: container.NewStack()}
	j.open = button(w.say("writing.open"), true, func() { w.openOutside(j.first) })
	j.folder = button(w.say("print.open-folder"), false, func() { w.openOutside(plan.Dir) })
	j.force = button(w.say("writing.force"), false, func() { j.plan.Force = true; j.start() })
	j.close = button("", false, func() { j.stop(); j.sheet.close() })
	if plan.Only == nil {
		j.again = w.againWords(plan.Event, plan.What)
	}
	var err error
	if j.skipped, err = w.narrow(&j.plan); err != nil {
		w.tellSheet(title, w.exportError(plan, err))
		return
	}
	content := widget.Fixed(container.NewBorder(widget.Column(8, j.doing, j.progress), nil, nil, nil, below(8, j.place)), 0, 190)
	j.sheet = w.newSheet(title, 660, content, j.force, j.close, j.folder, j.open)
	j.start()
}

// printSheet exports the certificate of one recipient.
func (w *Window) printSheet(design, recipient app.ID, name string) {
	w.write(w.say("writing.one", "name", name), export.Plan{Event: w.doc.Event(), Studio: w.studio, What: []export.Kind{export.Certificates}, For: export.Office,
		Dir: w.folderOf(export.Office), Design: design, Only: []app.ID{recipient}, Printer: w.calibrations(),
		Options: export.Options{Blank: w.onBlank}})
}

func (j *writing) start() {
	w := j.w
	ctx, stop := context.WithCancel(context.Background())
	j.stop = stop
	j.place.RemoveAll()
	j.progress.Show()
	j.doing.SetText(w.say("writing.begin"))
	j.close.SetText(w.say("print.cancel"))
	j.offer(false, false)
	since := pace{time.Now()}
	report := w.jobs.every(50*time.Millisecond, func(done, total int, name string) {
		j.progress.SetValue(float64(done) / float64(max(total, 1)))
		j.doing.SetText(w.progressWords(since, name, done, total))
	})
	var result export.Result
	var err error
	plan := j.plan
	w.jobs.run(func() { result, err = export.Run(ctx, plan, report) }, func() { j.tell(result, err) })
}

// offer enables what can be done with files that were written, and shows what goes past errors where there are some.
func (j *writing) offer(files, errors bool) {
	enable(j.open, files)
	enable(j.folder, files)
	j.force.Hidden = !errors
	j.force.Refresh()
}

// tell says what was written, or why nothing was.
func (j *writing) tell(result export.Result, err error) {
	w := j.w
	j.stop()
	j.progress.Hide()
	j.close.SetText(w.say("answer.close"))
	blocked := (*export.BlockedError)(nil)
	switch {
	case errors.Is(err, context.Canceled):
		j.doing.SetText(w.say("print.cancelled"))
	case errors.As(err, &blocked):
		j.doing.SetText(w.say("print.blocked", "count", fmt.Sprint(export.CountErrors(blocked.Problems))))
		j.place.Objects = []fyne.CanvasObject{widget.Scrolled(widget.Column(4, w.problemLines(blocked.Problems, 30)...), 0)}
		j.offer(false, true)
	case err != nil:
		j.doing.SetText(w.exportError(j.plan, err))
	case len(result.Files) == 0:
		j.doing.SetText(w.say("writing.nothing"))
	default:
		j.name(result.Files)
		j.doing.SetText(joined(" ", j.doing.Text(), w.skippedWords(j.skipped), j.again))
	}
	j.place.Refresh()
}

// name lists the files.
func (j *writing) name(files []export.File) {
	w := j.w
	j.first = files[0].Path
	j.doing.SetText(w.say("print.written", "count", fmt.Sprint(len(files))))
	j.place.Objects = []fyne.CanvasObject{widget.Surface(theme.ColorNameInputBackground, widget.ColorLine, 8,
		w.lines(func() int { return len(files) }, func(i int) string {
			name, err := filepath.Rel(j.plan.Dir, files[i].Path)
			if err != nil {
				name = files[i].Path
			}
			return name
		}))}
	j.offer(true, false)
	w.win.Canvas().Focus(j.open)
}

// exportError says why nothing could be written.
func (w *Window) exportError(plan export.Plan, err error) string {
	folder, room, unknown, measured := (*export.FolderError)(nil), (*print.NoRoom)(nil), (*export.UnknownName)(nil), (*export.NotCalibrated)(nil)
	switch {
	case errors.Is(err, errAllPrinted):
		return w.say("print.all-printed")
	case errors.As(err, &folder):
		return w.say("print.no-write", "path", plan.Dir)
	case errors.As(err, &room):
		return w.say("writing.no-room", "count", fmt.Sprint(room.Up))
	case errors.As(err, &measured):
		return w.say("writing.not-calibrated", "printer", measured.Printer, "width", formatMM(float64(measured.Paper.W)), "height", formatMM(float64(measured.Paper.H)))
	case errors.As(err, &unknown):
		return w.say("export.unknown-"+unknown.What, "name", unknown.Name, "known", listed(unknown.Known))
	}
	return w.say("print.failed", "reason", err.Error())
}
