package ui

import (
	"bytes"
	"image/png"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/app/manual"
	"tiengtrong/assets"
	"tiengtrong/ui/widget"
)

// handbook is the window with the manual: its contents at the left, and one chapter.
type handbook struct {
	w       *Window
	win     fyne.Window
	book    manual.Book
	search  *widget.Search
	list    *widget.Rows
	none    *widget.Words // said where nothing was found
	found   []passage     // what the list shows
	page    *container.Scroll
	titles  []fyne.CanvasObject // of the sections of the chapter that is seen
	chapter int
}

// passage is a place in the manual: a chapter, or a section of it.
type passage struct{ chapter, section int }

// chapterOf tells which chapter is about a page; certificates have one for each tab.
var chapterOf = map[pageName]string{"overview": "overview", "program": "program", "slogans": "slogans", "posters": "banners",
	"banners": "banners", "print": "print"}

// chapterOfTab tells which chapter is about a tab of the certificates.
var chapterOfTab = map[int]string{designTab: "wording", rosterTab: "list", paperTab: "wording", blankTab: "blanks", registerTab: "numbers",
	handoutTab: "handout"}

// help opens the manual at the chapter of what is seen.
func (w *Window) help() {
	id := chapterOf[w.current]
	if p, ok := w.pages[w.current].(*certificatesPage); ok {
		id = chapterOfTab[p.tabs.Selected()]
	}
	w.openManual(id)
}

// openManual shows a chapter of the manual in a window of its own.
func (w *Window) openManual(id string) {
	book, err := manual.Load(assets.Sub("manual"), w.lang)
	if err != nil {
		w.tellError(err.Error())
		return
	}
	if w.handbook == nil {
		w.handbook = newHandbook(w)
	}
	h := w.handbook
	h.book = book
	h.win.SetTitle(book.Title)
	h.build()
	h.open(passage{chapter: book.Chapter(id)})
	h.win.Show()
	h.win.RequestFocus()
	h.win.Canvas().Focus(h.search)
}

func newHandbook(w *Window) *handbook {
	h := &handbook{w: w, win: w.app.NewWindow("")}
	h.win.SetPadded(false)
	h.win.SetOnClosed(func() { w.handbook = nil })
	h.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { h.key(e.Name) })
	h.win.Resize(fyne.NewSize(1060, 680).Min(w.win.Canvas().Size()))
	return h
}

// build makes the window's content in the language and the look of the program.
func (h *handbook) build() {
	h.search = widget.NewSearch(h.key)
	h.search.SetPlaceHolder(h.w.say("manual.search"))
	h.search.OnEdit = h.find
	h.list = widget.NewRows(newPassageLine, func(i int, o fyne.CanvasObject) { h.showLine(h.found[i], o.(*fyne.Container)) })
	h.list.OnSelect = func(i int) {
		h.open(h.found[i])
		h.win.Canvas().Focus(h.search) // its keys turn the pages
	}
	h.none = widget.NewWords("", widget.Look{Color: widget.ColorMuted, Wrap: true})
	h.page = container.NewVScroll(spacer())
	left := widget.Fixed(container.NewBorder(widget.Column(10, h.search, h.none), nil, nil, nil, below(10, h.list)), 290, 0)
	ground := canvas.NewRectangle(theme.Color(widget.ColorCard))
	h.win.SetContent(container.NewStack(ground, container.NewBorder(nil, nil, widget.Inset(left, 14, 14), nil, h.page)))
	h.find("")
}

func newPassageLine() fyne.CanvasObject {
	return widget.Inset(widget.Column(0, widget.NewWords("", widget.Look{Bold: true, Wrap: true}),
		widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true})), 6, 10)
}

// showLine writes a place into a line: the title of the chapter, and that of the section below it.
func (h *handbook) showLine(p passage, line *fyne.Container) {
	chapter := h.book.Chapters[p.chapter]
	words := line.Objects[0].(*fyne.Container).Objects
	words[0].(*widget.Words).SetText(chapter.Title)
	words[1].(*widget.Words).SetText(chapter.Sections[p.section].Title)
	words[1].(*widget.Words).Hidden = chapter.Sections[p.section].Title == ""
}

// find lists the places in which all the words stand; all chapters for none.
func (h *handbook) find(words string) {
	h.found = nil
	keys := strings.Fields(app.Fold(words))
	for c, chapter := range h.book.Chapters {
		for s, section := range chapter.Sections {
			if len(keys) == 0 && s > 0 {
				break
			}
			if hasAll(app.Fold(chapter.Title+" "+section.Text()), keys) {
				h.found = append(h.found, passage{c, s})
			}
		}
	}
	at := h.place()
	if len(keys) > 0 {
		at = -1 // Enter and the arrow keys begin with the first
	}
	h.list.Display(len(h.found), at)
	h.none.SetText(h.w.say("palette.none", "words", words))
	h.none.Hidden = len(h.found) > 0
}

// place is the line of the chapter that is seen, or -1.
func (h *handbook) place() int {
	for i, p := range h.found {
		if p.chapter == h.chapter {
			return i
		}
	}
	return -1
}

// key turns the chapters while the cursor stays in the field.
func (h *handbook) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyDown:
		h.turn(1)
	case fyne.KeyUp:
		h.turn(-1)
	case fyne.KeyPageDown, fyne.KeyPageUp:
		by := h.page.Size().Height * 0.9
		if name == fyne.KeyPageUp {
			by = -by
		}
		h.scrollTo(h.page.Offset.Y + by)
	case fyne.KeyReturn, fyne.KeyEnter:
		if h.list.Selected() < 0 {
			h.turn(1)
		}
	case fyne.KeyEscape:
		h.win.Close()
	default:
		return false
	}
	return true
}

func (h *handbook) turn(by int) {
	if at := h.list.Selected() + by; at >= 0 && at < len(h.found) {
		h.list.Display(len(h.found), at)
		h.open(h.found[at])
	}
}

// open shows a place of the manual.
func (h *handbook) open(p passage) {
	h.chapter = p.chapter
	h.page.Content = h.content(h.book.Chapters[p.chapter])
	h.page.Refresh()
	y := float32(0)
	if p.section > 0 {
		y = h.titles[p.section].Position().Y
	}
	h.scrollTo(y)
	if at := h.list.Selected(); at < 0 || h.found[at] != p {
		h.list.Display(len(h.found), h.place())
	}
}

func (h *handbook) scrollTo(y float32) {
	most := h.page.Content.MinSize().Height - h.page.Size().Height
	h.page.ScrollToOffset(fyne.NewPos(0, max(0, min(y, most))))
}

// content sets a chapter.
func (h *handbook) content(c manual.Chapter) fyne.CanvasObject {
	box := widget.Column(8, widget.NewWords(c.Title, widget.Look{Size: widget.SizeTitle, Bold: true, Wrap: true}))
	h.titles = nil
	for _, s := range c.Sections {
		title := widget.NewWords(s.Title, widget.Look{Size: widget.SizeHeading, Bold: true, Wrap: true})
		head := below(10, title)
		head.(*fyne.Container).Hidden = s.Title == ""
		h.titles = append(h.titles, head)
		box.Add(head)
		for _, p := range s.Parts {
			box.Add(h.part(p))
		}
	}
	return container.New(&columnOf{760}, widget.Inset(box, 22, 26))
}

func (h *handbook) part(p manual.Part) fyne.CanvasObject {
	if table := p.Table(); table != nil {
		return tableOf(table)
	}
	if p.Picture == "" {
		text := fynewidget.NewRichTextFromMarkdown(p.Text)
		text.Wrapping = fyne.TextWrapWord
		pad := -theme.InnerPadding() // the toolkit's own, around every text
		return widget.Inset(text, pad/2, pad)
	}
	caption := widget.NewWords(p.Caption, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true})
	data, err := h.book.Picture(p.Picture)
	if err != nil { // a test holds that none is missing
		return caption
	}
	picture := canvas.NewImageFromResource(fyne.NewStaticResource(h.w.lang+"-"+p.Picture, data))
	picture.FillMode = canvas.ImageFillContain
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err == nil {
		picture.SetMinSize(fyne.NewSize(pictureWidth, pictureWidth*float32(size.Height)/float32(size.Width)))
	}
	return widget.Column(4, picture, caption)
}

// tableOf sets a table of two columns. The toolkit's would swallow the mouse wheel.
func tableOf(rows [][]string) fyne.CanvasObject {
	box := widget.Column(0)
	for i, cells := range rows {
		look := widget.Look{Bold: i == 0, Wrap: true}
		line := widget.Columns(2, 16, widget.NewWords(cells[0], look), widget.NewWords(cells[1], look))
		box.Add(widget.Column(0, widget.Inset(line, 4, 2), rule()))
	}
	return box
}

// pictureWidth is how wide the manual's pictures are shown.
const pictureWidth = 560

// columnOf keeps lines short enough to be read: a column of at most that width.
type columnOf struct{ width float32 }

// Layout belongs to fyne.Layout.
func (l *columnOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(size.Width, l.width), size.Height))
	}
}

// MinSize belongs to fyne.Layout.
func (l *columnOf) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize()
}
