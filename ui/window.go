// Package ui is the window: one window shows one app.Document, a page at a time. Pages are functions of the
// event that they show; all edits go through Document.Edit. The package does not import Fyne's app package, so
// that its tests need no display.
package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	path    string     // of the file; "" for an event that was never saved
	stamp   file.Stamp // of the file as it was read or written last
	writing bool       // the file is being written
	toSave  []func()   // what is to be saved after that
	holds   string     // folder in which programs hold the files that they have open; "" holds none
	held    *file.Hold // on the file; nil for none
	twice   bool       // another window has the file
	studio  *print.Studio
	jobs    *jobs
	now     func() time.Time
	lang    string
	phrases app.Phrases

	pages        map[pageName]page
	printed      *printPage      // the last of its kind: a new one takes over what was chosen there
	handout      export.Handout  // how certificates are sorted and parted
	onBlank      bool            // and that they go onto sheets that were printed before
	certificates sheetChoice     // which of them an export writes
	printer      app.Calibration // with which printer and tray; its name alone counts
	current      pageName
	rail         map[pageName]*widget.RailEntry
	railName     *widget.Words
	whole        *container.Scroll // all, which can be scrolled where the window is too small for a page
	place        *fyne.Container   // where the page is seen
	status       *widget.Words
	hintWait     *time.Timer // until the words in the status line go; nil at first
	state        *widget.Words
	typing       *widget.Words // how keys become Vietnamese
	menu         menu
	sheets       []*sheet          // that lie over the window, the topmost last
	tipWait      *time.Timer       // for a control to tell what it does; nil at first
	tipOn        fyne.CanvasObject // the content over which one tells it; nil for none
	keeper       keeper
	stage        *stage // that is open; nil for none
	screens      func() []Screen
	launch       func(path string) error // opens a file or a folder outside of this program

	railPages fyne.CanvasObject // the entries of the sidebar
	handbook  *handbook         // that is open; nil for none
	tour      *tour             // that is under way; nil for none
	over      *fyne.Container   // where the tour is drawn

	usualScale string      // of the toolkit, before people chose one
	unscaled   fyne.Size   // what the window had at 100 %, while it changes to another scale
	scaling    *time.Timer // until it has its size again

	problems  []app.Problem // of the version that was proofread last
	proof     latest[proofed]
	proofWait *time.Timer
	proofStop context.CancelFunc // stops the proof that is being made
}

// page is one page of the window.
type page interface {
	content() fyne.CanvasObject
	show(e *app.Event)                 // from a version of the event; edits nothing
	reveal(s app.Subject)              // goes to the place of a subject
	fieldsOf(k app.SubjectKind) fields // of a kind of subject, after it was revealed
	list() lister                      // what add, duplicate, remove and move act on; nil where there is no list
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

// Run opens the window on the file at path, or, where path is "", on the file that was open last, and returns when the
// window was closed. A file that can't be read is returned as the *file.Error that it is, before any window is seen.
// screens lists the screens of the system; it is called on the UI goroutine.
func Run(a fyne.App, path string, events Sleeper, screens func() []Screen) error {
	debug.SetGCPercent(50) // a tenth less memory for a little work: schools' machines are small
	j := &jobs{doze: &doze{Sleeper: events}}
	w, err := newWindow(a, path, j)
	if err != nil {
		return err
	}
	j.doze.blinks, j.doze.tidy = w.blinks, j.tidyUp
	w.win.SetOnClosed(func() { j.doze.over.Store(true) })
	a.Lifecycle().SetOnStarted(func() { j.pause(afterUser, j.dozeOff) })
	w.screens = screens
	if runtime.GOOS == "linux" {
		w.launch = xdgOpen
	}
	w.usualScale = os.Getenv(scaleVariable)
	w.applyScale()
	w.win.SetCloseIntercept(func() { w.unsaved(w.close) })
	w.win.SetOnDropped(w.dropped)
	w.restore()
	w.beginKeeping()
	w.start()
	w.win.ShowAndRun()
	return nil
}

// start offers what a crash has left, and then, where no file was asked for, the last one or ways to begin.
func (w *Window) start() {
	first := w.firstStart()
	if last := w.lastFile(); w.path == "" && last != "" && !w.openElsewhere(last) {
		if e, err := file.Open(last); err == nil { // else it was moved or is damaged, and the welcome shows it
			w.open(e, last)
		}
	}
	w.offerCopies(w.keeper.Folder.List(), func() {
		begin := w.welcome
		if w.path != "" {
			begin = w.offerRuns
		}
		w.warnTwice(func() {
			if first {
				w.offerTour(begin)
			} else {
				begin()
			}
		})
	})
}

// firstStart tells whether nobody has worked with the program here, but for the file that is open.
func (w *Window) firstStart() bool {
	others := w.recent()
	if w.path != "" {
		others = others[1:]
	}
	return len(others) == 0 && !w.app.Preferences().Bool(prefToured)
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
	if err == nil {
		studio.Awards, err = app.LoadAwardRules(assets.Sub("awards"))
	}
	if err != nil {
		return nil, fmt.Errorf("open the window: %w", err)
	}
	w := &Window{app: a, win: a.NewWindow(""), studio: studio, jobs: j, now: time.Now, screens: func() []Screen { return nil }}
	w.launch = w.byURL
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
	prefX        = "x" // its place on the screen
	prefY        = "y"
	prefReopen   = "reopen" // the last file at the start
	prefScale    = "scale"  // of everything, in per cent
	prefToured   = "toured" // the tour was walked, or was not wanted
)

// close ends the program; the next window will be as large as this one, and stand there.
func (w *Window) close() {
	w.rememberPlace()
	w.dropCopy(w.doc.Event().ID)
	w.keeper.ours.Release()
	w.held.Release()
	if w.stage != nil {
		w.stage.leave()
	}
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

// open puts an event into the window in place of one that nobody will save any more.
func (w *Window) open(e *app.Event, path string) {
	if w.doc != nil {
		w.dropCopy(w.doc.Event().ID)
	}
	w.put(e, path)
}

func (w *Window) put(e *app.Event, path string) {
	w.closeTour()
	w.doc, w.path = app.NewDocument(e), path
	w.hold(path)
	w.doc.Watch(func(*app.Event) { w.changed() })
	w.problems, w.certificates = nil, sheetChoice{}
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
	w.typing = widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Whole: true})
	typed := widget.NewTap(widget.Inset(w.typing, 0, 8), 6, w.switchTyping)
	typed.Tip = w.tip("typing.switch", typingKey)
	foot := widget.Border(rule(), nil, nil, nil,
		widget.Inset(widget.Border(nil, nil, nil, container.NewHBox(typed, w.state), w.status), 5, 24))
	body := widget.Border(nil, foot, nil, nil, w.place)
	w.hush()
	widget.OnScroll = w.hush
	w.over = container.NewWithoutLayout()
	w.whole = container.NewScroll(widget.Border(nil, nil, w.sidebar(), nil, body))
	w.win.SetContent(widget.Over(container.NewStack(w.whole, w.over)))
	w.win.Canvas().SetOnTypedKey(w.key)
	w.menu.build(w)
	w.useTyping()
	w.turnTo(w.current)
	w.changed()
	if w.tour != nil {
		w.tour.show()
	}
}

// turnTo shows a page.
func (w *Window) turnTo(name pageName) page {
	w.hush()
	if name != w.current {
		w.status.SetText("")
	}
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
	w.whole.Content.Resize(w.whole.Content.MinSize().Max(w.whole.Size())) // each page needs another room
	w.noticed()
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
	w.askKeep()
	w.noticed()
}

// noticed tells the tour that something was done.
func (w *Window) noticed() {
	if w.tour != nil {
		w.tour.noticed()
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

// hintStands is for how long a hint is shown.
const hintStands = 8 * time.Second

// hint shows words in the status line for a while, or until others come or another page is shown.
func (w *Window) hint(words string) {
	if w.hintWait != nil {
		w.hintWait.Stop()
	}
	w.status.SetText(words)
	w.hintWait = w.jobs.pause(hintStands, func() { w.status.SetText("") })
}

// placeOf tells which page shows a kind of subject.
var placeOf = map[app.SubjectKind]pageName{
	app.OfEvent: "overview", app.OfAsk: "overview", app.OfCeremony: "program", app.OfItem: "program", app.OfSlogan: "slogans",
	app.OfPoster: "posters", app.OfBanner: "banners", app.OfCertificate: "certificates", app.OfRecipient: "certificates",
}

// goTo shows the place of a subject.
func (w *Window) goTo(s app.Subject) { w.turnTo(placeOf[s.Kind]).reveal(s) }

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
