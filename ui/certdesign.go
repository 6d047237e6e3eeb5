package ui

import (
	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// designView is a certificate's fields beside the sheet of the recipient that was seen last.
type designView struct {
	w     *Window
	page  *certificatesPage
	box   fyne.CanvasObject
	form  *form[app.Certificate]
	lines []*wordingLine
	sheet *preview
}

func newDesignView(w *Window, page *certificatesPage) *designView {
	v := &designView{w: w, page: page, sheet: newPreview(w), form: newForm(w, page.edit.key, page.edit.current)}
	fields := widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(v.fields()))
	sheet := widget.Border(nil, below(4, v.sheet.tools(true)), nil, nil, v.sheet)
	v.box = below(12, beside(nil, 0, sheet, fields, 340))
	return v
}

func (v *designView) show(e *app.Event) {
	c := v.page.edit.current(e)
	if c == nil {
		return
	}
	problems := e.WordingProblems(*c)
	for _, l := range v.lines {
		l.show(problems)
	}
	v.form.show(e)
	v.page.lay(v.sheet, e, *c)
}

func (v *designView) fields() fyne.CanvasObject {
	f, w := v.form, v.w
	signer := signatory(f, func(c *app.Certificate) *app.Signatory { return &c.Signer }, func(e *app.Event) app.Signatory { return e.School.Head })
	return widget.Column(11,
		f.text("field.certificate-name", func(c *app.Certificate) *string { return &c.Name }),
		f.style(w.studio.Styles().Certificates, func(c *app.Certificate) *string { return &c.Style }),
		widget.Columns(2, 10,
			f.length("field.piece-width", func(c *app.Certificate) *float64 { return &c.WidthMM }),
			f.length("field.piece-height", func(c *app.Certificate) *float64 { return &c.HeightMM })),
		widget.NewWords(w.say("wording.hint"), widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}),
		v.wording("title", widget.NewLine(), func(c *app.Certificate) *string { return &c.Title }),
		v.wording("issuer", widget.NewLine(), func(c *app.Certificate) *string { return &c.Issuer }),
		v.wording("verb", widget.NewLine(), func(c *app.Certificate) *string { return &c.Verb }),
		v.wording("name-line", widget.NewLine(), func(c *app.Certificate) *string { return &c.NameLine }),
		v.names(),
		v.wording("detail", widget.NewLine(), func(c *app.Certificate) *string { return &c.Detail }),
		v.wording("award", widget.NewEntry(2), func(c *app.Certificate) *string { return &c.Award }),
		v.wording("citation", widget.NewEntry(2), func(c *app.Certificate) *string { return &c.Citation }),
		v.wording("year", widget.NewLine(), func(c *app.Certificate) *string { return &c.Year }),
		widget.Columns(2, 10,
			f.textLike("field.certificate-dateline", "follow.school", func(c *app.Certificate) *string { return &c.Dateline }, func(e *app.Event) string { return e.School.DatePlace() }),
			f.dateLike("field.certificate-date", func(c *app.Certificate) *app.Date { return &c.Date }, (*app.Event).Day)),
		signer[0], signer[1],
		v.wording("decision", widget.NewLine(), func(c *app.Certificate) *string { return &c.Decision }),
		v.wording("register", widget.NewLine(), func(c *app.Certificate) *string { return &c.Register }),
		f.check("field.certificate-code", func(c *app.Certificate) *bool { return &c.Code }),
		w.action("done", "menu.keys", w.keys))
}

// names are the limits for the names' size and lines.
func (v *designView) names() fyne.CanvasObject {
	f := v.form
	return widget.Column(8, widget.Columns(3, 8,
		f.points("field.certificate-name-min", func(c *app.Certificate) *float64 { return &c.NameMinPt }),
		f.points("field.certificate-name-max", func(c *app.Certificate) *float64 { return &c.NameMaxPt }),
		f.usual("field.certificate-name-lines", 2, 2, func(c *app.Certificate) *int { return &c.NameLines })),
		f.check("field.certificate-one-size", func(c *app.Certificate) *bool { return &c.OneSize }))
}
