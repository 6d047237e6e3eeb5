package ui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/ui/widget"
)

// listImport leads from a list's file to the recipients of a certificate, step by step in one sheet over the window. The
// event changes at the end, in one step of undo.
type listImport struct {
	w           *Window
	certificate app.ID
	path        string // of the file; "" for cells that were pasted
	data        []byte // of the file, or the cells
	choices     intake.Choices
	taken       func() // called when the list was taken

	roster  *app.Roster
	reading intake.RosterReading
	doubles []app.Duplicate
	dropped map[*app.Recipient]bool // who stands there twice and is not to be taken
	decided bool                    // somebody has said what becomes of those who stand there twice
	replace bool                    // take the new list alone, rather than bring the old one up to date
	stay    stays                   // who of the old list stays that isn't in the new one

	sheet      *sheet
	steps      []importStep
	at         int
	bar        *fyne.Container
	place      *fyne.Container
	back, next *widget.Button
}

// importStep is one step of the way.
type importStep interface {
	name() string // phrase
	content() fyne.CanvasObject
	show()       // after the list was read anew, and when the step is come to
	ready() bool // to go on
}

// importRoster asks for a list and shows what it would give.
func (v *rosterView) importRoster() { v.w.pickTable(v.w.say("roster.import"), v.take) }

// pasteRoster takes cells that were copied from a spreadsheet.
func (v *rosterView) pasteRoster() { v.take("", []byte(v.w.app.Clipboard().Content())) }

// take shows what a list would give to the chosen certificate.
func (v *rosterView) take(path string, data []byte) {
	if v.page.edit.current(v.w.doc.Event()) == nil {
		v.page.edit.add()
	}
	im := &listImport{w: v.w, certificate: v.page.edit.chosen, path: path, data: data, taken: func() { v.page.tabs.Select(rosterTab) }}
	im.read(im.choices, im.open)
}

// read reads the list with these choices, beside the UI goroutine. Where that fails, all stays as it was.
func (im *listImport) read(choices intake.Choices, then func()) {
	var roster *app.Roster
	var reading intake.RosterReading
	var doubles []app.Duplicate
	var err error
	im.w.busy(im.w.say("import.reading"), func() {
		if im.path == "" {
			roster, reading, err = intake.Paste(string(im.data), choices)
		} else {
			roster, reading, err = intake.Roster(im.path, im.data, choices)
		}
		if err == nil {
			doubles = app.Duplicates(roster.Recipients)
		}
	}, func() {
		if err != nil {
			im.w.tellError(im.w.readingError(im.path, err))
		} else {
			im.choices, im.roster, im.reading, im.doubles, im.dropped, im.decided, im.stay = choices, roster, reading, doubles, map[*app.Recipient]bool{}, false, staysOpen
		}
		if im.roster != nil {
			then()
		}
	})
}

// importWidth and importHeight are the room of a step.
const importWidth, importHeight = 1120, 520

func (im *listImport) open() {
	w := im.w
	im.bar, im.place = widget.Row(6), container.NewStack()
	im.steps = []importStep{newImportSource(im), newImportColumns(im), newImportAccount(im)}
	cancel := button(w.say("answer.cancel"), false, func() { im.sheet.close() })
	im.back = button(w.say("import.back"), false, func() { im.turn(im.at - 1) })
	im.next = button("", true, im.goOn)
	title := w.say("import.paste-title")
	if im.path != "" {
		title = w.say("import.title", "name", filepath.Base(im.path))
	}
	content := widget.Fixed(container.NewBorder(im.bar, nil, nil, nil, below(12, im.place)), 0, importHeight)
	im.sheet = w.newSheet(title, importWidth, content, cancel, im.back, im.next)
	first := 0
	if len(im.reading.Sheets) < 2 && len(im.reading.Samples) == 0 {
		first = 1 // nothing to ask about the file
	}
	im.turn(first)
}

// turn shows a step.
func (im *listImport) turn(to int) {
	im.at = min(max(to, 0), len(im.steps)-1)
	step := im.steps[im.at]
	im.bar.RemoveAll()
	for i, s := range im.steps {
		im.bar.Add(widget.NewStep(i+1, im.w.say(s.name()), i == im.at, i < im.at))
	}
	im.place.Objects = []fyne.CanvasObject{step.content()}
	step.show()
	im.place.Refresh()
	if im.back.Enable(); im.at == 0 {
		im.back.Disable()
	}
	words := "import.next"
	if im.at == len(im.steps)-1 {
		words = "intake.take"
	}
	im.next.SetText(im.w.say(words))
	enable(im.next, step.ready())
	im.w.win.Canvas().Focus(im.next)
}

// goOn shows the next step, or takes the list after the last.
func (im *listImport) goOn() {
	if im.at < len(im.steps)-1 {
		im.turn(im.at + 1)
		return
	}
	im.sheet.close()
	im.apply()
	im.taken()
}

// again reads the list with other choices and shows it in the step that is seen.
func (im *listImport) again(choices intake.Choices) {
	im.read(choices, func() {
		im.steps[im.at].show()
		enable(im.next, im.steps[im.at].ready())
	})
}

// certain are those who stand there twice without anything that tells them apart.
func (im *listImport) certain() []app.Duplicate {
	return slices.DeleteFunc(slices.Clone(im.doubles), func(d app.Duplicate) bool { return d.Kind != app.AlikeSame || len(d.Differs) > 0 })
}

// list returns the list without who was dropped; those rows count as left out.
func (im *listImport) list() *app.Roster {
	r := *im.roster
	r.LeftOut = slices.Clone(r.LeftOut)
	r.Recipients = slices.DeleteFunc(slices.Clone(r.Recipients), func(p *app.Recipient) bool {
		if im.dropped[p] {
			r.LeftOut = append(r.LeftOut, app.LeftOut{Row: p.Row, Text: im.w.person(p), Reason: app.ReasonDuplicate})
		}
		return im.dropped[p]
	})
	return &r
}

// old returns the list that the certificate has now, or nil where nobody is on it.
func (im *listImport) old() *app.Roster {
	e := im.w.doc.Event()
	if c := app.Find(e.Certificates, im.certificate); c != nil && len(e.RosterOf(*c).Recipients) > 0 {
		return e.RosterOf(*c)
	}
	return nil
}

// apply takes the list, as one step of undo.
func (im *listImport) apply() {
	list, old := im.list(), im.old()
	im.w.doc.Edit(im.w.say("undo.import-roster"), "", func(e *app.Event) {
		if old == nil || im.replace {
			e.ReplaceRoster(im.certificate, list)
			return
		}
		e.UpdateRoster(app.Reimport(old, list, im.reading.Mapping).Keep(old, im.keeps(im.numbers())))
	})
}

// person says who somebody is: name, class, birthday and award.
func (w *Window) person(p *app.Recipient) string {
	return joined("  ·  ", p.Name, p.Class, p.Born.Short(), p.Award)
}
