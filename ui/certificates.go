package ui

import (
	"fmt"
	"maps"
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
	w        *Window
	box      fyne.CanvasObject
	main     fyne.CanvasObject
	none     fyne.CanvasObject
	about    *widget.Words
	edit     *listEdit[app.Certificate]
	designs  *widget.Select
	showing  bool
	tabs     *widget.Segments
	design   *designView
	roster   *rosterView
	paper    *paperView
	blank    *blankView
	register *registerView
	handout  *handoutView
	batches  batches
	troubles troubles
}

// The tabs of the page.
const (
	designTab = iota
	rosterTab
	paperTab
	blankTab
	registerTab
	handoutTab
)

func newCertificates(w *Window) page {
	p := &certificatesPage{w: w, batches: batches{studio: w.studio}}
	p.edit = &listEdit[app.Certificate]{
		w: w, noun: "noun.certificate", of: func(e *app.Event) *[]app.Certificate { return &e.Certificates },
		fresh: func(*app.Event) app.Certificate { return app.NewCertificate(newCertificateName) },
		twin: func(_ *app.Event, c app.Certificate) app.Certificate {
			c = c.Duplicate()
			c.Name = copyOf(c.Name)
			return c
		},
		shown: func() { p.roster.edit.place = 0; p.show(w.doc.Event()) },
	}
	p.designs = widget.NewSelect(nil, func(string) {
		if !p.showing {
			p.edit.choose(p.designs.SelectedIndex())
		}
	})
	p.design, p.roster, p.paper = newDesignView(w, p), newRosterView(w, p), newPaperView(w, p)
	p.blank, p.register, p.handout = newBlankView(w, p), newRegisterView(w, p), newHandoutView(w, p)
	p.edit.began = func() {
		p.tabs.Select(designTab)
		p.design.form.begin()
	}
	p.tabs = widget.NewSegments(
		[]string{w.say("certificates.design"), w.say("certificates.roster"), w.say("certificates.paper"), w.say("certificates.blank"), w.say("certificates.register"), w.say("certificates.handout")},
		[]fyne.CanvasObject{p.design.box, p.roster.box, p.paper.box, p.blank.box, p.register.box, p.handout.box})
	p.tabs.OnSelect = func(int) { p.show(w.doc.Event()) }
	p.main = p.tabs
	p.none = widget.Empty(tinted("certificates", widget.ColorGold), w.say("certificates.empty"), w.say("certificates.empty-hint"),
		button(w.say("certificates.add"), true, p.edit.add))
	load := widget.NewLabelled(w.say("roster.import"), icon("import"), p.roster.importRoster)
	load.Importance = fynewidget.HighImportance
	choose := widget.Row(6, widget.Fixed(widget.Framed(p.designs), 400, 0), p.edit.tools())
	head, about := w.header("certificates", choose, load)
	p.about = about
	p.box = framed(head, container.NewStack(p.main, p.none))
	return p
}

func (p *certificatesPage) content() fyne.CanvasObject { return p.box }

func (p *certificatesPage) segments() *widget.Segments { return p.tabs }

// takesPicture belongs to pictureTaker: beside the blank it becomes its scan.
func (p *certificatesPage) takesPicture(fyne.Position) func(e *app.Event, picture string) {
	if p.tabs.Selected() == blankTab {
		return p.blank.useAsScan()
	}
	return nil
}

func (p *certificatesPage) list() lister {
	if p.tabs.Selected() == designTab {
		return p.edit
	}
	return p.roster.edit
}

func (p *certificatesPage) find() fyne.Focusable {
	switch p.tabs.Selected() {
	case paperTab:
		return p.paper.finder.search
	case registerTab:
		return p.register.search
	}
	p.tabs.Select(rosterTab)
	return p.roster.finder.search
}

func (p *certificatesPage) copied(all bool) [][]string {
	switch p.tabs.Selected() {
	case rosterTab:
		return p.roster.copied(all)
	case registerTab:
		return p.register.copied(all)
	}
	return nil
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

func (p *certificatesPage) fieldsOf(k app.SubjectKind) fields {
	if k == app.OfRecipient {
		return p.roster.form.fields
	}
	all := maps.Clone(p.register.form.fields)
	maps.Copy(all, p.design.form.fields)
	return all
}

// at returns the place of the chosen recipient in the chosen certificate's list, or -1.
func (p *certificatesPage) at(e *app.Event) int { return p.roster.edit.settle(e) }

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
	p.about.SetText(p.w.say("certificates.about", "count", fmt.Sprint(len(e.RosterOf(*c).Recipients))))
	switch p.tabs.Selected() {
	case designTab:
		p.design.show(e)
	case rosterTab:
		p.roster.show(e)
	case paperTab:
		p.paper.show(e)
	case blankTab:
		p.blank.show(e)
	case registerTab:
		p.register.show(e)
	case handoutTab:
		p.handout.show(e)
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

// lay shows the sheet of the chosen recipient.
func (p *certificatesPage) lay(on *preview, e *app.Event, c app.Certificate) {
	at := max(p.at(e), 0)
	on.set(func() (*print.Page, []app.Problem) { return p.batches.page(e, c, at) })
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

// of returns the batch of a certificate.
func (b *batches) of(e *app.Event, c app.Certificate) *print.Batch {
	b.lock.Lock()
	defer b.lock.Unlock()
	if b.batch == nil || b.event != e || b.cert.ID != c.ID {
		b.event, b.cert, b.batch = e, c, b.studio.Certificates(e, c)
	}
	return b.batch
}

func (b *batches) page(e *app.Event, c app.Certificate, i int) (*print.Page, []app.Problem) {
	batch := b.of(e, c)
	if batch.Len() == 0 {
		return batch.Blank(), nil
	}
	return batch.Page(min(i, batch.Len()-1))
}
