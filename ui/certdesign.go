package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// designView is a certificate's fields beside the sheet of the recipient that was seen last.
type designView struct {
	page  *certificatesPage
	box   fyne.CanvasObject
	form  *form[app.Certificate]
	sheet *preview
}

func newDesignView(w *Window, page *certificatesPage) *designView {
	v := &designView{page: page, sheet: newPreview(w), form: newForm(w, page.edit.key, page.edit.current)}
	fields := widget.Surface(widget.ColorCard, widget.ColorLine, 10, panel(v.fields(w)))
	sheet := container.NewBorder(nil, below(4, v.sheet.tools(true)), nil, nil, v.sheet)
	v.box = below(12, beside(nil, 0, sheet, fields, 340))
	return v
}

func (v *designView) show(e *app.Event) {
	v.form.show(e)
	if c := v.page.edit.current(e); c != nil {
		v.page.lay(v.sheet, e, *c)
	}
}

func (v *designView) fields(w *Window) fyne.CanvasObject {
	f := v.form
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
		f.text("field.certificate-register", func(c *app.Certificate) *string { return &c.Register }))
}

// fieldNames lists what may stand in the wording: "{họ tên}, {lớp}, …".
func fieldNames() string {
	names := make([]string, len(app.CertificateFields))
	for i, name := range app.CertificateFields {
		names[i] = "{" + name + "}"
	}
	return listed(names)
}
