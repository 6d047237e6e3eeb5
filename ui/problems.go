package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// problemLines lists problems, errors first, each as a sentence that leads to its place. Beyond most they are
// only counted.
func (w *Window) problemLines(problems []app.Problem, most int) []fyne.CanvasObject {
	if len(problems) == 0 {
		return []fyne.CanvasObject{w.note("done", theme.ColorNameSuccess, w.say("proof.clean"))}
	}
	sorted := slices.Clone(problems)
	slices.SortStableFunc(sorted, func(a, b app.Problem) int { return weight(a) - weight(b) })
	var lines []fyne.CanvasObject
	for _, p := range sorted[:min(len(sorted), most)] {
		name, color := "warning", theme.ColorNameWarning
		if p.Severity == app.Error {
			name, color = "error", theme.ColorNameError
		}
		lines = append(lines, widget.NewTap(widget.Inset(w.note(name, color, w.phrases.Problem(p)), 4, 4), 6, func() { w.goTo(p.Subject) }))
	}
	if rest := len(sorted) - most; rest > 0 {
		lines = append(lines, widget.NewWords(w.say("proof.more", "count", fmt.Sprint(rest)), widget.Look{Color: widget.ColorMuted}))
	}
	return lines
}

func weight(p app.Problem) int {
	if p.Severity == app.Error {
		return 0
	}
	return 1
}

// note is a sentence with a small icon before it.
func (w *Window) note(iconName string, color fyne.ThemeColorName, sentence string) fyne.CanvasObject {
	mark := container.NewVBox(widget.Fixed(fynewidget.NewIcon(tinted(iconName, color)), 18, 20))
	return container.NewBorder(nil, nil, mark, nil, widget.Inset(widget.NewWords(sentence, widget.Look{Wrap: true}), 0, 8))
}
