package ui

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

func (wl *wall) words(text string, c color.Color, lines int, align fyne.TextAlign) *widget.Fit {
	return widget.NewFit(text, widget.FitLook{Color: c, Font: nightFace, Lines: lines, Align: align, Break: wl.s.w.studio.Lines})
}

// headline is a text in the style's own face.
func (wl *wall) headline(text string, lines int) *widget.Fit {
	return widget.NewFit(text, widget.FitLook{Color: wl.inks.title, Font: wl.display, Lines: lines, Align: fyne.TextAlignCenter, Break: wl.s.w.studio.Lines})
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
	wl.foot = wl.words("", wl.inks.text, 1, fyne.TextAlignCenter)
	wl.place = container.NewStack()
	wl.night = canvas.NewRectangle(color.Black)
	wl.night.Hide()
	content := container.New(&storeys{[]float32{0.08, 0.006, 0.824, 0.05}, 18}, head, line, wl.place, wl.foot)
	return container.NewStack(ground, container.New(&shares{[]float32{0.45, 0.55}, 0}, spacer(), star),
		container.New(&shares{[]float32{0.05, 0.9, 0.05}, 0}, spacer(), container.New(&storeys{[]float32{0.05, 0.9, 0.05}, 0}, spacer(), content, spacer()), spacer()),
		wl.night)
}

// show shows an instant to the audience.
func (wl *wall) show(m app.Moment, now time.Time) {
	wl.time.SetText(now.Format("15:04"))
	a := wl.s.run.Shown()
	if wl.night.Hidden == a.Black {
		wl.night.Hidden = !a.Black
		wl.night.Refresh()
	}
	if key := fmt.Sprint(a, m.Phase, m.Now, m.Next, len(wl.calls), m.End.Truncate(time.Minute)); key != wl.shown {
		wl.shown = key
		wl.foot.SetText(wl.footWords(a))
		wl.place.Objects = []fyne.CanvasObject{wl.draw(a, m)}
		wl.place.Refresh()
	}
	if a.Scene == app.CountdownScene {
		wl.countdown.SetText(clockWords(m.Left))
	}
}

// footWords names the event where the scene's own title does not.
func (wl *wall) footWords(a app.Audience) string {
	title, scene := wl.s.w.doc.Event().Title, sceneOf(a)
	titled := scene == app.ProgramScene || scene == app.CountdownScene
	if titled && strings.Contains(app.Fold(wl.s.run.Plan.Title), app.Fold(title)) {
		return ""
	}
	return title
}

// draw makes the scene.
func (wl *wall) draw(a app.Audience, m app.Moment) fyne.CanvasObject {
	if c := wl.calling(a); c != nil {
		return wl.drawCall(*c)
	}
	switch {
	case a.Scene == app.CountdownScene:
		return wl.drawCountdown(m)
	case a.Scene == app.SloganScene && len(wl.slogans) > 0:
		return wl.drawSlogan(wl.slogans[a.Slogan%len(wl.slogans)])
	}
	return wl.drawProgram(m)
}

// drawSlogan shows a slogan with its lines broken between phrases.
func (wl *wall) drawSlogan(text string) fyne.CanvasObject {
	headline := wl.headline(text, 5)
	if wl.capitals {
		headline = wl.headline(strings.ToUpper(text), 5)
	}
	return upright(headline, 0.86)
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
		ink = wl.inks.past
	}
	bar := canvas.NewRectangle(back)
	bar.CornerRadius = 14
	row := container.New(&shares{[]float32{0.14, 0.86}, 24}, upright(wl.words(l.Real.Start.Format("15:04"), ink, 1, fyne.TextAlignTrailing), 0.62),
		upright(wl.words(l.Item.Title, ink, 2, fyne.TextAlignLeading), 0.72))
	return container.NewStack(bar, widget.Inset(row, 2, 20))
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
			ink := wl.inks.past
			if i == c.place {
				ink = wl.inks.title
			}
			line.Add(wl.words(c.group[i], ink, 1, fyne.TextAlignCenter))
		}
		rows.parts = append(rows.parts, columns/float32(len(c.group)+1))
		names.Add(line)
	}
	class := ""
	if c.class != "" {
		class = wl.s.w.say("wall.class", "class", c.class)
	}
	about := joined(" · ", class, wl.s.w.say("wall.group", "number", fmt.Sprint(c.number), "count", fmt.Sprint(c.groups)))
	return container.New(&storeys{[]float32{0.12, 0.38, 0.1, 0.4}, 10}, wl.words(c.award, wl.inks.accent, 1, fyne.TextAlignCenter),
		wl.headline(c.name, 2), wl.words(about, wl.inks.text, 1, fyne.TextAlignCenter), names)
}
