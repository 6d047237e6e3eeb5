// Package ui is the window: one window shows one app.Document, a page at a time. Pages are functions of the
// event that they show; all edits go through Document.Edit. The package does not import Fyne's app package, so
// that its tests need no display.
package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// Window is the program's window with the document in it.
type Window struct {
	app     fyne.App
	win     fyne.Window
	doc     *app.Document
	path    string // of the file; "" for an event that was never saved
	studio  *print.Studio
	jobs    *jobs
	now     func() time.Time
	lang    string
	phrases app.Phrases

	pages    map[pageName]page
	current  pageName
	rail     map[pageName]*widget.RailEntry
	railName *widget.Words
	place    *fyne.Container // where the page is seen
	status   *widget.Words
	state    *widget.Words
	menu     menu

	problems  []app.Problem // of the version that was proofread last
	proof     latest[proofed]
	proofWait *time.Timer
	proofStop context.CancelFunc // stops the proof that is being made
}

// page is one page of the window.
type page interface {
	content() fyne.CanvasObject
	show(e *app.Event)    // from a version of the event; edits nothing
	reveal(s app.Subject) // goes to the place of a subject
	list() lister         // what add, duplicate, remove and move act on; nil where there is no list
}

type pageName string

// pageNames are the pages in the order of the sidebar.
var pageNames = []pageName{"overview", "program", "slogans", "posters", "banners", "certificates", "print"}

// makePage makes the page of that name.
func (w *Window) makePage(name pageName) page {
	return map[pageName]func(*Window) page{
		"overview": newOverview, "program": newProgram, "slogans": newSlogans, "posters": newPosters,
		"banners": newBanners, "certificates": newCertificates, "print": newPrint,
	}[name](w)
}

// Run opens the window on the file at path, or on a new event where path is "", and returns when the window was
// closed. A file that can't be read is returned as the *file.Error that it is, before any window is seen.
func Run(a fyne.App, path string) error {
	w, err := newWindow(a, path, &jobs{})
	if err != nil {
		return err
	}
	p := a.Preferences()
	w.win.Resize(fyne.NewSize(float32(p.FloatWithFallback(prefWidth, 1280)), float32(p.FloatWithFallback(prefHeight, 800))))
	w.win.SetCloseIntercept(func() { w.unsaved(w.close) })
	w.win.SetOnDropped(w.dropped)
	w.win.CenterOnScreen()
	if path == "" {
		w.welcome()
	}
	w.win.ShowAndRun()
	return nil
}

func newWindow(a fyne.App, path string, j *jobs) (*Window, error) {
	e := app.NewEvent()
	if path != "" {
		var err error
		if e, err = file.Open(path); err != nil {
			return nil, err
		}
	}
	studio, err := print.NewStudio(assets.Sub("fonts"), assets.Sub("styles"), assets.Sub("icc"))
	if err != nil {
		return nil, fmt.Errorf("open the window: %w", err)
	}
	w := &Window{app: a, win: a.NewWindow(""), studio: studio, jobs: j, now: time.Now}
	w.proof, w.proofStop = latest[proofed]{jobs: j, show: w.proofread}, func() {}
	a.SetIcon(asset("icons", "app.png"))
	a.Settings().SetTheme(newTheme(w.prefersDark()))
	if err := w.setLanguage(a.Preferences().StringWithFallback(prefLanguage, languages[0])); err != nil {
		return nil, err
	}
	w.win.SetPadded(false)
	w.open(e, path)
	return w, nil
}

// The names of what the program remembers between runs.
const (
	prefLanguage = "language"
	prefDark     = "dark"
	prefRecent   = "recent"
	prefFolder   = "folder" // of the last file
	prefWidth    = "width"  // of the window
	prefHeight   = "height"
)

// close ends the program; the next window will be as large as this one.
func (w *Window) close() {
	size := w.win.Canvas().Size()
	w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
	w.win.Close()
}

func (w *Window) prefersDark() bool { return w.app.Preferences().Bool(prefDark) }

// setLanguage changes the words of the screen. The window is built anew with them by build.
func (w *Window) setLanguage(code string) error {
	phrases, err := loadLanguage(code)
	if err != nil {
		return err
	}
	w.lang, w.phrases = code, phrases
	w.app.Preferences().SetString(prefLanguage, code)
	return nil
}

// open puts an event into the window.
func (w *Window) open(e *app.Event, path string) {
	w.doc, w.path = app.NewDocument(e), path
	w.doc.Watch(func(*app.Event) { w.changed() })
	w.problems = nil
	if path != "" {
		w.remember(path)
	}
	if w.current == "" {
		w.current = pageNames[0]
	}
	w.build()
}

// build makes the whole content of the window anew: for a new document, language or theme.
func (w *Window) build() {
	w.pages = map[pageName]page{}
	w.place = container.NewStack()
	w.status = widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted})
	w.state = widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Whole: true})
	foot := container.NewBorder(rule(), nil, nil, nil,
		widget.Inset(container.NewBorder(nil, nil, nil, w.state, w.status), 5, 24))
	body := container.NewBorder(nil, foot, nil, nil, w.place)
	w.win.SetContent(container.NewBorder(nil, nil, w.sidebar(), nil,
		container.NewStack(canvas.NewRectangle(theme.Color(theme.ColorNameBackground)), body)))
	w.menu.build(w)
	w.turnTo(w.current)
	w.changed()
}

// rule is a thin line across.
func rule() fyne.CanvasObject {
	r := canvas.NewRectangle(theme.Color(widget.ColorLine))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

func spacer() fyne.CanvasObject { return layout.NewSpacer() }

const railWidth = 216

// sidebar is the lacquered side of the window, with the drum and the pages.
func (w *Window) sidebar() fyne.CanvasObject {
	w.rail = map[pageName]*widget.RailEntry{}
	w.railName = widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorRailMuted, Wrap: true})
	drum := canvas.NewImageFromResource(asset("icons", "drum.png"))
	drum.FillMode = canvas.ImageFillContain
	title := widget.NewWords(w.say("app.name"), widget.Look{Size: theme.SizeNameSubHeadingText, Bold: true, Color: widget.ColorRailText})
	head := container.NewBorder(nil, nil, widget.Fixed(drum, 40, 40), nil, widget.Inset(container.NewVBox(spacer(), title, spacer()), 0, 10))
	entries := widget.Column(2)
	for _, name := range pageNames {
		entry := widget.NewRailEntry(tinted(string(name), widget.ColorRailMuted), w.say("page."+string(name)), func() { w.turnTo(name) })
		w.rail[name] = entry
		entries.Add(entry)
	}
	lacquer := canvas.NewVerticalGradient(theme.Color(widget.ColorRail), theme.Color(widget.ColorRailEnd))
	top := widget.Column(16, widget.Inset(head, 0, 8), widget.Inset(w.railName, 0, 10), entries)
	bottom := widget.Row(2, w.railButton("lang.other", func() { w.switchLanguage() }), w.railButton(w.darkPhrase(), func() { w.switchDark() }))
	content := container.NewBorder(widget.Inset(top, 20, 12), widget.Inset(bottom, 12, 12), nil, nil)
	return widget.Fixed(container.NewStack(lacquer, w.railStar(), content), railWidth, 0)
}

// railStar is a faint part of the drum's star at the foot of the sidebar.
func (w *Window) railStar() fyne.CanvasObject {
	star := canvas.NewImageFromResource(tinted("star", widget.ColorGold))
	star.FillMode, star.Translucency = canvas.ImageFillContain, 0.88
	return container.NewBorder(nil, widget.Fixed(star, 0, 200), nil, nil)
}

func (w *Window) railButton(phrase string, do func()) fyne.CanvasObject {
	words := widget.NewWords(w.say(phrase), widget.Look{Size: widget.SizeSmall, Color: widget.ColorRailMuted, Whole: true})
	return widget.NewTap(widget.Inset(words, 5, 8), 6, do)
}

func (w *Window) darkPhrase() string {
	if w.prefersDark() {
		return "theme.light"
	}
	return "theme.dark"
}

// turnTo shows a page.
func (w *Window) turnTo(name pageName) page {
	w.current = name
	p := w.pages[name]
	if p == nil {
		p = w.makePage(name)
		w.pages[name] = p
	}
	for _, other := range pageNames {
		w.rail[other].SetChosen(other == name)
	}
	w.place.Objects = []fyne.CanvasObject{p.content()}
	p.show(w.doc.Event())
	w.place.Refresh()
	return p
}

// changed shows the current version of the event wherever the window shows something of it.
func (w *Window) changed() {
	e := w.doc.Event()
	if p := w.pages[w.current]; p != nil {
		p.show(e)
	}
	w.railName.SetText(e.Title)
	w.showTitle()
	w.counts(e)
	w.menu.show(w)
	w.askProof()
}

func (w *Window) counts(e *app.Event) {
	for name, n := range map[pageName]int{
		"program": len(e.Ceremonies), "slogans": len(e.Slogans), "posters": len(e.Posters),
		"banners": len(e.Banners), "certificates": len(e.Certificates),
	} {
		w.rail[name].SetCount(fmt.Sprint(n))
	}
}

func (w *Window) fileName() string {
	if w.path == "" {
		return w.say("file.unnamed")
	}
	return filepath.Base(w.path)
}

// showTitle tells the file, and whether it lacks what the window shows.
func (w *Window) showTitle() {
	mark, state := "", "state.saved"
	if w.doc.Dirty() {
		mark, state = "● ", "state.unsaved"
	}
	if w.path == "" && !w.doc.Dirty() {
		state = "state.new"
	}
	w.win.SetTitle(mark + w.fileName() + " – " + w.say("app.name"))
	w.state.SetText(w.say(state))
}

// hint shows words in the status line, until other ones come.
func (w *Window) hint(words string) { w.status.SetText(words) }

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
		e, studio := w.doc.Event(), w.studio
		w.proof.ask(func() (p proofed) {
			p.problems, p.err = export.ProofContext(ctx, e, studio, export.Kinds)
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

// placeOf tells which page shows a kind of subject.
var placeOf = map[app.SubjectKind]pageName{
	app.OfEvent: "overview", app.OfCeremony: "program", app.OfItem: "program", app.OfSlogan: "slogans",
	app.OfPoster: "posters", app.OfBanner: "banners", app.OfCertificate: "certificates", app.OfRecipient: "certificates",
}

// goTo shows the place of a subject.
func (w *Window) goTo(s app.Subject) { w.turnTo(placeOf[s.Kind]).reveal(s) }

// header is the top of a page: its name, a line about it, and what can be done at its right.
func (w *Window) header(name pageName, actions ...fyne.CanvasObject) (fyne.CanvasObject, *widget.Words) {
	about := widget.NewWords("", widget.Look{Color: widget.ColorMuted})
	title := widget.NewWords(w.say("page."+string(name)), widget.Look{Size: widget.SizeTitle, Bold: true})
	right := container.NewCenter(widget.Row(8, actions...))
	return widget.Inset(container.NewBorder(nil, nil, nil, right, widget.Column(2, title, about)), 14, pageMargin), about
}

// pageMargin is the room at the sides of a page.
const pageMargin = 24

// framed puts a page's content under its header.
func framed(head, body fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(head, nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 12, pageMargin, pageMargin), body))
}

// beside sets a column of a fixed width at the left and another one at the right of the body; either may be nil.
func beside(left fyne.CanvasObject, leftWidth float32, body, right fyne.CanvasObject, rightWidth float32) fyne.CanvasObject {
	const gap = 16
	side := func(o fyne.CanvasObject, width, before, after float32) fyne.CanvasObject {
		if o == nil {
			return nil
		}
		return container.New(layout.NewCustomPaddedLayout(0, 0, before, after), widget.Fixed(o, width, 0))
	}
	return container.NewBorder(nil, nil, side(left, leftWidth, 0, gap), side(right, rightWidth, gap, 0), body)
}

func (w *Window) switchLanguage() {
	for i, code := range languages {
		if code == w.lang {
			w.useLanguage(languages[(i+1)%len(languages)])
			return
		}
	}
}

func (w *Window) useLanguage(code string) {
	if err := w.setLanguage(code); err != nil {
		w.tellError(err.Error())
		return
	}
	w.build()
}

func (w *Window) switchDark() {
	w.app.Preferences().SetBool(prefDark, !w.prefersDark())
	w.app.Settings().SetTheme(newTheme(w.prefersDark()))
	w.build()
}

// below leaves room above the content.
func below(room float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(room, 0, 0, 0), content)
}

// panel is a column of fields in a card, which scrolls.
func panel(fields fyne.CanvasObject) fyne.CanvasObject {
	return widget.Inset(container.NewVScroll(widget.Inset(fields, 12, 14)), 2, 2)
}

// besideBar keeps as far from the right as rows do, which leave room for the bar that scrolls them.
func besideBar(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 1, 12), content)
}

// dropped takes files that were dropped onto the window: an event is opened, a list is imported, a picture becomes
// the chosen poster's.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	for _, f := range files {
		path, ending := f.Path(), strings.ToLower(f.Extension())
		switch {
		case ending == file.Ending:
			w.unsaved(func() { w.openPath(path) })
		case slices.Contains(imageEndings, ending):
			w.turnTo("posters").(*gallery[app.Poster]).loadImage(path)
		case slices.Contains(tableEndings, ending):
			w.readTable(path, w.turnTo("certificates").(*certificatesPage).roster.take)
		default:
			w.tellError(w.say("drop.unknown", "path", f.Name()))
		}
		return // one at a time: each may ask something
	}
}
