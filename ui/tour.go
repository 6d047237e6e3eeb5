package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/ui/widget"
)

// tourStep is one thing that the tour tells of; its words are the phrases tour.NAME and tour.NAME-text.
type tourStep struct {
	name string
	page pageName
	tab  int
	at   func(p page) fyne.CanvasObject // the part of the page; nil for the sidebar
}

// tourSteps lead through the sample event. In each the person can do what it tells of.
var tourSteps = []tourStep{
	{"pages", "overview", 0, nil},
	{"program", "program", 0, func(p page) fyne.CanvasObject { return p.(*programPage).order.grid }},
	{"slogans", "slogans", 0, func(p page) fyne.CanvasObject { return p.(*slogansPage).fields }},
	{"banners", "banners", 0, func(p page) fyne.CanvasObject { return p.(*gallery[app.Banner]).tabs }},
	{"people", "certificates", rosterTab, func(p page) fyne.CanvasObject { return p.(*certificatesPage).roster.list }},
	{"sheets", "certificates", paperTab, func(p page) fyne.CanvasObject { return p.(*certificatesPage).paper.sheet }},
	{"print", "print", 0, func(p page) fyne.CanvasObject { return p.(*printPage).folder }},
	{"help", "overview", 0, nil},
}

// tour is a walk over the window that nothing is closed off by: a rim around a part of it, and a card beside.
type tour struct {
	w     *Window
	step  int
	from  *app.Event // when the step began
	layer *fyne.Container
	rim   *canvas.Rectangle
	card  fyne.CanvasObject
	did   *widget.Words // says that the person did what the step tells of
	next  *widget.Button
}

// askTour opens the sample event and begins the tour on it.
func (w *Window) askTour() { w.unsaved(func() { w.tourSample(func() {}) }) }

// tourSample begins the tour when the sample event is open; ready is called before.
func (w *Window) tourSample(ready func()) {
	w.beginThen(intake.SampleName, func() { ready(); w.startTour() })
}

func (w *Window) startTour() {
	w.tour = &tour{w: w}
	w.tour.show()
}

// offerTour asks who starts for the first time whether to see the sample event.
func (w *Window) offerTour() {
	var s *sheet
	own := button(w.say("tour.own"), false, func() { s.close(); w.endTour(); w.welcome() })
	try := button(w.say("tour.try"), true, func() { w.tourSample(func() { s.close() }) })
	s = w.newSheet(w.say("welcome.title"), 520, widget.NewWords(w.say("tour.offer"), widget.Look{Wrap: true}), own, try)
	w.win.Canvas().Focus(try)
}

// endTour takes the tour away. It is not offered again.
func (w *Window) endTour() {
	w.app.Preferences().SetBool(prefToured, true)
	if w.tour != nil {
		w.tour = nil
		w.over.RemoveAll()
	}
}

// show shows the step.
func (t *tour) show() {
	w, step := t.w, tourSteps[t.step]
	p := w.turnTo(step.page)
	if p, ok := p.(tabbed); ok && p.segments() != nil {
		p.segments().Select(step.tab)
	}
	t.from = w.doc.Event()
	t.rim = canvas.NewRectangle(nil)
	t.rim.StrokeColor, t.rim.StrokeWidth, t.rim.CornerRadius = theme.Color(widget.ColorGold), 3, 12
	t.card = t.makeCard(step)
	w.over.Layout = t
	w.over.Objects = []fyne.CanvasObject{t.rim, t.card}
	w.over.Refresh()
	w.win.Canvas().Focus(t.next)
	w.jobs.pause(80*time.Millisecond, func() { w.over.Refresh() }) // the toolkit knows the places of what was painted alone
}

func (t *tour) makeCard(step tourStep) fyne.CanvasObject {
	w := t.w
	count := w.say("tour.count", "number", fmt.Sprint(t.step+1), "count", fmt.Sprint(len(tourSteps)))
	t.did = widget.NewWords(w.say("tour.did"), widget.Look{Bold: true, Color: theme.ColorNameSuccess})
	t.did.Hide()
	last := t.step == len(tourSteps)-1
	words := "tour.next"
	if last {
		words = "tour.end"
	}
	t.next = button(w.say(words), true, func() { t.turn(1) })
	back, skip := button(w.say("tour.back"), false, func() { t.turn(-1) }), button(w.say("tour.skip"), false, w.endTour)
	back.Hidden, skip.Hidden = t.step == 0, last
	return widget.Surface(theme.ColorNameOverlayBackground, widget.ColorGold, 14, widget.Inset(widget.Column(10,
		widget.NewWords(count, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}),
		widget.NewWords(w.say("tour."+step.name), widget.Look{Size: widget.SizeHeading, Bold: true, Wrap: true}),
		widget.NewWords(w.say("tour."+step.name+"-text"), widget.Look{Wrap: true}), t.did,
		widget.Row(8, skip, spacer(), back, t.next)), 16, 18))
}

// turn goes on or back; after the last step the tour is over.
func (t *tour) turn(by int) {
	switch to := t.step + by; {
	case to >= len(tourSteps):
		t.w.endTour()
	case to >= 0:
		t.step = to
		t.show()
	}
}

// noticed praises who did what the step tells of: edited something, or went to another page.
func (t *tour) noticed() {
	if t.did != nil && t.did.Hidden && (t.w.doc.Event() != t.from || t.w.current != tourSteps[t.step].page) {
		t.did.Show()
		t.w.over.Refresh()
	}
}

// key turns the steps where the keyboard belongs to no field.
func (t *tour) key(name fyne.KeyName) {
	switch name {
	case fyne.KeyRight, fyne.KeyReturn, fyne.KeyEnter:
		t.turn(1)
	case fyne.KeyLeft:
		t.turn(-1)
	case fyne.KeyEscape:
		t.w.endTour()
	}
}

// target is where what the step tells of stands in the window; nothing where it is out of sight.
func (t *tour) target() (at fyne.Position, size fyne.Size) {
	step, o := tourSteps[t.step], t.w.railPages
	if step.at != nil {
		if t.w.current != step.page {
			return at, size
		}
		o = step.at(t.w.pages[step.page])
	}
	places := fyne.CurrentApp().Driver()
	return places.AbsolutePositionForObject(o).Subtract(places.AbsolutePositionForObject(t.w.over)), o.Size()
}

// The card's measures.
const (
	tourCardWidth = 340
	tourGap       = 14
	tourRim       = 6 // around what it tells of
)

// MinSize belongs to fyne.Layout: the tour asks for no room.
func (t *tour) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout belongs to fyne.Layout: it sets the rim around what the step tells of, and the card beside it.
func (t *tour) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	at, of := t.target()
	t.rim.Hidden = of.Width == 0
	t.rim.Move(at.SubtractXY(tourRim, tourRim))
	t.rim.Resize(of.AddWidthHeight(2*tourRim, 2*tourRim))
	t.card.Resize(fyne.NewSize(tourCardWidth, 0)) // words wrap to the width, and tell their height after that
	card := fyne.NewSize(tourCardWidth, t.card.MinSize().Height)
	t.card.Resize(card)
	t.card.Move(beSide(at, of, card, size))
}

// beSide finds room for a card beside something in a window: at its right or left, below or above; else in the corner.
func beSide(at fyne.Position, of, card, window fyne.Size) fyne.Position {
	x := max(tourGap, min(at.X, window.Width-card.Width-tourGap))
	y := max(tourGap, min(at.Y, window.Height-card.Height-tourGap))
	for _, p := range []fyne.Position{
		{X: at.X + of.Width + tourRim + tourGap, Y: y}, {X: at.X - tourRim - tourGap - card.Width, Y: y},
		{X: x, Y: at.Y + of.Height + tourRim + tourGap}, {X: x, Y: at.Y - tourRim - tourGap - card.Height},
	} {
		if p.X >= 0 && p.Y >= 0 && p.X+card.Width <= window.Width && p.Y+card.Height <= window.Height {
			return p
		}
	}
	return fyne.NewPos(window.Width-card.Width-2*tourGap, window.Height-card.Height-2*tourGap)
}
