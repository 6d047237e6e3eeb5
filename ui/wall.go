package ui

import (
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

// wall is the window for the projector or the LED wall, in the colours of the event's banners.
type wall struct {
	s         *stage
	win       fyne.Window
	inks      wallInks
	display   fyne.Resource // the face of headlines
	capitals  bool          // slogans are set in capitals
	full      bool
	screen    int // of the system's, to which it was moved; -1 for none
	slogans   []string
	calls     []call
	place     *fyne.Container
	night     *canvas.Rectangle
	time      *widget.Fit
	countdown *widget.Fit
	foot      *widget.Fit
	shown     string // what the scene was built of; the same is not built again
}

// call is one name to be called, among those that come up with it.
type call struct {
	award, name, class string
	group              []string
	place              int // in the group
	number, groups     int // of the group
}

// openWall opens the window for the audience, over the whole of the second screen where there is one. On one screen it is
// small.
func (s *stage) openWall() {
	style := s.w.wallStyle()
	wl := &wall{s: s, win: s.w.app.NewWindow(s.w.say("wall.title")), display: tallFace(fontNamed(style.Faces.Display)),
		capitals: style.Capitals, slogans: slogansOf(s.w.doc.Event()), inks: inksOf(style.Inks), screen: -1}
	s.wall = wl
	wl.win.SetPadded(false)
	wl.win.SetContent(wl.build())
	wl.win.SetCloseIntercept(s.closeWall)
	wl.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			s.closeWall()
			return
		}
		s.key(e)
	})
	wl.readCalls()
	if second := secondScreen(s.w.screens()); second >= 0 {
		wl.win.Resize(fyne.NewSize(960, 540))
		wl.moveTo(second)
	} else {
		wl.standAside(s.win.Canvas().Size())
	}
	s.onWall(func(a *app.Audience) { a.Open = true })
	wl.win.Show()
}

// closeWall closes the window for the audience because people want it closed.
func (s *stage) closeWall() {
	s.onWall(func(a *app.Audience) { a.Open = false })
	s.dropWall()
	s.show()
}

// dropWall closes the window for the audience, which opens again when the run is gone on with.
func (s *stage) dropWall() {
	if s.wall != nil {
		s.wall.win.Close()
		s.wall = nil
	}
}

// onWall changes what the audience sees, where there is a window for it. It is a step of the run, so that a crash changes
// nothing of it.
func (s *stage) onWall(change func(a *app.Audience)) {
	if s.wall == nil {
		return
	}
	before := s.run.Shown()
	after := before
	if change(&after); after != before {
		s.do(app.Action{Step: app.StepShow, Show: &after})
	} else {
		s.show()
	}
}

func (s *stage) fillWall() {
	if wl := s.wall; wl != nil {
		wl.full = !wl.full
		wl.win.SetFullScreen(wl.full)
		s.show()
	}
}

func (s *stage) blackWall() { s.onWall(func(a *app.Audience) { a.Black = !a.Black }) }

func (s *stage) sceneWall(i int) {
	s.onWall(func(a *app.Audience) { a.Scene, a.Black = app.Scenes[i], false })
}

// callWall calls the next name, or the one before. The first key shows the name that is due, and passes over none.
func (s *stage) callWall(by int) {
	s.onWall(func(a *app.Audience) {
		if a.Scene == app.AwardScene || a.Call > 0 {
			a.Call = max(0, min(a.Call+by, len(s.wall.calls)-1))
		}
		a.Scene = app.AwardScene
	})
}

func (s *stage) sloganWall(by int) {
	s.onWall(func(a *app.Audience) {
		if n := len(s.wall.slogans); n > 0 {
			a.Slogan, a.Scene = (a.Slogan+by+n)%n, app.SloganScene
		}
	})
}

// calling returns the name that is on the wall; nil where there is none.
func (wl *wall) calling(a app.Audience) *call {
	if a.Scene != app.AwardScene || len(wl.calls) == 0 {
		return nil
	}
	return &wl.calls[min(a.Call, len(wl.calls)-1)] // the list may have become shorter since it was called
}

// wallWords tells the person at the desk what the audience sees, and which key does what.
func (s *stage) wallWords() string {
	wl, a := s.wall, s.run.Shown()
	switch {
	case wl == nil:
		return s.w.say("wall.none")
	case a.Black:
		return s.w.say("wall.black")
	}
	words := s.w.say("wall.shows", "scene", s.w.say("scene."+string(sceneOf(a))))
	if c := wl.calling(a); c != nil {
		words = s.w.say("wall.calling", "name", c.name, "number", fmt.Sprint(min(a.Call, len(wl.calls)-1)+1), "count", fmt.Sprint(len(wl.calls)))
	}
	if !wl.full {
		words = joined(" ", words, s.w.say("wall.not-full"))
	}
	return words
}

// sceneOf is the scene that is on the wall.
func sceneOf(a app.Audience) app.Scene {
	if a.Scene == "" {
		return app.ProgramScene
	}
	return a.Scene
}

// wallStyle is the look of the event's first banner, or the first there is.
func (w *Window) wallStyle() print.Style {
	styles := w.studio.Styles().Banners
	if e := w.doc.Event(); len(e.Banners) > 0 {
		for _, style := range styles {
			if style.Code == e.Banners[0].Style {
				return style
			}
		}
	}
	return styles[0]
}

// fontNamed returns a face of the assets; nil, and so the theme's, where there is none of that name.
func fontNamed(name string) fyne.Resource {
	found, err := fs.Glob(assets.Sub("fonts"), "*/"+name+".ttf")
	if err != nil || len(found) == 0 {
		return nil
	}
	return asset("fonts", found[0])
}

// slogansOf lists the theme of the event, then its slogans.
func slogansOf(e *app.Event) []string {
	var list []string
	if e.Theme != "" {
		list = append(list, e.Theme)
	}
	for _, s := range e.Slogans {
		if app.Fold(s.Text) != app.Fold(e.Theme) {
			list = append(list, s.Text)
		}
	}
	return list
}

// readCalls puts the recipients of all certificates in the order in which they are called.
func (wl *wall) readCalls() {
	e, tones := wl.s.w.doc.Event(), wl.s.w.handout.Tones
	var calls []call
	wl.s.w.jobs.run(func() {
		for _, c := range e.Certificates {
			list := e.RosterOf(c).Recipients
			groups := c.CallRules().CallGroups(list, app.Arrange(list, app.OnStage, tones))
			for n, g := range groups {
				calls = append(calls, callsOf(list, g, n, len(groups))...)
			}
		}
	}, func() { wl.calls, wl.shown = calls, "" })
}

func callsOf(list []*app.Recipient, g app.CallGroup, n, groups int) []call {
	var names []string
	for _, place := range g.Places {
		names = append(names, list[place].Name)
	}
	var calls []call
	for i, place := range g.Places {
		calls = append(calls, call{g.Award, list[place].Name, list[place].Class, names, i, n + 1, groups})
	}
	return calls
}
