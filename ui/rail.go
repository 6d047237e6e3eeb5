package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

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
	w.railPages = entries
	for i, name := range pageNames {
		entry := widget.NewRailEntry(tinted(string(name), widget.ColorRailMuted), w.say("page."+string(name)), func() { w.turnTo(name) })
		entry.Tip = w.tip("page."+string(name), pageKeys[i])
		w.rail[name] = entry
		entries.Add(entry)
	}
	lacquer := canvas.NewVerticalGradient(theme.Color(widget.ColorRail), theme.Color(widget.ColorRailEnd))
	top := widget.Column(16, widget.Inset(head, 0, 8), widget.Inset(w.railName, 0, 10), entries)
	bottom := widget.Row(2, w.railButton("lang.other", "tip.language", w.switchLanguage), w.railButton(w.darkPhrase(), "tip.dark", w.switchDark))
	content := container.NewBorder(widget.Inset(top, 20, 12), widget.Inset(bottom, 12, 12), nil, nil)
	return widget.Fixed(container.NewStack(lacquer, w.railStar(), content), railWidth, 0)
}

// railStar is a faint part of the drum's star at the foot of the sidebar.
func (w *Window) railStar() fyne.CanvasObject {
	star := canvas.NewImageFromResource(tinted("star", widget.ColorGold))
	star.FillMode, star.Translucency = canvas.ImageFillContain, 0.88
	return container.NewBorder(nil, widget.Fixed(star, 0, 200), nil, nil)
}

func (w *Window) railButton(phrase, tip string, do func()) fyne.CanvasObject {
	words := widget.NewWords(w.say(phrase), widget.Look{Size: widget.SizeSmall, Color: widget.ColorRailMuted, Whole: true})
	b := widget.NewTap(widget.Inset(words, 5, 8), 6, do)
	b.Tip = w.tip(tip)
	return b
}

func (w *Window) darkPhrase() string {
	if w.prefersDark() {
		return "theme.light"
	}
	return "theme.dark"
}

func (w *Window) counts(e *app.Event) {
	for name, n := range map[pageName]int{
		"program": len(e.Ceremonies), "slogans": len(e.Slogans), "posters": len(e.Posters),
		"banners": len(e.Banners), "certificates": len(e.Certificates),
	} {
		w.rail[name].SetCount(fmt.Sprint(n))
	}
}
