package print

import "tiengtrong/app"

// A certificate's code is 30 mm wide on A4: telephones read its modules, 0.35 to 0.4 mm then, from a hand's breadth.
const codeSide MM = 30

// finestModule is the width of a module below which telephones fail on office paper: 0.25 mm, two dots at 200 dpi.
const finestModule MM = 0.25

// placeCode draws the QR code with what the school has signed, over the register's lines, whose top is at y. Without a signature
// there is none: app.Provisional tells of that.
func (b *Batch) placeCode(d *sheet, sealed string, y MM) {
	if sealed == "" || !b.cert.Code {
		return
	}
	code := codeOf(sealed)
	if code == nil {
		d.problem("code-too-long", app.Error)
		return
	}
	s := b.setting(b.style.Faces.Italic, b.style.Inks.Text, 8.5, 6, 1)
	s.align = 0
	caption := b.studio.fit("Quét mã để xác minh", s, b.field().W*0.36, 0)
	x := b.field().X + 2*b.u
	y -= caption.drop
	d.place(caption, x, y)
	y -= caption.rise + 1.2*b.u
	side := min(codeSide*b.u, y-b.bottom)
	module := side / MM(len(code)) // the paper around it is its quiet zone
	if module < finestModule {
		d.problem("code-too-fine", app.Warning, "module", decimal(float64(module), 2), "least", decimal(float64(finestModule), 2))
	}
	d.page.Add(fill(Black, codePath(code, Point{x, y - side}, module)))
}
