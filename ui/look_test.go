package ui

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/ui/widget"
)

// everySheet opens what lies over the window, one after the other.
func everySheet(w *Window, look func(name string)) {
	for _, s := range []struct {
		name string
		open func()
	}{
		{"new", w.askNew}, {"palette", w.commands}, {"find", w.findInEvent}, {"open", w.askOpen}, {"calibrate", w.calibrate}, {"keys", w.keys},
		{"about", func() { w.tellSheet(w.say("app.name"), w.say("help.about")) }}, {"tour", func() { w.offerTour(w.welcome) }}, {"welcome", w.welcome},
	} {
		s.open()
		look(s.name)
		for len(w.sheets) > 0 {
			w.sheets[len(w.sheets)-1].close()
		}
	}
}

// TestNothingIsCutOff holds that each part of each view and sheet has the room that it asks for, and that no words of the
// program's own end in an ellipsis, in a window that fits a small screen.
func TestNothingIsCutOff(t *testing.T) {
	w := open(t, sample(t))
	for _, lang := range languages {
		w.useLanguage(lang)
		own := map[string]bool{}
		for _, sentence := range w.phrases {
			own[sentence] = true
		}
		styles := w.studio.Styles()
		for _, style := range slices.Concat(styles.Banners, styles.Posters, styles.Certificates) {
			own[style.Names[lang]] = true
		}
		everyView(w, func(name pageName, tab int) {
			w.win.Resize(fyne.NewSize(1279, 689)) // a real canvas makes room for new words by itself
			w.win.Resize(fyne.NewSize(1280, 690))
			for _, fault := range append(cutOff(w.win.Content(), own), cutInColumns(w.win.Content())...) {
				t.Errorf("%s: %s, tab %d: %s", lang, name, tab, fault)
			}
		})
		everySheet(w, func(name string) {
			for _, fault := range cutOff(w.win.Canvas().Overlays().Top(), own) {
				t.Errorf("%s: the sheet %s: %s", lang, name, fault)
			}
		})
	}
}

// cutOff lists what lacks room in an object.
func cutOff(o fyne.CanvasObject, own map[string]bool) []string {
	var faults []string
	for part := range seenIn(o) {
		if words, ok := part.(*widget.Words); ok && own[words.Text()] {
			for _, seen := range textsOf(words) {
				if strings.HasSuffix(seen, "…") && !strings.HasSuffix(words.Text(), seen) {
					faults = append(faults, words.Text()+" is seen as "+seen)
				}
			}
		}
		switch part := part.(type) {
		case *widget.Select:
			if seen := strings.Join(textsOf(part), " "); own[part.Selected] && !strings.Contains(seen, part.Selected) {
				faults = append(faults, part.Selected+" is seen as "+seen)
			}
		case *container.Scroll:
			if need, has := part.Content.MinSize().Width, part.Size().Width; part.Direction == container.ScrollVerticalOnly && need > has+1 {
				faults = append(faults, fmt.Sprintf("what begins with %.60q needs a width of %v and has %v", strings.Join(textsOf(part.Content), " "), need, has))
			}
		case *widget.Words, *widget.Button, *widget.Check, *fynewidget.Label:
			const hair = 0.6
			if need, has := part.MinSize(), part.Size(); has.Width > 0 && (need.Width > has.Width+hair || need.Height > has.Height+hair) {
				faults = append(faults, fmt.Sprintf("%q needs %v and has %v", strings.Join(textsOf(part), " "), need, has))
			}
		}
	}
	return faults
}

// cutInColumns lists the words that end in an ellipsis though the other columns of their table leave room for them.
func cutInColumns(o fyne.CanvasObject) []string {
	type cell struct {
		text      string
		need, has float32
	}
	tables := map[string][][]cell{} // rows, by the widths of their columns
	for part := range seenIn(o) {
		box, ok := part.(*fyne.Container)
		if !ok {
			continue
		}
		if _, ok := box.Layout.(columnsOf); !ok {
			continue
		}
		var row []cell
		for _, object := range box.Objects {
			c := cell{need: object.MinSize().Width, has: object.Size().Width}
			if words, ok := object.(*widget.Words); ok {
				c.text = words.Text()
				for drawn := range seenIn(words) {
					if text, ok := drawn.(*canvas.Text); ok {
						c.need = fyne.MeasureText(c.text, text.TextSize, text.TextStyle).Width
					}
				}
			}
			row = append(row, c)
		}
		key := fmt.Sprint(box.Layout, box.Size().Width)
		tables[key] = append(tables[key], row)
	}
	var faults []string
	for _, rows := range tables {
		spare := make([]float32, len(rows[0]))
		for i := range spare {
			spare[i] = rows[0][i].has
			for _, row := range rows {
				spare[i] = min(spare[i], max(row[i].has-row[i].need, 0))
			}
		}
		for _, row := range rows {
			for i, c := range row {
				room := float32(0)
				for k, free := range spare {
					if k != i {
						room += free
					}
				}
				if c.text != "" && c.need > c.has+1 && c.need-c.has <= room {
					faults = append(faults, fmt.Sprintf("%q is cut by %v where other columns have %v to spare", c.text, c.need-c.has, room))
				}
			}
		}
	}
	return faults
}

// seenIn yields an object and its parts as far as they are not hidden.
func seenIn(o fyne.CanvasObject) iter.Seq[fyne.CanvasObject] {
	return func(yield func(fyne.CanvasObject) bool) { eachSeen(o, yield) }
}

func eachSeen(o fyne.CanvasObject, yield func(fyne.CanvasObject) bool) bool {
	if o == nil || !o.Visible() {
		return true
	}
	if !yield(o) {
		return false
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	return !slices.ContainsFunc(parts, func(part fyne.CanvasObject) bool { return !eachSeen(part, yield) })
}

// alike are the phrases that are the same in both languages: names, abbreviations and measures.
var alike = []string{"usage.calibrate", "usage.calibrate-list", "typing.vni", "typing.telex", "stage.hard", "screen.4k", "pack.where-xmp", "minutes",
	"lang.vi", "lang.en", "kind.xml", "kind.pdf", "encoding.windows-1258", "encoding.utf-8", "cli.person", "cli.field-changed", "cli.certificate",
	"banner-kind.standee", "app.name"}

// TestEachLanguageHasItsOwnWords holds that no phrase was left in the other language.
func TestEachLanguageHasItsOwnWords(t *testing.T) {
	vi, err := app.LoadPhrases(assets.Sub("lang"), "vi")
	if err != nil {
		t.Fatal(err)
	}
	en, err := app.LoadPhrases(assets.Sub("lang"), "en")
	if err != nil {
		t.Fatal(err)
	}
	for key, sentence := range vi {
		if sentence == en[key] && strings.ContainsFunc(sentence, unicode.IsLetter) && !slices.Contains(alike, key) {
			t.Errorf("%s is %q in both languages", key, sentence)
		}
	}
	arrow := regexp.MustCompile(`[←→↑↓⌘] `) // the font that has them shows the space after one as a box
	for key, sentence := range vi {
		if !strings.HasPrefix(key, "cli.") && (arrow.MatchString(sentence) || arrow.MatchString(en[key])) {
			t.Errorf("%s has a space after an arrow", key)
		}
	}
	w := open(t, sample(t))
	for lang, others := range map[string][2]app.Phrases{"vi": {vi, en}, "en": {en, vi}} {
		w.useLanguage(lang)
		foreign := map[string]bool{}
		for key, sentence := range others[1] {
			foreign[sentence] = !strings.HasPrefix(key, "template.") // events are made of templates, and are Vietnamese
		}
		for _, sentence := range others[0] {
			delete(foreign, sentence)
		}
		for text := range w.doc.Event().Texts() {
			delete(foreign, text.Text)
		}
		for _, plate := range app.Plates { // a press has the same everywhere
			delete(foreign, plate)
		}
		everyView(w, func(name pageName, tab int) {
			for _, text := range textsOf(w.win.Content()) {
				if foreign[text] {
					t.Errorf("%s: %s, tab %d shows %q", lang, name, tab, text)
				}
			}
		})
	}
}
