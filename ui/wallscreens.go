package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tiengtrong/app"
)

// Screen is one of the screens that the system knows: a monitor, a projector, an LED wall.
type Screen struct {
	Name                string // as it calls itself
	X, Y, Width, Height int    // in the system's own units
	Primary             bool
}

// secondScreen returns the place of the screen on which the audience sees the wall while the desk has the primary one; -1
// where there is one screen, or none is known.
func secondScreen(list []Screen) int {
	if len(list) < 2 {
		return -1
	}
	return slices.IndexFunc(list, func(s Screen) bool { return !s.Primary })
}

// moveTo lets the wall fill a screen of the system. Where the system doesn't let programs place their windows, it fills the
// screen on which it stands.
func (wl *wall) moveTo(i int) {
	list := wl.s.w.screens()
	if i < 0 || i >= len(list) {
		return
	}
	const inside = 40 // the window stands wholly on the screen that it is to fill
	if wl.full {
		wl.win.SetFullScreen(false)
	}
	if win, ok := wl.win.(desktop.Window); ok {
		win.RequestPosition(list[i].X+inside, list[i].Y+inside)
	}
	wl.win.SetFullScreen(true)
	wl.full, wl.screen = true, i
}

// standAside makes the wall small enough for the only screen, where the stage is, and puts it over what is told of the
// ceremony's end: what is on, the strip and all buttons stay in sight.
func (wl *wall) standAside(stage fyne.Size) {
	const wide, left, top = 0.33, 0.65, 0.43 // parts of the stage
	wl.win.Resize(fyne.NewSize(stage.Width*wide, stage.Width*wide*9/16))
	win, ok := wl.win.(desktop.Window)
	if list := wl.s.w.screens(); ok && len(list) == 1 {
		win.RequestPosition(list[0].X+int(float64(list[0].Width)*left), list[0].Y+int(float64(list[0].Height)*top))
	}
}

// projector opens the window for the audience; where it is open, it offers what the audience may see, and on which screen.
func (s *stage) projector() {
	if s.wall == nil {
		s.openWall()
		return
	}
	p := &stagePanel{title: s.w.say("screens.title"), rows: s.screenRows, keys: map[fyne.KeyName]func(){fyne.KeyM: s.closePanel}}
	p.pads = []panelPad{{"screens.black", s.blackWall}, {"screens.fill", s.fillWall}, {"screens.shut", func() { s.closePanel(); s.closeWall() }},
		{"items.close", s.closePanel}}
	s.openPanel(p)
	s.win.RequestFocus()
}

// screenRows lists the scenes by their keys, then the screens.
func (s *stage) screenRows() []panelRow {
	a, list := s.run.Shown(), s.w.screens()
	var rows []panelRow
	for i, scene := range app.Scenes {
		row := panelRow{lead: fmt.Sprint(i + 1), words: s.w.say("screens.scene", "scene", s.w.say("scene."+string(scene))), ink: nightText,
			do: func() { s.sceneWall(i) }}
		if scene == sceneOf(a) && s.wall != nil && !a.Black {
			row.tail, row.ink = s.w.say("screens.shown"), nightGreen
		}
		rows = append(rows, row)
	}
	for i, screen := range list {
		row := panelRow{lead: "▣", words: s.screenWords(screen, i), ink: nightText, do: func() {
			if s.wall != nil {
				s.wall.moveTo(i)
			}
		}}
		if s.wall != nil && s.wall.full && s.wall.screen == i {
			row.tail, row.ink = s.w.say("screens.here"), nightGreen
		}
		rows = append(rows, row)
	}
	if len(list) < 2 {
		rows = append(rows, panelRow{lead: "!", words: s.w.say("screens.one"), ink: nightGold})
	}
	return rows
}

func (s *stage) screenWords(screen Screen, i int) string {
	phrase := "screens.other"
	if screen.Primary {
		phrase = "screens.primary"
	}
	return s.w.say(phrase, "number", fmt.Sprint(i+1), "name", screen.Name, "size", fmt.Sprintf("%d × %d", screen.Width, screen.Height))
}
