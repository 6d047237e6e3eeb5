package ui

import (
	"fmt"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

// certificatesPage holds the designs of certificates, the recipients of each, and each recipient's sheet as it
// will be printed.
type certificatesPage struct {
	w       *Window
	box     fyne.CanvasObject
	main    fyne.CanvasObject
	none    fyne.CanvasObject
	about   *widget.Words
	edit    *listEdit[app.Certificate]
	designs *fynewidget.Select
	showing bool
	tabs    *widget.Segments
	form    *form[app.Certificate]
	draft   *preview // beside the design's fields
	roster  *rosterView
	paper   *preview // one recipient after another
	pager   *pager
	name    *widget.Words
	batches batches
}

// The tabs of the page.
const (
	designTab = iota
	rosterTab
	paperTab
)

func newCertificates(w *Window) page {
	p := &certificatesPage{w: w, batches: batches{studio: w.studio}}
	p.edit = &listEdit[app.Certificate]{
		w: w, noun: "noun.certificate", of: func(e *app.Event) *[]app.Certificate { return &e.Certificates },
		fresh: func(e *app.Event) app.Certificate { return app.NewCertificate(newCertificateName, e.School) },
		twin: func(_ *app.Event, c app.Certificate) app.Certificate {
			c = c.Duplicate()
			c.Name = copyOf(c.Name)
			return c
		},
		shown: func() { p.pager.set(0); p.show(w.doc.Event()) },
	}
	p.designs = fynewidget.NewSelect(nil, func(string) {
		if !p.showing {
			p.edit.choose(p.designs.SelectedIndex())
		}
	})
	p.form = newForm(w, p.edit.key, p.edit.current)
	p.edit.began = func() {
		p.tabs.Select(designTab)
		p.form.begin()
	}
	p.draft, p.paper = newPreview(w), newPreview(w)
	p.pager = newPager(w, func(int) { p.turned() })
	p.roster = newRosterView(w, p)
	p.name = widget.NewWords("", widget.Look{Size: widget.SizeHeading, Bold: true})
	p.tabs = widget.NewSegments(
		[]string{w.say("certificates.design"), w.say("certificates.roster"), w.say("certificates.paper")},
		[]fyne.CanvasObject{p.designView(), below(12, p.roster.box), p.paperView()})
	p.tabs.OnSelect = func(int) { p.show(w.doc.Event()) }
	load := fynewidget.NewButtonWithIcon(w.say("roster.import"), icon("import"), p.roster.importRoster)
	load.Importance = fynewidget.HighImportance
	head, about := w.header("certificates", load)
	p.about = about
	choose := container.NewBorder(nil, nil, nil, widget.Inset(p.edit.tools(), 0, 6), widget.Framed(p.designs))
	p.main = container.NewBorder(choose, nil, nil, nil, below(6, p.tabs))
	p.none = widget.Empty(tinted("certificates", widget.ColorGold), w.say("certificates.empty"), w.say("certificates.empty-hint"),
		button(w.say("certificates.add"), true, p.edit.add))
	p.box = framed(head, container.NewStack(p.main, p.none))
	return p
}

// designView is the design's fields beside the sheet of the recipient that was seen last.
func (p *certificatesPage) designView() fyne.CanvasObject {
	fields := widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(p.fields()))
	sheet := container.NewBorder(nil, below(4, p.draft.tools(true)), nil, nil, p.draft)
	return below(12, beside(nil, 0, sheet, fields, 340))
}

func (p *certificatesPage) fields() fyne.CanvasObject {
	f, w := p.form, p.w
	signer := signatory(f, func(c *app.Certificate) *app.Signatory { return &c.Signer })
	hint := widget.NewWords(w.say("certificates.fields", "fields", fieldNames()), widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true})
	return widget.Column(11,
		f.text("field.certificate-name", func(c *app.Certificate) *string { return &c.Name }),
		f.style(w.studio.Styles().Certificates, func(c *app.Certificate) *string { return &c.Style }),
		widget.Columns(2, 10,
			f.length("field.piece-width", func(c *app.Certificate) *float64 { return &c.WidthMM }),
			f.length("field.piece-height", func(c *app.Certificate) *float64 { return &c.HeightMM })),
		f.text("field.certificate-title", func(c *app.Certificate) *string { return &c.Title }),
		f.text("field.certificate-issuer", func(c *app.Certificate) *string { return &c.Issuer }),
		f.text("field.certificate-verb", func(c *app.Certificate) *string { return &c.Verb }),
		f.text("field.certificate-name-line", func(c *app.Certificate) *string { return &c.NameLine }),
		f.text("field.certificate-detail", func(c *app.Certificate) *string { return &c.Detail }),
		f.lines("field.certificate-award", 2, func(c *app.Certificate) *string { return &c.Award }),
		f.lines("field.certificate-citation", 2, func(c *app.Certificate) *string { return &c.Citation }),
		f.text("field.certificate-year", func(c *app.Certificate) *string { return &c.Year }),
		hint,
		f.check("field.certificate-one-size", func(c *app.Certificate) *bool { return &c.OneSize }),
		widget.Columns(2, 10,
			f.text("field.certificate-dateline", func(c *app.Certificate) *string { return &c.Dateline }),
			f.date("field.certificate-date", func(c *app.Certificate) *app.Date { return &c.Date })),
		signer[0], signer[1],
		f.text("field.certificate-decision", func(c *app.Certificate) *string { return &c.Decision }),
		f.text("field.certificate-register", func(c *app.Certificate) *string { return &c.Register }),
		f.text("field.certificate-number", func(c *app.Certificate) *string { return &c.Number }))
}

// fieldNames lists what may stand in the wording: "{họ tên}, {lớp}, …".
func fieldNames() string {
	names := make([]string, len(app.CertificateFields))
	for i, name := range app.CertificateFields {
		names[i] = "{" + name + "}"
	}
	return listed(names)
}

func (p *certificatesPage) paperView() fyne.CanvasObject {
	top := container.NewBorder(nil, nil, nil, p.pager.box, widget.Inset(p.name, 9, 0))
	return container.NewBorder(widget.Inset(top, 8, 0), below(4, p.paper.tools(true)), nil, nil, p.paper)
}

func (p *certificatesPage) content() fyne.CanvasObject { return p.box }

func (p *certificatesPage) list() lister {
	if p.tabs.Selected() == rosterTab {
		return p.roster.edit
	}
	return p.edit
}

func (p *certificatesPage) find() *widget.Entry {
	p.tabs.Select(rosterTab)
	return p.roster.search
}

func (p *certificatesPage) reveal(s app.Subject) {
	if s.Kind == app.OfRecipient {
		p.edit.pick(s.Parent)
		p.roster.reveal(s.ID)
		p.tabs.Select(rosterTab)
		return
	}
	p.edit.pick(s.ID)
	p.tabs.Select(designTab)
}

func (p *certificatesPage) show(e *app.Event) {
	chosen := p.edit.settle(e)
	p.showDesigns(e, chosen)
	c := p.edit.current(e)
	if c == nil {
		p.about.SetText(p.w.say("certificates.about-none"))
		p.main.Hide()
		p.none.Show()
		return
	}
	p.none.Hide()
	p.main.Show()
	people := e.RosterOf(*c).Recipients
	p.about.SetText(p.w.say("certificates.about", "count", fmt.Sprint(len(people))))
	p.pager.total(len(people))
	switch p.tabs.Selected() {
	case designTab:
		p.form.show(e)
		p.lay(p.draft, e, *c)
	case rosterTab:
		p.roster.show(e)
	case paperTab:
		p.showName(people)
		p.lay(p.paper, e, *c)
	}
}

func (p *certificatesPage) showDesigns(e *app.Event, chosen int) {
	p.showing = true
	defer func() { p.showing = false }()
	names := make([]string, len(e.Certificates))
	for i, c := range e.Certificates {
		names[i] = fmt.Sprintf("%d.  %s", i+1, c.Name)
	}
	p.designs.SetOptions(names)
	if chosen >= 0 {
		p.designs.SetSelectedIndex(chosen)
	}
}

func (p *certificatesPage) showName(people []*app.Recipient) {
	name := p.w.say("certificates.nobody")
	if len(people) > 0 {
		r := people[min(p.pager.at, len(people)-1)]
		name = joined("  ·  ", r.Name, r.Class)
	}
	p.name.SetText(name)
}

// lay shows the sheet of the recipient that the pager is at.
func (p *certificatesPage) lay(on *preview, e *app.Event, c app.Certificate) {
	at := p.pager.at
	on.set(func() (*print.Page, []app.Problem) { return p.batches.page(e, c, at) })
}

// turned shows another recipient's sheet, and chooses that recipient in the list.
func (p *certificatesPage) turned() {
	e := p.w.doc.Event()
	if c := p.edit.current(e); c != nil {
		people := e.RosterOf(*c).Recipients
		if p.pager.at < len(people) {
			p.roster.edit.chosen = people[p.pager.at].ID
		}
	}
	p.show(e)
}

// batches keeps the batch that was laid out last, so that turning the sheets lays out one sheet alone. Two
// previews use it, each from a goroutine of its own.
type batches struct {
	studio *print.Studio
	lock   sync.Mutex
	event  *app.Event
	cert   app.Certificate
	batch  *print.Batch
}

func (b *batches) page(e *app.Event, c app.Certificate, i int) (*print.Page, []app.Problem) {
	b.lock.Lock()
	if b.batch == nil || b.event != e || b.cert != c {
		b.event, b.cert, b.batch = e, c, b.studio.Certificates(e, c)
	}
	batch := b.batch
	b.lock.Unlock()
	if batch.Len() == 0 {
		return batch.Blank(), nil
	}
	return batch.Page(min(i, batch.Len()-1))
}
