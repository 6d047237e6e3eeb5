package ui

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// sheet is a question over the window, with its answers as buttons below.
type sheet struct {
	w     *Window
	popup *fynewidget.PopUp
}

// newSheet shows a title and content of that width over the window. The buttons are added by answer.
func (w *Window) newSheet(title string, width float32, content fyne.CanvasObject, buttons ...fyne.CanvasObject) *sheet {
	head := widget.NewWords(title, widget.Look{Size: widget.SizeHeading, Bold: true, Wrap: true})
	row := widget.Row(10, spacer())
	for _, b := range buttons {
		row.Add(widget.Fixed(b, max(b.MinSize().Width+24, 104), 0))
	}
	body := widget.Fixed(container.NewBorder(widget.Inset(head, 0, 0), row, nil, nil, widget.Inset(content, 12, 0)), width, 0)
	s := &sheet{w: w}
	w.hush()
	s.popup = fynewidget.NewModalPopUp(widget.Over(widget.Inset(w.fitted(body), 22, 26)), w.win.Canvas())
	s.popup.Show()
	w.sheets = append(w.sheets, s)
	return s
}

// fitted lets the content of a sheet be scrolled where the window is too small for it.
func (w *Window) fitted(content fyne.CanvasObject) fyne.CanvasObject {
	size, room := content.MinSize(), w.win.Canvas().Size().SubtractWidthHeight(2*26+16, 2*22+16)
	if size.Width <= room.Width && size.Height <= room.Height {
		return content
	}
	return widget.Fixed(container.NewScroll(content), min(size.Width, room.Width), min(size.Height, room.Height))
}

func (s *sheet) close() {
	s.w.hush()
	s.popup.Hide()
	s.w.sheets = slices.DeleteFunc(s.w.sheets, func(other *sheet) bool { return other == s })
}

// key takes the keys that no field has a use for: Escape closes the sheet that lies on top.
func (w *Window) key(key *fyne.KeyEvent) {
	n := len(w.sheets)
	switch {
	case key.Name == fyne.KeyF1:
		w.help()
	case n > 0 && key.Name == fyne.KeyEscape:
		w.sheets[n-1].close()
	case n == 0 && w.tour != nil:
		w.tour.key(key.Name)
	}
}

// button is an answer; a strong one is what most people want.
func button(words string, strong bool, do func()) *widget.Button {
	return widget.NewButton(words, strong, do)
}

// tellError says that something failed, and why.
func (w *Window) tellError(sentence string) { w.tellSheet(w.say("error.title"), sentence) }

// tellSheet says something that people must have read before they go on.
func (w *Window) tellSheet(title, sentence string) {
	var s *sheet
	ok := button(w.say("answer.ok"), true, func() { s.close() })
	s = w.newSheet(title, 440, widget.NewWords(sentence, widget.Look{Wrap: true}), ok)
	w.win.Canvas().Focus(ok)
}

// confirm asks about what can't be undone; the title is what the answer does.
func (w *Window) confirm(title, text string, do func()) {
	var s *sheet
	no := button(w.say("answer.cancel"), false, func() { s.close() })
	yes := button(title, true, func() { s.close(); do() })
	s = w.newSheet(title, 480, widget.NewWords(text, widget.Look{Wrap: true}), no, yes)
	w.win.Canvas().Focus(no)
}

// unsaved asks what to do with changes that are not in the file, then goes on unless the answer is to stay.
func (w *Window) unsaved(then func()) {
	if !w.doc.Dirty() {
		then()
		return
	}
	var s *sheet
	stay := button(w.say("answer.cancel"), false, func() { s.close() })
	drop := button(w.say("answer.dont-save"), false, func() { s.close(); then() })
	save := button(w.say("answer.save"), true, func() { s.close(); w.saveThen(then) })
	s = w.newSheet(w.say("unsaved.title"), 460,
		widget.NewWords(w.say("unsaved.text", "name", w.fileName()), widget.Look{Wrap: true}), stay, drop, save)
	w.win.Canvas().Focus(save)
}

// pickDate shows a calendar under a field.
func (w *Window) pickDate(under fyne.CanvasObject, day app.Date, pick func(app.Date)) {
	start := day.Time()
	if day.IsZero() {
		if start = w.doc.Event().From.Time(); w.doc.Event().From.IsZero() {
			start = app.DateOf(w.now()).Time()
		}
	}
	names := widget.MonthNames{Back: w.tip("month.back"), Next: w.tip("month.next"), Title: func(t time.Time) string {
		return w.say("date.month", "month", fmt.Sprint(int(t.Month())), "year", fmt.Sprint(t.Year()))
	}}
	for i := range names.Weekdays {
		names.Weekdays[i] = w.say(fmt.Sprintf("date.weekday-%d", i))
	}
	var popup *fynewidget.PopUp
	month := widget.NewMonth(names, start, func(t time.Time) {
		popup.Hide()
		pick(app.DateOf(t))
	})
	popup = fynewidget.NewPopUp(widget.Over(month), w.win.Canvas())
	popup.ShowAtRelativePosition(fyne.NewPos(under.Size().Width-month.MinSize().Width, under.Size().Height+4), under)
}
