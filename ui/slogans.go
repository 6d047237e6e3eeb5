package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
	"tiengtrong/ui/widget"
)

// slogansPage keeps the school's slogans with their sources, and makes banners and posters of them.
type slogansPage struct {
	w      *Window
	box    fyne.CanvasObject
	about  *widget.Words
	edit   *listEdit[app.Slogan]
	search *widget.Entry
	rows   *widget.Rows
	found  []int // places of the slogans that the search finds
	form   *form[app.Slogan]
	uses   *widget.Words
	fields fyne.CanvasObject
	none   fyne.CanvasObject
}

func newSlogans(w *Window) page {
	p := &slogansPage{w: w, search: widget.NewEntry(1)}
	p.edit = &listEdit[app.Slogan]{
		w: w, noun: "noun.slogan", of: func(e *app.Event) *[]app.Slogan { return &e.Slogans },
		fresh: func(*app.Event) app.Slogan { p.search.Fill(""); return app.NewSlogan("") },
		twin:  func(_ *app.Event, s app.Slogan) app.Slogan { return s.Duplicate() },
		shown: func() { p.show(w.doc.Event()) },
	}
	p.rows = widget.NewRows(newSloganRow, func(i int, o fyne.CanvasObject) {
		e := w.doc.Event()
		o.(*sloganRow).set(w, e, e.Slogans[p.found[i]])
	})
	p.edit.rows(p.rows)
	p.rows.OnSelect = func(i int) { p.edit.choose(p.found[i]) }
	p.rows.OnMove = nil
	p.rows.OnCopy = func() { w.copyRows(false) }
	p.edit.more = func() []*fyne.MenuItem {
		return append(w.copyItems(), fyne.NewMenuItemSeparator(), w.item("slogans.make-banner", nil, p.makeBanner),
			w.item("slogans.make-poster", nil, p.makePoster), w.item("slogans.make-set", nil, p.makeSet))
	}
	p.search.SetPlaceHolder(w.say("slogans.search"))
	p.search.OnEdit = func(string) { p.show(w.doc.Event()) }
	p.form = newForm(w, p.edit.key, p.edit.current)
	p.edit.began = p.form.begin
	p.none = widget.Empty(tinted("slogans", widget.ColorGold), w.say("slogans.empty"), w.say("slogans.empty-hint"),
		button(w.say("slogans.add"), true, p.edit.add))
	p.fields = p.makeFields()
	catalogue := fynewidget.NewButtonWithIcon(w.say("slogans.catalogue"), icon("slogans"), p.openCatalogue)
	load := fynewidget.NewButtonWithIcon(w.say("slogans.import"), icon("import"), p.importSlogans)
	head, about := w.header("slogans", catalogue, load)
	p.about = about
	left := container.NewBorder(besideBar(p.search), p.edit.tools(), nil, nil, below(8, p.rows))
	p.box = framed(head, container.NewStack(container.New(&shares{[]float32{0.58, 0.42}, 8}, left, p.fields), p.none))
	return p
}

func (p *slogansPage) makeFields() fyne.CanvasObject {
	f, w := p.form, p.w
	p.uses = widget.NewWords("", widget.Look{Wrap: true})
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
		f.text("field.slogan-text", func(s *app.Slogan) *string { return &s.Text }),
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
func (p *slogansPage) find() *widget.Entry             { return p.search }
func (p *slogansPage) fieldsOf(app.SubjectKind) fields { return p.form.fields }

func (p *slogansPage) reveal(s app.Subject) {
	p.search.Fill("")
	p.edit.pick(s.ID)
	p.show(p.w.doc.Event())
}

func (p *slogansPage) show(e *app.Event) {
	p.edit.settle(e)
	p.found = p.found[:0]
	key, chosen := app.Fold(p.search.Text), -1
	for i, s := range e.Slogans {
		if !strings.Contains(app.Fold(joined(" ", s.Text, s.Source, yearOf(s), listed(s.Tags))), key) {
			continue
		}
		if s.ID == p.edit.chosen {
			chosen = len(p.found)
		}
		p.found = append(p.found, i)
	}
	p.rows.Display(len(p.found), chosen)
	p.about.SetText(p.w.say("slogans.about", "count", fmt.Sprint(len(e.Slogans))))
	s := p.edit.current(e)
	if s == nil {
		p.none.Show()
		p.fields.Hide()
		return
	}
	p.none.Hide()
	p.fields.Show()
	p.form.show(e)
	uses := p.w.say("slogans.unused")
	if names := e.UsesOf(*s); len(names) > 0 {
		uses = strings.Join(names, " · ")
	}
	p.uses.SetText(uses)
}

func (p *slogansPage) copied(all bool) [][]string {
	e := p.w.doc.Event()
	row := func(s app.Slogan) []string {
		return []string{s.Text, s.Source, yearOf(s), p.w.say("slogan-lang." + s.Lang), listed(s.Tags)}
	}
	if !all {
		if s := p.edit.current(e); s != nil {
			return [][]string{row(*s)}
		}
		return nil
	}
	rows := [][]string{p.w.heads("field.slogan-text", "field.slogan-source", "field.slogan-year", "field.slogan-lang", "field.slogan-tags")}
	for _, i := range p.found {
		rows = append(rows, row(e.Slogans[i]))
	}
	return rows
}

func yearOf(s app.Slogan) string {
	if s.Year == 0 {
		return ""
	}
	return strconv.Itoa(s.Year)
}

// makeBanner makes a banner of the chosen slogan and goes there.
func (p *slogansPage) makeBanner() {
	p.makePieces("noun.banner", func(text, school string) ([]app.Banner, []app.Poster) {
		b := app.NewBanner(newBannerName, text)
		b.Over = school
		return []app.Banner{b}, nil
	})
}

// makePoster makes a poster of the chosen slogan and goes there.
func (p *slogansPage) makePoster() {
	p.makePieces("noun.poster", func(text, school string) ([]app.Banner, []app.Poster) {
		return nil, []app.Poster{posterOf(text, school)}
	})
}

// makeSet makes a piece of every format of the chosen slogan and goes to the first.
func (p *slogansPage) makeSet() {
	p.makePieces("noun.set", func(text, school string) ([]app.Banner, []app.Poster) {
		return app.BannerSet(text, school), []app.Poster{posterOf(text, school)}
	})
}

func posterOf(text, school string) app.Poster {
	poster := app.NewPoster(newPosterName, text)
	poster.Footer = school
	return poster
}

// makePieces adds what make makes of the chosen slogan and the school's name, as one step named after the noun, and
// goes to the first piece.
func (p *slogansPage) makePieces(noun string, make func(text, school string) ([]app.Banner, []app.Poster)) {
	e := p.w.doc.Event()
	s := p.edit.current(e)
	if s == nil {
		return
	}
	banners, posters := make(s.Text, e.School.Name)
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

// openCatalogue offers the built-in slogans that the event does not have yet.
func (p *slogansPage) openCatalogue() {
	all, err := intake.Catalogue(assets.Sub("."))
	if err != nil {
		p.w.tellError(err.Error())
		return
	}
	have := map[string]bool{}
	for _, s := range p.w.doc.Event().Slogans {
		have[app.Fold(s.Text)] = true
	}
	var s *sheet
	box := widget.Column(6)
	for _, one := range all {
		if have[app.Fold(one.Text)] {
			continue
		}
		words := widget.Column(2, widget.NewWords(one.Text, widget.Look{Bold: true, Wrap: true}),
			widget.NewWords(one.Source, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}))
		box.Add(widget.NewTap(widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(words, 9, 14)), 10, func() {
			s.close()
			p.search.Fill("")
			p.edit.insert("add", one.Duplicate())
		}))
	}
	s = p.w.newSheet(p.w.say("slogans.catalogue-title"), 640, widget.Fixed(widget.Scrolled(box, 0), 0, 440),
		button(p.w.say("answer.close"), false, func() { s.close() }))
}

// importSlogans adds the slogans of a text file or spreadsheet that the event does not have yet.
func (p *slogansPage) importSlogans() {
	w := p.w
	w.pickTable(w.say("slogans.import"), func(path string, data []byte) {
		var r intake.SlogansReading
		catalogue, err := intake.Catalogue(assets.Sub("."))
		if err == nil {
			r, err = intake.Slogans(path, data, catalogue)
		}
		if err != nil {
			w.tellError(w.readingError(path, err))
			return
		}
		lines := make([]string, len(r.Slogans))
		for i, s := range r.Slogans {
			lines[i] = joined(" — ", s.Text, s.Source)
		}
		w.confirmIntake(w.say("intake.slogans", "count", fmt.Sprint(len(lines)), "path", r.File), lines, r.LeftOut, func() {
			w.doc.Edit(w.say("undo.import-slogans"), "", func(e *app.Event) { e.Slogans = append(e.Slogans, r.Slogans...) })
		})
	})
}

// sloganRow is one slogan in the list.
type sloganRow struct {
	fynewidget.BaseWidget
	text, about *widget.Words
	used        *widget.Chip
	box         fyne.CanvasObject
}

func newSloganRow() fyne.CanvasObject {
	r := &sloganRow{
		text:  widget.NewWords("", widget.Look{Bold: true, Wrap: true}),
		about: widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}),
		used:  widget.NewChip("", widget.Good),
	}
	line := container.NewBorder(nil, nil, nil, r.used, r.about)
	r.box = widget.Inset(widget.Column(3, r.text, line), 10, 14)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *sloganRow) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(r.box) }

func (r *sloganRow) set(w *Window, e *app.Event, s app.Slogan) {
	text := s.Text
	if text == "" {
		text = w.say("slogan.untitled")
	}
	r.text.SetText(text)
	source := s.Source
	if s.Year != 0 && !strings.Contains(source, yearOf(s)) {
		source = joined(" · ", yearOf(s), source)
	}
	if source == "" {
		source = w.say("slogan.no-source")
	}
	r.about.SetText(source)
	used := ""
	if n := len(e.UsesOf(s)); n > 0 {
		used = w.say("slogans.used", "count", fmt.Sprint(n))
	}
	r.used.Set(used, widget.Good)
}
