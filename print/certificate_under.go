package print

import (
	"strings"

	"tiengtrong/app"
)

// The heading of the state, as on every certificate (Nghị định 30/2020/NĐ-CP, Phụ lục I).
const (
	nationalName  = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	nationalMotto = "Độc lập - Tự do - Hạnh phúc"
)

// signatureRoom is the height left free for seal and signature: 40 mm are usual, 30 fit on A4 with all lines.
const signatureRoom MM = 30

// layUnder draws what all sheets share: ground and frame, the state's heading, title and issuer where they
// name no recipient, date and signer.
func (b *Batch) layUnder() {
	subject := app.Subject{Kind: app.OfCertificate, ID: b.cert.ID, Name: b.cert.Name}
	d := b.studio.newSheet(b.cert.WidthMM, b.cert.HeightMM, 3, 0, subject)
	b.under = d.page
	b.safe = b.safeArea()
	d.safe = b.safe
	if b.imprint == nil {
		b.ornament(d)
	}
	d.problems = append(d.problems, b.event.WordingProblems(b.cert)...)
	b.top = b.layHead(d)
	b.bottom = b.laySignature(d)
	b.problems = d.problems
}

// ornament draws what no line is: the ground, the frame and the school's emblem.
func (b *Batch) ornament(d *sheet) {
	d.page.Add(certificateOrnaments[b.style.Ornament](canvas{
		trim: d.page.TrimBox(), bleed: d.page.BleedBox(), style: b.style, u: b.u, words: b.field(),
	})...)
	b.addLogo(d)
}

// addLogo puts the school's emblem at the upper left, where the event has one.
func (b *Batch) addLogo(d *sheet) {
	name := b.event.School.Logo
	if name == "" {
		return
	}
	if art := d.artwork(b.event, name); art != nil {
		field := b.field()
		items, _ := art.contain(name, Rect{field.X + 2*b.u, field.Y + 1*b.u, 22 * b.u, 22 * b.u})
		d.page.Add(items...)
	}
}

func (b *Batch) titleSetting() setting {
	s := b.setting(b.style.Faces.Display, b.style.Inks.Title, 56, 24, 2)
	s.outlined, s.tracking, s.capitals, s.pitch = true, b.style.Tracking, b.style.Capitals, 1.5
	return s
}

func (b *Batch) issuerSetting() setting {
	s := b.setting(b.style.Faces.Heading, b.style.Inks.Text, 14, 9, 2)
	s.capitals, s.tracking = true, 25
	return s
}

// layHead sets quốc hiệu, tiêu ngữ, title and issuer, and returns the baseline of the last.
func (b *Batch) layHead(d *sheet) MM {
	f, in, u := b.style.Faces, b.style.Inks, b.u
	field := b.field()
	width := b.measure()
	x := field.X + field.W*0.03
	y := field.Y + 1.5*u
	put := func(line app.Line, text string, above MM, s setting) *block {
		block := b.studio.fit(text, s, width, 0)
		if !block.empty() {
			y += above + block.rise
			b.place(d, line, block, x, y)
			y += block.drop
		}
		return block
	}
	put(app.NationLine, nationalName, 0, b.setting(f.Strong, in.Text, 12.5, 8, 1))
	motto := put(app.NationLine, nationalMotto, 3.2*u, b.setting(f.Strong, in.Text, 13, 8, 1))
	y += 1.9 * u
	b.underline(d, x+(width-motto.ink.W)/2, y, motto.ink.W)
	w := b.wording.Wording(0, &app.Recipient{})
	if b.wording.Same(app.TitleLine) {
		put(app.TitleLine, w.Title, 11.5*u*b.roomy(), b.titleSetting())
	}
	if b.wording.Same(app.IssuerLine) {
		put(app.IssuerLine, w.Issuer, 6.2*u*b.roomy(), b.issuerSetting())
	}
	return y
}

// underline draws the line under tiêu ngữ, which goes with it.
func (b *Batch) underline(d *sheet, x, y, width MM) {
	if b.imprint != nil {
		on := b.imprint.lines[app.NationLine]
		if on.Show == app.Never {
			return
		}
		x, y = x+MM(on.DXMM), y+MM(on.DYMM)
	}
	d.page.Add(stroke(b.style.Inks.Text, max(0.2, 0.25*b.u), polyline(Point{x, y}, Point{x + width, y})))
}

// laySignature sets date, title and name of the signer at the right, upwards from the foot, and returns the
// top of the date.
func (b *Batch) laySignature(d *sheet) MM {
	f, in, u := b.style.Faces, b.style.Inks, b.u
	c, field := b.cert, b.field()
	width := max(field.W*0.4, 84*u)
	x := field.Right() - width
	y := field.Bottom() - 1.5*u
	put := func(line app.Line, text string, s setting, below MM) {
		block := b.studio.fit(text, s, width, 0)
		if block.empty() {
			return
		}
		b.place(d, line, block, x, y-block.drop)
		y -= block.height() + below
	}
	signer, place := b.event.Signing(c)
	put(app.SignerLine, signer.Name, b.setting(f.Strong, in.Text, 13.5, 8, 1), 0)
	y -= signatureRoom * u
	title := b.setting(f.Strong, in.Text, 12.5, 8, 2)
	put(app.SignerLine, strings.ToUpper(signer.Title), title, 2.9*u)
	put(app.SignerLine, strings.ToUpper(signer.For), title, 2.9*u)
	date := b.event.SignedOn(c).Long()
	if place != "" {
		date = place + ", " + date
	}
	put(app.DateLine, date, b.setting(f.Italic, in.Text, 12.5, 8, 1), 0)
	return y - 4*u
}
