package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// findInEvent is the palette of all texts of the event. What is chosen is seen in its field, with the words marked.
func (w *Window) findInEvent() {
	e := w.doc.Event()
	w.openPalette(w.say("find.title"), w.say("find.hint"), func(words string) []offer { return w.textOffers(e, words) })
}

func (w *Window) textOffers(e *app.Event, words string) []offer {
	var found []offer
	key := app.Fold(words)
	for text := range e.Texts() {
		if key == "" || len(found) == mostOffers {
			break
		}
		if !strings.Contains(app.Fold(text.Text), key) {
			continue // told faster than FindFolded does, for 100,000 names
		}
		at, length := app.FindFolded(text.Text, words)
		field := "field." + text.Field
		about := joined(" · ", w.say("kind."+string(text.Subject.Kind)), w.phrases[field])
		if name := flat(text.Subject.Name); name != "" && name != flat(text.Text) {
			about = joined(" · ", about, name)
		}
		found = append(found, offer{name: around(flat(text.Text), at), about: about,
			do: func() { w.goToField(text.Subject, field, part{max(at, 0), length}) }})
	}
	return found
}

// around returns a text from some letters before a place on, so that the place is seen in a short line.
func around(text string, at int) string {
	const before = 24
	if letters := []rune(text); at > 2*before {
		return "…" + string(letters[at-before:])
	}
	return text
}

// offerLine is one offer in a palette: a click does it.
type offerLine struct {
	fynewidget.BaseWidget
	name, about, keys *widget.Words
	tap               *widget.Tap
}

func newOfferLine() fyne.CanvasObject {
	l := &offerLine{
		name:  widget.NewWords("", widget.Look{Bold: true}),
		about: widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}),
		keys:  widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorGoldText, Whole: true}),
	}
	body := container.NewBorder(nil, nil, nil, container.NewCenter(l.keys), widget.Column(0, l.name, l.about))
	l.tap = widget.NewTap(widget.Inset(body, 4, 10), 7, nil)
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer belongs to fyne.Widget.
func (l *offerLine) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(l.tap)
}

func (l *offerLine) set(o offer, do func()) {
	l.name.SetText(o.name)
	l.about.SetText(o.about)
	l.keys.SetText(o.keys)
	l.tap.OnTap = do
}
