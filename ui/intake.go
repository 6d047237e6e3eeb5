package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/app/table"
	"tiengtrong/ui/widget"
)

// tableEndings are the lists that the program reads.
var tableEndings = endingsOf(table.Formats)

func endingsOf(formats []table.Format) []string {
	var endings []string
	for _, f := range formats {
		endings = append(endings, f.Extensions...)
	}
	return endings
}

// pickTable asks for a list and hands on its bytes.
func (w *Window) pickTable(title string, then func(path string, data []byte)) {
	w.pick(wanted{title: title, action: w.say("action.open-file"), endings: tableEndings, start: w.lastFolder()}, func(path string) {
		w.readTable(path, then)
	})
}

// unreadable is the phrase for a file that can't be read: it may be on a stick that was pulled out.
func unreadable(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "file.not-found"
	}
	return "file.no-access"
}

// readTable reads a list's bytes beside the UI goroutine.
func (w *Window) readTable(path string, then func(path string, data []byte)) {
	var data []byte
	var err error
	w.jobs.run(func() { data, err = os.ReadFile(path) }, func() {
		if err != nil {
			w.tellError(w.say(unreadable(err), "path", path))
			return
		}
		then(path, data)
	})
}

// readingError says why a list can't be read, and what to do.
func (w *Window) readingError(path string, err error) string {
	if sentence := intake.Explain(w.phrases, err); sentence != "" {
		return sentence
	}
	return w.say("intake.unreadable", "path", filepath.Base(path), "reason", err.Error())
}

// importProgram shows what a list would give as a running order, and takes it on a yes.
func (w *Window) importProgram(path string, data []byte, ceremony app.ID) {
	var r intake.ProgramReading
	var err error
	w.jobs.run(func() { r, err = intake.Program(path, data) }, func() {
		if err != nil {
			w.tellError(w.readingError(path, err))
			return
		}
		var lines []string
		for _, row := range (app.Program{Items: r.Items}).Outline() {
			line := strings.ToUpper(row.Part)
			if !row.Heading {
				line = fmt.Sprintf("%d′  %s", row.Item.Minutes, joined(" — ", row.Item.Title, row.Item.Who))
			}
			lines = append(lines, line)
		}
		w.confirmIntake(w.say("intake.program", "count", fmt.Sprint(len(r.Items)), "path", filepath.Base(path)), lines, r.LeftOut, func() {
			w.doc.Edit(w.say("undo.import-program"), "", func(e *app.Event) {
				if c := app.Find(e.Ceremonies, ceremony); c != nil {
					c.Program = app.Program{Items: r.Items}
					if r.Start != app.NoClock {
						c.Start = r.Start
					}
				}
			})
		})
	})
}

// confirmIntake shows what a list gives and which of its rows give nothing, before anything changes.
func (w *Window) confirmIntake(title string, lines []string, leftOut []app.LeftOut, take func()) {
	var s *sheet
	taken := w.lineList(lines, theme.ColorNameForeground)
	out := make([]string, len(leftOut))
	for i, l := range leftOut {
		out[i] = w.leftOut(l)
	}
	var content fyne.CanvasObject = widget.Fixed(taken, 0, 340)
	if len(out) > 0 {
		content = container.NewBorder(nil, widget.Column(4,
			widget.NewWords(w.say("intake.left-out", "count", fmt.Sprint(len(out))), widget.Look{Bold: true, Color: theme.ColorNameWarning}),
			widget.Fixed(w.lineList(out, widget.ColorMuted), 0, 110)), nil, nil, widget.Inset(widget.Fixed(taken, 0, 250), 0, 0))
	}
	no := button(w.say("answer.cancel"), false, func() { s.close() })
	yes := button(w.say("intake.take"), true, func() { s.close(); take() })
	s = w.newSheet(title, 760, content, no, yes)
	w.win.Canvas().Focus(yes)
}

// leftOut says which row of a list gave nothing, and why.
func (w *Window) leftOut(l app.LeftOut) string {
	return w.say("intake.row", "row", fmt.Sprint(l.Row), "text", l.Text, "reason", w.say("reason."+l.Reason))
}

// lineList is a long list of lines to be read.
func (w *Window) lineList(lines []string, color fyne.ThemeColorName) fyne.CanvasObject {
	list := widget.NewList(func() int { return len(lines) },
		func() fyne.CanvasObject { return widget.Inset(widget.NewWords("", widget.Look{Color: color}), 3, 8) },
		func(i int, o fyne.CanvasObject) { o.(*fyne.Container).Objects[0].(*widget.Words).SetText(lines[i]) })
	return widget.Surface(theme.ColorNameInputBackground, widget.ColorLine, 8, list)
}
