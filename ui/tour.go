package ui

import (
	"fmt"
	"math"
	"reflect"
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
	at   func(p page) fyne.CanvasObject   // the part of the page; nil for the sidebar
	free func(p page) []fyne.CanvasObject // what its words send people to besides, where the card is not welcome; may be nil
	done func(w *Window) any              // is another after the person did what it tells of; nil where nothing is to be done
}

// tourSteps lead through the sample event. In each the person can do what it tells of.
var tourSteps = []tourStep{
	{name: "pages", page: "overview", done: func(w *Window) any { return w.current }},
	{name: "program", page: "program", at: func(p page) fyne.CanvasObject { return p.(*programPage).order.grid },
		done: func(w *Window) any { return w.doc.Event().Ceremonies }},
	{name: "slogans", page: "slogans", at: func(p page) fyne.CanvasObject { return p.(*slogansPage).fields },
		free: func(p page) []fyne.CanvasObject { return []fyne.CanvasObject{p.(*slogansPage).rows} },
		done: func(w *Window) any { return len(w.doc.Event().Banners) }},
	{name: "banners", page: "banners", at: func(p page) fyne.CanvasObject { return p.(*gallery[app.Banner]).tabs },
		free: func(p page) []fyne.CanvasObject { return []fyne.CanvasObject{p.(*gallery[app.Banner]).paper} },
		done: func(w *Window) any { return w.doc.Event().Banners }},
	{name: "people", page: "certificates", tab: rosterTab,
		at:   func(p page) fyne.CanvasObject { return p.(*certificatesPage).roster.list },
		free: func(p page) []fyne.CanvasObject { return []fyne.CanvasObject{p.(*certificatesPage).roster.finder.box} },
		done: func(w *Window) any { return rosterIn(w).finder.search.Text }},
	{name: "sheets", page: "certificates", tab: paperTab,
		at:   func(p page) fyne.CanvasObject { return p.(*certificatesPage).paper.sheet },
		free: func(p page) []fyne.CanvasObject { return []fyne.CanvasObject{p.(*certificatesPage).paper.finder.box} },
		done: func(w *Window) any { return rosterIn(w).edit.chosen }},
	{name: "print", page: "print", at: func(p page) fyne.CanvasObject { return p.(*printPage).folder },
		free: func(p page) []fyne.CanvasObject {
			return []fyne.CanvasObject{p.(*printPage).start, p.(*printPage).choices}
		},
		done: func(w *Window) any { return w.pages["print"].(*printPage).done.Visible() }},
	{name: "help", page: "overview"},
}

// rosterIn is the list of people, on the page that a step shows.
func rosterIn(w *Window) *rosterView { return w.pages["certificates"].(*certificatesPage).roster }

// tour is a walk over the window that nothing is closed off by: a rim around a part of it, and a card beside.
type tour struct {
	w     *Window
	step  int
	home  string // the file that was open before, and is again after it; "" where there was none
	from  any    // what the step's done said when it began
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
	home := w.path
	if w.tour != nil {
		home = w.tour.home
	}
	w.beginThen(intake.SampleName, func() {
		ready()
		w.startTour()
		w.tour.home = home
	})
}

func (w *Window) startTour() {
	w.tour = &tour{w: w}
	w.tour.show()
}

// offerTour asks who starts for the first time whether to see the sample event, and goes on where people begin alone.
func (w *Window) offerTour(alone func()) {
	var s *sheet
	own := button(w.say("tour.own"), false, func() { s.close(); w.endTour(); alone() })
	try := button(w.say("tour.try"), true, func() { w.tourSample(func() { s.close() }) })
	s = w.newSheet(w.say("welcome.title"), 520, widget.NewWords(w.say("tour.offer"), widget.Look{Wrap: true}), own, try)
	w.win.Canvas().Focus(try)
}

// endTour takes the tour away for good: it is not offered again. The file that was open before opens again; what was done
// with the sample is asked about like any event that nobody has saved.
func (w *Window) endTour() {
	w.app.Preferences().SetBool(prefToured, true)
	if t := w.tour; t != nil && t.home != "" {
		defer w.unsaved(func() { w.readPath(t.home) })
	}
	w.closeTour()
}

// closeTour takes the tour away, to be begun again.
func (w *Window) closeTour() {
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
	if step.done != nil {
		t.from = step.done(w)
	}
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

// noticed praises who did what the step tells of.
func (t *tour) noticed() {
	done := tourSteps[t.step].done
	if done == nil || t.did == nil || t.did.Visible() || reflect.DeepEqual(done(t.w), t.from) {
		return
	}
	t.did.Show()
	t.w.over.Refresh()
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
func (t *tour) target() area {
	step := tourSteps[t.step]
	if step.at == nil {
		return t.areaOf(t.w.railPages)
	}
	if t.w.current != step.page {
		return area{}
	}
	return t.areaOf(step.at(t.w.pages[step.page]))
}

// kept is where else the card is not welcome.
func (t *tour) kept() (list []area) {
	step := tourSteps[t.step]
	if step.free == nil || t.w.current != step.page {
		return nil
	}
	for _, o := range step.free(t.w.pages[step.page]) {
		list = append(list, t.areaOf(o))
	}
	return list
}

func (t *tour) areaOf(o fyne.CanvasObject) area {
	places := fyne.CurrentApp().Driver()
	return area{places.AbsolutePositionForObject(o).Subtract(places.AbsolutePositionForObject(t.w.over)), o.Size()}
}

// The card's measures.
const (
	tourCardWidth = 300
	tourGap       = 12
	tourRim       = 6 // around what it tells of
)

// MinSize belongs to fyne.Layout: the tour asks for no room.
func (t *tour) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout belongs to fyne.Layout: it sets the rim around what the step tells of, and the card beside it.
func (t *tour) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	of := t.target()
	t.rim.Hidden = of.size.IsZero()
	t.rim.Move(of.at.SubtractXY(tourRim, tourRim))
	t.rim.Resize(of.size.AddWidthHeight(2*tourRim, 2*tourRim))
	t.card.Resize(fyne.NewSize(tourCardWidth, 0)) // words wrap to the width, and tell their height after that
	card := fyne.NewSize(tourCardWidth, t.card.MinSize().Height)
	t.card.Resize(card)
	t.card.Move(cardPlace(of, t.kept(), card, size))
}

// area is a part of the window.
type area struct {
	at   fyne.Position
	size fyne.Size
}

// shared returns how much two areas have in common.
func (a area) shared(b area) float32 {
	width := min(a.at.X+a.size.Width, b.at.X+b.size.Width) - max(a.at.X, b.at.X)
	height := min(a.at.Y+a.size.Height, b.at.Y+b.size.Height) - max(a.at.Y, b.at.Y)
	return max(width, 0) * max(height, 0)
}

// cardPlace finds room for a card beside something in a window: it hides nothing of it if that can be, and as little as
// possible of what is kept.
func cardPlace(of area, kept []area, card, window fyne.Size) fyne.Position {
	const away = tourRim + tourGap
	left, above := of.at.X-away-card.Width, of.at.Y-away-card.Height
	right, below := of.at.X+of.size.Width+away, of.at.Y+of.size.Height+away
	toRight, toBottom := of.at.X+of.size.Width-card.Width, of.at.Y+of.size.Height-card.Height
	farX, farY := window.Width-card.Width-tourGap, window.Height-card.Height-tourGap
	best, least := fyne.Position{}, float32(math.MaxFloat32)
	for _, p := range []fyne.Position{
		{X: right, Y: toBottom}, {X: left, Y: toBottom}, {X: right, Y: of.at.Y}, {X: left, Y: of.at.Y},
		{X: toRight, Y: above}, {X: toRight, Y: below}, {X: of.at.X, Y: above}, {X: of.at.X, Y: below}, {X: farX, Y: farY},
	} {
		p = fyne.NewPos(max(tourGap, min(p.X, farX)), max(tourGap, min(p.Y, farY)))
		a := area{p, card}
		hidden := 100 * a.shared(of)
		for _, k := range kept {
			hidden += a.shared(k)
		}
		if hidden < least {
			best, least = p, hidden
		}
	}
	return best
}
