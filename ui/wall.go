package ui

import (
	"fmt"
	"image/color"
	"io/fs"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/raster"
	"tiengtrong/ui/widget"
)

// scene is what the audience sees.
type scene int

// The scenes, by the keys 1 to 4.
const (
	programScene scene = iota
	sloganScene
	countdownScene
	awardScene
)

// scenes are the codes of their phrases, in their order.
var scenes = []string{"program", "slogan", "countdown", "award"}

// wall is the window for the projector or the LED wall, in the colours of the event's banners.
type wall struct {
	s         *stage
	win       fyne.Window
	inks      wallInks
	display   fyne.Resource // the face of headlines
	scene     scene
	black     bool
	full      bool
	slogan    int
	slogans   []string
	calls     []call
	at        int // the call that is on
	place     *fyne.Container
	night     *canvas.Rectangle
	time      *widget.Fit
	countdown *widget.Fit
	shown     string // what the scene was built of; the same is not built again
}

// wallInks are a style's inks on a screen.
type wallInks struct{ ground, deep, title, text, accent color.Color }

// call is one name to be called, among those that come up with it.
type call struct {
	award, name, class string
	group              []string
	place              int // in the group
	number, groups     int // of the group
}

// openWall opens the window for the audience, or brings it to the front.
func (s *stage) openWall() {
	if s.wall != nil {
		s.wall.win.RequestFocus()
		return
	}
	style := s.w.wallStyle()
	wl := &wall{s: s, win: s.w.app.NewWindow(s.w.say("wall.title")), display: fontNamed(style.Faces.Display),
		slogans: slogansOf(s.w.doc.Event()), inks: wallInks{raster.RGB(style.Inks.Ground), raster.RGB(style.Inks.Deep),
			raster.RGB(style.Inks.Title), raster.RGB(style.Inks.Text), raster.RGB(style.Inks.Accent)}}
	s.wall = wl
	wl.win.SetPadded(false)
	wl.win.SetContent(wl.build())
	wl.win.Resize(fyne.NewSize(960, 540))
	wl.win.SetCloseIntercept(s.closeWall)
	wl.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			s.closeWall()
			return
		}
		s.key(e)
	})
	wl.readCalls()
	s.show()
	wl.win.Show()
}

func (s *stage) closeWall() {
	if s.wall != nil {
		s.wall.win.Close()
		s.wall = nil
	}
}

// onWall changes what the audience sees, where there is something.
func (s *stage) onWall(change func(wl *wall)) {
	if s.wall != nil {
		change(s.wall)
		s.show()
	}
}

func (s *stage) fillWall() {
	s.onWall(func(wl *wall) { wl.full = !wl.full; wl.win.SetFullScreen(wl.full) })
}
func (s *stage) blackWall()      { s.onWall(func(wl *wall) { wl.black = !wl.black }) }
func (s *stage) sceneWall(c int) { s.onWall(func(wl *wall) { wl.scene, wl.black = scene(c), false }) }
func (s *stage) callWall(by int) {
	s.onWall(func(wl *wall) { wl.at = max(0, min(wl.at+by, len(wl.calls)-1)); wl.scene = awardScene })
}
func (s *stage) sloganWall(by int) {
	s.onWall(func(wl *wall) {
		if n := len(wl.slogans); n > 0 {
			wl.slogan, wl.scene = (wl.slogan+by+n)%n, sloganScene
		}
	})
}

// wallWords tells the person at the desk what the audience sees, and which key does what.
func (s *stage) wallWords() string {
	wl := s.wall
	switch {
	case wl == nil:
		return s.w.say("wall.none")
	case wl.black:
		return s.w.say("wall.black")
	case wl.scene == awardScene && len(wl.calls) > 0:
		return s.w.say("wall.calling", "name", wl.calls[wl.at].name, "number", fmt.Sprint(wl.at+1), "count", fmt.Sprint(len(wl.calls)))
	}
	return s.w.say("wall.shows", "scene", s.w.say("scene."+scenes[wl.scene]))
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

func (wl *wall) words(text string, c color.Color, lines int, align fyne.TextAlign) *widget.Fit {
	return widget.NewFit(text, widget.FitLook{Color: c, Bold: true, Lines: lines, Align: align})
}

// headline is a text in the style's own face.
func (wl *wall) headline(text string, lines int) *widget.Fit {
	return widget.NewFit(text, widget.FitLook{Color: wl.inks.title, Font: wl.display, Lines: lines, Align: fyne.TextAlignCenter})
}

// build makes what all scenes share: the ground with the drum's star, the school's name and the hour.
func (wl *wall) build() fyne.CanvasObject {
	e := wl.s.w.doc.Event()
	ground := canvas.NewVerticalGradient(wl.inks.ground, wl.inks.deep)
	star := canvas.NewImageFromResource(theme.NewColoredResource(asset("icons", "star.svg"), widget.ColorGold))
	star.FillMode, star.Translucency = canvas.ImageFillContain, 0.87
	wl.time = widget.NewFit("", widget.FitLook{Color: wl.inks.text, Bold: true, Digits: true, Align: fyne.TextAlignTrailing})
	school := wl.words(strings.ToUpper(e.School.Name), wl.inks.text, 1, fyne.TextAlignLeading)
	head := container.New(&shares{[]float32{0.8, 0.2}, 20}, school, upright(wl.time, 0.9))
	line := canvas.NewRectangle(wl.inks.accent)
	foot := wl.words(e.Title, wl.inks.text, 1, fyne.TextAlignCenter)
	wl.place = container.NewStack()
	wl.night = canvas.NewRectangle(color.Black)
	wl.night.Hide()
	content := container.New(&storeys{[]float32{0.08, 0.006, 0.824, 0.05}, 18}, head, line, wl.place, foot)
	return container.NewStack(ground, container.New(&shares{[]float32{0.45, 0.55}, 0}, spacer(), star),
		container.New(&shares{[]float32{0.05, 0.9, 0.05}, 0}, spacer(), container.New(&storeys{[]float32{0.05, 0.9, 0.05}, 0}, spacer(), content, spacer()), spacer()),
		wl.night)
}

// show shows an instant to the audience.
func (wl *wall) show(m app.Moment, now time.Time) {
	wl.time.SetText(now.Format("15:04"))
	if wl.night.Hidden == wl.black {
		wl.night.Hidden = !wl.black
		wl.night.Refresh()
	}
	if key := fmt.Sprint(wl.scene, m.Phase, m.Now, m.Next, wl.slogan, wl.at, len(wl.calls)); key != wl.shown {
		wl.shown = key
		wl.place.Objects = []fyne.CanvasObject{wl.draw(m)}
		wl.place.Refresh()
	}
	if wl.scene == countdownScene {
		wl.countdown.SetText(clockWords(m.Left))
	}
}

// draw makes the scene.
func (wl *wall) draw(m app.Moment) fyne.CanvasObject {
	switch {
	case wl.scene == countdownScene:
		return wl.drawCountdown(m)
	case wl.scene == awardScene && len(wl.calls) > 0:
		return wl.drawCall(wl.calls[wl.at])
	case wl.scene == sloganScene && len(wl.slogans) > 0:
		text := wl.slogans[wl.slogan]
		if style := wl.s.w.wallStyle(); style.Capitals {
			text = strings.ToUpper(text)
		}
		return upright(wl.headline(text, 5), 0.86)
	}
	return wl.drawProgram(m)
}

func (wl *wall) drawCountdown(m app.Moment) fyne.CanvasObject {
	title, label := wl.s.run.Plan.Title, "wall.to-start"
	switch {
	case m.Phase == app.PhaseOver:
		label = "phase.over"
	case m.Phase == app.PhaseWaiting:
		title, label = m.Items[m.Now].Item.Title, "wall.soon"
	case m.Now >= 0:
		title, label = m.Items[m.Now].Item.Title, "wall.left"
	}
	wl.countdown = widget.NewFit("", widget.FitLook{Color: wl.inks.title, Bold: true, Digits: true, Align: fyne.TextAlignCenter})
	return container.New(&storeys{[]float32{0.22, 0.1, 0.68}, 12}, wl.headline(title, 2),
		wl.words(wl.s.w.say(label), wl.inks.accent, 1, fyne.TextAlignCenter), wl.countdown)
}

// wallRows is how many items of the program are seen at once.
const wallRows = 6

// drawProgram lists the items around the one that is on, which stands on a bar of its own.
func (wl *wall) drawProgram(m app.Moment) fyne.CanvasObject {
	box := container.New(&storeys{nil, 8})
	rows := box.Layout.(*storeys)
	add := func(part float32, o fyne.CanvasObject) { rows.parts = append(rows.parts, part); box.Add(o) }
	add(0.16, wl.headline(wl.s.run.Plan.Title, 1))
	var live []app.LiveItem
	at := 0
	for i, l := range m.Items {
		if i == m.Now {
			at = len(live)
		}
		if l.Place != app.PlaceDropped {
			live = append(live, l)
		}
	}
	from := max(0, min(at-1, len(live)-wallRows))
	for _, l := range live[from:min(from+wallRows, len(live))] {
		add(0.84/wallRows, wl.programRow(l))
	}
	return box
}

func (wl *wall) programRow(l app.LiveItem) fyne.CanvasObject {
	ink, back := wl.inks.text, color.Color(color.Transparent)
	switch l.Place {
	case app.PlaceNow:
		ink, back = wl.inks.deep, wl.inks.accent
	case app.PlaceDone:
		ink = faded(wl.inks.text)
	}
	bar := canvas.NewRectangle(back)
	bar.CornerRadius = 14
	row := container.New(&shares{[]float32{0.14, 0.86}, 24}, upright(wl.words(l.Real.Start.Format("15:04"), ink, 1, fyne.TextAlignTrailing), 0.62),
		upright(wl.words(l.Item.Title, ink, 1, fyne.TextAlignLeading), 0.62))
	return container.NewStack(bar, widget.Inset(row, 2, 20))
}

// faded is an ink of what is past.
func faded(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = 0xa0
	return n
}

// drawCall shows the name that is being called, above those who are on the stage with it.
func (wl *wall) drawCall(c call) fyne.CanvasObject {
	names := container.New(&storeys{nil, 2})
	rows := names.Layout.(*storeys)
	const columns = 2
	for from := 0; from < len(c.group); from += columns {
		line := container.New(&shares{[]float32{0.5, 0.5}, 30})
		for i := from; i < from+columns; i++ {
			if i >= len(c.group) {
				line.Add(spacer())
				continue
			}
			ink := faded(wl.inks.text)
			if i == c.place {
				ink = wl.inks.title
			}
			line.Add(wl.words(c.group[i], ink, 1, fyne.TextAlignCenter))
		}
		rows.parts = append(rows.parts, columns/float32(len(c.group)+1))
		names.Add(line)
	}
	about := joined(" · ", c.class, wl.s.w.say("wall.group", "number", fmt.Sprint(c.number), "count", fmt.Sprint(c.groups)))
	return container.New(&storeys{[]float32{0.12, 0.38, 0.1, 0.4}, 10}, wl.words(c.award, wl.inks.accent, 1, fyne.TextAlignCenter),
		wl.headline(c.name, 2), wl.words(about, wl.inks.text, 1, fyne.TextAlignCenter), names)
}
