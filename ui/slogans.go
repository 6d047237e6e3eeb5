package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/ui/widget"
)

// slogansPage keeps the school's slogans with their sources, and makes banners and posters of them.
type slogansPage struct {
	w      *Window
	box    fyne.CanvasObject
	about  *widget.Words
	edit   *listEdit[app.Slogan]
	search *widget.Search
	rows   *widget.Rows
	found  []int // places of the slogans that the search finds
	form   *form[app.Slogan]
	uses   *fyne.Container
	fields fyne.CanvasObject
	none   fyne.CanvasObject
	tags   *tagFilter
	tabs   *widget.Segments
	stock  *stockView
}

func newSlogans(w *Window) page {
	p := &slogansPage{w: w}
	p.search = widget.NewSearch(widget.Onward(p.intoList))
	p.edit = &listEdit[app.Slogan]{
		w: w, noun: "noun.slogan", of: func(e *app.Event) *[]app.Slogan { return &e.Slogans },
		fresh: func(*app.Event) app.Slogan { p.search.Fill(""); p.tags.chosen = ""; return app.NewSlogan("") },
		twin:  func(_ *app.Event, s app.Slogan) app.Slogan { return s.Duplicate() },
		shown: func() { p.show(w.doc.Event()) },
	}
	p.rows = widget.NewRows(newSloganRow, func(i int, o fyne.CanvasObject) {
		e := w.doc.Event()
		o.(*sloganRow).set(w, e, e.Slogans[p.found[i]], p.officials(e))
	})
	p.edit.rows(p.rows)
	p.rows.OnSelect = func(i int) { p.edit.choose(p.found[i]) }
	p.rows.OnMove = nil
	p.rows.OnCopy, p.rows.OnPaste = func() { w.copyRows(false) }, p.pasteSlogans
	p.edit.more = func() []*fyne.MenuItem {
		return append(w.copyItems(), w.item("slogans.paste", &fyne.ShortcutPaste{}, p.pasteSlogans), fyne.NewMenuItemSeparator(),
			w.item("slogans.make-banner", nil, p.makeBanner),
			w.item("slogans.make-poster", nil, p.makePoster), w.item("slogans.make-set", nil, p.makeSet))
	}
	p.search.SetPlaceHolder(w.say("slogans.search"))
	p.search.OnEdit = func(string) { p.show(w.doc.Event()) }
	p.tags = newTagFilter(func() { p.show(w.doc.Event()) })
	p.form = newForm(w, p.edit.key, p.edit.current)
	p.edit.began = p.form.begin
	p.none = widget.Empty(tinted("slogans", widget.ColorGold), w.say("slogans.empty"), w.say("slogans.empty-hint"),
		button(w.say("slogans.add"), true, p.edit.add))
	p.fields = p.makeFields()
	load := widget.NewLabelled(w.say("slogans.import"), icon("import"), p.importSlogans)
	head, about := w.header("slogans", load)
	p.about = about
	own := widget.Border(nil, p.edit.tools(), nil, nil, below(8, p.rows))
	ownBody := container.NewStack(container.New(&shares{[]float32{0.58, 0.42}, 8}, own, p.fields), p.none)
	p.stock = newStock(p)
	p.tabs = widget.NewSegments([]string{w.say("slogans.own"), w.say("slogans.stock")}, []fyne.CanvasObject{below(8, ownBody), below(8, p.stock.box)})
	p.tabs.OnSelect = func(int) { p.show(w.doc.Event()) }
	p.box = framed(head, widget.Border(widget.Column(6, besideBar(p.search), p.tags.box), nil, nil, nil, p.tabs))
	return p
}

func (p *slogansPage) makeFields() fyne.CanvasObject {
	f, w := p.form, p.w
	p.uses = widget.Column(4)
	text := func(s *app.Slogan) *string { return &s.Text }
	tags := widget.NewLine()
	f.add("field.slogan-tags", tags)
	f.shows = append(f.shows, func(s *app.Slogan) {
		if listed(split(tags.Text)) != listed(s.Tags) {
			tags.Fill(listed(s.Tags))
		}
	})
	tags.OnEdit = func(text string) {
		if s := p.edit.current(w.doc.Event()); s != nil && listed(split(text)) != listed(s.Tags) {
			f.edit("field.slogan-tags", func(s *app.Slogan) { s.Tags = split(text) })
		}
	}
	fields := widget.Column(12,
		f.text("field.slogan-text", text),
		wording(f, "field.slogan-text", p.officials, text),
		f.text("field.slogan-source", func(s *app.Slogan) *string { return &s.Source }),
		widget.Columns(2, 12,
			f.year("field.slogan-year", func(s *app.Slogan) *int { return &s.Year }),
			choice(f, "field.slogan-lang", named(w, "slogan-lang", []string{"vi", "en"}), func(s *app.Slogan) *string { return &s.Lang })),
		w.labelled("field.slogan-tags", tags),
		w.labelled("slogans.uses", p.uses),
		widget.Columns(2, 10,
			button(w.say("slogans.make-banner"), true, p.makeBanner),
			button(w.say("slogans.make-poster"), false, p.makePoster)),
		button(w.say("slogans.make-set"), false, p.makeSet))
	return widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(fields))
}

// officials are what slogans are held against: the event's own, and those that the program knows.
func (p *slogansPage) officials(e *app.Event) []app.Slogan {
	return slices.Concat(e.Official(), p.stock.all)
}

// sourced counts the slogans that name a source.
func sourced(list []app.Slogan) (n int) {
	for _, s := range list {
		if s.Source != "" {
			n++
		}
	}
	return n
}

// split reads words that are parted by commas.
func split(text string) []string {
	var list []string
	for _, word := range strings.Split(text, ",") {
		if word = app.Clean(word); word != "" {
			list = append(list, word)
		}
	}
	return list
}

func (p *slogansPage) content() fyne.CanvasObject      { return p.box }
func (p *slogansPage) list() lister                    { return p.edit }
func (p *slogansPage) find() fyne.Focusable            { return p.search }
func (p *slogansPage) segments() *widget.Segments      { return p.tabs }
func (p *slogansPage) fieldsOf(app.SubjectKind) fields { return p.form.fields }

// intoList goes from the search into the list that is seen.
func (p *slogansPage) intoList() {
	if p.tabs.Selected() == 0 {
		p.rows.Enter()
	} else {
		p.stock.rows.Enter()
	}
}

func (p *slogansPage) reveal(s app.Subject) {
	p.search.Fill("")
	p.tags.chosen = ""
	p.tabs.Select(0)
	p.edit.pick(s.ID)
	p.show(p.w.doc.Event())
}

func (p *slogansPage) show(e *app.Event) {
	p.edit.settle(e)
	p.found = p.found[:0]
	chosen := -1
	for i, s := range e.Slogans {
		if !p.finds(s) {
			continue
		}
		if s.ID == p.edit.chosen {
			chosen = len(p.found)
		}
		p.found = append(p.found, i)
	}
	p.rows.Display(len(p.found), chosen)
	p.stock.show(e)
	p.tags.show(append(slices.Clone(e.Slogans), p.stock.all...))
	p.about.SetText(p.w.say("slogans.about", "count", fmt.Sprint(len(e.Slogans)), "sourced", fmt.Sprint(sourced(e.Slogans))))
	s := p.edit.current(e)
	if s == nil {
		p.none.Show()
		p.fields.Hide()
		return
	}
	p.none.Hide()
	p.fields.Show()
	p.form.show(e)
	p.showUses(e, *s)
}

// finds tells whether the search finds a slogan: all its words stand somewhere in the slogan, its source, year or tags,
// whatever their marks and case, and it has the tag that is chosen.
func (p *slogansPage) finds(s app.Slogan) bool {
	all := app.Fold(joined(" ", s.Text, s.Source, yearOf(s), listed(s.Tags)))
	for _, word := range strings.Fields(app.Fold(p.search.Text)) {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return p.tags.chosen == "" || slices.Contains(s.Tags, p.tags.chosen)
}

// showUses lists the pieces that carry the slogan; a click goes there.
func (p *slogansPage) showUses(e *app.Event, s app.Slogan) {
	p.uses.Objects = nil
	for _, use := range e.UsesOf(s) {
		words := widget.NewWords(joined(" · ", p.w.say("page."+string(placeOf[use.Kind])), use.Name), widget.Look{Bold: true, Color: theme.ColorNamePrimary})
		p.uses.Add(widget.NewTap(widget.Inset(words, 3, 6), 6, func() { p.w.goTo(use) }))
	}
	if len(p.uses.Objects) == 0 {
		p.uses.Add(widget.NewWords(p.w.say("slogans.unused"), widget.Look{Color: widget.ColorMuted}))
	}
	p.uses.Refresh()
}

func yearOf(s app.Slogan) string {
	if s.Year == 0 {
		return ""
	}
	return strconv.Itoa(s.Year)
}

// makeBanner makes a banner of the chosen slogan and goes there.
func (p *slogansPage) makeBanner() {
	p.makePieces("noun.banner", func(text string) ([]app.Banner, []app.Poster) { return []app.Banner{bannerOf(text)}, nil })
}

// makePoster makes a poster of the chosen slogan and goes there.
func (p *slogansPage) makePoster() {
	p.makePieces("noun.poster", func(text string) ([]app.Banner, []app.Poster) { return nil, []app.Poster{posterOf(text)} })
}

// makeSet makes a piece of every format of the chosen slogan and goes to the first.
func (p *slogansPage) makeSet() {
	p.makePieces("noun.set", func(text string) ([]app.Banner, []app.Poster) {
		return app.BannerSet(text, schoolField), []app.Poster{posterOf(text)}
	})
}

// bannerOf and posterOf are new pieces with that headline, which bear the school's name.
func bannerOf(text string) app.Banner {
	b := app.NewBanner(app.NamedAfter("Băng rôn", text), text)
	b.Over = schoolField
	return b
}

func posterOf(text string) app.Poster {
	p := app.NewPoster(app.NamedAfter("Áp phích", text), text)
	p.Footer = schoolField
	return p
}

// makePieces adds what make makes of the chosen slogan, as one step named after the noun, and
// goes to the first piece.
func (p *slogansPage) makePieces(noun string, make func(text string) ([]app.Banner, []app.Poster)) {
	e := p.w.doc.Event()
	s := p.edit.current(e)
	if p.tabs.Selected() == 1 {
		s = p.stock.current()
	}
	if s == nil {
		return
	}
	banners, posters := make(s.Text)
	p.w.doc.Edit(p.w.say("undo.add", "thing", p.w.say(noun)), "", func(e *app.Event) {
		e.Banners = append(e.Banners, banners...)
		e.Posters = append(e.Posters, posters...)
	})
	if len(banners) > 0 {
		p.w.goTo(app.Subject{Kind: app.OfBanner, ID: banners[0].ID})
	} else {
		p.w.goTo(app.Subject{Kind: app.OfPoster, ID: posters[0].ID})
	}
}

// importSlogans adds the slogans of a text file or spreadsheet that the event does not have yet.
func (p *slogansPage) importSlogans() {
	w := p.w
	w.pickTable(w.say("slogans.import"), func(path string, data []byte) {
		r, err := intake.Slogans(path, data, p.stock.all)
		p.take(r, err, path, w.say("intake.slogans", "count", fmt.Sprint(len(r.Slogans)), "path", r.File))
	})
}

// pasteSlogans adds the slogans that were copied from a spreadsheet, or from here.
func (p *slogansPage) pasteSlogans() {
	w := p.w
	heads := strings.TrimSuffix(app.TSV([][]string{p.heads()}), "\r\n")
	text := strings.TrimPrefix(w.app.Clipboard().Content(), heads)
	r, err := intake.PastedSlogans(text, p.stock.all)
	if strings.TrimSpace(text) == "" || err == nil && len(r.Slogans) == 0 {
		w.hint(w.say("slogans.nothing-to-paste"))
		return
	}
	p.take(r, err, "", w.say("slogans.pasted", "count", fmt.Sprint(len(r.Slogans))))
}

// take shows the slogans that were read, and adds those that the event does not have yet.
func (p *slogansPage) take(r intake.SlogansReading, err error, path, title string) {
	w := p.w
	if err != nil {
		w.tellError(w.readingError(path, err))
		return
	}
	lines := make([]string, len(r.Slogans))
	for i, s := range r.Slogans {
		lines[i] = joined(" — ", s.Text, s.Source)
	}
	w.confirmIntake(title, lines, r.LeftOut, func() {
		w.doc.Edit(w.say("undo.import-slogans"), "", func(e *app.Event) {
			for _, s := range r.Slogans {
				if !e.HasSlogan(s.Text) {
					e.Slogans = append(e.Slogans, s)
				}
			}
		})
	})
}
