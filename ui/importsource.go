package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app/intake"
	"tiengtrong/ui/widget"
)

// importSource is the step in which one of several sheets is chosen, and how its text was typed: what stands there and
// what is read are shown, and a person says whether that is right.
type importSource struct {
	im        *listImport
	box       fyne.CanvasObject
	sheets    *fyne.Container
	encodings *widget.Select
	told      *widget.Words
	place     *fyne.Container
	sure      *widget.Check
	showing   bool
}

func newImportSource(im *listImport) *importSource {
	w := im.w
	s := &importSource{im: im, sheets: widget.Column(8), place: container.NewStack()}
	s.told = widget.NewWords("", widget.Look{Color: widget.ColorMuted, Wrap: true})
	words := make([]string, len(im.reading.Encodings))
	for i, code := range im.reading.Encodings {
		words[i] = w.say("encoding." + code)
	}
	s.encodings = widget.NewSelect(words, func(string) {
		if !s.showing {
			s.sure.SetChecked(false)
			im.again(intake.Choices{Sheet: im.choices.Sheet, Encoding: im.reading.Encodings[s.encodings.SelectedIndex()]})
		}
	})
	s.sure = widget.NewCheck(w.say("import.sure"), func(bool) { enable(im.next, s.ready()) })
	left := container.NewBorder(widget.NewWords(w.say("import.sheets"), widget.Look{Bold: true}), nil, nil, nil, below(8, widget.Scrolled(s.sheets, 0)))
	top := widget.Column(8, w.labelled("import.typed", widget.Fixed(widget.Framed(s.encodings), 360, 0)), s.told)
	right := container.NewBorder(top, below(6, s.sure), nil, nil, below(8, s.place))
	s.box = right
	if len(im.reading.Sheets) > 1 {
		s.box = beside(left, 270, right, nil, 0)
	}
	return s
}

func (s *importSource) name() string               { return "import.step-source" }
func (s *importSource) content() fyne.CanvasObject { return s.box }

// ready tells whether the text is beyond doubt, or somebody said that it is read right.
func (s *importSource) ready() bool { return len(s.im.reading.Samples) == 0 || s.sure.Checked }

func (s *importSource) show() {
	s.showing = true
	defer func() { s.showing = false }()
	w, r := s.im.w, s.im.reading
	s.showSheets()
	s.encodings.ClearSelected()
	if i := slices.Index(r.Encodings, s.encoding()); i >= 0 {
		s.encodings.SetSelectedIndex(i)
	}
	s.sure.Hidden = len(r.Samples) == 0
	told, content := w.say("import.text-sound"), fyne.CanvasObject(nil)
	if len(r.Samples) > 0 {
		told = w.say("import.text-old")
		content = s.im.table(heap{heads: [3]string{"roster.number", "import.head-text", "import.head-read"}, lead: 40, count: len(r.Samples),
			line: func(i int) [3]string {
				return [3]string{fmt.Sprint(i + 1), r.Samples[i].Before, r.Samples[i].After}
			}}, nil)
	} else {
		people := s.im.roster.Recipients
		content = widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(
			w.lines(func() int { return len(people) }, func(i int) string { return w.person(people[i]) }), 2, 2))
	}
	s.told.SetText(told)
	s.place.Objects = []fyne.CanvasObject{content}
	s.box.Refresh()
}

// encoding is how the text was read: of "xlsx+tcvn3" the second part, and Unicode where a spreadsheet tells nothing.
func (s *importSource) encoding() string {
	format, typed, old := strings.Cut(s.im.reading.Encoding, "+")
	switch {
	case s.im.choices.Encoding != "":
		return s.im.choices.Encoding
	case old:
		return typed
	case !slices.Contains(s.im.reading.Encodings, format):
		return "unicode"
	}
	return format
}

// showSheets lists the sheets of the file, the one that is read marked.
func (s *importSource) showSheets() {
	w, im := s.im.w, s.im
	s.sheets.RemoveAll()
	for _, sheet := range im.reading.Sheets {
		about := w.say("import.found", "count", fmt.Sprint(sheet.Count))
		if sheet.Hidden {
			about = joined("  ·  ", about, w.say("import.hidden-sheet"))
		}
		name := sheet.Name
		if name == "" {
			name = w.say("import.pasted")
		}
		card := newUseCard(name, about, func() {
			s.sure.SetChecked(false)
			im.again(intake.Choices{Sheet: sheet.Name, Encoding: im.choices.Encoding})
		})
		card.choose(sheet.Name == im.reading.Sheet)
		s.sheets.Add(card)
	}
}
